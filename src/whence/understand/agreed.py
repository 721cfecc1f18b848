"""Where the rules see the attributions that were found too, whose account of which part of them stands?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from whence.model.spans import Spans
from whence.understand.chains import Reading
from whence.understand.drafts import Draft
from whence.understand.parts import Part, are_joined, by_sentence, flat, grouped, is_end_between
from whence.understand.phrases import Range
from whence.understand.reference import Chain
from whence.understand.relays import with_relays
from whence.understand.source_spans import without_access
from whence.understand.statements import read_leaf
from whence.understand.tokens import Tokens

# Characters by which two readings of one source may begin apart.
_ARTICLE = 5
# Characters of the longest pronoun that is a source.
_PRONOUN = 4
# What opens a content of its own.
_OPENING = frozenset("that whether".split())


def explain(tokens: Tokens, seen: Sequence[Draft], parts: Sequence[Part]) -> bool:
    """Tell whether the rules found each of the network's cues, and no two contents of one are one to them."""
    if any(len(grouped(part.contents, partial(are_joined, tokens))) > 1 for part in flat(parts)):
        return False
    return all(any(_has_cue_and_source(draft, part) for draft in seen) for part in flat(parts))


def _has_cue_and_source(draft: Draft, part: Part) -> bool:
    """Tell whether a draft of the rules has the cue of a found attribution, and no other source."""
    if _is_cited(draft, part):
        return True
    if not any(cue.overlaps(part.found.cue) for cue in draft.holding.cue_spans):
        return False
    ours, theirs = draft.holding.source, part.found.sources
    if theirs and any(one.end - one.start <= _PRONOUN < theirs[0].end - theirs[0].start for one in ours):
        # "the institute she once headed" is no "she".
        return False
    return (
        not ours
        or not theirs
        or any(one.overlaps(other) and other.start <= one.start + _ARTICLE for one in ours for other in theirs)
    )


def _is_cited(draft: Draft, part: Part) -> bool:
    """Tell whether what was found is whom a draft's source cites: of "said, citing two clerks, that" the "citing"."""
    cue, sources = part.found.cue, part.found.sources
    if not any(one.end <= cue.start and cue.end <= draft.content[0].start for one in draft.holding.cue_spans[-1:]):
        return False
    voices = [voice.span for voice in draft.holding.chain if voice.span is not None and voice.span.start >= cue.end]
    return bool(sources) and any(voice.overlaps(sources[0]) for voice in voices)


def _is_same(draft: Draft, part: Part) -> bool:
    """Tell whether a draft of the rules and a found attribution have the same cue and much the same content."""
    if not _is_cited(draft, part) and not any(span.overlaps(part.found.cue) for span in draft.holding.cue_spans[-1:]):
        return False
    ours, theirs = draft.content, part.found.contents
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    return shared * 2 > min(sum(span.end - span.start for span in spans) for spans in (ours, theirs))


def as_found(reading: Reading, drafts: Sequence[Draft], parts: Sequence[Part]) -> list[Draft]:
    """Return the drafts of the rules with the spans that the network found, without attributions that it did not find.

    What the report says itself stays as it is.
    """
    kept: list[Draft] = []
    for draft in drafts:
        part = next((part for part in flat(parts) if _is_same(draft, part)), None)
        if not draft.holding.chain:
            kept.append(draft)
        elif part is not None:
            same = [other for other in drafts if _is_same(other, part)]
            kept.append(_with_found(reading, draft, part, same))
    return kept


def _with_found(reading: Reading, draft: Draft, part: Part, same: Sequence[Draft]) -> Draft:
    """Return a draft with the relays, cue and content that were found, and the source if the draft has the only one."""
    tokens = reading.tokens
    only = len({other.holding.source for other in same}) == 1
    source = without_access(tokens, part) if only and part.sources else draft.holding.source
    contents = sorted({other.content for other in same})
    are_many = any(_are_two(tokens, one, other) for one, other in pairwise(contents))
    if _is_cited(draft, part):
        return draft
    chain = with_relays(reading, part, draft.holding.chain, own=1)
    holding = replace(draft.holding, chain=chain, cue_spans=(part.found.cue,), source=source)
    # Whom the source had it from is no part of what it says.
    voices = [voice.span for voice in chain if voice.span is not None]
    said = tuple(span for span in part.found.contents if not any(span.overlaps(voice) for voice in voices))
    return replace(draft, holding=holding, whole=() if are_many else said or part.found.contents)


def _are_two(tokens: Tokens, before: Spans, after: Spans) -> bool:
    """Tell whether two neighbouring contents of a cue are two, and no clauses of one: "that A and that B"."""
    low, high = bisect_left(tokens.starts, before[-1].end), bisect_left(tokens.starts, after[0].start)
    return bool(_OPENING & set(tokens.words[low:high])) or are_joined(tokens, (low, low), (high, high))


def _outside(place: Range, sentence: Range) -> Iterator[Range]:
    """Yield what of a range lies in front of a sentence and behind it."""
    low, high = place
    yield from ((a, b) for a, b in ((low, min(high, sentence[0])), (max(low, sentence[1]), high)) if a < b)


def read_on(reading: Reading, part: Part, seen: Sequence[Draft], sentence: Range) -> None:
    """Take down what of a content stands in the sentences around the one that the rules read."""
    tokens = reading.tokens
    beyond = [place for low, high in part.contents for place in _outside((low, high), sentence)]
    same = [draft for draft in seen if _is_same(draft, part)]
    for draft in same[:1] if beyond else ():
        pieces = [piece for place in beyond for piece in by_sentence(tokens, place)]
        for fragments in grouped(pieces, partial(is_end_between, tokens)):
            before = len(reading.found)
            read_leaf(reading, fragments, _with_found(reading, draft, part, same).holding)
            reading.found[before:] = [replace(new, whole=part.found.contents) for new in reading.found[before:]]


def known_chain(part: Part, seen: Sequence[Draft]) -> Chain | None:
    """Return who is behind an attribution by the rules, where they see the same one."""
    return next((draft.holding.chain for draft in seen if _is_same(draft, part) and not _has_others(draft, part)), None)


def _has_others(draft: Draft, part: Part) -> bool:
    """Tell whether a draft of the rules and a found attribution have sources that share nothing."""
    ours, theirs = draft.holding.source, part.found.sources
    return bool(ours) and bool(theirs) and not any(one.overlaps(other) for one in ours for other in theirs)
