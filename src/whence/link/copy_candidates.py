"""Which of very many reports may share a passage? An index of sampled word trigrams with a cap on how many hold each.

Only trigrams whose hash is divisible by a number are kept (Broder's fingerprints modulo p; Manber 1994), the same in
every text, and the number grows with the corpus, so memory is bounded. What is found is looked at word by word
afterwards; a passage of a dozen words has such trigrams in common nearly always, a shorter one mostly.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from whence.link.options import LinkOptions
from whence.text.fast_words import Hashes, hash_texts
from whence.text.words import hash_trigrams

Numbers = NDArray[np.int64]

# Texts that are hashed at once, about 50 MB of letters.
_AT_ONCE = 4000
# Trigrams that are kept at most: 16 bytes each, and twice that while they are sorted.
MOST_KEPT = 24_000_000
# Trigrams that two texts must share to be a pair.
_LEAST_SHARED = 2


class CopyIndex:
    """Takes texts one after the other, and tells which pairs may share a passage; texts are numbered as they come."""

    def __init__(self, options: LinkOptions, *, most_kept: int = MOST_KEPT) -> None:
        self._options = options
        self._most_kept = most_kept
        self._modulus = np.uint64(1)
        self._hashes: list[Hashes] = []
        self._texts: list[NDArray[np.int32]] = []
        self._kept = 0
        self.size = 0

    def add(self, texts: Iterable[str]) -> None:
        """Take more texts."""
        waiting = iter(texts)
        while batch := list(islice(waiting, _AT_ONCE)):
            hashes, text = _sample(batch, self._modulus)
            self._hashes.append(hashes)
            self._texts.append((text + self.size).astype(np.int32))
            self._kept += len(hashes)
            self.size += len(batch)
            while self._kept > self._most_kept:
                self._thin()

    def pairs(self) -> Numbers:
        """Return the pairs of texts that share trigrams enough, (pairs, 2), each once, the smaller number first."""
        hashes = np.concatenate(self._hashes or [np.zeros(0, np.uint64)])
        texts = np.concatenate(self._texts or [np.zeros(0, np.int32)])
        order = np.lexsort((texts, hashes))
        hashes, texts = hashes[order], texts[order]
        starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else np.zeros(0, np.int64)
        sizes = np.diff(np.append(starts, len(hashes)))
        size_here = np.repeat(sizes, sizes)
        left = np.repeat(starts + sizes, sizes) - np.arange(len(hashes))
        few = size_here <= self._options.trigram_reports
        found: list[Numbers] = []
        for lag in range(1, self._options.trigram_reports):
            at = np.flatnonzero((left > lag) & (few | (lag <= self._options.trigram_neighbours)))
            if len(at) == 0:
                break
            one, other = texts[at].astype(np.int64), texts[at + lag].astype(np.int64)
            found.append(one * self.size + other)
        keys, counts = np.unique(np.concatenate(found or [np.zeros(0, np.int64)]), return_counts=True)
        keys = keys[counts >= (_LEAST_SHARED if self._modulus < 8 else 1)]
        return np.stack((keys // max(1, self.size), keys % max(1, self.size)), axis=1)

    def _thin(self) -> None:
        """Keep half as many trigrams."""
        self._modulus *= np.uint64(2)
        for place, hashes in enumerate(self._hashes):
            kept = hashes % self._modulus == 0
            self._hashes[place], self._texts[place] = hashes[kept], self._texts[place][kept]
        self._kept = sum(len(hashes) for hashes in self._hashes)


def _sample(texts: Sequence[str], modulus: np.uint64) -> tuple[Hashes, Numbers]:
    """Return the sampled trigrams of texts with the number of each one's text, each once a text."""
    words, text = hash_texts(texts)
    if len(words) < 3:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    trigrams = hash_trigrams(words)
    trigrams ^= trigrams >> np.uint64(31)
    keep = (text[:-2] == text[2:]) & (trigrams % modulus == 0)
    return trigrams[keep], text[:-2][keep]


def join_candidates(pairs: Numbers, size: int) -> Numbers:
    """Return for each text the smallest number among those that it hangs together with by pairs, directly or not."""
    label = np.arange(size)
    while len(pairs):
        low = np.minimum(label[pairs[:, 0]], label[pairs[:, 1]])
        before = label.copy()
        np.minimum.at(label, pairs[:, 0], low)
        np.minimum.at(label, pairs[:, 1], low)
        label = label[label]
        if (label == before).all():
            break
    return label
