"""Where in a text does that stand which a language model proposes? What stands nowhere is rejected, never mended."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from whence.errors import ProposerFailed
from whence.model.finding import FoundAttribution, FoundName, Proposal, TextFindings
from whence.model.spans import Span, Spans, hull
from whence.ports import Proposer
from whence.understand.passages import MOST_CHARACTERS, cut_passages
from whence.understand.tags import ACTS, CERTAINTIES, POLARITIES

# Proposals of one passage that are looked up, and places of the same words that are weighed: a report that repeats one
# word and a model that answers without end must not stop a run. Real passages have under 20 of either.
_MOST_PROPOSALS, _MOST_PLACES = 200, 50
# What makes a place less likely, in code points of distance: the end of a sentence in between, standing inside the
# content, source and cue sharing words. Chosen so that each outweighs any distance within a sentence.
_OVER_A_STOP, _INSIDE, _SHARED = 300, 5_000, 1_000

_STOP = re.compile(r"[.!?…][\"'“”‘’»)]*(?=\s)|\n(?=[^\S\n]*\n)")
# Straight marks for curly ones: models write the first, newspapers the second.
_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‘’‚‛", "'")})
_EDGES = " \t\n\r\u00a0,;:–—-"

Fallback = Callable[[int, int], tuple[FoundAttribution, ...]]


def find_with_proposer(
    text: str,
    *,
    proposer: Proposer,
    fallback: Fallback,
    outlet: str | None = None,
    names: tuple[FoundName, ...] = (),
    most: int = MOST_CHARACTERS,
) -> TextFindings:
    """Return the attributions that a proposer finds, asked a passage of at most `most` code points at a time.

    Where it gives no usable answer, `fallback` gives the attributions from the start to the end of that passage, with
    offsets of the text, and the reason of the first such failure is told. The names are the caller's.
    """
    found: list[FoundAttribution] = []
    rejected = fallen_back = 0
    reason: str | None = None
    for start, end in cut_passages(text, most=most):
        try:
            proposals = proposer.propose(text[start:end], outlet=outlet)
        except ProposerFailed as failure:
            reason = reason or failure.message
            fallen_back += 1
            found.extend(fallback(start, end))
            continue
        placed, missed = place_proposals(text[start:end], start, proposals)
        found.extend(placed)
        rejected += missed
    found.sort(key=_in_reading_order)
    return TextFindings(tuple(found), names, rejected, fallen_back, reason)


def place_proposals(
    passage: str, offset: int, proposals: Sequence[Proposal]
) -> tuple[tuple[FoundAttribution, ...], int]:
    """Return the proposals whose words all stand in the passage, and how many were rejected because some do not.

    `offset` is where the passage begins in its text. White space and the two sorts of quotation marks may differ, and
    nothing else. Words that stand in several places are taken where cue and source are nearest to the content. One
    without a cue is rejected too: nothing in the passage ties its content to anyone.

    >>> placed, rejected = place_proposals("Falk said it rained.", 100, [Proposal("it rained", "Falk", "said")])
    >>> placed[0].cue, placed[0].contents, rejected
    (Span(start=105, end=109), (Span(start=110, end=119),), 0)
    """
    where = _Passage.of(passage)
    different = {(each.content, each.source, each.cue): each for each in reversed(proposals[:_MOST_PROPOSALS])}
    placed = [found for each in different.values() if (found := _placed(where, each)) is not None]
    rejected = len(different) - len(placed) + max(0, len(proposals) - _MOST_PROPOSALS)
    marked = [replace(found, is_inner=_is_inner(found, placed)) for found in placed]
    return tuple(sorted((_moved(found, offset) for found in marked), key=_in_reading_order)), rejected


def _in_reading_order(found: FoundAttribution) -> tuple[Span, bool, Spans]:
    return found.cue, found.is_inner, found.contents


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage, the same with plain marks and single blanks, where each of its marks comes from, and stops so far."""

    text: str
    plain: str
    starts: Sequence[int]
    ends: Sequence[int]
    stops: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "_Passage":
        marks: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for at, mark in enumerate(text.translate(_STRAIGHT)):
            if mark.isspace() and marks and marks[-1] == " ":
                ends[-1] = at + 1
                continue
            marks.append(" " if mark.isspace() else mark)
            starts.append(at)
            ends.append(at + 1)
        stops = [0] * (len(text) + 1)
        for match in _STOP.finditer(text):
            stops[match.start() + 1] = 1
        return cls(text, "".join(marks), starts, ends, list(accumulate(stops)))

    def places(self, words: str) -> list[Span]:
        """Return where the words stand, in reading order; never a piece of a longer word."""
        wanted = " ".join(words.translate(_STRAIGHT).split())
        found: list[Span] = []
        at = self.plain.find(wanted) if wanted else -1
        while at >= 0 and len(found) < _MOST_PLACES:
            end = at + len(wanted)
            if not _cuts_a_word(self.plain, at) and not _cuts_a_word(self.plain, end):
                found.append(Span(self.starts[at], self.ends[end - 1]))
            at = self.plain.find(wanted, at + 1)
        return found

    def distance(self, one: Span, other: Span) -> int:
        """Return how far apart two spans are, where the end of a sentence counts for a long way; 0 where they meet."""
        low, high = min(one.end, other.end), max(one.start, other.start)
        return high - low + _OVER_A_STOP * (self.stops[high] - self.stops[low]) if high > low else 0


