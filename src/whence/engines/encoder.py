"""Which vector stands for a sentence? The MiniLM encoder, run by onnxruntime from the weights in the package.

The answer for a text is the same in every batch and every run. For that the weights are int8 on disk but the arithmetic
is float32: integer activations share one scale over the whole batch, which moved a vector's numbers by up to 0.044 with
the company it was in. What is left comes from the order of float32 additions: 0.0000001 at most was measured
(training/README.md has the figures).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from whence.engines.weight_files import open_session, read_checked
from whence.ports import Vectors

WEIGHTS = Path(__file__).parent / "weights" / "minilm-l6-v2"
MODEL_FILE, TOKENIZER_FILE = "encoder.int8.onnx", "tokenizer.json"

NAME = "minilm-l6-v2"
# Goes up with anything here that changes a vector; the weights have their own digest beside it.
VERSION = "1"
DIMENSIONS = 384

# Pieces of a text that are read; the rest is cut off. Upstream's own setting (sentence_bert_config.json).
MOST_PIECES = 256
# Characters handed to the tokenizer: 256 pieces of prose are under 2,000; cutting up a megabyte to drop it is slow.
MOST_CHARACTERS = 16_384
# The longest text of a batch, in times its shortest: a larger batch saves less than the padding costs.
PADDED_AT_MOST = 1.25
# Texts tokenised at once, so that a long list holds few encodings in memory.
TOKENISED_AT_ONCE = 1024


class OnnxEncoder:
    """Turns texts into unit vectors of 384 numbers; loading takes about 0.15 s and 170 MB.

    Cosine says how alike two sentences read. It cannot tell a denial from a repetition (0.74 against 0.72).
    """

    def __init__(self, *, weights: Path = WEIGHTS, threads: int = 2, batch: int = 16) -> None:
        model, digest = read_checked(weights, MODEL_FILE)
        tokenizer, _ = read_checked(weights, TOKENIZER_FILE)
        self._identity = f"{NAME}/{VERSION}/{digest[:12]}"
        self._batch = batch
        self._tokenizer: Tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=MOST_PIECES)
        self._session = open_session(model, threads, MODEL_FILE)

    @property
    def identity(self) -> str:
        """Name, version and the first 12 hex digits of the weights' SHA-256."""
        return self._identity

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return DIMENSIONS

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, in the order given; equal texts are encoded once.

        Texts of like length share a batch, so that little is spent on padding.
        """
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        pieces = self._pieces(list(places))
        found = np.zeros((len(pieces), DIMENSIONS), np.float32)
        for batch in _batches([len(numbers) for numbers in pieces], self._batch):
            found[batch] = self._run([pieces[place] for place in batch])
        return found[[places[text] for text in texts]]

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the numbers of each text's word pieces; a lone surrogate, which no tokenizer takes, becomes "?"."""
        clean = [text[:MOST_CHARACTERS].encode("utf-8", "replace").decode() for text in texts]
        return [
            encoding.ids
            for first in range(0, len(clean), TOKENISED_AT_ONCE)
            for encoding in self._tokenizer.encode_batch(clean[first : first + TOKENISED_AT_ONCE])
        ]

    def _run(self, batch: list[list[int]]) -> Vectors:
        """Return the sentence vectors of one batch, padded to its longest text."""
        pieces = np.zeros((len(batch), max(map(len, batch))), np.int64)
        mask = np.zeros_like(pieces)
        for row, numbers in enumerate(batch):
            pieces[row, : len(numbers)] = numbers
            mask[row, : len(numbers)] = 1
        vectors: Vectors = self._session.run(["sentence"], {"input_ids": pieces, "attention_mask": mask})[0]
        return vectors


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Yield the places of texts that go together, shortest first, none padded by much.

    >>> list(_batches([40, 8, 9, 41, 200], 16))
    [[1, 2], [0, 3], [4]]
    """
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == most or lengths[place] > PADDED_AT_MOST * lengths[batch[0]]):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
