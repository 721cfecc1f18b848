"""What does the network learn from: texts cut into words, and for each word the labels that its corpus allows?"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from whence.model.pieces import Pieces
from whence.understand.tags import NAME_TAGS, ROLE_TAGS

Flags = NDArray[np.bool_]
Span = tuple[int, int]


@dataclass
class Role:
    """One cue with what is relative to it; labels of manner are -1 where nobody gave them."""

    low: int
    high: int
    allowed: Flags  # (words, role tags)
    relays: Flags | None = None  # (words, relay tags); None where the corpus says nothing of them
    act: int = -1
    certainty: int = -1
    polarity: int = -1
    weight: float = 1.0


@dataclass
class Reference:
    """A source phrase that leads back to something spoken of before: its words, and for each candidate its words."""

    words: Span
    candidates: list[Span]
    right: list[bool]


@dataclass
class Example:
    """One text with what its corpus says of it; None where the corpus says nothing."""

    corpus: str
    pieces: Pieces
    cues: Flags | None = None  # (words, cue tags)
    inner: Flags | None = None  # the same for cues inside the content of another
    roles: list[Role] = field(default_factory=list)
    names: Flags | None = None  # (words, name tags)
    corpus_names: tuple[str, NDArray[np.int64]] | None = None  # (words, rows of the corpus's head)
    factuality: list[tuple[int, float]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def words_of(pieces: Pieces, span: Span) -> Span:
    """Return the words that a span of code points touches, as a half-open range."""
    low = int(np.searchsorted(pieces.ends, span[0], side="right"))
    high = int(np.searchsorted(pieces.starts, span[1], side="left"))
    return low, max(low, high)


def only(tags: tuple[str, ...], words: int) -> Flags:
    """Return labels that allow nothing but "outside"."""
    allowed = np.zeros((words, len(tags)), np.bool_)
    allowed[:, 0] = True
    return allowed


def put(allowed: Flags, tags: tuple[str, ...], place: Span, kinds: tuple[str, ...]) -> None:
    """Label a range of words as one span of one of the kinds; "" stands for a tag set without kinds."""
    low, high = place
    if low >= high:
        return
    names = [f"-{kind}" if kind else "" for kind in kinds]
    allowed[low:high] = False
    allowed[low, [tags.index(f"B{name}") for name in names]] = True
    allowed[low + 1 : high, [tags.index(f"I{name}") for name in names]] = True


def open_kinds(allowed: Flags, kinds: tuple[str, ...]) -> None:
    """Allow the kinds of which a corpus says nothing wherever it says "outside"."""
    rows = allowed[:, 0]
    for kind in kinds:
        for edge in "BI":
            allowed[rows, NAME_TAGS.index(f"{edge}-{kind}")] = True


def role(pieces: Pieces, cue: Span, sources: list[Span], contents: list[Span]) -> Role | None:
    """Return the labels relative to one cue, spans in code points."""
    low, high = words_of(pieces, cue)
    if low >= high:
        return None
    allowed = only(ROLE_TAGS, len(pieces))
    for spans, kind in ((contents, "content"), (sources, "source")):
        for span in spans:
            put(allowed, ROLE_TAGS, words_of(pieces, span), (kind,))
    return Role(low, high, allowed)
