"""Does each mention rest on the right parent, and do the possibilities add up?"""

import pytest

from tests.weigh.making import Told, copy_of, make_report, tell, weigh
from whence.model.report import Report
from whence.model.statement import VoiceKind
from whence.model.stemma import Parent
from whence.model.story import Elsewhere

Chain = tuple[tuple[str, VoiceKind], ...]

GATE = "the lock gate stood open"
FIRST = make_report("first", "Tarn Courier", f"Lock keeper Ivo Lund said {GATE}.", "2031-03-02T08:00:00Z")
LUND = Told("first", GATE, (("Ivo Lund", "person"),), "named_source")


def parents_of(report: str, story: tuple[list[Report], list[Told]]) -> tuple[Parent, ...]:
    """Return the parents of the first mention of a report."""
    reports, told = story
    (claim,) = weigh(tell(reports, *told)).claims
    return next(m.parents for m in claim.mentions if m.mention.report == report)


def test_a_named_source_is_its_parent() -> None:
    (parent,) = parents_of("first", ([FIRST], [LUND]))
    assert (parent.kind, parent.id) == ("voice", "Ivo Lund")


def test_a_credited_report_comes_before_the_voice_it_quotes() -> None:
    """Why: the Herald did not hear the lock keeper, it read the Courier."""
    words = f"Lock keeper Ivo Lund told the Tarn Courier that {GATE}."
    later = make_report("later", "Sound Herald", words, "2031-03-03")
    chain: Chain = (("Tarn Courier", "outlet"), ("Ivo Lund", "person"))
    best = parents_of("later", ([FIRST, later], [LUND, Told("later", GATE, chain, "cites_outlet")]))[0]
    assert (best.kind, best.id) == ("report", "first")
    assert {passage.report for passage in best.passages} == {"first", "later"}


def test_a_body_is_its_own_published_statement() -> None:
    own = make_report("own", "Osk Locks Authority", f"Last night {GATE}.", "2031-03-02", outlet_type="official")
    later = make_report("later", "Sound Herald", f"The Osk Locks Authority said {GATE}.", "2031-03-03")
    said = Told("later", GATE, (("Osk Locks Authority", "organisation"),), "named_source")
    best = parents_of("later", ([own, later], [Told("own", GATE), said]))[0]
    assert (best.kind, best.id) == ("report", "own")
    assert parents_of("own", ([own, later], [Told("own", GATE), said]))[0].kind == "own"


def test_an_unsourced_lead_rests_on_the_source_in_its_own_report() -> None:
    lead = "A lock gate stood open all night"
    report = make_report("first", "Tarn Courier", f"{lead}. Ivo Lund said {GATE}.", "2031-03-02")
    best = parents_of("first", ([report], [Told("first", lead), LUND]))[0]
    assert (best.kind, best.id) == ("voice", "Ivo Lund")


def test_a_copied_eyewitness_is_not_a_second_one() -> None:
    """Why: "I saw" in a copy is the first writer's."""
    blog = make_report("blog", "Tarn Diary", f"I saw it myself: {GATE}.", "2031-03-02", outlet_type="blog")
    other, copy = copy_of(blog, "copy", "Sound Herald", "2031-03-04")
    told = [Told(name, GATE, basis="first_hand") for name in ("blog", "copy")]
    (claim,) = weigh(tell([blog, other], *told, copies=[copy])).claims
    best = next(m.parents[0] for m in claim.mentions if m.mention.report == "copy")
    assert (best.kind, best.id) == ("report", "blog")
    assert claim.origins.numbers.likely == 1


def test_a_rumour_without_a_source_is_unseen() -> None:
    report = make_report("first", "Tarn Courier", f"It is said that {GATE}.", "2031-03-02")
    said = Told("first", GATE, (("unspecified", "unspecified"),), "none", "unstated")
    assert parents_of("first", ([report], [said]))[0].kind == "unseen"


@pytest.mark.parametrize("report", ["first", "later"])
def test_probabilities_sum_to_one_with_reasons_and_passages(report: str) -> None:
    later = make_report("later", "Harbour Blog", f"Overnight {GATE}.", outlet_type="blog")
    parents = parents_of(report, ([FIRST, later], [LUND, Told("later", GATE)]))
    assert sum(parent.probability for parent in parents) == pytest.approx(1)
    assert [p.probability for p in parents] == sorted((p.probability for p in parents), reverse=True)
    assert all(parent.reasons and parent.passages for parent in parents)


def test_a_report_that_takes_more_from_one_than_from_another_rests_on_that_one() -> None:
    """Why: two reports tell it in the same words; the one that has the sentences around it too was read."""
    other = make_report("other", "Osk Gazette", f"Lock keeper Ivo Lund said {GATE}.", "2031-03-02T08:00:00Z")
    later = make_report("later", "Sound Herald", f"Lock keeper Ivo Lund said {GATE}.", "2031-03-03")
    chain: Chain = (("Ivo Lund", "person"),)

    def best(around: dict[str, float]) -> str:
        told = Told(
            "later",
            GATE,
            chain,
            "named_source",
            elsewhere=tuple(Elsewhere(name, 2.0, share) for name, share in sorted(around.items())),
        )
        parents = parents_of("later", ([FIRST, other, later], [LUND, Told("other", GATE, chain), told]))
        return max((parent for parent in parents if parent.kind == "report"), key=lambda p: p.probability).id

    assert best({"first": 0.9, "other": 0.1}) == "first"
    assert best({"first": 0.1, "other": 0.9}) == "other"


def test_an_outlet_of_the_kind_that_is_credited_comes_first() -> None:
    paper = make_report("paper", "Osk Gazette", f"Last night {GATE}.", "2031-03-02T08:00:00Z")
    radio = make_report("radio", "Osk Sound", f"Last night {GATE}.", "2031-03-02T08:00:00Z", outlet_type="broadcaster")
    for described, parent in (("local radio", "radio"), ("a local newspaper", "paper")):
        later = make_report("later", "Sound Herald", f"According to {described}, {GATE}.", "2031-03-03")
        told = [Told("paper", GATE), Told("radio", GATE), Told("later", GATE, ((described, "outlet"),), "cites_outlet")]
        best = parents_of("later", ([paper, radio, later], told))[0]
        assert (best.kind, best.id) == ("report", parent)
