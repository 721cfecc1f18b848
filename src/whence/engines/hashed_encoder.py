"""Which vector stands for a sentence where there are no weights? Its words and letter groups, hashed to 384 numbers.

The plain adapter of the encoder's port, for tests and for machines without weights. It sees shared wording only: two
sentences that say one thing in other words are strangers to it.
"""

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from whence.ports import Vectors

NAME = "hashed-ngrams"
VERSION = "1"  # goes up with anything here that changes a vector
DIMENSIONS = 384

WORD = re.compile(r"\w+")
# Set by judgement, on no data: letter groups carry inflection and spelling, pairs of words carry order.
WORD_WEIGHT, PAIR_WEIGHT, LETTERS_WEIGHT = 1.0, 0.5, 0.25
SHORT_WORD, SHORT_WEIGHT = 3, 0.3  # words of up to three letters are mostly grammar; digits are never short words
LETTERS = 4

# Where a feature falls, signed (+ or -) and 1-based so that a sign is never lost, and how much it weighs.
Feature = tuple[int, float]


class HashedEncoder:
    """Turns texts into unit vectors of hashed words, pairs of words and letter groups; the same in every process."""

    @property
    def identity(self) -> str:
        """Name and version; there are no weights to take a digest of."""
        return f"{NAME}/{VERSION}/no-weights"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return DIMENSIONS

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text; a text without any word gets the first axis.

        >>> float(HashedEncoder().encode([""])[0, 0])
        1.0
        """
        known: dict[str, list[Feature]] = {}
        features = [list(_features(text, known)) for text in texts]
        rows = np.repeat(np.arange(len(texts)), [len(found) for found in features])
        places = np.array([place for found in features for place, _ in found], np.int64)
        weights = np.array([weight for found in features for _, weight in found], np.float64)
        cells = rows * DIMENSIONS + np.abs(places) - 1
        sums = np.bincount(cells, weights * np.sign(places), minlength=len(texts) * DIMENSIONS)
        vectors = sums.reshape(len(texts), DIMENSIONS)
        vectors[~vectors.any(axis=1), 0] = 1.0
        unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit


def _features(text: str, known: dict[str, list[Feature]]) -> Iterator[Feature]:
    """Yield the features of a text; `known` keeps those of words already seen in this call."""
    before = ""
    for match in WORD.finditer(text.casefold()):
        word = match.group()
        if word not in known:
            known[word] = list(_word_features(word))
        yield from known[word]
        yield _place(f"{before} {word}"), PAIR_WEIGHT * min(_importance(before), _importance(word))
        before = word


def _word_features(word: str) -> Iterator[Feature]:
    """Yield the features of one word: itself, and its groups of four letters, edges marked."""
    importance = _importance(word)
    yield _place(word), WORD_WEIGHT * importance
    marked = f"<{word}>"
    for start in range(len(marked) - LETTERS + 1):
        yield _place(f"#{marked[start : start + LETTERS]}"), LETTERS_WEIGHT * importance


def _importance(word: str) -> float:
    """Return how much a word counts beside others."""
    return SHORT_WEIGHT if len(word) <= SHORT_WORD and not word.isdigit() else 1.0


def _place(feature: str) -> int:
    """Return the signed, 1-based place of a feature. `hash` would differ from process to process."""
    number = crc32(feature.encode("utf-8", "surrogatepass"))
    place = (number >> 1) % DIMENSIONS + 1
    return place if number & 1 else -place
