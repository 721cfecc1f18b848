"""Where on paper does a place of the earth stand? Two projections that keep areas: of a part, and of the whole."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from whence.model.base_map import GeoLine
from whence.model.place import EARTH_RADIUS_KM, angle_between

# A view that reaches farther than this from its middle, in degrees, is one of the world.
FARTHEST_REGION = 42.0
# The least that a view shows from its middle to an edge, in degrees: some 330 km, or borders would tell nothing.
CLOSEST = 3.0
# Coefficients of the Equal Earth projection (Savric, Patterson, Jenny 2018).
_A = (1.340264, -0.081106, 0.000893, 0.003796)

Plane = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: its middle, how it is projected, and how many degrees it reaches from its middle."""

    lon: float
    lat: float
    kind: Literal["region", "world"]
    reach: float

    def project(self, points: GeoLine) -> Plane:
        """Return points of the plane, in radii of the earth, x to the east and y to the south.

        A longitude may lie beyond 180 degrees from the middle; such a point is put beyond the edge, not wrapped round.
        """
        return _equal_earth(points, self.lon) if self.kind == "world" else _azimuthal(points, self.lon, self.lat)

    def near(self, lon: float) -> float:
        """Return a longitude as the one within 180 degrees of the middle.

        >>> View(170.0, 0.0, "region", 10.0).near(-175.0)
        185.0
        """
        return self.lon + (lon - self.lon + 180) % 360 - 180


def choose_view(points: Sequence[tuple[float, float, float]]) -> View:
    """Return the view that holds circles of (lon, lat, radius in km) with a margin.

    >>> choose_view([(10.0, 50.0, 20.0)])
    View(lon=10.0, lat=50.0, kind='region', reach=3.0)
    """
    lon = _middle_longitude([point[0] for point in points])
    lats = [point[1] for point in points]
    lat = (min(lats) + max(lats)) / 2
    reach = max(angle_between((lon, lat), point[:2]) + math.degrees(point[2] / EARTH_RADIUS_KM) for point in points)
    reach = max(CLOSEST, reach * 1.12)
    return View(round(lon, 4), round(lat, 4), "region" if reach <= FARTHEST_REGION else "world", round(reach, 4))


def circle_around(lon: float, lat: float, radius_km: float, corners: int = 72) -> GeoLine:
    """Return the places that lie so many kilometres from one, all around it; longitudes run on past 180."""
    angle = min(radius_km / EARTH_RADIUS_KM, math.pi / 2)
    bearings = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    start = math.radians(lat)
    lats = np.arcsin(math.sin(start) * math.cos(angle) + math.cos(start) * math.sin(angle) * np.cos(bearings))
    lons = np.arctan2(
        np.sin(bearings) * math.sin(angle) * math.cos(start), math.cos(angle) - math.sin(start) * np.sin(lats)
    )
    return np.stack([lon + np.degrees(lons), np.degrees(lats)], axis=1)


def _middle_longitude(lons: Sequence[float]) -> float:
    """Return the middle of the shortest arc that holds all longitudes: the other side of the widest gap."""
    ordered = sorted({lon % 360 for lon in lons})
    gaps = [(high - low, low) for low, high in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    widest, before = max(gaps)
    middle = before + widest + (360 - widest) / 2
    return (middle + 180) % 360 - 180


def _azimuthal(points: GeoLine, lon: float, lat: float) -> Plane:
    """Return Lambert's equal-area projection around a middle."""
    turned, lats = np.radians(points[:, 0] - lon), np.radians(points[:, 1])
    middle = math.radians(lat)
    nearness = np.sin(middle) * np.sin(lats) + np.cos(middle) * np.cos(lats) * np.cos(turned)
    scale = np.sqrt(2 / np.maximum(1 + nearness, 1e-6))
    x = scale * np.cos(lats) * np.sin(turned)
    y = scale * (np.cos(middle) * np.sin(lats) - np.sin(middle) * np.cos(lats) * np.cos(turned))
    return np.stack([x, -y], axis=1)


def _equal_earth(points: GeoLine, lon: float) -> Plane:
    """Return the Equal Earth projection with its middle at a longitude."""
    turned = np.radians(points[:, 0] - lon)
    angle = np.arcsin(math.sqrt(3) / 2 * np.sin(np.radians(np.clip(points[:, 1], -90, 90))))
    square = angle**2
    sixth = square**3
    a1, a2, a3, a4 = _A
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = 2 * math.sqrt(3) * turned * np.cos(angle) / (3 * slope)
    y = angle * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return np.stack([x, -y], axis=1)
