"""What does this machine offer to a case: which SQLite, an index of words, room on the disk?"""

import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StorageFacts:
    """What a case at one place would find; `free_bytes` is None where the place cannot be asked."""

    sqlite_version: str
    has_fts5: bool
    has_wal: bool
    free_bytes: int | None


def storage_facts(folder: Path) -> StorageFacts:
    """Return the facts for a case in `folder`."""
    return StorageFacts(sqlite3.sqlite_version, has_fts5(), has_wal(folder), free_bytes(folder))


@cache
def has_fts5() -> bool:
    """Tell whether Python's SQLite can index words; without it searching reads every text."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='unicode61 remove_diacritics 2')")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


def has_wal(folder: Path) -> bool:
    """Tell whether a case in `folder` can be read while it is written; some network drives cannot do that."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".whence-") as place:
            connection = sqlite3.connect(Path(place) / "probe.case")
            try:
                mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
                connection.execute("CREATE TABLE probe (x)")
            finally:
                connection.close()
    except (OSError, sqlite3.Error):
        return False
    return bool(mode == "wal")


def free_bytes(folder: Path) -> int | None:
    """Return how many bytes are free where `folder` is, or None where it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
