"""What does a reader find in a text before it is made into statements? Attributions and names, by span."""

from dataclasses import dataclass

from whence.model.spans import Span, Spans
from whence.model.statement import Act, Certainty, EntityKind, Polarity


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One attribution as a reader sees it: spans in code points of the text, and what it says of the manner.

    `contents` are the fragments of one content, `relays` other voices on the way that stand outside the source.
    `is_inner`: the cue stands inside the content of another attribution. `act`, `certainty` and `polarity` are None
    where the reader leaves them to the tables of cues. `antecedent`: the name or the earlier source that the source, a
    pronoun or a description, leads back to, where the reader is sure enough.
    """

    cue: Span
    sources: Spans
    contents: Spans
    relays: Spans = ()
    act: Act | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    is_inner: bool = False
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class FoundName:
    """One name: where it stands and what sort of thing it names."""

    span: Span
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class TextFindings:
    """All that a reader finds in one text, in reading order.

    `rejected` counts what a reader proposed that does not stand in the text; `fallen_back` the passages for which the
    built-in reader had to stand in, and `reason` says in words why it had to for the first of them.
    """

    attributions: tuple[FoundAttribution, ...]
    names: tuple[FoundName, ...]
    rejected: int = 0
    fallen_back: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution as a language model words it: each part a passage of the text, or empty where there is none."""

    content: str
    source: str
    cue: str
    act: Act | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
