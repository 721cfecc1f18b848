"""Which texts and passages have a vector already? Encoders that ask the store before they compute."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from whence.model.ids import text_sha256
from whence.model.spans import Spans
from whence.ports import Case, Encoder, PassageEncoder, TextPassages, Vectors

# Texts are encoded and kept this many at a time, so that an interrupted run has kept what it computed.
CHUNK = 2048
# The same of texts whose passages are encoded.
TEXTS = 128


class KeptEncoder:
    """The same vectors as `encoder`, computed once a text and kept in the case; it is an Encoder itself."""

    def __init__(self, encoder: Encoder, case: Case) -> None:
        self._encoder = encoder
        self._case = case

    @property
    def identity(self) -> str:
        """The identity of the encoder that computes."""
        return self._encoder.identity

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), dimensions), float32."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), CHUNK):
            chunk = texts[start : start + CHUNK]
            known = self._case.vectors.vectors(list(dict.fromkeys(chunk)), self.identity)
            missing = [text for text in dict.fromkeys(chunk) if text not in known]
            if missing:
                fresh = dict(zip(missing, self._encoder.encode(missing), strict=True))
                with self._case.unit():
                    self._case.vectors.keep_vectors(fresh, self.identity)
                known = {**known, **fresh}
            out[start : start + len(chunk)] = [known[text] for text in chunk]
        return out


class KeptPassages:
    """The same vectors as `passages`, computed once a passage and kept in the case."""

    def __init__(self, passages: PassageEncoder, case: Case) -> None:
        self._passages = passages
        self._case = case

    @property
    def identity(self) -> str:
        """The identity of what computes."""
        return self._passages.identity

    def encode(self, texts: Sequence[TextPassages]) -> list[Vectors]:
        """Return one unit vector a passage; a text is read again where any of its passages is not kept."""
        found: list[Vectors] = []
        for start in range(0, len(texts), TEXTS):
            found += self._encode(texts[start : start + TEXTS])
        return found

    def _encode(self, texts: Sequence[TextPassages]) -> list[Vectors]:
        names = [_name_passages(text, passages) for text, passages in texts]
        known = self._case.vectors.vectors(list(dict.fromkeys(chain.from_iterable(names))), self.identity)
        missing = [place for place, held in enumerate(names) if any(name not in known for name in held)]
        if missing:
            made = self._passages.encode([texts[place] for place in missing])
            fresh = {
                name: vector
                for place, vectors in zip(missing, made, strict=True)
                for name, vector in zip(names[place], vectors, strict=True)
            }
            with self._case.unit():
                self._case.vectors.keep_vectors(fresh, self.identity)
            known = {**known, **fresh}
        return [np.stack([known[name] for name in held]) if held else np.zeros((0, 1), np.float32) for held in names]


def _name_passages(text: str, passages: Sequence[Spans]) -> list[str]:
    """Return what each passage's vector is kept by: the text, and where the passage stands in it."""
    sha = text_sha256(text)
    return [" ".join((sha, *(f"{span.start}-{span.end}" for span in spans))) for spans in passages]
