"""With the writers' own statements, links and wording, how well are the newsroom stories weighed?"""

import pytest

from benchmarks.datasets.newsroom import TUNED_ON, GoldStory, load_stories
from tests.shared import SHARED, needs_shared
from whence.model.stemma import WeighedClaim
from whence.weigh.options import WeighOptions
from whence.weigh.weigh import StoryWeight, weigh_story

pytestmark = [needs_shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def weighed() -> list[tuple[GoldStory, StoryWeight]]:
    """Every story with what weighing it gives, without the copied passages that `link` would add."""
    return [
        (
            story,
            weigh_story(
                story.story,
                claims=story.claims,
                reports={report.id: report for report in story.reports},
                copies=(),
                voices=story.voices,
                understandings=story.understandings,
                options=WeighOptions(),
            ),
        )
        for story in load_stories(SHARED / "newsroom")
    ]


def test_the_loader_gives_every_story_whole(weighed: list[tuple[GoldStory, StoryWeight]]) -> None:
    assert len(weighed) == 12
    assert {story.id for story, _ in weighed} > TUNED_ON
    assert sum(len(story.reports) for story, _ in weighed) == 104
    assert sum(len(claim.mentions) for story, _ in weighed for claim in story.claims) == 477
    for story, _ in weighed:
        texts = {report.id: report.text for report in story.reports}
        spans = [(m.report, span) for claim in story.claims for m in claim.mentions for span in m.statement.content]
        assert all(span.cut(texts[report]) for report, span in spans)


@pytest.mark.parametrize("half", ["tuned", "confirmed"])
def test_the_numbers_hold_on_both_halves(weighed: list[tuple[GoldStory, StoryWeight]], half: str) -> None:
    """Floors a little under what was measured on 25 November 2026; see docs/origins.md."""
    rows = _rows([pair for pair in weighed if (pair[0].id in TUNED_ON) == (half == "tuned")])
    single = [claim for true, claim in rows if true == 1]
    several = [claim for true, claim in rows if true > 1]
    held = [c.origins.numbers.at_least <= true <= c.origins.numbers.at_most for true, c in rows]
    assert sum(true == claim.origins.numbers.likely for true, claim in rows) / len(rows) >= 0.65
    assert sum(held) / len(held) >= 0.9
    assert sum(claim.origins.numbers.at_least > 1 for claim in single) / len(single) < 0.15
    assert sum(claim.origins.numbers.at_least > 1 for claim in several) / len(several) >= 0.35


def test_no_edge_is_drawn_without_its_passage(weighed: list[tuple[GoldStory, StoryWeight]]) -> None:
    edges = [(story, edge) for story, weight in weighed for edge in weight.edges]
    assert len(edges) > 100
    for story, edge in edges:
        texts = {report.id: report.text for report in story.reports}
        assert edge.spans
        assert all(later.cut(texts[edge.later]) for later, _ in edge.spans)
        assert all(earlier.cut(texts.get(edge.earlier, texts[edge.later])) for _, earlier in edge.spans)


def _rows(pairs: list[tuple[GoldStory, StoryWeight]]) -> list[tuple[int, WeighedClaim]]:
    return [
        (row["origins"]["true"], claim)
        for story, weight in pairs
        for row, claim in zip(story.truth["claims"], weight.claims, strict=True)
    ]
