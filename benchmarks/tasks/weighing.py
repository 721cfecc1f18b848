"""How good are numbers, drift and flags where statements, claims and voices are given as the writers labelled them?"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.datasets.newsroom import TUNED_ON, GoldStory, blind_ids, build_story, load_files, load_stories
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured
from whence.model.stemma import Numbers, WeighedClaim
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
    weighed = [_weigh(story) for story in stories]
    rows = [row for story, claims in zip(stories, weighed, strict=True) for row in _numbers(story, claims)]
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
        "drift (claim, from, to, kind)": _agreement(
            [_drift(story, claims) for story, claims in zip(stories, weighed, strict=True)]
        ),
        "flags": _agreement([_flags(story, claims) for story, claims in zip(stories, weighed, strict=True)]),
    }
    return [Figure(f"{name}: {what}", value, detail) for what, (value, detail) in measured.items()]


Found = set[tuple[str, ...]]


def _weigh(story: GoldStory) -> list[WeighedClaim]:
    """Return the annotated claims of a story as weighed, in their order."""
    weight = weigh_story(
        story.story,
        claims=story.claims,
        reports={report.id: report for report in story.reports},
        copies=(),
        voices=story.voices,
        understandings=story.understandings,
        options=WeighOptions(),
    )
    found = {claim.claim.id: claim for claim in weight.claims}
    return [found[claim.id] for claim in story.claims]


def _numbers(story: GoldStory, claims: Sequence[WeighedClaim]) -> list[tuple[int, Numbers]]:
    """Return for each claim the true number of origins and the three that were found."""
    truths = story.truth["claims"]
    return [(int(truth["origins"]["true"]), c.origins.numbers) for truth, c in zip(truths, claims, strict=True)]


def _drift(story: GoldStory, claims: Sequence[WeighedClaim]) -> tuple[Found, Found]:
    """Return the annotated and the found changes of a story, without those of reports that are not out yet."""
    shown = {report.id: report.given_id or report.id for report in story.reports}
    wanted: Found = set()
    found: Found = set()
    for truth, weighed in zip(story.truth["claims"], claims, strict=True):
        rows = [row for row in truth["drift"] if {row["from"], row["to"]} <= set(shown.values())]
        wanted |= {(weighed.claim.id, row["from"], row["to"], row["kind"]) for row in rows}
        found |= {(weighed.claim.id, shown[d.earlier], shown[d.later], d.kind) for d in weighed.drift}
    return wanted, found


def _flags(story: GoldStory, claims: Sequence[WeighedClaim]) -> tuple[Found, Found]:
    pairs = list(zip(story.truth["claims"], claims, strict=True))
    wanted: Found = {(weighed.claim.id, flag) for truth, weighed in pairs for flag in truth["flags"]}
    return wanted, {(weighed.claim.id, flag) for _, weighed in pairs for flag in weighed.flags}


def _agreement(stories: Sequence[tuple[Found, Found]]) -> tuple[float, str]:
    """Return the F1 of what was found against what was annotated, over all stories, and the counts."""
    right = sum(len(wanted & found) for wanted, found in stories)
    told, annotated = sum(len(found) for _, found in stories), sum(len(wanted) for wanted, _ in stories)
    return 200 * right / max(1, told + annotated), f"{right} right of {told} told, {annotated} annotated"
