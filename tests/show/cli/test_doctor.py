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
        raise WeightsMissing(
            "Found no readable file.", hint="Type, in Whence's source folder: pip install --force-reinstall ."
        )


def _check(name: str, **given: Any) -> Check:
    environ: Mapping[str, str] = given.get("environ", {})
    rows = check_everything(given.get("case"), flags=given.get("flags", SettingFlags()), environ=environ)
    return next(row for row in rows if row.name == name)


def test_everything_is_there() -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.output
    for name in "versions libraries settings weights reader statements names SQLite space network".split():
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
        "weights",
        "missing",
        "Found no readable file.",
        "Type, in Whence's source folder: pip install --force-reinstall .",
    )
    result = run("doctor")
    assert result.exit_code == 1
    assert "next: Type, in Whence's source folder: pip install --force-reinstall ." in result.stdout


def test_missing_weights_of_the_network_are_found_and_no_loss_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "OnnxTagger", _NoWeights)
    row = _check("reader", flags=_reading())
    assert (row.state, row.hint) == ("missing", "Type, in Whence's source folder: pip install --force-reinstall .")
    assert _check("reader", flags=SettingFlags(set=["reader.statements=rules"])).state == "note"


def _reading(*settings: str) -> SettingFlags:
    return SettingFlags(set=[f"reader.{each}" for each in ("statements=network", *settings)])


def test_the_readers_that_are_set_are_shown() -> None:
    network = _reading()
    assert _check("statements", flags=network).found == "read by the network"
    assert _check("names", flags=network).found == "found by the network"
    rules = _reading("statements=rules")
    assert (_check("statements", flags=rules).found, _check("names", flags=rules).found) == (
        "read by the rules",
        "found by the rules",
    )


@pytest.mark.parametrize(
    ("address", "where", "state", "leaves"),
    [
        ("http://127.0.0.1:1/v1", "on this computer", "ok", "nothing leaves this machine"),
        ("https://models.example/v1", "REMOTE, not on this computer", "note", "a run with --allow-remote sends"),
    ],
)
def test_a_server_is_shown_and_what_leaves_this_computer(address: str, where: str, state: str, leaves: str) -> None:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    flags = _reading(f"statements=openai:{address}#tiny")
    statements, network = _check("statements", flags=flags), _check("network", flags=flags)
    assert statements.found == f"proposed by tiny at {address} ({where}; not contacted now)"
    assert (statements.state, network.state) == (state, state)
    assert address in network.found
    assert leaves in network.found
    assert "never used" not in network.found


def test_a_remote_server_is_no_fault_but_cannot_be_overlooked() -> None:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    result = run("doctor", "--set", "reader.statements=openai:https://models.example/v1#tiny")
    assert result.exit_code == 0
    assert "network: REMOTE: " in result.stdout
    assert "next: To keep texts on this computer: --set reader.statements=network" in result.stdout


@pytest.mark.parametrize(
    ("settings", "name", "said"),
    [
        (["statements=netwrok"], "statements", "no reader"),
        (["statements=openai:models.example/v1#tiny"], "statements", "the address of a server"),
        (["names=netwrok"], "names", "no reader"),
        (["names=spacy:no_such_pipeline"], "names", "spaCy"),
        (["names=spacy:any", "statements=rules"], "names", "the rules find names themselves"),
    ],
)
def test_a_reader_that_cannot_read_is_found(settings: list[str], name: str, said: str) -> None:
    row = _check(name, flags=_reading(*settings))
    assert (row.state, said in row.found, bool(row.hint)) == ("missing", True, True)
    assert _check("network", flags=_reading(*settings)).found == "never used: nothing leaves this machine"


def test_a_key_that_no_server_can_take_is_found_unseen() -> None:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    flags = _reading("statements=openai:http://127.0.0.1:1/v1#tiny")
    row = _check("statements", flags=flags, environ={"WHENCE_READER_KEY": "two words"})
    assert (row.state, "WHENCE_READER_KEY" in row.found, "two words" in row.found) == ("missing", True, False)


def test_a_pipeline_is_loaded_and_shown(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install '.[spacy]'")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ada Falk"}])
    pipeline.to_disk(tmp_path / "names")
    row = _check("names", flags=_reading(f"names=spacy:{tmp_path / 'names'}"))
    assert row.state == "ok"
    assert row.found.startswith("found by spacy-names/")


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
