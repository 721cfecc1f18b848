"""Does a trace fall into parts by story, and come together again as it was?"""

from dataclasses import replace
from pathlib import Path

import pytest

from whence.app import Session
from whence.model.stemma import Trace
from whence.model.trace_parts import join_trace, nodes_of, split_trace
from whence.settings import load_settings
from whence.show.progress import CountingProgress

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "reader.statements": "rules"})


@pytest.fixture(scope="module")
def trace() -> Trace:
    with Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session:
        return session.trace([str(EXAMPLES)]).trace


def test_a_trace_comes_together_as_it_was(trace: Trace) -> None:
    head, parts = split_trace(trace)
    assert len(parts) == len(trace.stories) > 1
    joined = join_trace(head, list(parts.values()))
    assert joined == replace(trace, edges=joined.edges)
    assert set(joined.edges) == set(trace.edges)


def test_a_part_is_found_by_its_reports_and_voices(trace: Trace) -> None:
    _, parts = split_trace(trace)
    for story, part in parts.items():
        assert {claim.claim.story for claim in part.claims} <= {story}
        assert set(part.stories[0].story.reports) <= nodes_of(part)
        assert {voice.id for voice in part.voices} <= nodes_of(part)
