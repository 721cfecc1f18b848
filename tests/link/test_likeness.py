"""Does `link.likeness` weigh meaning, words, amounts, dates and polarity as its options say?"""

import numpy as np
import pytest

from tests.link.making import make_report, make_statement
from whence.engines.hashed_encoder import HashedEncoder
from whence.link.likeness import EVIDENCE, Compared, compare_amounts, compare_dates, compare_meaning, measure_likeness
from whence.link.options import LinkOptions
from whence.link.sayings import read_saying

OPTIONS = LinkOptions()


def _compare(*texts: str) -> Compared:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    sayings = [read_saying(report, make_statement(report, report.text)) for report in reports]
    return Compared(sayings, HashedEncoder().encode(list(texts)))


AMOUNTS = [
    ("Nine depots burned", "Flames took nine depots", OPTIONS.same_amount, "the same number of the same thing"),
    ("Nine depots burned", "Flames took ninety depots", OPTIONS.other_amount, "another number"),
    ("Nine depots burned", "Flames took much", 0.0, "one gives none"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), AMOUNTS)
def test_compare_amounts(one: str, other: str, expected: float, why: str) -> None:
    found = compare_amounts(_compare(one, other), OPTIONS)
    assert found[0, 1] == pytest.approx(expected), why
    assert found[1, 0] == found[0, 1]


def test_compare_dates_needs_both_to_give_one() -> None:
    found = compare_dates(_compare("It sank on 4 May 2031", "It sank on 5 May 2031", "It sank"), OPTIONS)
    assert found[0, 1] == pytest.approx(OPTIONS.other_date)
    assert found[0, 2] == 0.0


APART = [
    ("The bridge was inspected in May", "The bridge was not inspected in May", "a denied verb"),
    ("The bridge was inspected in May", "The bridge was never inspected in May", "never"),
    ("An inspection of the bridge was made", "No inspection of the bridge was made", "no, at the opening"),
    ("The bridge was opened after an inspection", "The bridge was opened without an inspection", "without"),
    ("The army shelled the hospital on 3 May", "The rebels shelled the hospital on 3 May", "another actor"),
]


@pytest.mark.parametrize(("one", "other", "why"), APART)
def test_measure_likeness_sets_apart_what_is_alike_but_for_its_meaning(one: str, other: str, why: str) -> None:
    compared = _compare(one, other, "A tram was late")
    found = measure_likeness(compared.sayings, compared.vectors, OPTIONS)
    assert found[0, 1] <= 0, why
    assert (found == found.T).all()


def test_measure_likeness_leaves_paraphrases_of_a_denial_together() -> None:
    compared = _compare("The horn did not sound in the fog", "The horn never sounded in the fog", "It was sold")
    assert measure_likeness(compared.sayings, compared.vectors, OPTIONS)[0, 1] > OPTIONS.claim_likeness


def test_compare_meaning_takes_off_what_all_statements_share() -> None:
    topic = [f"Drones and cartels in the border war, part {word}" for word in ("one", "two", "red", "blue")]
    raw = _compare(*topic)
    alone = float((raw.vectors @ raw.vectors.T)[0, 1])
    found = compare_meaning(raw, OPTIONS)
    assert found[0, 1] < alone * (1 - OPTIONS.claim_word_share), "likeness of topic says nothing"
    assert np.allclose(np.diag(found), 1 - OPTIONS.claim_word_share), "the same words twice stay wholly alike"


def test_evidence_is_this() -> None:
    assert EVIDENCE.names() == ["meaning", "words", "amounts", "dates"]
