"""How do the project's own written passages and sentences become examples? The locked half is never read here.

The passages leave out "that", outer quotation marks and final stops, as `../shared/gold` does; PolNeAR keeps the first
two. The network learns one way of marking, PolNeAR's, so the written contents are widened to it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from tokenizers import Tokenizer

from benchmarks.datasets.written import (
    LEARN,
    Span,
    WrittenAttribution,
    WrittenPassage,
    WrittenStatement,
    WrittenVoice,
    passages,
    sentences,
)
from training.reader.examples import Example, Reference, Role, only, put, role, words_of
from whence.engines.pieces import cut_pieces
from whence.model.pieces import Pieces
from whence.understand.references import is_reference
from whence.understand.tags import ACTS, CERTAINTIES, CUE_TAGS, NAME_TAGS, POLARITIES, RELAY_TAGS, ROLE_TAGS

_OPEN, _CLOSE = "\"“‘'", "\"”’'"


@dataclass
class _Gathered:
    """One cue with all that its statements say of it."""

    sources: set[Span] = field(default_factory=set)
    contents: set[Span] = field(default_factory=set)
    relays: set[Span] = field(default_factory=set)
    statement: WrittenStatement | None = None


def written_passages(tokenizer: Tokenizer, *, but: str = "") -> Iterator[Example]:
    """Yield the passages to learn from; `but` leaves out one writer's by the letter of the ids, to validate on."""
    for passage in passages(LEARN):
        if passage.id[1] != but:
            yield _example(tokenizer, passage)


def written_sentences(tokenizer: Tokenizer, *, but: str = "") -> Iterator[Example]:
    """Yield the sentences with their names; every word of them is labelled."""
    for sentence in sentences(LEARN):
        if sentence.id[1] == but:
            continue
        pieces = cut_pieces(tokenizer, sentence.text)
        allowed = only(NAME_TAGS, len(pieces))
        for span, kind in sentence.names:
            put(allowed, NAME_TAGS, words_of(pieces, span), (kind,))
        yield Example("written", pieces, names=allowed)


def without_nesting(example: Example) -> Example:
    """Return an example that says nothing of cues inside the content of others."""
    known = example.cues if example.cues is not None else np.zeros((0, len(CUE_TAGS)), np.bool_)
    roles = [role for role in example.roles if known[role.low, CUE_TAGS.index("B")]]
    return replace(example, inner=None, roles=roles)


def _example(tokenizer: Tokenizer, passage: WrittenPassage) -> Example:
    text = passage.text
    pieces = cut_pieces(tokenizer, text)
    top: dict[Span, _Gathered] = defaultdict(_Gathered)
    inner: dict[Span, _Gathered] = defaultdict(_Gathered)
    for statement in passage.statements:
        if statement.act == "own_voice":
            continue
        levels = [*statement.outer, statement.said]
        for depth, said in enumerate(levels):
            if said.cue is None:
                continue
            into = (inner if depth else top)[said.cue]
            _gather(into, said, text)
            if said is statement.said:
                into.statement = statement
                into.relays |= _relays(statement, levels)
    cues, insides = only(CUE_TAGS, len(pieces)), only(CUE_TAGS, len(pieces))
    roles: list[Role] = []
    for gathered, allowed in ((top, cues), (inner, insides)):
        for cue, what in gathered.items():
            found = _role(pieces, cue, what)
            if found is not None:
                put(allowed, CUE_TAGS, (found.low, found.high), ("",))
                roles.append(found)
    return Example("written", pieces, cues=cues, inner=insides, roles=roles, references=_references(pieces, passage))


def _references(pieces: Pieces, passage: WrittenPassage) -> list[Reference]:
    """Return the source phrases that lead back to a voice worded or named before them."""
    spans: dict[Span, set[str]] = defaultdict(set)
    voices = [voice for statement in passage.statements for voice in statement.voices]
    for voice in voices:
        if voice.worded is not None:
            spans[voice.worded].add(voice.name)
        for form in {voice.name, voice.name.split()[-1]} if voice.named else ():
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", passage.text):
                spans[match.span()].add(voice.name)
    found: dict[Span, Reference] = {}
    for voice in voices:
        if voice.worded is None or voice.worded in found or not _leads_back(voice, passage.text):
            continue
        before = [span for span in spans if span[1] <= voice.worded[0]]
        right = [voice.name in spans[span] for span in before]
        if any(right):
            words = [words_of(pieces, span) for span in before]
            found[voice.worded] = Reference(words_of(pieces, voice.worded), words, right)
    return list(found.values())


