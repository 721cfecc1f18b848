"""What speaks for two statements of a story saying the same? One matrix a feature, a row and a column a statement.

Nothing here is weighed: `likeness.py` does that, with weights learned from annotated stories (`pair_weights.py`). All
features of a pair are the same whichever of the two comes first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from whence.link.sayings import Saying
from whence.ports import Vectors
from whence.registry import Row, Table
from whence.text.dates import do_dates_agree
from whence.text.quantities import Quantity, do_amounts_agree

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float32]
Flags = NDArray[np.bool_]

# Share of meaning beside words in the plain likeness that ranks are taken by.
MEANING = 0.65
# Statements and propositions of a report, about the median of annotated stories.
_USUAL_STATEMENTS = 25
# Among a few statements everything or nothing is unusual: bounds on the spread, and on what it makes of a likeness.
_LEAST_SPREAD, _MOST_UNUSUAL = 0.02, 6.0


@dataclass(frozen=True)
class Compared:
    """Statements side by side, with what several features need of them.

    `contexts` has a vector of each statement as it is read in its report.
    """

    sayings: Sequence[Saying]
    contexts: Vectors

    @cached_property
    def presence(self) -> Matrix:
        """Which words each statement holds, (statements, words)."""
        return presence([saying.words for saying in self.sayings])

    @cached_property
    def rarity(self) -> Numbers:
        """How rare each word is in the story: a word that every statement of it holds tells nothing apart there."""
        found: Numbers = np.log((1 + len(self.sayings)) / (1 + self.presence.sum(axis=0))).astype(np.float32)
        return found

    @cached_property
    def context(self) -> Matrix:
        """Cosines of the statements as they are read in their reports."""
        found: Matrix = self.contexts @ self.contexts.T
        return found

    @cached_property
    def words(self) -> Matrix:
        """Cosines of the words, weighed by how rare each is."""
        weighed = self.presence * self.rarity
        weighed /= np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)
        found: Matrix = weighed @ weighed.T
        return found

    @cached_property
    def plain(self) -> Matrix:
        """Meaning and words together, unlearned: what ranks and unusual likeness are taken by."""
        return np.float32(MEANING) * self.context + np.float32(1 - MEANING) * self.words

    @cached_property
    def report(self) -> NDArray[np.int64]:
        """A number for the report of each statement."""
        number_of: dict[str, int] = {}
        return np.array([number_of.setdefault(s.report, len(number_of)) for s in self.sayings], np.int64)

    @cached_property
    def ranks(self) -> Matrix:
        """How near the top of its report a column stands in likeness to the row, as the logarithm of 1 + a place.

        Places are those in a report of `_USUAL_STATEMENTS`: to be the best of two says less than of many.
        """
        plain, ranks = self.plain, np.zeros_like(self.plain)
        for number in range(int(self.report.max(initial=-1)) + 1):
            inside = np.flatnonzero(self.report == number)
            order = np.argsort(-plain[:, inside], axis=1, kind="stable")
            found = np.empty_like(order)
            np.put_along_axis(found, order, np.arange(len(inside))[None], axis=1)
            ranks[:, inside] = np.log1p((found + 0.5) / len(inside) * _USUAL_STATEMENTS)
        return ranks

    @cached_property
    def unusual(self) -> Matrix:
        """By how many standard deviations the row is more like the column than like other reports' statements."""
        return self._beside_others(self.plain)

    @cached_property
    def unusual_context(self) -> Matrix:
        """The same of the statements as they are read in their reports."""
        return self._beside_others(self.context)

    def _beside_others(self, likeness: Matrix) -> Matrix:
        elsewhere = self.report[:, None] != self.report[None]
        count = np.maximum(elsewhere.sum(axis=1), 1)
        mean = np.where(elsewhere, likeness, 0).sum(axis=1) / count
        spread = np.sqrt(np.where(elsewhere, (likeness - mean[:, None]) ** 2, 0).sum(axis=1) / count)
        scale = np.maximum(spread, _LEAST_SPREAD)[:, None]
        found: Matrix = np.clip((likeness - mean[:, None]) / scale, -_MOST_UNUSUAL, _MOST_UNUSUAL).astype(np.float32)
        return found


Looked = TypeVar("Looked", bound=Compared)
Feature = Callable[[Looked], Matrix]


def presence(items: Sequence[Sequence[object]], keys: Sequence[object] | None = None) -> Matrix:
    """Return a row a statement and a column an item: 1 where the statement holds it."""
    number_of: dict[object, int] = {} if keys is None else {key: number for number, key in enumerate(keys)}
    numbers = [[number_of.setdefault(item, len(number_of)) for item in held] for held in items]
    rows = np.repeat(np.arange(len(items)), [len(held) for held in numbers])
    found = np.zeros((len(items), max(1, len(number_of))), np.float32)
    found[rows, [number for held in numbers for number in held]] = 1.0
    return found


