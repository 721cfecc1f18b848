"""When is a capital or a country its government?"""

import pytest

from whence.model.spans import Span
from whence.understand.place_governments import is_government
from whence.understand.tokens import read_tokens

CASES = [
    ("Velda said it was ready.", True, "says"),
    ("Velda has not yet agreed.", True, "decides, behind an auxiliary and an adverb"),
    ("Velda is to sign the pact.", False, "a passive form is no act of its own"),
    ("The plan was blamed on Velda.", False, "behind a preposition"),
    ("They accused Velda of theft.", True, "is accused"),
    ("Ties with Velda cooled.", True, "ties with it"),
    ("The talks between Karsk and Velda ended.", True, "talks with it"),
    ("Judges from Karsk and the Velda agreed.", False, "listed with one behind a preposition"),
    ("Karsk and Velda agreed.", True, "two that agree"),
    ("Velda's envoy left.", True, "has an envoy"),
    ("Velda's streets were empty.", False, "has streets"),
    ("Snow fell in Velda.", False, "things happen there"),
    ("Rain in Velda said goodbye.", False, "behind a preposition it is no subject"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_is_government_tells_who_acts_from_where_things_happen(text: str, expected: bool, why: str) -> None:
    tokens = read_tokens(text)
    at = tokens.words.index("velda")
    assert is_government(tokens, at, at + 1) is expected, why


def test_is_government_takes_the_word_of_a_voice_that_was_found() -> None:
    tokens = read_tokens("For Velda this is new.")
    assert not is_government(tokens, 1, 2)
    assert is_government(tokens, 1, 2, {Span(4, 9)})
