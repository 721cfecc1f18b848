"""What does one report say, on whose word, and how surely?"""

from dataclasses import dataclass
from typing import Literal

from whence.model.report import MadeBy
from whence.model.spans import Span, Spans

VoiceKind = Literal["person", "organisation", "government", "outlet", "document", "unnamed", "unspecified"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Polarity = Literal["positive", "negative"]
Act = Literal[
    "asserts",
    "believes",
    "suspects",
    "alleges",
    "denies",
    "predicts",
    "asks",
    "demands",
    "promises",
    "admits",
    "doubts",
    "own_voice",
]
QuoteKind = Literal["direct", "indirect", "mixed", "none"]
Basis = Literal["first_hand", "named_source", "document", "cites_outlet", "unnamed_source", "none"]
Where = Literal["text", "title"]
EntityKind = Literal[
    "person",
    "organisation",
    "armed_group",
    "government",
    "outlet",
    "place",
    "facility",
    "equipment",
    "document",
    "date",
    "quantity",
    "nationality",
    "unknown",
]


Predicate = Literal[
    "member_of",
    "part_of",
    "located_in",
    "operates_in",
    "uses_equipment",
    "trained_in",
    "trained_by",
    "supplied_by",
    "employs",
    "owns",
    "directs",
    "linked_to",
    "investigates",
    "accuses",
    "denies",
    "met",
    "attacked",
    "preceded_by",
]
# What a report states of a thing beside its name. "Nationality" is as worded, never more.
AttributeKind = Literal["nationality", "role", "age", "number", "place", "alias"]
DescriptionKind = Literal["person", "group", "equipment", "method"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Anyone or anything that can say: `name` is who it is within the report, `as_worded` what the text calls it.

    `span` is where it is worded, in the same text as its statement; None where the text leaves it unworded.
    """

    name: str
    as_worded: str
    kind: VoiceKind
    named: bool
    span: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a report says: content, the cue and source that attribute it, and the chain of voices behind it.

    `voices` runs from the report outward in: the one nearest the report first, the origin last; empty for the report's
    own voice. `whole` is the content as the attribution marks it, with its quotation marks: statements that share it
    are its parts, one a sentence; empty where the content is whole itself. `grounds` are voices on whose word the thing
    is said to rest without being its source. `within` tells whether spans are in the report's text or its title.
    """

    id: str
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    voices: tuple[Voice, ...] = ()
    act: Act = "own_voice"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    quote: QuoteKind = "none"
    basis: Basis = "none"
    hedges: Spans = ()
    grounds: tuple[Voice, ...] = ()
    within: Where = "text"
    whole: Spans = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that a report states of a thing beside its name, as worded there."""

    kind: AttributeKind
    worded: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing in one report: its fullest name, its kind, its other names, and where each occurs."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    occurrences: Spans
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as worded and its value in EDTF, read against the report's own date.

    `other` is the value that it may have as well where it is all in figures and nothing shows which is the month's
    ("02/03/2031"); empty for all else.
    """

    span: Span
    value: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class PlaceExpression:
    """A place as worded; coordinates in degrees and `radius_km` say where and how vaguely, when known.

    `chosen_among` is how many places of the gazetteer bear the name where nothing in the report tells which is meant;
    0 where the report tells, or one of them is so much larger that the name alone does.
    """

    span: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    gazetteer_id: str | None = None
    chosen_among: int = 0


@dataclass(frozen=True, slots=True)
class Description:
    """A thing that a report describes and does not name ("a Mexican national", "explosive-dropping drones").

    It stands for itself in its report alone: it is never given a name, here or anywhere. `spans` are the places where
    the report speaks of it.
    """

    id: str
    worded: str
    kind: DescriptionKind
    spans: Spans
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link between two things of a report, tied to the statement that says it.

    `subject` and `object` are ids of entities or descriptions of the report. `worded` are the words that state the
    link, `passage` the stretch that holds them and both things; spans are in the report's text. Certainty, polarity
    and act are those of the link as stated: what is alleged of two things stays alleged.
    """

    subject: str
    predicate: Predicate
    object: str
    statement: str
    worded: Span
    passage: Span
    act: Act = "own_voice"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class ReadingNotes:
    """What is worth knowing of how a text was read, where another reader than the built-in one took part.

    `rejected` counts what it proposed that does not stand in the text, `fallen_back` the passages that the built-in
    reader read in its place, for the `reason` that the first of them had; `remote` is the address that the text was
    sent to, where that is not on this computer.
    """

    rejected: int = 0
    fallen_back: int = 0
    remote: str | None = None
    reason: str | None = None

    def followed_by(self, other: "ReadingNotes") -> "ReadingNotes":
        """Return the notes of two texts in one: counted together, with the first reason and address that there are.

        >>> ReadingNotes(1, 1, reason="No answer.").followed_by(ReadingNotes(2, 1, reason="Refused."))
        ReadingNotes(rejected=3, fallen_back=2, remote=None, reason='No answer.')
        """
        return ReadingNotes(
            self.rejected + other.rejected,
            self.fallen_back + other.fallen_back,
            self.remote or other.remote,
            self.reason or other.reason,
        )


NOTHING_TO_NOTE = ReadingNotes()


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that was read out of one report's text; `language_known` is False where no reader knows its language."""

    text_sha256: str
    made_by: MadeBy
    language_known: bool = True
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceExpression, ...] = ()
    descriptions: tuple[Description, ...] = ()
    relations: tuple[Relation, ...] = ()
    reading: ReadingNotes = NOTHING_TO_NOTE
