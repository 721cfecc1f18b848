"""Which days does each kind of EDTF value mean?"""

from datetime import date

import pytest

from whence.text.edtf_days import days_of

CASES = [
    # value, first day, last day, why
    ("2031-05-14", "2031-05-14", "2031-05-14", "a day"),
    ("2031-05-14T07:15:00Z", "2031-05-14", "2031-05-14", "a clock time is of its day"),
    ("2032-02", "2032-02-01", "2032-02-29", "a month of a leap year"),
    ("2031", "2031-01-01", "2031-12-31", "a year"),
    ("203X", "2030-01-01", "2039-12-31", "a decade"),
    ("2031-XX-07", "2031-01-01", "2031-12-31", "a month that is not known leaves the year"),
    ("2031-05-XX", "2031-05-01", "2031-05-31", "a day that is not known leaves the month"),
    ("2031-22", "2031-06-01", "2031-08-31", "a summer"),
    ("2031-24", "2031-12-01", "2032-02-29", "a winter is called by the year that it begins in"),
    ("2031-30", "2031-12-01", "2032-02-29", "a summer of the south"),
    ("2031-36", "2031-10-01", "2031-12-31", "a quarter"),
    ("2031-40", "2031-01-01", "2031-06-30", "a half of a year"),
    ("2031-05~", "2031-05-01", "2031-05-31", "about"),
    ("2021/..", "2021-01-01", None, "since"),
    ("2021/", "2021-01-01", None, "the end is not known"),
    ("../2024-03", None, "2024-03-31", "until"),
    ("2031-05-16/2031-05-17", "2031-05-16", "2031-05-17", "from to"),
    ("2031-05-16/2031-06", "2031-05-16", "2031-06-30", "the ends may be of two sorts"),
    ("[2031-05-01,2031-05-03..2031-05-05]", "2031-05-01", "2031-05-05", "one of a set"),
    ("{2030,2032}", "2030-01-01", "2032-12-31", "all of a set"),
]


@pytest.mark.parametrize(("value", "first", "last", "why"), CASES, ids=[case[3] for case in CASES])
def test_the_days_of_a_value(value: str, first: str | None, last: str | None, why: str) -> None:
    days = days_of(value)
    assert days is not None
    assert days.earliest == (date.fromisoformat(first) if first else None)
    assert days.latest == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    "value",
    ["T07:15", "XXXX-05-14", "", "../..", "/", "2031-02-30", "2031-13", "2032/2031", "soon", "0000", "2031/soon"],
)
def test_what_has_no_days_means_none(value: str) -> None:
    assert days_of(value) is None


def test_rough_values_are_marked() -> None:
    marked = {value: days.is_rough for value in ("2031~", "2031?", "2031-05%", "2031") if (days := days_of(value))}
    assert marked == {"2031~": True, "2031?": True, "2031-05%": True, "2031": False}
