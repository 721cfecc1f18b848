"""Which things belong in one group, when only some pairs are known to be alike?

Average-link: two groups join while the mean likeness over all their pairs stays above a threshold. A chain of weak
links therefore does not pull strangers together, and a pair that must stay apart weighs against many that are alike.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Up to so many things the likeness of all pairs is held in a table, 64 MB; beyond it only of pairs that are listed.
MOST_IN_TABLE = 4_000

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


def group_by_average(
    size: int, pairs: Pairs, *, threshold: float, weights: Sequence[int] = (), most_in_table: int = MOST_IN_TABLE
) -> list[int]:
    """Return a group number for each of `size` things.

    `weights` says how many things each one stands for. Ties go to the pair with the smaller numbers, so the answer
    depends on the numbering only; callers number by id, never by arrival.

    >>> pairs = Pairs(np.array([0, 1]), np.array([1, 2]), np.array([0.9, 0.6]))
    >>> group_by_average(3, pairs, threshold=0.5)
    [0, 0, 1]
    """
    if size <= most_in_table:
        return _group_in_table(size, pairs, threshold, weights)
    counts = list(weights) if len(weights) else [1] * size
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, value in pairs.rows():
        mass = value * counts[a] * counts[b]
        sums[a][b] = sums[a].get(b, 0.0) + mass
        sums[b][a] = sums[b].get(a, 0.0) + mass
    return _number_groups(_join_best(sums, counts, threshold))


def _group_in_table(size: int, pairs: Pairs, threshold: float, weights: Sequence[int]) -> list[int]:
    """Return the groups by way of a table of all pairs."""
    likeness = np.zeros((size, size), np.float32)
    likeness[pairs.first, pairs.second] = pairs.likeness
    likeness[pairs.second, pairs.first] = pairs.likeness
    forest = grow_forest(likeness, threshold=threshold, weights=weights)
    group_of = [0] * size
    for root in forest.roots:
        for thing in forest.leaves(root):
            group_of[thing] = root
    return _number_groups(group_of)


def _number_groups(group_of: Sequence[int]) -> list[int]:
    """Return group numbers from 0, in the order of their first things."""
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


@dataclass(frozen=True, slots=True)
class Forest:
    """How things joined: node `size + k` is the k-th join, of two `children`; a node of `roots` is a whole group."""

    size: int
    children: tuple[tuple[int, int], ...]
    roots: tuple[int, ...]

    def leaves(self, node: int) -> list[int]:
        """Return the things under a node, in order."""
        found, waiting = [], [node]
        while waiting:
            next_node = waiting.pop()
            if next_node < self.size:
                found.append(next_node)
            else:
                waiting.extend(self.children[next_node - self.size])
        return sorted(found)


def grow_forest(likeness: NDArray[np.float32], *, threshold: float, weights: Sequence[int] = ()) -> Forest:
    """Return how things join, where the likeness of every two is known; the matrix is used up.

    Follows chains of nearest neighbours: each next is the one most alike to the last, until two are each other's
    nearest and join. For average link this finds the same groups as joining the best pair of all again and again.

    >>> likeness = np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]], np.float32)
    >>> grow_forest(likeness, threshold=0.5).roots
    (3, 2)
    """
    size = len(likeness)
    counts = np.array(weights if len(weights) else [1] * size, np.float32)
    np.fill_diagonal(likeness, -np.inf)
    node_of = list(range(size))
    is_done = np.zeros(size, np.bool_)
    children: list[tuple[int, int]] = []
    roots: list[int] = []
    chain: list[int] = []
    for start in range(size):
        if not is_done[start]:
            chain.append(start)
        while chain:
            last, before = chain[-1], chain[-2] if len(chain) > 1 else -1
            nearest = int(np.argmax(likeness[last]))
            if before >= 0 and likeness[last, before] >= likeness[last, nearest]:
                nearest = before
            if likeness[last, nearest] < threshold:
                _close(likeness, is_done, last)
                roots.append(node_of[chain.pop()])
            elif nearest == before:
                del chain[-2:]
                kept, gone = min(last, nearest), max(last, nearest)
                _merge_rows(likeness, counts, kept, gone)
                children.append((node_of[kept], node_of[gone]))
                node_of[kept] = size + len(children) - 1
                is_done[gone] = True
                chain = chain or [kept]
            else:
                chain.append(nearest)
    return Forest(size, tuple(children), tuple(roots))


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
