"""Is a voice recognised as the outlet of a report that we hold, and nothing else?"""

import pytest

from tests.weigh.making import make_report
from whence.weigh.outlets import list_outlets, match_outlet

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


def test_a_body_that_speaks_for_itself_is_no_publisher() -> None:
    assert {o.outlet for o in OUTLETS if not o.is_publisher} == {"Ministry of Locks of Osk", "Velda Minerals plc"}
