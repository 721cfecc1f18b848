"""Is it noted what came under another name?"""

from dataclasses import replace

from tests.show.traces import HERALD, LEDGER
from whence.flow.arrivals import Arrival, find_known
from whence.model.report import Notice


def test_a_known_report_is_noted_only_under_another_path() -> None:
    reports = [LEDGER, HERALD]
    again = Arrival(LEDGER.path, LEDGER.id, is_new=False)
    copy = replace(again, path="copy.txt")
    assert list(find_known([again, copy, Arrival(HERALD.path, HERALD.id, is_new=True)], reports)) == [
        Notice("copy.txt", "known", f"the same report as {LEDGER.path}, which is kept once")
    ]


def test_a_known_report_that_is_traced_no_more_is_not_noted() -> None:
    assert not list(find_known([Arrival("old.txt", "r-older-version", is_new=False)], [LEDGER]))
