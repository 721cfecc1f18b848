"""Which texts and passages have a vector already? Encoders that ask the store before they compute."""

from collections.abc import Sequence

import numpy as np

from whence.model.ids import text_sha256
from whence.model.spans import Spans
from whence.ports import Case, Encoder, PassageEncoder, Vectors

# Texts are encoded and kept this many at a time, so that an interrupted run has kept what it computed.
CHUNK = 2048


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

    def encode(self, text: str, passages: Sequence[Spans]) -> Vectors:
        """Return one unit vector a passage; a text is read again where any of its passages is not kept."""
        sha = text_sha256(text)
        names = [" ".join((sha, *(f"{span.start}-{span.end}" for span in spans))) for spans in passages]
        known = self._case.vectors.vectors(list(dict.fromkeys(names)), self.identity)
        if any(name not in known for name in names):
            known = dict(zip(names, self._passages.encode(text, passages), strict=True))
            with self._case.unit():
                self._case.vectors.keep_vectors(known, self.identity)
        found: Vectors = np.stack([known[name] for name in names]) if names else np.zeros((0, 1), np.float32)
        return found
