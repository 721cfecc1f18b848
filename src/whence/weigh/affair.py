"""Who, when, where, and what spread? All rows of a case's affair, from one look at its statements."""

from whence.model.affair import Affair, AffairSources
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
