"""How much stands behind each value, once what is copied counts as copied?

The model follows Dong, Berti-Equille and Srivastava (2009). A source that copies has a parent: with probability `share`
it gives what the parent gives, else its own. Its own value is what is so with probability A, its accuracy, else any of
the others. Accuracies and the probability of each value are found by expectation-maximisation. Nobody knows any value:
what is called accuracy is how often a source agrees with others that are independent of it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.weigh.coded_values import CodedValues, Real, Whole
from whence.weigh.options import CopierOptions

Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Copying:
    """Of each of S sources the parent that it copies (-1: none) and the share of its values that it copies, 0 to 1."""

    parent: Whole
    share: Real

    @property
    def edges(self) -> int:
        """Return how many sources copy."""
        return int((self.parent >= 0).sum())


@dataclass(frozen=True, slots=True)
class Votes:
    """What the rows come to: `weight` of each choice (C,), `accuracy` of each source (S,), 0 to 1.

    `own`, of shape (R,), is how likely each row is the source's own rather than copied. `fit` is the log-likelihood of
    all rows, natural logarithm.
    """

    weight: Real
    accuracy: Real
    own: Real
    fit: float


def independent(coded: CodedValues) -> Copying:
    """Return that nobody copies."""
    count = len(coded.sources)
    return Copying(np.full(count, -1, dtype=np.int64), np.zeros(count))


def weigh_choices(coded: CodedValues, copying: Copying, *, options: CopierOptions) -> Votes:
    """Return the weight of each choice, the accuracy of each source, and how likely each row is its source's own."""
    sources, choices, items = len(coded.sources), len(coded.choices), len(coded.items)
    has, matches = _copied(coded, copying)
    share = np.where(has, copying.share[coded.source], 0.0)
    copied, own_share = np.where(matches, share, 0.0), 1 - share
    accuracy = np.full(sources, options.first_accuracy)
    # Before any vote: all values that are given are as likely, and hardly ever does nobody give what is so.
    given = (1 - options.nobody) / coded.options
    for _ in range(options.rounds):
        right = np.clip(accuracy, options.least_doubt, 1 - options.least_doubt)[coded.source]
        # One more than the item's values: what is so may be given by nobody.
        wrong = (1 - right) / coded.options[coded.item]
        if_so, if_not = copied + own_share * right, copied + own_share * wrong
        score = np.bincount(coded.choice, np.log(if_so) - np.log(if_not), choices)
        base = np.bincount(coded.item, np.log(if_not), items)
        top = np.zeros(items)
        np.maximum.at(top, coded.choice_item, score)
        raised = np.exp(score - top[coded.choice_item]) * given[coded.choice_item]
        total = np.bincount(coded.choice_item, raised, items) + options.nobody * np.exp(-top)
        weight = raised / total[coded.choice_item]
        own_right = weight[coded.choice] * own_share * right / if_so
        own_wrong = (1 - weight[coded.choice]) * own_share * wrong / if_not
        # A source with few values of its own is taken to be like the others: a prior as strong as two values.
        usual = float(own_right.sum() / (own_right + own_wrong).sum())
        own = own_right + own_wrong
        own_rows = np.bincount(coded.source, own, sources)
        accuracy = (np.bincount(coded.source, own_right, sources) + 2 * usual) / (own_rows + 2)
    fit = float((base + top + np.log(total)).sum())
    return Votes(weight, accuracy, own, fit)


def first_votes(coded: CodedValues) -> Votes:
    """Return the plain shares of votes, before anything is known: nobody is taken at their word more than another."""
    choices = len(coded.choices)
    count = np.bincount(coded.choice, minlength=choices)
    per_item = np.bincount(coded.choice_item, count, len(coded.items))
    weight = count / (per_item + 1)[coded.choice_item]
    accuracy = np.bincount(coded.source, weight[coded.choice], len(coded.sources)) / coded.rows_of_source
    return Votes(weight, accuracy, np.ones(len(coded.source)), 0.0)


def _copied(coded: CodedValues, copying: Copying) -> tuple[Truth, Truth]:
    """Return for each row whether its source's parent has a value for the item, and whether it is the same."""
    keys = coded.source * len(coded.items) + coded.item
    order = np.argsort(keys, kind="stable")
    parent = copying.parent[coded.source]
    wanted = parent * len(coded.items) + coded.item
    place = np.minimum(np.searchsorted(keys[order], wanted), len(keys) - 1)
    row = order[place]
    has = (parent >= 0) & (keys[row] == wanted)
    return has, has & (coded.choice[row] == coded.choice)
