"""Which stretches of a text stand in quotation marks? Pairs over paragraphs; apostrophes are not quotes."""

import re
from dataclasses import dataclass

from whence.model.spans import Span

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\s*\n))*")
_MARK = re.compile("[\"“”„«»‘’'‚]")
# The marks that may close what each mark opened.
_CLOSERS = {
    '"': '"',
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
}
_SINGLE = "‘'’‚"
_BEFORE_OPENING = ' \t\n([{—–-/\u00a0“"«„:'
# Words that begin with an apostrophe of their own.
_CLIPPED = re.compile(r"['‘’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.I)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `span` with its marks, `inner` without; `goes_on` when its paragraph ends before it closes."""

    span: Span
    inner: Span
    goes_on: bool = False


def find_quotes(text: str) -> list[Quote]:
    """Return the outermost quotations in reading order.

    A quotation still open at the end of its paragraph goes on if the next paragraph begins with an opening mark; if
    not, the lone mark is taken for a slip and quotes nothing.

    >>> text = "He said “it's on” twice"
    >>> [quote.inner.cut(text) for quote in find_quotes(text)]
    ["it's on"]
    """
    found: list[Quote] = []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    for place, (start, end) in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        found.extend(_quotes_of_paragraph(text, start, end, following))
    return found


def _quotes_of_paragraph(text: str, start: int, end: int, following: tuple[int, int] | None) -> list[Quote]:
    """Pair the marks of one paragraph from left to right; inner quotations of another mark are passed over."""
    found: list[Quote] = []
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    at = 0
    while at < len(marks):
        place = marks[at]
        if not _opens(text, place, start, end):
            at += 1
            continue
        closing = _find_closing(text, marks, at, end)
        if closing is not None:
            found.append(Quote(Span(place, marks[closing] + 1), Span(place + 1, marks[closing])))
            at = closing + 1
        elif following and text[place] not in _SINGLE and text[following[0]] == text[place]:
            stop = start + len(text[start:end].rstrip())
            found.append(Quote(Span(place, stop), Span(place + 1, stop), goes_on=True))
            break
        else:
            at += 1
    return [quote for quote in found if text[quote.inner.start : quote.inner.end].strip()]


def _opens(text: str, place: int, start: int, end: int) -> bool:
    """Tell whether the mark can open: a gap before it, a word after it."""
    mark = text[place]
    if mark not in _CLOSERS or place + 1 >= end or text[place + 1].isspace():
        return False
    if mark in "“„«":
        return True
    if place > start and text[place - 1] not in _BEFORE_OPENING:
        return False
    if mark in _SINGLE:
        return not _CLIPPED.match(text, place)
    return mark != "»" or "«" in text[place:end]


def _find_closing(text: str, marks: list[int], at: int, end: int) -> int | None:
    """Return the index of the mark that closes the one at `at`."""
    mark = text[marks[at]]
    depth = 0
    for later in range(at + 1, len(marks)):
        place = marks[later]
        other = text[place]
        if mark in "“«" and other == mark:
            depth += 1
        elif other in _CLOSERS[mark]:
            if other in _SINGLE and not _closes_single(text, marks, later, end):
                continue
            if mark == '"' and _looks_opening(text, place, end):
                # A second opening mark: the first was never closed.
                return None
            if depth == 0:
                return later
            depth -= 1
    if mark == "“" and depth:
        # Inner openings without their own closings: the last closing mark closes all.
        closers = [i for i in range(at + 1, len(marks)) if text[marks[i]] == "”"]
        return closers[-1] if closers else None
    return None


def _looks_opening(text: str, place: int, end: int) -> bool:
    return text[place - 1].isspace() and place + 1 < end and not text[place + 1].isspace()


def _closes_single(text: str, marks: list[int], at: int, end: int) -> bool:
    """Tell a closing single mark from an apostrophe: no letter after it, and no plural possessive before another."""
    place = marks[at]
    if place + 1 < end and text[place + 1].isalnum():
        return False
    if text[place - 1].isspace():
        return False
    if text[place - 1] in "sS" and re.match(r"['’]\s+[a-z]", text[place : place + 4]):
        rest = [i for i in range(at + 1, len(marks)) if text[marks[i]] in "'’"]
        return not any(_ends_word(text, marks[i], end) for i in rest)
    return True


def _ends_word(text: str, place: int, end: int) -> bool:
    return not text[place - 1].isspace() and (place + 1 >= end or not text[place + 1].isalnum())
