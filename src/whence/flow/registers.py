"""How does the file of a company register come into a case, and what network do the registers of a case make?"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from whence.errors import FixUsage, NoSuchThing, NothingToRead
from whence.flow.one_file import read_one_file
from whence.link.company_network import build_network
from whence.link.company_part import find_company, lines_of, network_of
from whence.link.options import RegisterOptions
from whence.model.company_network import CompanyNetwork
from whence.model.entity import CaseEntity
from whence.model.ids import content_id, options_digest
from whence.model.register import Register, RegisterContent
from whence.model.report import MadeBy
from whence.ports import Case, Clock
from whence.read.decoding import decode
from whence.read.registers.ftm import read_register_ftm
from whence.read.registers.mapping import HOW, read_mapping
from whence.read.registers.propose import propose_mapping
from whence.read.registers.table import read_register_table
from whence.version import __version__

# Rows of registers as they stand in their files, by the register's id and the line.
RegisterRows = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class RegisterRequest:
    """A register to import: its file, the mapping file of a table, its name (the file's without one) and licence."""

    path: Path
    mapping: Path | None = None
    name: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class RegisterOutcome:
    """An imported register and what its file held; `is_new` is false where the case had the same one already."""

    register: Register
    content: RegisterContent
    is_new: bool


def import_register(request: RegisterRequest, *, case: Case, clock: Clock, max_bytes: int) -> RegisterOutcome:
    """Read a company register into the case: a table by a mapping, or FollowTheMoney JSON lines.

    Raises NothingToRead where the file or the mapping file cannot be read or is empty, FixUsage where a table comes
    without a mapping, does not fit it, or holds no company.
    """
    data, text = _register_text(request.path, max_bytes)
    digest = hashlib.sha256(data).hexdigest()
    mapping = _mapping_text(request, text)
    name = request.name or request.path.name.split(".")[0]
    key = content_id("g", digest, mapping or "", name)
    try:
        content = _read_register(data, text, mapping, key)
    except FixUsage as problem:
        raise FixUsage(f"{request.path}: {problem.message}", hint=problem.hint) from problem
    register = Register(
        id=key,
        name=name,
        licence=request.licence,
        file=request.path.name,
        sha256=digest,
        companies=len(content.companies),
        rows=len(content.rows),
        refused=len(content.refused),
        at=clock.now().isoformat(),
        made_by=MadeBy("whence.registers", __version__, options_digest(mapping or "")),
    )
    if not content.companies:
        first = f" The first row that was refused: {content.refused[0].reason}" if content.refused else ""
        hint = HOW if mapping is not None else "Give FollowTheMoney lines, one entity each, companies among them."
        raise FixUsage(f"{request.path}: Found no company in it.{first}", hint=hint)
    return RegisterOutcome(register, content, case.registers.add(register, content))


def registers_in_force(case: Case) -> list[Register]:
    """Return the registers in force, in order of arrival: of those with one name the last."""
    return list({register.name: register for register in case.registers.all()}.values())


def find_network(
    case: Case, entities: Iterable[CaseEntity], *, company: str, options: RegisterOptions
) -> CompanyNetwork:
    """Return the network of the registers in force: all of it, or, where `company` is not empty, what it is part of.

    Raises NoSuchThing where no register is in force, and where no company, or more than one, is called so.
    """
    registers = registers_in_force(case)
    if not registers:
        hint = "Import one: whence register import FILE --mapping MAP.toml --case FILE"
        raise NoSuchThing("This case holds no company register yet.", hint=hint)
    companies = case.registers.companies([register.id for register in registers])
    network = build_network(registers, companies, entities, options=options)
    return network_of(network, find_company(network.companies, company), options=options) if company else network


def rows_of(case: Case, network: CompanyNetwork) -> RegisterRows:
    """Return the rows that a network rests on, as they stand in their files, by register and line."""
    return {
        (register, line): raw
        for register, lines in lines_of(network).items()
        for line, raw in case.registers.rows(register, lines).items()
    }


def propose_mapping_of(path: Path, *, max_bytes: int) -> str:
    """Return a mapping file for a register's table, to be corrected by a person; raise as `import_register` does."""
    _, text = _register_text(path, max_bytes)
    if _is_json_lines(text):
        hint = f"Import it as it is: whence register import {path} --case FILE"
        raise FixUsage(f"{path}: Found JSON lines, which need no mapping.", hint=hint)
    return propose_mapping(text)


def _register_text(path: Path, max_bytes: int) -> tuple[bytes, str]:
    hint = "Give a table with a first line of names, or FollowTheMoney lines."
    setting = "read.max_register_bytes"
    return read_one_file(path, max_bytes=max_bytes, setting=setting, expected="a register", hint=hint)


def _is_json_lines(text: str) -> bool:
    return text.lstrip().startswith("{")


def _mapping_text(request: RegisterRequest, text: str) -> str | None:
    """Return the text of the mapping file, None for JSON lines, which need none; raise FixUsage without one."""
    if _is_json_lines(text):
        return None
    if request.mapping is None:
        hint = f"Have one proposed, correct it, and name it after --mapping: whence register mapping {request.path}"
        raise FixUsage(f"{request.path}: Found a table and no --mapping that says what its columns are.", hint=hint)
    try:
        return request.mapping.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = (problem.strerror if isinstance(problem, OSError) else "") or "it is no UTF-8 text"
        found = f"The mapping file {request.mapping} cannot be read: {reason}."
        raise NothingToRead(found, hint=HOW) from problem


def _read_register(data: bytes, text: str, mapping: str | None, key: str) -> RegisterContent:
    if mapping is None:
        return read_register_ftm(text, register=key)
    read = read_mapping(mapping)
    if read.encoding:
        text = decode(data, declared=read.encoding)
    return read_register_table(text, read, register=key)
