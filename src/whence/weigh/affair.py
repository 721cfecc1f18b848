"""Who, when, where, and what spread? All rows of a case's affair, from one look at its statements."""

from dataclasses import replace

from whence.model.affair import Affair, AffairSources
from whence.model.entity import CaseEntity
from whence.weigh.map_points import find_points
from whence.weigh.network import find_network
from whence.weigh.spread import find_spread
from whence.weigh.statement_places import place_statements
from whence.weigh.timeline import find_timeline


def find_affair(sources: AffairSources) -> Affair:
    """Return timeline, places, spread and network; each row has the report's words behind it."""
    places = place_statements(sources)
    return Affair(
        timeline=find_timeline(sources, places),
        points=find_points(sources, places),
        spread=find_spread(sources, places),
        network=find_network(sources, places),
        entities=tuple(sources.entities),
    )


def only_about(affair: Affair, entity: CaseEntity) -> Affair:
    """Return only the rows that speak of an entity, with those that lines join to it."""
    lines = tuple(line for line in affair.network.lines if entity.id in (line.relation.subject, line.relation.object))
    near = {end for line in lines for end in (line.relation.subject, line.relation.object)} | {entity.id}
    own = {each.id for each in entity.occurrences}
    names = {name.casefold() for name in (entity.name, *entity.aliases)}
    return replace(
        affair,
        entities=tuple(each for each in affair.entities if each.id in near),
        network=replace(
            affair.network, nodes=tuple(each for each in affair.network.nodes if each.id in near), lines=lines
        ),
        timeline=tuple(row for row in affair.timeline if entity.id in row.entities),
        points=tuple(point for point in affair.points if point.name.casefold() in names),
        spread=tuple(row for row in affair.spread if entity.id in (row.thing, row.holder)),
        decisions=tuple(each for each in affair.decisions if {each.one, each.other} & own),
    )
