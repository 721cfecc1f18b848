"""Which kept reports are versions of one report, and which of them is the newest?"""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from whence.model.ids import content_id
from whence.model.report import Precision, Report

# How many characters of an instant written as ISO 8601 each precision can vouch for.
_LENGTHS: dict[Precision, int] = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}


def series_of(report: Report) -> str:
    """Return the key that all versions of one report share: its address, else the caller's id, within its outlet.

    Two outlets under one address stay two: an address may be that of the agency both copied. A report with neither
    address nor given id has no other versions.
    """
    outlet = (report.outlet or "").strip().casefold()
    if report.url and report.url.strip():
        return content_id("s", "url", _plain_address(report.url), outlet)
    if report.given_id:
        return content_id("s", "given", report.given_id, outlet)
    return content_id("s", "alone", report.id)


def order_versions(arrived: Sequence[Report]) -> list[Report]:
    """Return the versions of one report oldest first; `arrived` are all that were kept, in order of arrival.

    Publication times order them, cut to the coarsest precision among them, and arrival where those are equal or one
    is missing: an edited page often keeps its date. Copies that differ in nothing a reader sees (text and title) are
    one version, shown as the last of them to arrive.
    """
    distinct: list[Report] = []
    length = _shared_length(arrived)
    for report in sorted(arrived, key=lambda report: _instant(report)[:length]):
        if distinct and (distinct[-1].text_sha256, distinct[-1].title) == (report.text_sha256, report.title):
            distinct.pop()
        distinct.append(report)
    return distinct


def newest_of_each(arrived: Iterable[tuple[str, Report]]) -> list[Report]:
    """Return the newest version of each series; `arrived` are (series, report) in order of arrival, and so are they."""
    groups: dict[str, list[Report]] = {}
    for series, report in arrived:
        groups.setdefault(series, []).append(report)
    return [order_versions(group)[-1] if len(group) > 1 else group[0] for group in groups.values()]


def _plain_address(url: str) -> str:
    # http or https, a fragment, the case of the host: none of them makes another page.
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # not an address at all; then the words themselves are what is the same
        return url.strip()
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"


def _shared_length(arrived: Sequence[Report]) -> int:
    known = [report.published.precision for report in arrived if report.published]
    return min(_LENGTHS[precision] for precision in known) if known and len(known) == len(arrived) else 0


def _instant(report: Report) -> str:
    return report.published.earliest().isoformat() if report.published else ""
