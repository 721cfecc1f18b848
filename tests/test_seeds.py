"""Are the two published reports that started the project traced as a careful reader would?

Their words are not ours to copy: rows of the shared annotation are named, never quoted.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.shared import SHARED, needs_shared
from whence.app import Session, TraceOutcome
from whence.model.spans import Span
from whence.model.stemma import Numbers
from whence.model.story import Mention
from whence.settings import load_settings
from whence.show.progress import CountingProgress

pytestmark = [needs_shared, pytest.mark.slow]

Row = dict[str, Any]


@pytest.fixture(scope="module")
def outcome() -> Iterator[TraceOutcome]:
    with Session.open(load_settings(environ={}), case_path=None, progress=CountingProgress()) as session:
        yield session.trace([str(SHARED / "seeds")])


@pytest.fixture(scope="module")
def rows() -> dict[str, tuple[str, Row]]:
    """Each row of the annotation by its name, with the name of its report's file."""
    lines = (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    passages = map(json.loads, lines)
    return {row["row"]: (passage["id"], row) for passage in passages for row in passage["statements"]}


def _mentions_of(outcome: TraceOutcome, place: tuple[str, Row]) -> list[tuple[str, Mention]]:
    """Return (claim id, mention) of every mention that covers at least half of the row's content."""
    file, row = place
    report = next(each for each in outcome.trace.reports if Path(each.path).name == file)
    start = report.text.index(row["content"])
    gold = Span(start, start + len(row["content"]))
    found = []
    for weighed in outcome.trace.claims:
        for mention in weighed.claim.mentions:
            shared = sum(max(0, min(s.end, gold.end) - max(s.start, gold.start)) for s in mention.statement.content)
            if mention.report == report.id and shared >= (gold.end - gold.start) / 2:
                found.append((weighed.claim.id, mention))
    return found


def test_they_are_one_story_of_one_or_two_origins_without_own_access(outcome: TraceOutcome) -> None:
    assert len(outcome.trace.reports) == 2
    assert [len(story.story.reports) for story in outcome.trace.stories] == [2]
    pooled = outcome.trace.stories[0].origins
    assert pooled.numbers.at_least == 1
    assert pooled.numbers.likely in {1, 2}
    assert pooled.numbers.at_most in {1, 2}
    assert pooled.own_access == 0


def test_they_come_out_the_same_from_json_lines(outcome: TraceOutcome, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    file = tmp_path / "seeds.jsonl"
    file.write_text(
        "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows), encoding="utf-8"
    )
    with Session.open(load_settings(environ={}), case_path=None, progress=CountingProgress()) as session:
        [story] = session.trace([str(file)]).trace.stories
    first = outcome.trace.stories[0].origins
    again, before = story.origins.numbers, first.numbers
    assert (again.at_least, again.likely, story.origins.own_access) == (before.at_least, before.likely, 0)
    # The ids are others, and so are the draws: the outer bound is a quantile of them.
    assert abs(again.at_most - before.at_most) <= 1


def test_no_claim_is_shown_as_having_two_origins(outcome: TraceOutcome) -> None:
    numbers: list[Numbers] = [claim.origins.numbers for claim in outcome.trace.claims]
    assert numbers
    assert max(each.at_least for each in numbers) == 1


def test_the_affair_is_one_claim_or_related_claims(outcome: TraceOutcome, rows: dict[str, tuple[str, Row]]) -> None:
    earlier = {claim for name in ("000-03", "000-07") for claim, _ in _mentions_of(outcome, rows[name])}
    later = {claim for claim, _ in _mentions_of(outcome, rows["003-08"])}
    assert earlier
    assert later
    linked = {
        (weighed.claim.id, link.claim)
        for weighed in outcome.trace.claims
        for link in weighed.claim.links
        if link.kind in {"related", "narrower", "broader"}
    }
    assert earlier & later or any({(a, b), (b, a)} & linked for a in earlier for b in later)


def test_the_chain_of_three_voices_comes_out_whole(outcome: TraceOutcome, rows: dict[str, tuple[str, Row]]) -> None:
    place = rows["003-08"]
    chains = [[voice.name for voice in mention.statement.voices] for _, mention in _mentions_of(outcome, place)]
    assert chains
    assert all(chain == [voice["name"] for voice in place[1]["voices"]] for chain in chains)


def test_the_warning_and_the_belief_rest_on_one_voice(outcome: TraceOutcome, rows: dict[str, tuple[str, Row]]) -> None:
    grounds = {voice for _, mention in _mentions_of(outcome, rows["000-05"]) for voice in mention.ground_ids}
    origins = {mention.voice_ids[-1] for _, mention in _mentions_of(outcome, rows["003-08"]) if mention.voice_ids}
    shared = grounds & origins
    assert len(shared) == 1
    voice = next(each for each in outcome.trace.voices if each.id in shared)
    assert len({occurrence.report for occurrence in voice.occurrences}) == 2
