"""Does every way in which a command can end have its exit code and its words?"""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from whence.errors import BadSetting, CaseBusy, CaseUnusable, EmptyReport, FixUsage, NoSpace, WhenceError
from whence.show.cli.ending import end_well, what_was_kept
from whence.show.cli.terminal import Terminal


def _raise(problem: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise problem

    return command


def _end(problem: BaseException, *, is_quiet: bool = False, is_verbose: bool = False) -> tuple[int, str]:
    said = io.StringIO()
    console = Console(file=said, width=60, highlight=False, markup=False)
    terminal = Terminal(Console(file=io.StringIO()), console, is_quiet, is_verbose)
    return end_well(_raise(problem), terminal, kept=lambda: "Kept two."), said.getvalue()


@pytest.mark.parametrize(
    ("kind", "code"), [(EmptyReport, 1), (FixUsage, 2), (BadSetting, 2), (CaseUnusable, 3), (CaseBusy, 3), (NoSpace, 3)]
)
def test_an_error_ends_with_the_code_of_its_kind(kind: type[WhenceError], code: int) -> None:
    assert _end(kind("Found a.", hint="Type b.")) == (code, "error: Found a.\n  next: Type b.\n")


def test_errors_are_said_also_when_quiet() -> None:
    assert _end(FixUsage("Found a.", hint="Type b."), is_quiet=True)[1] != ""


def test_an_interruption_says_what_was_kept() -> None:
    assert _end(KeyboardInterrupt()) == (130, "Kept two.\n")


def test_an_error_that_an_interruption_brought_about_is_one() -> None:
    problem = ValueError("cannot go on")
    problem.__context__ = KeyboardInterrupt()
    assert _end(problem) == (130, "Kept two.\n")


def test_an_unforeseen_error_is_one_line_and_no_traceback() -> None:
    code, said = _end(ZeroDivisionError("by zero"))
    assert code == 70
    assert "failed unexpectedly: ZeroDivisionError: by zero (test_ending.py:" in said
    assert "Traceback" not in said
    assert "next: Type it again with --verbose" in said


def test_verbose_shows_where_an_unforeseen_error_happened() -> None:
    assert "Traceback" in _end(ZeroDivisionError("by zero"), is_verbose=True)[1]


def test_the_words_of_an_error_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in _end(FixUsage("Found \x1b[2Jname.txt.", hint="Rename it."))[1]


def test_what_was_kept_names_the_case_and_how_far_it_came() -> None:
    said = what_was_kept(Path("affair.case"), {"reading": 1200, "understanding": 64}, kept=1200)
    assert said.startswith("Interrupted (reading 1,200, understanding 64).")
    assert "kept whole in affair.case" in said


@pytest.mark.parametrize(
    ("done", "kept", "said"),
    [
        ({}, 0, "Interrupted before anything was read; type the same command to begin again."),
        ({"reading": 63}, 0, "(reading 63). Nothing of it is kept yet in affair.case; type the same command to begin"),
        ({"reading": 65}, 64, "(reading 65). All but the last batch is kept whole in affair.case"),
        ({"reading": 3, "understanding": 1}, 3, "All but the last batch is kept whole in affair.case"),
        ({"understanding": 1}, 0, "All but the last batch is kept whole in affair.case"),
    ],
)
def test_what_is_said_to_be_kept_was_kept(done: dict[str, int], kept: int, said: str) -> None:
    assert said in what_was_kept(Path("affair.case"), done, kept=kept)
