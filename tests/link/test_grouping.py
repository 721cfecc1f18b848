"""Does `link.grouping` join by the mean of all pairs, whatever the numbering?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.link.grouping import Pairs, group_by_average, grow_forest


def _pairs(rows: list[tuple[int, int, float]]) -> Pairs:
    first, second, likeness = zip(*rows, strict=True)
    return Pairs(np.array(first), np.array(second), np.array(likeness))


@pytest.mark.parametrize("most_in_table", [0, 10])
def test_group_by_average_breaks_a_chain_of_weak_links(most_in_table: int) -> None:
    chain = _pairs([(0, 1, 0.6), (1, 2, 0.55), (2, 3, 0.6)])
    assert group_by_average(4, chain, threshold=0.5, most_in_table=most_in_table) == [0, 0, 1, 1]


@pytest.mark.parametrize("most_in_table", [0, 10])
def test_group_by_average_lets_weights_speak(most_in_table: int) -> None:
    pairs = _pairs([(0, 1, 0.9), (0, 2, 0.6)])
    alone = group_by_average(3, pairs, threshold=0.4, most_in_table=most_in_table)
    assert alone == [0, 0, 1], "0.3 on average to two things"
    weighed = group_by_average(3, pairs, threshold=0.4, weights=[9, 1, 1], most_in_table=most_in_table)
    assert weighed == [0, 0, 0], "most of the group is like it"


@pytest.mark.parametrize("most_in_table", [0, 10])
def test_group_by_average_of_strangers(most_in_table: int) -> None:
    assert group_by_average(2, _pairs([(0, 1, 0.1)]), threshold=0.5, most_in_table=most_in_table) == [0, 1]


@given(st.integers(2, 12), st.integers(0, 10**6))
def test_both_ways_of_grouping_agree(size: int, seed: int) -> None:
    likeness = np.triu(np.random.default_rng(seed).random((size, size)), 1)
    likeness += likeness.T
    rows, columns = np.triu_indices(size, 1)
    pairs = Pairs(rows, columns, likeness[rows, columns])
    listed = group_by_average(size, pairs, threshold=0.5, most_in_table=0)
    assert listed == group_by_average(size, pairs, threshold=0.5)


@given(st.integers(1, 12), st.integers(0, 10**6))
def test_grow_forest_holds_everything_once(size: int, seed: int) -> None:
    one_way = np.random.default_rng(seed).random((size, size))
    forest = grow_forest(((one_way + one_way.T) / 2).astype(np.float32), threshold=0.4)
    assert sorted(thing for root in forest.roots for thing in forest.leaves(root)) == list(range(size))
    joins = sum(len(forest.leaves(root)) - 1 for root in forest.roots)
    assert joins == len(forest.children)
