"""Is a claim hearsay on the whole: does nobody behind it speak from their own access?

Each end of a stemma is judged by its own words (`access.py`). This is judged by all that is told of the claim: who
hedges, what they rest on, how many reports pass it on. A logistic regression, learned from annotated stories
(`hearsay_weights.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from whence.model.statement import Basis, Certainty, Statement
from whence.model.story import Mention
from whence.registry import Row, Table
from whence.weigh.access import Access
from whence.weigh.hearsay_weights import BIAS, WEIGHTS
from whence.weigh.standing import Standing

# Probability of hearsay from which a claim is taken for it.
HEARSAY = 0.5


@dataclass(frozen=True)
class Telling:
    """How a claim is told: its affirming mentions, and its ends with the share of the forests that have each."""

    mentions: Sequence[Mention]
    standings: Sequence[Standing]
    reached: NDArray[np.bool_]

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """The share of the forests that have each end, 0 to 1."""
        found: NDArray[np.float64] = self.reached.mean(axis=0)
        return found

    def most(self, access: Access) -> float:
        """Return the share of forests that have the surest end of an access."""
        return max((float(self.shares[n]) for n, s in enumerate(self.standings) if s.access == access), default=0.0)

    def share_of_ends(self, is_meant: Callable[[Standing], bool]) -> float:
        """Return the share of some ends among all, each counted by how many forests have it."""
        held = sum(float(self.shares[n]) for n, standing in enumerate(self.standings) if is_meant(standing))
        return held / max(float(self.shares.sum()), 1e-9)

    def share_of_mentions(self, is_meant: Callable[[Statement], bool]) -> float:
        """Return the share of some mentions among all."""
        return sum(is_meant(mention.statement) for mention in self.mentions) / max(1, len(self.mentions))

    def share_with(self, *worded: Certainty | Basis) -> float:
        """Return the share of the mentions with one of these certainties or bases."""
        return self.share_of_mentions(lambda s: s.certainty in worded or s.basis in worded)


SIGNS_OF_HEARSAY: Table[Callable[[Telling], float]] = Table(
    "sign of hearsay",
    (
        Row("own", lambda t: t.most("own"), "somebody was there, or keeps the record"),
        Row("likely own", lambda t: t.most("likely"), "somebody speaks on what may be their own matter"),
        Row("ends with own", lambda t: t.share_of_ends(lambda s: s.access == "own"), "and few others do"),
        Row("ends with likely own", lambda t: t.share_of_ends(lambda s: s.access == "likely"), "as above"),
        Row("ends told", lambda t: t.share_of_ends(lambda s: s.access == "told"), "most were told"),
        Row("named voices", lambda t: t.share_of_ends(_is_named_voice), "a rumour has no name"),
        Row("hedged", lambda t: t.share_with("possible", "unstated"), "who knows does not hedge"),
        Row("probable", lambda t: t.share_with("probable"), "a belief about what others did"),
        Row("first hand", lambda t: t.share_with("first_hand", "document"), "by what the texts rest it on"),
        Row("named source", lambda t: t.share_with("named_source"), "as above"),
        Row("unnamed source", lambda t: t.share_with("unnamed_source"), "as above"),
        Row("cites outlet", lambda t: t.share_with("cites_outlet"), "as above"),
        Row("bare", lambda t: t.share_of_mentions(lambda s: not s.voices), "nobody's word is given"),
        Row("reports", lambda t: float(np.log(max(1, len({m.report for m in t.mentions})))), "a rumour travels"),
    ),
)


def _is_named_voice(standing: Standing) -> bool:
    return standing.named and bool(standing.words) and standing.end.kind == "voice"


def probability_hearsay(telling: Telling) -> float:
    """Return how likely it is that nobody behind a claim has own access, 0 to 1."""
    score = BIAS + sum(WEIGHTS[row.name] * row.thing(telling) for row in SIGNS_OF_HEARSAY)
    return float(1 / (1 + np.exp(-score)))
