"""Which clock time do the words at a place name, once a day stands beside it?"""

from whence.text.times.cursor import Words
from whence.text.times.nodes import Clock
from whence.text.times.vocabulary import NUMBERS, PARTS_OF_DAY

ClockFound = tuple[Clock, int] | None
_WORDS = {"noon": 12, "midday": 12, "midnight": 0}
_UNIVERSAL = ("gmt", "utc", "z", "zulu")
_ZONES = frozenset("cet cest est edt cst cdt mst mdt pst pdt bst ist jst eet eest msk wet aest local et pt".split())


def read_clock(words: Words, place: int, *, is_led: bool = False) -> ClockFound:
    """Return a clock time in 24 hours as worded; a lone number is one only after "at" (`is_led`) or before "p.m.".

    >>> from whence.text.times.tokens import read_tokens
    >>> read_clock(Words(read_tokens("9.15 p.m. GMT", 0, 13)), 0)[0]
    Clock(hour=21, minute=15, is_universal=True, is_plain=False)
    """
    found = _figures(words, place, is_led=is_led) or _past_or_to(words, place) or _whole_hour(words, place)
    if not found:
        return None
    clock, end = found
    return _with_zone(words, *_after_part_of_day(words, clock, end))


def _figures(words: Words, place: int, *, is_led: bool) -> ClockFound:
    token = words.at(place)
    if token.sort == "clock":
        parts = token.text.replace(".", ":").split(":")
        has_half = words.at(place + 1).sort == "half"
        if "." in token.text and not (has_half or is_led or words.low(place + 1) in (*_UNIVERSAL, "local")):
            return None
        return _checked(words, int(parts[0]), int(parts[1]), place + 1)
    number = words.number(place)
    if number is None:
        return None
    if words.at(place + 1).sort == "half" and number <= 12:
        return _checked(words, number, 0, place + 1)
    if len(token.text) == 4 and (
        words.low(place + 1) in ("hours", "hrs", "h", *_UNIVERSAL) or words.low(place - 1) == "at"
    ):
        found = _checked(words, number // 100, number % 100, words.skip(place + 1, "hours", "hrs", "h"))
        return (Clock(found[0].hour, found[0].minute), found[1]) if found else None
    return None


def _checked(words: Words, hour: int, minute: int, place: int) -> ClockFound:
    half = words.at(place)
    is_plain = hour <= 12 and half.sort != "half"
    if half.sort == "half":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.low.startswith("p") else 0)
        place += 1
    return (Clock(hour, minute, is_plain=is_plain), place) if hour < 24 and minute < 60 else None


def _past_or_to(words: Words, place: int) -> ClockFound:
    """Return "half past nine", "a quarter to ten", "ten past six"."""
    start = words.skip(place, "a")
    low = words.low(start)
    count = {"half": 30, "quarter": 15}.get(low) or NUMBERS.get(low, 0) or words.number(start) or 0
    side = words.low(start + 1)
    if (
        side not in ("past", "to", "after")
        or not 1 <= count <= 30
        or (side != "past" and words.number(start) is not None)
    ):
        return None
    hour = words.number(start + 2) or NUMBERS.get(words.low(start + 2), 0)
    if not 1 <= hour <= 12:
        return None
    if side == "to":
        hour, count = hour - 1, 60 - count
    return _checked(words, hour, count, start + 3)


def _whole_hour(words: Words, place: int) -> ClockFound:
    low = words.low(place)
    if low in _WORDS:
        return Clock(_WORDS[low], 0), place + 1
    hour = words.number(place) or NUMBERS.get(low, 0)
    if 1 <= hour <= 12 and words.at(place + 1).sort == "oclock":
        return _checked(words, hour, 0, place + 2)
    is_followed = words.at(place + 1).sort == "half" or words.low(place + 3) in PARTS_OF_DAY
    if 1 <= hour <= 12 and is_followed and (low in NUMBERS or words.low(place + 1) == "in"):
        return _checked(words, hour, 0, place + 1)
    return None


def _after_part_of_day(words: Words, clock: Clock, place: int) -> tuple[Clock, int]:
    """Return a clock time set into the half of the day that follows it: "seven o'clock in the evening"."""
    if words.low(place) == "in" and words.low(place + 1) == "the" and words.low(place + 2) in PARTS_OF_DAY:
        return into_half(clock, is_late=PARTS_OF_DAY[words.low(place + 2)]), place + 3
    if words.low(place) == "at" and words.low(place + 1) == "night":
        return into_half(clock, is_late=True), place + 2
    return clock, place


def into_half(clock: Clock, *, is_late: bool) -> Clock:
    """Return a clock time that says no half of the day set after noon where its day says evening or night."""
    if not clock.is_plain or not is_late or not 1 <= clock.hour < 12:
        return clock
    return Clock(clock.hour + 12, clock.minute, clock.is_universal)


def _with_zone(words: Words, clock: Clock, place: int) -> ClockFound:
    start = words.skip(place, "(")
    if words.low(start) in _UNIVERSAL:
        return Clock(clock.hour, clock.minute, is_universal=True), words.skip(start + 1, ")")
    if words.low(start) in _ZONES:
        end = start + 1
        return clock, words.skip(words.skip(end, "time"), ")")
    return clock, place
