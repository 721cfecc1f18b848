"""Which bearer of a name is meant? Made-up places, so that each thing that speaks for one is seen alone."""

from dataclasses import replace

from whence.model.place import KnownPlace
from whence.understand.place_choice import Sense, choose, doubt_km

BIG = KnownPlace("big", "Karsk", "city", 10.0, 10.0, 9.0, 500_000, "AA", "AA.1", "AA.1.1")
SMALL = KnownPlace("small", "Karsk", "city", 50.0, 50.0, 2.0, 5_000, "BB", "BB.1", "BB.1.1")
NEAR_SMALL = KnownPlace("near", "Hallesk", "city", 50.1, 50.1, 2.0, 3_000, "BB", "BB.1", "BB.1.1")
REGION_B = KnownPlace("region", "Veldia", "region", 51.0, 50.0, 200.0, 900_000, "BB", "BB.1")


def test_choose_takes_the_larger_where_nothing_else_speaks() -> None:
    assert _chosen(Sense((BIG, SMALL))) == ["big"]


def test_choose_follows_a_town_near_by() -> None:
    assert _chosen(Sense((BIG, SMALL)), Sense((NEAR_SMALL,))) == ["small", "near"]


def test_choose_follows_a_region_that_the_text_names() -> None:
    assert _chosen(Sense((BIG, SMALL)), Sense((REGION_B,), weight=2)) == ["small", "region"]


def test_choose_takes_only_what_lies_in_the_container() -> None:
    assert _chosen(Sense((BIG, SMALL), containers=(REGION_B,))) == ["small"]
    assert _chosen(Sense((BIG,), containers=(REGION_B,))) == [None]


def test_choose_takes_the_level_that_the_text_says() -> None:
    region = replace(BIG, id="region", level="region", district="", population=100)
    assert _chosen(Sense((BIG, region), level="region")) == ["region"]
    assert _chosen(Sense((BIG, region), level="city")) == ["big"]


def test_doubt_reaches_to_the_other_place_that_may_be_meant() -> None:
    sure, unsure = Sense((BIG, SMALL)), Sense((BIG, replace(SMALL, population=400_000)))
    choose([sure])
    choose([unsure])
    assert sure.certainty > unsure.certainty
    assert doubt_km(unsure) > 5_000


def _chosen(*senses: Sense) -> list[str | None]:
    choose(senses)
    return [sense.chosen.id if sense.chosen else None for sense in senses]
