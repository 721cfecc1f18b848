"""What does a sentence say, and on whose word, from the outermost attribution inwards?"""

from dataclasses import dataclass, field, replace

from whence.understand.attribution import Attribution
from whence.understand.cues import HEARSAY_ADVERBS, Cue
from whence.understand.drafts import OWN, Draft, Holding, draft_statement
from whence.understand.grounds import find_grounds
from whence.understand.nominal import find_nominal
from whence.understand.own_voice import split_clauses, trim
from whence.understand.phrases import (
    Range,
    find_main_verb,
    find_object,
    find_object_with_asides,
    find_subject,
    has_verb,
    is_verb,
)
from whence.understand.reference import Chain, Memory, Referent
from whence.understand.shapes import find_attribution
from whence.understand.sources import (
    UNSPECIFIED,
    is_publisher,
    outlet_at,
    read_modifiers,
    read_source,
)
from whence.understand.titles import find_headline_voice, is_headline
from whence.understand.tokens import Tokens

# Attributions nest at most this deep in real sentences; a limit keeps broken text from running away.
MAX_DEPTH = 6
# A content of which the attribution inside covers so much (share of tokens) says nothing else.
WHOLE_CONTENT = 0.6

# Ways of speaking that are no document in anyone's hands.
_OCCASIONS = frozenset("interview interviews conversation conversations statement remarks comments".split())

# Quoted words that say nothing.
_EMPTY = frozenset(["no comment", "no comments"])

Source = tuple[Range, Chain]


@dataclass(slots=True)
class Reading:
    """One text being read: its tokens, what was spoken of, what was found, and who spoke last in quotation marks."""

    tokens: Tokens
    memory: Memory
    found: list[Draft] = field(default_factory=list)
    last_quoted: Holding | None = None
    last_spoken: Holding | None = None


def read_stretch(
    reading: Reading, low: int, high: int, holding: Holding, *, subject: tuple[Source, ...] = (), depth: int = 0
) -> None:
    """Read a stretch of tokens under what holds over it; `subject` is who speaks when a verb at its start names no one."""
    tokens = reading.tokens
    low, high = trim(tokens, low, high)
    if low >= high:
        return
    cut = _semicolon(tokens, low, high)
    if cut is not None and depth < MAX_DEPTH:
        read_stretch(reading, low, cut, holding, subject=subject, depth=depth)
        read_stretch(reading, cut + 1, high, holding, depth=depth)
        return
    found = find_attribution(tokens, low, high, inherits=bool(subject)) if depth < MAX_DEPTH else None
    if depth == 0 and is_headline(tokens, low, high) and (found is None or found.shape == "before"):
        found = find_headline_voice(tokens, low, high) or found
    if found is None and depth < MAX_DEPTH:
        found = find_nominal(tokens, low, high)
    citing = (
        _citing(tokens, low, high)
        if found is None or found.cue_range[0] > (_citing(tokens, low, high) or high)
        else None
    )
    if citing is not None and has_verb(tokens, low, citing):
        main = _main_subject(reading, low, citing)
        read_stretch(reading, low, citing, holding, depth=depth)
        _read_citation(reading, citing + 1, high, holding, main, depth)
        return
    if subject and tokens.words[low] in ("citing", "quoting"):
        _read_citation(reading, low, high, holding, subject, depth)
    elif found is None and subject and tokens.words[low].endswith("ing"):
        return
    elif found is None or (found.is_hearsay and holding.chain):
        read_leaf(reading, ((low, high),), holding, depth=depth)
    else:
        _read_attribution(reading, found, low, high, holding, subject, depth)


def _citing(tokens: Tokens, low: int, high: int) -> int | None:
    """Return the comma before "citing", if a clause of the report's own cites someone."""
    for i in range(low + 2, high - 2):
        if tokens.words[i - 1] == "," and tokens.quote_of[i] < 0 and tokens.words[i] in ("citing", "quoting"):
            return i - 1
    return None


def _main_subject(reading: Reading, low: int, high: int) -> tuple[Source, ...]:
    """Return whom the main clause is about: they are the ones who cite."""
    tokens = reading.tokens
    verb = find_main_verb(tokens, low, high)
    subject = find_subject(tokens, low, verb) if verb is not None else None
    return tuple(read_source(tokens, reading.memory, subject, subject[1])) if subject else ()


