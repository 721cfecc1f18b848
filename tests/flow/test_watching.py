"""Is a list imported whole or not at all, and do possible matches on persons end with the purpose?"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from whence.engines.clock import FixedClock
from whence.errors import FixUsage
from whence.flow.match_decisions import LONGEST_DAYS, add_purpose, decide, find_shown, undo_decision
from whence.flow.watching import import_lists, purpose_in_force, screen_names
from whence.keep.memory import MemoryCase
from whence.link.screening_options import ScreeningOptions
from whence.model.watchlist import ScreenedName, Screening
from whence.show.progress import CountingProgress

NOON = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)
CLOCK = FixedClock(NOON)
ROWS = (
    '{"id": "v1", "schema": "Person", "properties": {"name": ["Lena Torv"], "birthDate": ["1971"]}}\n'
    '{"id": "v1", "schema": "Person", "properties": {"name": ["Lena Torv again"]}}\n'
    '{"id": "v2", "schema": "Company", "properties": {"name": ["Torv Shipping Ltd"]}}\n'
)
TORV = ScreenedName(("o1",), "Lena Torv", "person", contexts=("Lena Torv, born in 1971, left.",))


@pytest.fixture
def case(tmp_path: Path) -> MemoryCase:
    held = MemoryCase()
    path = tmp_path / "list.jsonl"
    path.write_text(ROWS, encoding="utf-8")
    [imported], failures = import_lists([path], case=held, at=NOON, progress=CountingProgress())
    assert failures == []
    assert (imported.watchlist.entries, imported.watchlist.refused, imported.before) == (2, 1, None)
    assert "Its id is there twice; the first is kept" in imported.refused[0].reason
    return held


def screened(case: MemoryCase, today: date, *names: ScreenedName) -> Screening:
    return screen_names(names, case=case, today=today, options=ScreeningOptions(), progress=CountingProgress())


def test_matches_on_persons_end_with_the_purpose(case: MemoryCase) -> None:
    until = NOON.date() + timedelta(days=30)
    add_purpose(case, "Who runs the port", until, who="ed", clock=CLOCK)
    assert [match.entry.id for match in screened(case, until, TORV).matches] == ["v1"]
    after = screened(case, until + timedelta(days=1), TORV)
    assert (after.matches, after.hidden, after.purpose) == ((), 1, None)
    assert purpose_in_force(case, until + timedelta(days=1)) is None


@pytest.mark.parametrize("days", [-1, LONGEST_DAYS + 1])
def test_a_purpose_ends_within_a_year_and_not_before_today(case: MemoryCase, days: int) -> None:
    with pytest.raises(FixUsage, match="expected one from 2031-03-02 to 2032-03-01"):
        add_purpose(case, "why", NOON.date() + timedelta(days=days), who="ed", clock=CLOCK)
    assert case.screenings.purposes() == []


def test_the_last_purpose_counts(case: MemoryCase) -> None:
    for text, days in (("long", 300), ("short", 1)):
        add_purpose(case, text, NOON.date() + timedelta(days=days), who="ed", clock=CLOCK)
    assert purpose_in_force(case, NOON.date() + timedelta(days=2)) is None


def test_a_decision_replaces_the_one_before_and_is_found_by_what_joined(case: MemoryCase) -> None:
    firm = ScreenedName(("o5",), "Torv Shipping", "body")
    [match] = screened(case, NOON.date(), firm).matches
    shown = find_shown(case, match.number)
    decide(case, shown, "confirmed", who="ed", note="", clock=CLOCK)
    decide(case, shown, "rejected", who="al", note="another firm", clock=CLOCK)
    grown = ScreenedName(("o5", "o6"), "Torv Shipping Ltd", "body")
    [again] = screened(case, NOON.date(), grown).matches
    assert again.number == match.number
    assert again.decision is not None
    assert (again.decision.verdict, again.decision.who) == ("rejected", "al")
    assert undo_decision(case, shown, clock=CLOCK)
    assert screened(case, NOON.date(), grown).matches[0].decision is None
    assert [each.undone_at is None for each in case.match_decisions.all()] == [False, False]


def test_a_matched_thing_is_not_another_of_the_same_name(case: MemoryCase) -> None:
    one, other = (ScreenedName((name,), "Torv Shipping", "body") for name in ("o7", "o8"))
    first, second = screened(case, NOON.date(), one, other).matches
    decide(case, find_shown(case, first.number), "confirmed", who="ed", note="", clock=CLOCK)
    again = {match.screened.ids: match.decision for match in screened(case, NOON.date(), one, other).matches}
    assert again[first.screened.ids] is not None
    assert again[second.screened.ids] is None
