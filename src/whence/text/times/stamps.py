"""Which day and time does a stamp give: ISO with a clock, or a military date-time group?"""

import re

from whence.text.times.calendar_phrases import Found, day_of
from whence.text.times.cursor import Words
from whence.text.times.nodes import At, Clock, Year
from whence.text.times.vocabulary import SHORT_MONTHS

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T\s](\d\d):?(\d\d)\S*?(?:\s?(Z)|[+-]\d\d:?\d\d)?)?\Z")
# Day, hour, minute, zone letter, month, year: "051430ZAUG24". Z is universal time, J the observer's own.
_GROUP = re.compile(r"(\d\d)(\d\d)(\d\d)\s?([A-Z])\s?([A-Za-z]{3})[A-Za-z]*\.?\s?(\d{4}|\d\d)?\Z")


def read_stamp(words: Words, place: int) -> Found:
    """Return an ISO date, with its clock time where it has one, or a military date-time group.

    >>> from whence.text.times.tokens import read_tokens
    >>> read_stamp(Words(read_tokens("051430ZAUG24", 0, 12)), 0)[0].clock
    Clock(hour=14, minute=30, is_universal=True, is_plain=False)
    """
    token = words.at(place)
    if token.sort == "iso":
        return _iso(token.text, place)
    return _group(token.text, place) if token.sort == "group" else None


def _iso(worded: str, place: int) -> Found:
    match = _ISO.match(worded)
    if not match:
        return None
    day = day_of(Year(int(match[1])), int(match[2]), int(match[3]))
    if not day or match[4] is None:
        return (day, place + 1) if day else None
    if int(match[4]) > 23 or int(match[5]) > 59:
        return None
    return At(day, Clock(int(match[4]), int(match[5]), bool(match[6]))), place + 1


def _group(worded: str, place: int) -> Found:
    match = _GROUP.match(worded)
    if not match or int(match[2]) > 23 or int(match[3]) > 59:
        return None
    month = SHORT_MONTHS.get(match[5].casefold())
    year = match[6]
    named = None if year is None else Year(int(year)) if len(year) == 4 else Year(short=int(year))
    day = day_of(named, month, int(match[1])) if month and int(match[1]) else None
    return (At(day, Clock(int(match[2]), int(match[3]), match[4] == "Z")), place + 1) if day else None
