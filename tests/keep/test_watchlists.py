"""Does every kind of case keep watchlists, purposes, shown matches and decisions alike? One suite for both."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.keep.making import NOON
from whence.engines.clock import FixedClock
from whence.keep.case import SqliteCase, open_case
from whence.keep.memory import MemoryCase
from whence.model.watchlist import ListSource, MatchDecision, Purpose, ShownMatch, WatchEntry, Watchlist

AnyCase = MemoryCase | SqliteCase
SOURCE = ListSource("veld", "Veldmark list", "Veldmark ministry", "see publisher", "2031-03-02")
ENTRIES = tuple(WatchEntry(f"e{n}", "person", f"Name {n} Ł", births=("1971",)) for n in range(2000))


def a_list(**known: object) -> Watchlist:
    watchlist = Watchlist(SOURCE, (("list.xml", "ab" * 32),), NOON.isoformat(), len(ENTRIES), 1)
    return replace(watchlist, **known)  # type: ignore[arg-type]  # fields of the noun


@pytest.fixture(params=["memory", "disk"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyCase]:
    if request.param == "memory":
        yield MemoryCase()
        return
    with open_case(tmp_path / "my.case", clock=FixedClock(NOON)) as opened:
        yield opened


def test_entries_come_back_by_their_places(case: AnyCase) -> None:
    kept = case.watchlists.keep(a_list(), ENTRIES, b"index")
    assert kept == replace(a_list(), number=1)
    assert case.watchlists.all() == [kept]
    assert case.watchlists.index(1) == b"index"
    places = [1999, *range(1500), 7, 2000]
    found = case.watchlists.entries(1, places)
    assert found == {place: ENTRIES[place] for place in places if place < 2000}
    assert list(found)[:2] == [1999, 0]


def test_a_newer_version_replaces_the_entries_and_the_older_stays_on_record(case: AnyCase) -> None:
    case.watchlists.keep(a_list(), ENTRIES, b"one")
    other = case.watchlists.keep(a_list(source=replace(SOURCE, series="other")), ENTRIES[:1], b"two")
    newer = case.watchlists.keep(a_list(refused=0), ENTRIES[:3], b"three")
    assert [(each.number, each.superseded) for each in case.watchlists.all()] == [(1, True), (2, False), (3, False)]
    assert case.watchlists.entries(1, [0]) == {}
    assert case.watchlists.entries(newer.number, [2]) == {2: ENTRIES[2]}
    assert case.watchlists.index(other.number) == b"two"
    with pytest.raises(LookupError):
        case.watchlists.index(1)


def test_purposes_are_kept_in_order(case: AnyCase) -> None:
    purposes = [Purpose(text, "2031-06-01", "ed", NOON.isoformat()) for text in ("one", "two")]
    for purpose in purposes:
        case.screenings.add_purpose(purpose)
    assert case.screenings.purposes() == purposes


def test_a_match_keeps_its_number_whatever_joins_it_and_whatever_the_version(case: AnyCase) -> None:
    one, two = (ShownMatch((name,), "veld", "e1", name, "Name 1") for name in ("o1", "o2"))
    assert [match.number for match in case.screenings.number([one, two])] == [1, 2]
    grown, fresh = replace(two, one=("o2", "o9"), entry_name="Name One"), replace(one, entry="e2")
    assert [match.number for match in case.screenings.number([fresh, grown, one])] == [3, 2, 1]
    assert [match.number for match in case.screenings.shown()] == [1, 2, 3]
    assert case.screenings.shown()[1] == replace(two, number=2)


def test_decisions_are_taken_back_once_and_stay(case: AnyCase) -> None:
    decision = MatchDecision("confirmed", ("o1",), "veld", "e1", "ed", NOON.isoformat(), "seen the passport")
    kept = case.match_decisions.add(decision)
    assert case.match_decisions.all() == [replace(decision, number=kept.number)]
    later = NOON + timedelta(hours=1)
    assert case.match_decisions.undo(kept.number, later)
    assert not case.match_decisions.undo(kept.number, later)
    assert not case.match_decisions.undo(99, later)
    assert case.match_decisions.all() == [replace(kept, undone_at=later.isoformat())]


def test_an_import_that_fails_leaves_the_older_version_whole(case: AnyCase) -> None:
    case.watchlists.keep(a_list(), ENTRIES, b"one")
    case.screenings.number([ShownMatch(("o1",), "veld", "e1", "A", "B")])
    with pytest.raises(KeyboardInterrupt), case.unit():  # noqa: PT012 - the writes are what is taken back
        case.watchlists.keep(a_list(), ENTRIES[:1], b"two")
        case.screenings.number([ShownMatch(("o2",), "veld", "e1", "A", "B")])
        case.screenings.add_purpose(Purpose("p", "2031-06-01", "ed", NOON.isoformat()))
        raise KeyboardInterrupt
    assert case.watchlists.index(1) == b"one"
    assert case.watchlists.entries(1, [1999]) == {1999: ENTRIES[1999]}
    assert len(case.watchlists.all()) == len(case.screenings.shown()) == 1
    assert case.screenings.purposes() == []
