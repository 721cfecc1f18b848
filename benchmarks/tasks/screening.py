"""How many names that stand on a watchlist are found, however they are spelled, where nine in ten hits are right?"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_sort_ratio

from benchmarks.datasets.screening import LEARN, LOCKED, ScreeningQuery, ScreeningSet, files, load_screening
from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from whence.link.screening import NameReader, find_candidates, match_entry
from whence.link.screening_index import make_index
from whence.model.watchlist import ListSource, WatchEntry, Watchlist
from whence.text.name_forms import fold

PRECISION = 0.9


@dataclass(frozen=True, slots=True)
class Hit:
    """The surest entry for a query: its score, and whether it is the one expected."""

    query: ScreeningQuery
    score: float
    is_right: bool


def measure_screening() -> Measured:
    """Score the names written to learn from, by type, and the locked ones as a total; two baselines beside them."""
    figures: list[Figure] = []
    for half in (LEARN, LOCKED):
        whole = load_screening(half)
        alone = whole.without_contexts()
        for name, hits in (
            ("with contexts", find(whole)),
            ("names only", find(alone)),
            ("names only, token_sort_ratio", by_ratio(alone, token_sort_ratio)),
            ("names only, folded alike", by_ratio(alone, lambda one, other: float(one == other))),
        ):
            recall, threshold = recall_at(hits, PRECISION)
            figures.append(Figure(f"{half}: {name}, recall at precision .9", 100 * recall, f"score {threshold:.3f}"))
            if half == LEARN and "ratio" not in name and "alike" not in name:
                figures += _by_type(name, hits, threshold)
    return Measured("screening", digest(*files(LEARN), *files(LOCKED)), tuple(figures))


def find(asked: ScreeningSet) -> list[Hit]:
    """Return the surest possible match for each query, as `whence watchlist screen` scores it."""
    index, reader = make_index(asked.entries), NameReader()
    watchlist = Watchlist(ListSource("written", "written", "", ""), (), "", len(asked.entries), 0)
    hits = []
    for query in asked.queries:
        candidates = find_candidates(query.name, index, reader=reader)
        matches = [match_entry(query.name, each, asked.entries[each.entry], watchlist) for each in candidates]
        best = max(matches, key=lambda match: match.score, default=None)
        if best is not None:
            hits.append(Hit(query, best.score, best.entry.id == query.expected))
        else:
            hits.append(Hit(query, 0.0, is_right=False))
    return hits


def by_ratio(asked: ScreeningSet, alike: Callable[[str, str], float]) -> list[Hit]:
    """Return the most alike entry for each query by one comparison of folded names, within persons or the rest."""
    folded = [(entry, fold(name)) for entry in asked.entries for name in (entry.name, *entry.aliases)]
    return [_most_alike(query, folded, alike) for query in asked.queries]


def _most_alike(
    query: ScreeningQuery, folded: Sequence[tuple[WatchEntry, str]], alike: Callable[[str, str], float]
) -> Hit:
    name = fold(query.name.name)
    same_kind = [
        (alike(name, other), entry.id)
        for entry, other in folded
        if (entry.kind == "person") == (query.name.family == "person")
    ]
    score, entry = max(same_kind)
    return Hit(query, score, entry == query.expected)


def recall_at(hits: Sequence[Hit], precision: float) -> tuple[float, float]:
    """Return the best recall over all thresholds at which so many of the hits are right, and that threshold."""
    asked = sum(bool(hit.query.expected) for hit in hits)
    best, threshold = 0.0, 1.0
    for score in {hit.score for hit in hits if hit.score > 0}:
        taken = [hit for hit in hits if hit.score >= score]
        right = sum(hit.is_right for hit in taken)
        if right / len(taken) >= precision and right / asked > best:
            best, threshold = right / asked, score
    return best, threshold


def _by_type(name: str, hits: Sequence[Hit], threshold: float) -> list[Figure]:
    asked = Counter(hit.query.type for hit in hits)
    right = Counter(hit.query.type for hit in hits if hit.query.expected and hit.is_right and hit.score >= threshold)
    right += Counter(hit.query.type for hit in hits if not hit.query.expected and hit.score < threshold)
    return [
        Figure(f"learn: {name}, {kind} right", 100 * right[kind] / asked[kind], f"{right[kind]} of {asked[kind]}")
        for kind in sorted(asked)
    ]
