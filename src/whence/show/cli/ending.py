"""How does a command end when something is wrong? With an exit code and a message to act on, never a traceback."""

import os
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from whence.errors import CaseUnusable, FixUsage, OutputUnwritable, WhenceError
from whence.show.cli.exit_codes import (
    CASE_UNUSABLE,
    INTERRUPTED,
    OUTPUT_UNWRITABLE,
    PIPE_CLOSED,
    SOME_FAILED,
    UNEXPECTED,
    WRONG_USAGE,
)
from whence.show.cli.terminal import Terminal
from whence.version import __version__

# What the phase is called in which reports come into a case.
READING = "reading"


def end_well(command: Callable[[], int], terminal: Terminal, *, kept: Callable[[], str] | None = None) -> int:
    """Run a command and return the exit code; `kept` says what an interrupted run has kept."""
    try:
        return command()
    except (Exception, KeyboardInterrupt) as problem:
        # The last place where an error can be put in words; which ones may come up is not for this file to know.
        if _was_interrupted(problem):
            terminal.tell(kept() if kept else "Interrupted.")
            return INTERRUPTED
        return _end_badly(problem, terminal)


def _end_badly(problem: BaseException, terminal: Terminal) -> int:
    if isinstance(problem, WhenceError):
        terminal.complain(problem)
        if isinstance(problem, OutputUnwritable):
            _leave(sys.stdout)
        return exit_code(problem)
    if isinstance(problem, BrokenPipeError):
        _leave(sys.stdout, sys.stderr)
        return PIPE_CLOSED
    _own_up(problem, terminal)
    return UNEXPECTED


def what_was_kept(case: Path | None, done: Mapping[str, int], *, kept: int) -> str:
    """Return what a person should know after Ctrl-C; `done` has how many items each phase came to, in order.

    `kept` is how many of the inputs that were read are kept.

    >>> what_was_kept(None, {}, kept=0)
    'Interrupted. Nothing was kept, since no --case FILE was given.'
    """
    if case is None:
        return "Interrupted. Nothing was kept, since no --case FILE was given."
    if not done:
        return "Interrupted before anything was read; type the same command to begin again."
    came_to = ", ".join(f"{what} {number:,}" for what, number in done.items())
    if READING in done and not kept:
        return f"Interrupted ({came_to}). Nothing of it is kept yet in {case}; type the same command to begin again."
    return f"Interrupted ({came_to}). All but the last batch is kept whole in {case}; type the same command to go on."


def exit_code(problem: WhenceError) -> int:
    """Return the exit code of one of Whence's own errors.

    >>> from whence.errors import CaseBusy
    >>> exit_code(CaseBusy("It is held.", hint="Wait."))
    3
    """
    if isinstance(problem, CaseUnusable):
        return CASE_UNUSABLE
    if isinstance(problem, OutputUnwritable):
        return OUTPUT_UNWRITABLE
    return WRONG_USAGE if isinstance(problem, FixUsage) else SOME_FAILED


def _was_interrupted(problem: BaseException | None) -> bool:
    """Tell whether an error came up while Ctrl-C was being handled: a database driver that was stopped half way."""
    while problem is not None:
        if isinstance(problem, KeyboardInterrupt):
            return True
        problem = problem.__context__
    return False


def _leave(*streams: TextIO | None) -> None:
    """Send what is still buffered nowhere: Python would complain about what cannot be written at its own end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, streams):
        # A stream that is no file of the system, as in a test, has nothing to be led elsewhere.
        with suppress(OSError, AttributeError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _own_up(problem: BaseException, terminal: Terminal) -> None:
    where = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}:{where.lineno}"  # noqa: PTH119 - a name in a message, no path to open
    found = WhenceError(
        f"Whence {__version__} failed unexpectedly: {type(problem).__name__}: {problem} ({place}).",
        hint="Type it again with --verbose, and report what is shown to the makers of Whence.",
    )
    terminal.complain(found)
    if terminal.is_verbose:
        terminal.messages.print("".join(traceback.format_exception(problem)), soft_wrap=True)
