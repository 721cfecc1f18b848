"""Which labels does the learned reader give to words, and in what order do its heads list them?"""

from whence.model.statement import Act, Certainty, EntityKind, Polarity

# Of every word: outside, beginning of a cue, inside one.
CUE_TAGS = ("O", "B", "I")
# Of every word relative to one cue: its source and its content.
ROLE_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
# Of every word relative to one cue: other voices on the way, that stand outside its source.
RELAY_TAGS = ("O", "B", "I")
NAME_KINDS: tuple[EntityKind, ...] = (
    "person",
    "organisation",
    "armed_group",
    "government",
    "outlet",
    "place",
    "facility",
    "equipment",
    "document",
    "date",
    "quantity",
    "nationality",
)
NAME_TAGS = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"))
ACTS: tuple[Act, ...] = (
    "asserts",
    "believes",
    "suspects",
    "alleges",
    "denies",
    "predicts",
    "asks",
    "demands",
    "promises",
    "admits",
    "doubts",
)
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unstated")
POLARITIES: tuple[Polarity, ...] = ("positive", "negative")
