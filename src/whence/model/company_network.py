"""Which companies share what, who owns whom, and which patterns are there? Each line with the rows that state it."""

from dataclasses import dataclass
from typing import Literal

from whence.model.register import Company, FactKind, Register

# "number": one company that stands in two registers under the same number of the same jurisdiction.
TieKind = FactKind | Literal["number"]
PatternKind = Literal[
    "one_address",
    "same_day",
    "circular_ownership",
    "many_directorships",
    "same_set",
    "succession",
    "chain_across_jurisdictions",
]


@dataclass(frozen=True, slots=True)
class Holder:
    """One company that shares a thing: how its register writes it, in which lines, and what is to be noted of it."""

    company: str
    value: str
    lines: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that two companies or more share, and why it is taken for one thing.

    `is_sure` is false where it is only possibly the same: a name without a year of birth. `is_hub` is true where so
    many companies share it that it links nobody by itself. `shared_by` counts all companies that share it, also those
    that a part of the network leaves out of `holders`.
    """

    id: str
    kind: TieKind
    name: str
    holders: tuple[Holder, ...]
    why: str
    shared_by: int
    is_sure: bool = True
    is_hub: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """One company owns another, as the other's register says in these lines; `share` is in percent where it is given.

    `is_sure` is false where the owner was found by its name alone.
    """

    owner: str
    owned: str
    share: float | None
    lines: tuple[int, ...]
    why: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class CompanyGroup:
    """Companies that sure ties and holdings connect; `ties` and `holdings` are places in those of the network.

    `size` counts all companies of the group, also those that a part of the network leaves out.
    """

    id: str
    companies: tuple[str, ...]
    ties: tuple[int, ...]
    holdings: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One line of a register that a pattern rests on."""

    company: str
    line: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something that is seen in the register: what, how common it is there, and what innocent grounds it often has.

    A pattern is described; it says nothing of what anybody did or meant.
    """

    kind: PatternKind
    said: str
    how_common: str
    innocent: str
    companies: tuple[str, ...]
    rows: tuple[PatternRow, ...]


@dataclass(frozen=True, slots=True)
class CompanyMatch:
    """A company that may be an entity of the case: a possible match, with what speaks for it and against it."""

    company: str
    entity: str
    name: str
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyNetwork:
    """Registers and companies, what they share, who owns whom, groups, patterns and possible matches.

    `about` is the id of the company that a part of the network is about, and empty for all of it.
    """

    registers: tuple[Register, ...]
    companies: tuple[Company, ...]
    ties: tuple[Tie, ...]
    holdings: tuple[Holding, ...]
    groups: tuple[CompanyGroup, ...]
    patterns: tuple[Pattern, ...]
    matches: tuple[CompanyMatch, ...] = ()
    about: str = ""
