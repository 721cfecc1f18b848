"""What is drawn under the places of a map? Coasts, borders and names of countries."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

# How closely outlines are drawn: for a map of the world, or of a part of it.
Detail = Literal["world", "region"]
# Points of one line, shape (points, 2): longitude and latitude in degrees.
GeoLine = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CountryName:
    """The name of a country, where it may stand on a map, and how many degrees of longitude are free there."""

    name: str
    lon: float
    lat: float
    width: float


@dataclass(frozen=True, slots=True)
class Outlines:
    """Coasts as closed rings, borders as lines, and names; longitudes run from -180 to 180."""

    land: tuple[GeoLine, ...]
    borders: tuple[GeoLine, ...]
    names: tuple[CountryName, ...]
