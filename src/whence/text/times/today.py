"""What is the report's own day, as far as it is known, and which week, month or quarter lies so far from it?"""

from dataclasses import dataclass
from datetime import date, timedelta

from whence.model.report import Moment
from whence.text.times.edtf import SEASON_MONTHS, Stretch, single, slice_of
from whence.text.times.nodes import Unit, Which
from whence.text.times.tense import Tense

_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Today:
    """The day of a report as far as it is known: a month or a year alone is read against as far as it goes."""

    year: int
    month: int | None = None
    day: int | None = None

    def whole(self) -> date | None:
        """Return the day, None where only a month or year is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def monday(self) -> date | None:
        """Return the Monday of the report's week."""
        day = self.whole()
        return day - timedelta(days=day.weekday()) if day else None

    def shifted(self, unit: Unit, shift: int) -> Stretch | None:
        """Return the week, weekend, month, quarter, year, decade or century at a distance from the report's own.

        >>> Today(2031, 5, 14).shifted("weekend", -1).value, Today(2031).shifted("decade", -1).value
        ('2031-05-10/2031-05-11', '202X')
        """
        if unit in _YEARS:
            size = _YEARS[unit]
            return single(f"{self.year // size + shift:0{5 - len(str(size))}d}" + "X" * (len(str(size)) - 1))
        if unit in ("month", "quarter"):
            return self._months(unit, shift)
        monday = self.monday()
        if monday is None:
            return None
        start = monday + timedelta(days=7 * shift + (5 if unit == "weekend" else 0))
        return Stretch(start.isoformat(), (start + timedelta(days=1 if unit == "weekend" else 6)).isoformat())

    def far_end(self, unit: Unit, count: int) -> str | None:
        """Return what lies so many units away, as exact as the unit: a day, a month or a year."""
        day = self.whole()
        if unit in ("day", "week"):
            return (day + timedelta(days=count * (7 if unit == "week" else 1))).isoformat() if day else None
        if unit == "month":
            found = self._months("month", count)
            return found.first if found else None
        year = self.year + count * _YEARS.get(unit, 0)
        return f"{year:04d}" if unit in _YEARS and year > 0 else None

    def season_year(self, number: int, which: Which | None, tense: Tense | None) -> int | None:
        """Return the year of a season that leaves it out: the one that runs, or the nearest on the tense's side.

        "Last" is the last that is over, "next" the first that has not begun.
        """
        if self.month is None:
            return None
        at = 12 * self.year + self.month
        starts = {year: 12 * year + SEASON_MONTHS[number] for year in range(self.year - 2, self.year + 3)}
        over = max(year for year, start in starts.items() if start + 2 < at)
        ahead = min(year for year, start in starts.items() if start > at)
        if which in ("last", "next"):
            return over if which == "last" else ahead
        running = [year for year, start in starts.items() if start <= at <= start + 2]
        if running or which == "this":
            return running[0] if running else self.year
        nearest = min(starts, key=lambda year: abs(starts[year] + 1 - at))
        return {"future": ahead, "past": over}.get(tense or "", nearest)

    def _months(self, unit: Unit, shift: int) -> Stretch | None:
        if self.month is None:
            return None
        if unit == "month":
            total = self.year * 12 + self.month - 1 + shift
            return single(f"{total // 12:04d}-{total % 12 + 1:02d}")
        total = self.year * 4 + (self.month - 1) // 3 + shift
        return slice_of(single(f"{total // 4:04d}"), "quarter", total % 4 + 1, 1)


def today_of(published: Moment | None) -> Today | None:
    """Return the day of a report as its outlet gives it, whatever the hour is elsewhere.

    >>> today_of(Moment("2031-05-14T23:30:00-05:00", "second"))
    Today(year=2031, month=5, day=14)
    """
    if published is None:
        return None
    return Today(*(int(part) for part in published.value[:10].split("-")))