def _leads_back(voice: WrittenVoice, text: str) -> bool:
    """Tell whether a voice is worded by a pronoun or a description, not by its name."""
    worded = text[slice(*voice.worded)] if voice.worded else ""
    if voice.named:
        return voice.name.split()[-1] not in worded
    return is_reference(worded)


def _gather(into: _Gathered, said: WrittenAttribution, text: str) -> None:
    if said.source is not None:
        into.sources.add(said.source)
    into.contents.update(widened(said, text))


def _relays(statement: WrittenStatement, levels: list[WrittenAttribution]) -> set[Span]:
    """Return where the other voices of the chain stand that are the source of no attribution."""
    taken = [said.source for said in levels if said.source is not None]
    contents = statement.said.content
    return {
        voice.worded
        for voice in statement.voices
        if voice.worded is not None
        and not any(voice.worded[0] < end and start < voice.worded[1] for start, end in taken)
        and not (contents[0] <= voice.worded[0] and voice.worded[1] <= contents[1])
    }


def _role(pieces: Pieces, cue: Span, what: _Gathered) -> Role | None:
    found = role(pieces, cue, sorted(what.sources), sorted(what.contents))
    if found is None:
        return None
    # Attributions around another have voices of their own; only the innermost one's chain is written down whole.
    if what.statement is not None:
        found.relays = only(RELAY_TAGS, len(pieces))
        for span in what.relays:
            low, high = words_of(pieces, span)
            if found.allowed[low:high, 0].all():
                put(found.relays, RELAY_TAGS, (low, high), ("",))
    # The cue itself is none of its roles, even where a content runs around it.
    found.allowed[found.low : found.high] = only(ROLE_TAGS, 1)[0]
    if what.statement is not None:
        found.act = ACTS.index(what.statement.act)
        found.certainty = CERTAINTIES.index(what.statement.certainty)
        found.polarity = POLARITIES.index(what.statement.polarity)
    return found


def widened(said: WrittenAttribution, text: str) -> list[Span]:
    """Return a content in fragments around its own cue and source, with "that" and its quotation marks."""
    start, end = said.content
    inside = [span for span in (said.cue, said.source) if span is not None and start <= span[0] and span[1] <= end]
    if not inside:
        return [_widen(start, end, text)]
    low, high = min(span[0] for span in inside), max(span[1] for span in inside)
    left, right = text[start:low], text[high:end]
    closing = max((left.rfind(mark) for mark in '"”'), default=-1)
    was_quoted = (start > 0 and text[start - 1] in _OPEN) or left[:1] in _OPEN
    left_end = start + closing + 1 if was_quoted and closing > 0 else start + len(left.rstrip(" ,—–-"))
    opening = re.search(r"[\"“]", right)
    if was_quoted and opening:
        right_start = high + opening.start()
    else:
        comma = re.match(r"[^,]{0,60},\s", right)
        right_start = high + (comma.end() if comma else len(right) - len(right.lstrip(" ,—–-")))
    fragments = [(start, left_end), (right_start, end)]
    return [_widen(low, high, text) for low, high in fragments if low < high]


def _widen(start: int, end: int, text: str) -> Span:
    if start > 0 and text[start - 1] in _OPEN and text[start : start + 1].strip():
        close = re.match(r"[,.?!…]?[\"”’']", text[end : end + 2])
        has_open_inside = text[end - 1] in _CLOSE
        if close or has_open_inside:
            start -= 1
        if close:
            end += close.end()
    elif text[start] in _OPEN:
        close = re.match(r"[,.?!…]?[\"”’']", text[end : end + 2])
        if close:
            end += close.end()
    that = re.search(r"\bthat\s$", text[max(0, start - 6) : start])
    if that:
        start -= 5
    return start, end
