"""Is time a likelihood, with its precision, and never a cut?"""

import pytest

from whence.model.report import Moment
from whence.weigh.times import DOUBT, probability_before

DAY = Moment("2031-03-02", "day")


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        (DAY, Moment("2031-03-03", "day"), 1 - DOUBT, "the day before"),
        (Moment("2031-03-03", "day"), DAY, DOUBT, "the day after, but clocks and pages can be wrong"),
        (DAY, Moment("2031-03-09", "day"), 0.999, "a week before: a page is seldom so wrong, but never surely right"),
        (DAY, DAY, 0.5, "the same day"),
        (None, DAY, 0.5, "no time"),
        (Moment("2031-03-02T12:00:00Z", "second"), DAY, 0.5, "noon of a day"),
        (Moment("2031-03-02T00:36:00Z", "second"), DAY, 0.95, "early on that day"),
        (Moment("2031-03-02T09:00:00+02:00", "second"), Moment("2031-03-02T08:00:00Z", "second"), 1 - DOUBT, "zones"),
    ],
)
def test_follows_the_precision(one: Moment | None, other: Moment | None, expected: float, why: str) -> None:
    assert probability_before(one, other) == pytest.approx(expected, abs=0.006), why
    assert probability_before(other, one) == pytest.approx(1 - expected, abs=0.006), why
