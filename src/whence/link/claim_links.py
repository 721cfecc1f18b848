"""How do the claims of a story stand to each other: contradicting, related, narrower, broader?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from whence.link.conflicts import explain_contradiction, find_contradictions
from whence.link.guard import keep_apart
from whence.link.options import LinkOptions
from whence.link.pair_features import Matrix
from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying
from whence.model.report import Passage
from whence.model.spans import hull
from whence.model.story import Claim, ClaimLink

Kind = Literal["related", "contradicts", "narrower", "broader"]
_FROM_THE_OTHER_SIDE: dict[Kind, Kind] = {"narrower": "broader", "broader": "narrower"}


@dataclass(frozen=True, slots=True)
class _Nearest:
    """Two claims by number, and the statements of each that are most alike, or that most contradict each other."""

    one: int
    other: int
    mine: int
    its: int
    likeness: float
    contradicts: bool
    is_topic: bool


def link_claims(
    claims: Sequence[Claim],
    groups: Sequence[Sequence[int]],
    found: SayingGroups,
    *,
    sayings: Sequence[Saying],
    options: LinkOptions,
) -> list[Claim]:
    """Return the claims with their links, each seen from both sides; a link says how its holder stands to the other.

    `groups` are the statements of each claim, by number.
    """
    links: dict[int, list[ClaimLink]] = defaultdict(list)
    for near in _find_nearest(groups, found, options):
        one, other = sayings[near.mine], sayings[near.its]
        kind, why = _judge(one, other, near)
        passages = tuple(Passage(side.report, hull(side.statement.content)) for side in (one, other))
        links[near.one].append(ClaimLink(claims[near.other].id, kind, why, passages))
        its_kind = _FROM_THE_OTHER_SIDE.get(kind, kind)
        links[near.other].append(ClaimLink(claims[near.one].id, its_kind, why, passages[::-1]))
    return [replace(claim, links=tuple(links[number])) for number, claim in enumerate(claims)]


def _find_nearest(groups: Sequence[Sequence[int]], found: SayingGroups, options: LinkOptions) -> list[_Nearest]:
    """Return, of two claims that have anything to do with each other, how they do, in the order of the claims."""
    row_of = {place: row for row, place in enumerate(found.shown)}
    places: list[dict[int, int]] = []
    for group in groups:
        rows = ((row_of.get(found.stands_for[place]), place) for place in reversed(group))
        places.append({row: place for row, place in rows if row is not None})
    holds = np.zeros((len(groups), len(found.shown)), np.float32)
    for number, held in enumerate(places):
        holds[number, list(held)] = 1.0
    contradict = find_contradictions(holds, found.conflict, options)
    told = found.likeness >= options.related_likeness
    topic_of = {place: topic for group, topic in zip(found.groups, found.topics, strict=True) for place in group}
    topics = np.array([topic_of[group[0]] for group in groups])
    near = (holds @ told.astype(np.float32) @ holds.T > 0) | contradict
    nearest = []
    for one, other in np.argwhere(np.triu(near, 1)).tolist():
        is_contrary, is_topic = bool(contradict[one, other]), bool(topics[one] == topics[other])
        scores = found.conflict if is_contrary else found.likeness
        mine, its, score = _nearest_statements(places[one], places[other], scores)
        nearest.append(_Nearest(one, other, mine, its, score, is_contrary, is_topic))
    return nearest


def _nearest_statements(mine: dict[int, int], its: dict[int, int], scores: Matrix) -> tuple[int, int, float]:
    """Return the two statements, one of each claim, with the highest score, and that score."""
    inside = scores[np.ix_(sorted(mine), sorted(its))]
    row, column = np.unravel_index(int(np.argmax(inside)), inside.shape)
    return mine[sorted(mine)[row]], its[sorted(its)[column]], float(inside[row, column])


def _judge(one: Saying, other: Saying, near: _Nearest) -> tuple[Kind, str]:
    """Return how the first statement's claim stands to the second's, and why."""
    # Two parts of one statement are said in one breath.
    if near.contradicts and (one.report, one.statement.id) != (other.report, other.statement.id):
        return "contradicts", explain_contradiction(one, other)
    apart = keep_apart(one, other)
    if apart is not None:
        return "related", f"alike, but they differ in {apart}"
    mine, its = set(one.words), set(other.words)
    if mine and its and mine != its:
        if mine <= its:
            return "broader", "all its words stand in the other, which says more"
        if its <= mine:
            return "narrower", "holds all words of the other, and says more"
    return "related", "parts of one topic" if near.is_topic else "alike, but not the same"
