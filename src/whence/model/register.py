"""What does an imported register say of companies? Each fact with the lines of the file that state it."""

from dataclasses import dataclass
from typing import Literal

from whence.model.report import MadeBy
from whence.model.values import RefusedRow

# What companies can share: a fact's kind says how its values are compared.
FactKind = Literal["address", "phone", "domain", "agent", "director", "owner"]
FACT_KINDS: tuple[FactKind, ...] = ("director", "owner", "address", "agent", "phone", "domain")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a register says of a company, as it is written there, and the lines (from 1) that say it.

    `birth_year`, `role`, `since` and `until` are a director's, `share` (percent) and `number` (of a company) an
    owner's. Dates are ISO 8601, cut to what is known.
    """

    kind: FactKind
    value: str
    lines: tuple[int, ...]
    birth_year: int | None = None
    role: str = ""
    since: str = ""
    until: str = ""
    share: float | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """One company as one register has it: `lines` are all those that speak of it, `facts` what may be shared.

    `incorporated` and `dissolved` are ISO 8601, cut to what is known; a field that the register leaves out is empty.
    `calling_code` is that of phone numbers without one of their own.
    """

    id: str
    register: str
    name: str
    lines: tuple[int, ...]
    number: str = ""
    jurisdiction: str = ""
    legal_form: str = ""
    status: str = ""
    incorporated: str = ""
    dissolved: str = ""
    calling_code: str = ""
    other_names: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()

    def of_kind(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of one kind, in the order of the file."""
        return tuple(fact for fact in self.facts if fact.kind == kind)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a register as it stands in the file, found again by its line (from 1)."""

    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class RegisterContent:
    """What a file holds: its companies, all its rows, rows that were refused and cells that were passed over."""

    companies: tuple[Company, ...]
    rows: tuple[SourceRow, ...]
    refused: tuple[RefusedRow, ...] = ()
    noted: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """An imported file: where it came from, under which licence, how many companies and rows, when and by what.

    One imported later under the same `name` takes its place in the network; both stay in the case.
    """

    id: str
    name: str
    licence: str
    file: str
    sha256: str
    companies: int
    rows: int
    refused: int
    at: str
    made_by: MadeBy
