"""What does a text say, given the attributions that a reader found in it? Who is behind them is read by the rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from whence.model.finding import FoundAttribution, TextFindings
from whence.model.spans import Span, Spans
from whence.model.statement import Voice
from whence.understand.attribution import Attribution
from whence.understand.chains import Reading, Source, find_sources, note_subject
from whence.understand.cue_words import cue_of
from whence.understand.cues import Cue
from whence.understand.drafts import Draft, Holding
from whence.understand.furniture import is_question, is_statement
from whence.understand.outlets import is_publisher
from whence.understand.own_voice import trim
from whence.understand.phrases import Range, find_main_verb, find_object, find_subject, is_verb
from whence.understand.reference import Chain, voice_of_name
from whence.understand.rules import after_dateline, read_sentences
from whence.understand.sources import UNSPECIFIED, read_source
from whence.understand.statements import MAX_DEPTH, WHOLE_CONTENT, read_leaf
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import ACCESS, DETERMINERS, PERSONAL, PREPOSITIONS

_NEGATIONS = frozenset("not n't never no neither nor cannot without declined refused failed stopped".split())
_CONDITIONS = frozenset("if unless whether".split())
_QUESTION_WORDS = frozenset("whether if why how what who when where which".split())
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
_JOINING = frozenset("and but also then , ; —".split())
# No noun phrase ends in one of these.
_NO_END = PREPOSITIONS | DETERMINERS
# Tokens of the shortest clause that an attribution leaves beside it, and words that no clause of its own ends in.
_LEAST_CLAUSE = 3
_LEFT_OPEN = frozenset("if unless whether that to than as and but or because while".split())
# What stands before those from whom something was had, and before the author of a document.
_HAD_FROM = frozenset("from citing quoting of".split())
_AUTHOR = frozenset("by of from".split())
_PASSED_ON = frozenset(
    """passed leaked handed given shared shown obtained forwarded sent supplied provided published released seen read
    reviewed quoted verified posted circulated""".split()
)
# Words that end what a phrase says of an unnamed voice: marks, and how it came to speak.
_NO_NAME = frozenset(", ; ( ) – — speaking requesting asking whom on outside inside".split())
# Characters by which two readings of one source may begin apart.
_ARTICLE = 5
# Characters of the longest pronoun that is a source.
_PRONOUN = 4
# What opens a content of its own, what stands before whoever got hold of something, and how people come to be a source.
_OPENING = frozenset("that whether".split())
_AGENT = frozenset("by to with".split())
_SPEAKING = frozenset("spoke talked told asked requested declined insisted".split())
_LONGEST_NAME = 11
# Tokens of a noun phrase in front of a pronoun that says more of it.
_LONGEST_NOUN = 6
# Tokens between the source and its cue that still say more about the source.
_NEAR = 25


@dataclass(slots=True)
class _Part:
    """One found attribution in tokens, with those that stand inside its content."""

    found: FoundAttribution
    cue: Range
    sources: tuple[Range, ...]
    contents: tuple[Range, ...]
    relays: tuple[Range, ...]
    inner: list["_Part"] = field(default_factory=list)

    def ranges(self) -> tuple[Range, ...]:
        """Return all that the attribution covers."""
        return (self.cue, *self.sources, *self.contents)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an attribution: its sentence, what is covered in the text, what the rules see attributed."""

    sentence: Range
    covered: bytearray
    seen: Sequence[Draft]


def read_findings(reading: Reading, findings: TextFindings) -> None:
    """Add to the reading what the found attributions say, sentence by sentence, and what the report says itself."""
    tokens = reading.tokens
    parts = _nested([part for found in findings.attributions if (part := _part(tokens, found)) is not None])
    covered = _covered(tokens, parts)
    at = 0
    for low, high in tokens.sentences:
        here: list[_Part] = []
        while at < len(parts) and parts[at].cue[0] < high:
            here.append(parts[at])
            at += 1
        if here and not _asks(tokens, low, high):
            before = len(reading.found)
            read_sentences(reading, low, high)
            found = reading.found[before:]
            seen = [draft for draft in found if draft.holding.chain]
            if _explain(tokens, seen, here):
                # The rules see all that the network sees: theirs is the better account of who told whom.
                reading.found[before:] = _as_found(reading, found, here)
                for part in _flat(here):
                    _read_on(reading, part, seen, (low, high))
                continue
            del reading.found[before:]
            for part in here:
                _read_part(reading, part, Holding(), _Around((low, high), covered, seen))
        _read_own(reading, (low, high), covered, is_attributed=bool(here))
        if here:
            note_subject(reading, after_dateline(tokens, low, high), high)


