"""Which coasts and borders does a map show, and how are they cut at its frame?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.model.base_map import CountryName, GeoLine, Outlines
from whence.show.dossier.map_projection import Plane, View
from whence.show.dossier.picture import Stroke

# px: points nearer to the last one are left out, and so is land that is smaller than this either way.
FINEST = 0.7
LEAST_LAND = 1.2
# px beyond the frame at which shapes are cut, so that no cut edge shows.
BEYOND = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the plane of a view lies on paper: `scale` px for a radius of the earth, its middle, and the frame."""

    view: View
    scale: float
    middle: tuple[float, float]
    frame: tuple[float, float, float, float]

    def place(self, points: GeoLine) -> Plane:
        """Return where places of the earth stand on paper."""
        placed: Plane = self.view.project(points) * self.scale + np.array(self.middle)
        return placed


def draw_ground(outlines: Outlines, sheet: Sheet) -> tuple[Stroke, ...]:
    """Return the land as one stroke, and the borders as another."""
    west, south, east, north = _window(sheet.view)
    land: list[str] = []
    for ring in _turned(outlines.land, west, east):
        cut = clip_ring(ring, (west, south, east, north))
        if len(cut) > 2:
            land.append(_closed(clip_ring(sheet.place(_densed(cut)), _box(sheet))))
    borders: list[str] = []
    for line in _turned(outlines.borders, west, east):
        inside = (line[:, 1] >= south) & (line[:, 1] <= north) & (line[:, 0] >= west) & (line[:, 0] <= east)
        borders += _pieces(sheet.place(line), inside, _box(sheet))
    return tuple(Stroke(d, name) for d, name in (("".join(land), "land"), ("".join(borders), "border")) if d)


def names_inside(outlines: Outlines, sheet: Sheet) -> Iterator[tuple[CountryName, float, float, float]]:
    """Yield the countries whose name may stand inside the frame: where, and how many px are free for it."""
    left, top, width, height = sheet.frame
    _, south, _, north = _window(sheet.view)
    for country in outlines.names:
        lon = sheet.view.near(country.lon)
        half = country.width / 2
        ends = sheet.place(np.array([[lon, country.lat], [lon - half, country.lat], [lon + half, country.lat]]))
        x, y = float(ends[0, 0]), float(ends[0, 1])
        if south <= country.lat <= north and left < x < left + width and top < y < top + height:
            yield country, x, y, float(ends[2, 0] - ends[1, 0])


def clip_ring(ring: Plane, box: tuple[float, float, float, float]) -> Plane:
    """Return the part of a closed ring inside a box of (least x, least y, greatest x, greatest y).

    >>> clip_ring(np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]]), (2, -1, 9, 9)).tolist()
    [[2.0, 0.0], [4.0, 0.0], [4.0, 4.0], [2.0, 4.0]]
    """
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if len(ring):
            ring = _clip_side(ring, axis, bound, sign)
    return ring


def _clip_side(ring: Plane, axis: int, bound: float, sign: int) -> Plane:
    """Return the part of a ring on one side of a line (Sutherland and Hodgman's step, over all edges at once)."""
    distance = (ring[:, axis] - bound) * sign
    inside = distance >= 0
    if inside.all():
        return ring
    if not inside.any():
        return ring[:0]
    before = np.roll(ring, 1, axis=0)
    distance_before = np.roll(distance, 1)
    crosses = inside != np.roll(inside, 1)
    share = np.where(crosses, distance_before / np.where(crosses, distance_before - distance, 1), 0)
    meeting = before + share[:, None] * (ring - before)
    both = np.stack([meeting, ring], axis=1).reshape(-1, 2)
    kept: Plane = both[np.stack([crosses, inside], axis=1).ravel()]
    return kept


def _window(view: View) -> tuple[float, float, float, float]:
    """Return the longitudes and latitudes that a view can show: west, south, east, north."""
    if view.kind == "world":
        return view.lon - 180, -60, view.lon + 180, 84
    reach = view.reach * 2.2
    south, north = max(-90, view.lat - reach), min(90, view.lat + reach)
    nearest_pole = max(abs(south), abs(north))
    across = min(180, reach / max(np.cos(np.radians(nearest_pole)), 0.02)) if nearest_pole < 88 else 180
    return float(view.lon - across), south, float(view.lon + across), north


def _turned(lines: Iterable[GeoLine], west: float, east: float) -> Iterator[GeoLine]:
    """Yield the lines that lie between two longitudes, each as often as it does with whole turns of the earth."""
    for line in lines:
        low, high = line[:, 0].min(), line[:, 0].max()
        for turn in (-360.0, 0.0, 360.0):
            if low + turn < east and high + turn > west:
                yield line + np.array([turn, 0.0])


def _densed(ring: GeoLine) -> GeoLine:
    """Return a ring with further points on its long edges, which are straight on the globe's grid, not on paper."""
    steps = np.abs(np.diff(ring, axis=0, append=ring[:1])).max(axis=1)
    if steps.max() <= 3:
        return ring
    pieces = [
        np.linspace(ring[n], ring[(n + 1) % len(ring)], max(2, int(steps[n] / 2)), endpoint=False)
        for n in range(len(ring))
    ]
    return np.concatenate(pieces)


def _box(sheet: Sheet) -> tuple[float, float, float, float]:
    left, top, width, height = sheet.frame
    return left - BEYOND, top - BEYOND, left + width + BEYOND, top + height + BEYOND


def _closed(ring: Plane) -> str:
    if len(ring) < 3 or np.ptp(ring, axis=0).max() < LEAST_LAND:
        return ""
    thin = _thinned(ring)
    return f"M{_numbers(thin)}Z" if len(thin) > 2 else ""


def _pieces(line: Plane, inside: NDArray[np.bool_], box: tuple[float, float, float, float]) -> Iterator[str]:
    """Yield the stretches of a line whose points lie inside the box, each with one point beyond at its ends."""
    left, top, right, bottom = box
    inside = inside & (line[:, 0] > left) & (line[:, 0] < right) & (line[:, 1] > top) & (line[:, 1] < bottom)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(int)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = _thinned(line[max(0, start - 1) : end + 1])
        if len(piece) > 1:
            yield f"M{_numbers(piece)}"


def _thinned(line: Plane) -> Plane:
    """Return a line without the points that stand on nearly the place of the one kept before them."""
    cells: Plane = np.round(line / FINEST)
    kept = np.ones(len(line), bool)
    kept[1:-1] = (np.diff(cells, axis=0)[:-1] != 0).any(axis=1)
    return line[kept]


def _numbers(line: Plane) -> str:
    """Return points as SVG numbers: the first as it stands, the others as steps from the one before."""
    tenths = np.round(line * 10).astype(int)
    steps = np.diff(tenths, axis=0)
    first = f"{tenths[0, 0] / 10:g} {tenths[0, 1] / 10:g}"
    return first + "l" + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in steps.tolist()) if len(steps) else first
