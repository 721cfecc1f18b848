"""Which column of a register's table says what? A mapping file in TOML, written or corrected by a person."""

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from whence.errors import FixUsage

Columns = tuple[str, ...]
# Fields of each part; those ending in `_is` hold a value for every row instead of a column.
COMPANY = (
    *("name", "number", "jurisdiction", "legal_form", "status", "incorporated", "dissolved", "address", "phone"),
    *("email", "agent", "jurisdiction_is"),
)
PERSON = ("name", "born", "role", "role_is", "since", "until", "split")
OWNER = ("name", "share", "number", "split")
FILE = ("delimiter", "encoding", "dates", "calling_code")
PARTS = {"file": FILE, "company": COMPANY, "officer": PERSON, "owner": OWNER}
HOW = "Have a mapping proposed and correct it: whence register mapping FILE.csv > MAP.toml"


@dataclass(frozen=True, slots=True)
class PartColumns:
    """The columns of one officer or one owner; `split` is what stands between several in one cell."""

    columns: Mapping[str, str]
    role_is: str = ""
    split: str = ""


@dataclass(frozen=True, slots=True)
class RegisterMapping:
    """A mapping as read: columns by field, several for an address. An empty `delimiter` or `encoding` is sniffed."""

    company: Mapping[str, Columns]
    officers: tuple[PartColumns, ...] = ()
    owners: tuple[PartColumns, ...] = ()
    jurisdiction_is: str = ""
    delimiter: str = ""
    encoding: str = ""
    dates: tuple[str, ...] = ()
    calling_code: str = ""

    def named(self) -> tuple[str, ...]:
        """Return every column that the mapping names."""
        found = [column for columns in self.company.values() for column in columns]
        for part in (*self.officers, *self.owners):
            found.extend(part.columns.values())
        return tuple(dict.fromkeys(found))


def read_mapping(text: str) -> RegisterMapping:
    r"""Return the mapping that TOML holds; raise FixUsage where it is none, names no company, or a field is unknown.

    >>> read_mapping('[company]\nname = "Firm"\naddress = ["Street", "Town"]').company["address"]
    ('Street', 'Town')
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FixUsage(f"The mapping is no TOML: {problem}.", hint=HOW) from problem
    _check_fields(found)
    file, company = found.get("file", {}), found.get("company", {})
    if not company.get("name"):
        raise FixUsage("Found no name under [company], expected the column of the company's name.", hint=HOW)
    return RegisterMapping(
        company={field: _columns(value) for field, value in company.items() if not field.endswith("_is")},
        officers=tuple(map(_part, found.get("officer", []))),
        owners=tuple(map(_part, found.get("owner", []))),
        jurisdiction_is=str(company.get("jurisdiction_is", "")),
        delimiter=str(file.get("delimiter", "")),
        encoding=str(file.get("encoding", "")),
        dates=_columns(file.get("dates", ())),
        calling_code=str(file.get("calling_code", "")).lstrip("+"),
    )


def _check_fields(found: Mapping[str, Any]) -> None:
    for name, part in found.items():
        _check_known(name, tuple(PARTS), "section")
        is_list = name in ("officer", "owner")
        if not isinstance(part, list if is_list else dict):
            written = f"[[{name}]]" if is_list else f"[{name}]"
            raise FixUsage(f"Found {name} written otherwise, expected it as {written}.", hint=HOW)
        for each in part if is_list else [part]:
            if not isinstance(each, dict):
                raise FixUsage(f"Found {name} written otherwise, expected it as [[{name}]].", hint=HOW)
            for field in each:
                _check_known(field, PARTS[name], f"field of {name}")
        if is_list and any(not each.get("name") for each in part):
            raise FixUsage(f"Found [[{name}]] without a name, expected the column of the name.", hint=HOW)


def _check_known(name: str, known: Sequence[str], what: str) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise FixUsage(f"Found the {what} {name!r}, which is none.", hint=f"{hint}It may be: {', '.join(known)}.")


def _columns(value: object) -> Columns:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _part(found: Mapping[str, Any]) -> PartColumns:
    columns = {field: str(value) for field, value in found.items() if field not in ("role_is", "split")}
    return PartColumns(columns, str(found.get("role_is", "")), str(found.get("split", "")))
