"""By which of its parts does a statement belong to claims: whole, or by some of its propositions?

Statements are grouped whole and by their propositions side by side. Afterwards each keeps what other reports repeat: a
proposition where it is that which meets others, the whole where the whole does, and never two of one statement that
share words in one claim. What meets nothing anywhere stays whole, as a claim of one mention.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying


def choose_parts(found: SayingGroups, sayings: Sequence[Saying]) -> list[tuple[int, ...]]:
    """Return each group without the parts that go, which may leave it empty; every statement keeps one or more."""
    group_of = {place: number for number, group in enumerate(found.groups) for place in group}
    row_of = {place: row for row, place in enumerate(found.shown)}
    reports = [{sayings[place].report for place in group} for group in found.groups]
    of_statement: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, saying in enumerate(sayings):
        of_statement[saying.report, saying.statement.id].append(place)

    def support(place: int) -> float:
        """Return the mean likeness to what other reports say in the group."""
        row = row_of.get(found.stands_for[place])
        others = {
            row_of[found.stands_for[other]]
            for other in found.groups[group_of[place]]
            if sayings[other].report != sayings[place].report and found.stands_for[other] in row_of
        }
        if row is None or not others:
            return float("-inf")
        return float(np.mean(found.likeness[row, sorted(others)]))

    gone: set[int] = set()
    for places in of_statement.values():
        if len(places) > 1:
            meets = {place for place in places if len(reports[group_of[place]]) > 1}
            gone |= _drop(places, meets, group_of, support)
    return [tuple(place for place in group if place not in gone) for group in found.groups]


def _drop(
    places: Sequence[int], meets: set[int], group_of: Mapping[int, int], support: Callable[[int], float]
) -> set[int]:
    """Return which parts of one statement go; `places` has the whole first."""
    whole, parts = places[0], set(places[1:])
    if not meets:
        return parts
    in_group: dict[int, list[int]] = defaultdict(list)
    for place in sorted(meets):
        in_group[group_of[place]].append(place)
    gone: set[int] = set()
    for held in in_group.values():
        if whole in held and len(held) > 1:
            best = max(held, key=lambda place: (support(place), place == whole))
            gone |= set(held) - {whole} if best == whole else {whole}
    if whole in meets - gone:
        return gone | (parts - meets)  # what meets nothing is told by the whole
    return gone | {whole}
