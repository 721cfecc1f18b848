"""How surely does each statement of a claim say what the claim says?

Grouping by mean likeness holds wordings that are far apart together, and now and then one that says something else.
What hangs loosely must not raise the number of origins: so each statement carries a probability into the weighing.
"""

from collections.abc import Sequence

import numpy as np

from whence.link.guard import keep_apart
from whence.link.options import LinkOptions
from whence.link.saying_groups import SayingGroups
from whence.link.sayings import Saying

# Log-odds beyond which more say nothing.
_CERTAIN = 20.0


def judge_belonging(
    groups: Sequence[Sequence[int]], found: SayingGroups, sayings: Sequence[Saying], options: LinkOptions
) -> list[float]:
    """Return for each statement the probability, 0 to 1, that it says the same as the centre of its group.

    The centre is the statement most like the others, and is sure; equal wordings are as sure as each other. A logistic
    of the likeness to the centre, set on pairs of annotated mentions (`belonging_even`, `belonging_slope`). What the
    guards keep apart from the centre (another number, another day) may be the same claim gone wrong on the way: it
    stays, but counts for little.
    """
    row_of = {place: row for row, place in enumerate(found.shown)}
    belongs = [1.0] * len(found.stands_for)
    for group in groups:
        rows = [row_of.get(found.stands_for[place], -1) for place in group]
        inside = sorted({row for row in rows if row >= 0})
        if len(inside) < 2:
            continue
        likeness = found.likeness[np.ix_(inside, inside)]
        centre = int(np.argmax(likeness.sum(axis=1)))
        odds = options.belonging_slope * (likeness[centre] - options.belonging_even)
        sure = 1 / (1 + np.exp(-np.clip(odds, -_CERTAIN, _CERTAIN)))
        for place, row in enumerate(inside):
            if keep_apart(sayings[found.shown[inside[centre]]], sayings[found.shown[row]]):
                sure[place] = min(sure[place], options.belonging_apart)
        sure[centre] = 1.0
        by_row = dict(zip(inside, sure.tolist(), strict=True))
        for place, row in zip(group, rows, strict=True):
            belongs[place] = by_row.get(row, 1.0)
    return belongs
