"""Into which words and word pieces does an encoder cut a text?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]

# How many values `Pieces.looks` may take.
LOOKS = 30


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as an encoder reads it: words in code points of the text, each of one or more pieces.

    `ids` (pieces): the vocabulary's number of each piece. `first` (words + 1): index of the first piece of each word,
    closed by the number of pieces. `starts`, `ends` (words): code points of each word, end exclusive. `looks` (words):
    what the vocabulary, which knows no capitals and no white space, leaves out, as one number below `LOOKS`: the case
    (0 no letters, 1 lower, 2 capital first, 3 all capitals, 4 other), plus 5 times what stands before (0 nothing,
    1 white space, 2 a new line), plus 15 inside quotation marks.
    """

    ids: Numbers
    first: Numbers
    starts: Numbers
    ends: Numbers
    looks: Numbers

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class WordScores:
    """What a network says of each word of a stretch, in the order of the labels in `understand/tags.py`.

    `cues`, `inner` (words, 3): cues, and cues inside the content of another; `names` (words, 25); `factuality` (words):
    how surely the text presents what the word says as having happened, from -3 to 3. `refer_from`,
    `refer_to` (words, 64): their product says how well a reference leads back to what is spoken of. `vectors`
    (words, 384) and `role_words` (words, 128) are for `RoleScores`.
    """

    cues: Floats
    inner: Floats
    names: Floats
    factuality: Floats
    refer_from: Floats
    refer_to: Floats
    vectors: Floats
    role_words: Floats


@dataclass(frozen=True, slots=True)
class RoleScores:
    """What a network says relative to each of some cues.

    `low` (cues): the first word that a row of `roles` is about, `there` (cues, reach): which words of the row exist.
    `roles` (cues, reach, 5), `relays` (cues, reach, 3); `acts` (cues, 11), `certainties` (cues, 4), `polarities`
    (cues, 2).
    """

    low: Numbers
    there: NDArray[np.bool_]
    roles: Floats
    relays: Floats
    acts: Floats
    certainties: Floats
    polarities: Floats


@dataclass(frozen=True, slots=True)
class LabelSteps:
    """How well each label follows another: `cues`, `inner`, `relays` (3, 3), `roles` (5, 5), `names` (25, 25).

    `refer_far` (8): what a reference gains by its distance from what it leads back to, doubling from 8 words.
    """

    cues: Floats
    inner: Floats
    roles: Floats
    relays: Floats
    names: Floats
    refer_far: Floats