def _semicolon(tokens: Tokens, low: int, high: int) -> int | None:
    """Return the first semicolon between two clauses that each have a verb."""
    for i in range(low + 1, high - 1):
        if (
            tokens.words[i] == ";"
            and tokens.quote_of[i] < 0
            and has_verb(tokens, low, i)
            and has_verb(tokens, i + 1, high)
        ):
            return i
    return None


def _read_attribution(
    reading: Reading, found: Attribution, low: int, high: int, holding: Holding, subject: tuple[Source, ...], depth: int
) -> None:
    """Read the contents of an attribution for each of its sources, then what it leaves over."""
    tokens, memory = reading.tokens, reading.memory
    if found.is_hearsay:
        sources: tuple[Source, ...] = (((found.cue_range[0], found.cue_range[0]), (UNSPECIFIED,)),)
    elif found.source is None:
        sources = subject
    else:
        if found.shape in ("after", "middle") and tokens.words[found.source[0]] in ("it", "they", "he", "she"):
            _note_if_unresolved(reading, found, tokens.words[found.source[0]])
        sources = tuple(read_source(tokens, memory, found.source, max(found.source_to, found.source[1])))
        sources = _with_antecedent(reading, found.source, low, sources)
    if not sources:
        read_leaf(reading, ((low, high),), holding, depth=depth)
        return
    covered = sum(piece[1] - piece[0] for pieces in found.contents for piece in pieces)
    for part in found.left:
        read_leaf(reading, (part,), holding, depth=depth)
    if found.left:
        pass
    elif (found.shape == "noun" or _is_relative(tokens, found)) and 2 * covered > high - low:
        pass
    elif found.shape == "noun" or _is_relative(tokens, found):
        read_leaf(reading, ((low, high),), holding, depth=depth, whole=bool(holding.chain))
    elif holding.chain and found.shape == "before" and _leaves_much(found, low, high):
        read_leaf(reading, ((low, high),), holding, depth=depth, whole=True)
    elif found.shape == "before":
        _read_left_over(reading, found, low, holding, depth)
    relays = _relay_voices(reading, found)
    for place, chain in sources:
        inner = _cited_voices(reading, found)
        extended = tuple(voice for voice in relays if voice.name not in {v.name for v in (*chain, *holding.chain)})
        whole_chain = _without_repeats(holding.chain, extended + chain + inner)
        source_spans = (tokens.span(*place),) if place[0] < place[1] else ()
        cue_spans = (tokens.span(*found.cue_range),)
        inside = holding.under(whole_chain, found.cue, source_spans, cue_spans, negated=found.negated)
        if not inside.chain:
            inside = replace(inside, cue=OWN)
        for pieces in found.contents:
            if len(pieces) == 1:
                read_stretch(reading, *pieces[0], inside, depth=depth + 1)
            else:
                read_leaf(reading, pieces, inside, depth=depth + 1)
    for part in found.tail:
        read_stretch(reading, *part, holding, subject=sources, depth=depth + 1)
    for part in found.rest:
        if has_verb(tokens, *part) or tokens.quote_of[part[0]] >= 0:
            read_stretch(reading, *part, holding, depth=depth + 1)


def _note_if_unresolved(reading: Reading, found: Attribution, pronoun: str) -> None:
    """Take what the content is about for a speaker that nothing before explains ("The firm is sound, it said")."""
    at = found.source[0] if found.source else 0
    if reading.memory.resolve_pronoun(pronoun, at) is None:
        note_subject(reading, *found.contents[0][0])


def _is_relative(tokens: Tokens, found: Attribution) -> bool:
    """Tell whether the attribution is a relative clause's: the clause around it says something of its own."""
    return (
        found.source is not None
        and tokens.words[found.source[0]] in ("who", "which")
        and found.source[1] - found.source[0] == 1
    )


def _without_repeats(outer: Chain, chain: Chain) -> Chain:
    """Return the part of the chain that the outer chain does not already end with ("told it" inside its own report)."""
    known = {voice.name for voice in outer if voice.kind in ("outlet", "document")}
    return tuple(voice for voice in chain if voice.name not in known)


def _leaves_much(found: Attribution, low: int, high: int) -> bool:
    """Tell whether the attribution covers only a part of the content it stands in."""
    start = found.source[0] if found.source else found.cue_range[0]
    end = max(pieces[-1][1] for pieces in found.contents)
    if found.tail or found.rest:
        end = high
    return (end - min(start, low if found.shape != "before" else start)) < WHOLE_CONTENT * (high - low)


