"""Does a reader see first what must be seen first?"""

from tests.weigh.making import MiniStory, Told, make_report, weigh
from whence.weigh.rank import rank_claims

ONE = make_report("one", "Tarn Courier", "Ivo Lund said the gate was open. The mill burned. It rained.", "2031-03-02")
TWO = make_report("two", "Sound Herald", "Mara Quist said the gate was open. The gate was shut.", "2031-03-03")


def test_claims_of_several_reports_and_contradicted_ones_come_first() -> None:
    story = MiniStory(
        {"one": ONE, "two": TWO},
        {
            "rain": [Told("one", "It rained")],
            "open": [Told("one", "the gate was open"), Told("two", "the gate was open")],
            "shut": [Told("two", "The gate was shut")],
        },
        contradictions=[("open", "shut")],
    )
    ranked = rank_claims(weigh(story).claims)
    assert [(claim.claim.id, claim.rank) for claim in ranked] == [("open", 1), ("shut", 2), ("rain", 3)]


def test_rank_does_not_depend_on_the_order_given() -> None:
    story = MiniStory(
        {"one": ONE, "two": TWO}, {name: [Told("one", name)] for name in ("It rained", "The mill burned")}
    )
    claims = weigh(story).claims
    assert rank_claims(claims) == rank_claims(claims[::-1])


def test_a_scrap_of_a_sentence_comes_after_all_others() -> None:
    """Why: "since February" says nothing to who reads it alone, however many reports hold it."""
    told = {"one": ONE, "two": make_report("two", "Sound Herald", "It was open since February.", "2031-03-03")}
    held = make_report("three", "Osk Gazette", "It was open since February.", "2031-03-04")
    story = MiniStory(
        told | {"three": held},
        {
            "since February": [Told("two", "since February"), Told("three", "since February")],
            "the mill burned at Kellin": [Told("one", "The mill burned")],
        },
    )
    ranked = rank_claims(weigh(story).claims)
    assert [claim.claim.id for claim in ranked] == ["the mill burned at Kellin", "since February"]
