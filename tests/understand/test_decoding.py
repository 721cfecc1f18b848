"""Is the sequence of labels that is found the best there is, and which spans does a sequence make?"""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest

from whence.understand.decoding import Floats, best_labels, spans_of


def value_of(labels: Sequence[int], scores: Floats, steps: Floats) -> float:
    """Return what a sequence of labels is worth, by the definition."""
    own = sum(float(scores[word, label]) for word, label in enumerate(labels))
    return own + sum(float(steps[a, b]) for a, b in pairwise(labels))


def best_by_trying(scores: Floats, steps: Floats) -> list[int]:
    sequences = [list(labels) for labels in product(range(scores.shape[1]), repeat=len(scores))]
    return max(sequences, key=lambda labels: value_of(labels, scores, steps))


@pytest.mark.parametrize("seed", range(12))
def test_best_labels_is_the_best_of_all_sequences(seed: int) -> None:
    random = np.random.default_rng(seed)
    words, labels = int(random.integers(1, 7)), int(random.integers(2, 5))
    scores = random.normal(size=(3, words, labels)).astype(np.float32)
    steps = (2 * random.normal(size=(labels, labels))).astype(np.float32)
    found = best_labels(scores, steps, np.ones((3, words), np.bool_))
    assert found.tolist() == [best_by_trying(row, steps) for row in scores]


@pytest.mark.parametrize("seed", range(6))
def test_best_labels_decides_each_row_by_its_own_words(seed: int) -> None:
    random = np.random.default_rng(seed)
    lengths = [6, 1, 4, 3]
    scores = random.normal(size=(4, 6, 3)).astype(np.float32)
    steps = (2 * random.normal(size=(3, 3))).astype(np.float32)
    there = np.arange(6) < np.array(lengths)[:, None]
    found = best_labels(scores, steps, there)
    for row, length in enumerate(lengths):
        assert found[row, :length].tolist() == best_by_trying(scores[row, :length], steps)
        assert not found[row, length:].any()


def test_best_labels_takes_steps_of_each_row() -> None:
    random = np.random.default_rng(1)
    scores = random.normal(size=(3, 5, 3)).astype(np.float32)
    steps = (2 * random.normal(size=(3, 3, 3))).astype(np.float32)
    found = best_labels(scores, steps, np.ones((3, 5), np.bool_))
    assert found.tolist() == [best_by_trying(row, step) for row, step in zip(scores, steps, strict=True)]


def test_best_labels_never_takes_a_forbidden_step() -> None:
    # Label 2 may only follow label 1, as an "inside" its beginning.
    steps = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    scores = np.array([[[0, 0, 0], [0, -1, 5], [0, 0, 5]]], np.float32)
    assert best_labels(scores, steps, np.ones((1, 3), np.bool_)).tolist() == [[1, 2, 2]]


@pytest.mark.parametrize("shape", [(0, 4, 3), (2, 0, 3)])
def test_best_labels_of_nothing_are_none(shape: tuple[int, int, int]) -> None:
    found = best_labels(np.zeros(shape, np.float32), np.zeros((3, 3), np.float32), np.ones(shape[:2], np.bool_))
    assert found.shape == shape[:2]


@pytest.mark.parametrize(
    ("labels", "spans", "why"),
    [
        ([], [], "no words"),
        ([0, 0], [], "all outside"),
        ([1, 2, 2], [(0, 0, 3)], "one from end to end"),
        ([1, 1], [(0, 0, 1), (0, 1, 2)], "two beginnings are two spans"),
        ([0, 2, 2, 0], [(0, 1, 3)], "an inside without a beginning begins one"),
        ([1, 4], [(0, 0, 1), (1, 1, 2)], "an inside of another kind begins one"),
        ([3, 4, 0, 4], [(1, 0, 2), (1, 3, 4)], "parted by an outside"),
        ([1, 2, 3, 4], [(0, 0, 2), (1, 2, 4)], "two kinds side by side"),
    ],
)
def test_spans_of_reads_beginnings_and_insides(labels: list[int], spans: list[tuple[int, int, int]], why: str) -> None:
    assert spans_of(np.array(labels, np.int64), 2) == spans, why


def test_spans_of_leaves_out_kinds_beyond_those_asked_for() -> None:
    assert spans_of(np.array([3, 4, 0, 1]), 1) == [(0, 3, 4)]
