"""Which kinds of outlet may be meant where a report credits one without its name: "a local newspaper", "state TV"?"""

import re

from whence.model.statement import Voice
from whence.weigh.words import find_proper_words

# Words for outlets, and the kinds (`Report.outlet_type`) that are called so; none for words that fit any kind.
_STATE = frozenset({"state_media"})
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"state(?:-run|-owned)?\s+(?:media|television|tv|radio|broadcaster|agency|news agency)", _STATE),
    (r"(?:news\s?)?(?:agency|agencies|wires?|newswires?|tickers?)", _STATE | {"wire"}),
    (r"television|tv|radio|broadcasters?|broadcasts?|channels?|stations?", _STATE | {"broadcaster"}),
    (r"newspapers?|papers?|daily|dailies|tabloids?|broadsheets?|weekly|weeklies", _STATE | {"newspaper"}),
    (r"blogs?|bloggers?", frozenset({"blog", "social"})),
    (r"social (?:media|networks?)|posts?|users?|forums?", frozenset({"social", "blog"})),
    (r"trade (?:press|journals?|publications?|titles?)|(?:trade )?journals?", frozenset({"trade_press"})),
    (r"aggregators?|digests?", frozenset({"aggregator"})),
    (r"media|press|publications?|outlets?|reports?|(?:web)?sites?|portals?|magazines?|editions?|titles?", frozenset()),
)
_WORDS = [(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), kinds) for words, kinds in _KINDS]
# Endings of adjectives of places: "Sestrian state television" has no name of its own.
_OF_A_PLACE = re.compile(r"(?:an|ese|ish|ic|i)(?:['’]s)?$")


def described_kinds(voice: Voice) -> frozenset[str]:
    """Return the kinds of outlet that a voice is described as; none where any kind may be meant."""
    worded = f"{voice.name} {voice.as_worded}"
    return next((kinds for pattern, kinds in _WORDS if pattern.search(worded)), frozenset())


def is_described(voice: Voice) -> bool:
    """Tell whether an outlet is described and not named: by a common word, and no name but that of a place.

    >>> is_described(Voice("Sestrian state television", "Sestrian state television", "outlet", named=True))
    True
    """
    has_word = any(pattern.search(word) for word in voice.name.split() if word.islower() for pattern, _ in _WORDS)
    return has_word and all(_OF_A_PLACE.search(word) for word in find_proper_words(voice.name))
