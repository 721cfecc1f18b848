"""Does `link.copies` find what two reports share word for word, with exact spans on both sides?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.making import make_report
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.report import Report
from whence.model.spans import Span
from whence.model.story import CopiedPassage
from whence.text.words import find_words

OPTIONS = LinkOptions()
PASSAGE = "the crew of the trawler had cut the cable twice before the coast guard reached them"


def _find(*reports: Report, boilerplate: dict[str, tuple[Span, ...]] | None = None) -> list[CopiedPassage]:
    return find_copies(reports, boilerplate=boilerplate or {}, options=OPTIONS)


def _words(report: Report, span: Span) -> tuple[str, ...]:
    return find_words(span.cut(report.text)).forms


def test_find_copies_gives_the_whole_passage_on_both_sides() -> None:
    one = make_report("a", f"Officials said {PASSAGE}, and left it there.", when="2031-03-02")
    two = make_report("b", f"On Monday {PASSAGE}; nobody was charged.", when="2031-03-03")
    (copy,) = _find(one, two)
    assert copy.earlier.span.cut(one.text) == PASSAGE
    assert copy.later.span.cut(two.text) == PASSAGE
    assert (copy.verbatim, copy.is_quotation) == (1.0, False)


def test_find_copies_joins_over_a_changed_word() -> None:
    one = make_report("a", PASSAGE)
    two = make_report("b", PASSAGE.replace("twice", "three times"))
    (copy,) = _find(one, two)
    assert copy.later.span.cut(two.text) == two.text
    assert 0.5 < copy.verbatim < 1.0


ORDER = [
    ("2031-03-02", "2031-03-03", "a", "a day before"),
    ("2031-03-03", "2031-03-02", "b", "a day after, though it came first"),
    ("2031-03-02", "2031-03-02T08:00:00+00:00", "a", "within the same day nothing is known, then arrival counts"),
    (None, "2031-03-02", "a", "no time, then arrival counts"),
]


@pytest.mark.parametrize(("first", "second", "earlier", "why"), ORDER)
def test_find_copies_orders_by_time_then_arrival(first: str | None, second: str, earlier: str, why: str) -> None:
    (copy,) = _find(make_report("a", PASSAGE, when=first), make_report("b", PASSAGE, when=second))
    assert copy.earlier.report == earlier, why


QUOTED = [
    (f"“{PASSAGE},” she said.", f"He heard “{PASSAGE}”.", True, "quoted on both sides"),
    (f"“{PASSAGE},” she said.", f"It is said that {PASSAGE}.", False, "quoted on one side only"),
    (f'"{PASSAGE}," she said.', f'"{PASSAGE}," she said.', True, "three words outside do not make it copying"),
]


@pytest.mark.parametrize(("one", "two", "is_quotation", "why"), QUOTED)
def test_find_copies_tells_a_shared_quotation(one: str, two: str, is_quotation: bool, why: str) -> None:
    (copy,) = _find(make_report("a", one), make_report("b", two))
    assert copy.is_quotation is is_quotation, why


def test_find_copies_leaves_boilerplate_out() -> None:
    one, two = make_report("a", f"{PASSAGE}."), make_report("b", f"{PASSAGE}.")
    assert _find(one, two, boilerplate={"a": (Span(0, len(PASSAGE)),)}) == []


def test_find_copies_ignores_a_few_common_words() -> None:
    one = make_report("a", "It was one of the first things that he did in the new year.")
    two = make_report("b", "She was one of the first to leave the island.")
    assert _find(one, two) == []


def test_find_copies_ties_every_copy_of_a_wire_text_to_another() -> None:
    reports = [make_report(f"r{number:03d}", f"Take {number}. {PASSAGE}.") for number in range(60)]
    copies = find_copies(reports, boilerplate={}, options=OPTIONS)
    touched = {side.report for copy in copies for side in (copy.earlier, copy.later)}
    assert len(touched) == 60
    assert len(copies) < 60 * 10, "pairs grow with the reports, not with their square"


@given(st.lists(st.text(alphabet="ab .,\n“”'é", max_size=120), max_size=5))
def test_find_copies_spans_hold_the_same_words_of_any_texts(texts: list[str]) -> None:
    reports = {f"r{number}": make_report(f"r{number}", text) for number, text in enumerate(texts)}
    for copy in find_copies(list(reports.values()), boilerplate={}, options=OPTIONS):
        earlier = _words(reports[copy.earlier.report], copy.earlier.span)
        later = _words(reports[copy.later.report], copy.later.span)
        assert earlier[:3] == later[:3], "both sides begin alike"
        assert earlier[-3:] == later[-3:], "and end alike"
        assert copy.verbatim < 1.0 or earlier == later
