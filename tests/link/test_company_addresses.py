"""Are two ways to write one address one building, and two buildings two?"""

import pytest

from whence.link.company_addresses import read_address, without_unit


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("12 Quay Street, Dray", "12 QUAY ST., DRAY", "capitals and an abbreviation"),
        ("12 Quay Street, Dray", "Dray, 12 Quay Street", "the order of the parts"),
        ("Suite 4, 12 Quay St, Dray", "12 Quay St, Unit 9b, Dray", "units of one building"),
        ("12 Quay St #7, Dray", "12 Quay St, 3rd Floor, Dray", "a unit after a mark, and a floor"),
        ("12 Quay St, Ground Floor, Dray", "12 Quay St, Dray", "a floor without a number"),
        ("Hauptstraße 5, 1010 Lissgrad", "Hauptstr. 5, 1010 Lissgrad", "a German street in full and short"),
        ("5 Rue Édouard, Vell", "5 rue edouard Vell", "accents"),
        ("вул. Портова 5, Дрей", "vul. Portova 5, Drey", "another script"),
        ("P.O. Box 12, Dray", "PO Box 12, Dray", "a box at a post office"),
    ],
)
def test_one_building_is_one_key(one: str, other: str, why: str) -> None:
    first, second = read_address(one), read_address(other)
    assert first is not None, why
    assert second is not None, why
    assert first.building == second.building, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("12 Quay Street, Dray", "21 Quay Street, Dray", "another number"),
        ("12 Quay Street, Dray", "12 Quay Street, Vell", "another town"),
        ("12 Quay Street, Dray", "12 Quay Road, Dray", "another street"),
        ("PO Box 12, Dray", "PO Box 13, Dray", "boxes of one post office are no building"),
    ],
)
def test_two_buildings_are_two_keys(one: str, other: str, why: str) -> None:
    first, second = read_address(one), read_address(other)
    assert first is not None
    assert second is not None
    assert first.building != second.building, why


@pytest.mark.parametrize("address", ["Dray", "Port of Dray, Veldmark", "", "12", "..."])
def test_what_names_no_building_has_no_key(address: str) -> None:
    assert read_address(address) is None


def test_the_unit_is_told() -> None:
    place = read_address("12 Quay Street, Suite 4B, Dray")
    assert place is not None
    assert place.unit == "suite 4b"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("12 Quay Street, Suite 4, Dray", "12 Quay Street, Dray"),
        ("Suite 4, 12 Quay Street", "12 Quay Street"),
        ("12 Quay Street", "12 Quay Street"),
        ("Office Street 4, Dray", "Office Street 4, Dray"),
    ],
)
def test_an_address_is_shown_without_its_unit(address: str, shown: str) -> None:
    assert without_unit(address) == shown
