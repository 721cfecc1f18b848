"""Does `link.grouping` join by the mean of all pairs, whatever the numbering?"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.link.grouping import Pairs, group_all_by_average, group_by_average


def _pairs(rows: list[tuple[int, int, float]]) -> Pairs:
    first, second, likeness = zip(*rows, strict=True)
    return Pairs(np.array(first), np.array(second), np.array(likeness))


def test_group_by_average_breaks_a_chain_of_weak_links() -> None:
    chain = _pairs([(0, 1, 0.6), (1, 2, 0.55), (2, 3, 0.6)])
    assert group_by_average(4, chain, threshold=0.5) == [0, 0, 1, 1]


def test_group_by_average_lets_weights_speak() -> None:
    pairs = _pairs([(0, 1, 0.9), (0, 2, 0.6)])
    assert group_by_average(3, pairs, threshold=0.4) == [0, 0, 1], "0.3 on average to two things"
    assert group_by_average(3, pairs, threshold=0.4, weights=[9, 1, 1]) == [0, 0, 0], "most of the group is like it"


def test_group_by_average_of_nothing() -> None:
    assert group_by_average(2, _pairs([(0, 1, 0.1)]), threshold=0.5) == [0, 1]


@given(st.integers(2, 12), st.integers(0, 10**6))
def test_both_ways_of_grouping_agree(size: int, seed: int) -> None:
    likeness = np.triu(np.random.default_rng(seed).random((size, size)), 1)
    likeness += likeness.T
    rows, columns = np.triu_indices(size, 1)
    from_pairs = group_by_average(size, Pairs(rows, columns, likeness[rows, columns]), threshold=0.5)
    assert _partition(from_pairs) == _partition(group_all_by_average(likeness.astype(np.float32), threshold=0.5))


def _partition(groups: list[int]) -> set[frozenset[int]]:
    return {frozenset(at for at, group in enumerate(groups) if group == one) for one in groups}