def _read_left_over(reading: Reading, found: Attribution, low: int, holding: Holding, depth: int) -> None:
    """Read a clause that stands before the source of an attribution as said on its own."""
    start = found.source[0] if found.source else found.cue_range[0]
    words = reading.tokens.words
    end = start
    while end > low and words[end - 1] in ("and", "but", ",", "while", ";", "—"):
        end -= 1
    if (
        end < start
        and end - low >= 3
        and has_verb(reading.tokens, low, end)
        and words[low]
        not in (
            "in",
            "as",
            "after",
            "when",
            "if",
            "at",
            "on",
            "while",
            "before",
            "speaking",
            "according",
            "asked",
            "writing",
            "told",
        )
    ):
        read_leaf(reading, ((low, end),), holding, depth=depth)


def _with_antecedent(
    reading: Reading, source: Range, low: int, sources: tuple[Source, ...] | list[Source]
) -> tuple[Source, ...]:
    """Replace "who" or "which" as a source by the phrase before it."""
    tokens = reading.tokens
    if tokens.words[source[0]] not in ("who", "which", "that") or source[1] - source[0] > 1:
        return tuple(sources)
    end = source[0]
    while end > low and tokens.words[end - 1] in (",", "—"):
        end -= 1
    before = find_subject(tokens, low, end)
    if before is None:
        return ()
    return tuple((place, chain) for place, chain in read_source(tokens, reading.memory, before, before[1]))


def _relay_voices(reading: Reading, found: Attribution) -> Chain:
    """Return the outlets and documents that the audience, the occasion or an opening phrase names."""
    tokens, memory = reading.tokens, reading.memory
    voices: list = []
    for low, high in found.relays:
        if low >= high:
            continue
        voice = outlet_at(tokens, memory, low, high)
        if voice is None and tokens.words[low] in ("with", "to", "by", "for") and low + 1 < high:
            voice = outlet_at(tokens, memory, low + 1, high)
        if voice is None and tokens.words[low] in ("on", "in") and low + 1 < high:
            known = outlet_at(tokens, memory, low + 1, high)
            voice = (
                known if known is not None and any(n.kind == "outlet" for n in memory.names.within(low, high)) else None
            )
        if voice is not None and not is_publisher(voice, memory):
            voices.append(voice)
            continue
        outer, _ = read_modifiers(tokens, memory, low, high, is_document=False)
        voices.extend(outer)
        if (
            outer
            and tokens.words[low] in ("in", "from")
            and low + 1 < high
            and not _OCCASIONS & set(tokens.words[low:high])
        ):
            document = read_source(tokens, memory, (low + 1, find_object_with_asides(tokens, low + 1, high)), low + 1)
            voices.extend(v for _, chain in document[:1] for v in chain if v.kind == "document")
    return tuple(dict.fromkeys(voices))


def _cited_voices(reading: Reading, found: Attribution) -> Chain:
    """Return the voices that the source is said to cite, innermost of the chain."""
    voices: Chain = ()
    for low, high in found.cited:
        for _, chain in read_source(reading.tokens, reading.memory, (low, _core_end(reading.tokens, low, high)), high)[
            :1
        ]:
            voices += chain
    return voices


def _core_end(tokens: Tokens, low: int, high: int) -> int:

    return min(high, find_object(tokens, low, high))


def _read_citation(
    reading: Reading, low: int, high: int, holding: Holding, subject: tuple[Source, ...], depth: int
) -> None:
    """Read "..., citing X who found C": a statement only if the cited says something beyond the main clause."""
    tokens = reading.tokens
    words = tokens.words
    core = _core_end(tokens, low + 1, high)
    at = next((i for i in range(low + 2, high) if words[i] in ("that", "which", "who")), None)
    core = min(core, at) if at is not None else core
    if at is None:
        return
    inner = find_attribution(tokens, at, high)
    if inner is None or not inner.contents:
        return
    for _, chain in read_source(tokens, reading.memory, (low + 1, core), at)[:1]:
        outer = tuple(voice for _, voices in subject for voice in voices)
        inside = holding.under(
            outer + chain, inner.cue, (tokens.span(low + 1, core),), (tokens.span(*inner.cue_range),)
        )
        for pieces in inner.contents:
            read_leaf(reading, pieces, inside, depth=depth + 1)


