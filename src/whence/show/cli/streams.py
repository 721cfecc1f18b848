"""Can the program write and read where it was told to? Looked at once, before anything else is opened."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from whence.errors import OutputUnwritable


def prepare_streams() -> None:
    """Make the standard streams safe to use; raise OutputUnwritable where standard output is closed.

    A descriptor that the caller closed is taken up, or the next file that is opened, say a case, would get its number
    and whatever a library prints.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # None where it is closed, whatever its type says.
    answers: TextIO | None = sys.stdout
    messages: TextIO | None = sys.stderr
    if messages is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the program runs
    if answers is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as above
        raise OutputUnwritable(
            "Found standard output closed, expected it open for the answer.",
            hint="Send it somewhere: whence ... > FILE",
        )
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no arrow or quote mark gets a question mark, not a traceback.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
