"""Where are the bytes as they came, and are they still the same?"""

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
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
        self._waiting: dict[str, Path] | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is put inside durably at the end, or nothing of it where it ends in an exception.

        Files that wait for the disk together wait less: 2,000 reports in units of 64 cost 0.5 s of waiting instead of
        2.8 (ext4 on two shared cores).
        """
        if self._waiting is not None:
            yield
            return
        self._waiting = {}
        try:
            yield
            self._publish(self._waiting)
        finally:
            for incoming in self._waiting.values():
                incoming.unlink(missing_ok=True)
            self._waiting = None

    def put(self, data: bytes) -> str:
        """Keep the bytes durably and return their SHA-256 in hex; the same bytes twice are kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        place = self._place(sha256)
        with translated(place):
            # A file of another size is what a power cut can leave on some file systems: it is written anew.
            if not place.exists() or place.stat().st_size != len(data):
                with self.together():
                    self._take_in(sha256, data)
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
                with suppress(FileNotFoundError):  # another run has just moved or removed it
                    if unfinished.stat().st_mtime < oldest:
                        unfinished.unlink()

    def _place(self, sha256: str) -> Path:
        waiting = self._waiting or {}
        return waiting.get(sha256) or self._final_place(sha256)

    def _final_place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _take_in(self, sha256: str, data: bytes) -> None:
        waiting = self._waiting
        assert waiting is not None  # noqa: S101 - put has opened it
        _make_folder(self.folder / INCOMING)
        handle, name = tempfile.mkstemp(dir=self.folder / INCOMING)
        waiting[sha256] = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
        except BaseException:
            waiting.pop(sha256).unlink(missing_ok=True)
            raise

    def _publish(self, waiting: Mapping[str, Path]) -> None:
        with translated(self.folder):
            for incoming in waiting.values():
                _sync(incoming, os.O_RDWR)
                incoming.chmod(READ_ONLY)
            for sha256, incoming in waiting.items():
                place = self._final_place(sha256)
                _make_folder(place.parent)
                incoming.replace(place)
            if os.name != "nt":  # Windows syncs names with their files, and has no call for it
                for folder in {self._final_place(sha256).parent for sha256 in waiting}:
                    _sync(folder, os.O_RDONLY)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        if os.name != "nt":
            _sync(folder.parent, os.O_RDONLY)
            _sync(folder.parent.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
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
