"""Does `whence read` write a line for each report?"""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.show.cli.commands import run
from whence.show.export.schemas import load_schema

LINE = {"id": "a", "text": "The council said on Monday that the bridge was closed.", "language": "en"}


def test_every_report_has_its_line(reports: Path) -> None:
    result = run("read", str(reports))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [Path(line["path"]).name for line in lines] == ["herald.txt", "ledger.txt"]
    for line in lines:
        Draft202012Validator(load_schema("read")).validate(line)
    assert result.stderr == "2 read, 0 skipped, 0 failed\n"


def test_a_date_that_cannot_be_read_is_told_once_at_the_end(reports: Path) -> None:
    (reports / "late.txt").write_text("---\ndate: yesterday\n---\nIt rained in Veldmark.\n", encoding="utf-8")
    result = run("read", str(reports))
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "3 read, 0 skipped, 0 failed"
    assert result.stderr.splitlines()[1].startswith(f"note: {reports}/late.txt: the date “yesterday” cannot be read")


def test_a_failed_input_has_its_line_too(reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "photo.jpg").write_bytes(b"\xff\xd8")
    result = run("read", str(reports))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [line["failed"][0]["code"] for line in lines if line["id"] is None] == ["empty"]
    counted, skipped = result.stderr.splitlines()[-2:]
    assert counted == "2 read, 1 skipped, 1 failed"
    assert skipped == f"skipped, being no reports by their names (.jpg): in {reports}"


def test_a_broken_line_of_standard_input_does_not_stop_the_rest() -> None:
    good = json.dumps(LINE).encode()
    result = run("read", "-", stdin=good + b"\n{broken\n" + good.replace(b'"a"', b'"b"') + b"\n")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", None, "b"]
    assert result.exit_code == 1


def test_a_given_id_that_comes_twice_is_shown_once() -> None:
    twice = json.dumps(LINE) + "\n" + json.dumps({**LINE, "outlet": "Other"}) + "\n"
    first, second = [json.loads(line) for line in run("read", "-", stdin=twice.encode()).stdout.splitlines()]
    assert first["id"] == "a"
    assert second["id"] == second["inner_id"] != first["inner_id"]


def test_an_empty_standard_input_has_failed() -> None:
    result = run("read", "-", stdin=b"")
    assert result.exit_code == 1
    assert [json.loads(line)["failed"][0]["code"] for line in result.stdout.splitlines()] == ["empty"]


def test_nothing_in_a_folder_is_wrong_usage(tmp_path: Path) -> None:
    result = run("read", str(tmp_path))
    assert result.exit_code == 2
    assert "Found nothing to read" in result.stderr


def test_another_format_is_refused(reports: Path) -> None:
    result = run("read", str(reports), "--format", "csv")
    assert result.exit_code == 2
    assert "The one format of `read` is: jsonl." in result.stderr


def test_a_lone_surrogate_comes_out_as_its_escape() -> None:
    line = b'{"id": "a", "text": "The council said \\ud800 that the bridge was closed.", "language": "en"}\n'
    result = run("read", "-", stdin=line)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "a"
