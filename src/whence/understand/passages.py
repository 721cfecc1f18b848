"""In which passages is a text shown to a language model? Whole paragraphs together; sentences where one is too long."""

import re
from collections.abc import Iterator
from itertools import pairwise

from whence.model.spans import Span
from whence.text.sentences import find_sentences

# Code points of a passage: what small models still copy from without losing the thread; twenty lines of a report.
# Chosen, not measured: no data set was run through a model yet.
MOST_CHARACTERS = 2_000

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?![^\S\n]*\n))*")
# Where a sentence that is longer than a passage is cut, best first.
_CUTS = (re.compile(r"[.!?…;][\"”’»]?\s+"), re.compile(r"\s+"))


def cut_passages(text: str, *, most: int = MOST_CHARACTERS) -> list[Span]:
    r"""Return passages of at most `most` code points in reading order; only white space lies outside all of them.

    >>> [span.cut("One.\n\nTwo. Three.\n\nFour.") for span in cut_passages("One.\n\nTwo. Three.\n\nFour.", most=9)]
    ['One.', 'Two.', 'Three.', 'Four.']
    >>> len(cut_passages("One.\n\nTwo. Three.\n\nFour."))
    1
    """
    paragraphs = [_trimmed(text, *match.span()) for match in _PARAGRAPH.finditer(text)]
    return _together([piece for span in paragraphs for piece in _pieces(text, span, most)], most)


def _pieces(text: str, paragraph: Span, most: int) -> list[Span]:
    """Return a paragraph whole, or its sentences together where it is too long for one passage."""
    if paragraph.end - paragraph.start <= most:
        return [paragraph] if paragraph.end > paragraph.start else []
    starts = [paragraph.start + span.start for span in find_sentences(paragraph.cut(text))]
    # From sentence to sentence, so that what stands between two of them is not lost.
    bounds = [paragraph.start, *starts[1:], paragraph.end]
    sentences = [_trimmed(text, *each) for each in pairwise(bounds)]
    return _together([piece for span in sentences for piece in _forced(text, span, most)], most)


def _forced(text: str, sentence: Span, most: int) -> Iterator[Span]:
    """Yield a sentence whole, or pieces of one that is too long: whoever wrote it may have known no full stop."""
    start, end = sentence
    while end - start > most:
        cut = next((last for cuts in _CUTS if (last := _last_end(cuts, text, start, start + most))), start + most)
        yield _trimmed(text, start, cut)
        start = _trimmed(text, cut, end).start
    yield Span(start, end)


def _last_end(cuts: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Return where the last possible cut of a range ends, in its second half, or None."""
    found = None
    for match in cuts.finditer(text, start + (end - start) // 2, end):
        found = match.end()
    return found


def _together(pieces: list[Span], most: int) -> list[Span]:
    """Join neighbours as long as they fit."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.end - joined[-1].start <= most:
            joined[-1] = Span(joined[-1].start, piece.end)
        elif piece.end > piece.start:
            joined.append(piece)
    return joined


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
