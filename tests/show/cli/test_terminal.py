"""Is a bar drawn, and a colour used, only where a person sees it?"""

import io

import pytest
from rich.console import Console

from whence.model.report import Failure
from whence.show.cli.terminal import Terminal, open_terminal
from whence.show.progress import BarProgress, LineProgress


def _terminal(*, answers: bool, messages: bool, is_quiet: bool = False) -> Terminal:
    consoles = [Console(file=io.StringIO(), force_terminal=watched, width=40) for watched in (answers, messages)]
    return Terminal(consoles[0], consoles[1], is_quiet, is_verbose=False)


@pytest.mark.parametrize(
    ("answers", "messages", "is_quiet", "is_streaming", "draws"),
    [
        (True, True, False, False, True),
        (False, True, False, False, True),
        (True, False, False, False, False),
        (True, True, True, False, False),
        (True, True, False, True, False),
        (False, True, False, True, True),
    ],
)
def test_a_bar_is_drawn_where_a_person_watches(
    *, answers: bool, messages: bool, is_quiet: bool, is_streaming: bool, draws: bool
) -> None:
    terminal = _terminal(answers=answers, messages=messages, is_quiet=is_quiet)
    assert isinstance(terminal.progress(is_streaming=is_streaming), BarProgress) is draws


@pytest.mark.parametrize(
    ("messages", "is_quiet", "tells"), [(False, False, True), (False, True, False), (True, False, False)]
)
def test_lines_tell_how_far_a_run_is_where_messages_go_into_a_file(
    *, messages: bool, is_quiet: bool, tells: bool
) -> None:
    terminal = _terminal(answers=False, messages=messages, is_quiet=is_quiet)
    assert isinstance(terminal.progress(), LineProgress) is tells


def test_a_long_run_tells_every_ten_seconds_how_far_it_is_and_a_short_one_nothing() -> None:
    told: list[str] = []
    clock = iter([0.0, 4.0, 11.0, 11.0, 15.0])
    progress = LineProgress(told.append, seconds=lambda: next(clock))
    items = [Failure(f"{name}.txt", "empty", "It is empty.") for name in "abc"]
    assert list(progress.advance("reading", items)) == items
    assert told == ["reading: 2 of 3, at b.txt"]
    assert progress.done == {"reading": 3}


@pytest.mark.parametrize(
    ("no_color", "variable", "system"), [(False, None, "truecolor"), (True, None, None), (False, "1", None)]
)
def test_colours_may_be_forbidden(
    monkeypatch: pytest.MonkeyPatch, *, no_color: bool, variable: str | None, system: str | None
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm")
    if variable:
        monkeypatch.setenv("NO_COLOR", variable)
    terminal = open_terminal(is_quiet=False, is_verbose=False, no_color=no_color)
    assert terminal.answers.color_system == system


def test_a_failure_is_one_line_whatever_its_name_holds() -> None:
    terminal = _terminal(answers=False, messages=False)
    terminal.list_failures([Failure("a\nb\x1b[2J.txt", "broken", "Found damage. " * 9)])
    assert isinstance(terminal.messages.file, io.StringIO)
    said = terminal.messages.file.getvalue()
    assert said.count("\n") == 1
    assert said.startswith("failed: a b�[2J.txt: Found damage.")
    assert said.endswith(" [broken]\n")
