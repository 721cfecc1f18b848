"""Does `link.matching` rank claims by meaning and words, and keep to nothing where there is nothing?"""

from whence.engines.hashed_encoder import HashedEncoder
from whence.link.matching import ClaimMatcher

CLAIMS = [
    ("The lock gate at Osk stood open all night", "Gate left open"),
    ("The mayor of Dunesk opened a school",),
    ("Nine barges lay at the quay", "Barges at the quay"),
]


def test_the_claim_whose_words_are_repeated_comes_first() -> None:
    ranked = ClaimMatcher(CLAIMS, HashedEncoder()).rank("who left the gate open at Osk that night?", most=2)
    assert ranked[0][0] == 0
    assert len(ranked) == 2
    assert 1 >= ranked[0][1] > ranked[1][1] >= 0


def test_rare_words_count_more_than_common_ones() -> None:
    claims = [("the gate of the town",), ("the gate of the mill",), ("the gate of the lock",), ("a bell",)]
    assert ClaimMatcher(claims, HashedEncoder()).rank("gate at the mill", most=1)[0][0] == 1


def test_there_may_be_no_claims_and_no_words() -> None:
    assert ClaimMatcher([], HashedEncoder()).rank("anything", most=3) == []
    assert len(ClaimMatcher(CLAIMS, HashedEncoder()).rank("", most=3)) == 3
