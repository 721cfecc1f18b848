"""Is a reader warned of what the table of flags says, and of nothing else?"""

from tests.weigh.making import MiniStory, Told, copy_of, make_report, tell, weigh

GATE = "the lock gate stood open"
FIRST = make_report("first", "Tarn Courier", f"Lock keeper Ivo Lund said {GATE} all night at Osk.", "2031-03-02")
LUND = Told("first", GATE, (("Ivo Lund", "person"),), "named_source")


def test_an_uncredited_copy_without_its_source_raises_both() -> None:
    other, copy = copy_of(FIRST, "copy", "Sound Herald", "2031-03-04")
    (claim,) = weigh(tell([FIRST, other], LUND, Told("copy", GATE), copies=[copy])).claims
    assert set(claim.flags) == {"single_origin", "source_dropped", "unacknowledged_copy"}


def test_one_report_alone_raises_nothing() -> None:
    (claim,) = weigh(tell([FIRST], LUND)).claims
    assert claim.flags == ()


def test_a_record_that_says_the_contrary_refutes_hearsay_and_contradicts_a_witness() -> None:
    """Why: who was there and a record stand word against word; whoever was told has nothing to set against it."""
    log = make_report(
        "log", "Osk Locks Authority", "The log shows the gate shut.", "2031-03-03", outlet_type="official"
    )
    record = Told("log", "the gate shut", (("The log", "document"),), "document")
    hearsay = Told("first", GATE, (("Ivo Lund", "person"),), "named_source", "probable", act="believes")
    for told, expected in ((hearsay, True), (LUND, False)):
        story = MiniStory(
            {"first": FIRST, "log": log}, {"open": [told], "shut": [record]}, contradictions=[("open", "shut")]
        )
        flags = {claim.claim.id: claim.flags for claim in weigh(story).claims}
        assert ("refuted" in flags["open"]) == expected
        assert "refuted" not in flags["shut"]


def test_an_outlet_that_takes_it_back_corrects_it() -> None:
    words = f"Correction: we wrote that {GATE}; it did not."
    later = make_report("later", "Tarn Courier", words, "2031-03-05")
    told = Told("later", GATE, polarity="negative", act="denies")
    (claim,) = weigh(tell([FIRST, later], LUND, told)).claims
    assert "corrected" in claim.flags


def test_an_outlet_that_rests_on_itself_is_circular() -> None:
    """Why: the page had it first, the paper took it, and the page now cites the paper."""
    page = make_report("page1", "Openpage", f"In 1970 {GATE}.", "2031-01-01", outlet_type="social")
    paper = make_report("paper", "Tarn Courier", f"Openpage says {GATE}.", "2031-02-01")
    again = make_report(
        "page2", "Openpage", f"In 1970 {GATE}, says the Tarn Courier.", "2031-03-01", outlet_type="social"
    )
    (claim,) = weigh(
        tell(
            [page, paper, again],
            Told("page1", GATE),
            Told("paper", GATE, (("Openpage", "outlet"),), "cites_outlet"),
            Told("page2", GATE, (("Tarn Courier", "outlet"),), "cites_outlet"),
        )
    ).claims
    assert {"circular", "single_origin"} <= set(claim.flags)
    assert claim.origins.numbers.at_least == 1
