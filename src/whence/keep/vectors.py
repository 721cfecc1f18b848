"""How are the vectors of texts kept in the file of a case?"""

import hashlib
from collections.abc import Sequence

import numpy as np
from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert

from whence.keep import tables
from whence.keep.connection import CaseConnection, portions
from whence.ports import Vectors

_COLUMNS = tables.vectors.c
_FIND = select(_COLUMNS.text_sha256, _COLUMNS.vector).where(
    _COLUMNS.encoder == bindparam("encoder"), _COLUMNS.text_sha256.in_(bindparam("texts", expanding=True))
)


class SqliteVectors:
    """Vectors of texts by the encoder that made them, as little-endian 32-bit floats."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def vectors(self, texts: Sequence[str], encoder_identity: str) -> dict[str, Vectors]:
        """Return the kept vector of each text that has one."""
        by_digest = {_digest(text): text for text in texts}
        found: dict[bytes, Vectors] = {}
        for portion in portions(list(by_digest)):
            for row in self._connection.read(_FIND, {"encoder": encoder_identity, "texts": portion}):
                found[row.text_sha256] = np.frombuffer(row.vector, dtype="<f4")
        return {text: found[digest] for digest, text in by_digest.items() if digest in found}

    def keep_vectors(self, vectors: dict[str, Vectors], encoder_identity: str) -> None:
        """Keep one vector a text."""
        if not vectors:
            return
        values = [
            {"text_sha256": _digest(text), "encoder": encoder_identity, "vector": vector.astype("<f4").tobytes()}
            for text, vector in vectors.items()
        ]
        with self._connection.unit():
            self._connection.write(insert(tables.vectors).prefix_with("OR REPLACE"), values)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
