"""How do the claims of a story stand to each other: contradicting, related, narrower, broader?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from whence.link.guard import keep_apart
from whence.link.options import LinkOptions
from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying
from whence.model.report import Passage
from whence.model.spans import hull
from whence.model.story import Claim, ClaimLink

Kind = Literal["related", "contradicts", "narrower", "broader"]
_FROM_THE_OTHER_SIDE: dict[Kind, Kind] = {"narrower": "broader", "broader": "narrower"}


def link_claims(
    claims: Sequence[Claim], found: SayingGroups, *, sayings: Sequence[Saying], options: LinkOptions
) -> list[Claim]:
    """Return the claims with their links, each seen from both sides; a link says how its holder stands to the other."""
    links: dict[int, list[ClaimLink]] = defaultdict(list)
    for (one, other), (nearest, is_topic, a, b) in sorted(_find_nearest(found, options).items()):
        kind, why = _judge(sayings[a], sayings[b], nearest, is_topic, options)
        if kind is None:
            continue
        passages = tuple(Passage(side.report, hull(side.statement.content)) for side in (sayings[a], sayings[b]))
        links[one].append(ClaimLink(claims[other].id, kind, why, passages))
        links[other].append(ClaimLink(claims[one].id, _FROM_THE_OTHER_SIDE.get(kind, kind), why, passages[::-1]))
    return [replace(claim, links=tuple(links[number])) for number, claim in enumerate(claims)]


def _find_nearest(found: SayingGroups, options: LinkOptions) -> dict[tuple[int, int], tuple[float, bool, int, int]]:
    """Return, of two claims each: their largest likeness, whether they share a topic, their two nearest statements."""
    claim_of = {place: number for number, group in enumerate(found.groups) for place in group}
    claim = np.array([claim_of[place] for place in found.shown], np.int64)
    holds = np.zeros((len(found.groups), len(claim)), np.float32)
    holds[claim, np.arange(len(claim))] = 1.0
    topics = np.equal.outer(found.topics, found.topics)
    # A denial stands as far below zero as it reads like what it denies.
    told = found.likeness >= options.related_likeness
    told |= found.likeness <= -min(options.denied_likeness, options.contradicting_likeness)
    near = holds @ told @ holds.T > 0
    nearest = {}
    for one, other in np.argwhere(np.triu(near | topics, 1)).tolist():
        mine, its = np.flatnonzero(claim == one), np.flatnonzero(claim == other)
        likeness = found.likeness[np.ix_(mine, its)]
        furthest, closest = int(np.argmin(likeness)), int(np.argmax(likeness))
        is_denied = -likeness.flat[furthest] > likeness.flat[closest]
        row, column = np.unravel_index(furthest if is_denied else closest, likeness.shape)
        places = found.shown[mine[row]], found.shown[its[column]]
        nearest[one, other] = (float(likeness[row, column]), bool(topics[one, other]), *places)
    return nearest


def _judge(one: Saying, other: Saying, nearest: float, is_topic: bool, options: LinkOptions) -> tuple[Kind | None, str]:
    """Return how the first statement's claim stands to the second's, and why."""
    apart = keep_apart(one, other)
    # A cue that denies ("denied that ...") says what is denied; a "not" in the wording may deny something beside it.
    is_told = one.statement.polarity != other.statement.polarity
    needed = options.denied_likeness if is_told else options.contradicting_likeness
    if one.may_deny != other.may_deny and -nearest >= needed:
        return "contradicts", "alike, but one says it and the other says it is not so"
    if nearest < options.related_likeness:
        return ("related", "parts of one topic") if is_topic else (None, "")
    if apart is not None:
        return "related", f"alike, but they differ in {apart}"
    mine, its = set(one.words), set(other.words)
    if mine and its and mine != its:
        if mine <= its:
            return "broader", "all its words stand in the other, which says more"
        if its <= mine:
            return "narrower", "holds all words of the other, and says more"
    return "related", "alike, but not the same"
