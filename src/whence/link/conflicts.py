"""Which statements and which claims of a story contradict each other?

A logistic regression over the features of `conflict_features.py`, learned from annotated stories
(`conflict_weights.py`). Two claims are judged by all their statements: one pair that reads as a contradiction may be
chance, several seldom are.
"""

from collections.abc import Sequence

import numpy as np

from whence.link.conflict_features import CONFLICTS, Opposed
from whence.link.conflict_weights import BIAS, WEIGHTS
from whence.link.guard import Guard, differ_in_amount, differ_in_date, differ_in_polarity
from whence.link.opposites import OPPOSITES
from whence.link.options import LinkOptions
from whence.link.pair_features import Compared, Flags, Matrix
from whence.link.sayings import Saying
from whence.registry import Row, Table

# Log-odds of a statement and its own parts, which contradict nothing of each other; and of a content beside the denial
# of much the same one, of which annotated stories have too few to learn from (right for 9 of the 11 that they judge).
_NEVER, _SURELY = -30.0, 3.0


def measure_conflict(
    compared: Compared, read: Matrix, denies: Flags, overlaps: Sequence[tuple[int, int]], options: LinkOptions
) -> Matrix:
    """Return of every two statements the log-odds that one contradicts the other.

    `read` are the log-odds that they say the same, nothing set apart, and `denies` tells where one says that it is not
    so; `overlaps` are parts of one statement.
    """
    opposed = Opposed(compared.sayings, compared.contexts, read)
    conflict = np.full(read.shape, BIAS, np.float32)
    for row in CONFLICTS:
        conflict += np.float32(WEIGHTS[row.name]) * row.thing(opposed)
    is_told = denies & (opposed.one_side("is_told_denied") > 0) & (read >= options.denial_likeness)
    conflict = np.where(is_told, np.maximum(conflict, np.float32(_SURELY)), conflict)
    np.fill_diagonal(conflict, _NEVER)
    for one, other in overlaps:
        conflict[one, other] = conflict[other, one] = _NEVER
    return conflict


def find_contradictions(holds: Matrix, conflict: Matrix, options: LinkOptions) -> Flags:
    """Tell of every two claims whether they contradict each other; `holds` is (claims, statements).

    The odds of all pairs of their statements are added up and divided by a power of how many pairs there are. A claim
    has few contraries: one of the two at least must have no better one, and the other none that is much better.
    """
    size = holds.sum(axis=1)
    chances = holds @ np.exp(conflict) @ holds.T
    pairs = np.maximum(np.outer(size, size), 1.0)
    scores = np.log(np.maximum(chances, 1e-12)) - options.contradiction_pairs * np.log(pairs)
    np.fill_diagonal(scores, _NEVER)
    best = scores.max(axis=1, initial=_NEVER)
    is_best = (scores >= best[:, None]) | (scores >= best[None])
    is_best &= scores >= np.maximum(best[:, None], best[None]) - options.contrary_margin
    found: Flags = is_best & (scores >= options.contradicting)
    return found


def explain_contradiction(one: Saying, other: Saying) -> str:
    """Return in words what sets two statements against each other, the plainest of what is seen first."""
    for row in SIGNS:
        if row.thing(one, other):
            return row.name
    return "on one thing, and worded as statements that contradict each other are"


def _hold_opposites(one: Saying, other: Saying) -> bool:
    mine, its = frozenset(one.words), frozenset(other.words)
    return any((mine & a and its & b) or (mine & b and its & a) for a, b in OPPOSITES)


SIGNS: Table[Guard] = Table(
    "sign of a contradiction",
    (
        Row("alike, but one says it and the other says it is not so", differ_in_polarity, "the plainest"),
        Row("on one thing, but their amounts differ", differ_in_amount, "nine dead are not nineteen"),
        Row("on one thing, but their dates or times differ", differ_in_date, "another day"),
        Row("on one thing, but in words of contrary meaning", _hold_opposites, "sealed, and open"),
        Row("on one thing, and one calls an account of it wrong", lambda a, b: a.rejects != b.rejects, "a rebuttal"),
    ),
)
