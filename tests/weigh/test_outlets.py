"""Is a voice recognised as the outlet of a report that we hold, and nothing else?"""

import pytest

from tests.weigh.making import make_report
from whence.model.statement import Voice
from whence.weigh.citations import match_voice
from whence.weigh.outlets import list_outlets, match_outlet, match_part

OUTLETS = list_outlets(
    [
        make_report("1", "The Tarn Courier", "x"),
        make_report("2", "Sound Press Agency", "x", outlet_type="wire"),
        make_report("3", "Ministry of Locks of Osk", "x", outlet_type="official"),
        make_report("4", "Velda Minerals plc", "x", outlet_type="official"),
        make_report("5", "Roskaben Evening Post", "x"),
        make_report("6", "Velda Post", "x"),
    ]
)


@pytest.mark.parametrize(
    ("name", "outlet", "why"),
    [
        ("Tarn Courier", "The Tarn Courier", "the article is no part of a name"),
        ("the Courier's reporter", "The Tarn Courier", "a short name, possessive"),
        ("the newspaper Courier of the town", "The Tarn Courier", "a short name with its capital"),
        ("the agency SPA", "Sound Press Agency", "initials inside a longer name"),
        ("SPA", "Sound Press Agency", "initials"),
        ("Evening Post", "Roskaben Evening Post", "the tail of a name"),
        ("Velda Minerals", "Velda Minerals plc", "the legal form is no part of a name"),
        ("the Osk locks ministry", "Ministry of Locks of Osk", "a body's name in another order"),
        ("the Post", None, "two outlets are called so"),
        ("a motorcycle courier in Sound", None, "a plain word inside another voice's name"),
        ("the ministry", "Ministry of Locks of Osk", "the only ministry here"),
        ("the Sound roads ministry", None, "another ministry"),
        ("Sound's Roads Ministry", None, "another ministry with its capitals"),
        ("Ivo Lund", None, "a person"),
    ],
)
def test_matches_names_of_outlets(name: str, outlet: str | None, why: str) -> None:
    found = match_outlet(name, OUTLETS)
    assert (found.outlet if found else None) == outlet, why


@pytest.mark.parametrize(
    ("name", "outlet", "why"),
    [
        ("the edition Roskaben", "Roskaben Evening Post", "one word of its name, which no other has"),
        ("the Velda edition", "Velda Post", "a body of that name publishes no paper"),
        ("the Roskaben Herald", None, "another paper of that town"),
        ("a newspaper", None, "no name at all"),
    ],
)
def test_an_outlet_by_part_of_its_name(name: str, outlet: str | None, why: str) -> None:
    found = match_part(name, OUTLETS)
    assert (found.outlet if found else None) == outlet, why


def test_a_part_of_a_name_counts_only_for_an_outlet_of_that_kind() -> None:
    """Why: "Roskaben television" is no evening paper, and a person called Roskaben is no outlet."""
    paper = Voice("the Roskaben newspaper", "the Roskaben newspaper", "outlet", named=True)
    television = Voice("Roskaben television", "Roskaben television", "outlet", named=True)
    person = Voice("Roskaben", "Roskaben", "person", named=True)
    matched = [match_voice(voice, OUTLETS) for voice in (paper, television, person)]
    assert [found.outlet if found else None for found in matched] == ["Roskaben Evening Post", None, None]


def test_initials_count_inside_hyphens_too() -> None:
    (outlet,) = list_outlets([make_report("1", "Tri-Coast News", "x", outlet_type="wire")])
    assert outlet.acronyms == {"tcn"}


def test_a_body_that_speaks_for_itself_is_no_publisher() -> None:
    assert {o.outlet for o in OUTLETS if not o.is_publisher} == {"Ministry of Locks of Osk", "Velda Minerals plc"}
