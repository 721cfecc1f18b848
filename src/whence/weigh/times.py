"""Which of two reports came first, as far as their times can tell?"""

import math

from whence.model.report import Moment

# A displayed time can be wrong (a page that keeps its first date, a clock in another zone): never quite certain. The
# doubt halves with every half day that lies between the two, down to what no distance removes (judgement).
DOUBT = 0.03
LEAST_DOUBT = 0.001
HALVING_SECONDS = 12 * 3600


def probability_before(one: Moment | None, other: Moment | None) -> float:
    """Return how likely `one` came before `other`: a likelihood, never a cut; 0.5 where a time is missing.

    Each moment may mean any instant between its earliest and its latest.

    >>> round(probability_before(Moment("2031-03-02", "day"), Moment("2031-03-03", "day")), 2)
    0.97
    >>> round(probability_before(Moment("2031-03-02", "day"), Moment("2031-03-08", "day")), 3)
    0.999
    >>> probability_before(None, Moment("2031-03-03", "day"))
    0.5
    """
    if one is None or other is None:
        return 0.5
    first, second = _instants(one), _instants(other)
    gap = max(second[0] - first[1], first[0] - second[1], 0.0)
    doubt = max(LEAST_DOUBT, DOUBT * math.exp2(-gap / HALVING_SECONDS))
    return doubt + (1 - 2 * doubt) * _share_before(first, second)


def _instants(moment: Moment) -> tuple[float, float]:
    return moment.earliest().timestamp(), moment.latest().timestamp()


def _share_before(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the probability that a uniform draw from `one` lies before one from `other`; equal points share it."""
    (a, b), (c, d) = one, other
    if b < c:
        return 1.0
    if d < a:
        return 0.0
    if a == b and c == d:
        return 0.5
    if a == b:
        return (d - a) / (d - c)
    if c == d:
        return (c - a) / (b - a)
    low, high = max(a, c), min(b, d)
    both = (high - low) / (b - a) * (high - low) / (d - c)
    before_overlap = max(0.0, c - a) / (b - a)
    inside_then_after = (high - low) / (b - a) * max(0.0, d - b) / (d - c)
    return before_overlap + inside_then_after + both / 2
