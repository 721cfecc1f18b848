"""How well are edited copies found in generated worlds, and how many reports a second?"""

import time

from benchmarks.datasets.newsroom import load_stories
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured
from benchmarks.worlds.copies import HELD_OUT, Copy, make_copies
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.ids import text_sha256
from whence.model.report import MadeBy, Report

STORIES = SHARED / "newsroom"
COPIES = 120
# Copies of a world in which speed is measured.
MANY = 4000


def measure_worlds() -> Measured:
    """Find the copies of worlds that nothing was set on."""
    models = [report.text for story in load_stories(STORIES) for report in story.reports]
    right = found = true = 0
    for seed in HELD_OUT:
        copies = make_copies(models, seed=seed, copies=COPIES)
        for one, every, known in _score(models, copies):
            right, found, true = right + one, found + every, true + known
    precision, recall = 100 * right / max(1, found), 100 * right / max(1, true)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    many = [_report(str(n), copy.text) for n, copy in enumerate(make_copies(models, seed=HELD_OUT[0], copies=MANY))]
    start = time.perf_counter()
    find_copies(many, boilerplate={}, options=LinkOptions())
    seconds = time.perf_counter() - start
    figures = (
        Figure("copied characters, F1", f1, f"p {precision:.1f} r {recall:.1f}, {len(HELD_OUT)} worlds"),
        Figure("passages of copies, reports a second", MANY / seconds, f"{MANY} copies of {len(models)} models"),
    )
    return Measured("worlds", digest(*STORIES.glob("*.json")), figures)


def _score(models: list[str], copies: list[Copy]) -> list[tuple[int, int, int]]:
    """Return for each copy: characters rightly found, found, and truly copied from its model."""
    reports = [_report(f"m{number}", text) for number, text in enumerate(models)]
    reports += [_report(f"c{number}", copy.text) for number, copy in enumerate(copies)]
    spans: dict[str, set[int]] = {f"c{number}": set() for number in range(len(copies))}
    for passage in find_copies(reports, boilerplate={}, options=LinkOptions()):
        for here, there in ((passage.later, passage.earlier), (passage.earlier, passage.later)):
            if here.report.startswith("c") and there.report == f"m{copies[int(here.report[1:])].model}":
                spans[here.report] |= set(range(here.span.start, here.span.end))
    rows = []
    for number, copy in enumerate(copies):
        true = {at for span in copy.spans for at in range(span.start, span.end)}
        rows.append((len(true & spans[f"c{number}"]), len(spans[f"c{number}"]), len(true)))
    return rows


def _report(name: str, text: str) -> Report:
    sha = text_sha256(text)
    return Report(name, text, sha, sha, "text/plain", MadeBy("benchmarks", "0", ""), language="en")
