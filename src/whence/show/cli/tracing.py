"""What does `whence trace` do? Reads the paths, traces the claims, and shows or writes the answer."""

import secrets
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from whence.app import Session, TraceOutcome, asked_server
from whence.engines.addresses import is_loopback, refuse_remote
from whence.errors import FixUsage
from whence.flow.arrivals import KNOWN
from whence.model.judgement import still_held
from whence.model.report import Notice
from whence.model.statement import NOTHING_TO_NOTE, ReadingNotes
from whence.read.page import OWN_HEAD, OWN_PAGE
from whence.settings import Settings
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import TraceRequest, check_format
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.dossier.dossier import render_dossier
from whence.show.export.formats import TRACE_FORMATS
from whence.show.progress import CountingProgress
from whence.show.summary import print_summary
from whence.show.wording import count_of, plain

SUMMARY = "summary"
DOSSIER_SUFFIXES = (".html", ".htm")
# Notices of one sort that are told: a folder may hold thousands of files with the same slip.
MOST_NOTICES = 5
OTHER_OUT = "Name another file after --out, say --out dossier.html; or move this one away."


def run_trace(request: TraceRequest, terminal: Terminal, progress: CountingProgress) -> int:
    """Trace, and return the exit code: 1 where some reports failed."""
    _check_request(request)
    settings = settings_of(request.flags)
    tell_settings(settings, terminal)
    tell_where_texts_go(settings, terminal, allow_remote=request.allow_remote)
    # Without paths there is nothing to make a case of: a mistyped name must not become an empty one.
    is_adding = bool(request.paths)
    with Session.open(
        settings, case_path=request.case, progress=progress, create=is_adding, allow_remote=request.allow_remote
    ) as session:
        outcome = session.trace(request.paths)
        held = still_held(session.case.judgements.all())
        if request.out is not None:
            page = render_dossier(
                outcome.trace,
                outcome.understandings,
                session.clock.now(),
                affair=session.affair(outcome.trace, outcome.understandings),
                base_map=session.base_map,
            )
            write_dossier(page, request.out)
    shown: tuple[int, ...] = ()
    if request.format == SUMMARY:
        with writing_answers():
            shown = print_summary(outcome.trace, terminal.answers, most_claims=request.claims, judgements=held)
    else:
        for data in TRACE_FORMATS.get(request.format)(outcome.trace):
            write_answer(data)
    _tell_outcome(outcome, request, terminal, shown=shown)
    readings = (each.reading for each in outcome.understandings.values())
    tell_proposals(settings, terminal, reduce(ReadingNotes.followed_by, readings, NOTHING_TO_NOTE))
    return SOME_FAILED if outcome.trace.failed else DONE


def tell_settings(settings: Settings, terminal: Terminal) -> None:
    """Tell, to who asked for details, which settings are in force."""
    terminal.detail(f"settings file: {settings.file or 'none'}")
    for name, where in settings.origin:
        terminal.detail(f"set by {where}: {name}")


def tell_where_texts_go(settings: Settings, terminal: Terminal, *, allow_remote: bool) -> None:
    """Tell before a run that it sends texts elsewhere; raise NetworkRefused where it was not told that it may."""
    server = asked_server(settings)
    if server is None or is_loopback(server.base):
        return
    refuse_remote(server.base, allow_remote)
    terminal.tell(f"the texts of reports are sent to {server.base}, which is not on this computer")


def tell_proposals(settings: Settings, terminal: Terminal, notes: ReadingNotes) -> None:
    """Tell, where a model was asked, how much of what it proposed was no use, and why others had to read instead."""
    if asked_server(settings) is not None:
        # Why the first of them had to be: the rest of a run mostly fails of the same.
        reason = f": {plain(notes.reason).removesuffix('.')}" if notes.reason else ""
        terminal.tell(
            f"{count_of(notes.rejected, 'proposal')} rejected (not in the text word for word), "
            f"{count_of(notes.fallen_back, 'passage')} read by the built-in reader instead{reason}"
        )


def tell_skipped(paths: Sequence[str], terminal: Terminal) -> None:
    """Tell in one line of which kinds the files are that were no reports by their names, and where they lie."""
    if not paths:
        return
    kinds = dict.fromkeys(Path(path).suffix.lower() or "no ending" for path in paths)
    folders = dict.fromkeys(plain(str(Path(path).parent)) for path in paths)
    told, places = (", ".join([*names][:MOST_NOTICES]) for names in (sorted(kinds), folders))
    more = f" and {count_of(len(folders) - MOST_NOTICES, 'folder')} more" if len(folders) > MOST_NOTICES else ""
    others = ", ..." if len(kinds) > MOST_NOTICES else ""
    terminal.tell(f"skipped, being no reports by their names ({plain(told)}{others}): in {places}{more}")


