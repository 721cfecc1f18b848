"""Which names are of one sense?"""

from tests.understand.marked import shipped_gazetteer, view_of
from whence.understand.place_names import find_place_names
from whence.understand.place_senses import find_senses, key_of


def _keys(marked: str, outlet: str | None = None) -> list[tuple[str, str | None, str]]:
    return list(find_senses(find_place_names(view_of(marked)), shipped_gazetteer(), outlet))


def test_find_senses_joins_names_and_gives_them_the_container_that_one_has() -> None:
    marked = "Rain in [Springfield|place], [Ill.|place], and in [Springfield|place]."
    assert _keys(marked) == [("springfield", None, "Illinois"), ("illinois", "region", "")]


def test_find_senses_keeps_names_with_other_containers_apart() -> None:
    marked = "Rain in [Cambridge|place], [Massachusetts|place], and in [Cambridge|place], [England|place]."
    assert [container for name, _, container in _keys(marked) if name == "cambridge"] == ["Massachusetts", "England"]


def test_find_senses_takes_off_a_container_that_cannot_hold_the_name() -> None:
    place_names = find_place_names(view_of("Rain in [Lyon|place], [Rome|place] and [Oslo|place]."))
    find_senses(place_names, shipped_gazetteer(), None)
    assert [key_of(place_name) for place_name in place_names] == [
        ("lyon", None, ""),
        ("rome", None, ""),
        ("oslo", None, ""),
    ]


def test_find_senses_takes_a_people_for_its_country_and_the_outlet_for_its_town() -> None:
    keys = _keys("The [Libyan|nationality] army left [Derna|place].", outlet="Tobruk Times")
    assert ("libya", None, "") in keys
    assert ("Tobruk", None, "outlet") in keys
