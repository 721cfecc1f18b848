"""In which overlapping windows is a text shown to the encoder, and which window answers for which word?"""

from dataclasses import dataclass

import numpy as np

from whence.model.pieces import Numbers, Pieces

# Pieces of a window with its end marks, as in training, and the least that two windows share.
WINDOW, OVERLAP = 256, 48
# Pieces by which a window may be longer than its share, since it ends with a word.
SLACK = 8
# Words read at a time, cut at a new line: bounds memory, however long the text.
STRETCH = 6000


@dataclass(frozen=True, slots=True)
class Window:
    """The words `low` to `high` (exclusive) of a text; it answers for those from `own_low` to `own_high`."""

    low: int
    high: int
    own_low: int
    own_high: int


def cut_stretches(pieces: Pieces) -> list[tuple[int, int]]:
    """Return the ranges of words that are read one after the other, each ending before a new line where it can."""
    lines = np.flatnonzero(pieces.looks // 5 % 3 == 2)
    found: list[tuple[int, int]] = []
    low = 0
    while len(pieces) - low > STRETCH:
        near = lines[(lines > low + STRETCH // 2) & (lines <= low + STRETCH)]
        high = int(near[-1]) if len(near) else low + STRETCH
        found.append((low, high))
        low = high
    if low < len(pieces):
        found.append((low, len(pieces)))
    return found


def cut_windows(pieces: Pieces, low: int, high: int, *, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Return windows over the words `low` to `high`, alike in length; a word of two windows is the more central one's.

    A stretch that fits one window is one; a single word of more pieces than a window is cut by who reads it.
    """
    room = size - 2
    first: Numbers = pieces.first
    total = int(first[high] - first[low])
    count = 1 if total <= room else -(-(total - overlap) // (room - overlap))
    # Windows no longer than they must be: a text a little over one window makes two of little over half of it.
    length = min(room, -(-(total + overlap * (count - 1)) // count) + SLACK) if count > 1 else room
    bounds: list[tuple[int, int]] = []
    for number in range(count):
        start = first[low] + (total - length) * number // max(1, count - 1) if count > 1 else first[low]
        begin = max(low, int(np.searchsorted(first, start, side="left")))
        end = min(high, int(np.searchsorted(first, start + length, side="right")) - 1)
        bounds.append((begin, max(end, begin + 1)))
    # A word longer than a window's end is shown whole by the window before it, and cut by who reads it.
    bounds = [(begin, max(end, bounds[n + 1][0] if n + 1 < count else end)) for n, (begin, end) in enumerate(bounds)]
    cuts = [low, *((bounds[n + 1][0] + bounds[n][1]) // 2 for n in range(count - 1)), high]
    return [Window(*bounds[n], cuts[n], cuts[n + 1]) for n in range(count)]
