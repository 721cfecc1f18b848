"""Who is said to be how related to whom? The lines of a case with what says so, and the things that they join."""

from whence.model.affair import AffairSources, Network, NetworkLine
from whence.model.entity import CaseEntity, CaseRelation
from whence.weigh.statement_places import StatementPlaces, place_statements


def find_network(sources: AffairSources, places: StatementPlaces | None = None) -> Network:
    """Return the network: lines with most reports first, and the entities that they join, those of most lines first.

    A line needs both its entities and a source among the reports; no two things are joined for standing together.
    """
    places = places or place_statements(sources)
    entities = {entity.id: entity for entity in sources.entities}
    lines = [
        _line(relation, places)
        for relation in sources.relations
        if relation.subject in entities
        and relation.object in entities
        and any(source.report in sources.reports for source in relation.sources)
    ]
    lines.sort(key=lambda line: (-len({said.report for said in line.said}), line.relation.id))
    return Network(_nodes(lines, entities), tuple(lines))


def _line(relation: CaseRelation, places: StatementPlaces) -> NetworkLine:
    held = [source for source in relation.sources if source.report in places.reports]
    return NetworkLine(relation, tuple(map(places.said_of, held)), tuple(source.worded for source in held))


def _nodes(lines: list[NetworkLine], entities: dict[str, CaseEntity]) -> tuple[CaseEntity, ...]:
    uses: dict[str, int] = {}
    for line in lines:
        for end in dict.fromkeys((line.relation.subject, line.relation.object)):
            uses[end] = uses.get(end, 0) + 1
    ranked = sorted(uses, key=lambda end: (-uses[end], entities[end].name, end))
    return tuple(entities[end] for end in ranked)
