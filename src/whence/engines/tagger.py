"""What does each word of a report do, and what belongs to a cue? The reader's network, run by onnxruntime.

One pass of a MiniLM encoder over overlapping windows, then a small network for each cue. The weights are int8 on disk
and the arithmetic is float32, so that a text gives one answer in every run and every batch (see `encoder.py`).
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from whence.engines.pieces import cut_pieces
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
ENCODER_FILE = "encoder.int8.onnx"

NAME = "reader"
# Goes up with anything here that changes a score; the weights have their own digest beside it.
VERSION = "1"
# Numbers of a piece's vector.
VECTOR = 384
# Words to either side of a cue in which its source and content are looked for.
REACH = 100
# Numbers of the vocabulary for the beginning and the end of a window.
BEGIN, END = 101, 102
DISTANCE_OF_CUE = 14
STEP_NAMES = ("cues", "inner", "roles", "relays", "names", "refer_far")
# What the network says of each word, in the order of `WordScores`.
WORD_OUTPUTS = ("cues", "inner", "names", "factuality", "refer_from", "refer_to", "vectors", "role_words")


class OnnxTagger:
    """Tags the words of a text and what belongs to each cue; loading takes about 0.2 s."""

    def __init__(
        self, *, weights: Path = WEIGHTS, vocabulary: Path = TOKENIZER, threads: int = 2, batch: int = 8
    ) -> None:
        words, digest = read_checked(weights, WORDS_FILE)
        roles, role_digest = read_checked(weights, ROLES_FILE)
        steps, _ = read_checked(weights, STEPS_FILE)
        tokenizer, _ = read_checked(vocabulary, TOKENIZER_FILE)
        encoder, encoder_digest = read_checked(vocabulary, ENCODER_FILE)
        self._identity = f"{NAME}/{VERSION}/{digest[:12]}/{role_digest[:12]}"
        self._batch = batch
        self._tokenizer: Tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._words = open_session(words, threads, WORDS_FILE)
        self._roles = open_session(roles, threads, ROLES_FILE)
        self._steps, place = _read_steps(steps, weights / STEPS_FILE)
        self._table, self._scale = _vocabulary(encoder, encoder_digest, place, vocabulary / ENCODER_FILE)

    @property
    def identity(self) -> str:
        """Name, version and the first 12 hex digits of both weights' SHA-256."""
        return self._identity

    def pieces(self, text: str) -> Pieces:
        """Return the words and pieces of a text."""
        return cut_pieces(self._tokenizer, text)

    def words(self, pieces: Pieces, low: int, high: int) -> WordScores:
        """Return the scores of the words `low` to `high`, in windows of like length."""
        return WordScores(*self._in_windows(pieces, low, high, WORD_OUTPUTS))

    def corpus_names(self, pieces: Pieces, low: int, high: int, corpus: str) -> Floats:
        """Return the scores of the words `low` to `high` by the head that learned a corpus's own labels for names.

        For measuring alone: corpora mark names differently from each other and from us (`gmb`, `re3d`, `uner`).
        """
        (scores,) = self._in_windows(pieces, low, high, (f"names_{corpus}",))
        return scores

    def embed(self, ids: Numbers) -> Floats:
        """Return the vocabulary's vectors of pieces, shape (*ids.shape, 384)."""
        vectors: Floats = self._table[ids] * self._scale[ids]
        return vectors

    def _in_windows(self, pieces: Pieces, low: int, high: int, outputs: Sequence[str]) -> list[Floats]:
        """Return some outputs for the words `low` to `high`, in windows of like length."""
        cut = cut_windows(pieces, low, high)
        batches = [cut[first : first + self._batch] for first in range(0, len(cut), self._batch)]
        parts = [self._run_words(pieces, batch, outputs) for batch in batches]
        return [np.concatenate(part) for part in zip(*parts, strict=True)]

    def _run_words(self, pieces: Pieces, cut: Sequence[Window], outputs: Sequence[str]) -> list[Floats]:
        """Return the outputs for the words that each window answers for, one after the other."""
        longest = max(_size(pieces, window) for window in cut) + 2
        ids, looks, mask = (np.zeros((len(cut), longest), np.int64) for _ in range(3))
        first: list[Numbers] = []
        for row, window in enumerate(cut):
            start, end = int(pieces.first[window.low]), int(pieces.first[window.low]) + _size(pieces, window)
            size = end - start + 2
            ids[row, :size] = np.concatenate(([BEGIN], pieces.ids[start:end], [END]))
            counts = np.diff(np.minimum(pieces.first[window.low : window.high + 1], end))
            looks[row, :size] = np.concatenate(
                ([LOOKS], np.repeat(pieces.looks[window.low : window.high], counts), [LOOKS])
            )
            mask[row, :size] = 1
            first.append(row * longest + pieces.first[window.own_low : window.own_high] - start + 1)
        given = {"embedded": self.embed(ids), "looks": looks, "attention_mask": mask, "first": np.concatenate(first)}
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


def _read_steps(data: bytes, path: Path) -> tuple[LabelSteps, dict[str, Any]]:
    """Return how labels follow each other, and where the vocabulary's vectors lie; raise WeightsDamaged without."""
    try:
        kept = json.loads(data)
        steps = LabelSteps(*(np.array(kept[name], np.float32) for name in STEP_NAMES))
        place: dict[str, Any] = kept["vocabulary"]
    except (ValueError, KeyError, TypeError) as error:
        raise WeightsDamaged(f"Found no {error} in {path}, expected the steps of labels.", hint=REINSTALL) from error
    return steps, place


def _vocabulary(encoder: bytes, digest: str, place: dict[str, Any], path: Path) -> tuple[Any, Floats]:
    """Return the vocabulary's vectors, int8 with one scale a piece, out of the sentence encoder's file.

    Training leaves them as they came, so both networks share them: that halves what the reader adds to an install.
    """
    if digest != place["sha256"]:
        raise WeightsDamaged(
            f"Found {path} with SHA-256 {digest[:12]}…, expected {place['sha256'][:12]}…, which it learned from.",
            hint=REINSTALL,
        )
    pieces = place["pieces"]
    table = np.frombuffer(encoder, np.int8, pieces * VECTOR, place["table"]).reshape(pieces, VECTOR).copy()
    scale = np.frombuffer(encoder, np.float32, pieces, place["scale"]).reshape(pieces, 1).copy()
    return table, scale


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
