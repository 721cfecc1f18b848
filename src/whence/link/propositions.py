"""Into which propositions does the content of a statement fall?

"A ferry struck a breakwater, killing one person and injuring at least 20" says three things, and other reports repeat
each of them alone. Cuts stand before conjunctions and words that open a clause, after semicolons, dashes and commas; a
part of fewer than `LEAST_WORDS` words joins its neighbour. On annotated stories nine of ten mentions are a part or a
whole content; contents alone are it for fewer than eight. What denies a part may stand in the one before it: "no
evidence that he was paid" does not say that he was.
"""

import re
from collections.abc import Iterator, Sequence

from whence.model.spans import Span, Spans

# Words that a part has at least.
LEAST_WORDS = 3
# A content of fewer words than this is one proposition.
SHORTEST_CUT = 7
# More parts than this are a list, or no prose: the content stays whole.
MOST_PARTS = 12

_CUT = re.compile(
    r"[;:]\s+|\s+[–—-]\s+|—|,\s+|\.[\"”’]?\s+(?=[A-Z“\"])"
    r"|\s+(?=(?:and|but|or|nor|yet|after|before|because|while|whilst|although|though|when|whereas|since|until|unless|as"
    r"|that|who|which|whose|where|whom|if|despite|without|with|saying|for)\b)"
)
_WORD = re.compile(r"\w+")
# What is said of a "that" clause behind it, and takes it back or leaves it open.
_TAKEN_BACK = re.compile(
    r"\b(?:not (?:true|so|right|the case)|untrue|false|wrong|incorrect|unfounded|baseless"
    r"|(?:no|little|any) (?:evidence|truth|proof|sign|indication|suggestion|suspicion|reason|basis|grounds?|question)"
    r"|nothing|nobody|no one|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disput\w*|doubt\w*"
    r"|unclear|unknown|not (?:clear|known|said|confirmed|believe\w*|think|thought|say|show\w*|mean))\b"
    r"[^.;:]{0,60}$",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:that|if|whether)\b", re.IGNORECASE)


def cut_propositions(text: str, content: Spans) -> list[Spans]:
    """Return the propositions of a content in order, each as spans of the text; the content alone where it is short.

    The parts do not overlap and leave out only the marks and spaces between them.

    >>> text = "A ferry struck a breakwater in fog, killing one person and injuring at least 20"
    >>> [part[0].cut(text) for part in cut_propositions(text, (Span(0, len(text)),))]
    ['A ferry struck a breakwater in fog', 'killing one person', 'and injuring at least 20']
    """
    if sum(_count_words(span.cut(text)) for span in content) < SHORTEST_CUT:
        return [content]
    parts: list[Spans] = []
    for span in content:
        for part in _cut(span.cut(text), span.start):
            if (parts and _is_short(text, parts[-1])) or (parts and _count_words(part.cut(text)) < LEAST_WORDS):
                parts[-1] = _join(parts[-1], part, span)
            else:
                parts.append((part,))
    return parts if 1 < len(parts) <= MOST_PARTS else [content]


def denied_before(text: str, parts: Sequence[Spans]) -> list[bool]:
    """Tell of each part whether what stands before it denies it, so that the part alone would say the contrary.

    >>> text = "Police found no evidence that the clerk had been paid, and closed the case"
    >>> denied_before(text, cut_propositions(text, (Span(0, len(text)),)))
    [False, True, False]
    """
    found: list[bool] = []
    before = ""
    for part in parts:
        found.append(_THAT.match(part[0].cut(text)) is not None and _TAKEN_BACK.search(before) is not None)
        before = part[-1].cut(text)
    return found


def _cut(text: str, offset: int) -> Iterator[Span]:
    """Yield the stretches of a text between its cuts, without spaces at their ends."""
    start = 0
    for match in [*_CUT.finditer(text), None]:
        end = len(text) if match is None else match.start()
        if text[start:end].strip():
            left = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield Span(offset + left, offset + start + len(text[start:end].rstrip()))
        start = end if match is None else match.end()


def _join(held: Spans, part: Span, within: Span) -> Spans:
    """Return the spans with one more, grown into the last where both lie in one span of the content."""
    last = held[-1]
    if within.start <= last.start:
        return (*held[:-1], Span(last.start, part.end))
    return (*held, part)


def _is_short(text: str, spans: Spans) -> bool:
    return sum(_count_words(span.cut(text)) for span in spans) < LEAST_WORDS


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))
