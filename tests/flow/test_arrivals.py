"""Is it noted what came under another name, and what came with another text under its old one?"""

from dataclasses import replace

from tests.show.traces import HERALD, LEDGER
from whence.flow.arrivals import Arrival, find_known, find_rewritten
from whence.model.report import Notice, Report


def test_a_known_report_is_noted_only_under_another_path() -> None:
    reports = [LEDGER, HERALD]
    again = Arrival(LEDGER.path, LEDGER.id, is_new=False)
    copy = replace(again, path="copy.txt")
    assert list(find_known([again, copy, Arrival(HERALD.path, HERALD.id, is_new=True)], reports)) == [
        Notice("copy.txt", "known", f"the same report as {LEDGER.path}, which is kept once")
    ]


def test_a_known_report_that_is_traced_no_more_is_not_noted() -> None:
    assert not list(find_known([Arrival("old.txt", "r-older-version", is_new=False)], [LEDGER]))


FIRST = replace(LEDGER, url=None, given_id=None)
EDITED = replace(FIRST, id="r-edited", text=HERALD.text, text_sha256=HERALD.text_sha256)


def _rewritten(report: Report, *, is_new: bool = True) -> list[str]:
    return [notice.path for notice in find_rewritten([Arrival(report.path, report.id, is_new)], [FIRST, report])]


def test_another_text_at_the_same_path_is_noted_in_the_run_that_brought_it() -> None:
    assert _rewritten(EDITED) == [LEDGER.path]
    assert _rewritten(EDITED, is_new=False) == []


def test_reports_that_differ_in_more_than_text_or_in_less_are_not_noted() -> None:
    assert _rewritten(replace(EDITED, path="other.txt")) == []
    assert _rewritten(replace(EDITED, title="Other news")) == []
    assert _rewritten(replace(EDITED, published=None)) == []
    assert _rewritten(replace(EDITED, url="https://ledger.example/2")) == []
    assert _rewritten(replace(EDITED, text_sha256=LEDGER.text_sha256)) == []


def test_lines_of_standard_input_are_not_taken_for_one_file() -> None:
    line = replace(FIRST, path="-:1")
    arrival = Arrival("-:1", EDITED.id, is_new=True)
    assert not list(find_rewritten([arrival], [line, replace(EDITED, path="-:1")]))
