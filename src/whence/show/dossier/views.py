"""What does each part of the dossier show? Plain nouns between the trace and the templates; every string is inert."""

from dataclasses import dataclass

from whence.show.dossier.stemma_drawing import Drawing


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place in the dossier."""

    label: str
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage of a report, word for word, with the place in the texts where it stands; `lang` where not English."""

    words: str
    place: Link
    lang: str = ""


@dataclass(frozen=True, slots=True)
class RangePicture:
    """The three numbers as dots on an axis: where each stands, the ticks, and the same in words."""

    width: int
    ticks: tuple[tuple[float, str], ...]
    at_least: float
    likely: float
    at_most: float
    words: str


@dataclass(frozen=True, slots=True)
class NumbersView:
    """The three numbers of a claim or a story, in words and as a picture."""

    picture: RangePicture
    words: str
    brief: str
    short: str
    own_access: int
    independence: str
    corroborated: bool
    spread: str


@dataclass(frozen=True, slots=True)
class FlagView:
    """One warning: the shape that stands for it and the words that say it."""

    shape: str
    words: str


@dataclass(frozen=True, slots=True)
class MentionView:
    """How one report puts a claim: its words, how surely, and the chain of voices from the report to the origin."""

    report: Link
    time: str
    frame: str
    manner: str
    quotation: Quotation
    chain: tuple[str, ...]
    names_source: bool
    grounds: tuple[str, ...]
    in_title: bool


@dataclass(frozen=True, slots=True)
class DependenceView:
    """One edge of a stemma in words, with the passages on both sides."""

    later: Link
    earlier: str
    earlier_link: Link | None
    how: str
    acknowledged: str
    probability: str
    is_drawn: bool
    later_passages: tuple[Quotation, ...]
    earlier_passages: tuple[Quotation, ...]
    why: str


@dataclass(frozen=True, slots=True)
class StemmaView:
    """A drawn stemma and its table twin."""

    drawing: Drawing | None
    undrawn: str
    rows: tuple[DependenceView, ...]
    faint_rows: tuple[DependenceView, ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """One change on the way from an earlier report to a later one."""

    kind: str
    earlier: Link
    later: Link
    before: Quotation
    after: Quotation | None
    why: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin and why it counts as one."""

    name: str
    kind: str
    link: Link | None
    own_access: bool
    why: str


@dataclass(frozen=True, slots=True)
class ClaimLinkView:
    """Another claim that this one stands in some relation to."""

    kind: str
    claim: Link
    frame: str
    why: str
    passages: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as a row of the list and, where several reports bear on it, as a section of its own."""

    number: int
    anchor: str
    id: str
    frame: str
    text: str
    lang: str
    numbers: NumbersView
    flags: tuple[FlagView, ...]
    count: str
    mentions: tuple[MentionView, ...]
    stemma: StemmaView | None = None
    drift: tuple[DriftView, ...] = ()
    origins: tuple[OriginView, ...] = ()
    would_change: tuple[tuple[str, str], ...] = ()
    links: tuple[ClaimLinkView, ...] = ()
    unknowns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryView:
    """One affair: its reports, its pooled numbers, how its reports depend on each other, and its claims.

    `first` are the claims to read first, `further` others with a section of their own, `singles` those said once.
    """

    anchor: str
    title: str
    reason: str
    count: str
    reports: tuple[tuple[Link, str, str], ...]
    numbers: NumbersView
    pooled: tuple[Link, ...]
    origins: tuple[OriginView, ...]
    stemma: StemmaView | None
    first: tuple[ClaimView, ...]
    further: tuple[ClaimView, ...]
    singles: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text under the same marks: its anchors, classes, a note, and the claims that end with it."""

    words: str
    classes: str = ""
    anchors: tuple[str, ...] = ()
    note: str = ""
    claims: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EditView:
    """One change between two versions of a report."""

    before: str
    after: str
    place: Link


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with its whole text, marked."""

    number: int
    anchor: str
    outlet: str
    lang: str
    published: str
    title: tuple[Piece, ...]
    facts: tuple[tuple[str, str], ...]
    address: str
    address_link: str | None
    paragraphs: tuple[tuple[Piece, ...], ...]
    notice: str
    earlier_versions: int = 0
    edits: tuple[EditView, ...] = ()
