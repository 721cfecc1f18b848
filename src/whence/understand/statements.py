"""What does a sentence say, and on whose word, from the outermost attribution inwards?"""

from dataclasses import replace

from whence.understand.attribution import Attribution
from whence.understand.chains import Reading, Source, core_end, extend_chain, find_sources, is_relative, main_subject
from whence.understand.cues import HEARSAY_ADVERBS, Cue
from whence.understand.drafts import OWN, Holding, draft_statement
from whence.understand.grounds import find_grounds
from whence.understand.nominal import find_nominal
from whence.understand.own_voice import split_clauses, trim
from whence.understand.phrases import (
    Range,
    has_verb,
)
from whence.understand.shapes import find_attribution, names_voice
from whence.understand.sources import (
    UNSPECIFIED,
    read_source,
)
from whence.understand.titles import find_headline_voice, is_headline
from whence.understand.tokens import Tokens

# Attributions nest at most this deep in real sentences; a limit keeps broken text from running away.
MAX_DEPTH = 6
# A content of which the attribution inside covers so much (share of tokens) says nothing else.
WHOLE_CONTENT = 0.6

# Quoted words that say nothing.
_EMPTY = frozenset(["no comment", "no comments"])


def read_stretch(
    reading: Reading, low: int, high: int, holding: Holding, *, subject: tuple[Source, ...] = (), depth: int = 0
) -> None:
    """Read a stretch of tokens under what holds over it.

    `subject` is who speaks when a verb at its start names no one.
    """
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
    names_source = found is not None and found.source is not None and found.source[1] == citing
    if citing is not None and not names_source and has_verb(tokens, low, citing):
        main = main_subject(reading, low, citing)
        read_stretch(reading, low, citing, holding, depth=depth)
        _read_citation(reading, citing + 1, high, holding, main)
        return
    if subject and tokens.words[low] in ("citing", "quoting"):
        _read_citation(reading, low, high, holding, subject)
    elif found is None and subject and tokens.words[low].endswith("ing"):
        return
    elif found is None or (found.is_hearsay and holding.chain):
        read_leaf(reading, ((low, high),), holding)
    else:
        found = _with_citation_behind(tokens, found, high)
        _read_attribution(reading, found, (low, high), holding, subject=subject, depth=depth)


def _with_citation_behind(tokens: Tokens, found: Attribution, high: int) -> Attribution:
    """Return the attribution with whom its source cites behind the content: "he said it fell, citing a memo"."""
    if found.cited or found.source is None or found.shape != "before" or not found.contents:
        return found
    end = found.contents[-1][-1][1]
    at = next((i for i in (end, end + 1) if i + 1 < high and tokens.words[i] in ("citing", "quoting")), None)
    if at is None or tokens.quote_of[at] >= 0:
        return found
    stop = high
    while stop > at + 1 and not tokens.words[stop - 1][0].isalnum():
        stop -= 1
    # "citing rising costs" gives a reason, no source.
    return replace(found, cited=((at + 1, stop),)) if names_voice(tokens, at + 1, stop) else found


def _citing(tokens: Tokens, low: int, high: int) -> int | None:
    """Return the comma before "citing", if a clause of the report's own cites someone."""
    for i in range(low + 2, high - 2):
        if tokens.words[i - 1] == "," and tokens.quote_of[i] < 0 and tokens.words[i] in ("citing", "quoting"):
            return i - 1
    return None


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
    reading: Reading, found: Attribution, place: Range, holding: Holding, *, subject: tuple[Source, ...], depth: int
) -> None:
    """Read the contents of an attribution for each of its sources, then what it leaves over."""
    tokens = reading.tokens
    sources = find_sources(reading, found, place[0], subject)
    if not sources:
        read_leaf(reading, (place,), holding)
        return
    _read_around(reading, found, place, holding)
    for where, chain in sources:
        inside = _holding_inside(reading, found, (where, chain), holding)
        for pieces in found.contents:
            if len(pieces) == 1:
                read_stretch(reading, *pieces[0], inside, depth=depth + 1)
            else:
                read_leaf(reading, pieces, inside)
    for part in found.tail:
        read_stretch(reading, *part, holding, subject=sources, depth=depth + 1)
    for part in found.rest:
        if has_verb(tokens, *part) or tokens.quote_of[part[0]] >= 0:
            read_stretch(reading, *part, holding, depth=depth + 1)


