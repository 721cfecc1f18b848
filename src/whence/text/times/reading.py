"""Which EDTF value has a time phrase, read against the day of its report and the tense of its sentence?"""

from collections.abc import Callable
from datetime import date, timedelta

from whence.text.times.edtf import OPEN, Stretch, days_in, single, slice_of, third_of
from whence.text.times.nodes import (
    Around,
    At,
    Away,
    Between,
    Calendar,
    Clock,
    Current,
    DayShift,
    Decade,
    Figures,
    Marked,
    Node,
    NthWeekday,
    Order,
    Season,
    Slice,
    Thirds,
    Weekday,
    WeekOf,
    Year,
)
from whence.text.times.tense import Tense
from whence.text.times.today import Today

TenseOf = Callable[[], tuple[Tense | None, bool]]
# How far the nearest year may lie on the wrong side of the verb's tense before the tense decides.
_DAYS_AGAINST_TENSE = 75
_DAYS_OF_MONTHS_AGAINST_TENSE = 45
# A report tells of the days around its own: one reading of figures this near to it is meant, the other months away not.
_DAYS_NEAR = 7


class Reading:
    """Reads phrases of one report; a time that needs more of the report's day than is known has no value."""

    def __init__(self, today: Today | None, tense: TenseOf, order: Order | None = None) -> None:
        """Read by the report's day, the tense around a phrase, and the order of figures that the report shows."""
        self._today = today
        self._day = today.whole() if today else None
        self._tense = tense
        self._order = order

    def read(self, node: Node) -> Stretch | None:
        """Return the value of a phrase, or None."""
        read = _READERS[type(node)]
        return read(self, node)

    def read_calendar(self, node: Calendar) -> Stretch | None:
        """Return a year, month or day; a missing year is the nearest, unless "last" or the tense says else."""
        if node.year and node.year.shift is not None and node.which == "this":
            return self._day_of_month(node)
        year = self._year(node.year) if node.year else None
        if node.year and year is None:
            return None
        if year is not None and node.month is None:
            return single(_worded(year))
        if node.month is None:
            return None
        if year is None:
            year = self._missing_year(node)
        return _day(year, node.month, node.day)

    def read_figures(self, node: Figures) -> Stretch | None:
        """Return a day in figures, in the order that the report shows.

        Where it shows none, that of both days which alone lies near the report's own, else day first.
        """
        year = self._year(node.year)
        if year is None:
            return None
        days = [_day(year, node.second, node.first).first, _day(year, node.first, node.second).first]
        if self._order is not None:
            return single(days[self._order == "month first"])
        near = [day for day in days if self._is_near(day)]
        return single(near[0] if len(near) == 1 else days[0])

    def _is_near(self, day: str) -> bool:
        return self._day is not None and abs((date.fromisoformat(day) - self._day).days) <= _DAYS_NEAR

    def read_weekday(self, node: Weekday) -> Stretch | None:
        """Return the last such day up to the report's, or the first after it where the tense or "next" says so."""
        if self._day is None:
            return None
        if node.week is not None:
            return _on(self._day + timedelta(days=7 * node.week + node.weekday - self._day.weekday()))
        ahead = (node.weekday - self._day.weekday()) % 7
        is_future = node.which == "next" or (node.which is None and self._is_future())
        if node.which == "this":
            tense, _ = self._tense()
            is_past = tense == "past"
            return _on(self._day + timedelta(days=ahead if not is_past or ahead == 0 else ahead - 7))
        if is_future:
            return _on(self._day + timedelta(days=ahead or 7))
        back = (-ahead) % 7
        return _on(self._day - timedelta(days=back or (7 if node.which == "last" else 0)))

    def read_nth_weekday(self, node: NthWeekday) -> Stretch | None:
        """Return the first Monday of a month, or the last."""
        month = self.read_calendar(node.month)
        if month is None or not month.first[:4].isdecimal():
            return None
        first = date(int(month.first[:4]), int(month.first[5:]), 1)
        day = first + timedelta(days=(node.weekday - first.weekday()) % 7 + 7 * (node.place - 1))
        if node.place < 0:
            end = first.replace(day=days_in(month.first[:4], first.month))
            day = end - timedelta(days=(end.weekday() - node.weekday) % 7)
        return _on(day) if day.month == first.month else None

    def read_day_shift(self, node: DayShift) -> Stretch | None:
        """Return the report's own day, moved."""
        return _on(self._day + timedelta(days=node.days)) if self._day else None

    def read_away(self, node: Away) -> Stretch | None:
        """Return so many days, weeks (roughly), months or years from the report's day; ahead needs no past verb."""
        if node.count > 0 and self._tense()[0] == "past":
            return None  # "sold 30 cars in two days" tells how long it took
        end = self._today.far_end(node.unit, node.count) if self._today else None
        return (single(end).marked("~") if node.unit == "week" else single(end)) if end else None

    def read_current(self, node: Current) -> Stretch | None:
        """Return this, last or next week, month, year and so on."""
        return self._today.shifted(node.unit, node.shift) if self._today else None

    def read_around(self, node: Around) -> Stretch | None:
        """Return the past so many units up to the report's day, or the next ones from it on."""
        if self._today is None or self._day is None:
            return None
        end = self._today.far_end(node.unit, node.count if node.is_ahead else -node.count)
        day = self._day.isoformat()
        return (Stretch(day, end) if node.is_ahead else Stretch(end, day)) if end else None

    def read_season(self, node: Season) -> Stretch | None:
        """Return a season; without a year the nearest that fits the tense, "last" the last that is over."""
        if node.year:
            year = self._year(node.year)
        else:
            year = self._today.season_year(node.number, node.which, self._tense()[0]) if self._today else None
        return single(f"{year:04d}-{node.number}") if year is not None else None

    def read_decade(self, node: Decade) -> Stretch | None:
        """Return a decade or century with its last figures left open."""
        if node.first < 1:
            return Stretch(_worded(node.first), _worded(node.first + 99))
        return single(f"{node.first // 100:02d}XX" if node.is_century else f"{node.first // 10:03d}X")

    def read_week_of(self, node: WeekOf) -> Stretch | None:
        """Return the seven days of the week that a day is in, begins or ends."""
        found = self.read(node.day)
        if found is None or not found.first[:4].isdecimal() or len(found.first) != 10:
            return None
        day = date.fromisoformat(found.first)
        if node.how == "of":
            day -= timedelta(days=day.weekday())
        elif node.how == "ending":
            day -= timedelta(days=6)
        return Stretch(day.isoformat(), (day + timedelta(days=6)).isoformat())

    def read_thirds(self, node: Thirds) -> Stretch | None:
        """Return the early, middle or late part of a time."""
        whole = self.read(node.of)
        return third_of(whole, node.first, node.last) if whole else None

    def read_slice(self, node: Slice) -> Stretch | None:
        """Return a quarter, half or counted part; without a year the quarter last begun, or the next to come."""
        if node.of is None:
            return self._quarter_alone(node)
        whole = self.read(node.of)
        return slice_of(whole, node.unit, node.place, node.count) if whole else None

    def read_at(self, node: At) -> Stretch | None:
        """Return a day with its clock time or times."""
        day = self.read(node.day)
        if day is None or len(day.first) != 10:
            return None
        first = f"{day.first}T{_clock(node.clock)}"
        return Stretch(first, f"{day.first}T{_clock(node.until)}") if node.until else single(first)

    def read_marked(self, node: Marked) -> Stretch | None:
        """Return a time marked as approximate or uncertain."""
        found = self.read(node.node)
        return found.marked(node.mark) if found else None

    def read_between(self, node: Between) -> Stretch | None:
        """Return a range; what one end leaves out is read from the other, so that the range runs forward."""
        if node.first is None or node.last is None:
            return self._open(node)
        last_node = node.last
        if (
            isinstance(node.first, Calendar)
            and node.first.year
            and isinstance(last_node, Calendar)
            and not last_node.year
        ):
            return self._forward(node.first, last_node)
        if isinstance(node.first, Weekday) and isinstance(last_node, Weekday):
            return self._weekdays(node.first, last_node)
        last = self.read(last_node)
        if last is None:
            return None
        first = self._before(node.first, last)
        if first is None:
            return None
        return Stretch(first.first, last.last) if _is_forward(first.first, last.last) else None

    def _before(self, node: Node, last: Stretch) -> Stretch | None:
        """Return the first end of a range, in the year that brings it next before the other end."""
        inner, year = node, last.first[:4]
        is_bare = isinstance(inner, Calendar) and inner.month is not None and inner.year is None and inner.which is None
        if isinstance(inner, Thirds) and isinstance(inner.of, Calendar) and inner.of.month and not inner.of.year:
            found = self._before(inner.of, last)
            return third_of(found, inner.first, inner.last) if found else None
        if isinstance(inner, Season) and not inner.year and not inner.which and year.isdecimal():
            return single(f"{int(year) - (f'{year}-{inner.number}' > last.first):04d}-{inner.number}")
        if not is_bare or not isinstance(inner, Calendar):
            return self.read(node)
        if not year.isdecimal():
            return _day(None, inner.month or 1, inner.day)
        found = _day(int(year), inner.month or 1, inner.day)
        size = min(len(found.first), len(last.last))
        return found if found.first[:size] <= last.last[:size] else _day(int(year) - 1, inner.month or 1, inner.day)

    def _forward(self, node: Calendar, last: Calendar) -> Stretch | None:
        """Return a range whose first end has the year."""
        first = self.read_calendar(node)
        if first is None or last.month is None:
            return None
        year = int(first.first[:4])
        end = _day(year, last.month, last.day)
        if end.first < first.first:
            end = _day(year + 1, last.month, last.day)
        return Stretch(first.first, end.first)

    def _weekdays(self, first: Weekday, last: Weekday) -> Stretch | None:
        if self._is_future():
            begin = self.read_weekday(first)
            days = (last.weekday - first.weekday) % 7 or 7
            return begin and Stretch(begin.first, (date.fromisoformat(begin.first) + timedelta(days=days)).isoformat())
        end = self.read_weekday(last)
        days = (last.weekday - first.weekday) % 7 or 7
        return end and Stretch((date.fromisoformat(end.first) - timedelta(days=days)).isoformat(), end.first)

    def _open(self, node: Between) -> Stretch | None:
        if node.first is not None:
            first = self.read(node.first)
            return Stretch(first.first, OPEN) if first else None
        if node.last is None:
            return None
        found = Reading(self._today, self._until_tense, self._order).read(node.last)
        return Stretch(OPEN, found.last) if found else None

    def _until_tense(self) -> tuple[Tense | None, bool]:
        """Return the tense of a deadline: ahead, unless a verb before it is in the past."""
        tense, is_before = self._tense()
        return (tense, is_before) if tense == "past" and is_before else ("future", False)

    def _is_future(self) -> bool:
        return self._tense()[0] == "future"

    def _year(self, year: Year) -> int | None:
        """Return the number of a year as worded; two figures alone are the nearest such year."""
        if year.number is not None:
            return year.number
        if year.short is not None:
            if self._today is None:
                return year.short + (2000 if year.short < 70 else 1900)
            century = self._today.year // 100 * 100
            near = (century - 100 + year.short, century + year.short, century + 100 + year.short)
            return min(near, key=lambda number: abs(number - (self._today.year if self._today else 0)))
        return self._today.year + (year.shift or 0) if self._today else None

    def _missing_year(self, node: Calendar) -> int | None:
        """Return the year of a month or day that leaves it out, None where the report has no month to read it by."""
        today = self._today
        if today is None or today.month is None or node.month is None:
            return None
        if node.which == "this":
            return today.year
        years = range(today.year - 4, today.year + 5)
        at = self._day or date(today.year, today.month, 15)
        gaps = {year: gap for year in years if (gap := _gap(year, node, at)) is not None}
        if node.which == "last":
            return max((year for year, gap in gaps.items() if gap < 0), default=None)
        if node.which == "next":
            return min((year for year, gap in gaps.items() if gap > 0), default=None)
        if node.weekday is not None and node.day:
            near = {year: gap for year, gap in gaps.items() if abs(year - today.year) <= 1}
            fitting = {y: g for y, g in near.items() if date(y, node.month, node.day).weekday() == node.weekday}
            gaps = fitting or gaps
        nearest = min(gaps, key=lambda year: abs(gaps[year]), default=None)
        return (
            None
            if nearest is None
            else self._by_tense(gaps, nearest, _DAYS_AGAINST_TENSE if node.day else _DAYS_OF_MONTHS_AGAINST_TENSE)
        )

    def _by_tense(self, gaps: dict[int, int], nearest: int, reach: int) -> int:
        """Return the nearest year, or the one on the verb's side where the nearest is far on the other."""
        if abs(gaps[nearest]) <= reach:
            return nearest
        tense, is_before = self._tense()
        if not is_before or tense is None or (gaps[nearest] > 0) == (tense == "future"):
            return nearest
        fitting = [year for year, gap in gaps.items() if (gap > 0) == (tense == "future")]
        return min(fitting, key=lambda year: abs(gaps[year]), default=nearest)

    def _day_of_month(self, node: Calendar) -> Stretch | None:
        month = self._today.shifted("month", node.month or 0) if self._today else None
        return _day(int(month.first[:4]), int(month.first[5:]), node.day) if month else None

    def _quarter_alone(self, node: Slice) -> Stretch | None:
        if self._today is None or self._today.month is None:
            return None
        now = (self._today.month - 1) // 3 + 1
        year = self._today.year
        if self._is_future():
            year += node.place < now
        else:
            year -= node.place > now
        return slice_of(single(f"{year:04d}"), "quarter", node.place, 1)


