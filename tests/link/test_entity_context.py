"""Do the sentences around a name tell what bears it, and is a contradiction between two of them found?"""

import pytest

from whence.link.entity_context import compare_contexts, read_context

NAMES = ("Lena Torv", "L. Torv")


def compare(one: str, other: str) -> dict[str, float]:
    first, second = read_context([one], name=NAMES[0]), read_context([other], name=NAMES[1])
    return compare_contexts(first, second, names=NAMES).values


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ("She led the vote.", "He led the vote.", "gender_clash"),
        ("Lena Torv, 41, left.", "The 52-year-old left.", "age_clash"),
        ("the Danish pilot", "the Kenyan pilot", "nation_clash"),
        ("the Danish pilot", "a pilot from Copenhagen", "nation_match"),
        ("lost by 61 votes", "sixty-one or 61 ballots", "shared_numbers"),
        ("Met in Port Amble by Osk.", "Left Port Amble today.", "shared_names"),
        ("Lena Torv, also known as L. Torv, left.", "She left.", "told_same"),
        ("Lena Torv and his brother left.", "She left.", "told_apart"),
        ("Lena Torv met L. Torv there.", "They met.", "both_named"),
    ],
)
def test_compare_contexts_notes(one: str, other: str, feature: str) -> None:
    assert compare(one, other)[feature] > 0


def test_compare_contexts_of_nothing_notes_nothing() -> None:
    assert not any(compare("", "").values())


def test_read_context_leaves_the_name_out() -> None:
    context = read_context(["Georgia Marsh spoke."], name="Georgia Marsh")
    assert not context.nations
    assert "marsh" not in context.stems
