"""Does a moment say how wide it is?"""

import pytest

from whence.model.report import Moment


@pytest.mark.parametrize(
    ("value", "precision", "earliest", "latest", "why"),
    [
        ("2031-03-02T09:15:30+00:00", "second", "2031-03-02T09:15:30", "2031-03-02T09:15:30", "an instant"),
        ("2031-03-02T09:15+02:00", "minute", "2031-03-02T07:15:00", "2031-03-02T07:15:59", "another time zone"),
        ("2031-03-02", "day", "2031-03-02T00:00:00", "2031-03-02T23:59:59", "date only"),
        ("2032-02", "month", "2032-02-01T00:00:00", "2032-02-29T23:59:59", "a leap year"),
        ("2031-12", "month", "2031-12-01T00:00:00", "2031-12-31T23:59:59", "the last month"),
        ("2031", "year", "2031-01-01T00:00:00", "2031-12-31T23:59:59", "a year"),
    ],
)
def test_a_moment_is_as_wide_as_its_precision(value: str, precision: str, earliest: str, latest: str, why: str) -> None:
    moment = Moment(value, precision)  # type: ignore[arg-type]  # the table holds plain strings
    assert moment.earliest().isoformat() == f"{earliest}+00:00", why
    assert moment.latest().isoformat() == f"{latest}+00:00", why
