"""Where on an axis does a day stand? Longer empty stretches are shortened, so that days close together stay apart."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from whence.show.dossier.picture import width_of

# An axis is to scale where its shortest step would still be this wide, in px; else steps grow with their logarithm.
LEAST_STEP = 14
# px between the words of two ticks.
BETWEEN_TICKS = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class DayScale:
    """An axis: days (as ordinals) that stand at known places, even steps between two of them."""

    days: tuple[int, ...]
    places: tuple[float, ...]
    is_even: bool

    def x(self, day: date) -> float:
        """Return where a day begins on the axis; one beyond an end stands at that end."""
        ordinal = min(max(day.toordinal(), self.days[0]), self.days[-1])
        after = min(bisect_right(self.days, ordinal), len(self.days) - 1)
        low, high = self.days[after - 1], self.days[after]
        share = (ordinal - low) / (high - low)
        return self.places[after - 1] + share * (self.places[after] - self.places[after - 1])

    def ticks(self) -> tuple[Tick, ...]:
        """Return as many days as have room for their words: years first, then months, then single days."""
        chosen: list[tuple[float, float, Tick]] = []
        for day, words in _candidates(self.days):
            x, half = self.x(day), width_of(words) / 2
            left, right = x - half - BETWEEN_TICKS, x + half + BETWEEN_TICKS
            is_free = all(right <= low or left >= high for low, high, _ in chosen)
            if is_free and self.places[0] <= x <= self.places[-1]:
                chosen.append((x - half, x + half, Tick(x, words)))
        return tuple(sorted((tick for _, _, tick in chosen), key=lambda tick: tick.x))


def build_scale(days: Iterable[date], left: float, right: float) -> DayScale:
    """Return the axis from `left` to `right` on which each of these days is a step; one alone stands in the middle.

    >>> scale = build_scale([date(2031, 5, 1), date(2031, 5, 11)], 0, 100)
    >>> scale.x(date(2031, 5, 6)), scale.is_even
    (50.0, True)
    """
    stops = sorted({day.toordinal() for day in days})
    if len(stops) < 2:
        middle = stops[0] if stops else date(2000, 1, 1).toordinal()
        stops = [max(1, middle - 15), middle, middle + 16]
    steps = [high - low for low, high in pairwise(stops)]
    room = right - left
    is_even = min(steps) * room / sum(steps) >= LEAST_STEP
    weights = [float(step) for step in steps] if is_even else [math.log1p(step) for step in steps]
    places = [left]
    for weight in weights:
        places.append(places[-1] + room * weight / sum(weights))
    places[-1] = right
    return DayScale(tuple(stops), tuple(places), is_even)


def _candidates(days: Sequence[int]) -> list[tuple[date, str]]:
    """Return the days that a tick may name, the roundest first: years, months, steps."""
    first, last = date.fromordinal(days[0]), date.fromordinal(days[-1])
    years = [date(year, 1, 1) for year in range(first.year, min(last.year + 1, 9999))]
    rows = [(day, f"{day.year:04d}") for day in sorted(years, key=lambda day: (-_roundness(day.year), day))]
    if len(years) <= 30:
        months = [date(year.year, month, 1) for year in years for month in (7, 4, 10, *range(2, 13))]
        rows += [(day, f"{day:%Y-%m}") for day in dict.fromkeys(months)]
    rows += [(date.fromordinal(day), date.fromordinal(day).isoformat()) for day in days]
    inside = (first, last + timedelta(days=1)) if last < date.max else (first, last)
    return [(day, words) for day, words in rows if inside[0] <= day <= inside[1]]


def _roundness(year: int) -> int:
    """Return how round a year is: a century, a decade, half of one, or neither."""
    return 3 if year % 100 == 0 else 2 if year % 10 == 0 else 1 if year % 5 == 0 else 0
