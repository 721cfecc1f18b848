"""What kind of outlet do the words of a file mean?"""

import re

# The kinds that something downstream is judged by (whether an outlet speaks for itself, passes on others' news ...).
OUTLET_TYPES = (
    "newspaper",
    "wire",
    "broadcaster",
    "aggregator",
    "state_media",
    "blog",
    "trade_press",
    "ngo",
    "official",
    "social",
)
# Other words in common use, by the kind that they mean. A body that speaks for itself is `official`, whoever owns it.
# A website may be anybody's, and stays what it is called.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "official": tuple("company firm government ministry court police party university institution".split()),
    "wire": ("agency", "news_agency"),
    "newspaper": ("magazine",),
    "broadcaster": ("tv", "radio"),
    "ngo": ("charity",),
}
_MEANT = {kind: kind for kind in OUTLET_TYPES} | {word: kind for kind, words in SYNONYMS.items() for word in words}


def normalise_outlet_type(worded: str | None) -> str | None:
    """Return the kind of outlet that the words mean, or the words themselves where they mean none that is known.

    >>> normalise_outlet_type(" News Agency"), normalise_outlet_type("Trade-Press"), normalise_outlet_type("Website")
    ('wire', 'trade_press', 'Website')
    """
    if worded is None:
        return None
    return _MEANT.get(re.sub(r"[\s_-]+", "_", worded.strip().casefold()), worded)
