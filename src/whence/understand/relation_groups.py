"""Which auxiliaries, hedges and negations stand before a verb, and how surely do they put what it says?"""

from dataclasses import dataclass

from whence.model.statement import Certainty
from whence.understand.certainty import find_hedges, weakest
from whence.understand.cues import VERBS as CUE_VERBS
from whence.understand.relation_things import Scene
from whence.understand.relation_words import VERBS
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
)

BE = frozenset("is are was were be been being am 're isn't aren't wasn't weren't ain't".split())


_PLANS = frozenset(
    "will would shall should can must won't wouldn't can't cannot couldn't shouldn't mustn't 'll".split()
)


# What stands before "to" and leaves what follows a thing that is so, and how surely.
GOVERNORS: dict[str, Certainty] = {
    "believed": "probable",
    "thought": "probable",
    "understood": "probable",
    "assumed": "probable",
    "considered": "probable",
    "estimated": "probable",
    "suspected": "probable",
    "likely": "probable",
    "unlikely": "probable",
    "appear": "probable",
    "appears": "probable",
    "appeared": "probable",
    "seem": "probable",
    "seems": "probable",
    "seemed": "probable",
    "feared": "possible",
    "rumoured": "possible",
    "rumored": "possible",
    "said": "unstated",
    "reported": "unstated",
    "alleged": "unstated",
    "claimed": "unstated",
    "purported": "unstated",
    "claim": "unstated",
    "claims": "unstated",
    "purports": "unstated",
    "purport": "unstated",
    "reputed": "unstated",
    "known": "certain",
    "found": "certain",
    "shown": "certain",
    "proven": "certain",
    "confirmed": "certain",
    "continue": "certain",
    "continues": "certain",
    "continued": "certain",
    "began": "certain",
    "begun": "certain",
    "begins": "certain",
    "managed": "certain",
    "used": "certain",
    "admitted": "certain",
    "helped": "certain",
    "helping": "certain",
    "fighting": "certain",
    "battling": "certain",
}


SMALL = ADVERBS | frozenset("both largely mainly mostly now reportedly".split())


@dataclass(slots=True)
class Group:
    """A verb with the auxiliaries, adverbs and negations before it; `certainty` is how surely they put it."""

    start: int
    at: int
    end: int
    chain: tuple[str, ...]
    is_negated: bool
    certainty: Certainty
    has_be: bool


def read_group(tokens: Tokens, low: int, at: int, end: int) -> Group | None:
    """Return the verb group whose verb is token `at`; None where it speaks of a plan, a duty or a wish."""
    words = tokens.words
    start, certainty, is_negated = at, "certain", words[at] in NEGATIONS
    last_be = is_governed = False
    while start > low:
        word = words[start - 1]
        if word == "to":
            found = _governor(words, low, start - 1)
            if found is None:
                return None
            start, weight = found
            certainty = weakest(certainty, weight)  # type: ignore[arg-type] # a literal
            is_negated = is_negated or words[start] == "unlikely"
            is_governed = True
            continue
        if word in _PLANS:
            return None
        if word == "'s" and (start - 2 < low or words[start - 2] not in PERSONAL):
            break
        if word in NEGATIONS or word == "longer":
            is_negated = True
        elif not (word in AUXILIARIES or word in SMALL or word.endswith("ly")) or (
            word == "both" and (start - 1 == low or words[start - 2] == ",")
        ):
            break
        last_be = last_be or (word in BE and not is_governed)
        start -= 1
    hedged, _ = find_hedges(tokens, start, at + 1)
    certainty = weakest(certainty, hedged)  # type: ignore[arg-type] # a literal
    return Group(start, at, end, tuple(words[start:at]), is_negated, certainty, last_be)


def _governor(words: list[str], low: int, to: int) -> tuple[int, Certainty] | None:
    """Return where "is believed to" begins that stands before an infinitive, and how surely it puts it."""
    at = to - 1
    while at > low and (words[at].endswith("ly") or words[at] in ADVERBS) and words[at] not in GOVERNORS:
        at -= 1
    if at < low or words[at] not in GOVERNORS:
        return None
    return at, GOVERNORS[words[at]]


def is_finite(word: str) -> bool:
    """Tell whether a word begins a verb group, as far as lists can tell."""
    return word in FINITE or word in VERBS or word in CUE_VERBS


def is_participle(word: str) -> bool:
    """Tell whether a word may be a participle that says more of the thing before it."""
    return word.endswith(("ed", "ing")) or any(verb.form in ("ed", "ing") for verb in VERBS.get(word, ()))


def read_any_group(scene: Scene, at: int) -> Group | None:
    """Return the verb group of any verb for its subject's sake, whatever it says."""
    words = scene.tokens.words
    if at > scene.low and (words[at - 1] in DETERMINERS or words[at - 1] in PREPOSITIONS):
        return None
    start = at
    while start > scene.low and (
        words[start - 1] in AUXILIARIES
        or words[start - 1] in SMALL
        or words[start - 1] in NEGATIONS
        or words[start - 1].endswith("ly")
    ):
        if words[start - 1] == "'s":
            break
        start -= 1
    return Group(start, at, at + 1, (), False, "certain", False)
