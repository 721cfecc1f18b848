"""Which part of a found source phrase names who speaks, and which only says how they came to speak?"""

from dataclasses import replace

from whence.model.spans import Span, Spans
from whence.understand.chains import Source
from whence.understand.parts import Part
from whence.understand.phrases import Range, find_object, is_verb
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import ACCESS, DETERMINERS, PREPOSITIONS

# No noun phrase ends in one of these.
_NO_END = PREPOSITIONS | DETERMINERS
# Words that end what a phrase says of an unnamed voice: marks, and how it came to speak.
_NO_NAME = frozenset(", ; ( ) – — speaking requesting asking whom on outside inside".split())
# What stands before whoever got hold of something, and how people come to be a source.
_AGENT = frozenset("by to with".split())
_SPEAKING = frozenset("spoke talked told asked requested declined insisted".split())
# Tokens of the longest name of an unnamed voice.
_LONGEST_NAME = 11
# Tokens of a noun phrase in front of a pronoun that says more of it.
_LONGEST_NOUN = 6


def core_of(tokens: Tokens, low: int, high: int) -> Range:
    """Return the noun phrase that a found source begins with; all of it where the rules would end it in mid-phrase."""
    while high - low > 1 and tokens.words[low] == '"':
        low += 1
    end = min(high, max(low + 1, find_object(tokens, low, high)))
    return (low, high) if end < high and tokens.words[end - 1] in _NO_END else (low, end)


def whole_subject(tokens: Tokens, source: Range, cue: Range) -> Range:
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


def before_access(tokens: Tokens, low: int, high: int) -> int:
    """Return where a source phrase goes over into who got hold of it or was told, or its end."""
    words = tokens.words
    for i in range(low + 1, high - 1):
        if words[i] in ACCESS and words[i + 1] in _AGENT and words[i - 1] not in _NO_END:
            return i
        if words[i] in ("who", "which") and words[i + 1] in _SPEAKING:
            return i
    return high


def without_access(tokens: Tokens, part: Part) -> Spans:
    """Return the source without how it came to speak: "three traders" of "three traders polled by the agency"."""
    low, high = part.sources[0]
    if len(part.sources) > 1:
        return part.found.sources
    end = before_access(tokens, low, high)
    return (Span(part.found.sources[0].start, tokens.ends[end - 1]),) if end < high else part.found.sources


def source_spans(tokens: Tokens, part: Part, place: Range, *, only: bool) -> Spans:
    """Return where a source is worded: as it was found where it is the only one, else its own part of the phrase."""
    low, high = place
    if part.found.sources and only:
        return without_access(tokens, part)
    whole = [span for span, found in zip(part.found.sources, part.sources, strict=False) if found[0] == low]
    if whole and len(part.sources) > 1:
        return tuple(whole)
    return (tokens.span(low, high),) if low < high else ()


def in_full(tokens: Tokens, part: Part, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources with an unnamed voice named by all that its phrase says of it: "farmers who banked here".

    Where it says to whom and how they spoke, that is no part of the name.
    """
    if len(part.sources) != 1 or len(sources) != 1:
        return sources
    (low, high), chain = sources[0]
    limit = before_access(tokens, low, part.sources[0][1])
    end = next((i for i in range(high, limit) if tokens.words[i] in _NO_NAME), limit)
    named = next((n for n, voice in enumerate(chain) if voice.span == tokens.span(low, high)), None)
    if named is None or chain[named].kind != "unnamed" or not high < end <= low + _LONGEST_NAME:
        return sources
    voice = replace(chain[named], name=f"{chain[named].name} {tokens.cut(high, end)}")
    return (((low, high), (*chain[:named], voice, *chain[named + 1 :])),)
