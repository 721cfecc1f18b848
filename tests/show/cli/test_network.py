"""Does `whence network` show who, when, where and what spread, with people's judgements as they are now?"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.show.cli.commands import run
from whence.show.export.schemas import load_schema

REPORTS = [
    {
        "id": "a",
        "outlet": "Tarn Courier",
        "published_at": "2031-03-02T08:00:00Z",
        "text": "Lena Torv heads the Tarn Harbour Trust (THT), which is based in Oslo. The port police of Tarn said on "
        "1 March 2031 that the Red Kestrel Cartel has used Orlan 40 drones in Norway since 2029. A Veldian national "
        "was held.",
    },
    {
        "id": "b",
        "outlet": "Sound Herald",
        "published_at": "2031-03-03T08:00:00Z",
        "text": "The Red Kestrel Cartel allegedly has ties to the Tarn Harbour Trust, the Tarn Courier reported. Torv "
        "denied it. A Veldian national was held by the port police of Tarn, who said that the cartel used Orlan 40 "
        "drones in Norway.",
    },
]


@pytest.fixture(scope="module")
def network_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case of two reports on one affair, traced."""
    folder = tmp_path_factory.mktemp("network")
    reports = folder / "reports.jsonl"
    reports.write_text("".join(json.dumps({**row, "language": "en"}) + "\n" for row in REPORTS), encoding="utf-8")
    path = folder / "a.case"
    result = run("trace", str(reports), "--case", str(path))
    assert result.exit_code == 0, result.output
    return path


def show(case: Path, *more: str) -> dict[str, Any]:
    """Return the network of a case as JSON."""
    result = run("network", "--case", str(case), "--format", "json", "--quiet", *more)
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def names(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {entity["name"]: entity for entity in document["entities"]}


def test_network_is_what_its_schema_says(network_case: Path) -> None:
    Draft202012Validator(load_schema("network")).validate(show(network_case))


def test_network_joins_names_and_keeps_what_was_decided(network_case: Path) -> None:
    document = show(network_case)
    torv = names(document)["Lena Torv"]
    assert {held["report"] for held in torv["occurrences"]} == {"a", "b"}
    ids = {held["id"] for held in torv["occurrences"]}
    [decision] = [each for each in document["decisions"] if {each["one"], each["other"]} == ids]
    assert (decision["verdict"], decision["by"]) == ("same", None)
    assert decision["reasons"]


def test_network_lines_are_as_certain_as_they_are_said_and_have_their_passage(network_case: Path) -> None:
    document = show(network_case)
    called = {entity["id"]: entity["name"] for entity in document["entities"]}
    lines = {
        (called[line["subject"]], line["predicate"], called[line["object"]], line["certainty"])
        for line in document["relations"]
    }
    assert ("Lena Torv", "directs", "Tarn Harbour Trust", "certain") in lines
    assert ("Red Kestrel Cartel", "linked_to", "Tarn Harbour Trust", "unstated") in lines
    texts = {row["id"]: row["text"] for row in REPORTS}
    for line in document["relations"]:
        for said in line["said"]:
            assert said["text"] in texts[said["report"]]


def test_network_leaves_the_unnamed_unnamed(network_case: Path) -> None:
    described = [entity for entity in show(network_case)["entities"] if "Veldian" in entity["name"]]
    assert [entity["named"] for entity in described] == [False, False]
    assert described[0]["maybe_same"] == [described[1]["id"]]


def test_network_tells_of_two_descriptions_that_may_be_one_once(network_case: Path) -> None:
    result = run("network", "--case", str(network_case))
    assert " ".join(result.stdout.split()).count("possibly the same as described") == 1


def test_network_about_one_says_why_its_names_are_one(network_case: Path) -> None:
    result = run("network", "--case", str(network_case), "--about", "torv")
    assert result.exit_code == 0
    assert "Why these names are one" in result.stdout
    assert "can only be this one among the names of the story" in result.stdout
    assert "Orlan" not in result.stdout


def test_network_about_nobody_offers_who_is_there(network_case: Path) -> None:
    result = run("network", "--case", str(network_case), "--about", "Lena Torf")
    assert result.exit_code == 2
    assert "Lena Torv" in result.output


def test_judged_entities_win_at_once_outlast_a_run_and_go_again_exactly(network_case: Path) -> None:
    before = show(network_case)
    kept = run("judge", "not-same", "entities", "Lena Torv", "Torv", "--case", str(network_case), "--by", "ed")
    assert kept.exit_code == 0, kept.output
    assert {"Lena Torv", "Torv"} <= names(show(network_case)).keys()
    assert run("trace", "--case", str(network_case)).exit_code == 0
    judged = show(network_case)
    assert {"Lena Torv", "Torv"} <= names(judged).keys()
    assert [each["by"] for each in judged["decisions"] if each["by"]] == ["ed"]
    number = kept.stdout.split()[0]
    assert run("judge", "undo", number, "--case", str(network_case)).exit_code == 0
    assert run("trace", "--case", str(network_case)).exit_code == 0
    assert show(network_case)["entities"] == before["entities"]


def test_two_kinds_judged_the_same_are_said_to_be_two_kinds(network_case: Path) -> None:
    kept = run("judge", "same", "entities", "Norway", "Lena Torv", "--case", str(network_case), "--by", "ed")
    assert kept.exit_code == 0, kept.output
    assert "one of them was taken for: place, the other for: person" in kept.stderr
    assert run("judge", "undo", kept.stdout.split()[0], "--case", str(network_case)).exit_code == 0


def test_described_things_are_shown_when_they_are_asked_for(network_case: Path) -> None:
    [one, *_] = [each for each in show(network_case)["entities"] if "Veldian" in each["name"]]
    shown = run("network", "--about", one["id"], "--case", str(network_case)).stdout
    assert shown.splitlines()[1].startswith("“Veldian national”  person, in 1 report")


def test_network_of_another_format_is_refused(network_case: Path) -> None:
    result = run("network", "--case", str(network_case), "--format", "xml")
    assert result.exit_code == 2
    assert "text, json" in result.output


def test_network_of_nothing_says_what_to_give() -> None:
    result = run("network")
    assert result.exit_code == 2
    assert "whence network --case FILE" in result.output
