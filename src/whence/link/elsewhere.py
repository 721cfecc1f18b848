"""What do the other reports of a story hold that is like a statement, grouped with it or not?

A statement's claim may lack the very mention that it was retold from. So whoever asks where it comes from is told, of
each other report, how surely its most similar statement says the same, and whether the statements around it have their
like there too: who rewrites a report takes more than one statement from it.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from whence.link.pair_features import Matrix
from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying
from whence.model.story import AS_LIKELY_AS_NOT, UNLIKE, Elsewhere

# Statements on either side that are looked at.
_AROUND = 4
# Less of the surroundings than this is no more than chance.
_LEAST_AROUND = 0.05


def look_elsewhere(found: SayingGroups, sayings: Sequence[Saying]) -> list[tuple[Elsewhere, ...]]:
    """Return for each statement the other reports that hold anything like it, by id."""
    held: dict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(sayings)), key=lambda place: (sayings[place].place, sayings[place].part, place)):
        held[sayings[place].report].append(place)
    reports = sorted(held)
    best = _best_in_reports(found, [held[report] for report in reports], len(sayings))
    told: list[tuple[Elsewhere, ...]] = [()] * len(sayings)
    for own, report in enumerate(reports):
        places = held[report]
        same = best[places]
        around = _around(1 / (1 + np.exp(AS_LIKELY_AS_NOT - same)))
        is_worth = (same > UNLIKE) | (around > _LEAST_AROUND)
        is_worth[:, own] = False
        for row, place in enumerate(places):
            told[place] = tuple(
                Elsewhere(reports[column], round(float(same[row, column]), 2), round(float(around[row, column]), 3))
                for column in np.flatnonzero(is_worth[row])
            )
    return told


def _best_in_reports(found: SayingGroups, reports: Sequence[Sequence[int]], size: int) -> Matrix:
    """Return the log-odds of each statement and the one most like it in each report, (statements, reports)."""
    row_of = {place: row for row, place in enumerate(found.shown)}
    rows = np.array([row_of.get(found.stands_for[place], -1) for place in range(size)], np.int64)
    best = np.full((len(found.shown), len(reports)), UNLIKE, np.float32)
    for column, places in enumerate(reports):
        inside = np.unique(rows[list(places)])
        inside = inside[inside >= 0]
        if len(inside):
            best[:, column] = np.maximum(UNLIKE, found.likeness[:, inside].max(axis=1))
    # What was not compared, in a very large story, is like nothing.
    lacking = np.full((1, len(reports)), UNLIKE, np.float32)
    every: Matrix = np.concatenate((best, lacking))[rows]
    return every


def _around(chances: Matrix) -> Matrix:
    """Return the mean of the rows within `_AROUND` of each, itself left out."""
    size = len(chances)
    sums = np.concatenate((np.zeros((1, chances.shape[1])), np.cumsum(chances, axis=0, dtype=np.float64)))
    first = np.maximum(0, np.arange(size) - _AROUND)
    last = np.minimum(size, np.arange(size) + _AROUND + 1)
    count = np.maximum(1, last - first - 1)[:, None]
    found: Matrix = ((sums[last] - sums[first] - chances) / count).astype(np.float32)
    return found
