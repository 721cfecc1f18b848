"""How good are the numbers, and the direction of copying, in generated news that nothing was set on?

Claims, statements and voices are given as they were drawn; only whom each report has them from is to be found.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import log
from pathlib import Path

from benchmarks.datasets.newsroom import GoldStory, blind_ids, build_story
from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from benchmarks.worlds import news
from benchmarks.worlds.news import UNSEEN, make_stories
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.stemma import Origins
from whence.weigh.citations import find_citations
from whence.weigh.direction import Directions
from whence.weigh.options import WeighOptions
from whence.weigh.story_words import read_story_words
from whence.weigh.weigh import weigh_story

STORIES = 60
# A direction less likely than this counts as undecided.
DECIDED = 0.6

Row = tuple[int, Origins]


def measure_news_worlds() -> Measured:
    """Weigh the claims of every unseen world, and tell directions there with all times hidden."""
    figures: list[Figure] = []
    rows: list[Row] = []
    odds: list[tuple[float, bool]] = []
    for world in UNSEEN:
        stories = [build_story(blind_ids(story)) for story in make_stories(world, STORIES)]
        found = [row for story in stories for row in _weigh(story)]
        figures.append(_coverage(world.name, found))
        rows += found
        odds += [pair for story in stories for pair in _directions(story)]
    one = [origins for true, origins in rows if true == 1]
    more = [origins for true, origins in rows if true > 1]
    false = sum(origins.numbers.at_least > 1 for origins in one)
    shown = sum(origins.numbers.at_least > 1 for origins in more)
    width = sum(origins.interval90[1] - origins.interval90[0] for _, origins in rows) / len(rows)
    figures += [
        _coverage("all unseen worlds", rows),
        Figure("mean width of the 90% interval", width, f"{len(rows)} claims"),
        Figure("likely is true", 100 * sum(o.numbers.likely == true for true, o in rows) / len(rows)),
        Figure("false corroboration", 100 * false / len(one), f"{false} of {len(one)}"),
        Figure("corroboration shown", 100 * shown / len(more), f"{shown} of {len(more)}"),
        *_right(odds),
    ]
    return Measured(
        "news-worlds", digest(Path(news.__file__), Path(news.__file__).with_name("affairs.json")), tuple(figures)
    )


def _coverage(name: str, rows: Sequence[Row]) -> Figure:
    held = sum(origins.interval90[0] <= true <= origins.interval90[1] for true, origins in rows)
    return Figure(f"90% interval covers, {name}", 100 * held / len(rows), f"{held} of {len(rows)}")


def _weigh(story: GoldStory) -> list[Row]:
    reports = {report.id: report for report in story.reports}
    weight = weigh_story(
        story.story,
        claims=story.claims,
        reports=reports,
        copies=find_copies(story.reports, boilerplate={}, options=LinkOptions()),
        voices=story.voices,
        understandings=story.understandings,
        options=WeighOptions(),
    )
    found = {claim.claim.id: claim.origins for claim in weight.claims}
    truths = story.truth["claims"]
    return [(truth["origins"]["true"], found[claim.id]) for truth, claim in zip(truths, story.claims, strict=True)]


def _directions(story: GoldStory) -> list[tuple[float, bool]]:
    """Return, for each two reports of which one took from the other, the log-odds of the true direction."""
    reports = {report.id: replace(report, published=None) for report in story.reports}
    held = list(reports.values())
    told = Directions(
        reports,
        citations=find_citations(held, story.understandings),
        words=read_story_words(held, story.claims),
    )
    shown = {report.given_id: report.id for report in held}
    return [
        (told.odds(shown[row["report"]], shown[row["parent"]]), row["acknowledged"])
        for row in story.truth["report_parents"]
        if row["parent"] in shown
    ]


def _right(odds: Sequence[tuple[float, bool]]) -> list[Figure]:
    sure = log(DECIDED / (1 - DECIDED))
    decided = [pair for pair in odds if abs(pair[0]) > sure]
    silent = [pair for pair in decided if not pair[1]]
    rows = ((decided, "direction right with times hidden, of decided"), (silent, "the same where no credit is given"))
    return [
        Figure(name, 100 * sum(value > 0 for value, _ in chosen) / len(chosen), f"{len(chosen)} of {len(odds)} pairs")
        for chosen, name in rows
    ]
