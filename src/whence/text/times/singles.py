"""Which one time, with its clock or as a part of something longer, begins at a place?"""

from whence.text.times.calendar_phrases import Found
from whence.text.times.clock_phrases import ClockFound, into_half, read_clock
from whence.text.times.cursor import Words
from whence.text.times.nodes import (
    At,
    Between,
    Calendar,
    Current,
    DayShift,
    Decade,
    Figures,
    Node,
    Season,
    Slice,
    Third,
    Thirds,
    Weekday,
    WeekOf,
)
from whence.text.times.relative_phrases import read_day_like
from whence.text.times.stamps import read_stamp
from whence.text.times.vocabulary import EDGES, PARTS_OF_DAY, THIRDS
from whence.text.times.years import read_relative, read_year


def read_single(words: Words, place: int) -> Found:
    """Return one time: with a clock, a part of something longer, or a day, month, season, year."""
    if place not in words.singles:
        found = [read(words, place) for read in (read_stamp, _clock_first, _thirds, _slice, _week_of, read_day)]
        words.singles[place] = max((each for each in found if each), key=lambda each: each[1], default=None)
    return words.singles[place]


def _clock_first(words: Words, place: int) -> Found:
    """Return a clock time before its day: "23:05 on 18 March", "noon on Friday"."""
    clock = read_clock(words, place, is_led=words.low(place - 1) == "at")
    if not clock:
        return None
    start = words.skip(words.skip(clock[1], ","), "on", "of", "in", "(")
    start = start + 1 if words.low(start) == "the" and words.low(start + 1) in PARTS_OF_DAY else start
    if words.low(start) in PARTS_OF_DAY and words.low(start + 1) in ("of", "on"):
        late, start = PARTS_OF_DAY[words.low(start)], start + 2
        clock = into_half(clock[0], is_late=late), clock[1]
    day = read_day_like(words, start)
    if not day or not is_day(day[0]):
        return None
    end, is_late = _part_after(words, day[1])
    late_day = is_late or (isinstance(day[0], DayShift) and day[0].is_late)
    return At(day[0], into_half(clock[0], is_late=late_day)), end


def _part_after(words: Words, place: int) -> tuple[int, bool]:
    """Return the place after a part of the day that follows a day, and whether it lies after noon."""
    part = PARTS_OF_DAY.get(words.low(place))
    return (place, False) if part is None else (place + 1, part)


def read_day(words: Words, place: int) -> Found:
    """Return a day or longer with the part of day and the clock time that follow it."""
    day = read_day_like(words, place)
    if not day or not is_day(day[0]):
        return day
    end, is_late = _part_after(words, day[1])
    late = is_late or (isinstance(day[0], DayShift) and day[0].is_late)
    clock = _clock_after(words, end)
    if clock:
        return At(day[0], into_half(clock[0], is_late=late)), clock[1]
    return day[0], end


def _clock_after(words: Words, place: int) -> ClockFound:
    start = words.skip(words.skip(place, ","), "at", "@")
    start = words.skip(start, "about", "around", "exactly", "precisely", "roughly")
    is_led = words.low(start - 1) in ("at", "about", "around", "exactly")
    if start == place and words.low(start) in ("noon", "midday", "midnight"):
        return read_clock(words, start)
    if start == place and words.at(start).sort != "clock" and words.at(start + 1).sort != "half":
        return None
    return read_clock(words, start, is_led=is_led)


def _thirds(words: Words, place: int) -> Found:
    """Return the early, middle or late part of a time: "mid-2033", "the end of May", "early to mid 1990s"."""
    edge = _edge(words, place)
    if edge:
        third, start = edge
        inner = _slice(words, start) or read_day_like(words, start) or _of_current(words, start)
        return (Thirds(third, third, inner[0]), inner[1]) if inner and _is_long(inner[0]) else None
    first = THIRDS.get(words.low(words.skip(place, "the")))
    if not first or words.low(words.skip(place, "the")) == "middle":
        return None
    start = words.skip(place, "the") + 1
    last: Third = first
    joint = words.skip(start, "-")
    if words.low(joint) in ("to", "or", "and") and (second := THIRDS.get(words.low(words.skip(joint + 1, "-")))):
        last, start = second, words.skip(joint + 1, "-") + 1
    start = words.skip(words.skip(start, "-"), "in") if words.low(start) in ("-", "in") else start
    inner = read_day_like(words, start) or _of_current(words, start)
    return (Thirds(first, last, inner[0]), inner[1]) if inner and _is_long(inner[0]) else None


