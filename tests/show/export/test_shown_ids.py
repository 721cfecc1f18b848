"""By which id is a report called, so that no two are taken for one?"""

from dataclasses import replace

from tests.show.traces import HERALD, LEDGER, PORT
from whence.show.export.shown_ids import next_shown_id, shown_ids


def test_the_id_of_the_caller_is_shown() -> None:
    assert shown_ids([LEDGER, HERALD]) == {LEDGER.id: "a-01", HERALD.id: "a-02"}


def test_a_report_without_a_given_id_has_the_inner_one() -> None:
    bare = replace(LEDGER, given_id=None)
    assert shown_ids([bare]) == {bare.id: bare.id}


def test_two_reports_with_one_given_id_stay_two() -> None:
    twin = replace(HERALD, given_id="a-01")
    assert shown_ids([LEDGER, twin, PORT]) == {LEDGER.id: LEDGER.id, twin.id: twin.id, PORT.id: "a-03"}


def test_a_given_id_that_is_the_inner_id_of_another_is_not_shown() -> None:
    clash = replace(HERALD, given_id=LEDGER.id)
    assert shown_ids([LEDGER, clash])[clash.id] == clash.id


def test_a_given_id_cannot_pass_for_an_unseen_source() -> None:
    clash = replace(HERALD, given_id="unseen:Courier")
    assert shown_ids([clash])[clash.id] == clash.id


def test_in_a_stream_the_first_report_keeps_the_given_id() -> None:
    seen: set[str] = set()
    twin = replace(HERALD, given_id="a-01")
    assert [next_shown_id(LEDGER, seen), next_shown_id(twin, seen)] == ["a-01", twin.id]
