"""Who, when, where, and what went from whom to whom? The rows of a case's affair, each with the words behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from whence.model.entity import CaseEntity, CaseRelation, EntityConflict, EntityDecision
from whence.model.report import Passage, Report
from whence.model.statement import Act, Certainty, Polarity, Predicate, Understanding, Voice, Where
from whence.model.stemma import Numbers, WeighedClaim


@dataclass(frozen=True, slots=True)
class AffairSources:
    """All that the rows are made from; reports and understandings are by inner report id."""

    reports: Mapping[str, Report]
    understandings: Mapping[str, Understanding]
    entities: Sequence[CaseEntity]
    relations: Sequence[CaseRelation]
    claims: Sequence[WeighedClaim]


@dataclass(frozen=True, slots=True)
class ClaimNumbers:
    """A claim that a statement is a mention of, and how many independent origins affirm it."""

    claim: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says, in its own words, on whose word, and how surely: an allegation stays one.

    `words` are those of the passage. `voices` run from the one nearest the report to the origin, and are empty for the
    report's own voice. `claims` are those that the statement is a mention of.
    """

    report: str
    statement: str
    passage: Passage
    within: Where
    words: str
    voices: tuple[Voice, ...]
    act: Act
    certainty: Certainty
    polarity: Polarity
    claims: tuple[ClaimNumbers, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A statement with a time that it gives: the days it may mean, None where they are open or not known.

    `other` is the value that it may have as well, where figures do not show their order; its days are not counted in.

    A time in the `content` of a statement is when the thing is said to be; one that stands beside it, in its sentence
    alone, may be when it was said. `entities` are ids of those that the same statement names, `places` their names.
    """

    value: str
    worded: Passage
    earliest: date | None
    latest: date | None
    stands_in: Literal["content", "sentence"]
    said: Said
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    other: str = ""


@dataclass(frozen=True, slots=True)
class SaidThere:
    """A statement that names a place, and where it does."""

    worded: Passage
    said: Said


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place and what is said to be or happen there; without coordinates where none are known.

    `chosen_among` is how many places bear the name where no report tells which is meant, else 0.
    """

    name: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    gazetteer_id: str
    said: tuple[SaidThere, ...]
    chosen_among: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """When a report says that a holder had a thing: an EDTF value, the days it may mean, and where it says so.

    `other` is the value that it may have as well, where figures do not show their order.
    """

    value: str
    worded: Passage
    earliest: date | None
    latest: date | None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Preceded:
    """An earlier holder of the same thing: said to have had it earlier, or only reported earlier."""

    holder: str
    by: Literal["said", "reported"]


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """Who is reported to have a thing: an equipment, a method or an alias, and who reported it first.

    `thing` and `holder` are ids of entities; for an alias `thing` is no id. Affirmed and denied are two rows.
    `first` is the earliest report by its date, `later` are all others; `since` and `where` are what the first one that
    tells of them tells. `origins` are the voices at the end of the first report's chain, or its outlet's own voice.
    `preceded_by` says what came earlier, never that one thing led to the other.
    """

    thing: str
    thing_name: str
    kind: Literal["thing", "alias"]
    holder: str
    predicates: tuple[Predicate, ...]
    polarity: Polarity
    first: Said
    later: tuple[Said, ...]
    origins: tuple[Voice, ...]
    since: Since | None = None
    where: tuple[str, ...] = ()
    preceded_by: tuple[Preceded, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """One line of the network with everything that says so, and the words of each that state it."""

    relation: CaseRelation
    said: tuple[Said, ...]
    worded: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """The entities that lines join, and the lines. Nothing is joined for standing together."""

    nodes: tuple[CaseEntity, ...]
    lines: tuple[NetworkLine, ...]


@dataclass(frozen=True, slots=True)
class Affair:
    """Who, when, where and what spread, as the reports of a case have it; `entities` are all that have an id here.

    `decisions` say why names were taken as one entity or not, `conflicts` where people's decisions stand against each
    other.
    """

    timeline: tuple[TimelineRow, ...] = ()
    points: tuple[MapPoint, ...] = ()
    spread: tuple[SpreadRow, ...] = ()
    network: Network = Network((), ())
    entities: tuple[CaseEntity, ...] = ()
    decisions: tuple[EntityDecision, ...] = ()
    conflicts: tuple[EntityConflict, ...] = ()
