"""Are the written time phrases read as they stand, and is a value right to the letter only?"""

from benchmarks.datasets.times import LEARN, WrittenTime, written_times
from benchmarks.tasks.times import by_library, is_right
from whence.model.spans import Span

ROW = WrittenTime(
    "x", "2031-05-14", "It met last week.", "last week", Span(7, 16), "2031-05-05/2031-05-11", is_trap=True
)


def test_written_times_hold_their_phrases_where_they_say() -> None:
    rows = list(written_times(LEARN))
    assert len(rows) == 150
    assert all(row.span.cut(row.text) == row.phrase for row in rows)


def test_is_right_wants_the_value_to_the_letter_on_words_that_touch() -> None:
    assert is_right(ROW, [(Span(0, 9), ROW.value)])
    assert not is_right(ROW, [(Span(0, 9), ROW.value)], span_too=True)
    assert not is_right(ROW, [(ROW.span, "2031-05-05")])
    assert not is_right(ROW, [(Span(0, 2), ROW.value)])


def test_by_library_reads_a_plain_date() -> None:
    plain = WrittenTime("y", "", "on 12 January 2006", "12 January 2006", Span(3, 18), "2006-01-12", is_trap=False)
    assert by_library(plain) == "2006-01-12"
