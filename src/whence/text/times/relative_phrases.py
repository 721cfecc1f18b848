"""Which time, counted from the day of the report, do the words at a place name?"""

from whence.text.times.calendar_phrases import Found, read_date
from whence.text.times.cursor import Words
from whence.text.times.nodes import Around, Away, Calendar, Current, DayShift, Marked, Unit, Year
from whence.text.times.vocabulary import ATTRIBUTES_OF_NIGHT, PARTS_OF_DAY, UNITS_OF_TIME, by_first_word

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_FIXED: dict[tuple[str, ...], DayShift | Current] = (
    {
        ("the", "day", "before", "yesterday"): DayShift(-2),
        ("day", "before", "yesterday"): DayShift(-2),
        ("the", "day", "after", "tomorrow"): DayShift(2),
        ("day", "after", "tomorrow"): DayShift(2),
        ("the", "night", "before", "last"): DayShift(-2, is_late=True),
        ("last", "night"): DayShift(-1, is_late=True),
        ("last", "evening"): DayShift(-1, is_late=True),
        ("this", "morning"): DayShift(0),
        ("this", "lunchtime"): DayShift(0),
        ("this", "afternoon"): DayShift(0, is_late=True),
        ("this", "evening"): DayShift(0, is_late=True),
    }
    | {
        ("the", unit, "before", "last"): Current(UNITS_OF_TIME[unit], -2)
        for unit in ("week", "weekend", "month", "year")
    }
    | {("the", unit, "after", "next"): Current(UNITS_OF_TIME[unit], 2) for unit in ("week", "weekend", "month", "year")}
)
_FIXED_PHRASES = by_first_word(_FIXED)
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def read_relative_time(words: Words, place: int) -> Found:
    """Return today, last night, three weeks ago, next month, the past five years.

    >>> from whence.text.times.tokens import read_tokens
    >>> read_relative_time(Words(read_tokens("two weeks ago", 0, 13)), 0)
    (Away(count=-2, unit='week'), 3)
    """
    for read in (_fixed, _day, _ago, _ahead, _stretch, _current, _year_ago_in):
        if found := read(words, place):
            return found
    return None


def _fixed(words: Words, place: int) -> Found:
    start = place + 1 if words.low(place) in ("early", "late", "earlier", "later") else place
    end = words.after_any(start, _FIXED_PHRASES)
    return (_FIXED[tuple(words.low(step) for step in range(start, end))], end) if end else None


def _day(words: Words, place: int) -> Found:
    start = words.skip(place, "earlier", "later", "late", "early")
    low = words.low(start)
    if low in _DAYS and not _is_name(words, start):
        part = PARTS_OF_DAY.get(words.low(start + 1))
        is_late = low == "tonight" or bool(part)
        return DayShift(_DAYS[low], is_late), start + 1 if part is None else start + 2
    if low == "overnight" and start == place and words.low(place + 1) not in ATTRIBUTES_OF_NIGHT:
        is_name = words.low(place - 1) in ("an", "one", "became", "the", "stayed", "stay")
        return None if is_name else (DayShift(-1, is_late=True), place + 1)
    return None


def _is_name(words: Words, place: int) -> bool:
    """Tell whether "Today" ends a name: "Ashkarat Today"."""
    return words.at(place).text[:1].isupper() and words.at(place - 1).text[:1].isupper()


def _part_of_century(words: Words, place: int) -> tuple[int, Unit, int] | None:
    """Return "quarter of a century", "half-century", "three quarters of a century" as years."""
    start = place + 1 if words.low(place) == "three" and words.low(place + 1) == "quarters" else place
    years = {"quarter": 25, "half": 50, "quarters": 75}.get(words.low(start))
    end = words.after(start + 1, "of", "a", "century") or words.after(start + 1, "-", "century")
    end = end or words.after(start + 1, "century")
    return (years, "year", end) if years and end else None


def _units(words: Words, place: int) -> tuple[int, Unit, int] | None:
    """Return a count and its unit: "three days", "half a century", "a quarter of a century", "a fortnight"."""
    start = words.skip(place, "a")
    if words.low(place) == "half" and words.low(place + 1) in ("a", "an", "-"):
        halves: dict[str, tuple[int, Unit]] = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month")}
        half = halves.get(words.low(place + 2))
        return (*half, place + 3) if half else None
    if part := _part_of_century(words, start):
        return part
    counted = words.counted(place)
    if not counted:
        return None
    count, end = counted
    end = words.skip(end, "-")
    if words.low(end) in ("fortnight", "fortnights"):
        return 2 * count, "week", end + 1
    unit = UNITS_OF_TIME.get(words.low(end))
    return (count, unit, end + 1) if unit and unit not in ("weekend", "quarter") else None


