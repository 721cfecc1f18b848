"""Which claims must a reader see first?"""

from collections.abc import Sequence
from dataclasses import replace

from whence.model.stemma import WeighedClaim
from whence.text.words import content_words

# A wording of fewer words with content is a scrap: it makes sense only where it stands.
_LEAST_WORDS = 3


def rank_claims(claims: Sequence[WeighedClaim]) -> list[WeighedClaim]:
    """Return the claims with rank 1 first: in several reports, contradicted, hardened, resting on one origin.

    What is a scrap of a sentence comes after all others. Among equals, what more mentions give on someone's word comes
    first: there a reader can ask who says so.
    """
    ordered = sorted(claims, key=_urgency)
    return [replace(claim, rank=n) for n, claim in enumerate(ordered, start=1)]


def _urgency(weighed: WeighedClaim) -> tuple[bool, bool, bool, bool, bool, int, int, int, str]:
    reports = {mention.report for mention in weighed.claim.mentions}
    polarities = {mention.statement.polarity for mention in weighed.claim.mentions}
    contradicted = len(polarities) > 1 or any(link.kind == "contradicts" for link in weighed.claim.links)
    return (
        len(content_words(weighed.claim.text)) < _LEAST_WORDS,
        len(reports) < 2,
        not contradicted,
        "certainty_hardened" not in weighed.flags,
        weighed.origins.numbers.likely != 1,
        -len(reports),
        -sum(bool(mention.statement.voices or mention.statement.grounds) for mention in weighed.claim.mentions),
        -len(weighed.claim.mentions),
        weighed.claim.id,
    )
