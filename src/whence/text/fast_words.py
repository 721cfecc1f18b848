"""Which words do many texts consist of, as numbers? Vectorised over all texts at once, for indexing; without offsets.

Words are runs of letters and digits in lower case. Their hashes are not those of `words.py`, which is slower, keeps
offsets and knows apostrophes.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]

_BASE = np.uint64(0x9E3779B97F4A7C15)
# Letters of a word that count; longer ones are told apart by these.
_MOST_LETTERS = 24
# A mark between texts that is no letter.
_BETWEEN = "\n"


def _powers() -> Hashes:
    # As a row: a product of single numbers would warn of its overflow, which is meant.
    return np.cumprod(np.append(np.uint64(1), np.full(_MOST_LETTERS - 1, _BASE)), dtype=np.uint64)


_POWERS = _powers()


def hash_texts(texts: Sequence[str]) -> tuple[Hashes, Numbers]:
    """Return the hash of each word of all texts, one text behind the other, and the number of the text of each word.

    >>> hashes, texts = hash_texts(["The dam broke.", "the DAM"])
    >>> texts.tolist(), bool((hashes[:2] == hashes[3:]).all())
    ([0, 0, 0, 1, 1], True)
    """
    if not texts:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    lowered = [text.lower() for text in texts]
    lengths = np.fromiter((len(text) + 1 for text in lowered), np.int64, len(lowered))
    codes = np.frombuffer(_BETWEEN.join([*lowered, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    is_letter = _LETTERS[np.minimum(codes, len(_LETTERS) - 1)]
    edges = np.diff(is_letter.view(np.int8), prepend=np.int8(0))
    starts = np.flatnonzero(edges == 1)
    if len(starts) == 0:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    places = np.flatnonzero(is_letter)
    word = np.cumsum(edges == 1)[places] - 1
    inside = places - starts[word]
    counted = inside < _MOST_LETTERS
    terms = (codes[places[counted]].astype(np.uint64) + np.uint64(1)) * _POWERS[inside[counted]]
    first = np.flatnonzero(inside[counted] == 0)
    hashes = np.add.reduceat(terms, first)
    text = np.searchsorted(np.cumsum(lengths), starts, side="right")
    mixed = (hashes ^ (hashes >> np.uint64(29))) * _BASE
    return mixed ^ (mixed >> np.uint64(32)), text


def _letters() -> NDArray[np.bool_]:
    found = np.array([chr(code).isalnum() for code in range(0x3000)], np.bool_)
    # Beyond lie the scripts that do not part words: each sign is taken as a letter.
    return np.append(found, True)


_LETTERS = _letters()
