"""Which of many claims does a text repeat? By meaning and by the words that it shares with their wordings.

Words are weighed as BM25 does (Robertson and Zaragoza 2009), as a share of what the text could reach, so that they and
the cosine of the sentence vectors stand on one scale and count as they do between two statements of a story.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from whence.link.pair_features import MEANING
from whence.ports import Encoder
from whence.text.words import content_words

Floats = NDArray[np.float32]

# How soon a word said again stops counting, and how much length is held against a wording: the usual values of BM25.
_AGAIN, _LENGTH = 1.2, 0.75


class ClaimMatcher:
    """Ranks claims by how well a text fits them; each claim has one wording or more (its text, a title)."""

    def __init__(self, claims: Sequence[Sequence[str]], encoder: Encoder) -> None:
        self._encoder = encoder
        self._owner = np.repeat(np.arange(len(claims)), [len(wordings) for wordings in claims])
        self._vectors = encoder.encode([wording for wordings in claims for wording in wordings])
        self._size = len(claims)
        counts = [Counter(word for wording in wordings for word in content_words(wording)) for wordings in claims]
        lengths = np.array([count.total() for count in counts], np.float32)
        mean = max(1.0, float(lengths.mean())) if len(lengths) else 1.0
        held: dict[str, list[tuple[int, int]]] = {}
        for claim, count in enumerate(counts):
            for word, times in count.items():
                held.setdefault(word, []).append((claim, times))
        self._held: dict[str, tuple[NDArray[np.int64], Floats]] = {}
        self._rarity: dict[str, float] = {}
        for word, rows in held.items():
            places, times = np.array(rows).T
            damping = _AGAIN * (1 - _LENGTH + _LENGTH * lengths[places] / mean)
            self._held[word] = places, (times * (_AGAIN + 1) / (times + damping) / (_AGAIN + 1)).astype(np.float32)
            self._rarity[word] = float(np.log(1 + (self._size - len(rows) + 0.5) / (len(rows) + 0.5)))

    def rank(self, text: str, *, most: int) -> list[tuple[int, float]]:
        """Return the numbers of the `most` claims that fit best, with how well, 0 to 1, best first."""
        if not self._size:
            return []
        cosines = self._vectors @ self._encoder.encode([text])[0]
        meaning = np.full(self._size, -1.0, np.float32)
        np.maximum.at(meaning, self._owner, cosines)
        fit = MEANING * np.maximum(meaning, 0) + (1 - MEANING) * self._share_words(text)
        best = np.argsort(-fit, kind="stable")[:most]
        return [(int(claim), float(fit[claim])) for claim in best]

    def _share_words(self, text: str) -> Floats:
        """Return which share of the weight of a text's words each claim holds."""
        words = sorted(set(content_words(text)))
        unknown = float(np.log(1 + (self._size + 0.5) / 0.5))
        total = sum(self._rarity.get(word, unknown) for word in words)
        found = np.zeros(self._size, np.float32)
        for word in words:
            if word in self._held:
                places, weight = self._held[word]
                found[places] += self._rarity[word] * weight
        return found / np.float32(max(total, 1e-6))
