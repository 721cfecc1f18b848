"""Does `whence doctor` find what is missing, and say what to type?"""

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from tests.show.cli.commands import run
from whence.errors import WeightsMissing
from whence.keep.diagnosis import StorageFacts
from whence.show.cli import checks
from whence.show.cli.checks import Check, check_everything
from whence.show.cli.options import SettingFlags


class _NoWeights:
    def __init__(self, **_: object) -> None:
        raise WeightsMissing("Found no readable file.", hint="Type: pip install --force-reinstall whence")


def _check(name: str, **given: Any) -> Check:
    environ: Mapping[str, str] = given.get("environ", {})
    rows = check_everything(given.get("case"), flags=given.get("flags", SettingFlags()), environ=environ)
    return next(row for row in rows if row.name == name)


def test_everything_is_there() -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.output
    for name in ("versions", "libraries", "settings", "weights", "SQLite", "space", "network"):
        assert f"{name}: " in result.stdout
    assert "missing" not in result.stdout


def test_the_answer_is_json_when_asked(case: Path) -> None:
    document = json.loads(run("doctor", "--format", "json", "--case", str(case)).stdout)
    assert document["schema_version"] == "1"
    states = {row["name"]: row["state"] for row in document["checks"]}
    assert states["case"] == "ok"


def test_the_case_is_described(case: Path) -> None:
    found = _check("case", case=case).found
    assert "2 reports; last trace: " in found


def test_missing_weights_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "OnnxEncoder", _NoWeights)
    assert _check("weights") == Check(
        "weights", "missing", "Found no readable file.", "Type: pip install --force-reinstall whence"
    )
    result = run("doctor")
    assert result.exit_code == 1
    assert "next: Type: pip install --force-reinstall whence" in result.stdout


def test_a_missing_library_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "pypdf":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(checks, "version", version)
    monkeypatch.setattr(checks, "requires", lambda _: ["numpy<3,>=1", "pypdf>=5", 'pytest; extra == "test"'])
    assert _check("libraries").found == "numpy 1"
    assert _check("pypdf") == Check("pypdf", "missing", "not installed", "pip install pypdf")


def test_a_wrong_setting_is_found_and_the_rest_still_checked(tmp_path: Path) -> None:
    config = tmp_path / "whence.toml"
    config.write_text("[run]\nspeed = 9\n")
    row = _check("settings", flags=SettingFlags(config))
    assert (row.state, "speed" in row.found, bool(row.hint)) == ("missing", True, True)
    assert _check("network", flags=SettingFlags(config)).state == "ok"


def test_settings_say_where_they_come_from() -> None:
    row = _check("settings", environ={"WHENCE_RUN_THREADS": "1"})
    assert row.found == "file: none; run.threads set by WHENCE_RUN_THREADS"


@pytest.mark.parametrize(
    ("facts", "name", "state"),
    [
        (StorageFacts("3.40", has_fts5=False, has_wal=True, free_bytes=10**12), "SQLite", "note"),
        (StorageFacts("3.40", has_fts5=True, has_wal=False, free_bytes=10**12), "journal", "note"),
        (StorageFacts("3.40", has_fts5=True, has_wal=True, free_bytes=10**6), "space", "missing"),
        (StorageFacts("3.40", has_fts5=True, has_wal=True, free_bytes=None), "space", "missing"),
        (StorageFacts("3.40", has_fts5=True, has_wal=True, free_bytes=10**12), "space", "ok"),
    ],
    ids=["no index", "no log", "no room", "no folder", "all well"],
)
def test_what_storage_lacks_is_said(
    monkeypatch: pytest.MonkeyPatch, facts: StorageFacts, name: str, state: str
) -> None:
    monkeypatch.setattr(checks, "storage_facts", lambda _: facts)
    row = _check(name)
    assert row.state == state
    assert bool(row.hint) == (state != "ok")


def test_an_unusable_case_is_found(tmp_path: Path) -> None:
    broken = tmp_path / "broken.case"
    broken.write_bytes(b"nothing of a case " * 50)
    assert _check("case", case=broken).state == "missing"
    assert run("doctor", "--case", str(broken)).exit_code == 1


def test_another_format_is_refused() -> None:
    assert run("doctor", "--format", "xml").exit_code == 2
