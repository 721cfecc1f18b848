"""How does every command get its terminal and end? What the commands import, so it imports nothing slow."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from whence.show.cli.terminal import Terminal


def open_terminal_for(*, quiet: bool, verbose: bool, no_color: bool) -> "Terminal":
    """Return the terminal of a command."""
    from whence.show.cli.terminal import open_terminal  # noqa: PLC0415 - --help must not wait for it

    return open_terminal(is_quiet=quiet, is_verbose=verbose, no_color=no_color)


def end(command: Callable[[], int], terminal: "Terminal", *, kept: Callable[[], str] | None = None) -> None:
    """Run the command and end with its exit code."""
    from whence.show.cli.ending import end_well  # noqa: PLC0415 - --help must not wait for it

    raise typer.Exit(end_well(command, terminal, kept=kept))
