"""Which passages of a report are its site's furniture: footers, calls to subscribe, notes on the outlet?"""

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from whence.link.options import LinkOptions
from whence.model.report import Report
from whence.model.spans import Span, Spans
from whence.text.words import Hashes, Words, find_words, hash_trigrams, hash_words

# Marks that may follow the last word of a text.
_CLOSING = ' \n\t.!?)]"”’»'


def find_boilerplate(reports: Sequence[Report], *, options: LinkOptions) -> dict[str, Spans]:
    """Return, by report id, the passages that stand in three or more reports of the same site.

    Two thirds of the raw text reuse between real articles is such furniture, so it goes before anything is compared.
    Known gap: a site of one or two reports shows none.
    """
    found: dict[str, Spans] = {report.id: () for report in reports}
    for group in _group_by_site(reports):
        if len(group) >= options.boilerplate_reports:
            found.update(_find_in_site(group, options))
    return found


def name_site(report: Report) -> str:
    """Return what stands for the site of a report: its host without "www.", else its outlet, else nothing."""
    host = urlsplit(report.url).hostname if report.url else None
    return (host or report.outlet or "").casefold().removeprefix("www.")


def _group_by_site(reports: Sequence[Report]) -> list[list[Report]]:
    """Return the reports of each site; one outlet on several hosts is one site."""
    site_of_outlet: dict[str, str] = {}
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        site = name_site(report)
        if report.outlet:
            site = site_of_outlet.setdefault(report.outlet.casefold(), site)
        if site:
            groups[site].append(report)
    return list(groups.values())


def _find_in_site(group: Sequence[Report], options: LinkOptions) -> dict[str, Spans]:
    """Return the passages that at least `boilerplate_reports` of one site's reports share."""
    words = [find_words(report.text) for report in group]
    trigrams = [hash_trigrams(hash_words(found.forms)) for found in words]
    each = np.concatenate([np.unique(hashes) for hashes in trigrams])
    hashes, in_reports = np.unique(each, return_counts=True)
    common = hashes[in_reports >= options.boilerplate_reports]
    return {
        report.id: _spare_updates(
            report.text, _cover(found, _is_among(own, common), options.boilerplate_words), options
        )
        for report, found, own in zip(group, words, trigrams, strict=True)
    }


def _is_among(hashes: Hashes, common: Hashes) -> NDArray[np.bool_]:
    """Tell of each hash whether it is one of the sorted `common` ones."""
    if len(common) == 0:
        return np.zeros(len(hashes), np.bool_)
    at = np.minimum(np.searchsorted(common, hashes), len(common) - 1)
    found: NDArray[np.bool_] = common[at] == hashes
    return found


def _spare_updates(text: str, passages: Spans, options: LinkOptions) -> Spans:
    """Return all passages, or where they cover most of the text, only one that ends it.

    An agency's third update repeats the first two almost whole; that is its news, not its furniture.
    """
    if sum(span.end - span.start for span in passages) <= options.boilerplate_share * len(text):
        return passages
    return tuple(span for span in passages[-1:] if span.start > 0 and span.end >= len(text.rstrip(_CLOSING)))


def _cover(words: Words, is_common: NDArray[np.bool_], least: int) -> Spans:
    """Return the spans of runs of common trigrams that are at least `least` words long."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], is_common.astype(np.int8), [0]))))
    runs = [(first, last + 1) for first, last in edges.reshape(-1, 2) if last + 2 - first >= least]
    return tuple(Span(int(words.starts[first]), int(words.ends[last])) for first, last in runs)
