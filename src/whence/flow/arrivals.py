"""What should a person know of the reports that came, beside those that the case holds?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.model.report import Notice, Report

# The code of a notice that only repeats in detail what the counts of a run say.
KNOWN = "known"


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
