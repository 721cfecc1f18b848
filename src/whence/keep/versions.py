"""Which kept reports are versions of one report, and which of them is the newest?"""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from whence.model.ids import content_id
from whence.model.report import Precision, Report

# Share of words that two texts under one given id have in common when they are versions of one report. Of 400 pairs of
# reports on one affair (the newsroom stories, wire copies included) half share under 0.23 and 95% under 0.33.
SAME_WORDS = 0.5
# How many characters of an instant written as ISO 8601 each precision can vouch for.
_LENGTHS: dict[Precision, int] = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}


def series_of(report: Report) -> str:
    """Return the key that all versions of one report share: its address, else the caller's id, within its outlet.

    Two outlets under one address stay two: an address may be that of the agency both copied. A given id without an
    outlet tells nothing, since every list may begin at 1. Reports of one series without an address are versions only
    where their words are mostly the same (`gather_versions`).
    """
    outlet = (report.outlet or "").strip().casefold()
    if report.url and report.url.strip():
        return content_id("s", "url", _plain_address(report.url), outlet)
    if report.given_id and outlet:
        return content_id("s", "given", report.given_id, outlet)
    return content_id("s", "alone", report.id)


def gather_versions(arrived: Iterable[tuple[str, Report]]) -> list[list[Report]]:
    """Return the versions of each report together, all in order of arrival; `arrived` are (series, report) so ordered.

    What the words have to say where there is no address: two reports taken for one is the worse mistake, since one
    of them would silently leave every trace.
    """
    by_series: dict[str, list[list[Report]]] = {}
    reports: list[list[Report]] = []
    for series, report in arrived:
        kept = by_series.setdefault(series, [])
        versions = next((versions for versions in kept if _is_version(versions[-1], report)), None)
        if versions is None:
            versions = []
            kept.append(versions)
            reports.append(versions)
        versions.append(report)
    return reports


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
    """Return the newest version of every report in order of first arrival; `arrived` as for `gather_versions`."""
    return [order_versions(versions)[-1] for versions in gather_versions(arrived)]


def versions_of(report_id: str, series: Sequence[Report]) -> list[Report]:
    """Return the versions of the report `report_id` oldest first; `series` are all of its series, as they arrived.

    None where it is not among them.
    """
    gathered = gather_versions(("", report) for report in series)
    found = next((versions for versions in gathered if any(report.id == report_id for report in versions)), [])
    return order_versions(found)


def _is_version(kept: Report, report: Report) -> bool:
    if report.url and report.url.strip():
        return True
    before, after = set(kept.text.split()), set(report.text.split())
    return 2 * len(before & after) >= SAME_WORDS * (len(before) + len(after))


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
