"""Which time phrase, the longest there is, begins at a place among the words of a text?"""

from whence.text.times.calendar_phrases import Found
from whence.text.times.clock_phrases import ClockFound, into_half, read_clock
from whence.text.times.cursor import Words
from whence.text.times.nodes import (
    At,
    Away,
    Between,
    Calendar,
    Clock,
    Current,
    DayShift,
    Decade,
    Marked,
    Node,
    Season,
    Slice,
    Third,
    Thirds,
    Weekday,
    WeekOf,
    Year,
)
from whence.text.times.relative_phrases import read_day_like
from whence.text.times.stamps import read_stamp
from whence.text.times.vocabulary import ABOUT, DOCUMENTS, EDGES, MAYBE, PARTS_OF_DAY, SINCE, THIRDS, UNTIL
from whence.text.times.years import read_relative, read_year

_JOINTS = ("to", "-", "–", "—", "until", "till", "through", "thru")
_DASHES = ("-", "–", "—", "/")
_OPENABLE = (Calendar, Weekday, DayShift, Current, Decade, Season, Slice, Thirds, At)


def read_phrase(words: Words, place: int) -> Found:
    """Return the time phrase that begins here and the place after it.

    >>> from whence.text.times.tokens import read_tokens
    >>> read_phrase(Words(read_tokens("since May 2031", 0, 14)), 0)[1]
    3
    """
    return _maybe(words, place) or _opened(words, place) or _about(words, place) or read_range(words, place)


def _maybe(words: Words, place: int) -> Found:
    """Return a time marked as uncertain: "possibly in 1972"."""
    start = words.after_any(place, MAYBE)
    if not start:
        return None
    inner = read_phrase(words, words.skip(start, "in", "on", "at", "during"))
    return (Marked(inner[0], "?"), inner[1]) if inner else None


def _about(words: Words, place: int) -> Found:
    """Return a time marked as approximate: "around 1910", "about three years ago"."""
    start = words.after_any(place, ABOUT)
    if not start:
        return None
    inner = read_range(words, start)
    is_of_counts = words.low(place) in ("over", "some", "nearly", "almost", "more", "close")
    if not inner or (is_of_counts and (not isinstance(inner[0], Away) or inner[0].count > 0)):
        return None
    return Marked(inner[0], "~"), words.after(inner[1], "or", "so") or inner[1]


def _opened(words: Words, place: int) -> Found:
    """Return a time with one side open: "since 2021", "by 2027", "from 1994 onwards"."""
    if words.low(place) == "from":
        return _from(words, place)
    for phrases, is_start in ((SINCE, True), (UNTIL, False)):
        start = words.after_any(place, phrases)
        if not start:
            continue
        start = words.skip(start, "on", "in")
        inner = _about(words, start) or read_range(words, start)
        if not inner or _is_attribute(words, start, inner[1]):
            return None
        core = inner[0].node if isinstance(inner[0], Marked) else inner[0]
        if isinstance(core, Between):
            return None if None in (core.first, core.last) else inner
        return (Between(inner[0], None) if is_start else Between(None, inner[0])), inner[1]
    return None


def _from(words: Words, place: int) -> Found:
    """Return what "from" opens; "photos from 2019" are of that year, and a range reads as one."""
    if joined := _joined(words, place + 1, is_led=True):
        return joined
    inner = _about(words, place + 1) or _single(words, place + 1)
    if not inner or _is_attribute(words, place + 1, inner[1]):
        return None
    if words.low(inner[1]) in ("on", "onward", "onwards", "forward", "forwards") and not (
        words.low(inner[1]) == "on"
        and words.at(inner[1] + 1).sort == "word"
        and words.low(inner[1] + 1) in ("the", "a", "his")
    ):
        return Between(inner[0], None), inner[1] + 1
    if words.low(place + 1) == "the" and words.low(place + 2) == "year":
        return Between(inner[0], None), inner[1]
    before = words.low(place - 1)
    is_of_document = before in DOCUMENTS or before.rstrip("s") in DOCUMENTS
    is_start = words.at(place).text[0].isupper() or before in (
        ",",
        "force",
        "effect",
        "apply",
        "applies",
        "banned",
        "run",
        "runs",
    )
    return None if is_of_document or not is_start else (Between(inner[0], None), inner[1])


