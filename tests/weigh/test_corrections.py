"""Are passages found that take something earlier back, and do they flag what they are about, and nothing else?"""

import pytest

from tests.weigh.making import MiniStory, Told, make_report, tell, weigh
from whence.model.report import Report

GATE = "the lock gate at Osk stood open for 40 nights"
FIRST = make_report("first", "Tarn Courier", f"Ivo Lund said {GATE}. Rain fell on Kellin.", "2031-03-02T08:00:00Z")
TOLD = Told("first", GATE, (("Ivo Lund", "person"),), "named_source")


def _story(*sentences: str, outlet: str = "Tarn Courier") -> tuple[MiniStory, Report]:
    later = make_report("later", outlet, " ".join(sentences), "2031-03-05T08:00:00Z")
    return tell([FIRST, later], TOLD), later


FOUND = [
    ("An earlier version of this report said the lock gate at Osk stood open for 40 nights.", "corrected"),
    ("Correction: the lock gate at Osk stood open for four nights, not 40.", "corrected"),
    ("(Corrects number of nights that the lock gate at Osk stood open to four from 40)", "corrected"),
    ("We wrongly reported on Sunday that the lock gate at Osk stood open for 40 nights.", "corrected"),
    ("The Courier has withdrawn its report that the lock gate at Osk stood open for 40 nights.", "retracted"),
    ("Our article on the lock gate at Osk, open for 40 nights, has been withdrawn.", "retracted"),
]


@pytest.mark.parametrize(("sentence", "kind"), FOUND)
def test_a_correction_flags_the_claim_that_it_is_about(sentence: str, kind: str) -> None:
    story, later = _story("The harbour is calm.", sentence)
    weight = weigh(story)
    (correction,) = weight.corrections
    assert (correction.report, correction.meant, correction.kind) == ("later", ("first",), kind)
    assert correction.passage.span.cut(later.text).rstrip(".") == sentence.rstrip(".")
    (claim,) = weight.claims
    assert "corrected" in claim.flags
    assert claim.origins.numbers.likely == 1, "a text's own word is a suggestion: no origin falls by it"


OTHERS = [
    ("Correction: the mayor of Dunesk is called Falk.", "Tarn Courier", 1, "about something else"),
    ("Correction: the lock gate at Osk stood open for four nights.", "Sound Herald", 1, "another outlet's own matter"),
    (
        "The gate was corrected by an engineer, who wrongly read the gauge.",
        "Tarn Courier",
        0,
        "no correction of a text",
    ),
    ("The company withdrew its bid for the lock gate at Osk.", "Tarn Courier", 0, "what is withdrawn is no text"),
]


@pytest.mark.parametrize(("sentence", "outlet", "found", "why"), OTHERS)
def test_other_corrections_flag_nothing(sentence: str, outlet: str, found: int, why: str) -> None:
    weight = weigh(_story(sentence, outlet=outlet)[0])
    assert len(weight.corrections) == found, why
    assert "corrected" not in weight.claims[0].flags, why


def test_a_correction_may_name_whose_report_it_means() -> None:
    sentence = "The Tarn Courier has retracted its report that the lock gate at Osk stood open for 40 nights."
    (correction,) = weigh(_story(sentence, outlet="Sound Herald")[0]).corrections
    assert correction.meant == ("first",)


def test_a_report_taken_back_whole_flags_what_it_said_though_little_of_it_is_repeated() -> None:
    weight = weigh(
        _story("The Courier retracts its report of 2 March on the lock gate. The log turned out to be forged.")[0]
    )
    assert "corrected" in weight.claims[0].flags
    other = weigh(_story("The Courier retracts its report of 2 March on the mayor of Dunesk.")[0])
    assert "corrected" not in other.claims[0].flags
