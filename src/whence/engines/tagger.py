"""What does each word of a report do, and what belongs to a cue? The reader's network, run by onnxruntime.

One pass of a MiniLM encoder over overlapping windows, then a small network for each cue. The weights are int8 on disk
and the arithmetic is float32 (see `encoder.py`). A window is read alone and by one thread, several windows at a time:
nothing is padded, so a text gives one answer whatever is read beside it, and no thread waits for another.
"""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from whence.engines.pieces import cut_pieces
from whence.engines.vocabulary_vectors import VocabularyVectors
from whence.engines.weight_files import REINSTALL, open_session, read_checked
from whence.errors import WeightsDamaged
from whence.model.pieces import LOOKS, Floats, LabelSteps, Numbers, Pieces, RoleScores, WordScores
from whence.text.windows import Window, cut_windows

WEIGHTS = Path(__file__).parent / "weights" / "reader"
# The vocabulary is the sentence encoder's own, with its vectors.
TOKENIZER = Path(__file__).parent / "weights" / "minilm-l6-v2"
WORDS_FILE, ROLES_FILE, STEPS_FILE, TOKENIZER_FILE = (
    "words.int8.onnx",
    "roles.int8.onnx",
    "steps.json",
    "tokenizer.json",
)

NAME = "reader"
# Goes up with anything here that changes a score; the weights have their own digest beside it.
VERSION = "1"
# Words to either side of a cue in which its source and content are looked for.
REACH = 100
# Numbers of the vocabulary for the beginning and the end of a window.
BEGIN, END = 101, 102
DISTANCE_OF_CUE = 14
STEP_NAMES = ("cues", "inner", "roles", "relays", "names", "refer_far")
# What the network says of each word, in the order of `WordScores`.
WORD_OUTPUTS = ("cues", "inner", "names", "factuality", "refer_from", "refer_to", "vectors", "role_words")


