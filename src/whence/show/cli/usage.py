"""What is said when what was typed cannot be understood? The same as of every error: what was found, what to type."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from whence.errors import FixUsage

if TYPE_CHECKING:
    from whence.show.cli.terminal import Terminal

# Click's own error of usage, of whichever click this typer brings along.
USAGE_ERROR: Any = typer.BadParameter.__mro__[1]


class Commands(TyperGroup):
    """The commands of `whence`, whose errors of usage end like all others: an error, a `next:` line, an exit code."""

    def main(  # type: ignore[override] # the further ones are passed on by name, as typer itself gives them
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """Run what was typed and end with its exit code."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        typed = list(sys.argv[1:] if args is None else args)
        try:
            code = super().main(args, standalone_mode=False, **extra)
        except (USAGE_ERROR, OSError) as problem:
            code = _end_badly(problem, typed)
        except typer.Abort:
            code = _end_badly(KeyboardInterrupt(), typed)
        except SystemExit as ending:
            # Help is printed by typer and rich, which end a closed pipe with a code of their own.
            if not isinstance(ending.__context__, BrokenPipeError):
                raise
            code = _end_badly(ending.__context__, typed)
        sys.exit(code if isinstance(code, int) else 0)


def _end_badly(problem: BaseException, typed: Sequence[str]) -> int:
    """Put an error in words that came up before a command ran, or while help was shown, and return the exit code."""
    from whence.show.cli.ending import end_well  # noqa: PLC0415 - help must not wait for what only errors need
    from whence.show.cli.exit_codes import WRONG_USAGE  # noqa: PLC0415 - as above
    from whence.show.cli.terminal import open_terminal, writing_answers  # noqa: PLC0415 - as above

    if isinstance(problem, USAGE_ERROR) and not problem.format_message():
        # Nothing typed, or no more than a group of commands: the help was shown instead.
        return WRONG_USAGE
    terminal: Terminal = open_terminal(is_quiet=False, is_verbose="--verbose" in typed, no_color="--no-color" in typed)

    def command() -> int:
        with writing_answers():
            raise explain_usage(problem, typed) if isinstance(problem, USAGE_ERROR) else problem

    return end_well(command, terminal)


def explain_usage(problem: Any, typed: Sequence[str]) -> FixUsage:
    """Return click's error of usage as one of Whence's, with what to type next."""
    command = problem.ctx.command_path if problem.ctx is not None else "whence"
    message = problem.format_message()
    is_whole = message.endswith((".", "?", ")"))
    return FixUsage(message if is_whole else f"{message}.", hint=_hint(problem, typed, command))


def _hint(problem: Any, typed: Sequence[str], command: str) -> str:
    unknown = getattr(problem, "option_name", "")
    for word in typed:
        # A file may begin with a dash as well; click knows of such a word only its first letter.
        if unknown and word.startswith(unknown) and (Path(word).suffix or Path(word).exists()):
            return f"If {word} is a file, type ./{word}; the options are listed by: {command} --help"
    names = getattr(problem.ctx.command, "commands", None) if problem.ctx is not None else None
    if names and not unknown:
        example = "whence trace PATH..." if command == "whence" else f"{command} {next(iter(names))} --help"
        return f"Choose one of: {', '.join(names)}; say {example}"
    return f"See what may be typed: {command} --help"
