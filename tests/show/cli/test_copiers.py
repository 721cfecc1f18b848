"""Does `whence copiers` tell who copies, what it left out, and what to type where it cannot?"""

import json
import re
from pathlib import Path

import pytest

from tests.show.cli.commands import make_value_table, run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return make_value_table(tmp_path)


def test_the_group_is_named_with_examples(table: Path) -> None:
    result = run("copiers", str(table))
    assert result.exit_code == 0, result.output
    assert "7 sources, 60 items, 420 rows" in result.stdout
    assert "1. Coast Times, Harbour Desk, Quayside Today\n" in result.stdout
    assert re.search(r"the same rare value for \d\d items\n +ferry \d+: 9:\d\d, given by 3 of 7 sources", result.stdout)
    assert "at most 1 independent" in result.stdout or ", 1 independent" in result.stdout


def test_as_many_items_are_shown_as_asked_for(table: Path) -> None:
    assert len(re.findall(r"^  ferry \d+$", run("copiers", str(table), "--items", "2").stdout, flags=re.M)) == 2
    assert "--items N shows more of them" in run("copiers", str(table), "--items", "2").stdout


def test_the_json_holds_everything(table: Path) -> None:
    document = json.loads(run("copiers", str(table), "--format", "json").stdout)
    assert document["schema_version"] == "1"
    assert document["made_by"]["component"] == "whence.copiers"
    assert (document["sources"], document["items"], document["rows"]) == (7, 60, 420)
    [group] = document["groups"]
    assert group["sources"] == ["Coast Times", "Harbour Desk", "Quayside Today"]
    for item in document["disputed"]:
        for value in item["values"]:
            assert 1 <= value["independent"]["at_least"] <= value["independent"]["at_most"] <= len(value["sources"])
            assert set(value) == {"value", "sources", "independent"}


def test_no_view_says_of_a_value_that_it_is_true_or_false(table: Path) -> None:
    for output in ("text", "json"):
        words = set(re.findall(r"[a-z]+", run("copiers", str(table), "--format", output).stdout.lower()))
        assert not words & {"true", "false", "right", "wrong", "correct", "error", "accurate", "verified", "confirmed"}


def test_bad_rows_are_told_by_line_and_the_rest_goes_on(table: Path) -> None:
    with table.open("a", encoding="utf-8") as file:
        file.write("Coast Times,ferry 1\nCoast Times,ferry 1,midnight\n")
    result = run("copiers", str(table), "--quiet")
    assert result.exit_code == 1
    assert f"left out: {table}, line 422: It gives no value.\n" in result.stderr
    assert f"left out: {table}, line 423: Coast Times gives another value for ferry 1 than in line" in result.stderr
    assert "1. Coast Times, Harbour Desk, Quayside Today\n" in result.stdout
    rows = json.loads(run("copiers", str(table), "--format", "json").stdout)["refused"]
    assert [row["line"] for row in rows] == [422, 423]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Found an empty file, expected a table."),
        (b"source,item,value\n", "Found the names of the columns and no row under them, expected a row for each value"),
        (b"a,b,c\n", "Found the first line 'a,b,c', expected the names of the columns source, item and value"),
        (b"\x89PNG....", "Found a PNG picture"),
    ],
)
def test_a_file_that_is_no_table_is_wrong_usage(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    result = run("copiers", str(file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: {file}: {words}" in result.stderr
    assert "next: " in result.stderr


def test_a_missing_file_and_an_unknown_format_are_wrong_usage(tmp_path: Path, table: Path) -> None:
    assert run("copiers", str(tmp_path / "none.csv")).exit_code == 2
    result = run("copiers", str(table), "--format", "yaml")
    assert result.exit_code == 2
    assert "Choose one of: text, json." in result.stderr


def test_a_table_of_rows_that_all_lack_something_says_which(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("source,item,value\nnorth,gate 4\n", encoding="utf-8")
    result = run("copiers", str(file))
    assert result.exit_code == 1
    assert "line 2: It gives no value." in result.stderr
    assert "0 sources, 0 items, 0 rows; 0 items disputed." in result.stdout


def test_settings_are_followed(table: Path) -> None:
    result = run("copiers", str(table), "--set", "copiers.examples=1")
    assert len(re.findall("given by 3 of 7 sources", result.stdout)) == 1
