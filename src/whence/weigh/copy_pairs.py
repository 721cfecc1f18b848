"""Which two sources share rare values more often than chance lets two independent ones do?

Two sources that share a common value show nothing: both may be right. Two that share a value which hardly anybody else
gives are seldom right, and two that are wrong each by themselves are seldom wrong alike.
"""

from dataclasses import dataclass

import numpy as np

from whence.weigh.coded_values import CodedValues, Real, Whole, row_pairs
from whence.weigh.options import CopierOptions
from whence.weigh.value_votes import Votes

# Rounds in which the prior of pairs is learned; it stands still long before.
PRIOR_ROUNDS = 50
# Rareness of a shared value, 0 to 1, under which it tells nothing that could be seen and is left out.
NEGLIGIBLE = 1e-6


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """Of each of P pairs of sources that give values for one item at least, all of shape (P,).

    `one` and `other` are places of sources. `copies` is the probability that they copy at all, `evidence` the logarithm
    of how much likelier the table is if they do (natural, before any prior). A share is of the items for which either
    gives an unlikely value those in which they give the same: `share` is its mean if they copy, `wholesale` the
    probability that they copy and it is `options.wholesale` or more. `told` is how many items could tell: the sum of
    how unlikely the value is that they share or, where they differ, the less likely of the two.
    """

    one: Whole
    other: Whole
    copies: Real
    evidence: Real
    share: Real
    wholesale: Real
    told: Real


def paired_sources(coded: CodedValues) -> Whole:
    """Return a key for each pair of sources that give values for one item at least, sorted: one * S + other."""
    count, keys = len(coded.sources), np.empty(0, dtype=np.int64)
    for left, right in row_pairs(coded):
        keys = np.union1d(keys, coded.source[left] * count + coded.source[right])
    return keys


def compare_sources(coded: CodedValues, votes: Votes, keys: Whole, *, options: CopierOptions) -> PairEvidence:
    """Return the evidence that the pairs of `keys` (of `paired_sources`) copy, given what stands behind each value.

    Of a pair, each item where both give the same value, unlikely with probability u, multiplies the odds of copying
    with share r by ((r + (1 - r) q) / q)^u, where q is how likely two independent sources meet there; each item where
    they differ by (1 - r)^u. How many pairs copy is learned from all pairs by expectation-maximisation, with a prior
    as strong as one pair; the share has a flat prior, so that each pair must itself show how much it copies.
    """
    shares = (np.arange(options.shares) + 0.5) / options.shares
    log_odds, told = _log_odds(coded, votes, keys, shares, least_doubt=options.least_doubt)
    # The first column is for pairs that do not copy.
    rows = np.hstack([np.zeros((len(keys), 1)), log_odds])
    top = rows.max(axis=1, keepdims=True)
    rows = np.exp(rows - top)
    prior = _prior(options.pairs_copy, len(shares))
    for _ in range(PRIOR_ROUNDS):
        copying = float(_normed(rows * prior)[:, 1:].sum())
        prior = _prior((copying + options.pairs_copy) / (len(keys) + 1), len(shares))
    posterior = _normed(rows * prior)
    copies = posterior[:, 1:].sum(axis=1)
    tiny = np.finfo(float).tiny
    evidence = top[:, 0] + np.log(np.maximum(rows[:, 1:].mean(axis=1), tiny))
    share = posterior[:, 1:] @ shares / np.maximum(copies, tiny)
    wholesale = posterior[:, 1:][:, shares >= options.wholesale].sum(axis=1)
    count = max(1, len(coded.sources))
    return PairEvidence(keys // count, keys % count, copies, evidence, share, wholesale, told)


def _log_odds(coded: CodedValues, votes: Votes, keys: Whole, shares: Real, *, least_doubt: float) -> tuple[Real, Real]:
    """Return the log-odds of each share against independence, of shape (P, shares), and how many items could tell."""
    pairs, count = len(keys), len(coded.sources)
    log_odds, told, differ = np.zeros((pairs, len(shares))), np.zeros(pairs), np.zeros(pairs)
    # Where all give one value nobody says that it is rare, however few they are.
    unlikely = np.where(coded.options[coded.choice_item] > 1, 1 - votes.weight, 0.0)
    backing = np.bincount(coded.choice, votes.own, len(coded.choices)) * unlikely
    backing_of_item = np.bincount(coded.choice_item, backing, len(coded.items))
    for left, right in row_pairs(coded):
        pair = np.searchsorted(keys, coded.source[left] * count + coded.source[right])
        one, other = coded.choice[left], coded.choice[right]
        same = one == other
        rare = np.maximum(unlikely[one], unlikely[other])
        told += np.bincount(pair, rare, pairs)
        differ += np.bincount(pair, ~same * rare, pairs)
        telling = np.flatnonzero(same & (rare > NEGLIGIBLE))
        one, pair, rare = one[telling], pair[telling], rare[telling]
        first, second = left[telling], right[telling]
        # How popular the value is among the unlikely ones of its item without these two, one vote spread evenly.
        theirs = (votes.own[first] + votes.own[second]) * rare
        popular = np.maximum(backing[one] - theirs, 0) + 1 / coded.options[coded.choice_item[one]]
        popular /= np.maximum(backing_of_item[coded.choice_item[one]] - theirs, 0) + 1
        less_accurate = np.minimum(votes.accuracy[coded.source[first]], votes.accuracy[coded.source[second]])
        chance = np.clip(1 - less_accurate, least_doubt, 1 - least_doubt) * popular
        for column, share in enumerate(shares):
            gain = rare * np.log(share / chance + 1 - share)
            log_odds[:, column] += np.bincount(pair, gain, pairs)
    return log_odds + differ[:, None] * np.log1p(-shares), told


def _prior(copying: float, shares: int) -> Real:
    return np.concatenate([[1 - copying], np.full(shares, copying / shares)])


def _normed(rows: Real) -> Real:
    return np.asarray(rows / rows.sum(axis=1, keepdims=True), dtype=np.float64)
