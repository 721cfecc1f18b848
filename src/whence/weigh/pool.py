"""How many independent origins stand behind a story, pooled over its leading claim and what says more or less of it?"""

from collections.abc import Sequence
from dataclasses import replace

from whence.model.stemma import WeighedClaim, WeighedStory
from whence.model.story import Story
from whence.weigh.origins import count_origins
from whence.weigh.rank import rank_claims
from whence.weigh.view import StoryView

_POOLED_KINDS = frozenset({"narrower", "broader"})


def pool_origins(story: Story, claims: Sequence[WeighedClaim], view: StoryView) -> WeighedStory:
    """Return the story's numbers over its leading claim (the one a reader must see first) and those linked to it."""
    chosen = _pooled_claims(claims)
    lead = rank_claims(claims)[0].claim.id if claims else None
    mentions = [
        mention.mention
        if claim.claim.id == lead
        # What says more or less counts as far as it says the same: by itself it never makes sure of a second origin.
        else replace(mention.mention, belongs=mention.mention.belongs * view.options.pooled_share)
        for claim in chosen
        for mention in claim.mentions
    ]
    parents = {mention.mention.id: mention.parents for claim in chosen for mention in claim.mentions}
    return WeighedStory(story, count_origins(mentions, parents, view), tuple(sorted(c.claim.id for c in chosen)))


def _pooled_claims(claims: Sequence[WeighedClaim]) -> list[WeighedClaim]:
    """Return the leading claim and every claim that a link joins to it, either way round.

    One step only, and nothing that is merely related: that is another matter, with origins of its own.
    """
    if not claims:
        return []
    lead = rank_claims(claims)[0].claim
    near = {link.claim for link in lead.links if link.kind in _POOLED_KINDS}
    near |= {
        other.claim.id
        for other in claims
        if any(link.claim == lead.id and link.kind in _POOLED_KINDS for link in other.claim.links)
    }
    return sorted((c for c in claims if c.claim.id in near | {lead.id}), key=lambda c: c.claim.id)
