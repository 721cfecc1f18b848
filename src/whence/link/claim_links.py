"""How do the claims of a story stand to each other: contradicting, related, narrower, broader?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from whence.link.guard import keep_apart
from whence.link.likeness import Matrix
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
    likeness: Matrix,
    options: LinkOptions,
) -> list[Claim]:
    """Return the claims with their links, each seen from both sides."""
    claim_of = np.zeros(len(sayings), np.int64)
    for number, places in enumerate(members):
        claim_of[list(places)] = number
    links: dict[int, list[ClaimLink]] = defaultdict(list)
    first, second = np.nonzero(likeness >= options.related_likeness + options.other_polarity)
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        one, other = int(claim_of[a]), int(claim_of[b])
        if one < other:
            best[one, other] = max(best.get((one, other), (-9.0, 0, 0)), (float(likeness[a, b]), a, b))
    for (one, other), (value, a, b) in sorted(best.items()):
        why = keep_apart(sayings[a], sayings[b])
        if why != "polarity" and value < options.related_likeness:
            continue
        kind: Kind = "contradicts" if why == "polarity" else "related"
        words = {"polarity": "one says it, the other denies it", None: "alike, but not the same"}
        passages = tuple(Passage(side.report, hull(side.statement.content)) for side in (sayings[a], sayings[b]))
        reason = words.get(why, f"{why} differ")
        links[one].append(ClaimLink(claims[other].id, kind, reason, passages))
        links[other].append(ClaimLink(claims[one].id, kind, reason, passages[::-1]))
    return [replace(claim, links=tuple(links[number])) for number, claim in enumerate(claims)]
