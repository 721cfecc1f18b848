"""Which texts have a vector already? An encoder that asks the store before it computes."""

from collections.abc import Sequence

import numpy as np

from whence.ports import Case, Encoder, Vectors

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
