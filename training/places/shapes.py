"""Where is the middle of a country, and how far does it reach, by its outline in Natural Earth?"""

import math
from pathlib import Path
from typing import Any

from training.places.sources import read_json

Ring = list[tuple[float, float]]
KM_A_DEGREE = 111.2
# Parts smaller than this share of the largest do not move the middle: an outlying territory is not where a country is.
LEAST_PART = 0.25


def read_outlines(world_atlas: Path) -> dict[str, list[Ring]]:
    """Return the outer rings of each country by its ISO number of three digits, or its name where it has none."""
    atlas = read_json(world_atlas / "countries-50m.json")
    arcs = [_arc(arc, atlas["transform"]) for arc in atlas["arcs"]]
    found: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        key = shape.get("id") or shape["properties"]["name"]
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        found.setdefault(key, []).extend(_ring(part[0], arcs) for part in parts if part)
    return found


def middle_and_reach(rings: list[Ring]) -> tuple[float, float, float, float]:
    """Return latitude and longitude of the middle, and half of how far it reaches northward and eastward, in km.

    >>> [round(value) for value in middle_and_reach([[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]])]
    [1, 1, 111, 111]
    """
    parts = [(_area(ring), ring) for ring in rings]
    least = LEAST_PART * max(area for area, _ in parts)
    parts = [(area, ring) for area, ring in parts if area >= least]
    total = sum(area for area, _ in parts)
    middles = [(area, *_middle(ring)) for area, ring in parts]
    lon = sum(area * x for area, x, _ in middles) / total
    lat = sum(area * y for area, _, y in middles) / total
    xs = [x for _, ring in parts for x, _ in ring]
    ys = [y for _, ring in parts for _, y in ring]
    height = (max(ys) - min(ys)) / 2 * KM_A_DEGREE
    width = (max(xs) - min(xs)) / 2 * KM_A_DEGREE * math.cos(math.radians(lat))
    return lat, (lon + 180) % 360 - 180, height, width


def _arc(points: list[list[int]], transform: dict[str, Any]) -> Ring:
    """Return the points of an arc in degrees; each is stored as its difference to the one before."""
    (scale_x, scale_y), (first_x, first_y) = transform["scale"], transform["translate"]
    x = y = 0
    out = []
    for step_x, step_y in points:
        x, y = x + step_x, y + step_y
        out.append((x * scale_x + first_x, y * scale_y + first_y))
    return out


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Return a ring of arcs; one that is named by its complement runs backward."""
    out: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        out.extend(arc[1:] if out else arc)
    return _unwrapped(out)


def _unwrapped(ring: Ring) -> Ring:
    """Return a ring that crosses the date line without the jump from one side of the map to the other."""
    out: Ring = []
    shift = 0.0
    for x, y in ring:
        if out and abs(x + shift - out[-1][0]) > 180:
            shift += 360.0 if x + shift < out[-1][0] else -360.0
        out.append((x + shift, y))
    return out


def _area(ring: Ring) -> float:
    """Return the area in square degrees at its own latitude; only the order and the shares matter."""
    signed = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2
    return abs(signed) * math.cos(math.radians(sum(y for _, y in ring) / len(ring))) or 1e-9


def _middle(ring: Ring) -> tuple[float, float]:
    """Return the centre of gravity of what a ring encloses."""
    signed = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        signed, x, y = signed + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if abs(signed) < 1e-9:
        return ring[0]
    return x / (3 * signed), y / (3 * signed)
