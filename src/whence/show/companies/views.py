"""What does the page of a company network show? Plain values, made harmless, ready for the template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a register: where it stands, what is written there, and its anchor in the list of rows."""

    place: str
    raw: str
    anchor: str


@dataclass(frozen=True, slots=True)
class HolderView:
    """One company that shares a thing, as its register writes it, with its rows."""

    company: str
    value: str
    note: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class TieView:
    """One thing that is shared: its kind, how it stands, why it is taken for one, who shares it, and how many more."""

    kind: str
    words: str
    name: str
    standing: str
    why: str
    is_hub: bool
    holders: tuple[HolderView, ...]
    left: int


@dataclass(frozen=True, slots=True)
class HoldingView:
    """Who owns whom, in words, with the rows."""

    words: str
    why: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class CompanyView:
    """A company's name, and its number, jurisdiction and time."""

    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One row in the box of what some companies share."""

    y: float
    kind: str
    words: str
    title: str


@dataclass(frozen=True, slots=True)
class Box:
    """A company, or what some share, in its place; `style` is company, sure, possible or hub."""

    x: float
    y: float
    width: float
    height: float
    style: str
    title: str
    lines: tuple[str, ...] = ()
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a company to what it shares, or from an owner to what it owns, as the `d` of a path."""

    d: str
    style: str
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a line of ownership."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A group, drawn: companies on the left, what they share on the right, who owns whom before them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group: its drawing, and everything in it again as tables; `cut` says what the drawing leaves out."""

    anchor: str
    title: str
    count: str
    companies: tuple[CompanyView, ...]
    drawing: Drawing
    cut: str
    ties: tuple[TieView, ...]
    holdings: tuple[HoldingView, ...]


@dataclass(frozen=True, slots=True)
class PatternView:
    """One pattern with its rows, or the first of them; `count` counts all."""

    said: str
    how_common: str
    rows: tuple[RowView, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PatternsView:
    """The patterns of one kind, with their innocent grounds."""

    words: str
    innocent: str
    patterns: tuple[PatternView, ...]
    cut: str


@dataclass(frozen=True, slots=True)
class MatchView:
    """A possible match of a company with what the reports name."""

    name: str
    company: CompanyView
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Where the companies come from."""

    name: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """Everything that the page shows."""

    title: str
    at: str
    counts: tuple[str, ...]
    groups: tuple[GroupView, ...]
    left_out: str
    loose: tuple[TieView, ...]
    patterns: tuple[PatternsView, ...]
    matches: tuple[MatchView, ...]
    registers: tuple[RegisterView, ...]
    rows: tuple[RowView, ...]
