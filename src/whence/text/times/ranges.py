"""Which range of times begins at a place: joined by a word or dash, or one time where there is none?"""

from whence.text.times.calendar_phrases import Found
from whence.text.times.clock_phrases import read_clock
from whence.text.times.cursor import Words
from whence.text.times.nodes import (
    At,
    Between,
    Calendar,
    Clock,
    Current,
    DayShift,
    Decade,
    Marked,
    Node,
    Slice,
    Thirds,
    Weekday,
    Year,
)
from whence.text.times.relative_phrases import read_day_like
from whence.text.times.singles import is_day, read_day, read_single
from whence.text.times.vocabulary import PARTS_OF_DAY
from whence.text.times.years import read_year

_JOINTS = ("to", "-", "–", "—", "until", "till", "through", "thru")
_DASHES = ("-", "–", "—", "/")


def read_range(words: Words, place: int) -> Found:
    """Return a range or, where there is none, one time."""
    if words.low(place) == "between":
        start = words.skip(place + 1, "the") if words.number(place + 2) else place + 1
        return _clocks(words, start, ("and",)) or read_joined(
            words, place + 1, joints=("and", "–", "-", "to"), is_led=True
        )
    if words.low(place) == "from":
        return _clocks(words, place + 1, ("to", "until", "till")) or read_joined(words, place + 1, is_led=True)
    if inner := _night_of(words, place):
        return inner
    joined = read_joined(words, place)
    single = read_single(words, place)
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
        inner = read_joined(words, start + 2) or read_day(words, start + 2)
        if inner and isinstance(inner[0], DayShift | Weekday | Calendar | Between) and is_day(inner[0]):
            return inner
    start = place
    if words.low(place) in ("early", "late", "overnight"):
        start = words.skip(place + 1, "on", "from", "between")
        inner = read_joined(words, start, joints=("to", "and", "-", "–")) if words.low(place) == "overnight" else None
        inner = inner or read_day(words, start)
        if inner and is_day(inner[0]):
            return inner
    return None


def read_joined(words: Words, place: int, *, joints: tuple[str, ...] = _JOINTS, is_led: bool = False) -> Found:
    """Return a range of two times that a word or dash joins; what the first leaves out, the second gives."""
    found = _days_of_one_month(words, place, joints) or _month_days(words, place, joints) or _year_pair(words, place)
    found = found or _centuries(words, place, joints)
    if found:
        return found
    first = read_single(words, place)
    if not first or words.low(first[1]) not in joints:
        return None
    if isinstance(first[0], Weekday) and not is_led and first[0].which is None:
        return None  # opening hours
    last = read_single(words, first[1] + 1)
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
    if is_day(node):
        return "day"
    if isinstance(node, Calendar):
        return "month" if node.month else "year"
    if isinstance(node, Current):
        return node.unit
    return type(node).__name__


def _days_of_one_month(words: Words, place: int, joints: tuple[str, ...]) -> Found:
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


def _month_days(words: Words, place: int, joints: tuple[str, ...]) -> Found:
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


def _centuries(words: Words, place: int, joints: tuple[str, ...]) -> Found:
    """Return "the 16th and 17th centuries"."""
    first = words.ordinal(words.skip(place, "the"))
    if not first or first[0] < 1 or words.low(first[1]) not in (*joints, "and"):
        return None
    last = words.ordinal(words.skip(first[1] + 1, "the"))
    if not last or last[0] <= first[0] or words.low(words.skip(last[1], "-")) not in ("century", "centuries"):
        return None
    ends = (Decade((number - 1) * 100, is_century=True) for number in (first[0], last[0]))
    return Between(*ends), words.skip(last[1], "-") + 1


def _year_pair(words: Words, place: int) -> Found:
    """Return "2019-21", "1998/99"; with a hyphen "2031-05" is a month, and two years where it cannot be."""
    first, sign, short = words.number(place), words.low(place + 1), words.at(place + 2).text
    is_pair = sign in _DASHES and len(short) in (1, 2) and short.isdecimal() and words.is_glued(place + 2)
    if first is None or not is_pair or not 1500 <= first <= 2199:
        return None
    if words.is_glued(place) and words.low(place - 1) in ("-", "/", "."):
        return None
    last = first - first % 10 ** len(short) + int(short)
    if len(short) == 1:
        return (Between(Calendar(Year(first)), Calendar(Year(last))), place + 3) if last > first else None
    if last < first and sign == "-" and 1 <= int(short) <= 12:
        return Calendar(Year(first), int(short)), place + 3
    if last < first and int(short) == (first + 1) % 100:
        last = first + 1  # "1999/00"
    return (Between(Calendar(Year(first)), Calendar(Year(last))), place + 3) if last > first else None


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
    day = read_day(words, words.skip(words.skip(last[1], ","), "on"))
    if not day or not is_day(day[0]):
        return None
    late = last[0].hour >= 12 and (number or 0) < 12
    begins = first[0] if first else Clock((number or 0) + (12 if late else 0), 0)
    return At(day[0], begins, last[0]), day[1]
