"""Which things belong in one group, when only some pairs are known to be alike?

Average-link: two groups join while the mean likeness over all their pairs stays above a threshold. A chain of weak
links therefore does not pull strangers together, and a pair that must stay apart weighs against many that are alike.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of things by number, the smaller first, and how alike they are; one that is not listed has likeness 0."""

    first: Numbers
    second: Numbers
    likeness: Floats

    def rows(self) -> Iterator[tuple[int, int, float]]:
        """Yield (first, second, likeness) as plain numbers."""
        return zip(self.first.tolist(), self.second.tolist(), self.likeness.tolist(), strict=True)


def group_by_average(size: int, pairs: Pairs, *, threshold: float, weights: Sequence[int] = ()) -> list[int]:
    """Return a group number for each of `size` things.

    `weights` says how many things each one stands for. Ties go to the pair with the smaller numbers, so the answer
    depends on the numbering only; callers number by id, never by arrival.

    >>> pairs = Pairs(np.array([0, 1]), np.array([1, 2]), np.array([0.9, 0.6]))
    >>> group_by_average(3, pairs, threshold=0.5)
    [0, 0, 1]
    """
    counts = list(weights) if len(weights) else [1] * size
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, value in pairs.rows():
        mass = value * counts[a] * counts[b]
        sums[a][b] = sums[a].get(b, 0.0) + mass
        sums[b][a] = sums[b].get(a, 0.0) + mass
    group_of = _join_best(sums, counts, threshold)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in group_of]


def _join_best(sums: list[dict[int, float]], counts: list[int], threshold: float) -> list[int]:
    """Join the best pair of groups again and again; return the root of each thing. `sums` and `counts` are used up."""
    root = list(range(len(sums)))
    heap = [
        (-total / (counts[a] * counts[b]), a, b)
        for a, others in enumerate(sums)
        for b, total in others.items()
        if a < b and total / (counts[a] * counts[b]) >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        worth, a, b = heapq.heappop(heap)
        if root[a] != a or root[b] != b or -worth != sums[a][b] / (counts[a] * counts[b]):
            continue  # one of them has grown since
        root[b] = a
        counts[a] += counts[b]
        _merge_sums(sums, a, b)
        for other, total in sums[a].items():
            mean = total / (counts[a] * counts[other])
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return [_find_root(root, thing) for thing in range(len(root))]


def _merge_sums(sums: list[dict[int, float]], kept: int, gone: int) -> None:
    """Give the likeness of a group that is gone to the one it joined."""
    for other, total in sums[gone].items():
        del sums[other][gone]
        if other != kept:
            sums[kept][other] = sums[kept].get(other, 0.0) + total
            sums[other][kept] = sums[kept][other]
    sums[gone] = {}


def _find_root(root: list[int], thing: int) -> int:
    while root[thing] != thing:
        thing = root[thing]
    return thing


def group_all_by_average(likeness: NDArray[np.float32], *, threshold: float, weights: Sequence[int] = ()) -> list[int]:
    """Return a group number for each thing, where the likeness of every two is known; the matrix is used up.

    Follows chains of nearest neighbours: each next is the one most alike to the last, until two are each other's
    nearest and join. For average link this finds the same groups as joining the best pair of all again and again.

    >>> group_all_by_average(np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]], np.float32), threshold=0.5)
    [0, 0, 1]
    """
    size = len(likeness)
    counts = np.array(weights if len(weights) else [1] * size, np.float32)
    np.fill_diagonal(likeness, -np.inf)
    root = list(range(size))
    is_done = np.zeros(size, np.bool_)
    chain: list[int] = []
    for start in range(size):
        if not is_done[start]:
            chain.append(start)
        while chain:
            last = chain[-1]
            nearest = int(np.argmax(likeness[last]))
            before = chain[-2] if len(chain) > 1 else -1
            if before >= 0 and likeness[last, before] >= likeness[last, nearest]:
                nearest = before
            if likeness[last, nearest] < threshold:
                _close(likeness, is_done, last)
                chain.pop()
            elif nearest == before:
                del chain[-2:]
                kept, gone = min(last, nearest), max(last, nearest)
                _merge_rows(likeness, counts, kept, gone)
                root[gone] = kept
                is_done[gone] = True
                chain = chain or [kept]
            else:
                chain.append(nearest)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(_find_root(root, thing), len(numbers)) for thing in range(size)]


def _merge_rows(likeness: NDArray[np.float32], counts: NDArray[np.float32], kept: int, gone: int) -> None:
    """Put the mean of two groups in the place of the one that is kept."""
    total = counts[kept] + counts[gone]
    mean = (counts[kept] * likeness[kept] + counts[gone] * likeness[gone]) / total
    likeness[kept], likeness[:, kept] = mean, mean
    likeness[gone], likeness[:, gone] = -np.inf, -np.inf
    likeness[kept, kept] = -np.inf
    counts[kept] = total


def _close(likeness: NDArray[np.float32], is_done: NDArray[np.bool_], thing: int) -> None:
    """Take a group out that nothing is near enough to; with average link nothing ever will be."""
    likeness[thing], likeness[:, thing] = -np.inf, -np.inf
    is_done[thing] = True
