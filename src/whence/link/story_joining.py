"""Which groups of reports are one affair after all, though few of their reports are alike?

Average link by itself asks the same likeness everywhere. Yet two bodies of coverage that hold together closely and are
hardly alike are two affairs, while in loose coverage (a wire, a blog, a court's note) that likeness is what there is.
So groups are joined by how alike they are beside how alike the reports inside each of them are.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from whence.link.grouping import Pairs
from whence.link.options import LinkOptions
from whence.link.story_weights import BIAS, WEIGHTS

NAMES = ("likeness", "beside the smaller's own", "beside the larger's own", "reports of the smaller")
# A group's own likeness is taken as this over one more pair: a single report has no other to be like.
_OWN_LIKENESS = 0.45
# Keeps the logarithm of no likeness finite.
_NO_LIKENESS = 0.02

Features = tuple[float, float, float, float]
Offer = tuple[float, int, int, int, int]


@dataclass(slots=True)
class _Group:
    """How many reports a group has, and the likeness of its pairs, summed over both orders."""

    reports: int = 0
    pairs: int = 0
    mass: float = 0.0

    @property
    def own(self) -> float:
        """How alike its reports are, on average."""
        return (self.mass + 2 * _OWN_LIKENESS) / (self.pairs + 2)


class GroupTable:
    """Groups by number and how alike they are; two of them can be made one."""

    def __init__(self, groups: Sequence[int], sizes: Sequence[int], pairs: Pairs) -> None:
        """Take the group of each thing, how many reports it stands for, and how alike things are."""
        count = max(groups, default=-1) + 1
        self._groups = [_Group() for _ in range(count)]
        self._between: list[dict[int, float]] = [{} for _ in range(count)]
        squares = [0] * count
        for group, size in zip(groups, sizes, strict=True):
            self._groups[group].reports += size
            squares[group] += size * size
        for held, square in zip(self._groups, squares, strict=True):
            held.pairs = held.reports**2 - square
        for one, other, likeness in pairs.rows():
            mass = likeness * sizes[one] * sizes[other]
            a, b = groups[one], groups[other]
            if a == b:
                self._groups[a].mass += 2 * mass
            else:
                self._between[a][b] = self._between[a].get(b, 0.0) + mass
                self._between[b][a] = self._between[b].get(a, 0.0) + mass

    def near(self, group: int) -> list[int]:
        """Return the groups that are at all alike to one."""
        return list(self._between[group])

    def likeness(self, one: int, other: int) -> float:
        """Return how alike two groups are, on average over their pairs of reports."""
        pairs = self._groups[one].reports * self._groups[other].reports
        return self._between[one].get(other, 0.0) / pairs

    def describe(self, one: int, other: int) -> Features:
        """Return what speaks for two groups being one story, under `NAMES`."""
        a, b = self._groups[one], self._groups[other]
        # Of two as large, the closer one counts as the smaller: the other's looseness is what lets them join.
        smaller, larger = (a, b) if (a.reports, -a.own) <= (b.reports, -b.own) else (b, a)
        likeness = log(self.likeness(one, other) + _NO_LIKENESS)
        return likeness, likeness - log(smaller.own), likeness - log(larger.own), log(smaller.reports)

    def join(self, one: int, other: int) -> None:
        """Make two groups one under the number of the first; the second is gone."""
        a, b = self._groups[one], self._groups[other]
        a.mass += b.mass + 2 * self._between[one].pop(other, 0.0)
        a.pairs += b.pairs + 2 * a.reports * b.reports
        a.reports += b.reports
        self._between[other].pop(one, None)
        for near, mass in self._between[other].items():
            self._between[one][near] = self._between[one].get(near, 0.0) + mass
            self._between[near][one] = self._between[one][near]
            del self._between[near][other]
        self._between[other] = {}


def join_groups(groups: Sequence[int], sizes: Sequence[int], pairs: Pairs, options: LinkOptions) -> list[int]:
    """Return the group of each thing after groups that are one story have joined, the surest first.

    `sizes` says how many reports each thing stands for. Ties go to the smaller numbers.
    """
    table = GroupTable(groups, sizes, pairs)
    root = list(range(max(groups, default=-1) + 1))
    # How often a group has grown; an offer made before that says nothing any more.
    grown = [0] * len(root)
    offers = [offer for one in root for offer in _offers(table, one, grown, options) if offer[1] == one]
    heapq.heapify(offers)
    while offers:
        _, one, other, was, its = heapq.heappop(offers)
        if (grown[one], grown[other]) != (was, its):
            continue
        table.join(one, other)
        root[other], grown[other] = one, -1
        grown[one] += 1
        for offer in _offers(table, one, grown, options):
            heapq.heappush(offers, offer)
    return [_root_of(root, group) for group in groups]


def _offers(table: GroupTable, one: int, grown: Sequence[int], options: LinkOptions) -> Iterator[Offer]:
    """Yield the joins of a group with others that are sure enough: how sure (negative), both groups, how grown."""
    for other in table.near(one):
        if table.likeness(one, other) >= options.joined_likeness:
            surely = judge_joining(table.describe(one, other))
            if surely >= options.joined_surely:
                a, b = min(one, other), max(one, other)
                yield -surely, a, b, grown[a], grown[b]


def _root_of(root: Sequence[int], group: int) -> int:
    while root[group] != group:
        group = root[group]
    return group


def judge_joining(features: Features) -> float:
    """Return the log-odds of two groups being one story."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in zip(NAMES, features, strict=True))
