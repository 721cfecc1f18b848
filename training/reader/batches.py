"""In what windows and batches does the network see the examples?"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.reader.examples import Example
from whence.model.pieces import LOOKS

CLS, SEP = 101, 102
# Pieces of a window, with the marks at both ends.
WINDOW = 256


@dataclass
class Window:
    """The words low to high (exclusive) of one example."""

    example: Example
    low: int
    high: int

    @property
    def size(self) -> int:
        """Return the pieces of the window."""
        return int(self.example.pieces.first[self.high] - self.example.pieces.first[self.low]) + 2


def windows(example: Example, chance: random.Random | None, limit: int = WINDOW) -> list[Window]:
    """Cut an example into windows that end at a new line where one is near; by chance the first is shorter."""
    pieces = example.pieces
    found: list[Window] = []
    low, most = 0, limit - 2
    first_most = most if chance is None else chance.randint(most // 3, most)
    while low < len(pieces):
        room = first_most if not found else most
        high = int(np.searchsorted(pieces.first, pieces.first[low] + room, side="right")) - 1
        high = min(max(high, low + 1), len(pieces))
        if high < len(pieces):
            lines = np.flatnonzero((pieces.looks[low + 1 : high + 1] // 5) % 3 == 2)
            if len(lines) and lines[-1] + 1 > (high - low) // 2:
                high = low + 1 + int(lines[-1])
        found.append(Window(example, low, high))
        low = high
    return found


@dataclass
class Batch:
    """What one step learns from; see `Reader` for the shapes."""

    kind: str
    ids: Tensor
    looks: Tensor
    mask: Tensor
    first: Tensor
    is_word: Tensor
    windows: list[Window]


def stack(kind: str, chosen: Sequence[Window]) -> Batch:
    """Return the windows as one batch, padded to the longest."""
    longest = max(window.size for window in chosen)
    most = max(window.high - window.low for window in chosen)
    n = len(chosen)
    ids, looks = np.zeros((n, longest), np.int64), np.zeros((n, longest), np.int64)
    mask, first = np.zeros((n, longest), np.int64), np.zeros((n, most), np.int64)
    is_word = np.zeros((n, most), np.bool_)
    for row, window in enumerate(chosen):
        pieces, low, high = window.example.pieces, window.low, window.high
        start, end = int(pieces.first[low]), int(pieces.first[high])
        size = end - start + 2
        ids[row, :size] = [CLS, *pieces.ids[start:end], SEP]
        counts = np.diff(pieces.first[low : high + 1])
        looks[row, :size] = [LOOKS, *np.repeat(pieces.looks[low:high], counts), LOOKS]
        mask[row, :size] = 1
        first[row, : high - low] = pieces.first[low:high] - start + 1
        is_word[row, : high - low] = True
    return Batch(kind, *map(torch.from_numpy, (ids, looks, mask, first, is_word)), list(chosen))


def batches(
    kind: str, examples: Sequence[Example], chance: random.Random, pieces: int, *, share: float = 1.0
) -> Iterator[Batch]:
    """Yield batches of about `pieces` pieces over a `share` of the examples, windows of like length together."""
    count = max(1, round(share * len(examples)))
    chosen = [chance.sample(examples, len(examples)) for _ in range(-(-count // len(examples)))]
    chosen = [example for group in chosen for example in group][:count]
    cut = [window for example in chosen for window in windows(example, chance)]
    cut.sort(key=lambda window: window.size + chance.random() * 8)
    groups: list[list[Window]] = [[]]
    for window in cut:
        if groups[-1] and (len(groups[-1]) + 1) * window.size > pieces:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    for group in groups:
        yield stack(kind, group)


def labels(rows: Sequence[np.ndarray], width: int) -> Tensor:  # type: ignore[type-arg]
    """Return rows of allowed labels padded to `width` words, padding allowing everything."""
    padded = np.ones((len(rows), width, rows[0].shape[1]), np.bool_)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return torch.from_numpy(padded)
