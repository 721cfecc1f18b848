"""Which places bear a name? One suite for both gazetteers, and what only the shipped one knows."""

import hashlib
import shutil
from functools import cache
from pathlib import Path

import pytest

from whence.engines.gazetteer import FOLDER, ListedGazetteer, ShippedGazetteer
from whence.engines.gazetteer_format import FILE
from whence.errors import WeightsDamaged, WeightsMissing
from whence.model.place import KnownPlace
from whence.ports import Gazetteer

REYKJAVIK = KnownPlace("geonames:3413829", "Reykjavík", "city", 64.135, -21.895, 7.4, 118_918, "IS")


@cache
def _both() -> tuple[Gazetteer, ...]:
    return ShippedGazetteer(), ListedGazetteer([REYKJAVIK])


@pytest.mark.parametrize("which", [0, 1], ids=["shipped", "listed"])
def test_every_gazetteer_finds_a_place_however_it_is_spelled(which: int) -> None:
    gazetteer = _both()[which]
    for spelled in ("Reykjavík", "Reykjavik", "REYKJAVIK"):
        first = gazetteer.find([spelled])[0][0]
        assert (first.id, first.name, first.level) == ("geonames:3413829", "Reykjavík", "city")
    assert gazetteer.holds(["Reykjavik", "Hallesk on the Karsk"]) == [True, False]
    assert gazetteer.find(["Hallesk on the Karsk"]) == [()]
    assert gazetteer.find([]) == []
    assert gazetteer.identity


KNOWN = [
    ("Mexico", "country", "geonames:3996063", "MX", "a country"),
    ("U.S.", "country", "geonames:6252001", "US", "a short form"),
    ("DR Congo", "country", "geonames:203312", "CD", "another"),
    ("Jalisco", "region", "geonames:MX.14", "MX", "a region, by its code"),
    ("Rapides Parish", "district", "geonames:US.LA.079", "US", "a county"),
    ("Rapides", "district", "geonames:US.LA.079", "US", "without the word for it"),
    ("Kiev", "city", "geonames:703448", "UA", "another name"),
    ("St. Cloud", "city", "geonames:5044407", "US", "Saint spelled short"),
    ("Sahel", "area", "area:sahel", "", "an area that is written by hand"),
    ("Gaza Strip", "region", "geonames:PS.GZ", "PS", "an area that GeoNames has as a region"),
]


@pytest.mark.parametrize(("name", "level", "place_id", "country", "why"), KNOWN, ids=[row[4] for row in KNOWN])
def test_shipped_gazetteer_knows_places_of_every_level(
    name: str, level: str, place_id: str, country: str, why: str
) -> None:
    found = [place for place in _both()[0].find([name])[0] if place.id == place_id]
    assert [(place.level, place.country) for place in found] == [(level, country)], why


def test_shipped_gazetteer_gives_the_most_populous_first_and_says_what_each_lies_in() -> None:
    found = _both()[0].find(["Springfield"])[0]
    assert len(found) > 20
    assert [place.population for place in found] == sorted((p.population for p in found), reverse=True)
    (illinois,) = [place for place in found if place.id == "geonames:4250542"]
    assert (illinois.region, illinois.district) == ("US.IL", "US.IL.167")
    assert illinois.lies_in(_both()[0].find(["Illinois"])[0][0])


def test_shipped_gazetteer_puts_countries_where_they_lie() -> None:
    for name, lat, lon in (("Russia", 61, 99), ("United States", 39, -99), ("Fiji", -17.8, 178), ("Chile", -37, -71)):
        country = next(place for place in _both()[0].find([name])[0] if place.level == "country")
        assert country.lat == pytest.approx(lat, abs=2), name
        assert country.lon == pytest.approx(lon, abs=2), name


def test_shipped_gazetteer_refuses_a_table_that_is_damaged_or_missing(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        ShippedGazetteer(tmp_path).find(["Karsk"])
    shutil.copy(FOLDER / "SHA256SUMS", tmp_path)
    (tmp_path / FILE).write_bytes(b"no table")
    with pytest.raises(WeightsDamaged):
        ShippedGazetteer(tmp_path).find(["Karsk"])
    digest = hashlib.sha256(b"no table").hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  {FILE}\n", encoding="utf-8")
    with pytest.raises(WeightsDamaged, match="no table of places"):
        ShippedGazetteer(tmp_path).find(["Karsk"])
