"""Which words of which report tie an equipment, a method or an alias to one who has it?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from whence.model.affair import AffairSources, Said
from whence.model.entity import CaseEntity, CaseRelation, Occurrence, RelationSource
from whence.model.spans import Span, Spans
from whence.model.statement import Attribute, EntityKind, Predicate
from whence.weigh.statement_places import StatementPlaces

# Relations that tie a thing to one who has it; what the words say stands in the row. Others ("attacked", "denies") do
# not: that something was attacked with a drone says nothing of who has it.
TIES: frozenset[Predicate] = frozenset(
    {
        "uses_equipment",
        "owns",
        "supplied_by",
        "trained_in",
        "trained_by",
        "linked_to",
        "located_in",
        "operates_in",
        "member_of",
        "part_of",
        "employs",
        "preceded_by",
    }
)
# Of these the object may be a method or thing even where its kind is not known: nobody is trained in "equipment".
_THING_AS_OBJECT: frozenset[Predicate] = frozenset({"uses_equipment", "trained_in"})
_UNKNOWN_KINDS: frozenset[EntityKind] = frozenset({"unknown"})
# What cannot have anything.
_NO_HOLDERS: frozenset[EntityKind] = frozenset({"equipment", "date", "quantity", "nationality", "document"})


@dataclass(frozen=True, slots=True)
class Tie:
    """One source that says a holder has a thing, and the words beside which its time and place are looked for."""

    thing: str
    thing_name: str
    kind: Literal["thing", "alias"]
    holder: str
    predicate: Predicate
    said: Said
    worded: Span
    reach: Spans


def find_ties(sources: AffairSources, places: StatementPlaces) -> Iterator[Tie]:
    """Yield every source that ties a thing to a holder: those of relations, and the aliases that reports state."""
    entities = {entity.id: entity for entity in sources.entities}
    yield from _ties_of_relations(sources.relations, entities, places)
    yield from _ties_of_aliases(sources.entities, places)


def _ties_of_relations(
    relations: Iterable[CaseRelation], entities: Mapping[str, CaseEntity], places: StatementPlaces
) -> Iterator[Tie]:
    for relation in relations:
        ends = _thing_and_holder(relation, entities)
        if ends is None:
            continue
        thing, holder = ends
        for source in relation.sources:
            if source.report in places.reports:
                said, reach = places.said_of(source), _reach(source, places)
                name = entities[thing].name
                yield Tie(thing, name, "thing", holder, relation.predicate, said, source.worded.span, reach)


def _thing_and_holder(relation: CaseRelation, entities: Mapping[str, CaseEntity]) -> tuple[str, str] | None:
    """Return which end is the thing and which has it, or None where the relation does not tie one to the other."""
    if relation.predicate not in TIES or relation.subject not in entities or relation.object not in entities:
        return None
    subject, target = entities[relation.subject], entities[relation.object]
    if target.kind == "equipment" and subject.kind not in _NO_HOLDERS:
        return target.id, subject.id
    if subject.kind == "equipment" and target.kind not in _NO_HOLDERS:
        return subject.id, target.id
    if relation.predicate in _THING_AS_OBJECT and target.kind in _UNKNOWN_KINDS and subject.kind not in _NO_HOLDERS:
        return target.id, subject.id
    return None


def _reach(source: RelationSource, places: StatementPlaces) -> Spans:
    """Return where the time and place of a relation may stand: its own passage and its statement."""
    statement = places.statement(source.report, source.statement)
    return (source.passage.span, *(statement.content if statement and statement.within == "text" else ()))


def _ties_of_aliases(entities: Iterable[CaseEntity], places: StatementPlaces) -> Iterator[Tie]:
    """Yield the aliases that a report states of one whom it names; nobody left unnamed is looked for by one."""
    for entity in entities:
        for occurrence in entity.occurrences if entity.named else ():
            for attribute in occurrence.attributes:
                if attribute.kind == "alias" and occurrence.report in places.reports:
                    tie = _tie_of_alias(entity, occurrence, attribute, places)
                    if tie is not None:
                        yield tie


def _tie_of_alias(
    entity: CaseEntity, occurrence: Occurrence, attribute: Attribute, places: StatementPlaces
) -> Tie | None:
    holding = places.holding(occurrence.report, attribute.span)
    if holding is None:
        return None
    alias = attribute.worded
    return Tie(
        f"alias:{alias.casefold()}",
        alias,
        "alias",
        entity.id,
        "linked_to",
        places.said(occurrence.report, holding.statement),
        attribute.span,
        places.reach(occurrence.report, holding, attribute.span),
    )
