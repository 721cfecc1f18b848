"""How many independent origins stand behind a story, pooled over its related claims?"""

from collections.abc import Sequence

from whence.model.stemma import WeighedClaim, WeighedStory
from whence.model.story import Story
from whence.weigh.origins import count_origins
from whence.weigh.rank import rank_claims
from whence.weigh.view import StoryView

_POOLED_KINDS = frozenset({"related", "narrower", "broader"})


def pool_origins(story: Story, claims: Sequence[WeighedClaim], view: StoryView) -> WeighedStory:
    """Return the story's numbers over its leading claim and those linked to it, where several reports say them."""
    chosen = _related_claims(claims)
    mentions = [mention.mention for claim in chosen for mention in claim.mentions]
    parents = {mention.mention.id: mention.parents for claim in chosen for mention in claim.mentions}
    return WeighedStory(story, count_origins(mentions, parents, view), tuple(sorted(c.claim.id for c in chosen)))


def _related_claims(claims: Sequence[WeighedClaim]) -> list[WeighedClaim]:
    """Return the leading claim and every claim that links join to it."""
    if not claims:
        return []
    by_id = {claim.claim.id: claim for claim in claims}
    joined: dict[str, set[str]] = {claim_id: set() for claim_id in by_id}
    for claim in claims:
        for link in claim.claim.links:
            if link.kind in _POOLED_KINDS and link.claim in by_id:
                joined[claim.claim.id].add(link.claim)
                joined[link.claim].add(claim.claim.id)
    lead = rank_claims(claims)[0].claim.id
    seen, edge = {lead}, [lead]
    while edge:
        for other in sorted(joined[edge.pop()] - seen):
            seen.add(other)
            edge.append(other)
    return [by_id[claim_id] for claim_id in sorted(seen)]
