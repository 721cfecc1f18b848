"""What do the commands of `whence register` do? Import registers into a case, and show the network of companies."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.text import Text

from whence.app import Session
from whence.flow.registers import (
    RegisterRequest,
    find_network,
    import_register,
    propose_mapping_of,
    registers_in_force,
    rows_of,
)
from whence.model.company_network import CompanyNetwork
from whence.model.ids import options_digest
from whence.model.register import RegisterContent
from whence.model.report import MadeBy
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import SettingFlags, check_format
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.cli.tracing import check_place, write_dossier
from whence.show.companies.page import render_network
from whence.show.export.company_network_json import network_document
from whence.show.export.json_text import encode_json
from whence.show.progress import CountingProgress
from whence.show.register_lines import network_lines, pattern_lines, register_list_lines
from whence.show.wording import count_of
from whence.version import __version__

NETWORK_FORMATS = ("text", "json", "html")
PATTERN_FORMATS = ("text", "json")
# Refused rows that are told one by one; a wrong mapping refuses them all.
MOST_REFUSED = 20


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What was typed after `whence register import`."""

    file: Path
    mapping: Path | None
    case: Path
    name: str
    licence: str
    flags: SettingFlags


@dataclass(frozen=True, slots=True)
class CompanyNetworkRequest:
    """What was typed after `whence register network`; `company` is empty where the whole network is meant."""

    company: str
    case: Path
    format: str
    out: Path | None
    flags: SettingFlags


def run_mapping(table: Path, flags: SettingFlags) -> int:
    """Write a proposed mapping to standard output."""
    settings = settings_of(flags)
    write_answer(propose_mapping_of(table, max_bytes=settings.read.max_register_bytes).encode("utf-8", "replace"))
    return DONE


def run_import(request: ImportRequest, terminal: Terminal) -> int:
    """Import a register, tell what was refused, and return 1 where rows were."""
    with _opened(request.case, request.flags, create=True) as session:
        wanted = RegisterRequest(request.file, request.mapping, request.name, request.licence)
        limit = session.settings.read.max_register_bytes
        outcome = import_register(wanted, case=session.case, clock=session.clock, max_bytes=limit)
    _tell_refused(request.file, outcome.content, terminal)
    register = outcome.register
    known = "" if outcome.is_new else "; the case held the same one already"
    companies = count_of(register.companies, "company", "companies")
    _print(
        terminal,
        [
            Text(
                f"{register.name}: {companies} in {count_of(register.rows, 'row')}, {register.refused:,} refused{known}"
            )
        ],
    )
    terminal.tell(f"what they share: whence register network --case {request.case}")
    return SOME_FAILED if outcome.content.refused else DONE


def run_list(case: Path, flags: SettingFlags, terminal: Terminal) -> int:
    """List the registers of a case."""
    with _opened(case, flags) as session:
        _print(terminal, register_list_lines(session.case.registers.all(), registers_in_force(session.case), case))
    return DONE


def run_network(request: CompanyNetworkRequest, terminal: Terminal) -> int:
    """Show the network, or what one company is part of, and write the page where one is wanted."""
    check_format(request.format, NETWORK_FORMATS)
    if request.out is not None:
        check_place(request.out, [request.case], command="whence register network")
    with _opened(request.case, request.flags) as session:
        network = _network(session, request.company)
        wants_page = request.format == "html" or request.out is not None
        rows = rows_of(session.case, network) if wants_page or request.format == "json" else {}
        page = render_network(network, rows, session.clock.now()) if wants_page else ""
        made_by = _made_by(session)
    if request.out is not None:
        write_dossier(page, request.out)
        terminal.tell(f"page: {request.out}")
    if request.format == "html":
        write_answer(page.encode("utf-8", "replace"))
    elif request.format == "json":
        write_answer(encode_json(network_document(network, rows, made_by=made_by)))
    else:
        _print(terminal, network_lines(network))
    return DONE


def run_patterns(case: Path, output: str, flags: SettingFlags, terminal: Terminal) -> int:
    """Describe the patterns; the JSON is that of the network without its ties and groups."""
    check_format(output, PATTERN_FORMATS)
    with _opened(case, flags) as session:
        network = _network(session)
        if output == "json":
            bare = replace(network, ties=(), holdings=(), groups=(), matches=())
            document = network_document(bare, rows_of(session.case, bare), made_by=_made_by(session))
            write_answer(encode_json(document))
            return DONE
    _print(terminal, pattern_lines(network))
    return DONE


@contextmanager
def _opened(case: Path, flags: SettingFlags, *, create: bool = False) -> Iterator[Session]:
    settings = settings_of(flags)
    with Session.open(settings, case_path=case, progress=CountingProgress(), create=create) as session:
        yield session


def _network(session: Session, company: str = "") -> CompanyNetwork:
    entities = session.entities().entities
    return find_network(session.case, entities, company=company, options=session.settings.registers)


def _made_by(session: Session) -> MadeBy:
    return MadeBy("whence.registers", __version__, options_digest(session.settings.registers))


def _tell_refused(file: Path, content: RegisterContent, terminal: Terminal) -> None:
    for row in content.refused[:MOST_REFUSED]:
        terminal.list_refused(file, row)
    if len(content.refused) > MOST_REFUSED:
        terminal.tell(f"and {len(content.refused) - MOST_REFUSED:,} rows more that were refused")
    for note in content.noted if terminal.is_verbose else content.noted[:MOST_REFUSED]:
        terminal.tell(f"note: {file}, line {note.line:,}: {note.reason}")
    if len(content.noted) > MOST_REFUSED and not terminal.is_verbose:
        terminal.tell(f"note: {len(content.noted) - MOST_REFUSED:,} more of this file; --verbose tells them")


def _print(terminal: Terminal, lines: Iterable[Text]) -> None:
    with writing_answers():
        for line in lines:
            terminal.answers.print(line, soft_wrap=True)
