"""Which voices does a source phrase name, outermost first: who was told, which document, who speaks?"""

from dataclasses import replace

from whence.model.statement import Voice
from whence.text.nations import BY_DEMONYM
from whence.understand.outlets import is_publisher, outlet_at
from whence.understand.phrases import Range, find_object, is_participle_modifier
from whence.understand.reference import (
    FIRST_PERSON,
    Chain,
    Memory,
    Referent,
    kind_of_head,
    voice_of_name,
)
from whence.understand.source_names import head_word, naming_name, voice_of
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ACCESS,
    AUTHORSHIP,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GOVERNMENT_NOUNS,
    OPENINGS,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TITLE_GENDER,
)

UNSPECIFIED = Voice("unspecified", "unspecified", "unspecified", named=False)

_TALKS = frozenset("interview interviews conversation conversations remarks comments".split())
_CITED = frozenset("cited quoted interviewed named mentioned".split())
# Words that are never a voice alone, and words that no voice begins with.
_LONE_WORDS = frozenset("here there the a an let us now then thus so why how what where when you yes no".split())
_NO_HEAD = frozenset("about on in at from to by with of for during since".split())
_POSSESSIVES = frozenset("his her its their".split())
# Documents that are "of" whoever made them.
_OF_ITS_AUTHOR = frozenset("decision ruling judgment judgement verdict minutes findings resolution".split())
# What only its author does to a document.
_AUTHORED = frozenset("written signed drafted authored".split())
_OPPOSITE = ("opposite", "number")
_REFLEXIVE = frozenset("itself himself herself themselves".split())
_COUNTERPARTS = frozenset("counterpart counterparts equivalent equivalents".split())
_HOLDS = frozenset("seen read reviewed viewed studied examined inspected".split())


def read_source(tokens: Tokens, memory: Memory, core: Range, end: int) -> list[tuple[Range, Chain]]:
    """Return the sources of a phrase, one per conjunct, each with its range and its chain of voices.

    `core` is the phrase itself; what follows up to `end` says more about it ("obtained by the Courier").
    """
    parts = _split_conjuncts(tokens, memory, core)
    found: list[tuple[Range, Chain]] = []
    for number, part in enumerate(parts):
        limit = end if number == len(parts) - 1 else part[1]
        chain = _chain_of_part(tokens, memory, part, limit)
        if chain:
            found.append((_with_apposition(tokens, memory, part, limit), chain))
    return found


def _with_apposition(tokens: Tokens, memory: Memory, part: Range, end: int) -> Range:
    """Return the source phrase with the name right behind its comma: "the choir's director, Oona Black"."""
    low, high = part
    if high + 1 >= end or tokens.words[high] != ",":
        return part
    name = next((n for n in memory.names.within(high + 1, end) if n.low == high + 1 and n.kind == "person"), None)
    return (low, name.high) if name is not None else part


def _split_conjuncts(tokens: Tokens, memory: Memory, core: Range) -> list[Range]:
    """Split "police and the airline" into two sources; "Mexican and Colombian officials" stays one."""
    words = tokens.words
    low, high = core
    for i in range(low + 1, high - 1):
        if words[i] != "and" or any(name.low < i < name.high for name in memory.names.within(low, high)):
            continue
        left_named = tokens.forms[i - 1][0].isupper()
        right = words[i + 1]
        both_plain = high - low == 3 and {words[low], right} <= PERSON_NOUNS | GOVERNMENT_NOUNS | ORGANISATION_NOUNS
        if (
            right in DETERMINERS
            or both_plain
            or (left_named and tokens.forms[i + 1][0].isupper() and tokens.forms[i - 1] not in BY_DEMONYM)
        ):
            if any(words[k] in ("between", "both") for k in range(low, i)) and words[low] != "both":
                continue
            start = low + 1 if words[low] == "both" else low
            return [(start, i), *_split_conjuncts(tokens, memory, (i + 1, high))]
    return [core]


