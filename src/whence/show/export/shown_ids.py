"""By which id does an output call a report? The caller's where one was given and is that report's alone."""

from collections import Counter
from collections.abc import Mapping, Sequence

from whence.model.report import Report

UNSEEN = "unseen:"


def shown_ids(reports: Sequence[Report]) -> dict[str, str]:
    """Return the id to show of each report by its inner id; one that the caller gave twice is shown as the inner one.

    Two reports must never be taken for one, and callers do give an id twice: a feed and its archive, say.
    """
    given = Counter(report.given_id for report in reports)
    taken = {report.id for report in reports}
    return {report.id: _shown_id(report, is_free=given[report.given_id] == 1, taken=taken) for report in reports}


def show_id(inner: str, shown: Mapping[str, str]) -> str:
    """Return the id to show for an inner one; what is no report of this output (unseen, an older version) stays.

    >>> show_id("unseen:Courier", {"r1": "mine"}), show_id("r1", {"r1": "mine"})
    ('unseen:Courier', 'mine')
    """
    return shown.get(inner, inner)


def _shown_id(report: Report, *, is_free: bool, taken: set[str]) -> str:
    given = report.given_id
    # An id that looks like one of ours or like an unseen source would point at the wrong thing in the output.
    if not given or not is_free or given.startswith(UNSEEN) or (given in taken and given != report.id):
        return report.id
    return given


def next_shown_id(report: Report, seen: set[str]) -> str:
    """Return the id to show of a report in a stream and add it to `seen`; a given id that was seen is not used again.

    A stream cannot know what is still to come: there the first report with an id keeps it.
    """
    given = report.given_id
    shown = given if given and given not in seen and not given.startswith(UNSEEN) else report.id
    seen.add(shown)
    return shown
