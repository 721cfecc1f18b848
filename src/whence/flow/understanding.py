"""What does each report say? Read once by the same reader, kept, and re-used by every later run."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from whence.flow.gather import in_batches
from whence.model.ids import content_id
from whence.model.report import MadeBy, Report
from whence.model.statement import Understanding
from whence.ports import Case, Finder, Gazetteer, Progress
from whence.understand.options import UnderstandOptions
from whence.understand.reader import made_by, understand

Item = TypeVar("Item")
Made = TypeVar("Made")


def understand_all(  # noqa: PLR0913 - what reads, how, and where it is kept
    reports: Sequence[Report],
    *,
    case: Case,
    finder: Finder | None,
    gazetteer: Gazetteer | None = None,
    options: UnderstandOptions,
    batch: int,
    progress: Progress,
) -> dict[str, Understanding]:
    """Return the understanding of each report by its inner id; those kept already are not made again.

    New ones are kept a batch at a time: an interruption costs at most `batch` of them. One that the built-in reader
    had to stand in for is used now and not kept, so that a later run asks the reader that was set again.
    """
    maker = made_by(options, finder, gazetteer)
    found: dict[str, Understanding] = {}
    missing: list[Report] = []
    for report in reports:
        kept = case.findings.understanding(report.text_sha256, reading_key(report, maker))
        if kept is None:
            missing.append(report)
        else:
            found[report.id] = kept

    def read(report: Report) -> Understanding:
        return understand(report, finder=finder, gazetteer=gazetteer, options=options)

    for group in in_batches(progress.advance("understanding", missing), batch):
        with case.unit():
            understood = in_turn(group, read, at_once=finder.at_once if finder else 1)
            for report, understanding in zip(group, understood, strict=True):
                if not understanding.reading.fallen_back:
                    case.findings.keep_understanding(understanding, reading_key(report, maker))
                found[report.id] = understanding
    return found


def in_turn(items: Iterable[Item], make: Callable[[Item], Made], *, at_once: int) -> Iterator[Made]:
    """Yield what is made of each item, in the order of the items, though several may be in the making.

    Only `at_once` are made at a time and at most twice as many wait to be yielded: that bounds memory. Raises what
    `make` raises, in its turn.

    >>> list(in_turn("ab", str.upper, at_once=2))
    ['A', 'B']
    """
    if at_once == 1:
        yield from map(make, items)
        return
    pool = ThreadPoolExecutor(at_once, "understand")
    try:
        waiting: deque[Future[Made]] = deque()
        for item in items:
            waiting.append(pool.submit(make, item))
            if len(waiting) > 2 * at_once:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        # Whoever stops asking, or meets an error, does not wait for what has not begun.
        pool.shutdown(cancel_futures=True)


def reading_key(report: Report, maker: MadeBy) -> str:
    """Return what an understanding depends on beside the text: the reader, and what it is told about the report."""
    published = report.published.value if report.published else None
    told = (report.title, report.outlet, report.outlet_type, report.byline, published, report.language)
    return content_id("u", maker.component, maker.version, maker.options_digest, *told)
