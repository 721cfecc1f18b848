"""Which numbers of `weigh` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeighOptions:
    """Options of the stage `weigh`; weights are relative, probabilities 0 to 1.

    Set by hand on six newsroom stories (`TUNED_ON` in benchmarks/datasets/newsroom.py), confirmed on the other six.
    """

    # Sampled forests a claim, and the seed they are drawn with. 1,000 put the 5% bound within 1.5 points.
    forests: int = 1000
    seed: int = 7
    # Probability under which a possibility is left out of `at least` and `at most`. Corroborated means 0.95 (design).
    doubt: float = 0.05
    # Probability from which two ends count as shown to be one, for `at most`; and the share of forests, those with
    # the most ends, that `at most` leaves out: many small doubts do not all come true at once.
    shown_same: float = 0.75
    stray: float = 0.2
    # Probability of dependence that one piece of evidence gives.
    credited: float = 0.9
    copied: float = 0.98
    same_quotation: float = 0.45
    # Share of the later report's rare words found in the earlier one (0 to 1) at which an uncredited rewrite is as
    # likely as not, and how fast that grows (log-odds per unit of share).
    rewrite_share: float = 0.3
    rewrite_slope: float = 16.0
    # Share of a passage's words (0 to 1) that must be the same for its mentions to be the earlier report's own.
    verbatim: float = 0.8
    # Least probability of an edge that is reported.
    edge_floor: float = 0.3
    # Share of the later report's words inside copied passages from which it is a copy, or an excerpt.
    copy_share: float = 0.7
    excerpt_share: float = 0.25
    # Least probability of a mention's likeliest parent for drift and flags to be read along it.
    drift_floor: float = 0.3
