"""What changed between an earlier mention of a claim and the later one that depends on it?"""

from collections.abc import Mapping, Sequence

from whence.model.stemma import Drift, Parent
from whence.model.story import Claim
from whence.weigh.view import StoryView


def find_drift(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> tuple[Drift, ...]:
    """Return the changes along the edges of a claim's stemma."""
    return ()
