"""How are many statements grouped in bounded memory? Equal wordings once, and large stories in portions."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.grouping import group_all_by_average
from whence.link.likeness import Matrix
from whence.link.sayings import Saying

# Returns the likeness of every two of some statements.
Measure = Callable[[Sequence[Saying]], Matrix]


@dataclass(frozen=True, slots=True)
class SayingGroups:
    """Groups of statements by number; `shown` are statements that stand for their wording, `likeness` is among them."""

    groups: tuple[tuple[int, ...], ...]
    shown: tuple[int, ...]
    likeness: Matrix


def group_sayings(sayings: Sequence[Saying], measure: Measure, *, threshold: float, most: int) -> SayingGroups:
    """Return the groups whose mean likeness is above the threshold.

    At most `most` different wordings are compared at once. More are grouped in portions first, and then their groups
    by one statement each, so that memory stays bounded.
    """
    bundles = _bundle_equal(sayings)
    while len(bundles) > most:
        portions = [bundles[start : start + most] for start in range(0, len(bundles), most)]
        joined = [group for portion in portions for group in _group(sayings, portion, measure, threshold)[0]]
        if len(joined) > 0.9 * len(bundles):
            bundles = joined
            break  # hardly anything is alike; the rest is left as it is rather than compared for ever
        bundles = joined
    compared = bundles[:most]
    groups, likeness = _group(sayings, compared, measure, threshold)
    return SayingGroups(
        tuple(tuple(sorted(group)) for group in [*groups, *bundles[most:]]),
        tuple(bundle[0] for bundle in compared),
        likeness,
    )


def _bundle_equal(sayings: Sequence[Saying]) -> list[list[int]]:
    """Return the numbers of statements that are worded alike, capitals and outer marks aside."""
    bundles: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        bundles[saying.text.casefold().strip(" .,;:“”\"‘’'"), saying.denies].append(number)
    return list(bundles.values())


def _group(
    sayings: Sequence[Saying], bundles: Sequence[list[int]], measure: Measure, threshold: float
) -> tuple[list[list[int]], Matrix]:
    """Return bundles joined into groups, and the likeness of the bundles before that."""
    likeness = measure([sayings[bundle[0]] for bundle in bundles])
    weights = [len(bundle) for bundle in bundles]
    numbers = group_all_by_average(np.array(likeness, np.float32), threshold=threshold, weights=weights)
    groups: dict[int, list[int]] = defaultdict(list)
    for bundle, number in zip(bundles, numbers, strict=True):
        groups[number].extend(bundle)
    return list(groups.values()), likeness
