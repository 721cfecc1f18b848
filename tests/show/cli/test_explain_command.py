"""Does `whence explain` find the claim and say how its numbers come about?"""

import json
from pathlib import Path

import pytest

from tests.show.cli.commands import make_folder, run


def test_a_claim_is_explained_by_its_number(case: Path) -> None:
    result = run("explain", "1", "--case", str(case))
    assert result.exit_code == 0
    assert result.stdout.startswith("The claim\nClaim 1 (")
    assert "How the numbers come about" in result.stdout
    assert result.stderr == ""


def test_an_id_and_its_beginning_lead_to_the_same(case: Path) -> None:
    document = json.loads(run("trace", "--case", str(case), "--format", "json").stdout)
    claim = document["claims"][0]["id"]
    by_number = run("explain", "1", "--case", str(case)).stdout
    assert run("explain", claim, "--case", str(case)).stdout == by_number
    assert run("explain", claim[:-2], "--case", str(case)).stdout == by_number


def test_an_unknown_claim_says_what_to_type(case: Path) -> None:
    result = run("explain", "no-such-claim", "--case", str(case))
    assert result.exit_code == 2
    assert "Found no claim 'no-such-claim'" in result.stderr
    assert "next: Type a number that the summary shows in brackets" in result.stderr


@pytest.mark.parametrize("arguments", [("explain", "1"), ("explain",)])
def test_a_missing_case_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_case_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    result = run("explain", "1", "--case", str(tmp_path / "no.case"))
    assert result.exit_code == 2
    assert "There is no case" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_case_ends_with_three(tmp_path: Path) -> None:
    report = next(make_folder(tmp_path).iterdir())
    assert run("explain", "1", "--case", str(report)).exit_code == 3
