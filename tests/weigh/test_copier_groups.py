"""Do only sources come together that were surely seen to copy, and none by a chain?"""

import numpy as np

from whence.weigh.copier_groups import count_apart, group_copiers
from whence.weigh.copy_pairs import PairEvidence
from whence.weigh.options import CopierOptions

OPTIONS = CopierOptions()


def evidence(*pairs: tuple[int, int, float, float]) -> PairEvidence:
    """Return pairs given as one, other, probability of wholesale copying, items that could tell."""
    one, other, wholesale, told = (np.array(column) for column in zip(*pairs, strict=True))
    return PairEvidence(one, other, np.maximum(wholesale, 0.6), told, wholesale, wholesale, told.astype(float))


def test_sure_pairs_come_together() -> None:
    assert group_copiers(4, evidence((0, 1, 0.99, 60), (1, 2, 0.99, 60), (0, 2, 0.99, 60)), options=OPTIONS) == [
        [0, 1, 2],
        [3],
    ]


def test_a_pair_that_was_seen_not_to_copy_wholesale_parts_a_chain() -> None:
    pairs = evidence((0, 1, 0.99, 60), (1, 2, 0.98, 60), (0, 2, 0.3, 60))
    assert group_copiers(3, pairs, options=OPTIONS) == [[0, 1], [2]]


def test_a_pair_that_could_not_be_told_parts_nothing() -> None:
    pairs = evidence((0, 1, 0.99, 60), (1, 2, 0.98, 60), (0, 2, 0.3, 3))
    assert group_copiers(3, pairs, options=OPTIONS) == [[0, 1, 2]]


def test_an_unsure_pair_stays_apart() -> None:
    assert group_copiers(2, evidence((0, 1, 0.9, 60)), options=OPTIONS) == [[0], [1]]


def test_ties_lower_the_number_that_stand_apart() -> None:
    assert count_apart([], {}) == 0
    assert count_apart([1, 2], {}) == 2
    assert count_apart([1, 2, 3], {1: {2, 3}, 2: {1, 3}, 3: {1, 2}}) == 1
    # A tie with somebody who does not stand behind the value counts for nothing.
    assert count_apart([1, 2], {1: {9}, 9: {1}}) == 2
