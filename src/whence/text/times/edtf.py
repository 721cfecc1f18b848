"""Which part of an EDTF time is its early third, its second half, its third quarter?"""

from calendar import monthrange
from dataclasses import dataclass

from whence.text.times.nodes import Third

OPEN = ".."
_THIRDS: dict[Third, int] = {"early": 0, "mid": 1, "late": 2}
_DAYS = ((1, 10), (11, 20), (21, 0))
_MONTHS = ((1, 4), (5, 8), (9, 12))
_YEARS = ((0, 3), (4, 6), (7, 9))
_CENTURY = ((0, 33), (34, 66), (67, 99))
# The first month of spring, summer, autumn and winter in the north; winter runs into the next year.
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in EDTF by its two ends, which are one where it is a single day, month, year or season."""

    first: str
    last: str

    @property
    def value(self) -> str:
        """The EDTF value."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    def marked(self, mark: str) -> "Stretch":
        """Return the time with a mark of doubt at each end that is not open.

        >>> Stretch("2021", "..").marked("~").value
        '2021~/..'
        """
        return Stretch(
            *(end if end == OPEN or end.endswith(("~", "?")) else end + mark for end in (self.first, self.last))
        )


def single(value: str) -> Stretch:
    """Return a time that is one EDTF value."""
    return Stretch(value, value)


def third_of(whole: Stretch, first: Third, last: Third) -> Stretch:
    """Return the early, middle or late part of a month, year, decade, century or season; other times as they are.

    >>> third_of(single("2031-05"), "late", "late").value, third_of(single("199X"), "early", "early").value
    ('2031-05-21/2031-05-31', '1990/1993')
    >>> third_of(single("2031-24"), "late", "late").value
    '2032-02'
    """
    value, low, high = whole.first, _THIRDS[first], _THIRDS[last]
    if whole.first != whole.last or len(value) not in (4, 7):
        return whole
    if len(value) == 7:
        return _third_of_month(value, low, high)
    if value.endswith("XX"):
        return Stretch(f"{value[:-2]}{_CENTURY[low][0]:02d}", f"{value[:-2]}{_CENTURY[high][1]:02d}")
    if value.endswith("X"):
        return Stretch(f"{value[:-1]}{_YEARS[low][0]}", f"{value[:-1]}{_YEARS[high][1]}")
    return Stretch(f"{value}-{_MONTHS[low][0]:02d}", f"{value}-{_MONTHS[high][1]:02d}")


def slice_of(whole: Stretch, unit: str, place: int, count: int) -> Stretch | None:
    """Return the part of a year, month, decade or century at a place among equal ones; None where there is none.

    >>> slice_of(single("2031"), "quarter", 3, 1).value, slice_of(single("2031-05"), "week", -1, 1).value
    ('2031-07/2031-09', '2031-05-25/2031-05-31')
    """
    value = whole.first
    if whole.first != whole.last or value == "XXXX":
        return None
    if value.endswith("X"):
        digits = len(value.rstrip("X"))
        size = 10 ** (4 - digits)
        start, end = _part(size, {"half": 2}.get(unit, 0), place, count)
        base = int(value[:digits]) * size
        return Stretch(f"{base + start:04d}", f"{base + end - 1:04d}") if end else None
    if len(value) == 4:
        start, end = _part(12, {"half": 2, "quarter": 4, "month": 12}.get(unit, 0), place, count)
        return Stretch(f"{value}-{start + 1:02d}", f"{value}-{end:02d}") if end else None
    if len(value) == 7 and int(value[5:]) <= 12:
        return _days_of_month(value, unit, place, count)
    return None


def days_in(year: str, month: int) -> int:
    """Return how many days a month has; in an unknown year February has 29."""
    return monthrange(int(year) if year.isdecimal() else 2000, month)[1]


def _third_of_month(value: str, low: int, high: int) -> Stretch:
    """Return the days of a month's third, or the month of a season's."""
    year, number = value[:4], int(value[5:])
    if number in SEASON_MONTHS:
        return Stretch(_month_of_season(year, number, low), _month_of_season(year, number, high))
    return Stretch(f"{value}-{_DAYS[low][0]:02d}", f"{value}-{_DAYS[high][1] or days_in(year, number):02d}")


def _days_of_month(value: str, unit: str, place: int, count: int) -> Stretch | None:
    length = days_in(value[:4], int(value[5:]))
    if unit == "half":
        start, end = (1, 15) if place == 1 else (16, length)
    elif unit == "week" and place > 0:
        start, end = 7 * place - 6, min(7 * (place + count - 1), length)
    elif unit == "week":
        start, end = length - 7 * count + 1, length
    else:
        return None
    return Stretch(f"{value}-{start:02d}", f"{value}-{end:02d}") if start <= end else None


def _part(size: int, parts: int, place: int, count: int) -> tuple[int, int]:
    """Return where a part begins and ends among `parts` equal ones of `size`, or zeros where it does not fit."""
    if not parts:
        return 0, 0
    step = size // parts
    start = parts - count if place < 0 else (place - 1) * count
    return (start * step, (start + count) * step) if start + count <= parts else (0, 0)


def _month_of_season(year: str, number: int, third: int) -> str:
    month = SEASON_MONTHS[number] + third
    if month > 12:
        year = f"{int(year) + 1:04d}" if year.isdecimal() else year
    return f"{year}-{(month - 1) % 12 + 1:02d}"
