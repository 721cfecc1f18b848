"""Does `text.dates` read dates and clock times, and tell which of them could be the same?"""

import pytest

from whence.model.report import Moment
from whence.text.dates import do_dates_agree, find_dates

MONDAY = Moment("2032-05-17", "day")

FOUND = [
    # text, values, why
    ("on 14 May 2032", ["2032-05-14"], "day first"),
    ("on May 14, 2032", ["2032-05-14"], "month first"),
    ("on 14 May", ["2032-05-14"], "the year is that of publication"),
    ("in March 2031", ["2031-03"], "a month"),
    ("since 2019", ["2019"], "a year"),
    ("2031-03-02", ["2031-03-02"], "ISO"),
    ("at 07:15 local time", ["T07:15"], "a clock time"),
    ("at 9 pm", ["T21:00"], "with pm"),
    ("at twenty to ten", ["T09:40"], "in words, before the hour"),
    ("by half past five", ["T05:30"], "half past"),
    ("the guard came by at nine-forty", ["T09:40"], "hour and minute in words"),
    ("until noon", ["T12:00"], "noon"),
    ("on Friday", ["2032-05-14"], "the last Friday up to publication"),
    ("on Monday", ["2032-05-17"], "the day of publication itself"),
    ("next Monday", ["2032-05-24"], "next turns it round"),
    ("yesterday", ["2032-05-16"], "relative to publication"),
    ("2,031 people in 4.5 hours", [], "numbers that are no dates"),
]


@pytest.mark.parametrize(("text", "values", "why"), FOUND)
def test_find_dates_reads(text: str, values: list[str], why: str) -> None:
    found = find_dates(text, published=MONDAY)
    assert [mention.value for mention in found] == values, why
    assert all(mention.span.cut(text).strip() for mention in found)


def test_find_dates_leaves_weekdays_alone_without_a_day_of_publication() -> None:
    assert find_dates("on Friday", published=None) == []
    assert find_dates("on Friday", published=Moment("2032", "year")) == []


def test_find_dates_reads_december_in_january_as_last_year() -> None:
    (found,) = find_dates("on 28 December", published=Moment("2032-01-02", "day"))
    assert found.value == "2031-12-28"
    (found,) = find_dates("on 3 January", published=Moment("2031-12-30", "day"))
    assert found.value == "2032-01-03"


AGREE = [
    ("2032-05-14", "2032-05-14", True, "the same day"),
    ("2032-05-14", "2032-05-15", False, "another day"),
    ("2032-05", "2032-05-15", True, "a day of that month"),
    ("XXXX-05-14", "2031-05-14", True, "an unknown year could be it"),
    ("T07:15", "T19:15", True, "without am or pm the halves of the day are one"),
    ("T07:15", "T09:40", False, "another time"),
    ("T07:15", "2032-05-14", None, "a time and a day do not compare"),
]


@pytest.mark.parametrize(("one", "other", "verdict", "why"), AGREE)
def test_do_dates_agree(one: str, other: str, verdict: bool | None, why: str) -> None:
    assert do_dates_agree(one, other) is verdict, why
    assert do_dates_agree(other, one) is verdict, why
