"""To which earlier source or name does a found source phrase lead back, by the network's reckoning?"""

import re
from collections.abc import Sequence

import numpy as np

from whence.model.pieces import Floats, LabelSteps, WordScores

Words = tuple[int, int]

# A pronoun, or a phrase that says of something spoken of before what it is.
_REFERENCE = re.compile(
    r"(?:he|she|it|they|we|i|both|one|another|which|who)\Z"
    r"|(?:the|his|her|its|their|my|our|that|this|those|these|both|one|another)\s",
    re.IGNORECASE,
)
# Candidates that are looked at, the nearest: more cost time and are hardly ever meant.
_MOST = 24


def is_reference(worded: str) -> bool:
    """Tell whether a source phrase by its wording leads back to something spoken of before.

    >>> is_reference("She"), is_reference("the daily"), is_reference("Runa Holt")
    (True, True, False)
    """
    return bool(_REFERENCE.match(worded))


def lead_back(
    words: WordScores, steps: LabelSteps, reference: Words, candidates: Sequence[Words]
) -> tuple[Words, float] | None:
    """Return the likeliest of the candidates before a reference and its probability among them; None without any.

    Words count from the beginning of the stretch that `words` is about.
    """
    before = [candidate for candidate in candidates if candidate[1] <= reference[0]][-_MOST:]
    if not before:
        return None
    asked = words.refer_from[slice(*reference)].mean(0)
    given = np.stack([words.refer_to[slice(*candidate)].mean(0) for candidate in before])
    far = np.array([_bucket(reference[0] - end, len(steps.refer_far)) for _, end in before])
    scores: Floats = given @ asked / np.float32(given.shape[1] ** 0.5) + steps.refer_far[far]
    shares = np.exp(scores - scores.max())
    best = int(scores.argmax())
    return before[best], float(shares[best] / shares.sum())


def _bucket(distance: int, count: int) -> int:
    """Return the bucket of a distance in words, see `far_bucket` of the training."""
    return min(count - 1, max(0, distance // 8).bit_length())
