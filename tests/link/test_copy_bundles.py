"""Does `link.copy_bundles` count shared text once, and bundle only what is one text?"""

from tests.link.making import make_report
from whence.link.copy_bundles import bundle_copies, measure_shared, share_between_bundles
from whence.model.report import Passage
from whence.model.spans import Span
from whence.model.story import CopiedPassage

REPORTS = [make_report("a", "x" * 100), make_report("b", "x" * 100), make_report("c", "x" * 400)]


def _copy(one: str, other: str, start: int, end: int, *, is_quotation: bool = False) -> CopiedPassage:
    return CopiedPassage(Passage(one, Span(start, end)), Passage(other, Span(start, end)), 1.0, is_quotation)


def test_measure_shared_counts_overlapping_passages_once() -> None:
    copies = [_copy("a", "b", 0, 60), _copy("b", "a", 40, 80)]
    assert measure_shared(REPORTS, copies) == {(0, 1): 80}


def test_measure_shared_leaves_quotations_and_strangers_out() -> None:
    copies = [_copy("a", "b", 0, 60, is_quotation=True), _copy("a", "somewhere else", 0, 60)]
    assert measure_shared(REPORTS, copies) == {}


def test_bundle_copies_wants_a_share_of_the_longer_text() -> None:
    shared = {(0, 1): 80, (1, 2): 100}
    assert bundle_copies(REPORTS, shared, least=0.6) == [[0, 1], [2]], "an excerpt is not the same text"
    assert share_between_bundles(REPORTS, [[0, 1], [2]], shared) == {(0, 1): 1.0}, (
        "but all of the shorter one is shared"
    )
