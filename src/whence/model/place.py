"""What does a gazetteer know of a place that a name may stand for?"""

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt
from typing import Literal

Level = Literal["country", "region", "district", "city", "area"]
# How a name led to a place: as its name, as the name without its generic word ("Donetsk" for "Donetsk Oblast"), or as
# one of its other names ("Kiev").
Matched = Literal["name", "short", "alias"]
# The directions that parts of a country or a region lie in, as steps northward and eastward.
COMPASS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))


EARTH_RADIUS_KM = 6371.0


def angle_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how many degrees of a great circle lie between two places (lon, lat in degrees), by the haversine formula.

    >>> round(angle_between((0, 0), (0, 90)))
    90
    """
    lon1, lat1, lon2, lat2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return degrees(2 * asin(min(1.0, sqrt(half))))


@dataclass(frozen=True, slots=True)
class Position:
    """Where something lies, in degrees, and within how many kilometres of there it may be."""

    lat: float
    lon: float
    radius_km: float

    def gap_km(self, other: "Position") -> float:
        """Return how far two things lie apart at least, on the great circle; 0 where they may be in one place.

        >>> round(Position(32.7, -83.5, 238).gap_km(Position(42.2, 43.5, 149)), -2)
        9700.0
        >>> Position(32.7, -83.5, 238).gap_km(Position(42.2, 43.5, 10_000))
        0.0
        """
        apart = EARTH_RADIUS_KM * radians(angle_between((self.lon, self.lat), (other.lon, other.lat)))
        return max(0.0, apart - self.radius_km - other.radius_km)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """One place of a gazetteer as one name led to it: what it is, where, how large, and what it lies in.

    `half_height_km` and `half_width_km` are half of how far it reaches from south to north and from west to east; 0
    for a city. `parts` are latitude, longitude and radius of the third of it that lies in each direction of
    `COMPASS`, by where its towns are; empty where there are too few to tell. `country`, `region` and `district` are
    codes of what it lies in or is ("US", "US.LA", "US.LA.079"), empty where there is none.
    """

    id: str
    name: str
    level: Level
    lat: float
    lon: float
    radius_km: float
    population: int
    country: str = ""
    region: str = ""
    district: str = ""
    half_height_km: float = 0.0
    half_width_km: float = 0.0
    matched: Matched = "name"
    is_capital: bool = False
    parts: tuple[tuple[float, float, float], ...] = ()

    def lies_in(self, other: "KnownPlace") -> bool:
        """Tell whether this place is a part of another, or is it, by the codes of both.

        >>> texas = KnownPlace("1", "Texas", "region", 31, -99, 500, 0, "US", "US.TX")
        >>> KnownPlace("2", "Paris", "city", 33.7, -95.6, 4, 24000, "US", "US.TX", "US.TX.277").lies_in(texas)
        True
        """
        if other.level == "country":
            return self.country == other.country
        if other.level == "region":
            return bool(other.region) and self.region == other.region
        return other.level == "district" and bool(other.district) and self.district == other.district
