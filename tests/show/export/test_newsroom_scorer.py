"""Can the scorer of the newsroom stories read what a trace is written as?"""

import importlib
import json
import sys
from typing import Any

import pytest

from benchmarks.datasets.newsroom import blind_ids, load_stories
from tests.shared import SHARED, needs_shared
from whence.model.report import MadeBy
from whence.model.stemma import Trace
from whence.show.export.json_text import encode_json
from whence.show.export.trace_json import trace_document
from whence.weigh.options import WeighOptions
from whence.weigh.rank import rank_claims
from whence.weigh.weigh import weigh_story

STORY = "ardo-dam"


@pytest.fixture(name="scorer")
def _scorer(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(SHARED / "tools"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return importlib.import_module("score_newsroom")


@needs_shared
def test_the_scorer_finds_everything_in_a_trace_made_from_the_truth(scorer: Any) -> None:
    [story] = load_stories(SHARED / "newsroom", names=[STORY])
    weight = weigh_story(
        story.story,
        claims=story.claims,
        reports={report.id: report for report in story.reports},
        copies=(),
        voices=story.voices,
        understandings=story.understandings,
        options=WeighOptions(),
    )
    trace = Trace(
        MadeBy("test", "1", ""),
        reports=story.reports,
        versions=(),
        stories=(weight.story,),
        claims=tuple(rank_claims(weight.claims)),
        edges=weight.edges,
        voices=story.voices,
        not_understood=(),
        failed=(),
    )
    truth = blind_ids(json.loads((SHARED / "newsroom" / f"{STORY}.json").read_text(encoding="utf-8")))
    scores = scorer.score([truth], json.loads(encode_json(trace_document(trace))))
    assert scores["stories, reports grouped"]["f1"] == 100
    assert scores["mentions found"]["r"] == 100
    assert scores["claims, mentions grouped"]["f1"] == 100
    assert scores["chain right, of found"] == 100
    assert scores["origins: claims answered"]["r"] == 100
    assert scores["contradictions linked"]["r"] == 100
    assert scores["edges without a passage"] == 0
