"""How alike are any two statements of a story, in meaning and words, and in the amounts, dates and denials they hold?

One matrix, the sum of the rows of EVIDENCE. Amounts that differ speak only softly against one claim, because a number
gone wrong on the way is still the same claim, drifted; days that differ, and a denial, speak loudly.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.link.options import LinkOptions
from whence.link.sayings import Saying
from whence.ports import Vectors
from whence.registry import Row, Table
from whence.text.dates import do_dates_agree
from whence.text.quantities import Quantity, do_amounts_agree

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Compared:
    """Statements side by side: what one row of evidence may look at."""

    sayings: Sequence[Saying]
    vectors: Vectors


Evidence = Callable[[Compared, LinkOptions], Matrix]


def measure_likeness(sayings: Sequence[Saying], vectors: Vectors, options: LinkOptions) -> Matrix:
    """Return the likeness of every two statements, about 0 for strangers and 1 for the same words twice."""
    compared = Compared(sayings, vectors)
    total = np.zeros((len(sayings), len(sayings)), np.float32)
    for row in EVIDENCE:
        total += row.thing(compared, options)
    return set_apart(compared, total, options)


def set_apart(compared: Compared, likeness: Matrix, options: LinkOptions) -> Matrix:
    """Return the likeness with what can never be one claim below zero, however alike it reads.

    Of two statements the more alike they are but for a denial, the further apart they stand: "was inspected" and "was
    not inspected" are no paraphrases. The same words about another actor are related at most.
    """
    denies, may_deny = _differ(compared, "denies"), _differ(compared, "may_deny")
    is_denial = may_deny & (denies | (likeness >= options.same_wording))
    likeness = np.where(is_denial, -np.maximum(likeness, np.float32(0)), likeness)
    is_doubtful = may_deny & ~is_denial
    likeness = likeness + np.where(is_doubtful, np.float32(options.other_polarity), np.float32(0))
    return np.where(_differ_in_actor(compared, options), np.minimum(likeness, np.float32(0)), likeness)


def _differ(compared: Compared, what: str) -> NDArray[np.bool_]:
    told = np.array([getattr(saying, what) for saying in compared.sayings], np.bool_)
    found: NDArray[np.bool_] = np.not_equal.outer(told, told)
    return found


def _differ_in_actor(compared: Compared, options: LinkOptions) -> NDArray[np.bool_]:
    """Tell of every two whether they share most words, but each opens with one that the other lacks altogether."""
    presence = _presence([saying.words for saying in compared.sayings])
    shared = presence @ presence.T
    sizes = presence.sum(axis=1)
    is_close = shared >= options.same_words * np.maximum.outer(sizes, sizes)
    openings = [saying.words[:1] for saying in compared.sayings]
    number_of = {
        word: number for number, word in enumerate(dict.fromkeys(w for s in compared.sayings for w in s.words))
    }
    has_no_opening = np.array([not opening for opening in openings], np.bool_)
    first = np.array([number_of[opening[0]] if opening else 0 for opening in openings], np.int64)
    lacks = presence[:, first].T == 0
    found: NDArray[np.bool_] = is_close & lacks & lacks.T & ~np.logical_or.outer(has_no_opening, has_no_opening)
    return found


def compare_meaning(compared: Compared, options: LinkOptions) -> Matrix:
    """Return the cosines of the sentence vectors above what any two statements of the story have, at their share.

    Where all reports are on drones and cartels, so is every statement: that much likeness says nothing. Of a few
    statements the mean may be the claim itself, so it is taken off in full only from many.
    """
    cosines: Matrix = compared.vectors @ compared.vectors.T
    count = len(cosines)
    mean = float((cosines.sum() - np.trace(cosines)) / max(1, count * (count - 1)))
    taken = max(0.0, mean) * count / (count + options.mean_statements)
    found: Matrix = np.float32((1 - options.claim_word_share) / (1 - taken)) * (cosines - np.float32(taken))
    return found


def compare_words(compared: Compared, options: LinkOptions) -> Matrix:
    """Return the overlap of words, weighed by how rare each is in the story, at their share.

    A word that every statement of a story holds tells nothing apart there, however rare it is elsewhere.
    """
    presence = _presence([saying.words for saying in compared.sayings])
    count = len(compared.sayings)
    presence *= np.log((1 + count) / (1 + presence.sum(axis=0))).astype(np.float32)
    presence /= np.maximum(np.linalg.norm(presence, axis=1, keepdims=True), 1e-9)
    found: Matrix = np.float32(options.claim_word_share) * (presence @ presence.T)
    return found


def compare_amounts(compared: Compared, options: LinkOptions) -> Matrix:
    """Return what amounts add or take: for one that both give alike, against several of a sort that never agree."""
    amounts = [[(q.low, q.high, q.unit, q.kind) for q in saying.quantities] for saying in compared.sayings]
    each = {_amount_key(q): q for saying in compared.sayings for q in saying.quantities}
    keys = list(each)
    agree = np.array([[_do_agree(each[a], each[b]) for b in keys] for a in keys], np.float32).reshape(
        len(keys), len(keys)
    )
    return _weigh_verdicts(_presence(amounts, keys), agree, for_it=options.same_amount, against=options.other_amount)


def compare_dates(compared: Compared, options: LinkOptions) -> Matrix:
    """Return what dates and clock times add or take."""
    dates = [[mention.value for mention in saying.dates] for saying in compared.sayings]
    keys = sorted({value for values in dates for value in values})
    verdict = {None: 0.0, True: 1.0, False: -1.0}
    agree = np.array([[verdict[do_dates_agree(a, b)] for b in keys] for a in keys], np.float32).reshape(
        len(keys), len(keys)
    )
    return _weigh_verdicts(_presence(dates, keys), agree, for_it=options.same_date, against=options.other_date)


EVIDENCE: Table[Evidence] = Table(
    "evidence that two statements are one claim",
    (
        Row("meaning", compare_meaning, "paraphrases share few words"),
        Row("words", compare_words, "rare shared words and names tell claims of one story apart"),
        Row("amounts", compare_amounts, "the same amount twice in one story is seldom chance"),
        Row("dates", compare_dates, "another day is another event"),
    ),
)


def _presence(items: Sequence[Sequence[object]], keys: Sequence[object] | None = None) -> Matrix:
    """Return a row a statement and a column an item: 1 where the statement holds it."""
    number_of: dict[object, int] = {} if keys is None else {key: number for number, key in enumerate(keys)}
    numbers = [[number_of.setdefault(item, len(number_of)) for item in held] for held in items]
    rows = np.repeat(np.arange(len(items)), [len(held) for held in numbers])
    presence = np.zeros((len(items), max(1, len(number_of))), np.float32)
    presence[rows, [number for held in numbers for number in held]] = 1.0
    return presence


def _weigh_verdicts(presence: Matrix, agree: Matrix, *, for_it: float, against: float) -> Matrix:
    """Return `for_it` where any two items agree, else `against` where any two differ, else 0."""
    if agree.size == 0:
        return np.zeros((len(presence), len(presence)), np.float32)
    some_agree = presence @ (agree > 0).astype(np.float32) @ presence.T > 0
    some_differ = presence @ (agree < 0).astype(np.float32) @ presence.T > 0
    found: Matrix = np.where(some_agree, np.float32(for_it), np.where(some_differ, np.float32(against), np.float32(0)))
    return found


def _amount_key(quantity: Quantity) -> tuple[float, float, str, str]:
    return quantity.low, quantity.high, quantity.unit, quantity.kind


def _do_agree(one: Quantity, other: Quantity) -> float:
    return {None: 0.0, True: 1.0, False: -1.0}[do_amounts_agree([one], [other])]
