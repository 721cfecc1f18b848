"""Does `whence trace` answer on standard output, and say the rest on standard error?"""

import errno
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.show.cli.commands import run
from whence.errors import FixUsage
from whence.show.cli.tracing import write_dossier
from whence.show.export.schemas import load_schema

CRATES = "The port authority of Veldmark said on Monday that {} crates of copper wire were missing from the north quay."


def test_the_summary_goes_to_standard_output_and_counts_to_standard_error(reports: Path) -> None:
    result = run("trace", str(reports))
    assert result.exit_code == 0
    assert "independent origin" in result.stdout
    assert result.stderr.splitlines()[0] == "2 read, 0 known already, 0 skipped, 0 failed"
    assert "whence explain 1 --case FILE" in result.stderr


def test_json_is_alone_on_standard_output(reports: Path) -> None:
    result = run("trace", str(reports), "--format", "json")
    document = json.loads(result.stdout)
    Draft202012Validator(load_schema("trace")).validate(document)
    assert {report["outlet"] for report in document["reports"]} == {"Quay Ledger", "Daily Herald"}


def test_jsonl_is_a_record_a_line(reports: Path) -> None:
    lines = [json.loads(line) for line in run("trace", str(reports), "--format", "jsonl").stdout.splitlines()]
    assert [line["type"] for line in lines[:3]] == ["run", "report", "report"]


