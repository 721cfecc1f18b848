"""Does `link.names` see through the wording of a name, and no further?"""

import pytest

from whence.link.names import do_names_fit, read_name
from whence.model.statement import VoiceKind

ALIKE: list[tuple[str, str, VoiceKind, bool, str]] = [
    (
        "the Mexican intelligence agencies",
        "Mexico's intelligence service",
        "government",
        True,
        "a people and its state",
    ),
    ("Veldian health ministry", "the Ministry of Health of Veldia", "government", True, "invented states too"),
    ("Lena Torv", "Ms Lena Torv", "person", True, "a title tells no one apart"),
    ("Lena Torv", "Mara Torv", "person", False, "another given name"),
    ("Ministry of Health", "Ministry of Finance", "government", False, "another ministry"),
]


@pytest.mark.parametrize(("one", "other", "kind", "same", "why"), ALIKE)
def test_read_name_keeps_what_tells_voices_apart(one: str, other: str, kind: VoiceKind, same: bool, why: str) -> None:
    assert (read_name(one, kind).words == read_name(other, kind).words) is same, why


FITS: list[tuple[str, str, VoiceKind, bool, str]] = [
    ("Torv", "Lena Torv", "person", True, "a surname"),
    ("Lena", "Lena Torv", "person", False, "a given name alone is too little"),
    ("the Courier", "Lissgrad Courier", "outlet", True, "the head of an outlet's name"),
    ("Meridian", "Meridian News Agency", "outlet", True, "the opening of its name"),
    ("the ministry", "Ministry of Health of Veldia", "government", True, "the head before of"),
    ("MNA", "Meridian News Agency", "outlet", True, "initials"),
    ("the Coast Guard", "Coast Guard spokeswoman Ariane Bost", "organisation", False, "the head is the woman"),
    ("the Courier", "the Lissgrad Courier and the Ostmere Herald", "outlet", False, "two papers are not one"),
    ("Vaul", "a man from Vaul", "unnamed", False, "an unnamed voice is no one's fuller name"),
]


@pytest.mark.parametrize(("part", "whole", "kind", "fits", "why"), FITS)
def test_do_names_fit(part: str, whole: str, kind: VoiceKind, fits: bool, why: str) -> None:
    assert do_names_fit(read_name(part, kind), read_name(whole, kind)) is fits, why


SPECIFIC = [
    ("two security officials in Lissgrad", True, "an office, a number and a place"),
    ("sources within the Ostmere state government", True, "an office and a place"),
    ("an official familiar with the matter", False, "says nothing about who"),
    ("sources", False, "nothing at all"),
]


@pytest.mark.parametrize(("name", "specific", "why"), SPECIFIC)
def test_read_name_knows_how_much_an_unnamed_wording_states(name: str, specific: bool, why: str) -> None:
    assert read_name(name, "unnamed").is_specific is specific, why
