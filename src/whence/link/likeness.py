"""How surely do any two statements of a story say the same, in log-odds?

A logistic regression over the features of `pair_features.py`, learned from annotated stories (`pair_weights.py`).
Amounts that differ speak only softly against one claim, because a number gone wrong on the way is still the same claim,
drifted. What can never be one claim is set apart afterwards, however alike it reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.conflicts import measure_conflict
from whence.link.options import LinkOptions
from whence.link.pair_features import FEATURES, Compared, Flags, Matrix
from whence.link.pair_weights import BIAS, WEIGHTS
from whence.link.sayings import Saying

# The log-odds of two statements that can never be one claim.
APART = -6.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of every two statements: the log-odds that they say the same, and whether one denies what the other says.

    `read` is what the log-odds would be if nothing were set apart: how alike a denial and what it denies read.
    `conflict` are the log-odds that one contradicts the other.
    """

    same: Matrix
    read: Matrix
    denies: Flags
    conflict: Matrix


def measure_likeness(compared: Compared, options: LinkOptions) -> Likeness:
    """Return how alike every two statements are; a statement and its own propositions are neither alike nor apart."""
    sayings, read = compared.sayings, read_likeness(compared)
    denies = _deny(compared, read, options)
    same = np.where(denies | _differ_in_actor(compared, options), np.float32(APART), read)
    overlaps = _overlaps(sayings)
    for one, other in overlaps:
        same[one, other] = same[other, one] = options.claim_likeness
    return Likeness(same, read, denies, measure_conflict(compared, read, denies, overlaps, options))


def read_likeness(compared: Compared) -> Matrix:
    """Return of every two statements the log-odds that they say the same, nothing set apart."""
    read = np.full((len(compared.sayings), len(compared.sayings)), BIAS, np.float32)
    for row in FEATURES:
        read += np.float32(WEIGHTS[row.name]) * row.thing(compared)
    return read


def _overlaps(sayings: Sequence[Saying]) -> list[tuple[int, int]]:
    """Return which two are of one statement and share words; they stand near each other, by report and place."""
    first: dict[tuple[str, str], list[int]] = {}
    for number, saying in enumerate(sayings):
        first.setdefault((saying.report, saying.statement.id), []).append(number)
    return [
        (one, other)
        for held in first.values()
        for place, one in enumerate(held)
        for other in held[place + 1 :]
        if sayings[one].overlaps(sayings[other])
    ]


def _deny(compared: Compared, read: Matrix, options: LinkOptions) -> Flags:
    """Tell of every two whether one says that it is so and the other that it is not.

    Of two statements the more alike they are but for a denial, the further apart they stand: "was inspected" and "was
    not inspected" are no paraphrases. A "not" that may belong to another clause counts only in much the same wording.
    """
    denies, may_deny = _differ(compared, "denies"), _differ(compared, "may_deny")
    found: Flags = may_deny & (denies | (compared.plain >= options.same_wording))
    return found & (read >= options.denied_likeness)


def _differ(compared: Compared, what: str) -> Flags:
    told = np.array([getattr(saying, what) for saying in compared.sayings], np.bool_)
    found: Flags = np.not_equal.outer(told, told)
    return found


def _differ_in_actor(compared: Compared, options: LinkOptions) -> Flags:
    """Tell of every two whether they share most words, but each opens with one that the other lacks altogether."""
    held = compared.presence
    shared, sizes = held @ held.T, held.sum(axis=1)
    is_close = shared >= options.same_words * np.maximum.outer(sizes, sizes)
    number_of = {
        word: number for number, word in enumerate(dict.fromkeys(w for s in compared.sayings for w in s.words))
    }
    openings = [saying.words[:1] for saying in compared.sayings]
    has_no_opening = np.array([not opening for opening in openings], np.bool_)
    first = np.array([number_of[opening[0]] if opening else 0 for opening in openings], np.int64)
    lacks = held[:, first].T == 0
    found: Flags = is_close & lacks & lacks.T & ~np.logical_or.outer(has_no_opening, has_no_opening)
    return found
