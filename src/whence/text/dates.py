"""Which dates and clock times does a text give, read against the day it was published?"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from whence.model.report import Moment
from whence.model.spans import Span
from whence.text.numerals import TENS, UNITS


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or clock time as worded; `value` is EDTF ("2031-03", "XXXX-05-14"), or "T07:15" for a bare clock time.

    `other` is what figures may mean as well whose order nothing shows ("02/03/2031"), empty for all else.
    """

    span: Span
    value: str
    other: str = ""


MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_MONTH = "|".join([*MONTHS, *(rf"{month[:3]}\.?" for month in MONTHS), r"Sept\.?"])
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d|21\d\d)"
_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_HOUR = r"\d{1,2}|" + "|".join(list(UNITS)[1:13])

# Tried in this order; a later one never overlaps an earlier one.
_PATTERNS = (
    ("iso", re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")),
    ("day", re.compile(rf"\b{_DAY}(?:\s+of)?\s+(?P<month>{_MONTH})(?!\w)(?:,?\s+{_YEAR}\b)?")),
    ("day", re.compile(rf"\b(?P<month>{_MONTH})\s+{_DAY}\b(?!:)(?:,?\s+{_YEAR}\b)?")),
    ("month", re.compile(rf"\b(?P<month>{_MONTH})(?!\w),?\s+(?:of\s+)?{_YEAR}\b")),
    (
        "clock",
        re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\d%])", re.I),
    ),
    ("clock", re.compile(r"\b(?P<hour>1[0-2]|\d)\s?(?P<half>[ap])\.?m\b\.?", re.I)),
    (
        "clock",
        re.compile(
            rf"\b(?:(?P<part>half|(?:a\s+)?quarter|five|ten|twenty|twenty-five|\d\d?)\s+(?P<side>past|to|after|before))"
            rf"\s+(?P<hour>{_HOUR})\b",
            re.I,
        ),
    ),
    (
        "clock",
        re.compile(
            rf"\b(?:at|by|around|about|until|from)\s+(?P<hour>{_HOUR})[\s-](?P<minute>ten|fifteen|twenty|thirty|forty|fifty)(?:-five)?\b(?!-)",
            re.I,
        ),
    ),
    ("word", re.compile(r"\b(?P<word>noon|midday|midnight)\b", re.I)),
    ("weekday", re.compile(rf"\b(?:(?P<next>next|coming)\s+|(?P<last>last)\s+)?(?P<name>{'|'.join(WEEKDAYS)})\b")),
    ("near", re.compile(r"\b(?P<near>today|tonight|yesterday|tomorrow|this\s+(?:morning|afternoon|evening))\b", re.I)),
    ("year", re.compile(rf"(?<![\d,.])\b{_YEAR}\b(?![,.]?\d)(?!\s+(?:people|men|women|children|doses|euros|dollars))")),
    ("bare month", re.compile(rf"\b(?:in|since|last|this|until|by|of|from)\s+(?P<month>{'|'.join(MONTHS)})\b")),
)


def find_dates(text: str, *, published: Moment | None) -> list[DateMention]:
    """Return the dates and clock times of a text in reading order; weekdays need the day of publication.

    A bare weekday is the last such day up to the day of publication; "next" turns it round.

    >>> [mention.value for mention in find_dates("At 07:15 on 14 May 2032", published=None)]
    ['T07:15', '2032-05-14']
    >>> find_dates("on Friday", published=Moment("2032-05-17", "day"))[0].value
    '2032-05-14'
    """
    day = published.earliest().date() if published and published.precision in ("second", "minute", "day") else None
    found: list[DateMention] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if any(span.overlaps(other.span) for other in found):
                continue
            value = _read(kind, match, day)
            if value:
                found.append(DateMention(span, value))
    return sorted(found, key=lambda mention: mention.span)


def do_dates_agree(first: str, second: str) -> bool | None:
    """Tell whether two values could be one date: True or False where both are of a sort, None where they are not.

    >>> do_dates_agree("XXXX-05-14", "2032-05"), do_dates_agree("T07:15", "T09:40"), do_dates_agree("T07:15", "2032")
    (True, False, None)
    """
    if first.startswith("T") != second.startswith("T"):
        return None
    if first.startswith("T"):
        return _minutes(first) % 720 == _minutes(second) % 720
    return all("X" in a or "X" in b or a == b for a, b in zip(first.split("-"), second.split("-"), strict=False))


def _read(kind: str, match: re.Match[str], day: date | None) -> str | None:
    """Return the value of a match, or None where it cannot be read."""
    parts = match.groupdict()
    if kind in ("iso", "day", "month", "year", "bare month"):
        return _read_calendar(parts, day)
    if kind == "clock":
        return _read_clock(parts)
    if kind == "word":
        return "T00:00" if parts["word"].casefold() == "midnight" else "T12:00"
    if day is None:
        return None
    return _read_weekday(parts, day) if kind == "weekday" else _read_near(parts["near"], day)


def _read_calendar(parts: dict[str, str | None], day: date | None) -> str | None:
    """Return a calendar date; where the year is left out, the one that brings it nearest to the day of publication."""
    year = parts.get("year")
    name = parts.get("month")
    if name is None:
        return year
    month = int(name) if name.isdigit() else [m[:3] for m in MONTHS].index(name[:3].title()) + 1
    number = parts.get("day")
    if not 1 <= month <= 12 or not 1 <= int(number or 1) <= 31:
        return None
    year = year or (_nearest_year(month, day) if day else "XXXX")
    return f"{year}-{month:02d}" if number is None else f"{year}-{month:02d}-{int(number):02d}"


def _nearest_year(month: int, day: date) -> str:
    """Return the year in which a month lies nearest to a day: December, read in January, is last year's."""
    return str(
        min((day.year, day.year - 1, day.year + 1), key=lambda year: abs(12 * (year - day.year) + month - day.month))
    )


def _read_clock(parts: dict[str, str | None]) -> str | None:
    """Return a clock time in 24 hours; without a.m. or p.m. it stands as worded."""
    hour = _number(parts["hour"] or "")
    minute = _number(parts.get("minute") or "0")
    if parts.get("part"):
        word = (parts["part"] or "").casefold()
        minute = 30 if word == "half" else 15 if "quarter" in word else _number(word)
        if (parts["side"] or "").casefold() in ("to", "before"):
            hour, minute = (hour - 1) % 24, 60 - minute
    if (parts.get("half") or "").casefold() == "p" and hour < 12:
        hour += 12
    if (parts.get("half") or "").casefold() == "a" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and 0 <= minute < 60 else None


def _read_weekday(parts: dict[str, str | None], day: date) -> str:
    ahead = (WEEKDAYS.index(parts["name"] or "") - day.weekday()) % 7
    if parts.get("next"):
        return (day + timedelta(days=ahead or 7)).isoformat()
    back = (-ahead) % 7
    return (day - timedelta(days=back or (7 if parts.get("last") else 0))).isoformat()


def _read_near(word: str | None, day: date) -> str:
    shift = {"yesterday": -1, "tomorrow": 1}.get((word or "").casefold(), 0)
    return (day + timedelta(days=shift)).isoformat()


def _number(word: str) -> int:
    """Return the value of one small number in figures or words."""
    low = word.casefold()
    if low.isdigit():
        return int(low)
    return sum(UNITS.get(part, 0) + TENS.get(part, 0) for part in low.split("-"))


def _minutes(value: str) -> int:
    hour, minute = value[1:].split(":")
    return 60 * int(hour) + int(minute)
