"""Where are the bytes as they came, and are they still the same?"""

import hashlib
import os
import tempfile
import zlib
from datetime import datetime
from pathlib import Path

from whence.errors import CaseDamaged
from whence.keep.foreign_errors import translated

# Bytes on their way in; they get their name only when they are whole and on the disk.
INCOMING = "incoming"
READ_ONLY = 0o444


class FileOriginals:
    """Bytes by their SHA-256, as read-only files in a folder: `ab/abcdef...`."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made with the first original."""
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes durably and return their SHA-256 in hex; the same bytes twice are kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        place = self._place(sha256)
        with translated(place):
            # A file of another size is what a power cut can leave on some file systems: it is written anew.
            if not place.exists() or place.stat().st_size != len(data):
                self._write(place, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raise CaseDamaged where they are missing or no longer match their name."""
        place = self._place(sha256)
        if not place.exists():
            raise missing(sha256)
        with translated(place):
            data = place.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise CaseDamaged(
                f"{place} no longer holds the bytes it was made with.",
                hint="Restore that file from a backup, or delete it and read the report's file again.",
            )
        return data

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes are kept."""
        return self._place(sha256).exists()

    def sweep(self, now: datetime, *, older_than_hours: float) -> None:
        """Remove what killed runs left unfinished; younger files may belong to a run that is still going."""
        oldest = now.timestamp() - older_than_hours * 3600
        with translated(self.folder):
            for unfinished in self.folder.glob(f"{INCOMING}/*"):
                if unfinished.stat().st_mtime < oldest:
                    unfinished.unlink(missing_ok=True)

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _write(self, place: Path, data: bytes) -> None:
        _make_folder(place.parent)
        _make_folder(self.folder / INCOMING)
        handle, name = tempfile.mkstemp(dir=self.folder / INCOMING)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(READ_ONLY)
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(place.parent)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    # A new name is on the disk only when its folder is; Windows has no such call and does not need it.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class MemoryOriginals:
    """Bytes by their SHA-256, in memory, compressed: pages are mostly markup that nothing asks for again."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256 in hex; the same bytes twice are kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in self._kept:
            self._kept[sha256] = zlib.compress(data, 1)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raise CaseDamaged where they are missing."""
        if sha256 not in self._kept:
            raise missing(sha256)
        return zlib.decompress(self._kept[sha256])

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes are kept."""
        return sha256 in self._kept


def missing(sha256: str) -> CaseDamaged:
    """Return the error for an original that should be there and is not."""
    return CaseDamaged(
        f"The original {sha256[:12]}… is missing from the case.",
        hint="Restore the folder of originals from a backup, or read the report's file again.",
    )
