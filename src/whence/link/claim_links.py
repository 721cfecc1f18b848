"""How do the claims of a story stand to each other: contradicting, related, narrower, broader?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from whence.link.grouping import Pairs
from whence.link.guard import keep_apart
from whence.link.options import LinkOptions
from whence.link.sayings import Saying
from whence.model.report import Passage
from whence.model.spans import hull
from whence.model.story import Claim, ClaimLink

Kind = Literal["related", "contradicts", "narrower", "broader"]


def link_claims(
    claims: Sequence[Claim],
    members: Sequence[Sequence[int]],
    *,
    sayings: Sequence[Saying],
    pairs: Pairs,
    options: LinkOptions,
) -> list[Claim]:
    """Return the claims with their links, each seen from both sides."""
    claim_of = {place: number for number, places in enumerate(members) for place in places}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for a, b, value in pairs.rows():
        one, other = claim_of[a], claim_of[b]
        if one == other:
            continue
        key = (min(one, other), max(one, other))
        row = (value, a, b) if one < other else (value, b, a)
        best[key] = max(best.get(key, (-2.0, 0, 0)), row)
    links: dict[int, list[ClaimLink]] = defaultdict(list)
    for (one, other), (value, a, b) in sorted(best.items()):
        why = keep_apart(sayings[a], sayings[b])
        if why is None and value < options.related_likeness:
            continue
        kind: Kind = "contradicts" if why == "polarity" else "related"
        words = {"polarity": "one says it, the other denies it", None: "alike, but not the same"}.get(
            why, f"{why} differ"
        )
        passages = tuple(Passage(s.report, hull(s.statement.content)) for s in (sayings[a], sayings[b]))
        links[one].append(ClaimLink(claims[other].id, kind, words, passages))
        links[other].append(ClaimLink(claims[one].id, kind, words, passages[::-1]))
    return [replace(claim, links=tuple(links[number])) for number, claim in enumerate(claims)]
