"""How good are the three numbers where statements, claims and voices are given as the writers labelled them?"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.datasets.newsroom import TUNED_ON, GoldStory, load_stories
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured
from whence.model.stemma import Numbers
from whence.weigh.options import WeighOptions
from whence.weigh.weigh import weigh_story

STORIES = SHARED / "newsroom"
WRITTEN = Path(__file__).resolve().parents[1] / "written" / "newsroom"


def measure_weighing() -> Measured:
    """Weigh the annotated claims: on the stories that the numbers were set on, the others, and the written ones."""
    stories = load_stories(STORIES)
    figures = [
        *_figures("set on", [story for story in stories if story.id in TUNED_ON]),
        *_figures("the others", [story for story in stories if story.id not in TUNED_ON]),
        *_figures("written", load_stories(WRITTEN)),
    ]
    return Measured("weighing", digest(*STORIES.glob("*.json"), *WRITTEN.glob("*.json")), tuple(figures))


def _figures(name: str, stories: Sequence[GoldStory]) -> list[Figure]:
    rows = [row for story in stories for row in _weigh(story)]
    one = [numbers for true, numbers in rows if true == 1]
    more = [numbers for true, numbers in rows if true > 1]

    def share(hits: Sequence[bool]) -> tuple[float, str]:
        return 100 * sum(hits) / max(1, len(hits)), f"{sum(hits)} of {len(hits)}"

    measured = {
        "likely is true": share([numbers.likely == true for true, numbers in rows]),
        "range holds the true number": share([n.at_least <= true <= n.at_most for true, n in rows]),
        "false corroboration": share([numbers.at_least > 1 for numbers in one]),
        "corroboration shown": share([numbers.at_least > 1 for numbers in more]),
        "mean width of the range": (sum(n.at_most - n.at_least for _, n in rows) / max(1, len(rows)), ""),
    }
    return [Figure(f"{name}: {what}", value, detail) for what, (value, detail) in measured.items()]


def _weigh(story: GoldStory) -> list[tuple[int, Numbers]]:
    """Return for each claim the true number of origins and the three that were found."""
    weight = weigh_story(
        story.story,
        claims=story.claims,
        reports={report.id: report for report in story.reports},
        copies=(),
        voices=story.voices,
        understandings=story.understandings,
        options=WeighOptions(),
    )
    found = {claim.claim.id: claim.origins.numbers for claim in weight.claims}
    truths = story.truth["claims"]
    return [(int(truth["origins"]["true"]), found[c.id]) for truth, c in zip(truths, story.claims, strict=True)]
