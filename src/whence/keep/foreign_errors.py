"""What does an error of SQLite or of the disk mean to the person at the keyboard?"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from whence.errors import CaseBusy, CaseDamaged, CaseUnusable, NoSpace


@dataclass(frozen=True, slots=True)
class Meaning:
    """One kind of foreign error: our class for it, what was found, in words, and what to do."""

    error: type[CaseUnusable]
    found: str
    hint: str


DAMAGED = Meaning(
    CaseDamaged,
    "is damaged, or is no Whence case",
    "Restore it from a backup, or save what is readable with: sqlite3 FILE .recover",
)
BUSY = Meaning(CaseBusy, "is being written by another program", "Wait until it has finished, then run this again.")
FULL = Meaning(
    NoSpace,
    "cannot be written: the disk is full or fails",
    "Free some space, then run this again; what was kept is whole.",
)
FORBIDDEN = Meaning(CaseUnusable, "may not be opened or written", "Check who may write the file and its folder.")
TOO_BIG = Meaning(CaseUnusable, "cannot hold a thing of this size", "Leave the largest report out, or split it.")

# By SQLite's primary result code (the low byte of the extended one).
SQLITE_MEANINGS: dict[int, Meaning] = {
    sqlite3.SQLITE_PERM: FORBIDDEN,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: FORBIDDEN,
    sqlite3.SQLITE_IOERR: FULL,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_CANTOPEN: FORBIDDEN,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_TOOBIG: TOO_BIG,
    sqlite3.SQLITE_AUTH: FORBIDDEN,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}

# By the operating system's number, for the files beside the case.
SYSTEM_MEANINGS: dict[int, Meaning] = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EIO: FULL,
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: FORBIDDEN,
    errno.ENOTDIR: FORBIDDEN,
    errno.EISDIR: FORBIDDEN,
    errno.ENAMETOOLONG: FORBIDDEN,
    errno.EMFILE: FORBIDDEN,
}


def translate(problem: BaseException, path: Path) -> CaseUnusable | None:
    """Return our error for a foreign one that befell the case at `path`, or None where it is none of these.

    What has no row is a mistake of ours and is raised as it is.
    """
    meaning = _meaning(problem)
    if meaning is None:
        return None
    detail = str(problem.orig if isinstance(problem, DBAPIError) else problem)
    return meaning.error(f"{path} {meaning.found} ({detail}).", hint=meaning.hint.replace("FILE", str(path)))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise our error in place of a foreign one that is raised inside."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError, UnicodeDecodeError) as problem:
        ours = translate(problem, path)
        if ours is None:
            raise
        raise ours from problem


def _meaning(problem: BaseException) -> Meaning | None:
    cause = problem.orig if isinstance(problem, DBAPIError) else problem
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)  # absent where Python's own checks raised it
        return None if code is None else SQLITE_MEANINGS.get(code & 0xFF)
    if isinstance(cause, UnicodeDecodeError):
        return DAMAGED  # text was kept as UTF-8; only damage makes it anything else
    if isinstance(cause, OSError):
        return SYSTEM_MEANINGS.get(cause.errno or 0)
    return None
