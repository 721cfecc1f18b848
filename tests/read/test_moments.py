"""Does a moment say what its source says, as exactly as the source says it, and nothing more?"""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.report import Moment
from whence.read.moments import of_datetime, parse_moment

WORDED = [
    # worded, value, precision
    ("2031-03-02T09:15:00Z", "2031-03-02T09:15:00Z", "second"),
    ("2031-03-02T09:15:00.123Z", "2031-03-02T09:15:00Z", "second"),
    ("2031-03-02T09:15Z", "2031-03-02T09:15Z", "minute"),
    ("2031-03-02 09:15", "2031-03-02T09:15", "minute"),
    ("2031-03-02T09:15:00+0530", "2031-03-02T09:15:00+05:30", "second"),
    ("2031-03-02T09:15:00-05", "2031-03-02T09:15:00-05:00", "second"),
    ("2031-03-02", "2031-03-02", "day"),
    ("2031-03", "2031-03", "month"),
    ("2031", "2031", "year"),
    ("2031-03-02T00:00:00Z", "2031-03-02", "day"),
    ("2031-03-02T00:00:00+00:00", "2031-03-02", "day"),
    ("2031-03-02T00:00Z", "2031-03-02", "day"),
    ("2031-03-02T00:00:01Z", "2031-03-02T00:00:01Z", "second"),
    ("2031-03-02T25:61:00Z", "2031-03-02", "day"),
    ("2031/03/02", "2031-03-02", "day"),
    ("20310302", "2031-03-02", "day"),
    ("20310302T091500Z", "2031-03-02T09:15:00Z", "second"),
    ("2 March 2031", "2031-03-02", "day"),
    ("2nd Mar. 2031", "2031-03-02", "day"),
    ("March 2, 2031", "2031-03-02", "day"),
    ("March 2031", "2031-03", "month"),
    ("Sunday, March 2, 2031 at 9:15 p.m.", "2031-03-02T21:15", "minute"),
    ("Mar 2, 2031 12:05 am UTC", "2031-03-02T00:05Z", "minute"),
    ("Sun, 02 Mar 2031 09:15:00 +0100", "2031-03-02T09:15:00+01:00", "second"),
    ("Sun, 02 Mar 2031 09:15:00 EST", "2031-03-02T09:15:00-05:00", "second"),
    ("Sun, 02 Mar 2031 09:15:00 GMT", "2031-03-02T09:15:00Z", "second"),
    ("  2031-03-02\n", "2031-03-02", "day"),
]
NO_DATE = [
    "",
    "yesterday",
    "2031-13-02",
    "2031-02-30",
    "03/02/2031",  # February to some, March to others
    "02.03.31",
    "0000-01-01",
    "9999-12-31",
    "12",
    "٢٠٣١-٠٣-٠٢",
    "2031-03-02T09:15:00Z" * 9,
]


@pytest.mark.parametrize(("worded", "value", "precision"), WORDED)
def test_parse_moment_keeps_value_and_precision(worded: str, value: str, precision: str) -> None:
    moment = parse_moment(worded)
    assert moment is not None
    assert (moment.value, moment.precision) == (value, precision)
    assert moment.earliest() <= moment.latest()


@pytest.mark.parametrize("worded", NO_DATE)
def test_parse_moment_returns_none_rather_than_guess(worded: str) -> None:
    assert parse_moment(worded) is None


INSTANTS = st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9998, 12, 30))  # noqa: DTZ001 - zones are drawn apart


@settings(deadline=None)  # the machine may be shared
@given(INSTANTS, st.integers(-23 * 60, 23 * 60))
def test_parse_moment_round_trips_any_instant(naive: datetime, offset_minutes: int) -> None:
    worded = naive.replace(microsecond=0).isoformat()
    sign, (hours, minutes) = "-" if offset_minutes < 0 else "+", divmod(abs(offset_minutes), 60)
    moment = parse_moment(f"{worded}{sign}{hours:02}:{minutes:02}")
    assert moment is not None
    if moment.precision == "second":
        expected = naive.replace(microsecond=0, tzinfo=UTC) - timedelta(minutes=offset_minutes)
        assert moment.earliest() == expected == moment.latest()
    else:
        assert naive.hour == naive.minute == naive.second == 0
    assert parse_moment(moment.value) == moment


@settings(deadline=None)  # the machine may be shared
@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 30)))
def test_parse_moment_reads_a_date_in_every_wording_alike(day: date) -> None:
    expected = Moment(day.isoformat(), "day")
    worded = [f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%Y%m%d}", f"{day:%Y/%m/%d}", f"{day:%A, %d %b %Y}"]
    assert [parse_moment(words) for words in worded] == [expected] * len(worded)


@settings(deadline=None)  # the machine may be shared
@given(st.text(max_size=60))
def test_parse_moment_never_raises_and_its_values_parse_again(worded: str) -> None:
    moment = parse_moment(worded)
    assert moment is None or parse_moment(moment.value) == moment


def test_of_datetime_reads_midnight_as_a_date() -> None:
    assert of_datetime(datetime(2031, 3, 2, tzinfo=UTC)) == Moment("2031-03-02", "day")