def _edge(words: Words, place: int) -> tuple[Third, int] | None:
    """Return "the end of", "the very beginning of" and the place after it."""
    start = words.skip(words.skip(place, "the"), "very")
    edge = EDGES.get(words.low(start))
    return (edge, start + 2) if edge and words.low(start + 1) == "of" else None


def _of_current(words: Words, place: int) -> Found:
    """Return "the year", "the month" and the like, which mean the report's own behind "the end of"."""
    units = ("week", "month", "year", "decade", "century", "quarter")
    if words.low(place) == "the" and words.low(place + 1) in units and words.low(place + 2) not in ("of", "'s", "-"):
        return Current(words.low(place + 1), 0), place + 2  # type: ignore[arg-type] # one of the units above
    return None


def _is_long(node: Node) -> bool:
    if isinstance(node, Calendar):
        return node.day is None
    return isinstance(node, Current | Decade | Season | Slice)


def _slice(words: Words, place: int) -> Found:
    """Return a quarter, half or counted part: "Q3 2031", "the second half of 2003", "the first three months of May"."""
    token = words.at(place)
    if token.sort == "quarter":
        figure = int(next(filter(str.isdigit, token.text)))
        unit = "half" if "H" in token.text else "quarter"
        year = read_year(words, place + 1)
        is_part = figure <= (2 if unit == "half" else 4)
        if not is_part or (unit == "half" and not year):
            return None
        base = Calendar(year[0]) if year else None
        return Slice(unit, figure, 1, base), year[1] if year else place + 1  # type: ignore[arg-type] # named above
    nth = words.ordinal(words.skip(place, "the"))
    if not nth:
        return None
    count = words.counted(words.skip(nth[1], "-")) if words.low(nth[1]) not in ("a", "an") else None
    at = count[1] if count else words.skip(nth[1], "-")
    unit_word = words.low(at).rstrip("s")
    if unit_word not in ("half", "quarter", "month", "week", "weekend"):
        return None
    return _slice_of(words, nth[0], count[0] if count else 1, unit_word, at + 1)


def _slice_of(words: Words, place_of: int, count: int, unit: str, place: int) -> Found:
    start = words.skip(words.skip(place, ","), "of", "in")
    inner = _thirds_base(words, start)
    if not inner or not _is_long(inner[0]):
        return None
    return Slice(unit, place_of, count, inner[0]), inner[1]  # type: ignore[arg-type] # the caller names the units


def _thirds_base(words: Words, place: int) -> Found:
    year = read_relative(words, place)
    if year:
        return Calendar(year[0]), year[1]
    return read_day_like(words, place) or _of_current(words, place)


def _week_of(words: Words, place: int) -> Found:
    """Return "the week of 5 May", "the week beginning 5 May"."""
    start = words.skip(place, "the")
    if words.low(start) not in ("week", "weekend"):
        return None
    how = {"of": "of", "beginning": "beginning", "starting": "beginning", "commencing": "beginning", "ending": "ending"}
    said = how.get(words.low(start + 1))
    if not said:
        return None
    day = read_day_like(words, words.skip(start + 2, "on"))
    if not day or not is_day(day[0]):
        return None
    return WeekOf(day[0], said), day[1]  # type: ignore[arg-type] # one of the three above


def is_day(node: Node) -> bool:
    """Tell whether a time is one day, or a range of days."""
    if isinstance(node, Between):
        return node.first is not None and is_day(node.first)
    return isinstance(node, DayShift | Weekday | At | Figures) or (isinstance(node, Calendar) and node.day is not None)
