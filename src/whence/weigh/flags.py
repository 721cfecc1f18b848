"""What must a reader be warned of about a claim?"""

from collections.abc import Mapping, Sequence

from whence.model.stemma import Drift, Flag, Origins, Parent
from whence.model.story import Claim
from whence.weigh.view import StoryView


def raise_flags(
    claim: Claim, *, origins: Origins, parents: Mapping[str, Sequence[Parent]], drift: Sequence[Drift], view: StoryView
) -> tuple[Flag, ...]:
    """Return the flags of a claim in the order of the table in the words document."""
    flags: list[Flag] = []
    reports = {m.report for m in claim.mentions if m.statement.polarity == "positive"}
    if len(reports) >= 2 and origins.numbers.likely == 1:
        flags.append("single_origin")
    return tuple(flags)
