"""Where are the bytes as they came, and are they still the same?"""

import hashlib

from whence.errors import CaseDamaged


class MemoryOriginals:
    """Bytes by their SHA-256, in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256 in hex; the same bytes twice are kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        self._kept.setdefault(sha256, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raise CaseDamaged where they are missing."""
        if sha256 not in self._kept:
            raise missing(sha256)
        return self._kept[sha256]

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes are kept."""
        return sha256 in self._kept


def missing(sha256: str) -> CaseDamaged:
    """Return the error for an original that should be there and is not."""
    return CaseDamaged(
        f"The original {sha256[:12]}… is missing from the case.",
        hint="Restore the folder of originals from a backup, or read the report's file again.",
    )