def _ago(words: Words, place: int) -> Found:
    """Return "three days ago", "a year or so ago", "two years from now"; "three quarters of a century ago" is one."""
    found = _units(words, place)
    is_part = words.low(place - 1) == "of" and words.low(place - 2) in (
        "quarter",
        "quarters",
        "half",
        "third",
        "thirds",
    )
    if not found or is_part:
        return None
    count, unit, end = _in_years(*found)
    if about := words.after(end, "or", "so", "ago"):
        return Marked(Away(-count, unit), "~"), about
    if words.low(end) == "ago":
        return Away(-count, unit), end + 2 if words.low(end + 1) in ("today", "yesterday") else end + 1
    ahead = words.after(end, "from", "now") or words.after(end, "from", "today")
    return (Away(count, unit), ahead) if ahead else None


def _ahead(words: Words, place: int) -> Found:
    """Return "in two weeks", "in six months' time"."""
    found = _units(words, words.skip(place + 1, "another", "just")) if words.low(place) == "in" else None
    if not found:
        return None
    count, unit, end = _in_years(*found)
    if words.low(end) in ("'", "'s"):
        return (Away(count, unit), end + 2) if words.low(end + 1) == "time" else None
    is_other = words.low(end) in ("of", "-", "or", "ago", "after", "before", "later", "earlier")
    return None if is_other else (Away(count, unit), end)


def _in_years(count: int, unit: Unit, end: int) -> tuple[int, Unit, int]:
    """Return a count with decades and centuries as years."""
    size = {"decade": 10, "century": 100}.get(unit, 1)
    return count * size, "year" if size > 1 else unit, end


def _stretch(words: Words, place: int) -> Found:
    """Return "the past five years", "the last week", "the next two months"."""
    start = words.skip(place, "the", "these")
    low = words.low(start)
    if low not in ("past", "last", "next", "previous", "preceding", "coming"):
        return None
    is_ahead = low in ("next", "coming")
    found = _units(words, start + 1)
    if not found and words.number(start + 1) and words.low(start + 2) in ("hours", "hour"):
        hours = words.number(start + 1) or 0
        return (Around(-(-hours // 24), "day", is_ahead), start + 3) if hours >= 24 else None
    has_article = start > place
    if found and (has_article or low == "past" or found[0] > 1):
        if words.low(found[2]) in ("of", "'", "'s"):
            return None
        return Around(found[0], found[1], is_ahead), found[2]
    unit = UNITS_OF_TIME.get(words.low(start + 1))
    is_stretch = unit in ("week", "month", "year", "decade", "century") and has_article and not is_ahead
    if unit and is_stretch and words.low(start + 2) != "of" and low in ("past", "last"):
        return Around(1, unit), start + 2
    return None


def _current(words: Words, place: int) -> Found:
    """Return this, last or next week, month, year, weekend, quarter, decade or century."""
    start = place + 1 if words.low(place) in ("earlier", "later") else place
    start = words.skip(start, "in") if start > place else start
    first = words.skip(start, "the")
    low = words.low(first)
    shift = _SHIFTS.get(low)
    if shift is None or (low in ("previous",) and first == start):
        return None
    unit_at = first + 1
    if low == "this" and words.low(unit_at) in ("past", "coming"):
        shift, unit_at = _SHIFTS[words.low(unit_at)], unit_at + 1
    if low == "this" and words.low(unit_at) in ("very", "same"):
        unit_at += 1
    unit = UNITS_OF_TIME.get(words.low(unit_at))
    if not unit or unit == "day" or words.low(unit_at).endswith("s") or words.low(unit_at + 1) in ("-", "of"):
        return None
    return Current(unit, shift), unit_at + 1


def _year_ago_in(words: Words, place: int) -> Found:
    """Return "this time last year" as that year."""
    end = words.after(place, "this", "time", "last", "year")
    return (Calendar(Year(shift=-1)), end) if end else None


def read_day_like(words: Words, place: int) -> Found:
    """Return a relative time or a date of the calendar, whichever stands here; the longer of the two."""
    if place not in words.days:
        found = [each for each in (read_relative_time(words, place), read_date(words, place)) if each]
        words.days[place] = max(found, key=lambda each: each[1], default=None)
    return words.days[place]