_READERS: dict[type, Callable[[Reading, object], Stretch | None]] = {
    Figures: Reading.read_figures,  # type: ignore[dict-item] # as below
    Calendar: Reading.read_calendar,  # type: ignore[dict-item] # each reader takes the node that it stands beside
    Weekday: Reading.read_weekday,  # type: ignore[dict-item] # as above
    NthWeekday: Reading.read_nth_weekday,  # type: ignore[dict-item] # as above
    DayShift: Reading.read_day_shift,  # type: ignore[dict-item] # as above
    Away: Reading.read_away,  # type: ignore[dict-item] # as above
    Current: Reading.read_current,  # type: ignore[dict-item] # as above
    Around: Reading.read_around,  # type: ignore[dict-item] # as above
    Season: Reading.read_season,  # type: ignore[dict-item] # as above
    Decade: Reading.read_decade,  # type: ignore[dict-item] # as above
    WeekOf: Reading.read_week_of,  # type: ignore[dict-item] # as above
    Thirds: Reading.read_thirds,  # type: ignore[dict-item] # as above
    Slice: Reading.read_slice,  # type: ignore[dict-item] # as above
    At: Reading.read_at,  # type: ignore[dict-item] # as above
    Between: Reading.read_between,  # type: ignore[dict-item] # as above
    Marked: Reading.read_marked,  # type: ignore[dict-item] # as above
}


