"""Which places does a report name, and where are they? Invented reports over real places."""

import csv
from pathlib import Path

import pytest

from tests.understand.marked import read_marked, shipped_gazetteer
from whence.engines.gazetteer import ListedGazetteer
from whence.model.place import KnownPlace
from whence.model.spans import Span
from whence.model.statement import PlaceExpression, Statement, Voice
from whence.ports import Gazetteer
from whence.understand.named import names_of
from whence.understand.place_choice import distance_km
from whence.understand.places import find_places

_LINES = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines()
CASES = [row for row in csv.reader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]


@pytest.mark.parametrize(("marked", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_find_places_puts_each_place_where_it_is(marked: str, expected: str, why: str) -> None:
    text = read_marked(marked)[0].text
    found = ";".join(f"{place.span.cut(text)}={_id_of(place)}" for place in _find(marked))
    assert found == expected, why


def _id_of(place: PlaceExpression) -> str:
    if place.lat is None:
        return "?"
    known = next(iter(shipped_gazetteer().find([place.name])[0]), None)
    is_part = known is None and place.name[:1].islower()
    return f"{'~' if is_part else ''}{place.gazetteer_id}"


def test_find_places_moves_a_part_towards_its_edge_and_says_how_vague_it_is() -> None:
    whole, west, near, city = _find(
        "In [Mexico|place] and in western [Mexico|place], and near [Guadalajara|place], but not in [Guadalajara|place]."
    )
    assert _numbers(west)[1] < _numbers(whole)[1] - 1
    assert _numbers(near)[2] > _numbers(city)[2]


def _numbers(place: PlaceExpression) -> tuple[float, float, float]:
    """Return latitude, longitude and radius of a place that has them."""
    assert place.lat is not None
    assert place.lon is not None
    assert place.radius_km is not None
    return place.lat, place.lon, place.radius_km


def test_find_places_puts_what_lies_between_two_places_half_way() -> None:
    between, aleppo, idlib = _find("Villages between [Aleppo|place] and [Idlib|place] were hit.")
    assert between.name == "between Aleppo and Idlib"
    assert between.gazetteer_id is None
    assert _numbers(between)[0] == pytest.approx((_numbers(aleppo)[0] + _numbers(idlib)[0]) / 2, abs=0.001)


def test_find_places_widens_the_radius_where_two_places_are_as_likely() -> None:
    twins = [_town(number, lat, country) for number, (lat, country) in enumerate(((10.0, "AA"), (20.0, "BB")))]
    (place,) = _find("Fire in [Karsk|place] spread.", gazetteer=ListedGazetteer(twins))
    assert place.radius_km == pytest.approx(distance_km(*twins), rel=0.01)


@pytest.mark.parametrize(
    ("marked", "is_choice", "why"),
    [
        ("Fire in [Springfield|place] spread.", True, "nothing tells which of many towns"),
        ("Fire in [Springfield|place] spread. [Chicago|place] sent help.", False, "a city near one of them"),
        ("Fire in [Springfield|place], [Ill.|place], spread.", False, "its state"),
        ("Fire in [Springfield|place] spread, said the [United States|place].", True, "a country that many lie in"),
        ("Fire in [London|place] spread.", False, "far larger than all others"),
        ("Fire in [Washington|place] spread.", False, "a capital"),
        ("Fire in [Idlib|place] spread.", False, "a city and its own district are one place"),
        ("Fire in [Georgia|place] spread.", True, "a country and a state as large"),
        ("Fire in the US state of [Georgia|place] spread.", False, "the noun beside it"),
        ("Fire in [Tbilisi|place], [Georgia|place], spread.", False, "a city that lies in it"),
    ],
)
def test_find_places_says_where_the_report_does_not_tell_which_is_meant(marked: str, is_choice: bool, why: str) -> None:
    found = [place for place in _find(marked) if place.name in marked]
    chosen = [place for place in found if place.chosen_among]
    assert bool(chosen) is is_choice, why
    for place in chosen:
        assert place.chosen_among > 1
        assert _numbers(place)[2] > 1_000, "the radius reaches to the others"


def test_find_places_follows_the_home_of_the_outlet() -> None:
    towns = [
        _town(1, 10.0, "AA", population=90_000),
        _town(2, 20.0, "BB"),
        _town(3, 20.1, "BB", name="Hallesk"),
    ]
    gazetteer = ListedGazetteer(towns)
    (far,) = _find("Fire in [Karsk|place] spread.", gazetteer=gazetteer)
    (near,) = _find("Fire in [Karsk|place] spread.", gazetteer=gazetteer, outlet="Hallesk Courier")
    assert (far.lat, near.lat) == (10.0, 20.0)


def test_find_places_leaves_out_a_voice_that_a_government_speaks_with() -> None:
    voice = Voice("Russian government", "Moscow", "government", named=True, span=Span(9, 15))
    statement = Statement("s1", (Span(16, 20),), voices=(voice,))
    marked = "Only for [Moscow|place] this is new."
    assert [place.name for place in _find(marked)] == ["Moscow"]
    assert _find(marked, statements=(statement,)) == ()


def test_find_places_keeps_one_sense_for_a_name_in_a_text() -> None:
    first, state, second = _find("A fire in [Springfield|place], [Ill.|place], grew. [Springfield|place] was dark.")
    assert state.name == "Illinois"
    assert first.gazetteer_id == second.gazetteer_id == "geonames:4250542"


def _find(
    marked: str,
    *,
    gazetteer: Gazetteer | None = None,
    statements: tuple[Statement, ...] = (),
    outlet: str | None = None,
) -> tuple[PlaceExpression, ...]:
    tokens, found = read_marked(marked)
    return find_places(
        tokens,
        names_of(tokens, found),
        gazetteer=gazetteer or shipped_gazetteer(),
        found=found,
        statements=statements,
        outlet=outlet,
    )


def _town(number: int, lat: float, country: str, *, name: str = "Karsk", population: int = 50_000) -> KnownPlace:
    return KnownPlace(f"town:{number}", name, "city", lat, 10.0, 5.0, population, country, f"{country}.1")
