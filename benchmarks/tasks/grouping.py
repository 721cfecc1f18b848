"""Are reports grouped into stories, and copies with what they copy, on sets that others made?"""

import json
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from math import comb
from pathlib import Path
from typing import Any

from benchmarks.shared import SHARED, digest, scorer
from benchmarks.tasks.measure import Figure, Measured
from whence.engines.encoder import OnnxEncoder
from whence.link.boilerplate import find_boilerplate
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.link.stories import group_stories
from whence.model.ids import text_sha256
from whence.model.report import MadeBy, Report
from whence.ports import Encoder
from whence.read.moments import parse_moment

BASIL = SHARED / "data" / "stories" / "basil.jsonl"
ECB = SHARED / "data" / "stories" / "ecbplus_docs.jsonl"
COPIES = SHARED / "data" / "stories" / "wirecopy_synth.jsonl"

# Share of the shorter text that must stand in the other for two texts to count as copies of each other.
COPIED_SHARE = 0.35


def measure_stories() -> Measured:
    """Score the grouping of news articles by the event they are about, with the setting that everything else has."""
    encoder = OnnxEncoder()
    figures = [
        _score_stories("BASIL", *read_basil(with_dates=True), encoder),
        _score_stories("BASIL without dates and outlets", *read_basil(with_dates=False), encoder),
        _score_stories("ECB+", *read_ecb(), encoder),
    ]
    return Measured("stories", digest(BASIL, ECB), tuple(figures))


def measure_copies() -> Measured:
    """Score the grouping of texts by what they were copied from: cut, with noise, and with sentences put in."""
    rows = _rows(COPIES)
    reports = [_as_report(row["id"], row["text"]) for row in rows]
    options = LinkOptions()
    boilerplate = find_boilerplate(reports, options=options)
    shared: Counter[tuple[str, str]] = Counter()
    for copy in find_copies(reports, boilerplate=boilerplate, options=options):
        spans = (copy.earlier.span, copy.later.span)
        shared[copy.earlier.report, copy.later.report] += min(span.end - span.start for span in spans)
    length = {report.id: len(report.text) for report in reports}
    pairs = [(a, b) for (a, b), n in shared.items() if n >= COPIED_SHARE * min(length[a], length[b])]
    groups = join([report.id for report in reports], pairs)
    found = adjusted_rand([row["cluster"] for row in rows], [groups[report.id] for report in reports])
    return Measured("copies", digest(COPIES), (Figure("adjusted Rand index, %", 100 * found, f"{len(rows)} texts"),))


def adjusted_rand(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Return the adjusted Rand index (Hubert and Arabie 1985) of two groupings: 1 for the same, 0 for chance.

    >>> adjusted_rand([1, 1, 2, 2], ["a", "a", "b", "b"])
    1.0
    """
    both = sum(comb(n, 2) for n in Counter(zip(gold, found, strict=True)).values())
    in_gold, in_found = (sum(comb(n, 2) for n in Counter(side).values()) for side in (gold, found))
    by_chance = in_gold * in_found / comb(len(gold), 2)
    most = (in_gold + in_found) / 2
    return (both - by_chance) / (most - by_chance) if most != by_chance else 1.0


def join(items: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return for each item the one that stands for all it is joined with, directly or through others.

    >>> join(["a", "b", "c"], [("a", "b")])
    {'a': 'b', 'b': 'b', 'c': 'c'}
    """
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            item = parent[item]
        return item

    for one, other in pairs:
        parent[root(one)] = root(other)
    return {item: root(item) for item in items}


def read_basil(*, with_dates: bool) -> tuple[list[Report], dict[str, str]]:
    """Return BASIL's articles and the event of each by its id; may be measured on, not learned from."""
    rows = _rows(BASIL)
    reports = [
        replace(
            _as_report(row["id"], row["text"]),
            title=row["title"] or None,
            outlet=(row["source"] or None) if with_dates else None,
            published=parse_moment(row["date"]) if with_dates and row["date"] else None,
        )
        for row in rows
    ]
    return reports, {row["id"]: str(row["event"]) for row in rows}


def read_ecb() -> tuple[list[Report], dict[str, str]]:
    """Return the documents of ECB+ and the subtopic of each by its id."""
    rows = _rows(ECB)
    return [_as_report(row["id"], row["text"]) for row in rows], {row["id"]: str(row["subtopic"]) for row in rows}


def _score_stories(name: str, reports: Sequence[Report], story_of: Mapping[str, str], encoder: Encoder) -> Figure:
    options = LinkOptions()
    copies = find_copies(reports, boilerplate=find_boilerplate(reports, options=options), options=options)
    stories = group_stories(reports, copies=copies, encoder=encoder, options=options)
    found = {report: story.id for story in stories for report in story.reports}
    score = scorer("spans").bcubed(dict(story_of), found)
    return Figure(f"{name}: B-cubed F1", score["f1"], f"{len(reports)} articles, {score}")


def _as_report(name: str, text: str) -> Report:
    sha = text_sha256(text)
    return Report(name, text, sha, sha, "text/plain", MadeBy("benchmarks", "0", ""), language="en")


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
