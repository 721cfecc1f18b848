"""What text is in the one file that was named, and what is said where it cannot be read?"""

from pathlib import Path

from whence.engines.files import read_bytes
from whence.errors import FixUsage, NothingToRead, SkipReport
from whence.model.report import Failure
from whence.read.decoding import decode


def read_one_file(path: Path, *, max_bytes: int, setting: str, expected: str, hint: str) -> tuple[bytes, str]:
    """Return the bytes of a file and their text; `expected` says what it should be ("a table"), `hint` what to give.

    `setting` holds `max_bytes`. Raises NothingToRead where it is not there, a folder, empty or over `max_bytes`,
    FixUsage where it is no text.
    """
    data = read_bytes(path, max_bytes=max_bytes, setting=setting, expected=expected)
    if isinstance(data, Failure):
        raise NothingToRead(f"{path}: {data.reason}", hint=hint)
    try:
        return data, decode(data)
    except SkipReport as problem:
        raise FixUsage(f"{path}: {problem.message}", hint=problem.hint) from problem
