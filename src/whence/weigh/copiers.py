"""Which sources of a table copy, and how many independent ones stand behind each value?"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from whence.model.values import (
    CopierFindings,
    CopierGroup,
    CopyPair,
    DisputedItem,
    GivenValue,
    SharedValue,
    ValueSupport,
)
from whence.weigh.coded_values import CodedValues, code_values
from whence.weigh.copier_groups import count_apart, group_copiers
from whence.weigh.copier_search import CopierAnswer, search_copiers
from whence.weigh.options import CopierOptions

# Of each source, by place: the choice that it gives for each item, by place.
Given = list[dict[int, int]]


def find_copiers(given: Sequence[GivenValue], *, options: CopierOptions) -> CopierFindings:
    """Return who copies in a table and what stands behind each disputed item; a source and item may come once only.

    Nothing is known of any value but who gives it: a value is never said to be right or wrong.

    >>> rows = [GivenValue(source, "gate 4", "9:15", line) for line, source in enumerate(["north", "south"], 2)]
    >>> findings = find_copiers(rows, options=CopierOptions())
    >>> findings.sources, findings.groups, findings.disputed
    (2, (), ())
    """
    if not given:
        return CopierFindings(0, 0, 0, (), (), ())
    coded = code_values(given)
    answer = search_copiers(coded, options=options)
    choices = _choices(coded)
    groups = group_copiers(len(coded.sources), answer.pairs, options=options)
    disputed = _disputed(coded, answer, groups, options=options)
    return CopierFindings(
        len(coded.sources),
        len(coded.items),
        len(given),
        tuple(_as_group(coded, answer, choices, members, options=options) for members in groups if len(members) > 1),
        tuple(_pairs_beside(coded, answer, choices, groups, options=options)),
        disputed,
    )


def _choices(coded: CodedValues) -> Given:
    found: Given = [{} for _ in coded.sources]
    for source, item, choice in zip(coded.source.tolist(), coded.item.tolist(), coded.choice.tolist(), strict=True):
        found[source][item] = choice
    return found


def _disputed(
    coded: CodedValues, answer: CopierAnswer, groups: list[list[int]], *, options: CopierOptions
) -> tuple[DisputedItem, ...]:
    pairs = answer.pairs
    of = {source: number for number, group in enumerate(groups) for source in group}
    likely = pairs.copies > options.likely
    tied: dict[int, set[int]] = defaultdict(set)
    for one, other in zip(pairs.one[likely].tolist(), pairs.other[likely].tolist(), strict=True):
        tied[of[one]].add(of[other])
        tied[of[other]].add(of[one])
    givers: dict[int, list[int]] = defaultdict(list)
    for source, choice in zip(coded.source.tolist(), coded.choice.tolist(), strict=True):
        givers[choice].append(source)
    values: dict[int, list[ValueSupport]] = defaultdict(list)
    for choice, item in enumerate(coded.choice_item.tolist()):
        if coded.options[item] > 1:
            among = {of[source] for source in givers[choice]}
            names = tuple(coded.sources[source] for source in givers[choice])
            weight = float(answer.votes.weight[choice])
            at_least = count_apart(among, tied)
            values[item].append(ValueSupport(coded.choices[choice], names, at_least, len(among), weight))
    return tuple(DisputedItem(coded.items[item], tuple(sorted(values[item], key=_foremost))) for item in sorted(values))


def _foremost(support: ValueSupport) -> tuple[int, int, int, str]:
    return (-support.at_most, -support.at_least, -len(support.sources), support.value)


def _as_group(
    coded: CodedValues, answer: CopierAnswer, choices: Given, members: list[int], *, options: CopierOptions
) -> CopierGroup:
    shared: set[int] = set()
    for one, other in combinations(members, 2):
        shared.update(_rare(answer, choices, one, other))
    names = tuple(coded.sources[source] for source in members)
    return CopierGroup(names, len(shared), _examples(coded, shared, options=options))


def _pairs_beside(
    coded: CodedValues, answer: CopierAnswer, choices: Given, groups: list[list[int]], *, options: CopierOptions
) -> list[CopyPair]:
    """Return the pairs that more likely than not copy and are in no group together, the surest first."""
    of = {source: number for number, group in enumerate(groups) for source in group}
    pairs, found = answer.pairs, []
    for place in np.flatnonzero(pairs.copies > options.likely).tolist():
        one, other = int(pairs.one[place]), int(pairs.other[place])
        if of[one] == of[other]:
            continue
        rare = _rare(answer, choices, one, other)
        both = choices[one].keys() & choices[other].keys()
        differing = sum(choices[one][item] != choices[other][item] for item in both)
        found.append(
            CopyPair(
                (coded.sources[one], coded.sources[other]),
                float(pairs.copies[place]),
                float(pairs.share[place]),
                len(rare),
                differing,
                len(both),
                _examples(coded, rare, options=options),
            )
        )
    return sorted(found, key=lambda pair: (-round(pair.probability, 3), -pair.rare, pair.sources))


def _rare(answer: CopierAnswer, choices: Given, one: int, other: int) -> set[int]:
    """Return the choices that two sources share and that weigh less than what else may be so."""
    mine, theirs = choices[one], choices[other]
    shared = {mine[item] for item in mine.keys() & theirs.keys() if mine[item] == theirs[item]}
    return {choice for choice in shared if answer.votes.weight[choice] < 0.5}


def _examples(coded: CodedValues, shared: set[int], *, options: CopierOptions) -> tuple[SharedValue, ...]:
    """Return the most telling of the shared choices: those that fewest other sources give."""
    givers = np.bincount(coded.choice, minlength=len(coded.choices))
    of = np.bincount(coded.item, minlength=len(coded.items))
    telling = sorted(shared, key=lambda choice: (givers[choice] / of[coded.choice_item[choice]], choice))
    return tuple(
        SharedValue(
            coded.items[coded.choice_item[choice]],
            coded.choices[choice],
            int(givers[choice]),
            int(of[coded.choice_item[choice]]),
        )
        for choice in telling[: options.examples]
    )
