"""Does the explanation say every step, from the words of the reports to the numbers?"""

from dataclasses import replace

import pytest

from tests.show.traces import DENIAL, LEDGER, MISSING, PORT, TRACE, replace_claim
from whence.errors import NoSuchThing
from whence.model.judgement import Judgement
from whence.model.spans import Span
from whence.model.stemma import Origin, Trace
from whence.show.explain import explain_claim, find_claim


def _explain(claim: str = "1", trace: Trace = TRACE) -> str:
    return "\n".join(
        "\n".join([section.title, *(line.text for line in section.lines)]) for section in explain_claim(trace, claim)
    )


@pytest.mark.parametrize("name", ["1", "[1]", "#1", "c1aa", "c1a"])
def test_a_claim_is_found_by_number_id_and_beginning(name: str) -> None:
    assert find_claim(TRACE, name) is MISSING


def test_a_beginning_of_several_ids_names_them() -> None:
    with pytest.raises(NoSuchThing, match=r"2 claims begin with 'c1', expected one.*c1aa, c1bb"):
        find_claim(TRACE, "c1")


@pytest.mark.parametrize("name", ["", "9", "zz"])
def test_an_unknown_claim_says_which_there_are(name: str) -> None:
    with pytest.raises(NoSuchThing, match=r"claims 1 to 2.*Type a number"):
        find_claim(TRACE, name)


def test_every_step_has_its_section() -> None:
    assert [section.title for section in explain_claim(TRACE, "1")] == [
        "The claim",
        "What each report says, and where it likely has it from",
        "What changed on the way",
        "Which of the reports have a newer version",
        "Which origins are counted",
        "How the numbers come about",
        "Other claims beside it",
        "What would change the numbers",
        "What is not known",
    ]


def test_the_words_of_each_report_are_quoted_with_outlet_and_time() -> None:
    said = _explain()
    assert "1. Quay Ledger, 2031-03-02 09:15" in said
    assert "Alleged: “up to 12 crates may be missing from the quay”" in said
    assert "2. Daily Herald, 2031-03-03\nStated in own voice: “Sixty crates are missing from the quay”" in said


def test_each_way_is_said_with_its_probability_and_reasons() -> None:
    said = _explain()
    assert (
        "80% straight from “clerk”, because it attributes it to them; see “A clerk who asked not to be named”" in said
    )
    assert "70% from the report of Quay Ledger, 2031-03-02 09:15, because it says the same, later" in said
    assert "20% from a source not recorded, because it could have read it elsewhere." in said


def test_unlikely_ways_are_counted_and_not_said() -> None:
    unlikely = replace(MISSING.mentions[0].parents[1], probability=0.01)
    mention = replace(MISSING.mentions[0], parents=(MISSING.mentions[0].parents[0], unlikely))
    said = _explain(trace=replace_claim(replace(MISSING, mentions=(mention, MISSING.mentions[1]))))
    assert "1 other way under 5% left out here." in said


def test_changes_are_said_with_their_reason() -> None:
    said = _explain()
    assert "From Quay Ledger to Daily Herald, number changed: “12” became “Sixty” (the numbers differ)." in said
    assert "source changed: “A clerk” is no longer there (no source is left)." in said


def test_the_numbers_are_said_with_their_rule() -> None:
    said = _explain()
    assert "At least 1: with every pair of origins taken as one that could be one." in said
    assert "At most 2: with every pair of origins kept apart that is not shown to be one." in said
    assert "Likely 1: the number with the highest probability (1: 100%)." in said
    assert "so it is not called corroborated" in said


def test_a_contrary_claim_is_said_with_its_frame_and_passage() -> None:
    said = _explain()
    assert "Contradicted by: claim 2, denied: “any crates are missing”" in said
    assert "(the one denies it; see “denies” in Port of Veldmark)." in said


def test_what_is_not_known_is_said() -> None:
    said = _explain()
    assert "When Daily Herald published is known only as 2031-03-03." in said
    assert 'Who stands behind this is not recorded: unnamed: "A clerk who asked not to be named".' in said
    assert "1 input could not be read in that run." in said
    assert "When Port of Veldmark published is not recorded." in _explain("2")


def test_a_judged_report_is_said_to_be_so_by_whom_and_why() -> None:
    judged = Judgement("report", "retracted", (LEDGER.id,), (), "ed", "2031-03-04T08:00:00+00:00", note="withdrawn")
    trace = replace_claim(replace(MISSING, flags=("corrected",)))
    said = [line.text for section in explain_claim(trace, "1", judgements=(judged,)) for line in section.lines]
    assert "Note: Quay Ledger: Crates missing, judged retracted by ed on 2031-03-04: withdrawn." in said
    assert "1. Quay Ledger, 2031-03-02 09:15, judged retracted" in said


def test_a_denial_says_so_and_on_whose_word_it_rests() -> None:
    said = _explain("2")
    assert "denied: “any crates are missing”" in said
    assert "It is said to rest on the word of Ilka Moen." in said
    assert "100% from what may be its own access, because it speaks for itself." in said


def test_own_access_is_said_where_it_is_counted() -> None:
    held = Origin("report", PORT.id, "Port of Veldmark", True, "it speaks for itself")
    trace = replace_claim(replace(DENIAL, origins=replace(DENIAL.origins, own_access=1, members=(held,))))
    said = [line.text for section in explain_claim(trace, "2") for line in section.lines]
    assert "100% from its own access, because it speaks for itself." in said


def test_a_claim_that_nobody_affirms_has_no_origin() -> None:
    assert "None: no report affirms it." in _explain("2")


def test_words_that_are_a_mention_of_the_claim_are_pointed_at_by_number() -> None:
    other = MISSING.mentions[0].mention.statement.content[0]
    passage = replace(MISSING.mentions[1].parents[0].passages[0], span=other)
    parent = replace(MISSING.mentions[1].parents[0], passages=(passage,))
    mention = replace(MISSING.mentions[1], parents=(parent,))
    said = _explain(trace=replace_claim(replace(MISSING, mentions=(MISSING.mentions[0], mention))))
    assert "because it says the same, later; see the words in 1." in said


def test_words_of_a_title_come_from_the_title() -> None:
    mention = DENIAL.mentions[0]
    statement = replace(mention.mention.statement, within="title", content=(Span(0, 6),))
    titled = replace(mention, mention=replace(mention.mention, statement=statement))
    said = _explain("2", replace_claim(replace(DENIAL, mentions=(titled,))))
    assert "Denied in its title: “Crates”" in said


def test_a_newer_version_of_a_report_of_the_claim_is_said_and_no_other() -> None:
    said = [line.text for section in explain_claim(TRACE, "1") for line in section.lines]
    at = said.index("Daily Herald changed since 1 earlier version:")
    assert said[at + 1] == "“Fifty” became “Sixty”"
    assert not any("earlier version" in line.text for section in explain_claim(TRACE, "2") for line in section.lines)
