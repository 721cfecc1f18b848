"""Which sources count as one, and how many of some sources are independent?"""

from collections.abc import Iterable, Mapping

import numpy as np

from whence.weigh.copy_pairs import PairEvidence
from whence.weigh.options import CopierOptions


def group_copiers(sources: int, pairs: PairEvidence, *, options: CopierOptions) -> list[list[int]]:
    """Return the places of all sources in groups, those surely copied wholesale together; most groups hold one.

    The pairs that differ least come first. Two groups are joined only where all their sources were seen to copy
    wholesale that could have been: so no chain of weak links draws sources together.
    """
    sure = pairs.wholesale >= 1 - options.doubt
    # If all that could tell were shared, would that have been enough? A share of `wholesale` gives so much by chance.
    could_tell = options.wholesale**pairs.told <= options.doubt
    against = {
        (one, other) for one, other in zip(pairs.one[~sure & could_tell], pairs.other[~sure & could_tell], strict=True)
    }
    members = {place: [place] for place in range(sources)}
    of = list(range(sources))
    chosen = np.flatnonzero(sure)
    for place in chosen[np.lexsort((chosen, -pairs.copies[chosen], -pairs.share[chosen]))].tolist():
        one, other = sorted((of[pairs.one[place]], of[pairs.other[place]]))
        crossing = ((min(a, b), max(a, b)) for a in members[one] for b in members[other])
        if one == other or any(pair in against for pair in crossing):
            continue
        members[one] += members.pop(other)
        for source in members[one]:
            of[source] = one
    return [sorted(group) for group in members.values()]


def count_apart(groups: Iterable[int], tied: Mapping[int, set[int]]) -> int:
    """Return how many of the groups can be kept so that no two are tied, those with fewest ties first.

    The greatest such number is hard to find, and this never exceeds it.

    >>> count_apart([1, 2, 3], {1: {2}, 2: {1, 3}, 3: {2}})
    2
    """
    left, kept = set(groups), 0
    while left:
        first = min(left, key=lambda group: (len(tied.get(group, set()) & left), group))
        left -= {first} | tied.get(first, set())
        kept += 1
    return kept
