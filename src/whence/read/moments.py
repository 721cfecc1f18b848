"""When was it published, and how exactly does the source say so?"""

import re
from datetime import date, datetime
from email.utils import parsedate_tz

from whence.model.report import Moment, Precision

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}})(?:(?:T|,?\s+){_CLOCK}\s*{_ZONE})?)?)?",
    re.ASCII | re.IGNORECASE,
)
_SLASHED = re.compile(
    rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})(?:\s+{_CLOCK}\s*{_ZONE})?", re.ASCII
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_TIME_OF_DAY = rf"(?:(?:,|\s+at|\s*[-–|])?\s+{_CLOCK}\s*(?P<half>[ap]\.?m\.?)?\s*{_ZONE})?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_NAME},?\s+(?P<year>\d{{4}}){_TIME_OF_DAY}",
    re.ASCII | re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME_OF_DAY}",
    re.ASCII | re.IGNORECASE,
)
# Nothing longer than this is a date; it bounds the work on a hostile header.
_MAX_LENGTH = 80


def parse_moment(worded: str) -> Moment | None:
    """Return the moment that `worded` names, as exactly as it does, or None where it is no date we can be sure of.

    Midnight to the second counts as a date only. A day and month both in digits are read only with the year first:
    03/02/2031 is February to some and March to others.

    >>> parse_moment("2031-03-02T09:15:00Z")
    Moment(value='2031-03-02T09:15:00Z', precision='second')
    >>> parse_moment("2 March 2031")
    Moment(value='2031-03-02', precision='day')
    """
    worded = worded.strip()
    if not 4 <= len(worded) <= _MAX_LENGTH:
        return None
    for shape in (_ISO, _SLASHED, _COMPACT, _DAY_FIRST, _MONTH_FIRST):
        if match := shape.fullmatch(worded):
            return _from_parts(match.groupdict())
    return _from_mail_header(worded)


def _from_parts(parts: dict[str, str | None]) -> Moment | None:
    year, month, day = int(parts["year"] or 0), _month_of(parts), int(parts.get("day") or 0)
    if not _is_date(year, month or 1, day or 1):
        return None
    precision: Precision = "day" if day else "month" if month else "year"
    value = {"year": f"{year:04}", "month": f"{year:04}-{month:02}", "day": f"{year:04}-{month:02}-{day:02}"}[precision]
    clock = _clock_of(parts) if precision == "day" else None
    if clock is None:
        return Moment(value, precision)
    zone = _zone_of(parts.get("zone"))
    return _with_clock(value, clock, zone)


def _month_of(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    return _MONTHS.index(name[:3].lower()) + 1 if name else int(parts.get("month") or 0)


def _clock_of(parts: dict[str, str | None]) -> tuple[int, int, int | None] | None:
    # An impossible clock time ("25:61") leaves the date, which is still what the source says.
    if not parts.get("hour"):
        return None
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    second = int(parts["second"] or 0) if parts.get("second") else None
    half = (parts.get("half") or "")[:1].lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and (second or 0) < 60 else None


def _zone_of(worded: str | None) -> str:
    if not worded:
        return ""
    if worded.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = worded[1:].replace(":", "").ljust(4, "0")
    # Python's datetime takes offsets under a day only; a larger one is a slip, and the zone is then not known.
    return f"{worded[0]}{digits[:2]}:{digits[2:]}" if digits[:2] < "24" and digits[2:] < "60" else ""


def _with_clock(value: str, clock: tuple[int, int, int | None], zone: str) -> Moment:
    hour, minute, second = clock
    if hour == minute == 0 and not second:
        return Moment(value, "day")
    if second is None:
        return Moment(f"{value}T{hour:02}:{minute:02}{zone}", "minute")
    return Moment(f"{value}T{hour:02}:{minute:02}:{second:02}{zone}", "second")


def _is_date(year: int, month: int, day: int) -> bool:
    # Year 1 and 9999 are left out: an offset could carry them out of what datetime holds.
    if not 1 < year < 9999:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _from_mail_header(worded: str) -> Moment | None:
    # "Mon, 02 Mar 2031 09:15:00 -0500 (EST)": RFC 5322, with the zone names that the standard library knows.
    try:
        parts = parsedate_tz(worded)
    except (ValueError, IndexError, TypeError):
        return None
    if parts is None or "," not in worded or not _is_date(*parts[:3]):
        return None
    year, month, day, hour, minute, second = parts[:6]
    value, offset = f"{year:04}-{month:02}-{day:02}", parts[9]
    if hour > 23 or minute > 59 or second > 59:
        return Moment(value, "day")
    seconds = second if worded.count(":") > 1 else None
    return _with_clock(value, (hour, minute, seconds), _offset(offset))


def _offset(seconds: int | None) -> str:
    if seconds is None or abs(seconds) >= 86_400:
        return ""
    if seconds == 0:
        return "Z"
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{minutes:02}"


def of_datetime(instant: datetime) -> Moment:
    """Return the moment of a datetime that is known to the second, as PDF metadata and e-mail headers give it.

    >>> of_datetime(datetime(2031, 3, 2, 9, 15))
    Moment(value='2031-03-02T09:15:00', precision='second')
    """
    worded = parse_moment(instant.replace(microsecond=0).isoformat())
    return worded or Moment(instant.date().isoformat(), "day")
