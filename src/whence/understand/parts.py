"""How do found attributions lie in the tokens of a text: which inside which, and what do they cover?"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from whence.model.finding import FoundAttribution
from whence.model.spans import Span
from whence.understand.phrases import Range, find_object_with_asides
from whence.understand.tokens import Tokens

_CITING = frozenset("citing quoting".split())
_JOINING = frozenset("and but also then , ; —".split())


@dataclass(slots=True)
class Part:
    """One found attribution in tokens, with those that stand inside its content."""

    found: FoundAttribution
    cue: Range
    sources: tuple[Range, ...]
    contents: tuple[Range, ...]
    relays: tuple[Range, ...]
    inner: list["Part"] = field(default_factory=list)

    def keep(self, contents: Sequence[Range]) -> None:
        """Leave out the contents that are not among these, unless that is all of them."""
        pairs = [
            (place, span) for place, span in zip(self.contents, self.found.contents, strict=True) if place in contents
        ]
        if pairs and len(pairs) < len(self.contents):
            self.contents = tuple(place for place, _ in pairs)
            self.found = replace(self.found, contents=tuple(span for _, span in pairs))

    def ranges(self) -> tuple[Range, ...]:
        """Return all that the attribution covers."""
        return (self.cue, *self.sources, *self.contents)


def flat(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the attributions and those inside them."""
    for part in parts:
        yield part
        yield from flat(part.inner)


def parts_of(tokens: Tokens, found: Sequence[FoundAttribution]) -> list[Part]:
    """Return the found attributions in tokens, the outermost of them by place of their cue, the others inside them."""
    parts = [part for each in found if (part := _part_of(tokens, each)) is not None]
    return _nested(tokens, _with_one_cue_each(tokens, _with_cited(tokens, parts)))


def _with_cited(tokens: Tokens, parts: list[Part]) -> list[Part]:
    """Return the parts without the "citing" of one that has the same content: whom it cites is on that one's way."""
    kept: list[Part] = []
    twins: dict[tuple[Range, ...], Part] = {}
    for part in parts:
        if tokens.words[part.cue[1] - 1] not in _CITING:
            twins.setdefault(part.contents, part)
    for part in parts:
        low, high = part.cue[1], part.contents[0][0]
        cited = (low, min(high, find_object_with_asides(tokens, low, high)))
        twin = twins.get(part.contents) or _around_aside(tokens, part, parts)
        if tokens.words[low - 1] not in _CITING or cited[0] >= cited[1] or twin is None:
            kept.append(part)
        elif cited not in twin.relays:
            twin.relays = (*twin.relays, cited)
            twin.contents, twin.found = part.contents, replace(twin.found, contents=part.found.contents)
    return kept


def _around_aside(tokens: Tokens, part: Part, parts: Sequence[Part]) -> Part | None:
    """Return the attribution whose content takes in an aside and all behind it: "said, citing a clerk, that"."""
    (low, high), end = part.cue, part.contents[-1][1]
    if tokens.words[part.contents[0][0]] != "that":
        return None
    near = (other for other in parts if other is not part and len(other.contents) == 1 and other.cue[1] <= low)
    return next((other for other in near if other.contents[0][0] <= low and high < end <= other.contents[0][1]), None)


def _with_one_cue_each(tokens: Tokens, parts: list[Part]) -> list[Part]:
    """Return the parts without fragments of later sentences that belong to a cue nearer to them, too."""
    last: dict[Range, int] = {}
    for part in parts:
        last.update((content, max(part.cue[0], last.get(content, 0))) for content in part.contents)
    for part in parts:
        end = _end_of_sentence(tokens, part.cue[0])
        part.keep([content for content in part.contents if content[0] < end or last[content] < end])
    return parts


def _end_of_sentence(tokens: Tokens, token: int) -> int:
    """Return where the sentence ends in which a token stands."""
    at = max(0, bisect_right(tokens.sentences, (token, len(tokens.words))) - 1)
    return tokens.sentences[at][1]


def _part_of(tokens: Tokens, found: FoundAttribution) -> Part | None:
    """Return a found attribution in tokens, or None where no token is left of its cue or of its content."""
    cue = tokens_at(tokens, found.cue)
    contents = tuple(place for span in found.contents if (place := tokens_at(tokens, span))[0] < place[1])
    if cue[0] >= cue[1] or not contents:
        return None
    sources, relays = (
        tuple(place for span in spans if (place := tokens_at(tokens, span))[0] < place[1])
        for spans in (found.sources, found.relays)
    )
    spans = tuple(span for span in found.contents if tokens_at(tokens, span)[0] < tokens_at(tokens, span)[1])
    return Part(replace(found, contents=spans), cue, sources, contents, relays)


def tokens_at(tokens: Tokens, span: Span) -> Range:
    """Return the tokens that a span touches."""
    return bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end)


