"""Where is the middle of an area that only its towns are known of, how far does it reach, and where are its parts?"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.places.shapes import KM_A_DEGREE
from training.places.sources import Row
from whence.model.place import COMPASS

Floats = NDArray[np.float64]
# An area between the outermost fiftieths of its towns: one far outlier moves nothing.
TRIM = (2.0, 98.0)
# With fewer squares that hold a town, thirds of them tell nothing.
LEAST_SQUARES = 12


def middle_of(towns: Sequence[Row]) -> tuple[float, float, float, float]:
    """Return latitude and longitude of the middle of where the towns lie, and half of how far they reach, in km.

    Squares that hold a town count once, however crowded they are.
    """
    where = _degrees(towns)
    (south, west), (north, east) = np.percentile(where, TRIM, axis=0)
    squares, _ = _squares(where, parts=8)
    step = max((north - south) / 8, (east - west) / 8, 0.05)
    low, high = (south - step, west - step), (north + step, east + step)
    inside = squares[((squares >= low) & (squares <= high)).all(axis=1)]
    lat, lon = (inside if len(inside) > 4 else where).mean(axis=0)
    height = (north - south) / 2 * KM_A_DEGREE
    width = (east - west) / 2 * KM_A_DEGREE * math.cos(math.radians(lat))
    return float(lat), float((lon + 180) % 360 - 180), max(float(height), 5.0), max(float(width), 5.0)


def parts_of(towns: Sequence[Row]) -> tuple[tuple[float, float, float], ...]:
    """Return latitude, longitude and radius of the third of an area in each direction: of the squares farthest there.

    That follows the shape of a country: the west of one that slants is not in the sea beside it. A square with more
    towns counts for more, by the root of their number: what is called the west is mostly where people live.
    """
    if len(towns) < LEAST_SQUARES:
        return ()
    squares, counts = _squares(_degrees(towns), parts=16)
    if len(squares) < LEAST_SQUARES:
        return ()
    weights = np.sqrt(counts)
    shrink = math.cos(math.radians(float(squares[:, 0].mean())))
    out = []
    for north, east in COMPASS:
        order = np.argsort(-(squares[:, 0] * north + squares[:, 1] * shrink * east), kind="stable")
        chosen = order[: 1 + int(np.searchsorted(np.cumsum(weights[order]), weights.sum() / 3))]
        part, heavy = squares[chosen], weights[chosen]
        lat, lon = np.average(part, axis=0, weights=heavy)
        away = np.hypot(part[:, 0] - lat, (part[:, 1] - lon) * shrink) * KM_A_DEGREE
        radius = float(np.percentile(away, 80))
        out.append((float(lat), float((lon + 180) % 360 - 180), max(radius, 5.0)))
    return tuple(out)


def _degrees(towns: Sequence[Row]) -> Floats:
    """Return the towns' latitudes and longitudes, those across the date line beyond 180 degrees."""
    where = np.array([(town.lat, town.lon) for town in towns], np.float64)
    if np.ptp(where[:, 1]) > 180:
        where[:, 1] = np.where(where[:, 1] < 0, where[:, 1] + 360, where[:, 1])
    return where


def _squares(where: Floats, *, parts: int) -> tuple[Floats, NDArray[np.int64]]:
    """Return the middles of the squares that hold towns, so many to the longer side of the area, and how many each."""
    (south, west), (north, east) = np.percentile(where, TRIM, axis=0)
    step = max((north - south) / parts, (east - west) / parts, 0.05)
    squares, counts = np.unique(np.round(where / step).astype(np.int64), axis=0, return_counts=True)
    return squares * step, counts
