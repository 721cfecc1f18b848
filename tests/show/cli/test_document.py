"""Does docs/cli.md say what is so: every command, option, exit code, and examples that run?"""

import re
import shlex
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
import typer

from tests.show.cli.commands import make_folder, make_value_table, make_watchlist, run
from whence.show.cli.exit_codes import EXIT_CODES
from whence.show.cli.main import app
from whence.show.summary import MOST_CLAIMS

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined] # a group has them
EXAMPLES = [
    line for block in re.findall(r"```\n(.*?)```", DOCUMENT, flags=re.DOTALL) for line in block.strip().splitlines()
]


def _section(command: str) -> str:
    return next(part for part in DOCUMENT.split("\n## ") if part.startswith(f"`whence {command}"))


def test_every_command_has_its_section() -> None:
    assert re.findall(r"^## `whence (\w+)", DOCUMENT, flags=re.MULTILINE) == list(COMMANDS)


def test_the_commands_are_counted_and_each_has_its_row() -> None:
    numbers = {7: "seven", 8: "eight", 9: "nine", 10: "ten"}
    assert f"`whence` has {numbers[len(COMMANDS)]} commands." in DOCUMENT
    assert re.findall(r"^\| `whence (\w+)` \|", DOCUMENT, flags=re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_option_of_a_command_is_described_and_no_other(command: str) -> None:
    # A command may have commands of its own, as register has.
    parts = getattr(COMMANDS[command], "commands", {"": COMMANDS[command]}).values()
    names = {name for part in parts for option in part.params for name in option.opts if name.startswith("-")}
    rows = [line for line in _section(command).splitlines() if line.startswith("| `-")]
    described = {name for row in rows for name in re.findall(r"`(--?[\w-]+)", row.split(" | ")[0])}
    assert described == names - {"--help"}


def test_the_exit_codes_are_those_of_the_table() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", DOCUMENT, flags=re.MULTILINE)
    assert rows == [(str(row.thing), row.reason) for row in EXIT_CODES]


def test_every_command_has_an_example() -> None:
    assert {line.split()[1] for line in EXAMPLES} == set(COMMANDS)


def test_the_examples_run_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_folder(tmp_path)
    make_value_table(tmp_path)
    make_watchlist(tmp_path)
    for suffix in ("csv", "toml"):
        copy(ROOT / "examples" / "registers" / f"tarvenia.{suffix}", tmp_path / f"companies.{suffix}")
    monkeypatch.chdir(tmp_path)
    for line in EXAMPLES:
        words = shlex.split(line)
        stdin = b'{"text": "The council said on Monday that the bridge was closed.", "language": "en"}\n'
        arguments = words[1 : words.index("<")] if "<" in words else words[1:]
        result = run(*arguments, stdin=stdin)
        assert (result.exit_code, result.stdout != "") == (0, True), (line, result.output)
    assert (tmp_path / "dossier.html").is_file()
    assert (tmp_path / "network.html").is_file()


@pytest.mark.slow
def test_the_examples_of_the_readme_run_with_the_example_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^whence .*", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert {line.split()[1] for line in lines} == set(COMMANDS)
    # Those that build on each other; the rest are those of docs/cli.md, on another folder.
    for line in (line for line in lines if "--case" in line):
        # Behind two blanks stands what it is for.
        result = run(*shlex.split(line.split("  ")[0])[1:])
        assert result.exit_code == 0, (line, result.output)


def test_the_version_is_shown() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"whence \d+\.\d+\.\d+\n", result.stdout)


def test_the_summary_shows_as_many_claims_as_the_document_says() -> None:
    default = next(option.default for option in COMMANDS["trace"].params if option.name == "claims")
    assert default == MOST_CLAIMS
    assert f"the summary shows; {MOST_CLAIMS} without it" in DOCUMENT
