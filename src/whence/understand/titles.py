"""Whom does a headline quote: "X: C", "C: X", "C - X", "C, says X"?"""

from whence.understand.attribution import Attribution
from whence.understand.cues import VERBS, Cue
from whence.understand.phrases import is_verb
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    DOCUMENT_NOUNS,
    GOVERNMENT_NOUNS,
    ORGANISATION_NOUNS,
    OUTLET_NAMES,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    TITLES,
)

COLON = Cue(":", "s", "asserts", "certain")
# A voice in a headline is short; a longer side is the content.
MAX_VOICE = 6
MAX_HEADLINE = 26
_VOICE_WORDS = (
    PERSON_NOUNS | OUTLET_NOUNS | DOCUMENT_NOUNS | GOVERNMENT_NOUNS | ORGANISATION_NOUNS | OUTLET_NAMES | TITLES
) - frozenset("video watch photos pictures plan record live analysis review opinion profile letters explainer".split())
_NOT_VOICES = frozenset(
    """live update updates breaking exclusive watch video photos pictures analysis opinion explainer comment editorial
    profile obituary review correction clarification press-review background note warning what""".split()
)


def is_headline(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a line reads like a headline: short, with no final stop."""
    return 3 <= high - low <= MAX_HEADLINE and tokens.words[high - 1] not in (".", "!", ";", ":")


def find_headline_voice(tokens: Tokens, low: int, high: int) -> Attribution | None:
    """Return the attribution that a colon or a dash makes in a headline, if one side can be a voice."""
    words = tokens.words
    marks = [
        i
        for i in range(low + 1, high - 1)
        if words[i] in (":", "—", "-") and tokens.quote_of[i] < 0 and _is_apart(tokens, i)
    ]
    if not marks:
        return None
    first, last = marks[0], marks[-1]
    if words[first] == ":" and _is_voice(tokens, low, first) and high - first - 1 >= 2:
        end = _without_audience(tokens, low, first)
        return Attribution(COLON, (first, first + 1), (low, end), first, (((first + 1, high),),), "title")
    if _is_voice(tokens, last + 1, high) and last - low >= 2:
        return Attribution(COLON, (last, last + 1), (last + 1, high), high, (((low, last),),), "title")
    return None


def _is_apart(tokens: Tokens, i: int) -> bool:
    """Tell a dash between words from a hyphen inside one, and a colon from a clock time."""
    return tokens.words[i] == ":" or tokens.text[tokens.ends[i - 1] : tokens.starts[i]] != ""


def _without_audience(tokens: Tokens, low: int, high: int) -> int:
    """Return where the voice ends before "to staff"."""
    return next((i for i in range(low + 1, high) if tokens.words[i] in ("to", "on")), high)


def _is_voice(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a side of the mark can be a voice: short, no verb, a person, body, outlet or document."""
    if not 0 < high - low <= MAX_VOICE or any(is_verb(tokens, i) for i in range(low, high)):
        return False
    words = tokens.words[low:high]
    if words[0] in _NOT_VOICES or any(tokens.quote_of[i] >= 0 for i in range(low, high)):
        return False
    if any(word in _VOICE_WORDS for word in words):
        return True
    if any(word in VERBS and not word.endswith("s") for word in words):
        return False
    return all(tokens.forms[i][0].isupper() for i in range(low, high)) and 1 <= high - low <= 3
