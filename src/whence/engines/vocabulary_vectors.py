"""Where do the vectors of the vocabulary lie? In the sentence encoder's file; the other networks share them."""

import json
from pathlib import Path

import numpy as np

from whence.engines.weight_files import REINSTALL, read_checked
from whence.errors import WeightsDamaged
from whence.model.pieces import Floats, Numbers

ENCODER_FILE = "encoder.int8.onnx"
# Numbers of a piece's vector.
VECTOR = 384


class VocabularyVectors:
    """The vectors of all pieces, int8 with one scale a piece, out of the sentence encoder's file.

    Training leaves them as they came, so the networks share them: that halves what each adds to an install.
    """

    def __init__(self, folder: Path, place: bytes, named: Path) -> None:
        """Read them from `folder`, at the place that the JSON `place` tells; `named` is the file it came from.

        Raises WeightsDamaged where the encoder's file is another than the one it tells of, or the JSON lacks something.
        """
        data, digest = read_checked(folder, ENCODER_FILE)
        try:
            found = json.loads(place)["vocabulary"]
            expected, pieces, table, scale = found["sha256"], found["pieces"], found["table"], found["scale"]
        except (ValueError, KeyError, TypeError) as error:
            raise WeightsDamaged(
                f"Found no {error} in {named}, expected the place of the vocabulary.", hint=REINSTALL
            ) from error
        if digest != expected:
            raise WeightsDamaged(
                f"Found {folder / ENCODER_FILE} with SHA-256 {digest[:12]}…, expected {expected[:12]}…, which it"
                " learned from.",
                hint=REINSTALL,
            )
        self._table = np.frombuffer(data, np.int8, pieces * VECTOR, table).reshape(pieces, VECTOR).copy()
        self._scale = np.frombuffer(data, np.float32, pieces, scale).reshape(pieces, 1).copy()

    def embed(self, ids: Numbers) -> Floats:
        """Return the vectors of pieces, shape (*ids.shape, 384)."""
        vectors: Floats = self._table[ids] * self._scale[ids]
        return vectors
