"""What does the dossier show of where things are said to be or happen? A map, and a table of every place."""

from collections.abc import Sequence

from whence.model.affair import MapPoint
from whence.ports import BaseMap
from whence.show.affair_words import choice_in_words, guarded_frame, position_in_words, vagueness_in_words
from whence.show.dossier.affair_rows import MOST_ROWS, Cast, build_table
from whence.show.dossier.affair_views import WhereRow, WhereView
from whence.show.dossier.map_drawing import Point, draw_map
from whence.show.dossier.picture import Picture
from whence.show.wording import count_of, plain

# Places that are drawn; more dots than this hide each other.
DRAWN_POINTS = 80
NAME = "Where it is said to be"
# From the surest wording of a place's statements to the least sure.
_MANNERS = ("certain", "probable", "possible", "unstated")


def show_map(points: Sequence[MapPoint], cast: Cast, base_map: BaseMap | None) -> WhereView | None:
    """Return the map, or None where no place is named."""
    if not points:
        return None
    held = list(enumerate(points[:MOST_ROWS], 1))
    placed = [point for number, place in held for point in _point(number, place, cast)]
    drawn = placed[:DRAWN_POINTS]
    picture: Picture | None = draw_map(drawn, base_map, NAME) if drawn and base_map is not None else None
    return WhereView(
        picture=picture,
        undrawn=_undrawn(len(points), len(placed), len(drawn)) if picture else "",
        rows=build_table(NAME, [_row(number, point, cast) for number, point in held], len(points)),
    )


def _undrawn(total: int, placed: int, drawn: int) -> str:
    said = []
    if placed > drawn:
        said.append(
            f"The {drawn} places that most reports name are drawn, and {placed - drawn:,} more are in the table."
        )
    if total > placed:
        said.append(
            f"{count_of(total - placed, 'place')} without a known position {'is' if total - placed == 1 else 'are'}"
            " in the table alone."
        )
    return " ".join(said)


def _point(number: int, place: MapPoint, cast: Cast) -> list[Point]:
    """Return what is drawn of a place: nothing where its position is not known."""
    if place.lat is None or place.lon is None:
        return []
    said = [row.said for row in place.said]
    affirmed = [each.certainty for each in said if each.polarity == "positive"]
    frame = guarded_frame(said)
    title = (
        f"{plain(place.name)}, {_vagueness(place)}: {count_of(len(said), 'statement')}, "
        f"the most guarded {frame} ({cast.outlets(said)})"
    )
    return [
        Point(
            number=number,
            name=plain(place.name),
            title=title,
            href=f"#where{number}",
            lon=place.lon,
            lat=place.lat,
            radius_km=place.radius_km,
            # As sure as its surest statement: what is only alleged of a place has a hollow dot.
            manner=min(affirmed, key=_MANNERS.index) if affirmed else "denied",
            is_denied=not affirmed,
        )
    ]


def _vagueness(place: MapPoint) -> str:
    """Return how vague a place is, and that it was chosen among others of its name."""
    return "; ".join(filter(None, (vagueness_in_words(place.radius_km), choice_in_words(place.chosen_among))))


def _row(number: int, place: MapPoint, cast: Cast) -> WhereRow:
    said, more = cast.all_said([row.said for row in place.said])
    return WhereRow(
        number=number,
        anchor=f"where{number}",
        name=plain(place.name),
        position=position_in_words(place.lat, place.lon),
        vagueness=_vagueness(place),
        said=said,
        more=more,
    )
