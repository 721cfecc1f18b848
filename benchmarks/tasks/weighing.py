"""How good are the three numbers where statements, claims and voices are given as the writers labelled them?"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.datasets.newsroom import TUNED_ON, GoldStory, blind_ids, build_story, load_files, load_stories
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
    halves = [half for half in (_at_half_time(data) for data in load_files(STORIES)) if half is not None]
    figures = [
        *_figures("all, at half their time", halves),
        *_figures("set on", [story for story in stories if story.id in TUNED_ON]),
        *_figures("the others", [story for story in stories if story.id not in TUNED_ON]),
        *_figures("written", load_stories(WRITTEN)),
    ]
    return Measured("weighing", digest(*STORIES.glob("*.json"), *WRITTEN.glob("*.json")), tuple(figures))


def _at_half_time(data: dict[str, Any]) -> GoldStory | None:
    """Return a story as it stood at half its time, with the numbers that were true of its claims then."""
    times = {row["id"]: datetime.fromisoformat(row["true_time"]) for row in data["reports"]}
    middle = min(times.values()) + (max(times.values()) - min(times.values())) / 2
    known = {report for report, when in times.items() if when <= middle}
    claims = []
    for claim in data["truth"]["claims"]:
        mentions = [
            # From a report that is not out yet nobody can have it.
            row
            for row in claim["mentions"]
            if row["report"] in known and row["parent"] not in times.keys() - known
        ]
        true = {row["rests_on"] for row in mentions if row["polarity"] == "positive"}
        if true:
            claims.append(claim | {"mentions": mentions, "origins": claim["origins"] | {"true": len(true)}})
    reports = [row for row in data["reports"] if row["id"] in known]
    if len(reports) < 2 or not claims:
        return None
    truth = data["truth"] | {"claims": claims, "contradictions": []}
    return build_story(blind_ids(data | {"reports": reports, "truth": truth}))


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