def tell_notices(notices: Sequence[Notice], terminal: Terminal) -> None:
    """Tell what is to be noted of inputs that were used: the first few of each sort, all to who asked for details."""
    for code in dict.fromkeys(notice.code for notice in notices):
        alike = [notice for notice in notices if notice.code == code]
        if code == KNOWN and not terminal.is_verbose:
            continue
        told = alike if terminal.is_verbose else alike[:MOST_NOTICES]
        for notice in told:
            terminal.tell(f"note: {plain(notice.path)}: {plain(notice.said)}")
        if len(told) < len(alike):
            terminal.tell(f"note: {count_of(len(alike) - len(told), 'more input')} like that; --verbose names them")


def write_dossier(html: str, path: Path) -> None:
    """Write the dossier whole or not at all; raise FixUsage where it cannot be written."""
    try:
        _replace(path, html.encode("utf-8", "replace"))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise FixUsage(
            f"The dossier cannot be written to {path}: {reason}.", hint="Name another place after --out."
        ) from problem


def _replace(path: Path, data: bytes) -> None:
    # Made as any file of this person is, so that their umask says who may read it.
    whole = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        whole.write_bytes(data)
        whole.replace(path)
    finally:
        whole.unlink(missing_ok=True)


def _check_request(request: TraceRequest) -> None:
    """Raise FixUsage before any work is done where the request cannot come to an answer."""
    check_format(request.format, (SUMMARY, *TRACE_FORMATS.names()))
    if not request.paths and request.case is None:
        raise FixUsage("Found nothing to trace.", hint="Give files or folders: whence trace PATH...")
    if request.out is not None:
        named = [Path(path) for path in request.paths] + ([request.case] if request.case else [])
        check_place(request.out, named, command="whence trace PATH...")


def check_place(out: Path, named: Sequence[Path], *, command: str) -> None:
    """Raise FixUsage where a page may not be written: no HTML file, no folder, or something that it must not replace.

    `named` are the inputs and the case; `command` is what writes JSON instead.
    """
    if out.suffix.lower() not in DOSSIER_SUFFIXES:
        hint = f"Give --out a name ending in .html; for JSON type: {command} --format json > FILE"
        raise FixUsage(f"Found --out {out}; the dossier is an HTML file.", hint=hint)
    if not out.absolute().parent.is_dir():
        raise FixUsage(f"There is no folder {out.parent} for the dossier.", hint="Make it, or name another.")
    _check_overwriting(out, named)


def _check_overwriting(out: Path, named: Sequence[Path]) -> None:
    """Raise FixUsage where the dossier would take the place of an input, the case, or anything but an older dossier."""
    if any(_is_same_file(path, out) for path in named):
        found = f"Found --out {out}, which is an input or the case; the dossier must not overwrite it."
        raise FixUsage(found, hint="Name another file after --out, say --out dossier.html.")
    if out.is_symlink():
        found = f"Found --out {out}, a symbolic link; expected a file of its own for the dossier."
        raise FixUsage(found, hint="Name the file that it leads to, or another one.")
    if out.exists() and not _is_dossier(out):
        found = f"{out} is there already and is no dossier made by Whence; it is not overwritten."
        raise FixUsage(found, hint=OTHER_OUT)


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.resolve() == other.resolve() or path.samefile(other)
    except (OSError, RuntimeError, ValueError):
        # Missing, or no path at all: whoever reads it says so.
        return False


def _is_dossier(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return OWN_PAGE in file.read(OWN_HEAD)
    except OSError:
        return False


def _tell_outcome(outcome: TraceOutcome, request: TraceRequest, terminal: Terminal, *, shown: tuple[int, ...]) -> None:
    """Tell what was read and, where claims were shown, how to have the first of them explained."""
    counts = outcome.counts
    terminal.list_failures(outcome.trace.failed)
    renamed = sum(notice.code == KNOWN for notice in outcome.notices)
    other = f" ({renamed:,} under another name: --verbose says which)" if renamed else ""
    taken = f"{counts.read:,} read, {counts.known:,} known already{other}"
    terminal.tell(f"{taken}, {len(counts.skipped):,} skipped, {counts.failed:,} failed")
    tell_skipped(counts.skipped, terminal)
    tell_notices(outcome.notices, terminal)
    if request.out is not None:
        terminal.tell(f"dossier: {request.out}")
    if shown:
        keep = "" if request.case else "add --case FILE to keep this, then "
        case = request.case or "FILE"
        terminal.tell(f"how a claim's numbers come about: {keep}whence explain {shown[0]} --case {case}")
