"""Which places of the world bear a name? The shipped table of GeoNames, and a small one in memory for tests."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from whence.engines.gazetteer_format import ALIAS, FILE, LEVELS, SHORT, hash_key
from whence.engines.weight_files import REINSTALL, read_checked
from whence.errors import WeightsDamaged
from whence.model.place import KnownPlace, Matched
from whence.text.place_keys import place_key

FOLDER = Path(__file__).with_name("gazetteer")
NAME = "whence-geonames"
# A name that more places bear ("San José") is read from these, the largest first.
MOST_BEARERS = 60

# What each place is made of, in the order that `_place` takes it.
_COLUMNS = ("level", "number", "lat", "lon", "population", "radius", "half_height", "half_width", "capital")


class ShippedGazetteer:
    """The port `Gazetteer` over the table in this package; opened at the first look-up, in a tenth of a second."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    @cached_property
    def identity(self) -> str:
        """Name and digest of the table."""
        return f"{NAME}:{self._table.digest}"

    def holds(self, names: Sequence[str]) -> list[bool]:
        """Tell of each name whether any place bears it."""
        return self._table.holds(names)

    def find(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        """Return for each name the places that bear it, the most populous first, at most `MOST_BEARERS` of them."""
        return self._table.find(names)

    @cached_property
    def _table(self) -> "_Table":
        data, digest = read_checked(self._folder, FILE)
        try:
            return _Table(np.load(BytesIO(data), allow_pickle=False), digest[:12])
        except (ValueError, KeyError, BadZipFile) as problem:
            raise WeightsDamaged(
                f"{self._folder / FILE} is no table of places: {problem}.", hint=REINSTALL
            ) from problem


class ListedGazetteer:
    """The port `Gazetteer` over places that are given one by one."""

    def __init__(self, places: Iterable[KnownPlace]) -> None:
        self._places = sorted(places, key=lambda place: -place.population)

    @property
    def identity(self) -> str:
        """Name and number of places."""
        return f"listed:{len(self._places)}"

    def holds(self, names: Sequence[str]) -> list[bool]:
        """Tell of each name whether any place bears it."""
        return [bool(found) for found in self.find(names)]

    def find(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        """Return for each name the places that bear it, the most populous first."""
        keys = map(place_key, names)
        return [tuple(place for place in self._places if place_key(place.name) == key) for key in keys]


class _Table:
    """The arrays of the table, and the look-up of names in them."""

    def __init__(self, arrays: Any, digest: str) -> None:
        self.digest = digest
        self._names: bytes = arrays["names"].tobytes()
        self._lines = np.flatnonzero(arrays["names"] == ord("\n")).astype(np.int32)
        self._countries = arrays["countries"].tobytes().decode().split("\n")
        self._keys: NDArray[np.uint64] = np.cumsum(arrays["keys"], dtype=np.uint64)
        self._owners: NDArray[np.uint32] = arrays["owners"]
        self._parts: NDArray[np.int16] = arrays["parts"]
        self._parted = {row: place for place, row in enumerate(arrays["parted"].tolist())}
        self._columns = {name: arrays[name] for name in (*_COLUMNS, "country", "region", "district")}

    def holds(self, names: Sequence[str]) -> list[bool]:
        """Tell which names are known; all are looked up at once."""
        lows, highs = self._ranges(names)
        return [low < high for low, high in zip(lows, highs, strict=True)]

    def find(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        """Return the bearers of each name; all names are looked up at once."""
        ranges = zip(*self._ranges(names), strict=True)
        return [self._bearers(low, high) if low < high else () for low, high in ranges]

    def _ranges(self, names: Sequence[str]) -> tuple[list[int], list[int]]:
        keys = np.array([hash_key(place_key(name)) for name in names], np.uint64)
        lows, highs = np.searchsorted(self._keys, keys), np.searchsorted(self._keys, keys, side="right")
        return lows.tolist(), highs.tolist()

    def _bearers(self, low: int, high: int) -> tuple[KnownPlace, ...]:
        owners = self._owners[low:high]
        rows = owners & (SHORT - 1)
        if len(rows) > MOST_BEARERS:
            # What is called so by its own name goes before what is also called so.
            order = np.lexsort((-self._columns["population"][rows].astype(int), owners >= ALIAS))[:MOST_BEARERS]
            owners, rows = owners[order], rows[order]
        columns = [self._columns[name][rows].tolist() for name in _COLUMNS]
        places = map(self._place, rows.tolist(), owners.tolist(), zip(*columns, strict=True))
        return tuple(sorted(places, key=lambda place: -place.population))

    def _place(self, row: int, owner: int, values: tuple[int, ...]) -> KnownPlace:
        level_number, number, lat, lon, size, radius, half_height, half_width, is_capital = values
        level = LEVELS[level_number]
        name, _, _ = self._line(row).partition("\t")
        country, region, district = self._codes(row)
        population = round(2 ** (size / 8)) - 1
        matched: Matched = "alias" if owner & ALIAS else "short" if owner & SHORT else "name"
        return KnownPlace(
            f"area:{place_key(name).replace(' ', '-')}"
            if level == "area"
            else f"geonames:{number or district or region}",
            name,
            level,
            lat / 1000,
            lon / 1000,
            # A town of 1,000 reaches two kilometres, one of a million 15, one of ten million 32.
            float(radius) or max(2.0, round(0.15 * population ** (1 / 3), 1)),
            population,
            country,
            region,
            district,
            float(half_height),
            float(half_width),
            matched,
            bool(is_capital),
            self._parts_of(row, lat / 1000, lon / 1000),
        )

    def _parts_of(self, row: int, lat: float, lon: float) -> tuple[tuple[float, float, float], ...]:
        """Return the parts of a country or a region, where they are known."""
        place = self._parted.get(row)
        if place is None:
            return ()
        steps = self._parts[place].tolist()
        return tuple((lat + north / 100, (lon + east / 100 + 180) % 360 - 180, float(km)) for north, east, km in steps)

    def _codes(self, row: int) -> tuple[str, str, str]:
        """Return the codes of country, region and district, put together from their last parts."""
        country = self._countries[self._columns["country"][row]]
        region, district = int(self._columns["region"][row]), int(self._columns["district"][row])
        region_code = f"{country}.{self._line(region).partition(chr(9))[2]}" if region >= 0 else ""
        district_code = f"{region_code}.{self._line(district).partition(chr(9))[2]}" if district >= 0 else ""
        return country, region_code, district_code

    def _line(self, row: int) -> str:
        start = int(self._lines[row - 1]) + 1 if row else 0
        end = int(self._lines[row]) if row < len(self._lines) else len(self._names)
        return self._names[start:end].decode()