def read_leaf(
    reading: Reading, pieces: tuple[Range, ...], holding: Holding, *, depth: int, whole: bool = False
) -> None:
    """Take down a content that no further attribution divides: in sentences if quoted, in clauses else."""
    tokens = reading.tokens
    if not holding.chain:
        for low, high in pieces:
            for clause in split_clauses(tokens, low, high):
                _take_own(reading, clause, depth)
        return
    for part in _parts(tokens, pieces, whole=whole):
        if tokens.cut(part[0][0], part[-1][1]).lower().strip("“”\".,'‘’") in _EMPTY:
            continue
        draft = draft_statement(tokens, part, holding)
        if draft is not None:
            reading.found.append(draft)
            reading.last_spoken = holding
            if draft.quote in ("direct", "mixed"):
                reading.last_quoted = holding


def _parts(tokens: Tokens, pieces: tuple[Range, ...], *, whole: bool) -> list[tuple[Range, ...]]:
    """Return the parts of an attributed content, each a statement: its clauses, or the sentences of a quotation."""
    if len(pieces) > 1 or whole:
        first, last = pieces[0], pieces[-1]
        if len(pieces) == 2 and tokens.quote_of[first[1] - 1] >= 0 and tokens.quote_of[last[0]] >= 0:
            sentences = _sentences_inside(tokens, *last)
            if len(sentences) > 1:
                return [(first, sentences[0]), *((sentence,) for sentence in sentences[1:])]
        return [pieces]
    low, high = pieces[0]
    if tokens.quote_of[low] >= 0 and tokens.quote_ends[tokens.quote_of[low]] >= high:
        return [(sentence,) for sentence in _sentences_inside(tokens, low, high)]
    return [(clause,) for clause in split_clauses(tokens, low, high, finely=False)]


def _sentences_inside(tokens: Tokens, low: int, high: int) -> list[Range]:
    """Return the sentences of a quotation, by their final marks before a capital."""
    words, forms = tokens.words, tokens.forms
    pieces: list[Range] = []
    start = low
    for i in range(low, high - 1):
        if words[i] in (".", "!", "?") and forms[i + 1][:1].isupper() and i - start >= 2:
            pieces.append((start, i + 1))
            start = i + 1
    pieces.append((start, high))
    return pieces


def _take_own(reading: Reading, clause: Range, depth: int) -> None:
    """Take down a clause of the report's own voice, or of nobody's if a hearsay adverb stands in it."""
    tokens = reading.tokens
    low, high = trim(tokens, *clause)
    if low >= high:
        return
    adverb = next((i for i in range(low, high) if tokens.words[i] in HEARSAY_ADVERBS and tokens.quote_of[i] < 0), None)
    holding = Holding()
    if adverb is not None and tokens.words[adverb] != "apparently":
        cue = Cue(tokens.words[adverb], "s", HEARSAY_ADVERBS[tokens.words[adverb]], "unstated")
        told = Holding((UNSPECIFIED,), cue, "certain", (), (tokens.span(adverb, adverb + 1),))
        relative = next(
            (i for i in range(adverb - 1, max(low, adverb - 4) - 1, -1) if tokens.words[i] in ("who", "which", "that")),
            None,
        )
        if relative is None:
            draft = draft_statement(tokens, ((low, high),), told)
            if draft is not None:
                reading.found.append(draft)
            return
        end = next((i for i in range(adverb, high) if tokens.words[i] in (",", ";")), high)
        draft = draft_statement(tokens, ((adverb + 1, end),), told)
        if draft is not None:
            reading.found.append(draft)
        if end < high and is_verb(tokens, min(end + 1, high - 1)):
            low = low if relative - low < 3 else low
    if not has_verb(tokens, low, high) and high - low < 4:
        return
    draft = draft_statement(tokens, ((low, high),), holding)
    if draft is not None:
        grounds = find_grounds(tokens, reading.memory, low, high)
        reading.found.append(replace(draft, grounds=grounds))


def note_subject(reading: Reading, low: int, high: int) -> None:
    """Remember what a sentence is about, so that a pronoun in the next may lead back to it."""
    tokens = reading.tokens
    verb = find_main_verb(tokens, low, high)
    if verb is None:
        return
    subject = find_subject(tokens, low, verb)
    if subject is None or tokens.words[subject[0]] in (
        "it",
        "he",
        "she",
        "they",
        "there",
        "this",
        "that",
        "who",
        "which",
        "we",
        "i",
        "you",
    ):
        return
    known = len(reading.memory.referents)
    sources = read_source(tokens, reading.memory, subject, verb)
    noted = reading.memory.referents[known:]
    del reading.memory.referents[known:]
    for referent, _ in zip(noted, sources, strict=False):
        reading.memory.note(
            Referent(referent.token, referent.chain, referent.head, referent.gender, referent.is_plural, spoke=False)
        )