def _is_attribute(words: Words, start: int, end: int) -> bool:
    """Tell whether the time belongs to a noun after it: "since Monday's raid", "after the 2019 election"."""
    if words.low(end) == "'s" or (words.low(end) == "'" and words.is_glued(end)):
        return True
    if words.low(end - 1) == "century" and words.low(end - 2) == "-":
        return True
    is_plain = words.low(start) == "the" and (words.at(start + 1).sort == "number" or words.month(start + 1))
    return bool(is_plain) and words.at(end).sort == "word"


def read_range(words: Words, place: int) -> Found:
    """Return a range or, where there is none, one time."""
    if words.low(place) == "between":
        start = words.skip(place + 1, "the") if words.number(place + 2) else place + 1
        return _clocks(words, start, ("and",)) or _joined(words, place + 1, joints=("and", "–", "-", "to"), is_led=True)
    if words.low(place) == "from":
        return _clocks(words, place + 1, ("to", "until", "till")) or _joined(words, place + 1, is_led=True)
    if inner := _night_of(words, place):
        return inner
    joined = _joined(words, place)
    single = _single(words, place)
    longest = max((found for found in (joined, single) if found), key=lambda found: found[1], default=None)
    if longest and (end := words.after(longest[1], "or", "so") or words.after(longest[1], "or", "thereabouts")):
        return Marked(longest[0], "~"), end
    return longest


def _night_of(words: Words, place: int) -> Found:
    """Return the day or range behind "the night of", "the early hours of", "late on": parts of a day are its day."""
    start = words.skip(place, "the")
    if words.low(start) in ("early", "late", "small") and words.low(start + 1) in ("hours", *PARTS_OF_DAY):
        start += 1
    if words.low(start) in (*PARTS_OF_DAY, "hours") and words.low(start + 1) in ("of", "on"):
        inner = _joined(words, start + 2) or _day_of(words, start + 2)
        if inner and isinstance(inner[0], DayShift | Weekday | Calendar | Between) and _is_day(inner[0]):
            return inner
    start = place
    if words.low(place) in ("early", "late", "overnight"):
        start = words.skip(place + 1, "on", "from", "between")
        inner = _joined(words, start, joints=("to", "and", "-", "–")) if words.low(place) == "overnight" else None
        inner = inner or _day_of(words, start)
        if inner and _is_day(inner[0]):
            return inner
    return None


def _is_day(node: Node) -> bool:
    if isinstance(node, Between):
        return node.first is not None and _is_day(node.first)
    return isinstance(node, DayShift | Weekday | At) or (isinstance(node, Calendar) and node.day is not None)


def _joined(words: Words, place: int, *, joints: tuple[str, ...] = _JOINTS, is_led: bool = False) -> Found:
    """Return a range of two times that a word or dash joins; what the first leaves out, the second gives."""
    for read in (_days_of_one_month, _month_days, _year_pair):
        if found := read(words, place, joints, is_led):
            return found
    first = _single(words, place)
    if not first or words.low(first[1]) not in joints:
        return None
    if isinstance(first[0], Weekday) and not is_led and first[0].which is None:
        return None  # opening hours
    last = _single(words, first[1] + 1)
    if (
        not last
        or not (is_led or _kind(first[0]) == _kind(last[0]))
        or isinstance(first[0], Between)
        or isinstance(last[0], Between)
    ):
        return None
    return Between(first[0], last[0]), last[1]


def _kind(node: Node) -> str:
    """Return how exact a time is, so that only like is joined with like."""
    if isinstance(node, Thirds | Slice):
        return "month"
    if _is_day(node):
        return "day"
    if isinstance(node, Calendar):
        return "month" if node.month else "year"
    if isinstance(node, Current):
        return node.unit
    return type(node).__name__


