"""Which thing do several reports speak of, and why were their names taken as one? Entities of a case."""

from dataclasses import dataclass
from typing import Literal

from whence.model.place import Position
from whence.model.report import Passage
from whence.model.statement import Act, Attribute, Certainty, EntityKind, Polarity, Predicate

# What was decided about two names: one thing, two things, or not to be told. As FollowTheMoney's resolvers have it.
EntityVerdict = Literal["same", "not_same", "unsure"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A thing as one report speaks of it: `id` hangs on report and name alone, so that it survives a run.

    `entity` is its id among the report's entities or descriptions, empty where only a statement's voice is it.
    `passages` are all the places where the report names it or, as a voice, leads back to it. `named` is false for what
    is only described. `voices` are the ids of the case voices that it is. `context` is what stands around its first
    places, so that it can be compared without its report. `position` is where the report places it, if it is a place.
    """

    id: str
    report: str
    entity: str
    name: str
    kind: EntityKind
    named: bool
    aliases: tuple[str, ...]
    passages: tuple[Passage, ...]
    attributes: tuple[Attribute, ...] = ()
    voices: tuple[str, ...] = ()
    context: str = ""
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class EntityDecision:
    """What was decided about two occurrences, and by what: an edge that a person can overrule and undo.

    `score` is 0 to 1, how surely they are one; `reasons` speak for it and `against` against it, in words. `who` is
    empty where a run decided, and `at` is then empty too; `judgement` is the number of a person's judgement.
    """

    one: str
    other: str
    verdict: EntityVerdict
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()
    who: str = ""
    at: str = ""
    judgement: int = 0


@dataclass(frozen=True, slots=True)
class EntityConflict:
    """Two occurrences that decisions both join and keep apart: shown to a person, never merged through."""

    one: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class CaseEntity:
    """One thing across the reports of a case: its commonest full name and every occurrence that was taken as it.

    `named` is false for what reports only describe ("a Mexican national"). Such a person has one occurrence, and
    `maybe_same` are the ids of descriptions in other reports that may be of the same person or group; documents and
    bodies that no report names may have several, where one voice or one noun leads to them.
    """

    id: str
    name: str
    kind: EntityKind
    named: bool
    aliases: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    maybe_same: tuple[str, ...] = ()

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """Everything that its reports state of it, in the order of its occurrences."""
        return tuple(attribute for occurrence in self.occurrences for attribute in occurrence.attributes)


@dataclass(frozen=True, slots=True)
class CaseEntities:
    """The entities of a case, the decisions behind them, and what could not be decided without a conflict."""

    entities: tuple[CaseEntity, ...]
    decisions: tuple[EntityDecision, ...] = ()
    conflicts: tuple[EntityConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldOccurrence:
    """An occurrence as a case holds it: with the id of its entity and the keys that it is looked up by."""

    occurrence: Occurrence
    entity: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationSource:
    """Where one report says that a relation holds: the statement, the words, and the passage that holds all of it.

    `voices` are the names of those on whose word the report has it, outermost first; empty for its own voice.
    """

    report: str
    statement: str
    passage: Passage
    worded: Passage
    voices: tuple[str, ...]
    act: Act
    certainty: Certainty
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class CaseRelation:
    """One line of the network: two entities, how they are related, and everything that says so.

    Lines are apart by predicate, polarity and certainty: "is a member" and "is said to have ties" are two lines.
    `claims` are the ids of the claims that its statements are mentions of.
    """

    id: str
    subject: str
    predicate: Predicate
    object: str
    certainty: Certainty
    polarity: Polarity
    sources: tuple[RelationSource, ...]
    claims: tuple[str, ...] = ()
