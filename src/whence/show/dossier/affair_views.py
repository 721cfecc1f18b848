"""What do the parts on who, when, where and spread show? Nouns between the affair and the templates; all is inert."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from whence.show.dossier.picture import Picture
from whence.show.dossier.views import Link, Quotation

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """The rows of a table: those that are open, those folded away, and how many are left to the JSON."""

    name: str
    first: tuple[Row, ...]
    further: tuple[Row, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class SaidView:
    """What one report says, framed, with the chain of voices behind it and the numbers of its claims."""

    report: Link
    time: str
    frame: str
    quotation: Quotation
    chain: tuple[str, ...]
    names_source: bool
    claims: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class WhenRow:
    """A time and what is said of it; `note` where the time may be that of the saying."""

    number: int
    anchor: str
    when: str
    value: str
    worded: Quotation
    note: str
    said: SaidView
    who: tuple[str, ...]
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhereRow:
    """A place, how vaguely it is known, and what is said of it; `more` are statements that are not shown."""

    number: int
    anchor: str
    name: str
    position: str
    vagueness: str
    said: tuple[SaidView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the network in words, and what says so."""

    number: int
    anchor: str
    frame: str
    subject: str
    predicate: str
    object: str
    said: tuple[SaidView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One who is named or described: kind, other names, what is stated of it as worded, and where it stands."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    stated: tuple[str, ...]
    places: tuple[Quotation, ...]
    more: int
    maybe_same: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpreadView:
    """Who is reported to have a thing: first by whom and when, since when and where, and who came earlier."""

    number: int
    anchor: str
    thing: str
    maybe_same: tuple[str, ...]
    holder: str
    tied: str
    frame: str
    first: SaidView
    origins: tuple[str, ...]
    since: str
    since_worded: Quotation | None
    where: tuple[str, ...]
    later: tuple[SaidView, ...]
    more: int
    preceded_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhoView:
    """The network: its picture, its lines and its entities."""

    picture: Picture | None
    undrawn: str
    lines: Table[LineRow]
    entities: Table[EntityRow]


@dataclass(frozen=True, slots=True)
class WhenView:
    """The timeline and its table."""

    picture: Picture
    undrawn: str
    rows: Table[WhenRow]


@dataclass(frozen=True, slots=True)
class WhereView:
    """The map and its table; no picture where no place has a position, or no base map was given."""

    picture: Picture | None
    undrawn: str
    rows: Table[WhereRow]


@dataclass(frozen=True, slots=True)
class WhatSpreadView:
    """The pictures of what spread, and their table."""

    picture: Picture
    undrawn: str
    rows: Table[SpreadView]


@dataclass(frozen=True, slots=True)
class AffairView:
    """The parts that there is something to show for."""

    who: WhoView | None = None
    when: WhenView | None = None
    where: WhereView | None = None
    spread: WhatSpreadView | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.who is None and self.when is None and self.where is None and self.spread is None