def _cuts_a_word(text: str, at: int) -> bool:
    """Tell whether a letter or figure stands on both sides; scripts without capitals may have no blanks either."""
    return 0 < at < len(text) and _is_of_a_word(text[at - 1]) and _is_of_a_word(text[at])


def _is_of_a_word(mark: str) -> bool:
    return mark.isdigit() or mark.islower() or mark.isupper()


def _placed(where: _Passage, proposal: Proposal) -> FoundAttribution | None:
    """Return the proposal with spans of the passage, or None where any of its words do not stand there."""
    contents, cues, sources = (where.places(each) for each in (proposal.content, proposal.cue, proposal.source))
    if not contents or not cues or (proposal.source.strip() and not sources):
        return None
    _, content, cue, source = min(
        (_cost(where, content, cue, source), content, cue, source)
        for content in contents
        for cue in _near(cues, content)
        for source in ({*_near(sources, content), *_near(sources, cue)} or [cue])
    )
    given = (source,) if sources else ()
    cues_left = _without(where.text, cue, given)
    if not cues_left:
        return None
    cue = max(cues_left, key=lambda part: part.end - part.start)
    fragments = _content(where, content, cue, given)
    if not fragments:
        return None
    return FoundAttribution(
        cue,
        given,
        fragments,
        act=proposal.act if proposal.act in ACTS else None,
        certainty=proposal.certainty if proposal.certainty in CERTAINTIES else None,
        polarity=proposal.polarity if proposal.polarity in POLARITIES else None,
    )


def _near(spans: Sequence[Span], target: Span) -> set[Span]:
    """Return the nearest before the target and after it, and the outermost of those that share words with it."""
    # All of one length or nearly, so that starts and ends are in the same order.
    before = bisect_right(spans, target.start, key=lambda span: span.end) - 1
    after = bisect_left(spans, target.end, key=lambda span: span.start)
    return {spans[at] for at in (before, before + 1, after - 1, after) if 0 <= at < len(spans)}


def _cost(where: _Passage, content: Span, cue: Span, source: Span) -> int:
    """Return how unlikely it is that the three belong together; a source that stands for none is the cue itself."""
    cost = where.distance(cue, content) + _INSIDE * cue.overlaps(content)
    if source != cue:
        cost += min(where.distance(source, cue), where.distance(source, content))
        cost += _INSIDE * source.overlaps(content) + _SHARED * source.overlaps(cue)
    return cost


def _content(where: _Passage, content: Span, cue: Span, sources: Spans) -> Spans:
    """Return the content in fragments around a cue that stands in its midst, with the source where that does too."""
    if not content.overlaps(cue):
        return (content,)
    inside = [source for source in sources if content.overlaps(source)]
    in_one = bool(inside) and where.distance(inside[0], cue) < _OVER_A_STOP
    holes = (hull((cue, *inside)),) if in_one else (cue, *inside)
    return _without(where.text, content, holes)


def _without(text: str, span: Span, holes: Spans) -> Spans:
    """Return what is left of a span beside the holes, without the blanks and commas at the cuts; words only.

    >>> text = '“The port,” Falk said, “is closed.”'
    >>> [part.cut(text) for part in _without(text, Span(0, 35), (Span(12, 21),))]
    ['“The port,”', '“is closed.”']
    """
    parts: list[Span] = []
    start = span.start
    for hole in sorted(hole for hole in holes if hole.overlaps(span)):
        parts.append(_trimmed(text, start, hole.start))
        start = max(start, hole.end)
    parts.append(_trimmed(text, start, span.end) if parts else span)
    return tuple(part for part in parts if any(mark.isalnum() for mark in part.cut(text)))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, max(start, end))


def _is_inner(found: FoundAttribution, others: Sequence[FoundAttribution]) -> bool:
    """Tell whether the cue stands inside the content of another attribution, and not the other way round as well."""
    return any(
        _holds(other.contents, found.cue) and not _holds(found.contents, other.cue)
        for other in others
        if other is not found
    )


def _holds(contents: Spans, cue: Span) -> bool:
    return any(part.holds(cue) for part in contents)


def _moved(found: FoundAttribution, offset: int) -> FoundAttribution:
    """Return the attribution with offsets of the text that the passage was cut from."""
    sources, contents = (
        tuple(Span(span.start + offset, span.end + offset) for span in spans)
        for spans in (found.sources, found.contents)
    )
    cue = Span(found.cue.start + offset, found.cue.end + offset)
    return replace(found, cue=cue, sources=sources, contents=contents)
