"""Which time phrase, the longest there is, begins at a place among the words of a text?"""

from whence.text.times.calendar_phrases import Found
from whence.text.times.cursor import Words
from whence.text.times.nodes import Away, Between, Marked
from whence.text.times.ranges import read_joined, read_range
from whence.text.times.singles import read_single
from whence.text.times.vocabulary import ABOUT, DOCUMENTS, MAYBE, SINCE, UNTIL


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
    if joined := read_joined(words, place + 1, is_led=True):
        return joined
    inner = _about(words, place + 1) or read_single(words, place + 1)
    if not inner or _is_attribute(words, place + 1, inner[1]):
        return None
    if words.low(inner[1]) in ("on", "onward", "onwards", "forward", "forwards") and not (
        words.low(inner[1]) == "on"
        and words.at(inner[1] + 1).sort == "word"
        and words.low(inner[1] + 1) in ("the", "a", "his")
    ):
        return Between(inner[0], None), inner[1] + 1
    for ongoing in (("to", "date"), ("to", "the", "present"), ("until", "now"), ("till", "now"), ("to", "now")):
        if end := words.after(inner[1], *ongoing):
            return Between(inner[0], None), end
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
