"""Does `link.guard` say why two statements cannot be one claim?"""

import pytest

from tests.link.making import make_report, make_statement
from whence.link.guard import GUARDS, keep_apart
from whence.link.sayings import Saying, read_saying


def _say(text: str) -> Saying:
    report = make_report("r", text)
    return read_saying(report, make_statement(report, text))


APART = [
    ("The dam leaks 40 litres a second", "The dam leaks 38 litres a second", None, "as good as the same"),
    ("The dam leaks 40 litres a second", "The dam leaks 400 litres a second", "amounts", "a slipped zero"),
    ("It sank on 4 March 2031", "It sank on 5 March 2031", "dates", "another day"),
    ("The dam is damaged", "The dam is not damaged", "polarity", "it cannot be both"),
    ("Cracks were found", "It leaks", None, "nothing speaks against it"),
]


@pytest.mark.parametrize(("one", "other", "why_apart", "why"), APART)
def test_keep_apart(one: str, other: str, why_apart: str | None, why: str) -> None:
    assert keep_apart(_say(one), _say(other)) == why_apart, why
    assert keep_apart(_say(other), _say(one)) == why_apart, why


def test_guards_are_these() -> None:
    assert GUARDS.names() == ["polarity", "amounts", "dates"]
