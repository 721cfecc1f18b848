"""How does a map of places look? Coasts and borders below, a circle for how vague each place is, a number for each."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from whence.model.base_map import GeoLine, Outlines
from whence.model.place import EARTH_RADIUS_KM
from whence.ports import BaseMap
from whence.show.dossier.map_ground import Sheet, draw_ground, names_inside
from whence.show.dossier.map_projection import View, choose_view, circle_around
from whence.show.dossier.picture import (
    Label,
    Part,
    Picture,
    Stroke,
    box_path,
    circle_path,
    cross_path,
    fit_words,
    line_path,
    width_of,
)

# px at full size. A map of a region is nearly square, one of the world as flat as the earth is drawn.
WIDTH = 1000
REGION_HEIGHT = 640
MARGIN = 1
DOT = 4
LINE = 14
# A circle smaller than this says nothing beside the dot.
LEAST_CIRCLE = 7
# Room for the name of a place, in px; more places than this have their number alone.
NAME_ROOM = 150
NAMED_POINTS = 30
# Where a label may stand around its dot: directions tried at growing distances.
_DISTANCES = (13, 24, 38, 56, 80, 110)
_DIRECTIONS = tuple((math.cos(a), math.sin(a)) for a in (0, -0.7, 0.7, -1.57, 1.57, math.pi, -2.4, 2.4, -1.2, 1.2))

NOTE_OF = {
    "region": "Areas are true, and distances nearly so.",
    "world": "Areas are true, distances and directions are not.",
}
GROUND_NOTE = "Coasts and borders: Natural Earth; a border drawn here says who holds a place, not who should."

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A place before it stands on the map: its number in the table, and how its statements are worded."""

    number: int
    name: str
    title: str
    href: str
    lon: float
    lat: float
    radius_km: float | None
    manner: str
    is_denied: bool


def draw_map(points: Sequence[Point], base_map: BaseMap, name: str) -> Picture:
    """Return the map of the points, zoomed to them with a margin; places that most reports name come first."""
    view = choose_view([(point.lon, point.lat, point.radius_km or 0.0) for point in points])
    outlines = base_map.outlines(view.kind)
    sheet = _sheet(view, points)
    places = {point.number: _place(point, sheet) for point in points}
    taken: list[Box] = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in places.values()]
    circles = [_circle(point, sheet) for point in points if _is_seen(point, sheet)]
    labels = [_label(point, places[point.number], taken, sheet, len(points)) for point in points]
    dots = [_dot(point, places[point.number]) for point in points]
    left, top, width, height = sheet.frame
    scale_bar = _scale_bar(sheet, taken)
    return Picture(
        name=name,
        description=(
            f"A map with {len(points)} numbered places; a circle shows how vague a place is. "
            "The table below says the same in words."
        ),
        width=WIDTH,
        height=height + 2 * MARGIN,
        parts=(
            *_country_names(outlines, sheet, taken),
            *circles,
            # Leads lie under all labels, so that none runs through words.
            *(Part(strokes=label.strokes[:-1]) for label in labels if label and label.strokes[1:]),
            *(replace(label, strokes=label.strokes[-1:]) for label in labels if label),
            *dots,
            *scale_bar,
            Part(strokes=(Stroke(box_path(left, top, width, height), "frame"),)),
        ),
        ground=draw_ground(outlines, sheet),
        frame=sheet.frame,
        note=f"{NOTE_OF[view.kind]} {GROUND_NOTE}",
    )


def _sheet(view: View, points: Sequence[Point]) -> Sheet:
    """Return how the view lies on paper: all circles inside the frame, the frame as flat as they lie."""
    shapes = [_around(point, view) for point in points]
    planes = np.concatenate([view.project(shape) for shape in shapes])
    low, high = planes.min(axis=0), planes.max(axis=0)
    least = 2 * math.radians(3.0)
    span = np.maximum(high - low, least) * 1.2
    middle = (low + high) / 2
    height = float(np.clip(WIDTH * span[1] / span[0], 360, REGION_HEIGHT))
    scale = min((WIDTH - 40) / span[0], (height - 40) / span[1])
    frame = (MARGIN, MARGIN, WIDTH - 2 * MARGIN, height)
    centre = (WIDTH / 2 - middle[0] * scale, MARGIN + height / 2 - middle[1] * scale)
    return Sheet(view, float(scale), (float(centre[0]), float(centre[1])), frame)


def _around(point: Point, view: View) -> GeoLine:
    """Return the corners (lon, lat) of the circle that shows how vague a place is; without a radius the place alone."""
    lon = view.near(point.lon)
    if point.radius_km:
        return circle_around(lon, point.lat, point.radius_km)
    return np.array([[lon, point.lat]])


def _place(point: Point, sheet: Sheet) -> tuple[float, float]:
    x, y = sheet.place(np.array([[sheet.view.near(point.lon), point.lat]]))[0].tolist()
    return x, y


def _is_seen(point: Point, sheet: Sheet) -> bool:
    return bool(point.radius_km) and (point.radius_km or 0) / EARTH_RADIUS_KM * sheet.scale >= LEAST_CIRCLE


