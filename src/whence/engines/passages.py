"""Which vector stands for a passage as it is read in its report? A MiniLM encoder tuned on stories, run by onnxruntime.

Unlike the sentence encoder it sees the whole report: "he unloaded it by mistake" has the vector of who unloaded what.
The weights are int8 on disk and the arithmetic is float32 (see `encoder.py`). A window is read alone and by one thread,
several windows at a time, so a text gives one answer whatever is read beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from whence.engines.encoder import TOKENIZER_FILE
from whence.engines.encoder import WEIGHTS as VOCABULARY
from whence.engines.pieces import cut_pieces
from whence.engines.vocabulary_vectors import VocabularyVectors
from whence.engines.weight_files import open_session, read_checked
from whence.model.pieces import Floats, Numbers, Pieces
from whence.model.spans import Spans
from whence.ports import Encoder, TextPassages, Vectors
from whence.text.windows import Window, cut_stretches, cut_windows

WEIGHTS = Path(__file__).parent / "weights" / "passages"
MODEL_FILE, PLACE_FILE = "passages.int8.onnx", "vocabulary.json"
NAME = "passages"
# Goes up with anything here that changes a vector; the weights have their own digest beside it.
VERSION = "1"
DIMENSIONS = 384
# Numbers of the vocabulary for the beginning and the end of a window, and the most pieces between them.
BEGIN, END, MOST_PIECES = 101, 102, 254

# Does something for each window, one after the other or several at a time.
Each = Callable[[Callable[[Window], Floats], Sequence[Window]], Iterable[Floats]]


class OnnxPassages:
    """Turns passages of a text into unit vectors of 384 numbers; threads may share it."""

    def __init__(self, *, weights: Path = WEIGHTS, vocabulary: Path = VOCABULARY, threads: int = 2) -> None:
        model, digest = read_checked(weights, MODEL_FILE)
        place, _ = read_checked(weights, PLACE_FILE)
        tokenizer, _ = read_checked(vocabulary, TOKENIZER_FILE)
        self._identity = f"{NAME}/{VERSION}/{digest[:12]}"
        self._pool = ThreadPoolExecutor(threads, NAME)
        self._tokenizer: Tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._session = open_session(model, 1, MODEL_FILE)
        self._vectors = VocabularyVectors(vocabulary, place, weights / PLACE_FILE)

    @property
    def identity(self) -> str:
        """Name, version and the first 12 hex digits of the weights' SHA-256."""
        return self._identity

    def encode(self, texts: Sequence[TextPassages]) -> list[Vectors]:
        """Return one unit vector a passage, shape (passages, 384), float32, for each text in turn.

        It is the mean of the passage's pieces as read in their windows; zeros for a passage without any.
        Several texts are read at a time, of a single one several windows.
        """
        if len(texts) == 1:
            ((text, passages),) = texts
            return [self._encode(text, passages, self._pool.map)]
        return list(self._pool.map(lambda given: self._encode(given[0], given[1], map), texts))

    def _encode(self, text: str, passages: Sequence[Spans], each: Each) -> Vectors:
        found = np.zeros((len(passages), DIMENSIONS), np.float32)
        pieces = cut_pieces(self._tokenizer, text)
        if not len(pieces) or not passages:
            return found
        read = np.concatenate([self._read(pieces, low, high, each) for low, high in cut_stretches(pieces)])
        for row, spans in enumerate(passages):
            within = pieces_within(pieces, spans)
            if len(within):
                found[row] = read[within].mean(axis=0)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        unit: Vectors = found / np.maximum(lengths, 1e-9)
        return unit

    def _read(self, pieces: Pieces, low: int, high: int, each: Each) -> Floats:
        """Return the vector of each piece of the words `low` to `high`."""
        windows = cut_windows(pieces, low, high)
        return np.concatenate(list(each(partial(self._read_window, pieces), windows)))

    def _read_window(self, pieces: Pieces, window: Window) -> Floats:
        """Return the vectors of the pieces that a window answers for; a word too long for any window has none left."""
        start, ids = cut_window(pieces, window)
        given = {"embedded": self._vectors.embed(ids)[None], "attention_mask": np.ones((1, len(ids)), np.int64)}
        read: Floats = self._session.run(["tokens"], given)[0][0, 1:-1]
        first, last = (int(pieces.first[at]) - start for at in (window.own_low, window.own_high))
        own = read[first:last]
        return np.concatenate((own, np.zeros((last - first - len(own), DIMENSIONS), np.float32)))


class PlainPassages:
    """Stands in where there are no such weights: a passage has the vector of its own words alone."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @property
    def identity(self) -> str:
        """The identity of the encoder that computes."""
        return f"plain/{self._encoder.identity}"

    def encode(self, texts: Sequence[TextPassages]) -> list[Vectors]:
        """Return one unit vector a passage."""
        return [
            self._encoder.encode([" ".join(span.cut(text) for span in spans) for spans in passages])
            for text, passages in texts
        ]


def cut_window(pieces: Pieces, window: Window) -> tuple[int, Numbers]:
    """Return the number of a window's first piece, and its pieces between the marks for beginning and end."""
    start = int(pieces.first[window.low])
    size = min(int(pieces.first[window.high]) - start, MOST_PIECES)
    return start, np.concatenate(([BEGIN], pieces.ids[start : start + size], [END]))


def pieces_within(pieces: Pieces, spans: Spans) -> Numbers:
    """Return the numbers of the pieces of all words that the spans touch."""
    held = np.zeros(len(pieces), np.bool_)
    for span in spans:
        held |= (pieces.starts < span.end) & (pieces.ends > span.start)
    return np.flatnonzero(np.repeat(held, np.diff(pieces.first)))
