"""What is in the files of a watchlist, and by which checksum is it known which ones they were?"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import BufferedReader
from pathlib import Path

from whence.engines.files import a_folder, as_failure, unreadable
from whence.errors import EmptyReport, UnreadablePath
from whence.model.report import Failure


@contextmanager
def open_list_files(paths: Sequence[Path]) -> Iterator[list[tuple[Path, BufferedReader] | Failure]]:
    """Open the files; a path that cannot be read or is empty is a Failure, and the rest goes on."""
    with ExitStack() as opened:
        found: list[tuple[Path, BufferedReader] | Failure] = []
        for path in paths:
            problem = _problem(path)
            found.append(problem or (path, opened.enter_context(path.open("rb"))))
        yield found


def _problem(path: Path) -> Failure | None:
    try:
        if path.is_dir():
            return a_folder(path, "a watchlist")
        if not path.is_file():
            absent = UnreadablePath("Found no file at this path, expected a watchlist.", hint="Check its spelling.")
            return as_failure(path, absent)
        with path.open("rb") as file:
            is_empty = not file.read(1)
    except OSError as problem:
        return unreadable(path, problem)
    if not is_empty:
        return None
    empty = EmptyReport("Found an empty file, expected a watchlist.", hint="Download it again from its publisher.")
    return as_failure(path, empty)


def file_sha256(stream: BufferedReader) -> str:
    """Return the SHA-256 of all that an open file holds, in hex; it stands at its beginning again afterwards."""
    stream.seek(0)
    found = hashlib.file_digest(stream, "sha256").hexdigest()
    stream.seek(0)
    return found
