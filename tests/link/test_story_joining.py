"""Does `link.story_joining` join what is alike beside how closely each side holds together, and nothing else?"""

import numpy as np
import pytest

from whence.link.grouping import Pairs
from whence.link.options import LinkOptions
from whence.link.story_joining import GroupTable, join_groups, judge_joining

OPTIONS = LinkOptions()


def _pairs(table: list[list[float]]) -> Pairs:
    likeness = np.array(table).reshape(len(table), len(table))
    first, second = np.nonzero(np.triu(likeness, 1))
    return Pairs(first, second, likeness[first, second])


def _two_groups(inner: float, between: float, size: int = 4) -> tuple[list[int], Pairs]:
    groups = [0] * size + [1] * size
    table = [[inner if groups[a] == groups[b] else between for b in range(2 * size)] for a in range(2 * size)]
    return groups, _pairs(table)


def _join(groups: list[int], pairs: Pairs, options: LinkOptions = OPTIONS) -> list[int]:
    return join_groups(groups, [1] * len(groups), pairs, options)


def test_groups_as_alike_as_their_own_reports_join() -> None:
    assert _join(*_two_groups(0.45, 0.38)) == [0] * 8


def test_groups_that_hold_together_closely_stay_two_at_the_same_likeness() -> None:
    groups, pairs = _two_groups(0.95, 0.38)
    assert _join(groups, pairs) == groups


def test_groups_hardly_alike_stay_two_however_loose_they_are() -> None:
    groups, pairs = _two_groups(0.2, OPTIONS.joined_likeness - 0.01)
    assert _join(groups, pairs) == groups


def test_a_single_report_joins_more_easily_than_many() -> None:
    table = GroupTable(*_single_and_many())
    many = GroupTable(*_with_sizes(*_two_groups(0.6, 0.3)))
    assert judge_joining(table.describe(0, 1)) > judge_joining(many.describe(0, 1))


def _single_and_many() -> tuple[list[int], list[int], Pairs]:
    groups = [0, 1, 1, 1, 1]
    table = [[0.6 if groups[a] == groups[b] else 0.3 for b in range(5)] for a in range(5)]
    return groups, [1] * 5, _pairs(table)


def _with_sizes(groups: list[int], pairs: Pairs) -> tuple[list[int], list[int], Pairs]:
    return groups, [1] * len(groups), pairs


def test_a_joined_group_is_like_others_as_its_reports_are() -> None:
    groups, sizes = [0, 1, 2], [2, 1, 1]
    table = GroupTable(groups, sizes, _pairs([[0, 0.5, 0.2], [0.5, 0, 0.8], [0.2, 0.8, 0]]))
    table.join(0, 1)
    assert table.near(1) == []
    assert table.near(2) == [0]
    # Two reports at 0.2 and one at 0.8.
    assert table.likeness(0, 2) == table.likeness(2, 0) == pytest.approx(0.4)


def test_the_answer_does_not_hang_on_which_group_comes_first() -> None:
    table = GroupTable(*_with_sizes(*_two_groups(0.5, 0.3)))
    assert table.describe(0, 1) == table.describe(1, 0)


def test_nothing_to_join() -> None:
    assert join_groups([], [], _pairs([]), OPTIONS) == []
    assert _join([0], _pairs([[0.0]])) == [0]
