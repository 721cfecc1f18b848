"""Where do the sentences of a text begin and end? Never inside a quotation, with offsets in code points."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from syntok.segmenter import analyze

from whence.model.spans import Span
from whence.text.quotes import Quote, find_quotes

# Title, initial or abbreviation before the break, or a word that cannot begin a sentence after it.
_NO_BREAK_AFTER = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Rep|Sen|Gov|Rev|St|Jr|Sr|Maj|Adm|Cmdr|Supt|Insp|Cpl|Fr|Hon|Mt|No|Nos"
    r"|vs|approx|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.|(?<![\w.])[A-Z]\.)$"
)
# A dateline ends in a dash: it belongs to its first sentence.
_DATELINE = re.compile(r"^[A-Z][A-Z' .,/-]+(?:,[^.\n]{0,40})?(?:\([^)\n]{1,40}\))?\s*[-—–]\s*$")
# A line that ends without a full stop, before a line that begins a new thing, is a line of its own.
_LINE_BREAK = re.compile(r"(?<![.,;:!?…\"”’)\s-])[ \t]*\n[ \t]*(?=[A-Z0-9•*#\"“-])|\n[ \t]*(?=[•*#] |- )|\n[ \t]*\n\s*")


def find_sentences(text: str, quotes: Sequence[Quote] | None = None) -> list[Span]:
    """Return the sentences in reading order; a quotation is never split, so a sentence may hold several.

    >>> text = 'Dr. Falk left. "It was late. We ran," she said.'
    >>> [span.cut(text) for span in find_sentences(text)]
    ['Dr. Falk left.', '"It was late. We ran," she said.']
    """
    quotes = find_quotes(text) if quotes is None else quotes
    found: list[Span] = []
    start = 0
    for match in _LINE_BREAK.finditer(text):
        if match.start() < start:
            continue
        found.extend(_sentences_of_line(text, start, match.start(), quotes))
        start = match.end()
    found.extend(_sentences_of_line(text, start, len(text), quotes))
    return found


def _sentences_of_line(text: str, start: int, end: int, quotes: Sequence[Quote]) -> list[Span]:
    """Return the sentences of one paragraph or line, joined again where a break fell in a wrong place."""
    line = text[start:end]
    if not line.strip():
        return []
    found: list[Span] = []
    opened = [quote.span.start for quote in quotes]
    for paragraph in analyze(line):
        for tokens in paragraph:
            first, last = start + tokens[0].offset, start + tokens[-1].offset + len(tokens[-1].value)
            first = _without_closing_mark(text, first, last, found)
            if first >= last:
                continue
            if found and _belongs_together(text, found[-1], first, quotes, opened):
                found[-1] = Span(found[-1].start, last)
            else:
                found.append(Span(first, last))
    return [piece for span in found for piece in _split_after_quotations(text, span, quotes)]


def _split_after_quotations(text: str, span: Span, quotes: Sequence[Quote]) -> list[Span]:
    """Split after a quotation that ends its sentence inside the marks, when a capital or a quotation follows."""
    pieces: list[Span] = []
    start = span.start
    for quote in quotes:
        stop = quote.span.end
        if not (start < stop < span.end and quote.span.start >= start) or text[quote.inner.end - 1] not in ".!?…":
            continue
        following = stop
        while following < span.end and text[following].isspace():
            following += 1
        if stop < following < span.end and (text[following].isupper() or text[following] in '“"'):
            pieces.append(Span(start, stop))
            start = following
    return [*pieces, Span(start, span.end)]


def _without_closing_mark(text: str, first: int, last: int, found: list[Span]) -> int:
    """Give a closing mark that was put at the head of a sentence back to the sentence before it."""
    while found and first < last and text[first] in "”’»" and text[found[-1].end : first].strip() == "":
        found[-1] = Span(found[-1].start, first + 1)
        first += 1
    while first < last and text[first].isspace():
        first += 1
    return first


def _belongs_together(text: str, before: Span, first: int, quotes: Sequence[Quote], opened: Sequence[int]) -> bool:
    """Tell whether the break before `first` is none: inside a quotation, after an initial, before a small letter."""
    at = bisect_right(opened, first) - 1
    if at >= 0 and quotes[at].span.start < first < quotes[at].span.end and quotes[at].span.start >= before.start:
        return True
    head = text[before.start : before.end]
    if _NO_BREAK_AFTER.search(head) or _DATELINE.match(head):
        return True
    return text[first].islower() and not head.endswith((":", ";"))
