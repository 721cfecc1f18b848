"""What text is in the one file that was named, and what is said where it cannot be read?"""

from pathlib import Path

from whence.engines.files import read_bytes
from whence.errors import EmptyReport, FixUsage, NothingToRead, SkipReport
from whence.model.report import Failure
from whence.read.decoding import decode


def read_one_file(path: Path, *, max_bytes: int, expected: str, hint: str) -> tuple[bytes, str]:
    """Return the bytes of a file and their text; `expected` says what it should be ("a table"), `hint` what to give.

    Raises NothingToRead where it is not there, empty or over `max_bytes`, FixUsage where it is no text.
    """
    data = read_bytes(path, max_bytes=max_bytes)
    if isinstance(data, Failure):
        is_empty = data.code == EmptyReport.code
        reason = f"Found an empty file, expected {expected}." if is_empty else data.reason
        raise NothingToRead(f"{path}: {reason}", hint=hint)
    try:
        return data, decode(data)
    except SkipReport as problem:
        raise FixUsage(f"{path}: {problem.message}", hint=problem.hint) from problem
