"""Does `whence add` show what new reports change, and say what it could not do?"""

from pathlib import Path

from tests.show.cli.commands import run

FILES = [str(file) for file in sorted((Path(__file__).resolve().parents[3] / "examples" / "grey-herons").glob("*.txt"))]


def test_add_shows_the_story_that_changed_and_says_what_became_of_it(tmp_path: Path) -> None:
    case = str(tmp_path / "a.case")
    assert run("trace", *FILES[:4], "--case", case).exit_code == 0
    done = run("add", *FILES, "--case", case)
    assert done.exit_code == 0
    assert "Story 1 of 1" in done.stdout
    assert f"joined: “Unsigned memo hints at foreign lessons for delta smugglers” ({len(FILES)} reports)" in done.stderr
    assert f"{len(FILES) - 4} reports taken in" in done.stderr
    assert "0 reports taken in" in run("add", "--case", case).stderr


def test_add_needs_a_case_that_was_traced(tmp_path: Path) -> None:
    missing = run("add", FILES[0], "--case", str(tmp_path / "none.case"))
    assert missing.exit_code != 0
    assert "whence trace" in missing.stderr
