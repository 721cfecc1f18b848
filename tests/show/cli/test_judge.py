"""Does `whence judge` keep a decision, apply it, and give the old answer back exactly when it is undone?"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.show.cli.commands import run

GATE = "the lock gate at Osk stood open all night"
REPORTS = [
    {
        "id": "a",
        "outlet": "Tarn Courier",
        "published_at": "2031-03-02T08:00:00Z",
        "text": f"Lock keeper Ivo Lund told this newspaper that {GATE}. He counted nine barges on Tuesday evening.",
    },
    {
        "id": "b",
        "outlet": "Sound Herald",
        "published_at": "2031-03-03T08:00:00Z",
        "text": f"The Tarn Courier reported that {GATE}. Mara Quist said the mayor had ordered new paint.",
    },
]


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Return a case of two reports, traced."""
    reports = tmp_path / "reports.jsonl"
    reports.write_text("".join(json.dumps(row) + "\n" for row in REPORTS), encoding="utf-8")
    path = tmp_path / "a.case"
    assert run("trace", str(reports), "--case", str(path)).exit_code == 0
    return path


@pytest.fixture
def two_stories(tmp_path: Path) -> Path:
    """Return a case of two stories, traced."""
    other = "The mill at Garn burned down, fire chief Olla Brandt said. Two cats were saved, a neighbour said."
    row = {"id": "c", "outlet": "Garn Mail", "published_at": "2031-05-02T08:00:00Z", "text": other}
    reports = tmp_path / "reports.jsonl"
    reports.write_text("".join(json.dumps(row) + "\n" for row in [*REPORTS, row]), encoding="utf-8")
    path = tmp_path / "b.case"
    assert run("trace", str(reports), "--case", str(path)).exit_code == 0
    return path


def _trace(case: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run("trace", "--case", str(case), "--format", "json").stdout)
    return document


def _claim(document: dict[str, Any], words: str) -> dict[str, Any]:
    found: dict[str, Any] = next(claim for claim in document["claims"] if words in claim["text"])
    return found


def _judge(case: Path, *words: str) -> Any:
    return run("judge", *words, "--case", str(case), "--by", "ed")


def test_claims_judged_the_same_are_one_until_it_is_undone(judged: Path) -> None:
    before = _trace(judged)
    gate, paint = (_claim(before, words)["id"] for words in ("lock gate", "paint"))
    assert gate != paint
    assert _judge(judged, "same", "claims", gate, paint).exit_code == 0
    joined = _claim(_trace(judged), "lock gate")
    assert len(joined["mentions"]) == len(_claim(before, "lock gate")["mentions"]) + 1
    assert _judge(judged, "undo", "1").exit_code == 0
    assert _trace(judged) == before


def test_reports_judged_apart_are_two_stories_until_it_is_undone(judged: Path) -> None:
    before = _trace(judged)
    assert len(before["stories"]) == 1
    _judge(judged, "not-same", "reports", "a", "b")
    assert len(_trace(judged)["stories"]) == 2
    _judge(judged, "undo", "1")
    assert _trace(judged) == before


def test_an_edge_judged_away_is_gone_until_it_is_undone(judged: Path) -> None:
    before = _trace(judged)
    assert [(edge["from"], edge["to"]) for edge in before["edges"]] == [("b", "a")]
    _judge(judged, "not-same", "edge", "b", "a")
    after = _trace(judged)
    assert after["edges"] == []
    parents = [p for m in _claim(after, "lock gate")["mentions"] if m["report"] == "b" for p in m["parents"]]
    assert "a" not in {parent["id"] for parent in parents if parent["kind"] == "report"}
    _judge(judged, "undo", "1")
    assert _trace(judged) == before


def test_a_retracted_report_falls_with_all_that_rests_on_it_at_once(judged: Path) -> None:
    before = run("explain", "1", "--case", str(judged)).stdout
    gate = _claim(_trace(judged), "lock gate")
    assert gate["origins"]["likely"] == 1
    assert _judge(judged, "retracted", "report", "a").exit_code == 0
    shown = run("explain", gate["id"], "--case", str(judged)).stdout
    assert "0 independent origins" in shown or "likely 0" in shown
    after = _claim(_trace(judged), "lock gate")
    assert after["origins"]["likely"] == 0
    assert "corrected" in after["flags"]
    paint = _claim(_trace(judged), "paint")
    assert paint["origins"]["likely"] == 1
    assert "corrected" not in paint["flags"]
    _judge(judged, "undo", "1")
    assert run("explain", "1", "--case", str(judged)).stdout == before


def test_claims_that_have_other_numbers_than_before_are_told_with_both(judged: Path) -> None:
    numbers = {claim["id"]: claim["rank"] for claim in _trace(judged)["claims"]}
    told = _judge(judged, "retracted", "report", "a").stderr
    after = {claim["id"]: claim["rank"] for claim in _trace(judged)["claims"]}
    moved = sorted((number, after[claim]) for claim, number in numbers.items() if after[claim] != number)
    assert 1 < len(moved) <= 5
    shown = ", ".join(f"{old} is {new} now" for old, new in moved)
    assert f"{len(moved)} claims have new numbers ({shown}): see them with whence trace --case {judged}\n" in told
    assert f"{len(moved)} claims have new numbers (" in _judge(judged, "undo", "1").stderr


