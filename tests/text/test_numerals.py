"""Does `text.numerals` read figures and number words?"""

import pytest

from whence.text.numerals import read_numeral, step_of

READ = [
    ("1.1 million", (1.1e6, 1.1e6), 1e5, "a decimal with a scale word"),
    ("312,000", (312000, 312000), 1000, "the last figure given is the thousands"),
    ("thirty-one", (31, 31), 1, "tens and units with a hyphen"),
    ("two hundred and five", (205, 205), 1, "and inside"),
    ("half a million", (5e5, 5e5), 1e6, "half of a scale word"),
    ("three dozen", (36, 36), 4, "dozens are rough"),
    ("dozens", (24, 99), 1, "a vague plural"),
]


@pytest.mark.parametrize(("text", "values", "step", "why"), READ)
def test_read_numeral(text: str, values: tuple[float, float], step: float, why: str) -> None:
    assert read_numeral(text) == values, why
    assert step_of(text) == pytest.approx(step), why


def test_read_numeral_refuses_words() -> None:
    assert read_numeral("several of them") is None
    assert read_numeral("") is None
