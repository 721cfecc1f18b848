"""What does a text say, given the attributions that a reader found in it? Who is behind them is read by the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from whence.model.finding import TextFindings
from whence.model.spans import Span
from whence.model.statement import Voice
from whence.understand.agreed import as_found, explain, known_chain, read_on
from whence.understand.asserted import cites_only, is_negated, is_unasserted
from whence.understand.attribution import Attribution
from whence.understand.chains import Reading, Source, find_sources, note_subject
from whence.understand.cue_words import cue_of
from whence.understand.cues import Cue
from whence.understand.drafts import Draft, Holding
from whence.understand.furniture import is_question, is_statement
from whence.understand.own_voice import trim
from whence.understand.parts import (
    Part,
    are_joined,
    by_sentence,
    covered_by,
    flat,
    free_ranges,
    grouped,
    is_end_between,
    parts_of,
    tokens_at,
)
from whence.understand.phrases import Range, find_main_verb, find_subject
from whence.understand.reference import Chain, voice_of_name
from whence.understand.relays import with_relays
from whence.understand.rules import after_dateline, read_sentences
from whence.understand.source_spans import core_of, in_full, source_spans, whole_subject
from whence.understand.sources import UNSPECIFIED, read_source
from whence.understand.statements import MAX_DEPTH, WHOLE_CONTENT, read_leaf
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import PERSONAL

# A clause that opens with one of these only says when or how the attribution beside it was made.
_CIRCUMSTANCE = frozenset(
    """in as after when if at on while before speaking according asked writing told during amid following with
    by from for because since although though despite under citing quoting""".split()
)
# Acts whose content is not said to be so, and words that open a question.
_CLOSED = frozenset({"denies", "doubts", "asks"})
_ASKING = frozenset(
    """did do does has have had is are was were will would can could should may might who whom whose what which when
    where why how""".split()
)
# What a clause of its own may begin with and does not count.
_JOINING = frozenset("and but also then , ; —".split())
# Tokens of the shortest clause that an attribution leaves beside it, and words that no clause of its own ends in.
_LEAST_CLAUSE = 3
_LEFT_OPEN = frozenset("if unless whether that to than as and but or because while".split())
# Tokens between the source and its cue that still say more about the source.
_NEAR = 25


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an attribution: its sentence, what is covered in the text, what the rules see attributed."""

    sentence: Range
    covered: bytearray
    seen: Sequence[Draft]


def read_findings(reading: Reading, findings: TextFindings) -> None:
    """Add to the reading what the found attributions say, sentence by sentence, and what the report says itself."""
    tokens = reading.tokens
    parts = [part for part in parts_of(tokens, findings.attributions) if not cites_only(tokens, part)]
    covered = covered_by(tokens, parts)
    at = 0
    for low, high in tokens.sentences:
        here: list[Part] = []
        while at < len(parts) and parts[at].cue[0] < high:
            here.append(parts[at])
            at += 1
        if here and not _asks(tokens, low, high):
            before = len(reading.found)
            read_sentences(reading, low, high)
            found = reading.found[before:]
            seen = [draft for draft in found if draft.holding.chain]
            if explain(tokens, seen, here):
                # The rules see all that the network sees: theirs is the better account of who told whom.
                reading.found[before:] = as_found(reading, found, here)
                for part in flat(here):
                    read_on(reading, part, seen, (low, high))
                continue
            del reading.found[before:]
            for part in here:
                _read_part(reading, part, Holding(), _Around((low, high), covered, seen))
        _read_own(reading, (low, high), covered, is_attributed=bool(here))
        if here:
            note_subject(reading, after_dateline(tokens, low, high), high)


