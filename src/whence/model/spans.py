"""Where in a text does something stand? Half-open ranges of code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` in code points of one text.

    >>> Span(4, 8).cut("one fine day")
    'fine'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """Return the piece of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def gap_to(self, other: "Span") -> int:
        """Return how many code points lie between both spans; 0 where they touch or overlap.

        >>> Span(4, 8).gap_to(Span(0, 1)), Span(0, 5).gap_to(Span(4, 8))
        (3, 0)
        """
        return max(self.start - other.end, other.start - self.end, 0)


Spans = tuple[Span, ...]


def hull(spans: Spans) -> Span:
    """Return the one span from the first start to the last end; `spans` must not be empty.

    >>> hull((Span(8, 10), Span(2, 4)))
    Span(start=2, end=10)
    """
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def cut_all(spans: Spans, text: str) -> str:
    """Return the covered pieces of `text` in reading order, joined by one space.

    >>> cut_all((Span(0, 3), Span(9, 12)), "one fine day")
    'one day'
    """
    return " ".join(span.cut(text) for span in sorted(spans))


def quote_all(spans: Spans, text: str) -> str:
    """Return the covered pieces of `text` as one may quote them: where something is left out, with "…".

    >>> quote_all((Span(0, 3), Span(9, 12)), "one fine day")
    'one … day'
    >>> quote_all((Span(0, 3), Span(4, 8)), "one fine day")
    'one fine'
    """
    pieces: list[str] = []
    end = None
    for span in sorted(spans):
        if end is not None and text[end : span.start].strip():
            pieces.append("…")
        pieces.append(span.cut(text))
        end = span.end
    return " ".join(pieces)
