"""Does what is done every day take as long in a large case? Generated news; the rules read, words are hashed.

`python -m benchmarks scale` builds cases of `SIZES` reports on disk (some minutes), and times on each of them, in the
same process, how long one report takes to be added and one retraction to be in force; then it puts a million generated
texts through the index of copies.
"""

import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.datasets.newsroom import build_report
from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from benchmarks.worlds import news
from benchmarks.worlds.news import World, make_stories
from whence.app import Session
from whence.flow.add import fill_index
from whence.link.copy_candidates import CopyIndex
from whence.link.options import LinkOptions
from whence.model.ids import content_id
from whence.model.judgement import Judgement
from whence.model.report import Report
from whence.model.stemma import Numbers, Origins, Trace, WeighedStory
from whence.model.story import Story
from whence.settings import load_settings
from whence.show.progress import CountingProgress

SIZES = (1_000, 100_000)
ADDED = 15
TEXTS = 1_000_000
# A world whose reports have times, so that a story is near in time to few others.
WORLD = World("scale", 900, missing=0.0, undated=0.0)
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "reader.statements": "rules"})


def measure_scale(sizes: Sequence[int] = SIZES, texts: int = TEXTS) -> Measured:
    """Time adding and retracting on cases of both sizes, and the index of copies."""
    added, retracted = {}, {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            added[size], retracted[size] = _measure_case(Path(folder), size)
    few, many = min(sizes), max(sizes)
    file = Path(news.__file__)
    figures = [
        *(Figure(f"seconds to add a report, case of {size:,}", value) for size, value in added.items()),
        Figure(f"time to add a report at {many:,} over that at {few:,}", added[many] / added[few]),
        *(Figure(f"seconds to retract a report, case of {size:,}", value) for size, value in retracted.items()),
        *_measure_index(texts),
    ]
    return Measured("scale", digest(file, file.with_name("affairs.json")), tuple(figures))


def _measure_case(folder: Path, size: int) -> tuple[float, float]:
    """Return the median seconds that one report takes to be added, and one retraction to be in force."""
    made = _reports()
    held = list(islice(made, size))
    new = [report for _, report in islice(made, ADDED)]
    with Session.open(SETTINGS, case_path=folder / "a.case", progress=CountingProgress()) as session:
        case = session.case
        for start in range(0, size, 5_000):
            with case.unit():
                for _, report in held[start : start + 5_000]:
                    case.reports.add(report)
        with case.unit():
            case.findings.keep_trace(_bare_trace(held, session), session.clock.now())
        for start in range(0, size, 5_000):
            with case.unit():
                fill_index(case, [r.id for _, r in held[: start + 5_000]], SETTINGS.link, CountingProgress())
        times, marks = [], []
        for report in new:
            with case.unit():
                case.reports.add(report)
            begun = time.perf_counter()
            session.add([])
            times.append(time.perf_counter() - begun)
            mark = Judgement("report", "retracted", (report.id,), (), "benchmark", session.clock.now().isoformat(), "")
            begun = time.perf_counter()
            session.judge(mark)
            marks.append(time.perf_counter() - begun)
    return median(times), median(marks)


def _reports() -> Iterator[tuple[str, Report]]:
    """Yield generated reports with the name of the story that each is of, story by story."""
    number = 0
    while True:
        story = make_stories(WORLD, 1, first=number)[0]
        number += 1
        for row in story["reports"]:
            yield story["id"], build_report(row)


def _bare_trace(held: Sequence[tuple[str, Report]], session: Session) -> Trace:
    """Return a trace of the reports' true stories, with no claims: what is added is traced with all of its story."""
    stories: dict[str, list[Report]] = {}
    for name, report in held:
        stories.setdefault(name, []).append(report)
    nothing = Origins(Numbers(0, 0, 0), 0, (0, 0), ((0, 1.0),), ())
    return Trace(
        made_by=session.made_by(),
        reports=tuple(report for _, report in held),
        versions=(),
        stories=tuple(
            WeighedStory(Story(content_id("s", name), tuple(r.id for r in reports), name, ""), nothing, ())
            for name, reports in stories.items()
        ),
        claims=(),
        edges=(),
        voices=(),
        not_understood=(),
        failed=(),
    )


def _measure_index(texts: int) -> list[Figure]:
    """Return how many generated short reports a second one core indexes and pairs, and the memory that takes."""
    few = [report.text for _, report in islice(_reports(), 10_000)]
    begun = time.perf_counter()
    index = CopyIndex(LinkOptions())
    index.add(few)
    index.pairs()
    speed = len(few) / (time.perf_counter() - begun)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    many = CopyIndex(LinkOptions())
    begun = time.perf_counter()
    # The same texts over and over, each time with a number of its own before every word.
    rounds = range(texts // len(few))
    for turn in rounds:
        many.add(text.replace(" ", f" {turn}", 40) for text in few)
    pairs = len(many.pairs())
    seconds = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        Figure("candidates of copies: short reports a second and core", speed, f"{len(few)} reports"),
        Figure(
            "the same with the whole number of texts",
            len(few) * len(rounds) / seconds,
            f"{len(few) * len(rounds):,} texts, {pairs:,} pairs, {after - before:.0f} MB more",
        ),
    ]
