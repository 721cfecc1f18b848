"""Does `link.conflicts` find contradictions in other words, say what they are, and leave repetitions alone?"""

import numpy as np
import pytest

from tests.link.making import make_report, make_statement
from whence.engines.hashed_encoder import HashedEncoder
from whence.link.conflict_features import CONFLICTS, Opposed
from whence.link.conflict_weights import WEIGHTS
from whence.link.conflicts import SIGNS, explain_contradiction, find_contradictions
from whence.link.likeness import measure_likeness
from whence.link.opposites import OPPOSITES
from whence.link.options import LinkOptions
from whence.link.pair_features import Compared, Matrix
from whence.link.sayings import Saying, cut_saying, read_saying

OPTIONS = LinkOptions()


def _say(*texts: str) -> list[Saying]:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    return [read_saying(report, make_statement(report, report.text)) for report in reports]


def _compare(sayings: list[Saying]) -> Compared:
    vectors = HashedEncoder().encode([saying.text for saying in sayings])
    return Compared(sayings, vectors)


def _conflict(*texts: str) -> Matrix:
    return measure_likeness(_compare(_say(*texts)), OPTIONS).conflict


TURNS = [
    ("The valve at the mill was open on Friday", "The valve at the mill was sealed on Friday", "contrary words"),
    ("A drone was seen over the port", "Reports of a drone seen over the port are a mistake", "an account is rejected"),
    ("The guard saw a drone over the port", "The guard never saw a drone over the port", "a negation"),
]


@pytest.mark.parametrize(("one", "other", "why"), TURNS)
def test_measure_conflict_is_higher_for_what_is_turned_than_for_a_repetition(one: str, other: str, why: str) -> None:
    turned, repeated = _conflict(one, other, "Rain fell in Kellin"), _conflict(one, one, "Rain fell in Kellin")
    assert turned[0, 1] > repeated[0, 1], why
    assert turned[0, 1] > turned[0, 2], "what is about something else contradicts less"
    assert np.allclose(turned, turned.T)


def test_measure_conflict_sets_no_statement_against_its_own_parts() -> None:
    text = "The valve was open on Friday, and it was sealed on Saturday"
    report = make_report("r", text)
    parts = cut_saying(report, make_statement(report, text))
    assert len(parts) > 1
    assert measure_likeness(_compare(parts), OPTIONS).conflict[0, 1] < OPTIONS.contradicting - 10


def test_find_contradictions_links_a_claim_with_the_one_that_contradicts_it_most() -> None:
    conflict = np.full((3, 3), -20.0, np.float32)
    conflict[0, 1] = conflict[1, 0] = OPTIONS.contradicting + 2
    conflict[0, 2] = conflict[2, 0] = OPTIONS.contradicting - 1
    found = find_contradictions(np.eye(3, dtype=np.float32), conflict, OPTIONS)
    assert found.tolist() == [[False, True, False], [True, False, False], [False, False, False]]


def test_find_contradictions_wants_one_of_the_two_to_have_no_better_contrary() -> None:
    conflict = np.full((4, 4), -20.0, np.float32)
    for one, other, above in ((0, 1, 3), (2, 3, 3), (0, 2, 1)):
        conflict[one, other] = conflict[other, one] = OPTIONS.contradicting + above
    found = find_contradictions(np.eye(4, dtype=np.float32), conflict, OPTIONS)
    assert found[0, 1]
    assert found[2, 3]
    assert not found[0, 2]


def test_find_contradictions_adds_up_what_several_statements_say() -> None:
    holds = np.array([[1, 1, 0, 0], [0, 0, 1, 1]], np.float32)
    conflict = np.full((4, 4), OPTIONS.contradicting - 0.5, np.float32)
    assert find_contradictions(holds, conflict, OPTIONS)[0, 1]
    alone = np.array([[1, 0, 0, 0], [0, 0, 1, 0]], np.float32)
    assert not find_contradictions(alone, conflict, OPTIONS)[0, 1]


WHY = [
    ("The pit was safe", "The pit was not safe", "alike, but one says it and the other says it is not so"),
    ("Nine miners died", "Nineteen miners died", "on one thing, but their amounts differ"),
    ("It closed on 4 May 2031", "It closed on 6 June 2031", "on one thing, but their dates or times differ"),
    ("The valve was open", "The valve was sealed", "on one thing, but in words of contrary meaning"),
    ("A drone came", "The drone is a hoax", "on one thing, and one calls an account of it wrong"),
]


@pytest.mark.parametrize(("one", "other", "why"), WHY)
def test_explain_contradiction_names_the_plainest_sign(one: str, other: str, why: str) -> None:
    assert explain_contradiction(*_say(one, other)) == why
    assert explain_contradiction(*reversed(_say(one, other))) == why


def test_explain_contradiction_claims_no_sign_where_there_is_none() -> None:
    sentence = explain_contradiction(*_say("Nobody came", "No one was there"))
    assert sentence not in SIGNS.names()


def test_every_feature_has_a_learned_weight() -> None:
    assert CONFLICTS.names() == list(WEIGHTS)


def test_every_feature_is_the_same_whichever_comes_first() -> None:
    sayings = _say("Nine men died in the open pit", "Not nineteen men died, which is false", "The pit was sealed")
    compared = _compare(sayings)
    read = measure_likeness(compared, OPTIONS).read
    opposed = Opposed(sayings, compared.contexts, read)
    for row in CONFLICTS:
        matrix = row.thing(opposed)
        assert np.allclose(matrix, matrix.T, atol=1e-5), row.name


def test_opposites_have_no_word_on_both_sides() -> None:
    assert not [some & others for some, others in OPPOSITES if some & others]