def test_claims_typed_by_number_are_told_with_the_ids_that_stay(judged: Path) -> None:
    gate, paint = (_claim(_trace(judged), words) for words in ("lock gate", "paint"))
    told = _judge(judged, "not-same", "claims", str(gate["rank"]), f"[{paint['rank']}]").stderr
    lasting = f"{gate['rank']} is {gate['id']}, {paint['rank']} is {paint['id']}"
    assert f"that run may give claims other numbers; the ids stay: {lasting}\n" in told
    _judge(judged, "undo", "1")
    assert "the ids stay" not in _judge(judged, "not-same", "claims", gate["id"], paint["id"]).stderr
    joined = _judge(judged, "same", "claims", str(gate["rank"]), str(paint["rank"])).stderr
    assert "that run makes one claim of them, and may give it and others new numbers\n" in joined


def test_claims_judged_apart_are_told_that_they_are_two_already(judged: Path) -> None:
    gate, paint = (_claim(_trace(judged), words)["id"] for words in ("lock gate", "paint"))
    told = _judge(judged, "not-same", "claims", gate, paint).stderr
    assert "they are two claims already, and no run will make them one\n" in told


def test_a_number_means_the_claim_that_has_it_also_after_one_story_was_weighed_again(two_stories: Path) -> None:
    _judge(two_stories, "retracted", "report", "c")
    shown = {n: run("explain", str(n), "--case", str(two_stories)).stdout for n in (1, 2)}
    for number, other in ((1, 2), (2, 1)):
        said = _judge(two_stories, "not-same", "claims", str(number), str(other))
        assert said.exit_code == 0, said.stderr
        first = re.search(r"\(claims\) “[^”]*” \((c\w+)\)", said.stdout)
        assert first is not None
        assert f"Claim {number} ({first[1]})" in shown[number]
        _judge(two_stories, "undo", str(number + 1))


def test_a_judgement_that_moves_no_claim_says_nothing_of_numbers(judged: Path) -> None:
    assert "number" not in _judge(judged, "not-same", "reports", "a", "b").stderr


def test_a_refuted_voice_is_flagged(judged: Path) -> None:
    _judge(judged, "refuted", "voice", "Ivo Lund")
    after = _claim(_trace(judged), "lock gate")
    assert "refuted" in after["flags"]
    assert after["origins"]["likely"] == 0


def test_a_judgement_is_told_by_what_a_person_knows(judged: Path) -> None:
    _judge(judged, "retracted", "report", "a")
    _judge(judged, "refuted", "voice", "Ivo Lund")
    gate, paint = (_claim(_trace(judged), words)["id"] for words in ("lock gate", "paint"))
    _judge(judged, "same", "claims", gate, paint)
    apart = run("judge", "list", "--case", str(judged)).stdout
    assert re.search(r"^1 retracted \(report\) Tarn Courier: a \(r\w+\), by ed, [-\d]+ [:\d]{8} UTC$", apart, re.M)
    assert re.search(r"^2 refuted \(voice\) Ivo Lund \(v\w+\), by ed", apart, re.M)
    assert re.search(rf"^3 same \(claims\) “{GATE}” \({gate}\) and “[^”]*paint[^”]*” \({paint}\), by", apart, re.M)
    _trace(judged)
    joined = run("judge", "list", "--case", str(judged)).stdout
    assert re.search(rf"^3 same \(claims\) “{GATE}” \(m\w+\) and “[^”]*paint[^”]*” \(m\w+\), by", joined, re.M)


def test_judgements_are_listed_with_who_when_and_what_was_taken_back(judged: Path) -> None:
    _judge(judged, "retracted", "report", "a", "--note", "withdrawn on Friday")
    _judge(judged, "undo", "1")
    listed = run("judge", "list", "--case", str(judged)).stdout
    assert listed.startswith("1 retracted (report) ")
    assert "by ed" in listed
    assert "taken back" in listed
    assert "withdrawn on Friday" in listed


def test_one_thing_named_twice_is_refused(judged: Path) -> None:
    claim = _claim(_trace(judged), "lock gate")
    result = _judge(judged, "same", "claims", str(claim["rank"]), claim["id"])
    assert result.exit_code == 2
    assert f"error: Found the claim “{GATE}” ({claim['id']}) twice, expected two different ones." in result.stderr
    assert f"next: Type: whence judge same claims ONE OTHER --case {judged}" in result.stderr


def test_what_is_judged_so_already_is_refused_until_it_is_undone(judged: Path) -> None:
    _judge(judged, "retracted", "report", "a")
    again = _judge(judged, "retracted", "report", "a")
    assert again.exit_code == 2
    assert "error: Found the same judgement made already: 1 retracted (report) Tarn Courier: a" in again.stderr
    assert f"whence judge undo 1 --case {judged}" in again.stderr
    assert _judge(judged, "corrected", "report", "a").exit_code == 0
    assert _judge(judged, "retracted", "report", "a").exit_code == 0
    _judge(judged, "not-same", "reports", "a", "b")
    assert _judge(judged, "not-same", "reports", "b", "a").exit_code == 2


WRONG = [
    (("same", "claims", "1"), 2, "is not said of that"),
    (("retracted", "claims", "1", "2"), 2, "is not said of that"),
    (("burn", "report", "a"), 2, "which is no judgement"),
    (
        ("retracted", "report", "zz"),
        2,
        "has no report “zz”.\n  next: In its place type one of: a (Tarn Courier: a); b (",
    ),
    (("undo", "7"), 2, "No judgement 7 is in force"),
    (("undo", "x"), 2, "expected one number"),
]


@pytest.mark.parametrize(("words", "code", "said"), WRONG)
def test_a_wrong_judgement_says_what_to_type(judged: Path, words: tuple[str, ...], code: int, said: str) -> None:
    result = _judge(judged, *words)
    assert result.exit_code == code
    assert said in result.stderr
    assert "next: " in result.stderr
    assert run("judge", "list", "--case", str(judged)).stdout == ""
