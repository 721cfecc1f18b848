"""Does a reference lead back to the candidate that scores and distance favour, and only to what stands before it?"""

from collections.abc import Sequence

import numpy as np
import pytest

from whence.model.pieces import LabelSteps, WordScores
from whence.understand.references import Words, is_reference, lead_back

FAR = 8


@pytest.mark.parametrize(
    ("worded", "refers", "why"),
    [
        ("She", True, "a pronoun"),
        ("which", True, "a relative pronoun"),
        ("the daily", True, "a description"),
        ("The mayor of Orlund", True, "a longer description"),
        ("their lawyer", True, "a possessive"),
        ("Both", True, "a number that stands for someone"),
        ("Runa Holt", False, "a name"),
        ("a clerk", False, "something new"),
        ("officials", False, "something new, without an article"),
        ("Theo Orr", False, "a name that begins like an article"),
        ("Heidi", False, "a name that begins like a pronoun"),
        ("Hers", False, "a word that begins like a possessive"),
        ("the", False, "an article alone says nothing"),
    ],
)
def test_is_reference_goes_by_the_wording(worded: str, refers: bool, why: str) -> None:
    assert is_reference(worded) == refers, why


def scores_of(count: int, asked: dict[int, Sequence[float]], given: dict[int, Sequence[float]]) -> WordScores:
    """Return the scores of so many words, of which some ask and some may be what is asked for."""
    refer_from, refer_to = np.zeros((count, 4), np.float32), np.zeros((count, 4), np.float32)
    for word, vector in asked.items():
        refer_from[word] = vector
    for word, vector in given.items():
        refer_to[word] = vector
    none = np.zeros((count, 3), np.float32)
    return WordScores(none, none, none, none[:, 0], refer_from, refer_to, none, none)


def steps_of(far: Sequence[float] = (0,) * FAR) -> LabelSteps:
    none = np.zeros((3, 3), np.float32)
    return LabelSteps(none, none, none, none, none, np.array(far, np.float32))


def test_lead_back_takes_the_candidate_that_fits_best() -> None:
    words = scores_of(10, {8: (4, 0, 0, 0)}, {0: (0, 4, 0, 0), 3: (4, 0, 0, 0)})
    found = lead_back(words, steps_of(), (8, 9), [(0, 1), (3, 4)])
    assert found is not None
    place, share = found
    assert place == (3, 4)
    # Scores 4 * 4 / sqrt(4) = 8 against 0.
    assert share == pytest.approx(1 / (1 + np.exp(-8)), abs=1e-5)


def test_lead_back_shares_between_equals() -> None:
    found = lead_back(scores_of(10, {}, {}), steps_of(), (8, 9), [(0, 1), (3, 4), (5, 6), (6, 7)])
    assert found is not None
    assert found[1] == pytest.approx(0.25)


def test_lead_back_takes_the_mean_of_the_words_of_a_phrase() -> None:
    # The first word of the longer candidate fits better than the other, its mean does not.
    words = scores_of(10, {8: (1, 0, 0, 0), 9: (1, 0, 0, 0)}, {0: (8, 0, 0, 0), 1: (-8, 0, 0, 0), 4: (4, 0, 0, 0)})
    found = lead_back(words, steps_of(), (8, 10), [(0, 2), (4, 5)])
    assert found is not None
    assert found[0] == (4, 5)


@pytest.mark.parametrize(
    ("distance", "bucket"), [(0, 0), (7, 0), (8, 1), (15, 1), (16, 2), (31, 2), (32, 3), (40, 3), (511, 6), (900, 7)]
)
def test_lead_back_weighs_the_distance_in_doubling_steps(distance: int, bucket: int) -> None:
    # As in training: the words between the end of the candidate and the reference.
    far = [0.0] * FAR
    far[bucket] = 5
    far[0] = 5 if bucket == 0 else -5
    at = distance + 1
    words = scores_of(at + 1, {}, {})
    near: Words = (at - 1, at)
    found = lead_back(words, steps_of(far), (at, at + 1), [(0, 1), near] if near != (0, 1) else [(0, 1)])
    assert found is not None
    assert found[0] == (0, 1)


@pytest.mark.parametrize(
    ("candidates", "why"),
    [([], "none at all"), ([(9, 10)], "behind the reference"), ([(4, 6)], "overlaps the reference")],
)
def test_lead_back_without_a_candidate_before_the_reference_is_none(candidates: list[Words], why: str) -> None:
    assert lead_back(scores_of(12, {}, {}), steps_of(), (5, 6), candidates) is None, why


def test_lead_back_looks_at_the_nearest_candidates_only() -> None:
    words = scores_of(100, {90: (4, 0, 0, 0)}, {0: (9, 0, 0, 0)})
    candidates = [(n, n + 1) for n in range(60)]
    found = lead_back(words, steps_of(), (90, 91), candidates)
    assert found is not None
    assert found[0] != (0, 1)
    assert found[1] == pytest.approx(1 / 24)