def _least_share_of_words(compared: Compared) -> Matrix:
    """Return which share of the rare words of either the other has, the smaller of the two."""
    weighed = compared.presence * compared.rarity
    shared = weighed @ compared.presence.T
    share = shared / np.maximum(weighed.sum(axis=1, keepdims=True), 1e-6)
    found: Matrix = np.minimum(share, share.T)
    return found


def _amounts(compared: Compared) -> tuple[Matrix, Matrix]:
    amounts = [[(q.low, q.high, q.unit, q.kind) for q in saying.quantities] for saying in compared.sayings]
    each = {_amount_key(q): q for saying in compared.sayings for q in saying.quantities}
    keys = list(each)
    verdict = {None: 0.0, True: 1.0, False: -1.0}
    agree = [[verdict[do_amounts_agree([each[a]], [each[b]])] for b in keys] for a in keys]
    return _verdicts(presence(amounts, keys), np.array(agree, np.float32).reshape(len(keys), len(keys)))


def differing_amounts(compared: Compared) -> Matrix:
    """Return where two statements give amounts of a sort, and none of them can be the same."""
    return _amounts(compared)[1]


def differing_dates(compared: Compared) -> Matrix:
    """Return where two statements give dates or clock times, and none of them can be the same."""
    return _dates(compared)[1]


def _dates(compared: Compared) -> tuple[Matrix, Matrix]:
    dates = [[mention.value for mention in saying.dates] for saying in compared.sayings]
    keys = sorted({value for values in dates for value in values})
    verdict = {None: 0.0, True: 1.0, False: -1.0}
    agree = [[verdict[do_dates_agree(a, b)] for b in keys] for a in keys]
    return _verdicts(presence(dates, keys), np.array(agree, np.float32).reshape(len(keys), len(keys)))


def _verdicts(held: Matrix, agree: Matrix) -> tuple[Matrix, Matrix]:
    """Return where any two items agree, and where some differ and none agrees."""
    size = len(held)
    if agree.size == 0:
        return np.zeros((size, size), np.float32), np.zeros((size, size), np.float32)
    same = held @ (agree > 0).astype(np.float32) @ held.T > 0
    other = held @ (agree < 0).astype(np.float32) @ held.T > 0
    return same.astype(np.float32), (other & ~same).astype(np.float32)


def _amount_key(quantity: Quantity) -> tuple[float, float, str, str]:
    return quantity.low, quantity.high, quantity.unit, quantity.kind


def _each(compared: Compared, read: Callable[[Saying], float]) -> Numbers:
    return np.array([read(saying) for saying in compared.sayings], np.float32)


def _length(saying: Saying) -> float:
    return float(np.log1p(len(saying.words)))


def _place(saying: Saying) -> float:
    return saying.place


def _is_sourced(saying: Saying) -> float:
    return float(bool(saying.statement.voices))


FEATURES: Table[Feature[Compared]] = Table(
    "feature of two statements",
    (
        Row("context", lambda c: c.context, "paraphrases share few words, and who did what often stands around them"),
        Row("least unusual context", lambda c: np.minimum(c.unusual_context, c.unusual_context.T), "as below"),
        Row("rare words", lambda c: c.words, "rare shared words and names tell claims of one story apart"),
        Row("least share of words", _least_share_of_words, "a long statement holds the words of many short ones"),
        Row("agreeing amounts", lambda c: _amounts(c)[0], "the same figure in two reports is seldom chance"),
        Row("differing amounts", differing_amounts, "38 is not 3.8 million; yet one may have gone wrong"),
        Row("agreeing dates", lambda c: _dates(c)[0], "the same day or hour"),
        Row("differing dates", differing_dates, "another day is mostly another event"),
        Row("worse rank", lambda c: np.maximum(c.ranks, c.ranks.T), "best for each other of all in either report"),
        Row("better rank", lambda c: np.minimum(c.ranks, c.ranks.T), "best at least for one of them"),
        Row("least unusual", lambda c: np.minimum(c.unusual, c.unusual.T), "some statements are like everything"),
        Row("longer", lambda c: outer(np.maximum, _each(c, _length)), "short ones agree by chance"),
        Row("shorter", lambda c: outer(np.minimum, _each(c, _length)), "short ones agree by chance"),
        Row("places apart", lambda c: outer(_distance, _each(c, _place)), "retellings keep the order of their model"),
        Row("earlier place", lambda c: outer(np.minimum, _each(c, _place)), "leads are repeated most"),
        Row("sourced", lambda c: outer(np.add, _each(c, _is_sourced)), "what somebody said is repeated more"),
    ),
)


def _distance(one: Numbers, other: Numbers) -> Numbers:
    found: Numbers = np.abs(one - other)
    return found


def outer(join: Callable[[Numbers, Numbers], Numbers], values: Numbers) -> Matrix:
    """Return what joins the values of every two statements."""
    found: Matrix = join(values[:, None], values[None])
    return found
