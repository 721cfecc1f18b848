"""What does each report say? Read once by the same reader, kept, and re-used by every later run."""

from collections.abc import Sequence

from whence.flow.gather import in_batches
from whence.model.ids import content_id
from whence.model.report import MadeBy, Report
from whence.model.statement import Understanding
from whence.ports import Case, Finder, Progress
from whence.understand.options import UnderstandOptions
from whence.understand.reader import made_by, understand


def understand_all(
    reports: Sequence[Report],
    *,
    case: Case,
    finder: Finder | None,
    options: UnderstandOptions,
    batch: int,
    progress: Progress,
) -> dict[str, Understanding]:
    """Return the understanding of each report by its inner id; those kept already are not made again.

    New ones are kept a batch at a time: an interruption costs at most `batch` of them. One that the built-in reader
    had to stand in for is used now and not kept, so that a later run asks the reader that was set again.
    """
    maker = made_by(options, finder)
    found: dict[str, Understanding] = {}
    missing: list[Report] = []
    for report in reports:
        kept = case.findings.understanding(report.text_sha256, reading_key(report, maker))
        if kept is None:
            missing.append(report)
        else:
            found[report.id] = kept
    for group in in_batches(progress.advance("understanding", missing), batch):
        with case.unit():
            for report in group:
                understanding = understand(report, finder=finder, options=options)
                if not understanding.reading.fallen_back:
                    case.findings.keep_understanding(understanding, reading_key(report, maker))
                found[report.id] = understanding
    return found


def reading_key(report: Report, maker: MadeBy) -> str:
    """Return what an understanding depends on beside the text: the reader, and what it is told about the report."""
    published = report.published.value if report.published else None
    told = (report.title, report.outlet, report.outlet_type, report.byline, published, report.language)
    return content_id("u", maker.component, maker.version, maker.options_digest, *told)