def _days_of_one_month(words: Words, place: int, joints: tuple[str, ...], is_led: bool) -> Found:
    """Return "3 to 9 June 2029", "3, 4 and 5 May", "3/4 May"."""
    start = words.skip(place, "the")
    first = words.day(start)
    if not first:
        return None
    end = first[1]
    while words.low(end) == "," and (more := words.day(end + 1)) and words.low(more[1]) in (",", "and", "&"):
        end = more[1]
    if words.low(end) not in (*joints, "and", "&", "/", "or"):
        return None
    second = words.day(words.skip(end + 1, "the"))
    is_list = words.low(end) in ("and", "&", "or") and "and" not in joints
    if not second or second[0] <= first[0] or (is_list and second[0] - first[0] != (end - start + 1) // 2):
        return None
    last = read_day_like(words, words.skip(end + 1, "the"))
    if not last or not isinstance(last[0], Calendar) or last[0].day != second[0] or not last[0].month:
        return None
    return Between(Calendar(last[0].year, last[0].month, first[0]), last[0]), last[1]


def _month_days(words: Words, place: int, joints: tuple[str, ...], is_led: bool) -> Found:
    """Return "May 16-17, 2031", "May 16 and 17"."""
    month = words.month(place)
    first = words.day(month[1]) if month else None
    if not month or not first:
        return None
    end = first[1]
    while words.low(end) == "," and (more := words.day(end + 1)) and words.low(more[1]) in (",", "and", "&"):
        end = more[1]
    if words.low(end) not in (*joints, "and", "&", "/"):
        return None
    last = words.day(words.skip(end + 1, "the"))
    if not last or last[0] <= first[0] or words.month(last[1]) or words.at(last[1]).sort == "half":
        return None
    year = read_year(words, last[1])
    named = year[0] if year else None
    days = Between(Calendar(named, month[0], first[0]), Calendar(named, month[0], last[0]))
    return days, year[1] if year else last[1]


def _year_pair(words: Words, place: int, joints: tuple[str, ...], is_led: bool) -> Found:
    """Return "2019-21", "1998/99"; with a hyphen "2031-05" is a month, and two years where it cannot be."""
    first, start = words.number(place), place
    if first is None or len(words.at(start).text) != 4 or not 1500 <= first <= 2199:
        return None
    sign, short = words.low(start + 1), words.at(start + 2).text
    if sign not in _DASHES or len(short) != 2 or not short.isdecimal() or not words.is_glued(start + 2):
        return None
    if words.is_glued(start) and words.low(start - 1) in ("-", "/", "."):
        return None
    last = first - first % 100 + int(short)
    if last > first:
        return Between(Calendar(Year(first)), Calendar(Year(last))), start + 3
    if sign == "-" and 1 <= int(short) <= 12:
        return Calendar(Year(first), int(short)), start + 3
    if int(short) == (first + 1) % 100:
        return Between(Calendar(Year(first)), Calendar(Year(first + 1))), start + 3
    return None


def _clocks(words: Words, place: int, joints: tuple[str, ...]) -> Found:
    """Return two clock times of one day: "between 9 and 11 p.m. on 3 May"."""
    first = read_clock(words, place, is_led=True)
    number = words.number(place)
    end = first[1] if first else place + 1
    if words.low(end) not in joints or not (first or (number is not None and number <= 24)):
        return None
    last = read_clock(words, end + 1, is_led=True)
    if not last:
        return None
    day = _day_of(words, words.skip(words.skip(last[1], ","), "on"))
    if not day or not _is_day(day[0]):
        return None
    late = last[0].hour >= 12 and (number or 0) < 12
    begins = first[0] if first else Clock((number or 0) + (12 if late else 0), 0)
    return At(day[0], begins, last[0]), day[1]


def _single(words: Words, place: int) -> Found:
    """Return one time: with a clock, a part of something longer, or a day, month, season, year."""
    if place not in words.singles:
        found = [read(words, place) for read in (read_stamp, _clock_first, _thirds, _slice, _week_of, _day_of)]
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
    if not day or not _is_day(day[0]):
        return None
    end, is_late = _part_after(words, day[1])
    late_day = is_late or (isinstance(day[0], DayShift) and day[0].is_late)
    return At(day[0], into_half(clock[0], is_late=late_day)), end


def _part_after(words: Words, place: int) -> tuple[int, bool]:
    """Return the place after a part of the day that follows a day, and whether it lies after noon."""
    part = PARTS_OF_DAY.get(words.low(place))
    return (place, False) if part is None else (place + 1, part)


def _day_of(words: Words, place: int) -> Found:
    """Return a day or longer with the part of day and the clock time that follow it."""
    day = read_day_like(words, place)
    if not day or not _is_day(day[0]):
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
    if start == place and words.at(start).sort != "clock" and not words.at(start + 1).sort == "half":
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
    if not day or not _is_day(day[0]):
        return None
    return WeekOf(day[0], said), day[1]  # type: ignore[arg-type] # one of the three above