class OnnxTagger:
    """Tags the words of a text and what belongs to each cue; threads may share it. Loading takes about 0.2 s."""

    def __init__(self, *, weights: Path = WEIGHTS, vocabulary: Path = TOKENIZER, threads: int = 2) -> None:
        words, digest = read_checked(weights, WORDS_FILE)
        roles, role_digest = read_checked(weights, ROLES_FILE)
        steps, _ = read_checked(weights, STEPS_FILE)
        tokenizer, _ = read_checked(vocabulary, TOKENIZER_FILE)
        self._identity = f"{NAME}/{VERSION}/{digest[:12]}/{role_digest[:12]}"
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads, NAME)
        self._tokenizer: Tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._words = open_session(words, 1, WORDS_FILE)
        self._roles = open_session(roles, 1, ROLES_FILE)
        self._steps = _read_steps(steps, weights / STEPS_FILE)
        self._vectors = VocabularyVectors(vocabulary, steps, weights / STEPS_FILE)

    @property
    def identity(self) -> str:
        """Name, version and the first 12 hex digits of both weights' SHA-256."""
        return self._identity

    @property
    def at_once(self) -> int:
        """Texts that are worth reading at a time: as many as there are threads."""
        return self._threads

    def pieces(self, text: str) -> Pieces:
        """Return the words and pieces of a text."""
        return cut_pieces(self._tokenizer, text)

    def words(self, pieces: Pieces, low: int, high: int) -> WordScores:
        """Return the scores of the words `low` to `high`, in overlapping windows."""
        return WordScores(*self._in_windows(pieces, low, high, WORD_OUTPUTS))

    def corpus_names(self, pieces: Pieces, low: int, high: int, corpus: str) -> Floats:
        """Return the scores of the words `low` to `high` by the head that learned a corpus's own labels for names.

        For measuring alone: corpora mark names differently from each other and from us (`gmb`, `re3d`, `uner`).
        """
        (scores,) = self._in_windows(pieces, low, high, (f"names_{corpus}",))
        return scores

    def embed(self, ids: Numbers) -> Floats:
        """Return the vocabulary's vectors of pieces, shape (*ids.shape, 384)."""
        return self._vectors.embed(ids)

    def _in_windows(self, pieces: Pieces, low: int, high: int, outputs: Sequence[str]) -> list[Floats]:
        """Return some outputs for the words `low` to `high`."""
        parts = list(self._pool.map(partial(self._run_words, pieces, outputs), cut_windows(pieces, low, high)))
        return [np.concatenate(part) for part in zip(*parts, strict=True)]

    def _run_words(self, pieces: Pieces, outputs: Sequence[str], window: Window) -> list[Floats]:
        """Return the outputs for the words that a window answers for."""
        start, end = int(pieces.first[window.low]), int(pieces.first[window.low]) + _size(pieces, window)
        counts = np.diff(np.minimum(pieces.first[window.low : window.high + 1], end))
        looks = np.repeat(pieces.looks[window.low : window.high], counts)
        ids = np.concatenate(([BEGIN], pieces.ids[start:end], [END]))
        given = {
            "embedded": self.embed(ids)[None],
            "looks": np.concatenate(([LOOKS], looks, [LOOKS]))[None],
            "attention_mask": np.ones((1, len(ids)), np.int64),
            "first": pieces.first[window.own_low : window.own_high] - start + 1,
        }
        scores: list[Floats] = self._words.run(list(outputs), given)
        return scores

    def roles(self, words: WordScores, cues: Sequence[tuple[int, int]]) -> RoleScores:
        """Return the scores relative to each cue, over the words within `REACH` of it."""
        count = len(words.vectors)
        bounds = np.array(cues, np.int64).reshape(-1, 2)
        lows = np.maximum(0, bounds[:, 0] - REACH)
        highs = np.minimum(count, bounds[:, 1] + REACH)
        width = int((highs - lows).max())
        places = lows[:, None] + np.arange(width)
        there = places < highs[:, None]
        x = words.role_words[np.minimum(places, count - 1)]
        inside = (places >= bounds[:, :1]) & (places < bounds[:, 1:])
        share = (inside / inside.sum(1, keepdims=True)).astype(np.float32)
        mean = np.stack([words.vectors[low:high].mean(0) for low, high in bounds])
        distance = np.where(places < bounds[:, :1], places - bounds[:, :1], np.maximum(places - bounds[:, 1:] + 1, 0))
        given = {"x": x, "mean": mean, "inside": share, "distance": _buckets(distance), "mask": there.astype(np.int64)}
        outputs = self._roles.run(["roles", "relays", "acts", "certainties", "polarities"], given)
        return RoleScores(lows, there, *outputs)

    def steps(self) -> LabelSteps:
        """Return how well each label follows another."""
        return self._steps


def _read_steps(data: bytes, path: Path) -> LabelSteps:
    """Return how labels follow each other; raise WeightsDamaged where the file lacks some."""
    try:
        kept = json.loads(data)
        return LabelSteps(*(np.array(kept[name], np.float32) for name in STEP_NAMES))
    except (ValueError, KeyError, TypeError) as error:
        raise WeightsDamaged(f"Found no {error} in {path}, expected the steps of labels.", hint=REINSTALL) from error


def _size(pieces: Pieces, window: Window) -> int:
    """Return the pieces of a window; those of a single word that is longer than any window are cut."""
    return min(int(pieces.first[window.high] - pieces.first[window.low]), 254)


def _buckets(distance: Numbers) -> Numbers:
    """Return the bucket of each signed distance in words: the nearest 8 each, then doubling up to 256.

    >>> _buckets(np.array([0, -1, 8, 9, 300])).tolist()
    [14, 13, 22, 23, 27]
    """
    size = np.minimum(np.abs(distance), 256)
    far = 8 + np.ceil(np.log2(np.maximum(size, 8) / 8)).astype(np.int64)
    return DISTANCE_OF_CUE + np.sign(distance) * np.where(size <= 8, size, far)