def _day(year: int | None, month: int, day: int | None) -> Stretch:
    worded = "XXXX" if year is None else _worded(year)
    return single(f"{worded}-{month:02d}" if day is None else f"{worded}-{month:02d}-{day:02d}")


def _worded(year: int) -> str:
    """Return a year as EDTF has it, in four figures: 44 BC is -0043."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _is_forward(first: str, last: str) -> bool:
    """Tell whether a range runs forward, as exactly as both its ends are; before Christ by years alone."""
    if first.startswith("-") or last.startswith("-"):
        # Years before Christ count down; years after it may have figures left open, "19XX".
        return first.startswith("-") and (not last.startswith("-") or first[1:5] >= last[1:5])
    size = min(len(first), len(last), 10)
    return first[:size] <= last[:size]


def _on(day: date) -> Stretch:
    return single(day.isoformat())


def _gap(year: int, node: Calendar, at: date) -> int | None:
    """Return the days from the report to a day, or to a month as its months; None where the year has no such day."""
    month = node.month or 1
    if node.day is None:
        return 30 * (12 * (year - at.year) + month - at.month)
    try:
        return (date(year, month, node.day) - at).days
    except ValueError:
        return None


def _clock(clock: Clock) -> str:
    return f"{clock.hour:02d}:{clock.minute:02d}{'Z' if clock.is_universal else ''}"
