"""Which sequence of labels fits the scores of a network best, and which spans does it make?"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]
Flags = NDArray[np.bool_]


def best_labels(scores: Floats, steps: Floats, there: Flags) -> Labels:
    """Return the best label of each word by Viterbi's algorithm, all rows at once.

    `scores` (rows, words, labels); `steps` (labels, labels), or one such for each row, scores a label after another;
    `there` (rows, words) is true from the first word of a row to its last. Words that are not there get label 0.

    >>> scores = np.array([[[0, 1], [0.4, 0], [0, 1]]], np.float32)
    >>> best_labels(scores, np.array([[0, 0], [-1, 1]], np.float32), np.ones((1, 3), np.bool_)).tolist()
    [[1, 1, 1]]
    """
    rows, words, labels = scores.shape
    if not rows or not words:
        return np.zeros((rows, words), np.int64)
    total = scores[:, 0].copy()
    came = np.zeros((words, rows, labels), np.int8)
    for word in range(1, words):
        reached = total[:, :, None] + steps
        came[word] = reached.argmax(1)
        total = np.where(there[:, word, None], reached.max(1) + scores[:, word], total)
    lengths = there.sum(1)
    found = np.zeros((rows, words), np.int64)
    at = total.argmax(1)
    every = np.arange(rows)
    for word in range(words - 1, -1, -1):
        is_there = word < lengths
        found[:, word] = np.where(is_there, at, 0)
        at = np.where(is_there, came[word, every, at], at)
    return found


def spans_of(labels: Labels, kinds: int) -> list[tuple[int, int, int]]:
    """Return the spans of one row as (kind, first word, end), for labels that run O, B-0, I-0, B-1, I-1 and so on.

    An "inside" without a beginning begins a span of its own.

    >>> spans_of(np.array([0, 1, 2, 0, 4, 3]), 2)
    [(0, 1, 3), (1, 4, 5), (1, 5, 6)]
    """
    kind = np.where(labels > 0, (labels - 1) // 2, -1)
    before = np.concatenate(([-1], kind[:-1]))
    begins = (kind >= 0) & ((labels % 2 == 1) | (kind != before))
    starts = np.flatnonzero(begins)
    stops = np.flatnonzero(begins | (kind < 0))
    found = []
    for start in starts:
        at = int(np.searchsorted(stops, start, side="right"))
        end = int(stops[at]) if at < len(stops) else len(labels)
        if kind[start] < kinds:
            found.append((int(kind[start]), int(start), end))
    return found