def test_a_failed_input_is_listed_and_the_exit_code_says_so(reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "photo.jpg").write_bytes(b"\xff\xd8")
    result = run("trace", str(reports), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["failed"][0]["code"] == "empty"
    assert "failed: " in result.stderr
    assert "empty.txt" in result.stderr
    assert "2 read, 0 known already, 1 skipped, 1 failed" in result.stderr
    assert f"skipped, being no reports by their names (.jpg): in {reports}\n" in result.stderr


def test_dates_that_cannot_be_read_are_told_a_few_by_name_and_the_rest_counted(reports: Path) -> None:
    for number in range(7):
        (reports / f"{number}.txt").write_text(f"---\ndate: 0{number}/02/2031\n---\nTram {number} was late.\n")
    said = run("trace", str(reports)).stderr
    assert f"note: {reports}/0.txt: the date “00/02/2031” cannot be read, expected one like 2031-02-03" in said
    assert said.count("cannot be read") == 5
    assert "note: 2 more inputs like that; --verbose names them" in said
    assert run("trace", str(reports), "--verbose").stderr.count("cannot be read") == 7


def test_a_file_that_holds_a_known_report_is_named_to_who_asks_for_details(reports: Path) -> None:
    (reports / "zz-copy.txt").write_bytes((reports / "ledger.txt").read_bytes())
    said = run("trace", str(reports)).stderr
    assert "2 read, 1 known already (1 under another name: --verbose says which), 0 skipped" in said
    assert "zz-copy" not in said
    detailed = run("trace", str(reports), "--verbose").stderr
    assert f"note: {reports}/zz-copy.txt: the same report as {reports}/ledger.txt, which is kept once" in detailed


def test_an_edited_file_without_an_address_is_told_to_be_two_reports(reports: Path, tmp_path: Path) -> None:
    case, file = str(tmp_path / "affair.case"), reports / "ledger.txt"
    run("trace", str(reports), "--case", case)
    file.write_text(file.read_text(encoding="utf-8").replace("12 crates", "19 crates"), encoding="utf-8")
    said = run("trace", str(reports), "--case", case).stderr
    assert f"note: {file}: it has another text than when it was first read; both are kept as two reports." in said
    assert "another text" not in run("trace", str(reports), "--case", case).stderr


def test_quiet_leaves_failures_and_nothing_else(reports: Path) -> None:
    assert run("trace", str(reports), "--quiet").stderr == ""
    (reports / "empty.txt").write_bytes(b"")
    assert run("trace", str(reports), "--quiet").stderr.startswith("failed: ")


def test_standard_input_is_json_lines(reports: Path) -> None:
    line = json.dumps(
        {"id": "mine", "text": "The council said on Monday that the bridge was closed.", "language": "en"}
    )
    document = json.loads(run("trace", "-", "--format", "json", stdin=f"{line}\n".encode()).stdout)
    assert [report["id"] for report in document["reports"]] == ["mine"]


def test_a_case_adds_up(reports: Path, tmp_path: Path) -> None:
    case = str(tmp_path / "affair.case")
    assert "2 read, 0 known" in run("trace", str(reports), "--case", case).stderr
    again = run("trace", str(reports), "--case", case)
    assert "0 read, 2 known" in again.stderr
    assert run("trace", "--case", case).stdout == again.stdout


def test_the_dossier_is_written_whole(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier.html"
    result = run("trace", str(reports), "--out", str(out))
    assert result.exit_code == 0
    assert "<html" in out.read_text(encoding="utf-8")
    assert f"dossier: {out}" in result.stderr
    assert not list(tmp_path.glob(".dossier*"))


def test_a_dossier_is_made_again_over_an_older_one(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier.html"
    for _ in range(2):
        assert run("trace", str(reports), "--out", str(out)).exit_code == 0
    assert re.search(r'<meta name="generator" content="Whence \d', out.read_text(encoding="utf-8")[:2048])


@pytest.mark.parametrize("typed", ["page.html", "./page.html", "link.html", "hard.html", "dossier.html"])
def test_a_dossier_takes_the_place_of_no_file_but_a_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    page = tmp_path / "page.html"
    quoting = 'The page had <meta name="generator" content="Whence"> in it.'
    page.write_text(f"<html><body><p>{'The council said the bridge was closed. ' * 99}{quoting}</p></body></html>")
    (tmp_path / "link.html").symlink_to(page)
    (tmp_path / "hard.html").hardlink_to(page)
    (tmp_path / "dossier.html").write_text("notes")
    monkeypatch.chdir(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    result = run("trace", "page.html", "--out", typed)
    assert result.exit_code == 2
    assert f"{typed.removeprefix('./')}" in result.stderr
    assert "next: Name another file after --out" in result.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_dossier_takes_the_place_of_neither_its_input_nor_its_case_nor_a_link(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier.html"
    run("trace", str(reports), "--out", str(out))
    assert "is an input or the case" in run("trace", str(out), "--out", str(out)).stderr
    new = str(tmp_path / "new.html")
    assert "is an input or the case" in run("trace", str(reports), "--case", new, "--out", new).stderr
    link = tmp_path / "link.html"
    link.symlink_to(out)
    assert "a symbolic link" in run("trace", str(reports), "--out", str(link)).stderr
    assert link.is_symlink()


def test_a_case_is_not_made_where_nothing_is_to_be_read(tmp_path: Path) -> None:
    result = run("trace", "--case", str(tmp_path / "typo.case"))
    assert result.exit_code == 2
    assert "There is no case at " in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_dossier_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "dossier.html"
    out.write_text("old")
    monkeypatch.setattr(Path, "replace", _refuse)
    with pytest.raises(FixUsage, match=r"cannot be written to .*dossier.html: No space left"):
        write_dossier("new", out)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def _refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Found nothing to trace."),
        (("{reports}", "--format", "xml"), "Choose one of: summary, json, jsonl."),
        (("{reports}", "--out", "dossier.json"), "the dossier is an HTML file"),
        (("{reports}", "--out", "nowhere/dossier.html"), "There is no folder nowhere"),
        (("{reports}", "--set", "run.threads"), "--set SECTION.KEY=VALUE"),
        (("{reports}", "--set", "run.speed=9"), "expected a setting of [run]"),
        (("{reports}", "--set", "run.threads=many"), "run"),
        (("{reports}", "--config", "nothing.toml"), "There is no settings file nothing.toml."),
        (("{empty}",), "Found no files"),
    ],
)
def test_wrong_usage_says_what_to_type(reports: Path, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "empty").mkdir()
    result = run("trace", *(each.format(reports=reports, empty=tmp_path / "empty") for each in arguments))
    assert result.exit_code == 2
    assert said in result.stderr
    assert "error: " in result.stderr
    assert "next: " in result.stderr
    assert result.stdout == ""


def test_a_case_that_cannot_be_used_ends_with_three(reports: Path, tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    case.write_bytes(b"no case " * 200)
    result = run("trace", str(reports), "--case", str(case))
    assert result.exit_code == 3
    assert "next: " in result.stderr
    assert case.read_bytes() == b"no case " * 200


def test_verbose_says_which_settings_are_in_force(reports: Path) -> None:
    result = run("trace", str(reports), "--verbose", "--threads", "1")
    assert "settings file: none" in result.stderr
    assert "set by flag: run.threads" in result.stderr
    assert "set by WHENCE_RUN_ENCODER: run.encoder" in result.stderr


def test_fewer_claims_are_shown_when_asked(reports: Path) -> None:
    assert "shows them" in run("trace", str(reports), "--claims", "1").stdout


def test_explain_is_named_only_where_a_claim_is_shown(reports: Path) -> None:
    alone = run("trace", str(reports / "ledger.txt"))
    assert "Nothing to compare" in alone.stdout
    assert "whence explain" not in alone.stderr
    assert "whence explain" not in run("trace", str(reports), "--format", "json").stderr


def test_a_newer_version_of_a_report_is_said_in_the_summary_and_explained(tmp_path: Path) -> None:
    case = str(tmp_path / "affair.case")
    lines = [
        {"id": "a", "url": "https://ledger.example/crates", "outlet": "Quay Ledger", "text": CRATES.format(12)},
        {"id": "b", "url": "https://ledger.example/crates", "outlet": "Quay Ledger", "text": CRATES.format(19)},
        {"id": "c", "outlet": "Daily Herald", "text": CRATES.format(19)},
    ]
    for line in lines:
        run("trace", "-", "--case", case, stdin=json.dumps({**line, "language": "en"}).encode())
    assert "changed since 1 earlier version" in run("trace", "--case", case).stdout
    explained = " ".join(run("explain", "1", "--case", case).stdout.split())
    assert "Quay Ledger changed since 1 earlier version:" in explained
    assert "“12” became “19”" in explained
