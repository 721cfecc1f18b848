"""Is what speaks for and against two things being one said in words, and do some signs bar a run from merging?"""

import pytest

from tests.link.test_entities import make
from whence.link.entity_pairs import Compared, score_pair, values_of
from whence.link.entity_weights import WEIGHTS
from whence.model.statement import EntityKind

RALLY = "Steven Okwir won the Pearl rally in Kampala by 41 seconds on Sunday."
ALSO = "Pearl rally: winner Stephen Okwir, 41 seconds ahead in Kampala on Sunday."


def test_score_pair_of_one_thing_told_alike_is_higher_than_of_strangers() -> None:
    one = Compared(make("Steven Okwir", "a", context=RALLY))
    same = score_pair(one, Compared(make("Stephen Okwir", "b", context=ALSO)))
    other = score_pair(
        one, Compared(make("Steven Okwir", "b", context="A baker, Steven Okwir, 71, was buried in Oslo."))
    )
    assert same is not None
    assert other is not None
    assert same.score > other.score
    assert any("41" in reason for reason in same.reasons)


def test_score_pair_of_plainly_two_names_is_not_asked_about() -> None:
    assert score_pair(Compared(make("Lena Torv", "a")), Compared(make("Lena Marsh", "b"))) is None


@pytest.mark.parametrize(
    ("one", "other", "kind", "word"),
    [
        ("3rd Karsk Brigade", "4th Karsk Brigade", "armed_group", "number 3 against 4"),
        ("Osk Brenn Jr", "Osk Brenn Sr", "person", "father or son"),
    ],
)
def test_score_pair_never_merges_what_another_number_tells_apart(
    one: str, other: str, kind: EntityKind, word: str
) -> None:
    found = score_pair(Compared(make(one, "a", kind, context=RALLY)), Compared(make(other, "b", kind, context=RALLY)))
    assert found is not None
    assert found.verdict == "not_same"
    assert word in found.against


def test_values_of_has_every_value_that_is_weighed() -> None:
    found = values_of(Compared(make("Lena Torv", "a", context=RALLY)), Compared(make("Torv", "b", context=ALSO)))
    assert set(found) == set(WEIGHTS)
    assert all(0 <= value <= 1 for value in found.values())
