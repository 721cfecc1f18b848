"""What is in the files of a watchlist, and by which checksum is it known which ones they were?"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from whence.errors import EmptyReport, UnreadablePath
from whence.model.report import Failure

# The lists are up to some hundred megabytes; they are read in pieces.
_PIECE = 1 << 20


@contextmanager
def open_list_files(paths: Sequence[Path]) -> Iterator[list[tuple[Path, BinaryIO] | Failure]]:
    """Open the files; a path that cannot be read or is empty is a Failure, and the rest goes on."""
    with ExitStack() as opened:
        found: list[tuple[Path, BinaryIO] | Failure] = []
        for path in paths:
            problem = _problem(path)
            found.append(problem or (path, opened.enter_context(path.open("rb"))))
        yield found


def _problem(path: Path) -> Failure | None:
    try:
        if not path.is_file():
            error = UnreadablePath("Found no file at this path, expected a watchlist.", hint="Check its spelling.")
            return Failure(str(path), error.code, str(error))
        with path.open("rb") as file:
            is_empty = not file.read(1)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        error = UnreadablePath(f"The file cannot be read: {reason}.", hint="Check who may read it.")
        return Failure(str(path), error.code, str(error))
    if not is_empty:
        return None
    empty = EmptyReport("Found an empty file, expected a watchlist.", hint="Download it again from its publisher.")
    return Failure(str(path), empty.code, str(empty))


def file_sha256(stream: BinaryIO) -> str:
    """Return the SHA-256 of all that an open file holds, in hex; it stands at its beginning again afterwards."""
    digest = hashlib.sha256()
    stream.seek(0)
    while piece := stream.read(_PIECE):
        digest.update(piece)
    stream.seek(0)
    return digest.hexdigest()