def _nested(tokens: Tokens, parts: list[Part]) -> list[Part]:
    """Return the outermost attributions by place of their cue; each other one is put inside the one that holds it."""
    top: list[Part] = []
    lows, highs = (np.array([edge(part) for part in parts], np.int64) for edge in (_first, _last))
    for part in parts:
        # Of thousands in a long text only those around the cue are looked at.
        around = np.flatnonzero((lows <= part.cue[0]) & (part.cue[1] <= highs))
        near = [parts[number] for number in around]
        holders = [
            other
            for other in near
            if other is not part
            and _holds(other, part)
            and not _holds(part, other)
            and not _is_apart(tokens, other, part)
        ]
        for other in near:
            if other is not part and _holds(other, part) and _is_apart(tokens, other, part):
                _cut_at_semicolon(tokens, other, part)
        holder = min(holders, key=lambda other: sum(high - low for low, high in other.contents), default=None)
        if holder is not None:
            holder.inner.append(part)
        elif not part.found.is_inner:
            top.append(part)
    return sorted(top, key=lambda part: part.cue)


def _first(part: Part) -> int:
    """Return the first token of a part's contents."""
    return min(low for low, _ in part.contents)


def _last(part: Part) -> int:
    """Return where the last of a part's contents ends."""
    return max(high for _, high in part.contents)


def _holds(outer: Part, part: Part) -> bool:
    """Tell whether cue and content of a part lie within one content of another."""
    low, high = _first(outer), _last(outer)
    inside = any(first <= part.cue[0] and part.cue[1] <= last for first, last in outer.contents)
    return inside and all(low <= first and last <= high for first, last in part.contents)


def _is_apart(tokens: Tokens, outer: Part, part: Part) -> bool:
    """Tell whether a semicolon parts what is no inner attribution to the network from the content around it."""
    low = next(low for low, high in outer.contents if low <= part.cue[0] < high)
    return not part.found.is_inner and any(
        tokens.words[i] == ";" and tokens.quote_of[i] < 0 for i in range(low, part.cue[0])
    )


def _cut_at_semicolon(tokens: Tokens, outer: Part, part: Part) -> None:
    """Let the content around a part end at the semicolon that parts them."""
    at = max(i for i in range(part.cue[0]) if tokens.words[i] == ";")
    cut = [
        ((low, min(high, at)), Span(span.start, min(span.end, tokens.ends[at - 1])))
        for (low, high), span in zip(outer.contents, outer.found.contents, strict=True)
        if low < at
    ]
    outer.contents = tuple(place for place, _ in cut)
    outer.found = replace(outer.found, contents=tuple(span for _, span in cut))


def covered_by(tokens: Tokens, parts: list[Part]) -> bytearray:
    """Return for each token whether an attribution covers it."""
    covered = bytearray(len(tokens.words))
    for part in parts:
        for low, high in part.ranges():
            covered[low:high] = b"\x01" * (high - low)
    return covered


def by_sentence(tokens: Tokens, place: Range) -> Iterator[Range]:
    """Yield the parts of a range that lie in different sentences."""
    low, high = place
    at = max(0, bisect_right(tokens.sentences, (low, len(tokens.words))) - 1)
    while at < len(tokens.sentences) and tokens.sentences[at][0] < high:
        start, end = max(low, tokens.sentences[at][0]), min(high, tokens.sentences[at][1])
        if start < end:
            yield start, end
        at += 1


def grouped(places: Sequence[Range], are_apart: Callable[[Range, Range], bool]) -> list[tuple[Range, ...]]:
    """Return neighbouring fragments together, parted wherever two are apart."""
    groups: list[list[Range]] = []
    for place in places:
        if groups and not are_apart(groups[-1][-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [tuple(group) for group in groups]


def are_joined(tokens: Tokens, before: Range, after: Range) -> bool:
    """Tell whether only "and" or "but" stands between two fragments: they are two contents."""
    between = tokens.words[before[1] : after[0]]
    return all(word in _JOINING for word in between) and ("and" in between or "but" in between)


def is_end_between(tokens: Tokens, before: Range, after: Range) -> bool:
    """Tell whether a sentence ends between two fragments: a quotation goes on behind its cue."""
    at = bisect_left(tokens.sentences, (before[1], 0))
    return at < len(tokens.sentences) and tokens.sentences[at][0] <= after[0]


def free_ranges(sentence: Range, covered: bytearray) -> list[Range]:
    """Return the ranges of a sentence's tokens that no attribution covers, in reading order."""
    found: list[Range] = []
    at, high = sentence
    while at < high:
        if covered[at]:
            at += 1
            continue
        end = at
        while end < high and not covered[end]:
            end += 1
        found.append((at, end))
        at = end
    return found