def _holding_inside(reading: Reading, found: Attribution, source: Source, holding: Holding) -> Holding:
    """Return what holds inside the content that one source says."""
    tokens = reading.tokens
    (low, high), chain = source
    whole = extend_chain(reading, found, chain, holding.chain)
    spans = (tokens.span(low, high),) if low < high else ()
    inside = holding.under(whole, found.cue, spans, (tokens.span(*found.cue_range),), negated=found.negated)
    return inside if inside.chain else replace(inside, cue=OWN)


def _read_around(reading: Reading, found: Attribution, place: Range, holding: Holding) -> None:
    """Read what the stretch says beside the attribution's content: a main clause, or the clause around a relative."""
    low, high = place
    for part in found.left:
        read_leaf(reading, (part,), holding)
    if found.left:
        return
    if found.shape == "noun" or is_relative(reading.tokens, found):
        covered = sum(piece[1] - piece[0] for pieces in found.contents for piece in pieces)
        if 2 * covered <= high - low:
            read_leaf(reading, (place,), holding, whole=bool(holding.chain))
    elif holding.chain and found.shape == "before" and _leaves_much(found, low, high):
        read_leaf(reading, (place,), holding, whole=True)
    elif found.shape == "before":
        _read_left_over(reading, found, low, holding)


def _leaves_much(found: Attribution, low: int, high: int) -> bool:
    """Tell whether the attribution covers only a part of the content it stands in."""
    start = found.source[0] if found.source else found.cue_range[0]
    end = max(pieces[-1][1] for pieces in found.contents)
    if found.tail or found.rest:
        end = high
    return (end - min(start, low if found.shape != "before" else start)) < WHOLE_CONTENT * (high - low)


def _read_left_over(reading: Reading, found: Attribution, low: int, holding: Holding) -> None:
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
        read_leaf(reading, ((low, end),), holding)


def _read_citation(reading: Reading, low: int, high: int, holding: Holding, subject: tuple[Source, ...]) -> None:
    """Read "..., citing X who found C": a statement only if the cited says something beyond the main clause."""
    tokens = reading.tokens
    words = tokens.words
    core = core_end(tokens, low + 1, high)
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
            read_leaf(reading, pieces, inside)


def read_leaf(reading: Reading, pieces: tuple[Range, ...], holding: Holding, *, whole: bool = False) -> None:
    """Take down a content that no further attribution divides: in sentences if quoted, in clauses else."""
    tokens = reading.tokens
    if not holding.chain:
        for low, high in pieces:
            for clause in split_clauses(tokens, low, high):
                _take_own(reading, clause)
        return
    for part in _parts(tokens, pieces, whole=whole):
        if tokens.cut(part[0][0], part[-1][1]).lower().strip("“”\".,'‘’") in _EMPTY:
            continue
        draft = draft_statement(tokens, part, holding)
        if draft is not None:
            grounds = find_grounds(tokens, reading.memory, part[0][0], part[-1][1])
            reading.found.append(replace(draft, grounds=grounds))
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


def _take_own(reading: Reading, clause: Range) -> None:
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
            low = adverb + 1 if adverb == low else low
            draft = draft_statement(tokens, ((low, high),), told)
            if draft is not None:
                reading.found.append(draft)
            return
        end = next((i for i in range(adverb, high) if tokens.words[i] in (",", ";")), high)
        draft = draft_statement(tokens, ((adverb + 1, end),), told)
        if draft is not None:
            reading.found.append(draft)
    if not has_verb(tokens, low, high) and high - low < 4:
        return
    draft = draft_statement(tokens, ((low, high),), holding)
    if draft is not None:
        grounds = find_grounds(tokens, reading.memory, low, high)
        reading.found.append(replace(draft, grounds=grounds))
