"""Does `link.likeness` weigh two statements by what is learned, and set apart what can never be one claim?"""

import numpy as np
import pytest

from tests.link.making import make_report, make_statement
from whence.engines.hashed_encoder import HashedEncoder
from whence.link.likeness import APART, Likeness, measure_likeness
from whence.link.options import LinkOptions
from whence.link.pair_features import FEATURES, Compared, Matrix
from whence.link.pair_weights import WEIGHTS
from whence.link.sayings import Saying, cut_saying, read_saying

OPTIONS = LinkOptions()


def _say(*texts: str) -> list[Saying]:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    return [read_saying(report, make_statement(report, report.text)) for report in reports]


def _compare(sayings: list[Saying]) -> Compared:
    vectors = HashedEncoder().encode([saying.text for saying in sayings])
    return Compared(sayings, vectors)


def _measure(sayings: list[Saying]) -> Likeness:
    return measure_likeness(_compare(sayings), OPTIONS)


def _feature(name: str, *texts: str) -> Matrix:
    return FEATURES.get(name)(_compare(_say(*texts)))


AMOUNTS = [
    ("Nine depots burned", "Flames took nine depots", "agreeing amounts", "the same number of the same thing"),
    ("Nine depots burned", "Flames took ninety depots", "differing amounts", "another number"),
    ("It sank on 4 May 2031", "On 4 May 2031 it went down", "agreeing dates", "the same day"),
    ("It sank on 4 May 2031", "It sank on 5 May 2031", "differing dates", "another day"),
]


@pytest.mark.parametrize(("one", "other", "feature", "why"), AMOUNTS)
def test_amounts_and_dates_agree_or_differ(one: str, other: str, feature: str, why: str) -> None:
    figures = ("agreeing amounts", "differing amounts", "agreeing dates", "differing dates")
    found = {name: float(_feature(name, one, other)[0, 1]) for name in figures}
    assert found == {name: float(name == feature) for name in figures}, why


def test_amounts_say_nothing_where_one_gives_none() -> None:
    assert _feature("agreeing amounts", "Nine depots burned", "Flames took much")[0, 1] == 0
    assert _feature("differing amounts", "Nine depots burned", "Flames took much")[0, 1] == 0


def test_ranks_are_those_within_a_report() -> None:
    report, other = make_report("a", "The guard took crates. Rain fell."), make_report("b", "The guard took crates.")
    sayings = [
        read_saying(report, make_statement(report, "The guard took crates")),
        read_saying(report, make_statement(report, "Rain fell")),
        read_saying(other, make_statement(other, "The guard took crates")),
    ]
    compared = _compare(sayings)
    assert compared.ranks[2, 0] < compared.ranks[2, 1], "of the first report's two it is the nearest"
    assert compared.ranks[2, 0] == pytest.approx(np.log1p(0.5 / 2 * 25)), "the best of two is no great thing"


def test_every_feature_is_even_handed_and_weighed() -> None:
    assert set(WEIGHTS) == set(FEATURES.names())
    texts = ("Nine depots burned on 4 May 2031", "Flames took nine depots in the night", "Rain fell")
    for name in FEATURES.names():
        found = _feature(name, *texts)
        assert found.shape == (3, 3)
        assert np.allclose(found, found.T, atol=1e-5), name


APARTS = [
    ("The bridge was inspected in May", "The bridge was not inspected in May", "a denied verb"),
    ("The bridge was inspected in May", "The bridge was never inspected in May", "never"),
    ("An inspection of the bridge was made", "No inspection of the bridge was made", "no, at the opening"),
    ("The bridge was opened after an inspection", "The bridge was opened without an inspection", "without"),
    ("The army shelled the hospital on 3 May", "The rebels shelled the hospital on 3 May", "another actor"),
]


@pytest.mark.parametrize(("one", "other", "why"), APARTS)
def test_measure_likeness_sets_apart_what_is_alike_but_for_its_meaning(one: str, other: str, why: str) -> None:
    found = _measure(_say(one, other, "A tram was late"))
    assert found.same[0, 1] == APART, why
    assert found.read[0, 1] > OPTIONS.claim_likeness
    assert bool(found.denies[0, 1]) == (why != "another actor")


def test_measure_likeness_leaves_paraphrases_of_a_denial_together() -> None:
    found = _measure(_say("The horn did not sound in the fog", "The horn never sounded in the fog", "It was sold"))
    assert found.same[0, 1] > OPTIONS.claim_likeness
    assert not found.denies.any()


def test_measure_likeness_is_neutral_between_a_statement_and_its_propositions() -> None:
    text = "A ferry struck a breakwater in fog, killing one person and injuring at least 20"
    report = make_report("a", f"{text}.")
    sayings = cut_saying(report, make_statement(report, text))
    assert [saying.part for saying in sayings] == [0, 1, 2, 3]
    found = _measure(sayings).same
    assert (found[0, 1:] == np.float32(OPTIONS.claim_likeness)).all()
    assert found[1, 2] != np.float32(OPTIONS.claim_likeness), "two propositions are compared like any two statements"
