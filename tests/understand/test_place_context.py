"""What do the words around a place's name say of it?"""

import pytest

from tests.understand.marked import view_of
from whence.understand.place_names import find_place_names

CASES = [
    ("in [Idlib|place] province", "Idlib province", "region", None, False, "a noun behind it"),
    ("in the province of [Idlib|place]", "Idlib", "region", None, False, "a noun before it"),
    ("in two provinces of [Syria|place]", "Syria", None, None, False, "several of its parts"),
    ("in the city of [Idlib|place]", "Idlib", "city", None, False, "a city"),
    ("in County [Sligo|place]", "Sligo", "district", None, False, "an Irish county"),
    ("in north-western [Syria|place]", "north-western Syria", None, (1, -1), False, "a direction"),
    ("in the south of [France|place]", "France", None, (-1, 0), False, "a direction before of"),
    ("in central [Ankara|place]", "central Ankara", None, (0, 0), False, "its middle"),
    ("in downtown [Dallas|place]", "downtown Dallas", None, None, False, "a part that is told by no direction"),
    ("near [Kirkuk|place]", "Kirkuk", None, None, True, "near it"),
    ("ten miles north of [Kirkuk|place]", "Kirkuk", None, None, True, "off it"),
]


@pytest.mark.parametrize(("phrase", "worded", "level", "part", "is_near", "why"), CASES, ids=[c[5] for c in CASES])
def test_read_context_tells_level_and_part(
    phrase: str, worded: str, level: str | None, part: tuple[int, int] | None, is_near: bool, why: str
) -> None:
    view = view_of(f"Snow fell {phrase}.")
    (place_name,) = find_place_names(view)
    assert place_name.span.cut(view.tokens.text) == worded, why
    assert (place_name.level, place_name.part, place_name.is_near) == (level, part, is_near), why


def test_read_containers_take_what_may_hold_the_place_and_are_sure_of_states() -> None:
    cases = [
        ("in [Cambridge|place], [England|place],", "England", True),
        ("in [Gori|place], northern [Georgia|place],", "Georgia", True),
        ("in [Akre|place], in [Duhok|place],", "Duhok", False),
        ("in [Gori|place] and [Tbilisi|place]", "", False),
    ]
    for phrase, container, is_sure in cases:
        place_name = find_place_names(view_of(f"Snow fell {phrase} today."))[0]
        assert (place_name.container, place_name.is_sure) == (container, is_sure), phrase
