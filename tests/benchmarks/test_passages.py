"""Are the locked passages scored by their own spans, and is nothing of them printed?"""

import re

import pytest

from benchmarks.datasets.written import LEARN, LOCKED, passages
from benchmarks.tasks.passages import gold_row, measure_locked_passages
from tests.shared import needs_shared

# So many words in a row that a figure shares with a passage would be its text.
RUN = 3


def test_a_written_passage_is_scored_by_its_own_spans() -> None:
    passage = next(each for each in passages(LEARN) if each.statements[0].said.source is not None)
    row = gold_row(passage)
    said = passage.statements[0].said
    assert row["text"] == passage.text
    assert row["statements"][0]["content"] == [list(said.content)]
    assert row["statements"][0]["source"] == [list(said.source or ())]


@needs_shared
@pytest.mark.slow
def test_no_text_of_the_locked_half_is_in_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    locked = list(passages(LOCKED))
    right = {passage.id: gold_row(passage) for passage in locked}
    monkeypatch.setattr("benchmarks.tasks.passages.read_rows", lambda _: right)
    measured = measure_locked_passages()
    assert {figure.value for figure in measured.figures} == {100.0}
    told = word_runs(" . ".join(f"{figure.name} | {figure.detail}" for figure in measured.figures))
    assert [passage.id for passage in locked if word_runs(passage.text) & told] == []


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z]+|[^a-z\s]+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
