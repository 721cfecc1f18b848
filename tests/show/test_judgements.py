"""Is a person's judgement said by who, when and why, where it is what a flag was raised for?"""

from dataclasses import replace

from tests.show.traces import DENIAL, LEDGER, MISSING, TRACE, replace_claim
from whence.model.judgement import Judgement
from whence.show.judgements import apart_in_words, flags_in_words, marks_of
from whence.show.wording import FLAG_WORDS

RETRACTED = Judgement(
    "report", "retracted", (LEDGER.id,), (), "ed", "2031-03-04T08:00:00+00:00", note="withdrawn on Friday."
)
FALLEN = replace(MISSING, flags=("single_origin", "corrected"))


def test_a_flag_that_a_judgement_raised_says_who_when_and_why() -> None:
    assert flags_in_words(FALLEN, marks_of([RETRACTED]), TRACE) == [
        FLAG_WORDS["single_origin"],
        "Quay Ledger: Crates missing, judged retracted by ed on 2031-03-04: withdrawn on Friday",
    ]


def test_a_judged_voice_is_called_by_its_name() -> None:
    refuted = replace(RETRACTED, about="voice", verdict="refuted", one=("v1",), note="")
    said = flags_in_words(replace(MISSING, flags=("refuted",)), marks_of([refuted]), TRACE)
    assert said == ["clerk, judged refuted by ed on 2031-03-04"]


def test_a_flag_that_no_judgement_raised_keeps_its_words() -> None:
    refuted = replace(RETRACTED, verdict="refuted")
    assert flags_in_words(FALLEN, marks_of([refuted]), TRACE)[1] == FLAG_WORDS["corrected"]
    denied = replace(DENIAL, flags=("corrected",))
    assert flags_in_words(denied, marks_of([replace(RETRACTED, one=("v2",))]), TRACE) == [FLAG_WORDS["corrected"]]


def test_judgements_about_two_things_mark_nothing() -> None:
    assert marks_of([replace(RETRACTED, about="edge", other=("r2",))]) == {}


def test_two_claims_judged_apart_keep_their_link_and_it_is_said_why() -> None:
    apart = replace(RETRACTED, about="claims", verdict="not_same", one=("m1", "m2"), other=("m3",))
    two = "they are two claims already, and no run will make them one"
    stays = "the first stays contradicted by the second, of which “not the same” says nothing"
    assert apart_in_words(apart, TRACE) == f"{two}; {stays}"
    unlinked = replace_claim(replace(MISSING, claim=replace(MISSING.claim, links=())))
    assert apart_in_words(apart, unlinked) == two
