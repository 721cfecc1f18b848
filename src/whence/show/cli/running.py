"""How does every command get its terminal and its settings, and end? What the commands import, so nothing slow."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from whence.show.cli.options import SettingFlags

if TYPE_CHECKING:
    from whence.settings import Settings
    from whence.show.cli.terminal import Terminal


def open_terminal_for(*, quiet: bool, verbose: bool, no_color: bool) -> "Terminal":
    """Return the terminal of a command."""
    from whence.show.cli.terminal import open_terminal  # noqa: PLC0415 - --help must not wait for it

    return open_terminal(is_quiet=quiet, is_verbose=verbose, no_color=no_color)


def settings_of(flags: SettingFlags) -> "Settings":
    """Return the settings of this run: file, environment and flags; raise BadSetting where one is wrong."""
    from whence.settings import load_settings  # noqa: PLC0415 - --help must not wait for it

    return load_settings(flags.config, os.environ, flags.overrides())


def end(command: Callable[[], int], terminal: "Terminal", *, kept: Callable[[], str] | None = None) -> None:
    """Run the command and end with its exit code."""
    from whence.show.cli.ending import end_well  # noqa: PLC0415 - --help must not wait for it

    raise typer.Exit(end_well(command, terminal, kept=kept))