def _flat(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Yield the attributions and those inside them."""
    for part in parts:
        yield part
        yield from _flat(part.inner)


def _explain(tokens: Tokens, seen: Sequence[Draft], parts: Sequence[_Part]) -> bool:
    """Tell whether the rules found each of the network's cues, and no two contents of one are one to them."""
    if any(len(_grouped(part.contents, partial(_are_joined, tokens))) > 1 for part in _flat(parts)):
        return False
    return all(any(_has_cue_and_source(draft, part) for draft in seen) for part in _flat(parts))


def _has_cue_and_source(draft: Draft, part: _Part) -> bool:
    """Tell whether a draft of the rules has the cue of a found attribution, and no other source."""
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


def _is_same(draft: Draft, part: _Part) -> bool:
    """Tell whether a draft of the rules and a found attribution have the same cue and much the same content."""
    if not any(span.overlaps(part.found.cue) for span in draft.holding.cue_spans[-1:]):
        return False
    content = {i for span in part.found.contents for i in range(span.start, span.end)}
    own = {i for span in draft.content for i in range(span.start, span.end)}
    return len(own & content) * 2 > min(len(own), len(content))


def _as_found(reading: Reading, drafts: Sequence[Draft], parts: Sequence[_Part]) -> list[Draft]:
    """Return the drafts of the rules with the spans that the network found, without attributions that it did not find.

    What the report says itself stays as it is.
    """
    kept: list[Draft] = []
    for draft in drafts:
        part = next((part for part in _flat(parts) if _is_same(draft, part)), None)
        if not draft.holding.chain:
            kept.append(draft)
        elif part is not None:
            same = [other for other in drafts if _is_same(other, part)]
            kept.append(_with_found(reading, draft, part, same))
    return kept


def _with_found(reading: Reading, draft: Draft, part: _Part, same: Sequence[Draft]) -> Draft:
    """Return a draft with the relays, cue and content that were found, and the source if the draft has the only one."""
    tokens = reading.tokens
    only = len({other.holding.source for other in same}) == 1
    source = _without_access(tokens, part) if only and part.sources else draft.holding.source
    contents = sorted({other.content for other in same})
    are_many = any(_are_two(tokens, one, other) for one, other in pairwise(contents))
    chain = _with_relays(reading, part, draft.holding.chain, own=1)
    holding = replace(draft.holding, chain=chain, cue_spans=(part.found.cue,), source=source)
    return replace(draft, holding=holding, whole=() if are_many else part.found.contents)


def _are_two(tokens: Tokens, before: Spans, after: Spans) -> bool:
    """Tell whether two neighbouring contents of a cue are two, and no clauses of one: "that A and that B"."""
    low, high = bisect_left(tokens.starts, before[-1].end), bisect_left(tokens.starts, after[0].start)
    return bool(_OPENING & set(tokens.words[low:high])) or _are_joined(tokens, (low, low), (high, high))


def _without_access(tokens: Tokens, part: _Part) -> Spans:
    """Return the source without how it came to speak: "three traders" of "three traders polled by the agency"."""
    low, high = part.sources[0]
    if len(part.sources) > 1:
        return part.found.sources
    end = _before_access(tokens, low, high)
    return (Span(part.found.sources[0].start, tokens.ends[end - 1]),) if end < high else part.found.sources


def _before_access(tokens: Tokens, low: int, high: int) -> int:
    """Return where a source phrase goes over into who got hold of it or was told, or its end."""
    words = tokens.words
    for i in range(low + 1, high - 1):
        if words[i] in ACCESS and words[i + 1] in _AGENT and words[i - 1] not in _NO_END:
            return i
        if words[i] in ("who", "which") and words[i + 1] in _SPEAKING:
            return i
    return high


def _outside(place: Range, sentence: Range) -> Iterator[Range]:
    """Yield what of a range lies in front of a sentence and behind it."""
    low, high = place
    yield from ((a, b) for a, b in ((low, min(high, sentence[0])), (max(low, sentence[1]), high)) if a < b)


def _read_on(reading: Reading, part: _Part, seen: Sequence[Draft], sentence: Range) -> None:
    """Take down what of a content stands in the sentences around the one that the rules read."""
    tokens = reading.tokens
    beyond = [place for low, high in part.contents for place in _outside((low, high), sentence)]
    same = [draft for draft in seen if _is_same(draft, part)]
    for draft in same[:1] if beyond else ():
        pieces = [piece for place in beyond for piece in _by_sentence(tokens, place)]
        for fragments in _grouped(pieces, lambda one, other: _end_sentence(tokens, one, other)):
            before = len(reading.found)
            read_leaf(reading, fragments, _with_found(reading, draft, part, same).holding)
            reading.found[before:] = [replace(new, whole=part.found.contents) for new in reading.found[before:]]


def _asks(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a sentence is a question of the report's own: by its opening word and its final mark."""
    return tokens.words[low] in _ASKING and tokens.quote_of[low] < 0 and is_question(tokens, high, len(tokens.words))


def _part(tokens: Tokens, found: FoundAttribution) -> _Part | None:
    cue = _at(tokens, found.cue)
    contents = tuple(place for span in found.contents if (place := _at(tokens, span))[0] < place[1])
    if cue[0] >= cue[1] or not contents:
        return None
    sources, relays = (
        tuple(place for span in spans if (place := _at(tokens, span))[0] < place[1])
        for spans in (found.sources, found.relays)
    )
    return _Part(found, cue, sources, contents, relays)


def _at(tokens: Tokens, span: Span) -> Range:
    """Return the tokens that a span touches."""
    return bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end)


def _nested(parts: list[_Part]) -> list[_Part]:
    """Return the outermost attributions by place of their cue; each other one is put inside the one that holds it."""
    top: list[_Part] = []
    for part in parts:
        holders = [other for other in parts if other is not part and _holds(other, part) and not _holds(part, other)]
        holder = min(holders, key=lambda other: sum(high - low for low, high in other.contents), default=None)
        if holder is not None:
            holder.inner.append(part)
        elif not part.found.is_inner:
            top.append(part)
    return sorted(top, key=lambda part: part.cue)


def _holds(outer: _Part, part: _Part) -> bool:
    """Tell whether cue and content of a part lie within one content of another."""
    low, high = min(low for low, _ in outer.contents), max(high for _, high in outer.contents)
    inside = any(first <= part.cue[0] and part.cue[1] <= last for first, last in outer.contents)
    return inside and all(low <= first and last <= high for first, last in part.contents)


def _covered(tokens: Tokens, parts: list[_Part]) -> bytearray:
    """Return for each token whether an attribution covers it."""
    covered = bytearray(len(tokens.words))
    for part in parts:
        for low, high in part.ranges():
            covered[low:high] = b"\x01" * (high - low)
    return covered


def _read_part(reading: Reading, part: _Part, holding: Holding, around: _Around, *, depth: int = 0) -> None:
    """Take down what one attribution says, on the word of each of its sources, and what lies inside it."""
    tokens = reading.tokens
    if depth > MAX_DEPTH or _is_unasserted(tokens, part):
        return
    found = _attribution(tokens, part, around.sentence, around.covered)
    sources = _sources(reading, part, found, around.sentence)
    for (low, high), chain in sources:
        whole = _with_relays(reading, part, (*holding.chain, *chain), own=len(chain))
        known = _known(part, around.seen)
        if known is not None and len(sources) == 1:
            whole = known
        spans = _source_spans(tokens, part, (low, high), only=len(sources) == 1)
        inside = holding.under((), found.cue, spans, (part.found.cue,), negated=found.negated)
        inside = replace(inside, chain=whole)
        # What is denied, doubted or asked is the whole content: who says what inside it is not said to be so.
        is_open = found.cue.act not in _CLOSED and not found.negated
        outer, reading.memory.holder = reading.memory.holder, whole[-1]
        for inner in part.inner if is_open else ():
            _read_part(reading, inner, inside, around, depth=depth + 1)
        reading.memory.holder = outer
        for content in _grouped(part.contents, lambda one, other: _are_joined(tokens, one, other)):
            _read_content(reading, part, content, inside, is_open=is_open)


def _known(part: _Part, seen: Sequence[Draft]) -> Chain | None:
    """Return who is behind an attribution by the rules, where they see the same one."""
    return next((draft.holding.chain for draft in seen if _is_same(draft, part)), None)


def _read_content(reading: Reading, part: _Part, content: tuple[Range, ...], inside: Holding, *, is_open: bool) -> None:
    """Take down one content, a statement for each of its sentences that no attribution inside it takes up."""
    tokens = reading.tokens
    whole = tuple(_span_within(part, place, tokens) for place in content)
    pieces = [piece for place in content for piece in _by_sentence(tokens, place)]
    for fragments in _grouped(pieces, lambda one, other: _end_sentence(tokens, one, other)):
        if not (is_open and _is_taken(fragments, part.inner)):
            before = len(reading.found)
            read_leaf(reading, fragments, inside)
            reading.found[before:] = [replace(draft, whole=whole) for draft in reading.found[before:]]


def _sources(reading: Reading, part: _Part, found: Attribution, sentence: Range) -> tuple[Source, ...]:
    """Return who says the content of a part, each with its own chain; nobody named is "unspecified"."""
    tokens = reading.tokens
    sources = find_sources(reading, found, sentence[0], ())
    for low, high in part.sources[1:]:
        sources = (*sources, *read_source(tokens, reading.memory, _core(tokens, low, high), high))
    sources = _led_back(reading, part, _in_full(tokens, part, sources))
    if sources:
        reading.spoken[part.sources[0][0] if part.sources else part.cue[0]] = sources[0][1]
        return tuple(sources)
    if not part.sources:
        return (((part.cue[0], part.cue[0]), (UNSPECIFIED,)),)
    name = tokens.cut(*part.sources[0])
    return ((part.sources[0], (Voice(name, name, "unnamed", named=False, span=tokens.span(*part.sources[0])),)),)


def _in_full(tokens: Tokens, part: _Part, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources with an unnamed voice named by all that its phrase says of it: "farmers who banked here".

    Where it says to whom and how they spoke, that is no part of the name.
    """
    if len(part.sources) != 1 or len(sources) != 1:
        return sources
    (low, high), chain = sources[0]
    limit = _before_access(tokens, low, part.sources[0][1])
    end = next((i for i in range(high, limit) if tokens.words[i] in _NO_NAME), limit)
    named = next((n for n, voice in enumerate(chain) if voice.span == tokens.span(low, high)), None)
    if named is None or chain[named].kind != "unnamed" or not high < end <= low + _LONGEST_NAME:
        return sources
    voice = replace(chain[named], name=f"{chain[named].name} {tokens.cut(high, end)}")
    return (((low, high), (*chain[:named], voice, *chain[named + 1 :])),)


def _led_back(reading: Reading, part: _Part, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources with the one that leads back to a name or an earlier source standing for what that is."""
    if part.found.antecedent is None or not part.sources or len(sources) != 1 or _is_resolved(sources[0][1]):
        return sources
    tokens = reading.tokens
    low, high = _at(tokens, part.found.antecedent)
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


def _span_within(part: _Part, place: Range, tokens: Tokens) -> Span:
    """Return the span that was found for a range of tokens, which may end inside a token."""
    for span in part.found.contents:
        if _at(tokens, span) == place:
            return span
    return tokens.span(*place)


def _source_spans(tokens: Tokens, part: _Part, place: Range, *, only: bool) -> Spans:
    """Return where a source is worded: as it was found where it is the only one, else its own part of the phrase."""
    low, high = place
    if part.found.sources and only:
        return _without_access(tokens, part)
    whole = [span for span, found in zip(part.found.sources, part.sources, strict=False) if found[0] == low]
    if whole and len(part.sources) > 1:
        return tuple(whole)
    return (tokens.span(low, high),) if low < high else ()


def _is_unasserted(tokens: Tokens, part: _Part) -> bool:
    """Tell whether the cue says that something was not said, or only what would follow if it were."""
    words = tokens.words
    low, high = part.cue
    before = [words[i] for i in range(max(0, low - 3), low)]
    source = part.sources[0] if part.sources else part.cue
    first = min(source[0], low)
    opening = words[first - 1] if first else ""
    if opening in _CONDITIONS or words[low] in _CONDITIONS or (first and words[first] in _CONDITIONS):
        return not any(word in ("asked", "asks", "know", "wonder", "wondered") for word in (*words[low:high], *before))
    if not _is_negated(tokens, part):
        return False
    entry = cue_of(words[low:high])
    start = part.contents[0][0]
    asks = words[start] in _QUESTION_WORDS or words[max(0, start - 1)] in _QUESTION_WORDS
    return asks or entry is None or entry.act in ("asserts", "asks", "admits", "alleges", "promises")


def _is_negated(tokens: Tokens, part: _Part) -> bool:
    """Tell whether the cue is negated by its own words or by one right in front of it."""
    words = tokens.words
    low, high = part.cue
    beside = words[low - 1] if low and not any(s <= low - 1 < e for s, e in part.ranges()) else ""
    return (
        bool(_NEGATIONS & set(words[low:high]))
        or beside in _NEGATIONS
        or any(word.endswith("n't") for word in (*words[low:high], beside))
    )


def _attribution(tokens: Tokens, part: _Part, sentence: Range, covered: bytearray) -> Attribution:
    """Return the attribution as the rules of chains take it: its source and what says more of it."""
    found, words = part.found, tokens.words
    entry = cue_of(words[part.cue[0] : part.cue[1]])
    if entry is None:
        entry = Cue("", "s", found.act or "asserts", found.certainty or "certain", found.polarity or "positive")
    source = part.sources[0] if part.sources else None
    source_to = source[1] if source else part.cue[0]
    gaps = _gaps(part, sentence, covered)
    if source is not None and source[1] - source[0] == 1 and words[source[0]] in PERSONAL:
        source = _whole_subject(tokens, source, part.cue)
    if source is not None:
        behind = next((gap for gap in gaps if gap[0] == source[1]), None)
        if behind is not None and behind[1] - behind[0] <= _NEAR:
            source_to = behind[1]
        source = _core(tokens, *source)
    first = part.contents[0][0]
    shape = "before" if part.cue[0] < first else "after"
    return Attribution(
        entry, part.cue, source, source_to, (part.contents,), shape,
        negated=_is_negated(tokens, part), is_hearsay=source is None,
    )  # fmt: skip


def _whole_subject(tokens: Tokens, source: Range, cue: Range) -> Range:
    """Return the noun phrase of which a pronoun only says more: "the institute she once headed" announces."""
    if cue[0] <= source[1] + 1:
        return source
    for at in range(source[0] - 1, max(-1, source[0] - _LONGEST_NOUN), -1):
        word = tokens.words[at]
        if word in DETERMINERS and at < source[0] - 1:
            return at, source[0]
        if not word.isalpha() or word in PREPOSITIONS or word in DETERMINERS or is_verb(tokens, at):
            break
    return source


def _core(tokens: Tokens, low: int, high: int) -> Range:
    """Return the noun phrase that a found source begins with; all of it where the rules would end it in mid-phrase."""
    while high - low > 1 and tokens.words[low] == '"':
        low += 1
    end = min(high, max(low + 1, find_object(tokens, low, high)))
    return (low, high) if end < high and tokens.words[end - 1] in _NO_END else (low, end)


def _gaps(part: _Part, sentence: Range, covered: bytearray) -> list[Range]:
    """Return the ranges of the attribution's sentence that nothing covers, without the marks at their ends."""
    low, high = sentence
    gaps: list[Range] = []
    start = None
    for i in range(low, high + 1):
        is_free = i < high and not covered[i]
        if is_free and start is None:
            start = i
        elif not is_free and start is not None:
            gaps.append((start, i))
            start = None
    return gaps if not part.found.is_inner else []


def _with_relays(reading: Reading, part: _Part, chain: Chain, *, own: int) -> Chain:
    """Return the chain with the voices that were found on the way; the last `own` are those of its source phrase.

    An outlet was told and stands in front of all. A document stands in front of who speaks in it, its author behind it.
    Whoever passed something on stands in front of it, whoever it was had from behind.
    """
    tokens = reading.tokens
    for low, high in part.relays:
        span = tokens.span(low, high)
        if any(voice.span is not None and voice.span.overlaps(span) for voice in chain):
            continue
        worded = set(tokens.words[low:high])
        if any(voice.named and worded <= set(voice.name.lower().split()) for voice in chain):
            # A piece of a name that the chain holds already.
            continue
        found = [voices for _, voices in read_source(tokens, reading.memory, _core(tokens, low, high), high)[:1]]
        fresh = tuple(v for voices in found for v in voices if not is_publisher(v, reading.memory))
        at = _place_of(tokens, low, fresh, chain, own)
        chain = _each_once((*chain[:at], *fresh, *chain[at:]))
    return _each_once(chain)


def _place_of(tokens: Tokens, low: int, fresh: Chain, chain: Chain, own: int) -> int:
    """Return where in a chain the voices worded at token `low` stand."""
    first = next((n for n, voice in enumerate(chain) if voice.kind != "outlet"), len(chain))
    if not fresh or fresh[0].kind == "outlet":
        return 0
    source = chain[len(chain) - own] if 0 < own <= len(chain) else None
    if fresh[0].kind == "document":
        return first if source is None or source.kind == "outlet" else len(chain) - own
    before = tokens.words[low - 1] if low else ""
    if source is not None and source.kind == "document":
        return len(chain) if own == 1 and _is_author(tokens, low) else len(chain) - own
    return len(chain) if before in _HAD_FROM else max(first, len(chain) - own)


def _is_author(tokens: Tokens, low: int) -> bool:
    """Tell whether who is worded at token `low` wrote the document before: "by" and no word of passing on."""
    words = tokens.words
    at = low - 1
    while at >= 0 and words[at] in DETERMINERS:
        at -= 1
    return at >= 0 and words[at] in _AUTHOR and not _PASSED_ON & set(words[max(0, at - 8) : at])


def _each_once(chain: Chain) -> Chain:
    """Return the chain without a voice that it names before."""
    return tuple({voice.name.lower(): voice for voice in reversed(chain)}.values())[::-1] if chain else chain


def _by_sentence(tokens: Tokens, place: Range) -> Iterator[Range]:
    """Yield the parts of a range that lie in different sentences."""
    low, high = place
    at = max(0, bisect_right(tokens.sentences, (low, len(tokens.words))) - 1)
    while at < len(tokens.sentences) and tokens.sentences[at][0] < high:
        start, end = max(low, tokens.sentences[at][0]), min(high, tokens.sentences[at][1])
        if start < end:
            yield start, end
        at += 1


def _grouped(places: Sequence[Range], are_apart: Callable[[Range, Range], bool]) -> list[tuple[Range, ...]]:
    """Return neighbouring fragments together, parted wherever two are apart."""
    groups: list[list[Range]] = []
    for place in places:
        if groups and not are_apart(groups[-1][-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [tuple(group) for group in groups]


def _are_joined(tokens: Tokens, before: Range, after: Range) -> bool:
    """Tell whether only "and" or "but" stands between two fragments: they are two contents."""
    between = tokens.words[before[1] : after[0]]
    return all(word in _JOINING for word in between) and ("and" in between or "but" in between)


def _end_sentence(tokens: Tokens, before: Range, after: Range) -> bool:
    """Tell whether a sentence ends between two fragments: a quotation goes on behind its cue."""
    at = bisect_left(tokens.sentences, (before[1], 0))
    return at < len(tokens.sentences) and tokens.sentences[at][0] <= after[0]


def _is_taken(fragments: tuple[Range, ...], inner: list[_Part]) -> bool:
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
    for start, end in _free(sentence, covered):
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


def _free(sentence: Range, covered: bytearray) -> list[Range]:
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
