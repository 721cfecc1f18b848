"""Which days may a time in EDTF mean? The first and the last, and which ends are open."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

# First month and length of what EDTF codes in the place of a month: seasons (21-24 as in the north, since EDTF leaves
# the half of the earth open there; 25-28 north, 29-32 south), quarters, thirds and halves of a year.
_STARTS = ((3, 6, 9, 12), (3, 6, 9, 12), (9, 12, 3, 6), (1, 4, 7, 10))
_PARTS = {21 + n: (month, 3) for n, month in enumerate(month for starts in _STARTS for month in starts)} | {
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}
_DATE = re.compile(r"(?P<year>\d[\dX]{3})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?:T.*)?")
_QUALIFIERS = str.maketrans("", "", "~?%")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that a time may mean; None where an end is open. `is_rough` marks "about" or "perhaps"."""

    earliest: date | None
    latest: date | None
    is_rough: bool = False


def days_of(value: str) -> Days | None:
    """Return the days that an EDTF value may mean, or None for what has no year: a clock time, a day of any year.

    >>> days_of("2031-05").latest, days_of("2021/..").latest, days_of("XXXX-05-14")
    (datetime.date(2031, 5, 31), None, None)
    """
    is_rough = any(mark in value for mark in "~?%")
    bare = value.translate(_QUALIFIERS).strip()
    if bare[:1] in ("[", "{"):
        return _days_of_set(bare.strip("[]{}"), is_rough)
    if "/" in bare:
        first, _, last = bare.partition("/")
        return _join(_single(first), _single(last), first, last, is_rough)
    days = _single(bare)
    return Days(*days, is_rough) if days else None


def _days_of_set(inner: str, is_rough: bool) -> Days | None:
    """Return the days from the first to the last of a set, "2031-05-01, 2031-05-03..2031-05-05"."""
    found = [_days_of_stretch(part.strip(), is_rough) for part in inner.split(",")]
    known = [days for days in found if days is not None]
    if not known or len(known) < len(found):
        return None
    first = [days.earliest for days in known]
    last = [days.latest for days in known]
    return Days(
        None if None in first else min(day for day in first if day),
        None if None in last else max(day for day in last if day),
        is_rough,
    )


def _days_of_stretch(part: str, is_rough: bool) -> Days | None:
    first, dots, last = part.partition("..")
    if not dots:
        days = _single(first)
        return Days(*days, is_rough) if days else None
    return _join(_single(first), _single(last), first, last, is_rough)


def _join(
    begun: tuple[date, date] | None, ended: tuple[date, date] | None, first: str, last: str, is_rough: bool
) -> Days | None:
    """Return the days between two ends, of which one may be open or unknown, but not unreadable."""
    is_broken = any(end is None and word not in ("", "..") for end, word in ((begun, first), (ended, last)))
    if is_broken or (begun is None and ended is None):
        return None
    earliest, latest = begun[0] if begun else None, ended[1] if ended else None
    if earliest and latest and latest < earliest:
        return None
    return Days(earliest, latest, is_rough)


def _single(value: str) -> tuple[date, date] | None:
    """Return the first and last day of one date, of which the end may be left open: "203X", "2031-XX", "2031-22"."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        return None
    if month is None or "X" in month or low != high:
        return date(low, 1, 1), date(high, 12, 31)
    return _part_of_year(low, *_PARTS[int(month)]) if int(month) in _PARTS else _within_month(low, int(month), day)


def _within_month(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    """Return the days of a month, or the one day, where the calendar has them."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day is None or "X" in day:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, int(day)), date(year, month, int(day))) if 1 <= int(day) <= last else None


def _part_of_year(year: int, month: int, length: int) -> tuple[date, date]:
    """Return the first and last day of some months; a winter is called by the year that it begins in, as EDTF sorts."""
    over, last = divmod(month + length - 2, 12)
    return date(year, month, 1), date(year + over, last + 1, monthrange(year + over, last + 1)[1])
