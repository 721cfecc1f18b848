"""Which files do the given paths lead to, and what bytes are in them?"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from whence.errors import EmptyReport, ReportTooLarge, UnreadablePath
from whence.model.report import Failure


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read; `named` tells whether it was typed itself rather than met in a folder."""

    path: Path
    named: bool


def find_files(paths: Sequence[str]) -> Iterator[Found | Failure]:
    """Yield the files behind the paths: files as named, folders walked in order of name, hidden ones left out.

    A path that does not exist, or a folder that may not be entered, is a Failure and the rest goes on.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from _walk(path)
        elif path.exists():
            yield Found(path, named=True)
        else:
            yield as_failure(path, UnreadablePath("Found nothing at this path.", hint="Check its spelling."))


def read_bytes(
    path: Path, *, max_bytes: int, setting: str = "read.max_bytes", expected: str = "a report"
) -> bytes | Failure:
    """Return what is in the file, or a Failure where it is over `max_bytes`, empty, a folder, or cannot be read.

    `setting` is where the limit is set, `expected` what the file should be.
    """
    try:
        if path.is_dir():
            return a_folder(path, expected)
        if not path.is_file():
            absent = UnreadablePath("Found no plain file, expected one.", hint="Check its spelling.")
            return as_failure(path, absent)
        size = path.stat().st_size
        if size > max_bytes:
            return as_failure(path, too_large(size, max_bytes, setting))
        data = path.read_bytes()
    except OSError as problem:
        return unreadable(path, problem)
    if not data:
        empty = EmptyReport(f"Found an empty file, expected {expected}.", hint="Save it again, or leave it out.")
        return as_failure(path, empty)
    return data


def a_folder(path: Path, expected: str) -> Failure:
    """Return what is told of a folder where one file was expected."""
    hint = f"Type the name of a file in it: {path}/FILE"
    return as_failure(path, UnreadablePath(f"Found a folder, expected {expected} in one file.", hint=hint))


def too_large(size: int, max_bytes: int, setting: str) -> ReportTooLarge:
    """Return the error for an input of `size` bytes, over the limit that the setting holds."""
    return ReportTooLarge(
        f"Found {size:,} bytes, the limit is {max_bytes:,}.", hint=f"Raise it with --set {setting}=NUMBER."
    )


def _walk(folder: Path) -> Iterator[Found | Failure]:
    failures: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Found(Path(parent) / name, named=False)
    for problem in failures:
        path = Path(str(problem.filename or folder))
        reason = problem.strerror or type(problem).__name__
        yield as_failure(
            path, UnreadablePath(f"The folder cannot be entered: {reason}.", hint="Check who may read it.")
        )


def unreadable(path: Path, problem: OSError) -> Failure:
    """Return what is told of a file that the system does not let us read."""
    reason = problem.strerror or type(problem).__name__
    return as_failure(path, UnreadablePath(f"The file cannot be read: {reason}.", hint="Check who may read it."))


def as_failure(path: Path, problem: EmptyReport | ReportTooLarge | UnreadablePath) -> Failure:
    """Return what is told of a path that is passed over."""
    return Failure(str(path), problem.code, str(problem))


def open_lines(path: Path, *, max_bytes: int) -> Iterator[bytes] | Failure:
    """Return the lines of the file one by one, or a Failure where it cannot be opened or holds nothing.

    Of a line longer than `max_bytes` only that much and one byte is kept, so that memory stays bounded and the reader
    still sees that it was too long.
    """
    try:
        handle = path.open("rb")
    except OSError as problem:
        return unreadable(path, problem)
    if path.stat().st_size == 0:
        handle.close()
        return as_failure(
            path, EmptyReport("Found an empty file, expected a report a line.", hint="Save it again, or leave it out.")
        )
    return read_handle(handle, max_bytes=max_bytes)


def read_handle(handle: BinaryIO, *, max_bytes: int) -> Iterator[bytes]:
    """Yield the lines of an open file as they come, each cut at `max_bytes` and one; the file is closed at the end."""
    with handle:
        while line := handle.readline(max_bytes + 1):
            rest = line
            while len(rest) > max_bytes and not rest.endswith(b"\n"):
                rest = handle.readline(max_bytes + 1)
            yield line
