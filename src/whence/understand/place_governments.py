"""When does the name of a country or a capital stand for its government, which says and decides, and is no place?"""

from collections.abc import Collection

from whence.model.spans import Span
from whence.understand.cues import VERBS
from whence.understand.place_words import ADDRESSES, DECIDES, GOVERNMENT_OWNS, PLACE_BEFORE, TIES
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import ADVERBS, AUXILIARIES

# Verbs of saying that say as much of a place as of a government.
_OF_PLACES = frozenset(
    "show showed shows see seen saw find found read reads hold holds held provide record recorded".split()
)
_AFTER_TIES = frozenset("with between and to from on against toward towards for of".split())


def is_government(tokens: Tokens, low: int, high: int, voices: Collection[Span] = ()) -> bool:
    """Tell whether the name at tokens `low` to `high`, a country's or a capital's, stands for who governs there.

    `voices` are the spans of governments that were found to speak.
    """
    if tokens.span(low, high) in voices:
        return True
    words = tokens.words
    before = words[low - 1] if low else ""
    after = words[high] if high < len(words) else ""
    if after in ("'s", "'"):
        return high + 1 < len(words) and any(word in GOVERNMENT_OWNS for word in words[high + 1 : high + 3])
    if _follows_ties(words, low) or before in ADDRESSES:
        return True
    return not _depends(words, low) and _acts(tokens, high)


def _depends(words: list[str], low: int) -> bool:
    """Tell whether a preposition stands before the name, or before others that it is listed with: "in X and the Y"."""
    for i in range(low - 1, max(low - 8, -1), -1):
        if words[i] in PLACE_BEFORE or words[i] in ("of", "for", "on", "by", "with"):
            return True
        is_next = i == low - 1 and words[i] == "the"
        is_list = any(word in ("and", "or", ",") for word in words[i : min(i + 3, low)])
        if not is_next and not is_list:
            return False
    return False


def _acts(tokens: Tokens, high: int) -> bool:
    """Tell whether the next verb is one of saying or deciding, with the name as its subject."""
    words = tokens.words
    i = high
    while i < min(high + 4, len(words)) and (words[i] in AUXILIARIES or words[i] in ADVERBS or words[i] == "to"):
        i += 1
    if i >= len(words):
        return False
    is_passive = i > high and words[i - 1] in ("is", "was", "are", "were", "been", "be", "being")
    return not is_passive and (words[i] in DECIDES or (words[i] in VERBS and words[i] not in _OF_PLACES))


def _follows_ties(words: list[str], low: int) -> bool:
    """Tell whether the name is one of two that have ties or talks: "ties with X", "talks between Y and X"."""
    first = max(low - 6, 0)
    behind = [i for i in range(first, low) if words[i] in TIES]
    if not behind or "." in words[behind[-1] : low]:
        return False
    between = words[behind[-1] + 1 : low]
    return (
        bool(between)
        and between[0] in _AFTER_TIES
        and (len(between) == 1 or between[0] == "between" or len(between) == 2)
    )
