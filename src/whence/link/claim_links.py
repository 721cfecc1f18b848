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
    for (one, other), (likeness, a, b) in sorted(_find_nearest(found, options).items()):
        kind, why = _judge(sayings[a], sayings[b], likeness, options)
        if kind is None:
            continue
        passages = tuple(Passage(side.report, hull(side.statement.content)) for side in (sayings[a], sayings[b]))
        links[one].append(ClaimLink(claims[other].id, kind, why, passages))
        links[other].append(ClaimLink(claims[one].id, _FROM_THE_OTHER_SIDE.get(kind, kind), why, passages[::-1]))
    return [replace(claim, links=tuple(links[number])) for number, claim in enumerate(claims)]


def _find_nearest(found: SayingGroups, options: LinkOptions) -> dict[tuple[int, int], tuple[float, int, int]]:
    """Return, for two claims each, how alike their nearest statements are and which those are."""
    claim_of = {place: number for number, group in enumerate(found.groups) for place in group}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    rows, columns = np.nonzero(np.triu(found.likeness, 1) >= options.related_likeness + options.other_polarity)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        a, b = found.shown[row], found.shown[column]
        if claim_of[a] > claim_of[b]:
            a, b = b, a
        if claim_of[a] != claim_of[b]:
            key = (claim_of[a], claim_of[b])
            best[key] = max(best.get(key, (-9.0, 0, 0)), (float(found.likeness[row, column]), a, b))
    return best


def _judge(one: Saying, other: Saying, likeness: float, options: LinkOptions) -> tuple[Kind | None, str]:
    """Return how the first statement's claim stands to the second's, and why."""
    apart = keep_apart(one, other)
    if apart == "polarity":
        return "contradicts", "alike, but one says it and the other says it is not so"
    if likeness < options.related_likeness:
        return None, ""
    if apart is not None:
        return "related", f"alike, but their {apart} differ"
    mine, its = set(one.words), set(other.words)
    if mine and its and mine != its:
        if mine <= its:
            return "broader", "all its words stand in the other, which says more"
        if its <= mine:
            return "narrower", "holds all words of the other, and says more"
    return "related", "alike, but not the same"
