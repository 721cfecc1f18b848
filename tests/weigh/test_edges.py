"""Is every dependence between reports found, in the right direction, with its passages?"""

import pytest

from tests.weigh.making import MiniStory, Told, copy_of, make_report, tell, weigh
from whence.model.report import Hyperlink, Report
from whence.model.spans import Span
from whence.model.stemma import Edge

TEXT = "The lock keeper at Osk found the gate open at dawn and closed it with the help of two bargemen from Sound."
SOURCE = make_report("source", "Tarn Courier", TEXT, "2031-03-02T08:00:00Z")


def edges_of(*reports: Report) -> dict[tuple[str, str], Edge]:
    """Return the edges of reports that share no claim, by (later, earlier)."""
    story = MiniStory({report.id: report for report in reports}, {})
    return {(edge.later, edge.earlier): edge for edge in weigh(story).edges}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("The gate was open, the Tarn Courier reported.", "full name"),
        ("The gate was open, the Courier said.", "short name after its article"),
        ("The gate was open at dawn, according to the Tarn Courier's reporter.", "possessive"),
    ],
)
def test_finds_a_credit_in_the_text(words: str, why: str) -> None:
    later = make_report("later", "Sound Herald", words, "2031-03-02T12:00:00Z")
    edge = edges_of(SOURCE, later)["later", "source"]
    assert edge.acknowledged, why
    assert edge.how == "quote"
    assert edge.spans
    assert edge.probability >= 0.5


def test_finds_an_agency_by_its_initials() -> None:
    wire = make_report("wire", "Sound Press Agency", TEXT, "2031-03-02T06:00:00Z", outlet_type="wire")
    later = make_report("later", "Tarn Courier", "The gate stood open at dawn (SPA).", "2031-03-02T12:00:00Z")
    assert edges_of(wire, later)["later", "wire"].acknowledged


def test_a_plain_word_is_no_credit() -> None:
    """Why: "the courier" is a messenger, and "courier" alone no outlet."""
    later = make_report("later", "Sound Herald", "A courier found the gate open, the courier said.", "2031-03-03")
    assert edges_of(SOURCE, later) == {}


def test_a_credit_turns_the_order_of_undated_reports() -> None:
    """Why: who credits the other came later, whatever the order of arrival."""
    later = make_report("a-later", "Sound Herald", "The gate was open, the Tarn Courier reported.")
    undated = make_report("source", "Tarn Courier", TEXT)
    assert list(edges_of(later, undated)) == [("a-later", "source")]


def test_a_credit_against_the_clock_is_doubted_not_cut() -> None:
    """Why: the page may show a wrong date, or the credit may mean another report of that outlet."""
    hours_before = make_report(
        "old", "Sound Herald", "The gate was open, the Tarn Courier reported.", "2031-03-02T07:00:00Z"
    )
    assert 0 < edges_of(SOURCE, hours_before)["old", "source"].probability < 0.5
    year_before = make_report("old", "Sound Herald", "The gate was open, the Tarn Courier reported.", "2030-01-01")
    assert ("old", "source") not in edges_of(SOURCE, year_before)


def test_a_link_is_a_credit() -> None:
    words = "More about the gate here."
    source = make_report("source", "Tarn Courier", TEXT, "2031-03-02", url="https://courier.example/gate")
    later = make_report("later", "Sound Herald", words, "2031-03-03", url="https://herald.example/1")
    links = (Hyperlink("https://courier.example/gate", Span(words.index("here"), len(words))),)
    linked = Report(**{name: getattr(later, name) for name in later.__slots__} | {"links": links})
    assert edges_of(source, linked)["later", "source"].acknowledged


def test_a_copy_has_both_passages_and_goes_by_time() -> None:
    other, copy = copy_of(SOURCE, "copy", "Sound Herald", "2031-03-01")
    weight = weigh(MiniStory({"source": SOURCE, "copy": other}, {}, copies=[copy]))
    (edge,) = weight.edges
    assert (edge.later, edge.earlier, edge.how, edge.acknowledged) == ("source", "copy", "copy", False)
    assert edge.spans == ((Span(0, len(TEXT)), Span(0, len(TEXT))),)


def test_every_edge_has_its_passages() -> None:
    """Why: no edge without its passage."""
    words = "The Osk Morning Mail writes that the gate was open, and the Tarn Courier agrees."
    later = make_report("later", "Sound Herald", words, "2031-03-03")
    mail = Told("later", "the gate was open", (("The Osk Morning Mail", "outlet"),), "cites_outlet")
    weight = weigh(tell([SOURCE, later], mail))
    assert {edge.earlier for edge in weight.edges} == {"source", "unseen:The Osk Morning Mail"}
    for edge in weight.edges:
        assert edge.spans
        assert all(span.cut(words) for span, _ in edge.spans)
