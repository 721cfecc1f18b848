"""Do the counts of passages give the shared scorer's figures, and intervals that hold them?"""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.chain_scores import (
    FEWEST,
    add_up,
    count_passage,
    count_passages,
    intervals,
    macro,
    match,
    scores,
    with_spans,
)
from benchmarks.datasets.written import LEARN, passages
from benchmarks.shared import scorer
from benchmarks.tasks.passages import CHAINS, WRITTEN, gold_row
from tests.shared import needs_shared
from whence.model.ids import text_sha256
from whence.model.report import MadeBy, Report
from whence.show.export.read_jsonl import read_line
from whence.understand.reader import understand

pytestmark = [
    needs_shared,
    # The shared scorers leave the files they read to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

Row = dict[str, Any]


def statement(content: list[list[int]], *voices: str, **labels: Any) -> Row:
    named = [{"name": name, "kind": "person"} for name in voices]
    act = "asserts" if voices else "own_voice"
    return {"content": content, "source": [], "cue": [], "voices": named, "act": act, **labels}


def read_by_rules(row: Row) -> Row:
    sha = text_sha256(row["text"])
    made_by = MadeBy("test", "0", "")
    report = Report(
        row["id"], row["text"], sha, sha, "text/plain", made_by, given_id=row["id"], outlet=row["outlet"], language="en"
    )
    return dict(read_line(report, understand(report)))


@pytest.mark.slow
@pytest.mark.parametrize("file", [CHAINS, WRITTEN], ids=lambda file: file.stem)
def test_the_figures_are_the_shared_scorers(file: Path) -> None:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    system = {row["id"]: read_by_rules(row) for row in rows}
    # What is not read at all is missed by both.
    del system[rows[0]["id"]]
    theirs, _ = scorer("score_chains").score({row["id"]: row for row in rows}, system)
    ours = scores(add_up(count_passages([with_spans(row) for row in rows], system)))
    assert ours == theirs
    assert ours["statements"]["f1"] > 50


def test_parts_of_the_shared_chains_become_the_spans_that_they_are_scored_by() -> None:
    row = {"text": "No, he said.", "statements": [{"content": "No", "source": "he", "cue": None, "voices": []}]}
    (found,) = with_spans(row)["statements"]
    assert (found["content"], found["source"], found["cue"]) == ([[0, 2]], [[4, 6]], [])


@pytest.mark.slow
def test_a_written_passage_read_as_it_is_labelled_has_all_right() -> None:
    rows = [gold_row(passage) for passage in passages(LEARN)]
    found = scores(add_up(count_passages(rows, {row["id"]: row for row in rows})))
    assert {name: value.get("f1", value.get("r")) for name, value in found.items()} == dict.fromkeys(found, 100.0)
    assert len(found) == 13


def test_each_statement_is_used_once_and_the_best_overlap_goes_first() -> None:
    gold = [statement([[0, 10]], "A"), statement([[0, 8]], "B")]
    assert match(gold, [statement([[0, 8]], "B")]) == {1: 0}
    assert match(gold, [statement([[0, 10]])]) == {}


def test_own_voice_in_an_attributed_content_is_wrong_and_elsewhere_is_not() -> None:
    gold = [statement([[0, 10]], "A")]
    counts = count_passage(gold, [statement([[0, 10]], "A"), statement([[2, 8]]), statement([[20, 30]])])
    assert (counts["system",], counts["own wrong",], counts["found",]) == (1, 1, 1)


def test_macro_of_counted_pairs_is_the_shared_scorers_of_listed_ones() -> None:
    pairs: dict[tuple[str, ...], int] = {("a", "a"): 3, ("b", "a"): 1, ("b", "c"): 2}
    listed = [pair for pair, count in pairs.items() for _ in range(count)]
    assert macro(pairs) == scorer("spans").macro(listed)


def test_an_interval_holds_its_figure_and_comes_out_the_same_again() -> None:
    right, wrong = statement([[0, 10]], "A"), statement([[0, 10]], "Z")
    counts = [count_passage([right], [wrong if number % 4 == 0 else right]) for number in range(100)]
    found = intervals(counts)
    low, high = found["chain"]
    assert 60 < low < 75 < high < 90
    assert found["statements"] == (100.0, 100.0)
    assert found == intervals(counts)


def test_few_passages_have_no_interval() -> None:
    counts = [count_passage([statement([[0, 10]], "A")], [])] * (FEWEST - 1)
    assert intervals(counts) == {}
