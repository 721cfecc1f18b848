"""Where in a chain do the voices stand that were found on the way: who was told, which document, who passed it on?"""

from whence.understand.chains import Reading
from whence.understand.outlets import is_publisher
from whence.understand.parts import Part
from whence.understand.reference import Chain
from whence.understand.source_spans import core_of
from whence.understand.sources import read_source
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import DETERMINERS

# What stands before those from whom something was had, and before the author of a document.
_HAD_FROM = frozenset("from citing quoting of".split())
_AUTHOR = frozenset("by of from".split())
_PASSED_ON = frozenset(
    """passed leaked handed given shared shown obtained forwarded sent supplied provided published released seen read
    reviewed quoted verified posted circulated""".split()
)


def with_relays(reading: Reading, part: Part, chain: Chain, *, own: int) -> Chain:
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
        found = [voices for _, voices in read_source(tokens, reading.memory, core_of(tokens, low, high), high)[:1]]
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