def _chain_of_part(tokens: Tokens, memory: Memory, part: Range, end: int) -> Chain:
    """Return the chain of one source phrase: the core's own voices with those its modifiers add."""
    low, high = part
    is_cut = (
        i for i in range(low + 1, high) if is_participle_modifier(tokens, i, high) and tokens.words[i] != "briefed"
    )
    cut = next(is_cut, high)
    if cut > low + (tokens.words[low] in OPENINGS):
        high = cut
    core = _core_voices(tokens, memory, low, high, end) if _can_be_voice(tokens, low, high) else ()
    if not core:
        return ()
    outer, inner = read_modifiers(tokens, memory, low, end, is_document=core[0].kind == "document" and len(core) == 1)
    taken = {voice.name for voice in core}
    outer = tuple(voice for voice in outer if voice.name not in taken)
    inner = tuple(voice for voice in inner if voice.name not in taken)
    chain = outer + core + inner
    _remember(tokens, memory, low, high, chain, core)
    return chain


def _can_be_voice(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a phrase can name anyone: a noun phrase or a pronoun, no adverb, number, or end of a clause."""
    words = tokens.words
    first = words[low]
    if high - low == 1:
        return first not in _LONE_WORDS and not first[0].isdigit()
    if first == "let" or (first in _NO_HEAD and tokens.forms[low].islower()):
        return False
    return not (first in ACCESS | {"addressed", "according"} and words[low + 1] in PREPOSITIONS | {"without"})


def _remember(tokens: Tokens, memory: Memory, low: int, high: int, chain: Chain, core: Chain) -> None:
    """Note a voice for later reference: "the report" and "it" lead back to the whole chain of a document."""
    head = head_word(tokens, low, high)
    last = core[-1]
    name = next((n for n in memory.names.within(low, high) if n.kind == "person"), None)
    kept = chain if core[0].kind == "document" or head in DOCUMENT_NOUNS else core
    is_plural = last.kind == "unnamed" and (head.endswith("s") or head in ("people", "police"))
    gender = name.gender if name else TITLE_GENDER.get(head, "")
    kept = tuple(replace(voice, span=None) for voice in kept)
    memory.note(Referent(low, kept, head, gender, is_plural, spoke=True))


def _core_voices(tokens: Tokens, memory: Memory, low: int, high: int, end: int) -> Chain:
    """Return the voice of the phrase itself, with the author of a document behind it."""
    words = tokens.words
    span = tokens.span(low, high)
    worded = tokens.cut(low, high)
    told = _told_apart(tokens, low, high, end)
    if told is not None:
        return _core_voices(tokens, memory, *told, told[1])
    if words[low] in SUBJECT_PRONOUNS and (high - low == 1 or words[low] in ("it", "he", "she", "they")):
        return _voices_of_pronoun(memory, words[low], low, worded, tokens)
    if words[low] in _POSSESSIVES and high - low == 1:
        return _voices_of_pronoun(memory, words[low], low, worded, tokens)
    name = naming_name(tokens, memory, low, high, end)
    if name is not None:
        voice = replace(voice_of(tokens, memory, name), as_worded=worded, span=span)
        return (voice,)
    return _voices_of_description(tokens, memory, low, high, end)


def _told_apart(tokens: Tokens, low: int, high: int, end: int) -> Range | None:
    """Return the phrase behind the comma that says who "one of them" or "a second witness" is, or None."""
    words = tokens.words
    if words[low] not in ("one", "another") and words[low + 1 : low + 2] not in (["second"], ["third"]):
        return None
    if high + 2 >= end or words[high] != "," or words[high + 1] not in ("a", "an", "the"):
        return None
    return high + 1, find_object(tokens, high + 1, end)


def _voices_of_pronoun(memory: Memory, word: str, token: int, worded: str, tokens: Tokens) -> Chain:
    span = tokens.span(token, token + 1)
    chain = memory.resolve_pronoun(word, token)
    if word in ("another", "others"):
        return (Voice(_another(memory, word), worded, "unnamed", named=False, span=span),)
    if word == "one":
        group = memory.group_before(token)
        return (Voice(f"one of {group}" if group else word, worded, "unnamed", named=False, span=span),)
    if chain is None:
        if word in ("we", "i"):
            outlet = memory.outlet
            return (Voice(outlet, worded, "outlet", named=True, span=span),) if outlet else ()
        return (Voice(worded.lower(), worded, "unnamed", named=False, span=span),)
    return (*(replace(voice, span=None) for voice in chain[:-1]), replace(chain[-1], as_worded=worded, span=span))


def _another(memory: Memory, word: str) -> str:
    """Return "another" with what the last unnamed voice was: "one of the jurors" makes "another of the jurors"."""
    last = next((r.chain[-1].name for r in reversed(memory.referents) if r.chain[-1].kind == "unnamed"), "")
    first, _, rest = last.partition(" ")
    return f"{word} {rest if first in ('one', 'another', 'two', 'three', 'some', 'first') else last}".strip()


def _voices_of_description(tokens: Tokens, memory: Memory, low: int, high: int, end: int) -> Chain:  # noqa: C901 - one case a line
    """Return the voices of a phrase without a name of its own: a document with its author, an institution, a person."""
    words = tokens.words
    start = low
    while start < high - 1 and words[start] in OPENINGS and not _is_possessive(memory, words[start]):
        start += 1
    # "the site itself" is the site.
    high = high - 1 if high - start > 1 and words[high - 1] in _REFLEXIVE else high
    head = head_word(tokens, start, high)
    worded = tokens.cut(low, high)
    span = tokens.span(low, high)
    head_at = next((i for i in range(high - 1, start - 1, -1) if words[i] == head), high - 1)
    modifiers = words[start:head_at]
    if words[low] in ("the", "this", "that", "these", "those") and head_at == high - 1:
        chain = memory.resolve_description(head, modifiers, low)
        if chain is not None and (kind_of_head(head) != "unnamed" or not modifiers):
            return (*(replace(v, span=None) for v in chain[:-1]), replace(chain[-1], as_worded=worded, span=span))
    if words[low] in ("this", "our") and memory.holder is None and head in OUTLET_NOUNS | {"agency"}:
        return (Voice(memory.outlet or worded, worded, "outlet", named=True, span=span),)
    kind = "government" if modifiers[-1:] == ["central"] and head == "bank" else kind_of_head(head)
    if (
        head in ("reports", "rumours", "rumors")
        and head_at <= start + 1
        and words[low] not in ("the", "these", "his", "its", "their")
    ):
        return (Voice("reports" if head == "reports" else "rumours", worded, "unnamed", named=False, span=span),)
    counterpart = name_of_counterpart(tokens, memory, low, high)
    if counterpart is not None:
        return (counterpart,)
    if kind == "document":
        return _voices_of_document(tokens, memory, (start, high), worded, end)
    stop = (
        high - 1 if high - start > 1 and words[high - 1] in ("outside", "inside", "nearby", "below", "above") else high
    )
    name = _resolved_possessive(tokens, memory, start, stop)
    is_resolved = not tokens.cut(start, stop).endswith(name)
    if words[start] in ("one", "another") and start + 1 < high and words[start + 1] in ("of",):
        group = memory.group_before(low) if words[start + 2 : high] in (["them"], ["these"], ["those"]) else None
        name = f"{words[start]} of {group}" if group else tokens.cut(start, high)
    elif words[start] in ("one", "another") and high - start > 1:
        name = tokens.cut(start + 1, high)
    elif words[start] == "another" and memory.referents:
        name = f"another {memory.referents[-1].chain[-1].name}"
    if kind == "outlet" and head.endswith("s") and head != "news":
        kind = "unnamed"
    has_proper = any(tokens.forms[i][0].isupper() and i > start for i in range(start, high)) or (
        start < high and tokens.forms[start] in BY_DEMONYM
    )
    name = name if is_resolved else _lowered(tokens, memory, name, start)
    named = kind in ("government", "organisation", "outlet") and has_proper
    return (Voice(name, worded, kind, named=named, span=span),)  # type: ignore[arg-type]


def _lowered(tokens: Tokens, memory: Memory, name: str, at: int) -> str:
    """Return the name without the capital that only the head of a sentence gave it."""
    at_head = tokens.begins_sentence(at)
    # "Esquilla's navy": a capital before a possessive is a name's, unless the word is a common noun.
    if tokens.words[at + 1 : at + 2] == ["'s"] and kind_of_head(tokens.words[at]) == "unnamed" and at_head:
        return name if tokens.words[at] not in PERSON_NOUNS else name[:1].lower() + name[1:]
    if not at_head or not name or name.split(maxsplit=1)[0].endswith(("ian", "ean", "ese", "ish", "ari", "ine")):
        return name
    if any(
        known.low == at and (known.high > at + 1 or known.kind != "unknown")
        for known in memory.names.within(at, at + 6)
    ):
        return name
    return name[:1].lower() + name[1:]


def _is_possessive(memory: Memory, word: str) -> bool:
    """Tell whether a word says whose something is; "our" is the outlet's own where nobody is being quoted."""
    return word in _POSSESSIVES or (word in FIRST_PERSON and memory.holder is not None)


def _resolved_possessive(tokens: Tokens, memory: Memory, low: int, high: int) -> str:
    """Return the phrase with "his", "its" replaced by whose it is, where that is known."""
    word = tokens.words[low]
    if _is_possessive(memory, word) and high - low > 1:
        chain = memory.resolve_pronoun(word, low)
        rest = tokens.cut(low + 1 + (high - low > 2 and tokens.words[low + 1] == "own"), high)
        return f"{chain[-1].name}'s {rest}" if chain is not None else rest
    return tokens.cut(low, high)


def name_of_counterpart(tokens: Tokens, memory: Memory, low: int, high: int) -> Voice | None:
    """Return the voice of "their Veldian counterparts": the adjective with the head of whom they answer to."""
    words = tokens.words
    at = next((i for i in range(low, high) if words[i] in _COUNTERPARTS or (*words[i : i + 2],) == _OPPOSITE), None)
    if at is None:
        return None
    first = low + 1 if words[low] in OPENINGS else low
    owner = next((i for i in range(first + 1, at) if words[i] in ("'s", "'")), None)
    if owner is not None:
        # "the coastguard's Sovarian counterpart" is the Sovarian coastguard.
        own = tokens.cut(first, owner)
        head = " ".join(part for part in own.split() if not part[:1].isupper()) or own.split()[-1]
        kind = kind_of_head(words[owner - 1])
        worded, span = tokens.cut(low, high), tokens.span(low, high)
        return Voice(f"{tokens.cut(owner + 1, at)} {head}".strip(), worded, kind, named=False, span=span)  # type: ignore[arg-type]
    adjective = tokens.cut(low + 1 if words[low] in OPENINGS else low, at)
    if not adjective or not adjective[0].isupper():
        return None
    model = (
        memory.resolve_pronoun("they", low) or memory.resolve_pronoun("he", low) or memory.resolve_pronoun("it", low)
    )
    worded, span = tokens.cut(low, high), tokens.span(low, high)
    if model is None:
        return Voice(f"{adjective} {words[at]}", worded, "unnamed", named=False, span=span)
    parts = model[-1].name.split()
    kept = [part for part in parts if not part[:1].isupper()] or parts[-1:]
    head = " ".join(kept)
    if model[-1].kind == "person":
        head = words[at]
    return Voice(f"{adjective} {head}", worded, model[-1].kind, named=model[-1].named, span=span)


def _voices_of_document(tokens: Tokens, memory: Memory, place: Range, worded: str, end: int) -> Chain:
    """Return a document and behind it its author; a report by an outlet is the outlet's own voice."""
    words = tokens.words
    low, high = place
    by = {"by", "from", "of"} if words[low] in _OF_ITS_AUTHOR else {"by", "from"}
    cut = next((i for i in range(low + 1, high) if words[i] in by), high)
    author: Chain = ()
    if cut < high - 1:
        stop = find_object(tokens, cut + 1, high)
        # A name behind the comma is the author's: "a memo by the clerk, Anna Berg".
        author = _core_voices(tokens, memory, cut + 1, stop, end if stop == high else high)
        if words[cut] == "of" and (not author or author[-1].kind not in ("government", "organisation", "outlet")):
            # "minutes of the meeting" are by nobody.
            author, cut = (), high
    owner = next((i for i in range(low + 1, cut) if words[i] in ("'s", "'")), None)
    title_from = low
    if not author and owner is not None:
        author = _core_voices(tokens, memory, low, owner, owner)
        title_from = owner + 1
    elif not author and cut == high:
        outlets = [n for n in memory.names.within(low, high) if n.kind == "outlet" and n.low == low]
        if outlets:
            author = (voice_of_name(outlets[0], None),)
    if author and author[-1].kind == "outlet":
        return author
    title = tokens.cut(title_from, cut)
    if title_from < cut and words[title_from] in _POSSESSIVES and cut - title_from > 1:
        if not author:
            author = memory.resolve_pronoun(words[title_from], low) or ()
        title = tokens.cut(title_from + 1, cut)
    title = _lowered(tokens, memory, title, title_from) or worded
    return (Voice(title, worded, "document", named=False, span=tokens.span(low, high)), *author)


def read_modifiers(tokens: Tokens, memory: Memory, low: int, end: int, *, is_document: bool) -> tuple[Chain, Chain]:
    """Return the voices that the modifiers in a phrase add outside its own voice, and those they add inside."""
    words = tokens.words
    outer: list[Voice] = []
    inner: list[Voice] = []
    i = low
    while i < end:
        word = words[i]
        if (
            word in ("spoke", "speaking", "spoken", "talked", "talking")
            and i + 2 < end
            and words[i + 1] in ("to", "with")
        ) or (word in _TALKS and i + 2 < end and words[i + 1] in ("with", "to")):
            _add_outlet(tokens, memory, i + 2, end, outer)
        elif word == "whom" and i + 1 < end:
            _add_outlet(tokens, memory, i + 1, end, outer)
        elif word in ("which", "that") and i + 2 < end and _is_seen_by(words, i, end):
            _add_outlet(tokens, memory, i + (2 if words[i + 1] == "reached" else 1), end, outer)
        elif word in ("told", "telling") and i + 1 < end and i > low:
            _add_outlet(tokens, memory, i + 1, end, outer)
        elif word in _HOLDS and i > low and words[i - 1] in ("had", "has", "have") and i + 1 < end:
            held = find_object(tokens, i + 1, end)
            if held > i + 1 and words[i + 1] != "by":
                inner.extend(_core_voices(tokens, memory, i + 1, held, held))
        elif word in ACCESS and i > low and i + 1 < end:
            _read_access(tokens, memory, (i, end), outer, inner, is_document=is_document)
        i += 1
    return tuple(outer), tuple(inner)


def _is_seen_by(words: list[str], i: int, end: int) -> bool:
    """Tell whether a relative clause says who got hold of a thing: "which the Courier has seen", "which reached it"."""
    return words[i + 1] == "reached" or any(words[k] in _HOLDS | {"obtained"} for k in range(i + 2, min(end, i + 8)))


def _read_access(
    tokens: Tokens, memory: Memory, place: Range, outer: list[Voice], inner: list[Voice], *, is_document: bool
) -> None:
    """Read one participle of access: "obtained by X", "handed to X by Y", "cited in the report", "published by Y"."""
    words = tokens.words
    i, end = place
    at = i + 1
    while at < end and (words[at].endswith("ly") or words[at] in ("exclusively", "first", "yesterday")):
        at += 1
    if at + 1 >= end or words[at] not in ("by", "to", "with", "for", "in", "on"):
        return
    start = at + 1
    stop = find_object(tokens, start, end)
    is_authored = is_document and words[at] == "by" and words[i] in _AUTHORED
    if not is_authored and words[at] in ("by", "to", "with", "for") and _add_outlet(tokens, memory, start, end, outer):
        following = stop
        if following + 1 < end and words[following] == "by":
            giver_end = find_object(tokens, following + 1, end)
            outer.extend(_core_voices(tokens, memory, following + 1, giver_end, giver_end))
        else:
            split = next((k for k in range(start + 1, stop - 1) if words[k] == "by"), None)
            if split is not None:
                outer.extend(_core_voices(tokens, memory, split + 1, stop, stop))
        return
    if words[at] == "by" and is_document and words[i] in AUTHORSHIP and not inner:
        inner.extend(_core_voices(tokens, memory, start, stop, stop))
    elif words[at] in ("in", "by") and words[i] in _CITED and stop > start:
        cited = _core_voices(tokens, memory, start, stop, stop)
        outer.extend(cited)


def _add_outlet(tokens: Tokens, memory: Memory, start: int, end: int, outer: list[Voice]) -> bool:
    """Add the outlet that a phrase names, if it does; the publishing outlet itself is no voice."""
    voice = outlet_at(tokens, memory, start, end)
    if voice is None:
        return False
    if not is_publisher(voice, memory) and voice.name not in {known.name for known in outer}:
        outer.append(voice)
    return True
