"""Which attributions and names does the network find in a text? From scores to spans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from whence.model.finding import FoundAttribution, FoundName, TextFindings
from whence.model.pieces import Floats, LabelSteps, Pieces, RoleScores, WordScores
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.ports import Tagger
from whence.text.quotes import Quote, find_quotes
from whence.text.windows import cut_stretches
from whence.understand.decoding import Labels, best_labels, spans_of
from whence.understand.options import UnderstandOptions
from whence.understand.references import is_reference, lead_back
from whence.understand.tags import ACTS, CERTAINTIES, NAME_KINDS, POLARITIES

# Words that a row of Viterbi's algorithm decides, and words it looks at to either side.
_ROW, _BESIDE = 32, 16
# A fragment of these alone says nothing.
_MARKS = " \t\n.,;:!?-–—()[]\"'“”‘’…"
# The score of a label that cannot be.
_NEVER = np.float32(-1e4)
# Cues whose roles are asked for at once: bounds memory.
_CUES_AT_ONCE = 64
# Words between two fragments of a content that are taken for part of it.
_GAP = 2

# Kinds of names that may speak.
_CAN_SPEAK = frozenset({"person", "organisation", "armed_group", "government", "outlet", "document"})

Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Cue:
    """One cue with what belongs to it, in words of the whole text, and the numbers of its manner."""

    words: Words
    is_inner: bool
    sources: tuple[Words, ...]
    contents: tuple[Words, ...]
    relays: tuple[Words, ...]
    act: int
    certainty: int
    polarity: int
    antecedent: Words | None = None


def find_all(text: str, *, tagger: Tagger, options: UnderstandOptions) -> TextFindings:
    """Return the attributions and names of a text, read a stretch at a time."""
    pieces = tagger.pieces(text)
    quotes = find_quotes(text)
    attributions: list[FoundAttribution] = []
    names: list[FoundName] = []
    for low, high in cut_stretches(pieces):
        words = tagger.words(pieces, low, high)
        here = _names(words, low, tagger.steps().names)
        cues = list(_cues_of(words, low, tagger, options))
        known = _spoken_of(text, pieces, cues, here)
        for cue in cues:
            led = _led_back(text, pieces, (words, low), cue, known, tagger.steps(), options.reference_least)
            found = _attribution(text, pieces, led, quotes)
            if found is not None:
                attributions.append(found)
        names.extend(FoundName(_span(pieces, place), kind) for place, kind in here)
    attributions.sort(key=lambda found: (found.cue, found.is_inner))
    return TextFindings(tuple(attributions), tuple(names))


def _cues_of(words: WordScores, low: int, tagger: Tagger, options: UnderstandOptions) -> Iterator[_Cue]:
    """Yield the cues of a stretch that begins at the word `low`, each with what belongs to it."""
    steps = tagger.steps()
    biased = [scores + np.array([0, bias, bias], np.float32) for scores, bias in (
        (words.cues, options.cue_bias), (words.inner, options.inner_cue_bias)
    )]  # fmt: skip
    outer, inner = (
        [(start, end) for _, start, end in spans_of(line, 1)]
        for line in best_of_lines(biased, [steps.cues, steps.inner])
    )
    cues = [*((cue, False) for cue in outer), *((cue, True) for cue in inner if not _touches(cue, outer))]
    for first in range(0, len(cues), _CUES_AT_ONCE):
        some = cues[first : first + _CUES_AT_ONCE]
        scores = tagger.roles(words, [cue for cue, _ in some])
        roles, relays = _roles_and_relays(scores, steps)
        manners = [part.argmax(1).tolist() for part in (scores.acts, scores.certainties, scores.polarities)]
        for number, ((start, end), is_inner) in enumerate(some):
            begin = low + int(scores.low[number])
            spans = [(kind, begin + s, begin + e) for kind, s, e in spans_of(roles[number], 2)]
            yield _Cue(
                (low + start, low + end),
                is_inner,
                _one_source([(s, e) for kind, s, e in spans if kind == 0], (low + start, low + end)),
                tuple((s, e) for kind, s, e in spans if kind == 1),
                tuple((begin + s, begin + e) for _, s, e in spans_of(relays[number], 1)),
                *(part[number] for part in manners),
            )


def _touches(cue: Words, others: Sequence[Words]) -> bool:
    return any(cue[0] < high and low < cue[1] for low, high in others)


def best_of_lines(lines: Sequence[Floats], steps: Sequence[Floats]) -> list[Labels]:
    """Return the best labels of long lines of words (words, labels), all of one shape, each under its own steps.

    They are decided in rows that look a little beyond their own words: many short rows at once are much quicker than a
    word after the other.
    """
    words, labels = lines[0].shape
    rows = -(-words // _ROW)
    places = np.arange(rows)[:, None] * _ROW + np.arange(_ROW + 2 * _BESIDE)
    stacked = np.zeros((len(lines), rows * _ROW + 2 * _BESIDE, labels), np.float32)
    # What lies before the text and behind it is outside of everything.
    stacked[:, :, 1:] = _NEVER
    stacked[:, _BESIDE : _BESIDE + words] = lines
    scores = np.concatenate([line[places] for line in stacked])
    each = np.repeat(np.stack(steps), rows, axis=0)
    found = best_labels(scores, each, np.ones(scores.shape[:2], np.bool_))
    own = found[:, _BESIDE : _BESIDE + _ROW].reshape(len(lines), -1)
    return [line[:words] for line in own]


def _roles_and_relays(scores: RoleScores, steps: LabelSteps) -> tuple[Labels, Labels]:
    """Return the best role and relay labels of each cue, decided in one go: relays have fewer labels."""
    cues, reach, labels = scores.roles.shape
    relays = np.full((cues, reach, labels), _NEVER, np.float32)
    relays[:, :, : scores.relays.shape[2]] = scores.relays
    relay_steps = np.full((labels, labels), _NEVER, np.float32)
    relay_steps[: len(steps.relays), : len(steps.relays)] = steps.relays
    both = np.repeat(np.stack([steps.roles, relay_steps]), cues, axis=0)
    found = best_labels(np.concatenate([scores.roles, relays]), both, np.tile(scores.there, (2, 1)))
    return found[:cues], found[cues:]


def _names(words: WordScores, low: int, steps: Floats) -> list[tuple[Words, EntityKind]]:
    spans = spans_of(best_of_lines([words.names], [steps])[0], len(NAME_KINDS))
    return [((low + start, low + end), NAME_KINDS[kind]) for kind, start, end in spans]


def _spoken_of(
    text: str, pieces: Pieces, cues: Sequence[_Cue], names: Sequence[tuple[Words, EntityKind]]
) -> list[Words]:
    """Return, in reading order, what a reference may lead back to: names of those who can speak, and other sources."""
    named = {place for place, kind in names if kind in _CAN_SPEAK}
    sources = {place for cue in cues for place in cue.sources if not is_reference(_span(pieces, place).cut(text))}
    return sorted(named | sources)


def _led_back(  # noqa: PLR0913, PLR0917 - what it looks at is all there is
    text: str,
    pieces: Pieces,
    stretch: tuple[WordScores, int],
    cue: _Cue,
    known: Sequence[Words],
    steps: LabelSteps,
    least: float,
) -> _Cue:
    """Return a cue with what its source leads back to, where its wording is a reference and the network is sure."""
    words, low = stretch
    if not cue.sources or not is_reference(_span(pieces, cue.sources[0]).cut(text)):
        return cue
    start, end = cue.sources[0]
    found = lead_back(words, steps, (start - low, end - low), [(a - low, b - low) for a, b in known])
    if found is None or found[1] < least:
        return cue
    (first, last), _ = found
    return replace(cue, antecedent=(low + first, low + last))


def _span(pieces: Pieces, words: Words) -> Span:
    return Span(int(pieces.starts[words[0]]), int(pieces.ends[words[1] - 1]))


def _attribution(text: str, pieces: Pieces, cue: _Cue, quotes: Sequence[Quote]) -> FoundAttribution | None:
    """Return one attribution, or None where no content belongs to the cue."""
    taken = [cue.words, *cue.sources]
    parts = [rest for part in _joined(cue.contents, taken) for rest in _without(part, taken)]
    contents = [span for part in parts if (span := _span(pieces, part)).cut(text).strip(_MARKS)]
    contents = _whole_quotes(contents, quotes, [_span(pieces, part) for part in taken])
    if not contents:
        return None
    return FoundAttribution(
        _span(pieces, cue.words),
        tuple(_span(pieces, part) for part in cue.sources),
        tuple(contents),
        tuple(_span(pieces, part) for part in cue.relays),
        ACTS[cue.act],
        CERTAINTIES[cue.certainty],
        POLARITIES[cue.polarity],
        cue.is_inner,
        _span(pieces, cue.antecedent) if cue.antecedent else None,
    )


def _joined(parts: Sequence[Words], taken: Sequence[Words]) -> list[Words]:
    """Join fragments of a content over short gaps in which neither cue nor source stands."""
    joined: list[Words] = []
    for low, high in parts:
        if joined and low - joined[-1][1] <= _GAP and not any(s < low and joined[-1][1] < e for s, e in taken):
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _without(part: Words, taken: Sequence[Words]) -> list[Words]:
    """Return what is left of a range of words once others are cut out of it."""
    left: list[Words] = []
    at, end = part
    for low, high in sorted(taken):
        if at < high and low < end:
            if at < low:
                left.append((at, low))
            at = max(at, high)
    if at < end:
        left.append((at, end))
    return left


def _one_source(sources: Sequence[Words], cue: Words) -> tuple[Words, ...]:
    """Return the sources of a cue: fragments over short gaps as one, and of those far apart the one beside the cue."""
    joined: list[Words] = []
    for low, high in sources:
        if joined and low - joined[-1][1] <= _GAP and not (joined[-1][1] <= cue[0] < low):
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return (min(joined, key=lambda part: max(part[0] - cue[1], cue[0] - part[1])),) if joined else ()


def _whole_quotes(contents: Sequence[Span], quotes: Sequence[Quote], taken: Sequence[Span]) -> list[Span]:
    """Extend a fragment that covers most of a quotation to the whole of it, unless cue or source stand inside."""
    found: list[Span] = []
    for content in contents:
        start, end = content
        for quote in quotes:
            shared = min(end, quote.span.end) - max(start, quote.span.start)
            size = quote.span.end - quote.span.start
            if 2 * shared > size and not any(part.overlaps(quote.span) for part in taken):
                start, end = min(start, quote.span.start), max(end, quote.span.end)
        if found and found[-1].end >= start:
            start, end = found[-1].start, max(found[-1].end, end)
            found.pop()
        found.append(Span(start, end))
    return found
