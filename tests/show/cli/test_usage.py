"""Does every error of usage end alike, whoever finds it: what was found, what to type, exit code 2?"""

import pytest

from tests.show.cli.commands import run


@pytest.mark.parametrize(
    ("typed", "found", "following"),
    [
        ("read", "Missing argument 'PATH'.", "whence read --help"),
        ("explain 1", "Missing option '--case'.", "whence explain --help"),
        ("trace --claims 0", "'--claims'", "whence trace --help"),
        ("trace --claims many", "'--claims'", "whence trace --help"),
        ("trace --clams 3", "No such option: --clams", "whence trace --help"),
        ("trace -x.txt", "No such option: -x.", "If -x.txt is a file, type ./-x.txt;"),
        ("trace -x", "No such option: -x.", "whence trace --help"),
        ("trace --out", "'--out' requires an argument.", "--help"),
        (
            "trcae reports",
            "No such command 'trcae'",
            "Choose one of: trace, add, read, explain, network, judge, copiers, watchlist, doctor, register",
        ),
        ("--nope", "No such option: --nope", "whence --help"),
        ("doctor more", "more", "whence doctor --help"),
    ],
)
def test_an_error_of_usage_says_what_was_found_and_what_to_type(typed: str, found: str, following: str) -> None:
    result = run(*typed.split())
    error, hint = result.stderr.splitlines()
    assert result.exit_code == 2
    assert error.startswith("error: ")
    assert found in error
    assert hint.startswith("  next: ")
    assert following in hint
    assert result.stdout == ""


def test_nothing_typed_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert "Usage: " in result.output
    assert "error:" not in result.output
