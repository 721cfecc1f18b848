"""Which names are places, and what do the words around them say of each?"""

import pytest

from tests.understand.marked import view_of
from whence.understand.place_names import find_place_names

CASES = [
    ("Rain in [Sligo|place].", [("Sligo", "place")], "found as a place"),
    ("Rain in [Sligo|organisation].", [("Sligo", "place")], "found as a body, spoken of as a place"),
    ("[Sligo|organisation] won.", [("Sligo", "echo")], "found as a body"),
    ("[Sligo|organisation] won in [Sligo|place].", [("Sligo", "echo"), ("Sligo", "place")], "both"),
    ("Why Sligo matters.", [("Sligo", "maybe")], "known, and nothing speaks for it"),
    ("[Sligo Rovers Club|organisation] won.", [("Sligo", "sign")], "a part of a body's name"),
    ("He flew to [Denver airport|facility].", [("Denver", "facility")], "a building"),
    ("[Tom Dallas|person] left. [Dallas|person] is 40.", [], "a surname"),
    ("The [Egyptian|nationality] team.", [("Egyptian", "sign")], "a people"),
    ("Snow in the [Northern|place] hills.", [], "a direction alone is no name"),
    ("Shells hit [Deir ez-Zor|place].", [("Deir ez-Zor", "place")], "a particle within a name"),
    ("Residents of [Odesa hid|place].", [("Odesa", "place")], "a word that is none of the name"),
    ("Rain fell on Monday.", [], "a common word at the head of a sentence"),
]


@pytest.mark.parametrize(("marked", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_find_place_names_tells_places_from_parts_of_other_names(
    marked: str, expected: list[tuple[str, str]], why: str
) -> None:
    assert [(place_name.name, place_name.role) for place_name in find_place_names(view_of(marked))] == expected, why


def test_find_place_names_resolves_abbreviated_states_and_makes_them_containers() -> None:
    town, state = find_place_names(view_of("A man from [Athens|place], [Ga.|place], left."))
    assert (town.container, town.is_sure) == ("Georgia", True)
    assert (state.name, state.level) == ("Georgia", "region")
    assert [m.name for m in find_place_names(view_of("Sen. Orr, D-N.Y., left."))] == ["New York"]


def test_find_place_names_takes_no_common_word_for_a_state() -> None:
    assert find_place_names(view_of("In the end, in OK, La was Or.")) == []
