"""Which tagger needs no weights? One that knows a few words, for tests of what is done with its scores."""

import re
from collections.abc import Sequence

import numpy as np

from whence.model.pieces import LabelSteps, Pieces, RoleScores, WordScores
from whence.understand.tags import ACTS, CERTAINTIES, NAME_TAGS, POLARITIES, ROLE_TAGS

CUE, NAME, STOP, OTHER = range(4)
# Far more than any step between labels weighs.
SURE = 10.0


class WordTagger:
    """Takes "said" for a cue, the word before it for its source, the rest of the sentence for its content.

    "Falk" is a person. `texts` are those that were read, in order.
    """

    identity = "words/1"
    at_once = 4

    def __init__(self) -> None:
        self.texts: list[str] = []

    def pieces(self, text: str) -> Pieces:
        """Return the words of a text, a piece each; the number of a piece says which of ours it is."""
        self.texts.append(text)
        found = list(re.finditer(r"\w+|[^\w\s]", text))
        kinds = {"said": CUE, "Falk": NAME, ".": STOP}
        return Pieces(
            np.array([kinds.get(match[0], OTHER) for match in found], np.int64),
            np.arange(len(found) + 1),
            np.array([match.start() for match in found], np.int64),
            np.array([match.end() for match in found], np.int64),
            np.full(len(found), 5, np.int64),
        )

    def words(self, pieces: Pieces, low: int, high: int) -> WordScores:
        """Return scores in which `vectors` hold which of our words each one is."""
        kinds = pieces.ids[low:high]
        cues, names = (np.zeros((len(kinds), labels), np.float32) for labels in (3, len(NAME_TAGS)))
        cues[kinds == CUE, 1] = SURE
        names[kinds == NAME, NAME_TAGS.index("B-person")] = SURE
        nothing = np.zeros((len(kinds), 64), np.float32)
        vectors = kinds.astype(np.float32)[:, None]
        return WordScores(cues, np.zeros_like(cues), names, nothing[:, 0], nothing, nothing, vectors, vectors)

    def roles(self, words: WordScores, cues: Sequence[tuple[int, int]]) -> RoleScores:
        """Return for each cue the word before it as source, and what follows up to the full stop as content."""
        count = len(words.vectors)
        roles = np.zeros((len(cues), count, len(ROLE_TAGS)), np.float32)
        for number, (start, end) in enumerate(cues):
            stop = next((at for at in range(end, count) if words.vectors[at, 0] == STOP), count)
            roles[number, start - 1, ROLE_TAGS.index("B-source")] = SURE
            roles[number, end, ROLE_TAGS.index("B-content")] = SURE
            roles[number, end + 1 : stop, ROLE_TAGS.index("I-content")] = SURE
        return RoleScores(
            np.zeros(len(cues), np.int64),
            np.ones((len(cues), count), np.bool_),
            roles,
            np.zeros((len(cues), count, 3), np.float32),
            *(np.zeros((len(cues), len(values)), np.float32) for values in (ACTS, CERTAINTIES, POLARITIES)),
        )

    def steps(self) -> LabelSteps:
        """Return that any label may follow any other."""
        cues, inner, roles, relays, names = (
            np.zeros((size, size), np.float32) for size in (3, 3, len(ROLE_TAGS), 3, len(NAME_TAGS))
        )
        return LabelSteps(cues, inner, roles, relays, names, np.zeros(8, np.float32))
