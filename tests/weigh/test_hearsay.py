"""Does `weigh.hearsay` tell a claim that somebody knows from one that everybody was told?"""

import numpy as np
import pytest

from tests.weigh.making import Told, make_report, tell, weigh
from whence.model.spans import Span
from whence.model.statement import Certainty, Statement, Voice
from whence.model.stemma import Origins
from whence.model.story import Mention
from whence.weigh.hearsay import SIGNS_OF_HEARSAY, Telling, probability_hearsay
from whence.weigh.hearsay_weights import WEIGHTS
from whence.weigh.origins import judge_by_telling

FIRE = "the fire began in the boiler room"
OUTLETS = ("Tarn Courier", "Sound Herald", "Vell Post", "Brill Echo")


def _weigh(*told: Told) -> Origins:
    reports = [
        make_report(t.report, outlet, f"{t.voices[0][0]} said {FIRE}.", f"2031-03-0{day}")
        for day, (outlet, t) in enumerate(zip(OUTLETS, told, strict=False), start=2)
    ]
    (claim,) = weigh(tell(reports, *told)).claims
    return claim.origins


def test_every_sign_has_a_learned_weight() -> None:
    assert SIGNS_OF_HEARSAY.names() == list(WEIGHTS)


def test_a_named_witness_is_no_hearsay() -> None:
    origins = _weigh(Told("one", FIRE, (("Ada Ry", "person"),), "named_source"))
    assert origins.own_access == 1


def test_hearsay_leaves_nobody_with_own_access_and_says_so() -> None:
    members = _weigh(Told("one", FIRE, (("Ada Ry", "person"),), "named_source")).members
    assert [member.own_access for member in members] == [True]
    (told,) = judge_by_telling(members, (), 0.9)
    assert not told.own_access
    assert "hearsay" in told.why
    assert judge_by_telling(members, (), 0.1) == judge_by_telling(members, (), None) == members


def test_hedges_make_hearsay_likelier() -> None:
    def chance(certainty: Certainty) -> float:
        said = [_told(certainty, name) for name in "abc"]
        return probability_hearsay(Telling(said, (), np.zeros((1, 0), np.bool_)))

    assert chance("possible") > 0.5 > chance("certain")


def _told(certainty: Certainty, report: str) -> Mention:
    voice = Voice("people in the town", "people in the town", "unnamed", named=False)
    statement = Statement("s", (Span(0, 9),), voices=(voice,), certainty=certainty, basis="unnamed_source")
    return Mention(f"m-{report}", report, statement, ("v",))


@pytest.mark.parametrize(
    ("told", "own", "why"),
    [
        (Told("one", FIRE, (("the registrar", "person"),), "named_source"), 1, "somebody whom the text points at"),
        (Told("one", FIRE, (("an official", "unnamed"),), "unnamed_source"), 0, "left unnamed, so no witness"),
    ],
)
def test_what_is_no_hearsay_is_known_to_whom_the_texts_point_at(told: Told, own: int, why: str) -> None:
    assert _weigh(told).own_access == own, why
