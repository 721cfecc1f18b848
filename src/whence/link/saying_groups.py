"""How are many statements grouped in bounded memory? Equal wordings once, and large stories in portions."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from whence.link.grouping import grow_forest
from whence.link.likeness import Likeness
from whence.link.options import LinkOptions
from whence.link.pair_features import Matrix
from whence.link.sayings import Saying

# Returns how alike every two of some statements are.
Measure = Callable[[Sequence[Saying]], Likeness]


@dataclass(frozen=True, slots=True)
class SayingGroups:
    """Groups of statements by number; `shown` are statements that stand for their wording, `likeness` is among them.

    `conflict` are the log-odds that one of two contradicts the other.

    `topics` tells which groups are parts of one that was too broad for a claim; `stands_for` gives for each statement
    the one that its wording was compared by.
    """

    groups: tuple[tuple[int, ...], ...]
    topics: tuple[int, ...]
    shown: tuple[int, ...]
    likeness: Matrix
    stands_for: tuple[int, ...]
    conflict: Matrix


@dataclass(frozen=True, slots=True)
class _Part:
    """Statements held together, and the number of the group that they were first in."""

    held: list[int]
    topic: int


def group_sayings(sayings: Sequence[Saying], measure: Measure, options: LinkOptions) -> SayingGroups:
    """Return the groups whose mean likeness is above the threshold.

    At most `most_compared` different wordings are compared at once. More are grouped in portions first, and then their
    groups by one statement each, so that memory stays bounded.
    """
    bundles, most = _bundle_equal(sayings), options.most_compared
    stands_for = {place: bundle[0] for bundle in bundles for place in bundle}
    while len(bundles) > most:
        portions = [bundles[start : start + most] for start in range(0, len(bundles), most)]
        joined = [
            part.held
            for portion in portions
            for part in _group(sayings, portion, _measure_bundles(sayings, portion, measure).same, options)
        ]
        is_done = len(joined) > 0.9 * len(bundles)
        bundles = joined
        if is_done:
            break  # hardly anything is alike; the rest is left as it is rather than compared for ever
    compared = bundles[:most]
    likeness = _measure_bundles(sayings, compared, measure)
    cut = _group(sayings, compared, likeness.same, options)
    rest = [_Part(bundle, -1 - place) for place, bundle in enumerate(bundles[most:])]
    stands_for = {place: bundle[0] for bundle in bundles for place in bundle}
    return SayingGroups(
        tuple(tuple(sorted(part.held)) for part in [*cut, *rest]),
        tuple(part.topic for part in [*cut, *rest]),
        tuple(bundle[0] for bundle in compared),
        likeness.same,
        tuple(stands_for[place] for place in range(len(sayings))),
        likeness.conflict,
    )


def _bundle_equal(sayings: Sequence[Saying]) -> list[list[int]]:
    """Return the numbers of statements that are worded alike, capitals and outer marks aside."""
    bundles: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        bundles[saying.text.casefold().strip(" .,;:“”\"‘’'"), saying.may_deny].append(number)
    return list(bundles.values())


def _measure_bundles(sayings: Sequence[Saying], bundles: Sequence[list[int]], measure: Measure) -> Likeness:
    return measure([sayings[bundle[0]] for bundle in bundles])


def _group(
    sayings: Sequence[Saying], bundles: Sequence[list[int]], likeness: Matrix, options: LinkOptions
) -> list[_Part]:
    """Return bundles joined into groups; one that holds too much for a claim is a topic, and falls into its halves."""
    weights = [len(bundle) for bundle in bundles]
    forest = grow_forest(likeness.copy(), threshold=options.claim_likeness, weights=weights)
    waiting = [(root, topic) for topic, root in enumerate(sorted(forest.roots))]
    done: list[_Part] = []
    while waiting:
        node, topic = waiting.pop()
        held = [number for place in forest.leaves(node) for number in bundles[place]]
        if node >= forest.size and _is_too_broad([sayings[number] for number in held], options):
            waiting.extend((child, topic) for child in forest.children[node - forest.size])
        else:
            done.append(_Part(held, topic))
    return sorted(done, key=lambda part: part.held)


def _is_too_broad(group: Sequence[Saying], options: LinkOptions) -> bool:
    """Tell whether a group holds more of its reports than they would spend on one claim: then it is a topic."""
    statements = {(saying.report, saying.statement.id) for saying in group}
    return len(statements) > options.told_in_report * len({saying.report for saying in group})