def _circle(point: Point, sheet: Sheet) -> Part:
    corners = sheet.place(_around(point, sheet.view)).tolist()
    d = line_path([(x, y) for x, y in corners], is_closed=True)
    return Part(strokes=(Stroke(d, "vague"),), title=point.title, href=point.href, classes="vague")


def _dot(point: Point, place: tuple[float, float]) -> Part:
    x, y = round(place[0], 1), round(place[1], 1)
    strokes = [Stroke(circle_path(x, y, DOT), f"mark {point.manner}")]
    if point.is_denied:
        strokes.append(Stroke(cross_path(x, y, 7), "strike"))
    return Part(strokes=tuple(strokes), title=point.title, href=point.href)


def _label(point: Point, place: tuple[float, float], taken: list[Box], sheet: Sheet, total: int) -> Part | None:
    """Return the number and name of a place where both are free, else its number alone, else nothing."""
    name = fit_words(point.name, NAME_ROOM)
    choices = [f"{point.number} {name}", f"{point.number}"] if total <= NAMED_POINTS else [f"{point.number}"]
    for words in choices:
        for box, x, y in _free_boxes(words, place, taken, sheet):
            taken.append(box)
            strokes = [Stroke(box_path(box[0], box[1], box[2] - box[0], box[3] - box[1], 3), "plate")]
            lead = _lead(place, box)
            if lead:
                strokes.insert(0, Stroke(lead, "lead"))
            return Part(
                strokes=tuple(strokes),
                labels=(Label(round(x, 1), round(y, 1), words, "name"),),
                title=point.title,
                href=point.href,
            )
    return None


def _free_boxes(
    words: str, place: tuple[float, float], taken: Sequence[Box], sheet: Sheet
) -> Iterator[tuple[Box, float, float]]:
    """Yield the boxes near a place that nothing stands in, with where their words begin; the nearest come first."""
    width = width_of(words) + 6
    left, top, across, down = sheet.frame
    for distance in _DISTANCES:
        for east, south in _DIRECTIONS:
            x, y = place[0] + east * distance, place[1] + south * distance
            begin = x if east > 0.3 else x - width if east < -0.3 else x - width / 2
            box = (begin, y - LINE / 2, begin + width, y + LINE / 2)
            is_inside = (
                box[0] >= left + 2 and box[2] <= left + across - 2 and box[1] >= top + 2 and box[3] <= top + down - 2
            )
            if is_inside and not any(_meet(box, other) for other in taken):
                yield box, begin + 3, y + 4


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lead(place: tuple[float, float], box: Box) -> str:
    """Return the line from a place to its label, where they do not stand side by side."""
    x = min(max(place[0], box[0]), box[2])
    y = min(max(place[1], box[1]), box[3])
    return line_path([place, (x, y)]) if math.hypot(x - place[0], y - place[1]) > DOT * 2.2 else ""


def _country_names(outlines: Outlines, sheet: Sheet, taken: list[Box]) -> Iterator[Part]:
    """Yield the names of countries that have room on their land and stand on nothing else."""
    left, top, across, down = sheet.frame
    for country, x, y, free in sorted(names_inside(outlines, sheet), key=lambda row: (-row[3], row[0].name)):
        width = width_of(country.name) * 1.08
        box = (x - width / 2, y - LINE / 2, x + width / 2, y + LINE / 2)
        is_inside = box[0] > left + 4 and box[2] < left + across - 4 and box[1] > top + 4 and box[3] < top + down - 4
        if width < free * 0.96 and is_inside and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield Part(labels=(Label(round(x, 1), round(y + 4, 1), country.name, "country", "middle"),))


def _scale_bar(sheet: Sheet, taken: list[Box]) -> tuple[Part, ...]:
    """Return a bar of a round number of kilometres; a map of the world has none, since it would not hold there."""
    if sheet.view.kind == "world":
        return ()
    left, top, _, height = sheet.frame
    per_km = sheet.scale / EARTH_RADIUS_KM
    lengths = [step * 10**power for power in range(5) for step in (1, 2, 5)]
    length = max((km for km in lengths if km * per_km <= 160), default=1)
    x, y = left + 16, top + height - 14
    words = f"{length:,} km"
    box = (x - 4, y - 20, x + max(length * per_km, width_of(words)) + 4, y + 4)
    if any(_meet(box, other) for other in taken):
        x = left + sheet.frame[2] - 16 - max(length * per_km, width_of(words))
        box = (x - 4, y - 20, left + sheet.frame[2] - 12, y + 4)
    taken.append(box)
    bar = f"M{x:.1f} {y - 4:g}v4h{length * per_km:.1f}v-4"
    plate = box_path(round(box[0], 1), box[1], round(box[2] - box[0], 1), box[3] - box[1], 3)
    return (
        Part(
            strokes=(Stroke(plate, "plate"), Stroke(bar, "scale")), labels=(Label(round(x, 1), y - 8, words, "quiet"),)
        ),
    )
