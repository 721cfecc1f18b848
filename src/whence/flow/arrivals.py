"""What should a person know of the reports that came, beside those that the case holds?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.model.report import Notice, Report

# The code of a notice that only repeats in detail what the counts of a run say.
KNOWN = "known"
# How the path of a line of standard input begins.
LINE_OF_INPUT = "-:"
_REWRITTEN = (
    "it has another text than when it was first read; both are kept as two reports. "
    "To keep them as versions give the report a url, or an outlet and an id (docs/case.md)"
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One report as it came: under which path, its inner id, and whether the case did not have it yet."""

    path: str
    report: str
    is_new: bool


def find_known(arrivals: Sequence[Arrival], reports: Sequence[Report]) -> Iterator[Notice]:
    """Yield a notice for each arrival that the case has already under another path; `reports` are those it holds."""
    paths = {report.id: report.path for report in reports}
    for arrival in arrivals:
        kept = paths.get(arrival.report, arrival.path)
        if not arrival.is_new and kept != arrival.path:
            yield Notice(arrival.path, KNOWN, f"the same report as {kept}, which is kept once")


def find_rewritten(arrivals: Sequence[Arrival], reports: Sequence[Report]) -> Iterator[Notice]:
    """Yield a notice for each file whose text is another than at an earlier run, where nothing makes both versions.

    Only what stands at the same path with the same outlet, title and time is taken for one file; lines of standard
    input have no path of their own.
    """
    new = {arrival.report for arrival in arrivals if arrival.is_new}
    texts: dict[tuple[object, ...], list[Report]] = {}
    for report in reports:
        has_versions = bool(report.url or (report.given_id and report.outlet))
        if not has_versions and not report.path.startswith(LINE_OF_INPUT):
            texts.setdefault((report.path, report.outlet, report.title, report.published), []).append(report)
    for alike in texts.values():
        if len({report.text_sha256 for report in alike}) > 1 and any(report.id in new for report in alike):
            yield Notice(alike[0].path, "other_text", _REWRITTEN)
