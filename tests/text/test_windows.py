"""Is every word of a text shown to the encoder, answered for once, and seen with enough around it?"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.pieces import Pieces
from whence.text.windows import OVERLAP, SLACK, STRETCH, WINDOW, Window, cut_stretches, cut_windows

# What `Pieces.looks` holds for a small letter behind a space, and behind a new line.
PLAIN, NEW_LINE = 1 + 5, 1 + 10
ROOM = WINDOW - 2


def make_pieces(counts: Sequence[int], lines: Sequence[int] = ()) -> Pieces:
    """Return words of so many pieces each, in lower case; those at `lines` stand behind a new line."""
    first = np.append(0, np.cumsum(np.array(counts, np.int64)))
    starts = np.arange(len(counts), dtype=np.int64) * 2
    looks = np.full(len(counts), PLAIN, np.int64)
    looks[list(lines)] = NEW_LINE
    return Pieces(np.ones(int(first[-1]), np.int64), first, starts, starts + 1, looks)


def size_of(pieces: Pieces, window: Window) -> int:
    return int(pieces.first[window.high] - pieces.first[window.low])


def check(pieces: Pieces, low: int, high: int, windows: Sequence[Window], room: int) -> None:
    """Assert what holds for the windows of any words that fit one each."""
    assert [word for window in windows for word in range(window.own_low, window.own_high)] == list(range(low, high))
    for window in windows:
        assert low <= window.low <= window.own_low <= window.own_high <= window.high <= high
        assert size_of(pieces, window) <= room


@given(st.lists(st.integers(1, 12), min_size=1, max_size=300), st.data())
@settings(max_examples=150, deadline=None)
def test_cut_windows_answers_for_each_word_once(counts: list[int], data: st.DataObject) -> None:
    pieces = make_pieces(counts)
    low = data.draw(st.integers(0, len(counts) - 1))
    high = data.draw(st.integers(low + 1, len(counts)))
    check(pieces, low, high, cut_windows(pieces, low, high), ROOM)


@given(st.lists(st.integers(1, OVERLAP), min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_cut_windows_answers_for_long_words(counts: list[int]) -> None:
    pieces = make_pieces(counts)
    check(pieces, 0, len(counts), cut_windows(pieces, 0, len(counts)), ROOM)


@given(st.integers(1, 3000), st.integers(20, 80), st.integers(0, 9))
@settings(max_examples=100, deadline=None)
def test_cut_windows_overlap_as_promised(words: int, size: int, overlap: int) -> None:
    windows = cut_windows(make_pieces([1] * words), 0, words, size=size, overlap=overlap)
    assert all(before.high - after.low >= overlap for before, after in pairwise(windows))
    assert len(windows) <= max(1, -(-(words - overlap) // (size - 2 - overlap)))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=400))
@settings(max_examples=100, deadline=None)
def test_cut_windows_lose_at_most_a_word_of_the_overlap_at_either_end(counts: list[int]) -> None:
    pieces = make_pieces(counts)
    windows = cut_windows(pieces, 0, len(counts))
    for before, after in pairwise(windows):
        shared = int(pieces.first[before.high] - pieces.first[after.low])
        assert shared >= OVERLAP - 2 * (max(counts) - 1)


def test_cut_windows_lets_the_more_central_window_answer() -> None:
    windows = cut_windows(make_pieces([1] * 1000), 0, 1000)
    assert len(windows) == 5
    for before, after in pairwise(windows):
        behind, ahead = before.high - before.own_high, after.own_low - after.low
        assert abs(behind - ahead) <= 1
        assert min(behind, ahead) >= OVERLAP // 2


@pytest.mark.parametrize(
    ("words", "windows", "why"),
    [
        (1, 1, "a single word"),
        (ROOM, 1, "just fits"),
        (ROOM + 1, 2, "one word too many"),
        (2 * ROOM - OVERLAP, 2, "two with the least overlap"),
        (2 * ROOM - OVERLAP + 1, 3, "no longer two"),
    ],
)
def test_cut_windows_are_as_few_as_can_be(words: int, windows: int, why: str) -> None:
    assert len(cut_windows(make_pieces([1] * words), 0, words)) == windows, why


@given(st.integers(1, 2000))
@settings(max_examples=50, deadline=None)
def test_cut_windows_are_alike_in_length_and_no_longer_than_they_must_be(words: int) -> None:
    pieces = make_pieces([1] * words)
    sizes = [size_of(pieces, window) for window in cut_windows(pieces, 0, words)]
    assert max(sizes) - min(sizes) <= 1
    assert sum(sizes) <= words + (OVERLAP + SLACK + 1) * (len(sizes) - 1) + SLACK + 1


def test_cut_windows_shows_a_gigantic_word_alone() -> None:
    # The reader cuts its pieces: who answers for it is all that is promised.
    first, *others = cut_windows(make_pieces([1000]), 0, 1)
    assert first == Window(0, 1, 0, 1)
    assert all(window.own_low == window.own_high for window in others)


# The vocabulary gives a word of up to 100 letters one piece a letter at most, and a longer one a single piece.
@pytest.mark.parametrize(
    ("counts", "word", "why"),
    [
        ([*[1] * 190, 77, *[1] * 193], 190, "a checksum of 100 letters over the end of the first window"),
        ([*[1] * 50, 1000, *[1] * 50], 50, "a word longer than any window"),
    ],
)
def test_cut_windows_shows_a_word_to_who_answers_for_it(counts: list[int], word: int, why: str) -> None:
    windows = cut_windows(make_pieces(counts), 0, len(counts))
    (owner,) = (window for window in windows if window.own_low <= word < window.own_high)
    assert owner.low <= word < owner.high, why


def test_cut_stretches_of_nothing_are_none() -> None:
    assert cut_stretches(make_pieces([])) == []


@given(st.integers(0, 4 * STRETCH), st.lists(st.integers(0, 4 * STRETCH), max_size=30))
@settings(max_examples=60, deadline=None)
def test_cut_stretches_cover_a_text_once(words: int, lines: list[int]) -> None:
    stretches = cut_stretches(make_pieces([1] * words, [line for line in lines if line < words]))
    assert [low for low, _ in stretches] == [0, *(high for _, high in stretches[:-1])][: len(stretches)]
    assert [high for _, high in stretches[-1:]] == [words][: len(stretches)]
    assert all(0 < high - low <= STRETCH for low, high in stretches)


@pytest.mark.parametrize(
    ("lines", "high", "why"),
    [
        ([4000, 5500], 5500, "the last new line that fits"),
        ([STRETCH], STRETCH, "just before a new line"),
        ([STRETCH + 1], STRETCH, "the new line comes too late"),
        ([100], STRETCH, "the new line comes so early that the stretch would be short"),
        ([], STRETCH, "no new line at all"),
    ],
)
def test_cut_stretches_end_before_a_new_line(lines: list[int], high: int, why: str) -> None:
    assert cut_stretches(make_pieces([1] * (STRETCH + 500), lines))[0] == (0, high), why


def test_cut_stretches_see_a_new_line_before_any_word() -> None:
    pieces = make_pieces([1] * (STRETCH + 500))
    # All capitals behind a new line and inside quotation marks.
    pieces.looks[5000] = 3 + 10 + 15
    assert cut_stretches(pieces)[0] == (0, 5000)
