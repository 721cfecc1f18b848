"""Is the tense around a time read from the verb that it belongs to?"""

import pytest

from whence.text.times.tense import Tense, tense_of

CASES: list[tuple[str, str, Tense | None, str]] = [
    ("Ministers will meet on Friday.", "Friday", "future", "will before"),
    ("Ministers met on Friday.", "Friday", "past", "an irregular past"),
    ("On Friday ministers will meet.", "Friday", "future", "the verb stands after"),
    ("He told reporters on Friday that talks will go on.", "Friday", "past", "the nearest before wins"),
    ("She said the talks on Friday would fail.", "Friday", "future", "a verb of saying begins another clause"),
    ("The results will be announced on Friday.", "Friday", "future", "the participle belongs to will"),
    ("The hearing was moved to Friday.", "Friday", "future", "moved to"),
    ("They should have met on Friday.", "Friday", "past", "should have"),
    ("He will go. The shop was shut on Friday.", "Friday", "past", "another sentence does not count"),
    ("Friday", "Friday", None, "no verb"),
]


@pytest.mark.parametrize(("text", "phrase", "tense", "why"), CASES)
def test_tense_of_reads_the_verb(text: str, phrase: str, tense: Tense | None, why: str) -> None:
    start = text.index(phrase)
    assert tense_of(text, start, start + len(phrase))[0] == tense, why