def _asks(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a sentence is a question of the report's own: by its opening word and its final mark."""
    return tokens.words[low] in _ASKING and tokens.quote_of[low] < 0 and is_question(tokens, high, len(tokens.words))


def _read_part(reading: Reading, part: Part, holding: Holding, around: _Around, *, depth: int = 0) -> None:
    """Take down what one attribution says, on the word of each of its sources, and what lies inside it."""
    tokens = reading.tokens
    if depth > MAX_DEPTH or is_unasserted(tokens, part):
        return
    found = _attribution(tokens, part, around.sentence, around.covered)
    sources = _sources(reading, part, found, around.sentence)
    known = known_chain(part, around.seen) if len(sources) == 1 else None
    for (low, high), chain in sources:
        whole = known or with_relays(reading, part, (*holding.chain, *chain), own=len(chain))
        spans = source_spans(tokens, part, (low, high), only=len(sources) == 1)
        inside = holding.under((), found.cue, spans, (part.found.cue,), negated=found.negated)
        inside = replace(inside, chain=whole)
        # What is denied, doubted or asked is the whole content: who says what inside it is not said to be so.
        is_open = found.cue.act not in _CLOSED and not found.negated
        outer, reading.memory.holder = reading.memory.holder, whole[-1]
        held = [inner for inner in part.inner if is_open and _is_saying(tokens, inner)]
        for inner in held:
            _read_part(reading, inner, inside, around, depth=depth + 1)
        reading.memory.holder = outer
        for content in grouped(part.contents, partial(are_joined, tokens)):
            _read_content(reading, part, content, inside, held)


def _is_saying(tokens: Tokens, inner: Part) -> bool:
    """Tell whether what is found inside a content has a cue that the rules know.

    "He approved payments, according to invoices": what he did is what they show, and nothing that he says.
    """
    return cue_of(tokens.words[slice(*inner.cue)]) is not None


def _read_content(
    reading: Reading, part: Part, content: tuple[Range, ...], inside: Holding, held: Sequence[Part]
) -> None:
    """Take down one content, a statement for each of its sentences that no attribution held inside takes up."""
    tokens = reading.tokens
    whole = tuple(_span_within(part, place, tokens) for place in content)
    pieces = [piece for place in content for piece in by_sentence(tokens, place)]
    for fragments in grouped(pieces, partial(is_end_between, tokens)):
        if not _is_taken(fragments, held):
            before = len(reading.found)
            read_leaf(reading, fragments, inside)
            reading.found[before:] = [replace(draft, whole=whole) for draft in reading.found[before:]]


def _sources(reading: Reading, part: Part, found: Attribution, sentence: Range) -> tuple[Source, ...]:
    """Return who says the content of a part, each with its own chain; nobody named is "unspecified"."""
    tokens = reading.tokens
    sources = find_sources(reading, found, sentence[0], ())
    for low, high in part.sources[1:]:
        sources = (*sources, *read_source(tokens, reading.memory, core_of(tokens, low, high), high))
    sources = _led_back(reading, part, in_full(tokens, part, sources))
    if sources:
        reading.spoken[part.sources[0][0] if part.sources else part.cue[0]] = sources[0][1]
        return tuple(sources)
    if not part.sources:
        return (((part.cue[0], part.cue[0]), (UNSPECIFIED,)),)
    name = tokens.cut(*part.sources[0])
    return ((part.sources[0], (Voice(name, name, "unnamed", named=False, span=tokens.span(*part.sources[0])),)),)


def _led_back(reading: Reading, part: Part, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources with the one that leads back to a name or an earlier source standing for what that is."""
    if part.found.antecedent is None or not part.sources or len(sources) != 1 or _is_resolved(sources[0][1]):
        return sources
    tokens = reading.tokens
    low, high = tokens_at(tokens, part.found.antecedent)
    name = next((name for name in reading.memory.names.within(low, high) if name.kind != "nationality"), None)
    chain = reading.spoken.get(low) or ((voice_of_name(name, None),) if name is not None else None)
    if not chain:
        return sources
    place, old = sources[0]
    last = replace(chain[-1], as_worded=old[-1].as_worded if old else chain[-1].as_worded, span=tokens.span(*place))
    return ((place, (*(replace(voice, span=None) for voice in chain[:-1]), last)),)


def _is_resolved(chain: Chain) -> bool:
    """Tell whether the rules know more of a source than its wording."""
    return bool(chain) and not (chain[-1].kind == "unnamed" and chain[-1].name == chain[-1].as_worded.lower())


def _span_within(part: Part, place: Range, tokens: Tokens) -> Span:
    """Return the span that was found for a range of tokens, which may end inside a token."""
    for span in part.found.contents:
        if tokens_at(tokens, span) == place:
            return span
    return tokens.span(*place)


def _attribution(tokens: Tokens, part: Part, sentence: Range, covered: bytearray) -> Attribution:
    """Return the attribution as the rules of chains take it: its source and what says more of it."""
    found, words = part.found, tokens.words
    entry = cue_of(words[part.cue[0] : part.cue[1]])
    if entry is None:
        entry = Cue("", "s", found.act or "asserts", found.certainty or "certain", found.polarity or "positive")
    source = part.sources[0] if part.sources else None
    source_to = source[1] if source else part.cue[0]
    gaps = [] if part.found.is_inner else free_ranges(sentence, covered)
    if source is not None and source[1] - source[0] == 1 and words[source[0]] in PERSONAL:
        source = whole_subject(tokens, source, part.cue)
    if source is not None:
        behind = next((gap for gap in gaps if gap[0] == source[1]), None)
        if behind is not None and behind[1] - behind[0] <= _NEAR:
            source_to = behind[1]
        source = core_of(tokens, *source)
    first = part.contents[0][0]
    shape = "before" if part.cue[0] < first else "after"
    return Attribution(
        entry, part.cue, source, source_to, (part.contents,), shape,
        negated=is_negated(tokens, part), is_hearsay=source is None,
    )  # fmt: skip


def _is_taken(fragments: tuple[Range, ...], inner: Sequence[Part]) -> bool:
    """Tell whether the attributions inside cover so much of a content that it says nothing else."""
    inside = {
        i
        for part in inner
        for low, high in part.ranges()
        for i in range(low, high)
        if any(first <= i < last for first, last in fragments)
    }
    return len(inside) >= WHOLE_CONTENT * sum(high - low for low, high in fragments) if inner else False


def _read_own(reading: Reading, sentence: Range, covered: bytearray, *, is_attributed: bool) -> None:
    """Take down what a sentence says beside its attributions; where none was found, what the rules see in it."""
    tokens = reading.tokens
    low, high = sentence
    if not is_attributed and not any(covered[low:high]):
        before = len(reading.found)
        read_sentences(reading, low, high)
        start, end = tokens.span(low, high)
        # How far a content goes on over later sentences is for the network to say.
        reading.found[before:] = [
            draft
            for draft in reading.found[before:]
            if not draft.holding.cue_spans or any(start <= cue.start < end for cue in draft.holding.cue_spans)
        ]
        return
    if not is_statement(tokens, low, high) or is_question(tokens, high, len(tokens.words)):
        return
    for start, end in free_ranges(sentence, covered):
        if _stands_alone(tokens, start, end):
            read_leaf(reading, ((start, end),), Holding())


def _stands_alone(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether what an attribution leaves of its sentence says something by itself: a subject, then its verb."""
    words = tokens.words
    low, high = trim(tokens, low, high)
    while low < high and (words[low] in _JOINING or not words[low][0].isalnum()):
        low += 1
    if high - low < _LEAST_CLAUSE or words[low] in _CIRCUMSTANCE or words[high - 1] in _LEFT_OPEN:
        return False
    verb = find_main_verb(tokens, low, high)
    subject = find_subject(tokens, low, verb) if verb is not None else None
    return subject is not None and words[low] not in ("who", "which", "that", "whose", "whom")
