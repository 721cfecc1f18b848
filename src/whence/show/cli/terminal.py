"""Where do answers and messages go? Answers to standard output, everything else to standard error."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from whence.errors import OutputUnwritable, WhenceError
from whence.model.report import Failure
from whence.model.values import RefusedRow
from whence.model.watchlist import RefusedEntry
from whence.show.progress import BarProgress, CountingProgress, LineProgress
from whence.show.wording import plain


@dataclass(frozen=True, slots=True)
class Terminal:
    """The two ways out, and how much is said on the second: `is_quiet` leaves errors, `is_verbose` adds details."""

    answers: Console
    messages: Console
    is_quiet: bool
    is_verbose: bool

    def tell(self, message: str) -> None:
        """Print a message, unless told to be quiet."""
        if not self.is_quiet:
            self._print(Text(message))

    def detail(self, message: str) -> None:
        """Print a message for who asked for details."""
        if self.is_verbose:
            self._print(Text(message, style="dim"))

    def complain(self, problem: WhenceError) -> None:
        """Print an error: what was found and expected, then what to type next."""
        self._print(Text.assemble(("error: ", "bold red"), plain(problem.message)))
        self._print(Text.assemble(("  next: ", "bold"), plain(problem.hint)))

    def list_failures(self, failures: Iterable[Failure]) -> None:
        """Print each input that could not be used, with its reason; also when told to be quiet."""
        for failure in failures:
            line = (plain(failure.path), ": ", plain(failure.reason), (f" [{failure.code}]", "dim"))
            self._print(Text.assemble(("failed: ", "yellow"), *line))

    def list_refused(self, table: Path, row: RefusedRow) -> None:
        """Print a row of a table that was left out, with its line and the reason; also when told to be quiet."""
        place = f"{plain(str(table))}, line {row.line:,}: "
        self._print(Text.assemble(("left out: ", "yellow"), place, plain(row.reason)))

    def list_refused_entry(self, row: RefusedEntry) -> None:
        """Print a row of a watchlist that was left out, with its place and the reason; also when told to be quiet."""
        self._print(Text.assemble(("left out: ", "yellow"), f"{plain(row.place)}: ", plain(row.reason)))

    def progress(self, *, is_streaming: bool = False) -> CountingProgress:
        """Return bars where a person watches, lines now and then where messages go into a file; nothing when quiet.

        Answers that stream to the same terminal would run into bars.
        """
        is_watched = self.messages.is_terminal and not self.is_quiet
        if is_watched and not (is_streaming and self.answers.is_terminal):
            return BarProgress(self.messages)
        return CountingProgress() if self.is_quiet or self.messages.is_terminal else LineProgress(self.tell)

    def _print(self, text: Text) -> None:
        # One message is one line for whoever reads it from a file; a terminal wraps it itself.
        try:
            self.messages.print(text, soft_wrap=True)
        except BrokenPipeError:
            raise
        except OSError:
            # Nobody can be told, and the answer is worth more than its messages.
            self.messages.file = StringIO()


class _PipeConsole(Console):
    """A console that leaves a closed pipe to the command: rich would end the program with another exit code."""

    def on_broken_pipe(self) -> None:
        """Pass the error on."""
        raise BrokenPipeError


def open_terminal(*, is_quiet: bool, is_verbose: bool, no_color: bool) -> Terminal:
    """Return the terminal; colours only where it is one, and neither NO_COLOR nor `no_color` forbids them."""
    if not is_verbose:
        # Libraries warn of broken input in their own words; ours are in the list of what failed.
        logging.getLogger().addHandler(logging.NullHandler())
    is_plain = no_color or bool(os.environ.get("NO_COLOR"))
    consoles = [
        _PipeConsole(file=stream, color_system=None if is_plain else "auto", highlight=False, markup=False, emoji=False)
        for stream in (sys.stdout, sys.stderr)
    ]
    return Terminal(consoles[0], consoles[1], is_quiet, is_verbose)


def write_answer(data: bytes) -> None:
    """Write bytes to standard output and flush, so that who reads a line after a line gets each at once."""
    with writing_answers():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def writing_answers() -> Iterator[None]:
    """Raise OutputUnwritable where the answers that are written inside cannot be; a closed pipe stays one."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise OutputUnwritable(
            f"The answer cannot be written to standard output: {reason}.",
            hint="Free some space there, or send it elsewhere: whence ... > FILE",
        ) from problem
