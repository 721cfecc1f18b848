"""How does a table of values look as numbers, so that all rows are weighed at once?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.model.values import GivenValue

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
# Pairs of rows that are compared at once; bounds the memory (about 100 bytes each).
BLOCK = 400_000


@dataclass(frozen=True, slots=True)
class CodedValues:
    """The rows as places: of R rows the source, the item and the choice, of shape (R,), sorted by item, then source.

    A choice is one value of one item; `choice_item`, of shape (C,), says of which. `options`, of shape (I,), says how
    many choices an item has. Names stand in `sources`, `items` and `choices` (their values), in order.
    """

    sources: tuple[str, ...]
    items: tuple[str, ...]
    choices: tuple[str, ...]
    source: Whole
    item: Whole
    choice: Whole
    choice_item: Whole
    options: Whole

    @property
    def rows_of_source(self) -> Whole:
        """Return how many rows each source has, of shape (S,)."""
        return np.bincount(self.source, minlength=len(self.sources))


def code_values(given: Sequence[GivenValue]) -> CodedValues:
    """Return the rows as numbers; their order makes no difference. A source and item may come once only."""
    sources, source = np.unique(np.array([row.source for row in given], dtype=object), return_inverse=True)
    items, item = np.unique(np.array([row.item for row in given], dtype=object), return_inverse=True)
    values, value = np.unique(np.array([row.value for row in given], dtype=object), return_inverse=True)
    order = np.lexsort((source, item))
    source, item, value = source[order].astype(np.int64), item[order].astype(np.int64), value[order].astype(np.int64)
    keys, choice = np.unique(item * max(1, len(values)) + value, return_inverse=True)
    choice_item = keys // max(1, len(values))
    return CodedValues(
        tuple(sources),
        tuple(items),
        tuple(values[keys % max(1, len(values))]),
        source,
        item,
        choice.astype(np.int64),
        choice_item,
        np.bincount(choice_item, minlength=len(items)),
    )


def row_pairs(coded: CodedValues) -> Iterator[tuple[Whole, Whole]]:
    """Yield all pairs of rows on one item as two lists of places, about `BLOCK` at once, the lesser source first."""
    sizes = np.bincount(coded.item, minlength=len(coded.items))
    starts = np.cumsum(sizes) - sizes
    for size in np.unique(sizes[sizes > 1]):
        one, other = np.triu_indices(size, 1)
        begins = starts[sizes == size]
        step = max(1, BLOCK // len(one))
        for at in range(0, len(begins), step):
            begin = begins[at : at + step, None]
            yield (begin + one).ravel(), (begin + other).ravel()
