"""Which reports are one text, near enough, and how much of their text do others share?"""

from collections import defaultdict
from collections.abc import Sequence

from whence.model.report import Report
from whence.model.spans import Span
from whence.model.story import CopiedPassage

Places = tuple[int, int]


def measure_shared(reports: Sequence[Report], copies: Sequence[CopiedPassage]) -> dict[Places, int]:
    """Return how many characters two reports share word for word, by their places; shared quotations left out."""
    place_of = {report.id: place for place, report in enumerate(reports)}
    spans: dict[Places, list[Span]] = defaultdict(list)
    for copy in copies:
        if not copy.is_quotation and copy.earlier.report in place_of and copy.later.report in place_of:
            a, b = sorted((copy.earlier, copy.later), key=lambda side: place_of[side.report])
            spans[place_of[a.report], place_of[b.report]].append(a.span)
    return {places: _count_covered(found) for places, found in spans.items()}


def bundle_copies(reports: Sequence[Report], shared: dict[Places, int], *, least: float) -> list[list[int]]:
    """Return the places of reports in bundles: those that share at least that much of the longer of two texts."""
    root = list(range(len(reports)))
    for (a, b), length in sorted(shared.items()):
        if length >= least * max(len(reports[a].text), len(reports[b].text)):
            low, high = sorted((_find(root, a), _find(root, b)))
            root[high] = low
    bundles: dict[int, list[int]] = defaultdict(list)
    for place in range(len(reports)):
        bundles[_find(root, place)].append(place)
    return list(bundles.values())


def share_between_bundles(
    reports: Sequence[Report], bundles: Sequence[Sequence[int]], shared: dict[Places, int]
) -> dict[Places, float]:
    """Return, for two bundles by number, the largest share of the shorter text that two of their reports share."""
    bundle_of = {place: number for number, bundle in enumerate(bundles) for place in bundle}
    best: dict[Places, float] = {}
    for (a, b), length in shared.items():
        one, other = sorted((bundle_of[a], bundle_of[b]))
        if one != other:
            share = min(1.0, length / max(1, min(len(reports[a].text), len(reports[b].text))))
            best[one, other] = max(best.get((one, other), 0.0), share)
    return best


def _count_covered(spans: list[Span]) -> int:
    """Return how many characters lie in at least one of the spans."""
    covered, end = 0, 0
    for span in sorted(spans):
        covered += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return covered


def _find(root: list[int], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place
