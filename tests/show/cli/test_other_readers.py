"""Do `whence read` and `whence trace` read with a model or a spaCy pipeline, and say where texts went?"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.show.cli.commands import run
from tests.show.cli.models import Model, running_model
from whence.show.export.schemas import load_schema

BRIDGE = "The council said on Monday that the bridge was closed."
FERRY = "The harbour master said on Monday that the ferry was late."
STDIN = "".join(json.dumps({"text": text, "language": "en"}) + "\n" for text in (BRIDGE, FERRY))
CLOSED = {"content": "the bridge was closed", "source": "The council", "cue": "said", "act": "asserts"}
SPOOFED = {**CLOSED, "content": "the bridge had burned"}


@pytest.fixture(name="model")
def _model() -> Iterator[Model]:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    with running_model() as model:
        model.propose = lambda passage: [CLOSED, SPOOFED] if "council" in passage else None
        yield model


def _read(*arguments: str) -> tuple[list[Any], str]:
    result = run("read", "-", *arguments, stdin=STDIN.encode())
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    for line in lines:
        Draft202012Validator(load_schema("read")).validate(line)
    return lines, result.stderr


def test_a_model_on_this_computer_is_asked_and_checked(model: Model) -> None:
    (bridge, ferry), said = _read("--set", model.setting())
    assert model.passages == [BRIDGE, FERRY]
    [statement] = [each for each in bridge["statements"] if each["cue"]]
    words = {part: BRIDGE[slice(*statement[part][0])] for part in ("content", "source", "cue")}
    assert words == {"content": "the bridge was closed", "source": "The council", "cue": "said"}
    reason = f"{model.address()} answered with the status 500, expected 200"
    assert bridge["reader"] == {"rejected": 1, "fallen_back": 0, "reason": None, "remote": None}
    assert ferry["reader"] == {"rejected": 0, "fallen_back": 1, "reason": f"{reason}.", "remote": None}
    assert said.splitlines() == [
        "2 read, 0 skipped, 0 failed",
        f"1 proposal rejected (not in the text word for word), 1 passage read by the built-in reader instead: {reason}",
    ]


def test_the_maker_of_what_a_model_proposed_is_another_than_the_networks(model: Model) -> None:
    digests = [_read(*typed)[0][0]["made_by"]["options_digest"] for typed in ((), ("--set", model.setting()))]
    assert len(set(digests)) == 2


@pytest.mark.parametrize("command", ["read", "trace"])
def test_a_server_elsewhere_is_refused_before_anything_is_sent_or_made(
    model: Model, command: str, tmp_path: Path
) -> None:
    more = ("--case", str(tmp_path / "affair.case")) if command == "trace" else ()
    result = run(command, "-", *more, "--set", model.setting("127.1"), stdin=STDIN.encode())
    assert (result.exit_code, result.stdout, model.passages) == (2, "", [])
    assert f"{model.address('127.1')} is not surely on this computer" in result.stderr
    assert "next: Add --allow-remote" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_server_elsewhere_is_asked_where_the_run_says_so_and_every_line_says_it(model: Model) -> None:
    lines, said = _read("--set", model.setting("127.1"), "--allow-remote")
    address = model.address("127.1")
    assert said.splitlines()[0] == f"the texts of reports are sent to {address}, which is not on this computer"
    assert [line["reader"]["remote"] for line in lines] == [address, address]
    assert model.passages == [BRIDGE, FERRY]


def test_a_trace_says_where_its_texts_went_even_where_they_were_read_before(model: Model, tmp_path: Path) -> None:
    typed = ("--case", str(tmp_path / "a.case"), "--set", model.setting("127.1"), "--allow-remote", "--format", "json")
    model.propose = lambda _: [CLOSED]
    first = run("trace", "-", *typed, stdin=STDIN.encode())
    assert (first.exit_code, len(model.passages)) == (0, 2), first.output
    again = run("trace", *typed, "--out", str(tmp_path / "dossier.html"))
    assert len(model.passages) == 2
    assert f"{model.address('127.1')}</bdi>, to be read there." in (tmp_path / "dossier.html").read_text("utf-8")
    for result in (first, again):
        document = json.loads(result.stdout)
        Draft202012Validator(load_schema("trace")).validate(document)
        assert document["remote"] == model.address("127.1")
        assert "1 proposal rejected (not in the text word for word), 0 passages read by" in result.stderr


def test_a_trace_asks_again_about_what_the_model_did_not_answer(model: Model, tmp_path: Path) -> None:
    typed = ("--case", str(tmp_path / "a.case"), "--set", model.setting())
    first = run("trace", "-", *typed, stdin=STDIN.encode())
    assert first.exit_code == 0, first.output
    reason = f"{model.address()} answered with the status 500, expected 200"
    assert f"1 passage read by the built-in reader instead: {reason}\n" in first.stderr
    model.propose = lambda _: []
    again = run("trace", *typed)
    assert model.passages == [BRIDGE, FERRY, FERRY]
    assert "0 passages read by the built-in reader instead\n" in again.stderr


def test_why_a_server_gave_no_answer_is_said_once() -> None:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    with running_model() as model:
        typed = ("--set", model.setting())
    # Nothing listens there any more.
    _, said = _read(*typed)
    traced = run("trace", "-", *typed, stdin=STDIN.encode())
    for messages in (said, traced.stderr):
        [line] = [line for line in messages.splitlines() if "cannot be reached" in line]
        assert f"2 passages read by the built-in reader instead: {model.address()} cannot be reached (" in line
        assert "refused" in line


def test_a_run_that_asks_nobody_is_silent_about_it() -> None:
    lines, said = _read("--allow-remote")
    assert said == "2 read, 0 skipped, 0 failed\n"
    assert [line["reader"] for line in lines] == [{"rejected": 0, "fallen_back": 0, "reason": None, "remote": None}] * 2


def test_names_come_from_a_spacy_pipeline(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install '.[spacy]'")
    pipeline = spacy.blank("en")
    # A name that only this pipeline knows to be one.
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "EQUIPMENT", "pattern": "ferry"}])
    pipeline.to_disk(tmp_path / "names")
    names = f"reader.names=spacy:{tmp_path / 'names'}"
    (bridge, ferry), _ = _read("--set", "reader.statements=network", "--set", names)
    assert bridge["entities"] == []
    assert [(each["name"], each["kind"]) for each in ferry["entities"]] == [("ferry", "equipment")]
    start = FERRY.index("ferry")
    assert ferry["entities"][0]["occurrences"] == [[start, start + 5]]
