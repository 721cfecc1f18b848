"""What does the dossier show of who, when, where and what spread? Each part only where there is something to show."""

from whence.model.affair import Affair
from whence.ports import BaseMap
from whence.show.dossier.affair_rows import Cast
from whence.show.dossier.affair_views import AffairView
from whence.show.dossier.map_view import show_map
from whence.show.dossier.network_view import show_network
from whence.show.dossier.places import Places
from whence.show.dossier.spread_view import show_spread
from whence.show.dossier.timeline_view import show_timeline


def show_affair(affair: Affair, places: Places, base_map: BaseMap | None = None) -> AffairView:
    """Return the parts of the affair; every passage that they quote gets its place in the texts."""
    cast = Cast(places, {entity.id: entity for entity in affair.entities})
    return AffairView(
        who=show_network(affair.network, affair.entities, cast),
        when=show_timeline(affair.timeline, cast),
        where=show_map(affair.points, cast, base_map),
        spread=show_spread(affair.spread, cast),
    )
