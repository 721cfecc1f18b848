"""Does every kind of case keep the port's promises? One suite, run on the one in memory and the one on disk."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from tests.keep.making import NOON, a_full_report, a_report, a_trace, an_understanding
from whence.engines.clock import FixedClock
from whence.errors import CaseDamaged
from whence.keep.case import SqliteCase, open_case
from whence.keep.memory import MemoryCase
from whence.model.entity import EntityDecision, HeldOccurrence, Occurrence
from whence.model.report import Failure, Passage
from whence.model.spans import Span
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.model.story import StoryChange
from whence.ports import Case

AnyCase = MemoryCase | SqliteCase
PAGE = "https://post.example/port"


@pytest.fixture(params=["memory", "disk"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyCase]:
    kind: Literal["memory", "disk"] = request.param
    if kind == "memory":
        yield MemoryCase()
        return
    with open_case(tmp_path / "my.case", clock=FixedClock(NOON)) as opened:
        yield opened


def test_case_fits_the_port(case: AnyCase) -> None:
    fitting: Case = case
    assert fitting.reports.current() == []


def test_add_keeps_every_field(case: AnyCase) -> None:
    report = a_full_report()
    assert case.reports.add(report)
    assert case.reports.current() == [report]


def test_add_same_report_twice_is_one(case: AnyCase) -> None:
    report = a_report("The port is closed.", outlet="Harbour Post")
    assert case.reports.add(report)
    assert not case.reports.add(report)
    assert case.reports.current() == [report]


def test_add_keeps_two_outlets_copies_apart(case: AnyCase) -> None:
    text = "The port is closed."
    wires = [a_report(text, outlet=outlet, url="https://agency.example/1") for outlet in ("Post", "Dispatch")]
    assert [case.reports.add(wire) for wire in wires] == [True, True]
    assert case.reports.current() == wires


@pytest.mark.parametrize("text", ["half a pair \ud83d here", "a nul \x00 inside", "e\u0301 \u2028 \U0001f6a2", ""])
def test_add_brings_back_any_text_code_point_by_code_point(case: AnyCase, text: str) -> None:
    report = a_report(text, title=text + "!", path="inbox/\udcff.txt")
    case.reports.add(report)
    assert case.reports.current() == [report]


def test_current_shows_the_newest_version_in_order_of_first_arrival(case: AnyCase) -> None:
    first, other = a_report("Twelve were held.", outlet="Harbour Post", url=PAGE), a_report("Something else.")
    second = a_report("At least nine were held.", outlet="Harbour Post", url=PAGE)
    for report in (first, other, second):
        case.reports.add(report)
    assert case.reports.current() == [second, other]
    assert case.reports.versions(first.id) == case.reports.versions(second.id) == [first, second]


def test_versions_of_an_only_version_and_of_an_unknown_report(case: AnyCase) -> None:
    report = a_report("The port is closed.")
    case.reports.add(report)
    assert case.reports.versions(report.id) == [report]
    assert case.reports.versions("r0000000000000000") == []


def test_search_wants_all_words_whatever_their_case_and_marks(case: AnyCase) -> None:
    both = a_report("Zoë closed the harbour of Łódź today.")
    case.reports.add(both)
    case.reports.add(a_report("The harbour is open."))
    assert [found for found, _ in case.reports.search('"ZOE" harbour*', 5)] == [both.id]
    assert case.reports.search("harbours", 5) == []


@pytest.mark.parametrize(("text", "query"), [("Российский порт", "РОССИЙСКИЙ"), ("أغلق الميناء أمس", "الميناء")])
def test_search_finds_words_of_other_scripts(case: AnyCase, text: str, query: str) -> None:
    report = a_report(text)
    case.reports.add(report)
    assert case.reports.search(query, 5) == [(report.id, text)]


def test_search_puts_titles_and_fuller_reports_first(case: AnyCase) -> None:
    filler = "and then nothing at all was heard of it for many days " * 5
    passing = a_report(f"A ferry was seen. {filler}", title="Weather")
    about = a_report(f"The ferry left, the ferry sank. {filler}", title="Ferry sinks")
    for report in (passing, about):
        case.reports.add(report)
    assert [found for found, _ in case.reports.search("ferry", 5)] == [about.id, passing.id]
    assert [found for found, _ in case.reports.search("ferry", 1)] == [about.id]


@pytest.mark.parametrize("query", ["", "   ", '"', "AND OR NOT", "a:b (c", "\ud83d", "x" * 10_000, "*", "^ -"])
def test_search_takes_any_query(case: AnyCase, query: str) -> None:
    case.reports.add(a_report("half \ud83d a pair, ferry"))
    assert case.reports.search(query, 5) == []


def test_search_shows_the_words_around_a_hit(case: AnyCase) -> None:
    case.reports.add(a_report("one two three four five " * 20 + "\nthe ferry\nsank " + "six seven eight " * 20))
    ((_, snippet),) = case.reports.search("ferry", 5)
    assert "the ferry sank" in snippet
    assert len(snippet) < 200


def test_search_survives_half_a_pair_beside_the_hit(case: AnyCase) -> None:
    report = a_report("the ferry \ud83d sank")
    case.reports.add(report)
    assert [found for found, _ in case.reports.search("ferry sank", 5)] == [report.id]


@pytest.mark.parametrize("name", ["Lena Torv", "Лена", "half \ud83d"])
def test_understanding_comes_back_as_it_went_in(case: AnyCase, name: str) -> None:
    kept = an_understanding("some text", name=name)
    case.findings.keep_understanding(kept, "m1")
    assert case.findings.understanding(kept.text_sha256, "m1") == kept
    assert case.findings.understanding(kept.text_sha256, "m2") is None


def test_understanding_of_the_same_maker_is_replaced(case: AnyCase) -> None:
    first = an_understanding("some text")
    second = Understanding(first.text_sha256, first.made_by, language_known=False)
    case.findings.keep_understanding(first, "m1")
    case.findings.keep_understanding(second, "m1")
    assert case.findings.understanding(first.text_sha256, "m1") == second


def test_last_trace_is_the_newest_with_its_reports_in_order(case: AnyCase) -> None:
    kept, unkept = a_full_report(), a_report("Not in the case.")
    case.reports.add(kept)
    assert case.findings.last_trace() is None
    case.findings.keep_trace(a_trace(kept), NOON)
    newest = a_trace(unkept, kept)
    case.findings.keep_trace(newest, NOON - timedelta(days=1))
    assert case.findings.last_trace() == newest


def test_failures_are_kept_with_their_time(case: AnyCase) -> None:
    failures = [Failure("a.pdf", "broken", "Found nothing."), Failure("b\udcff.txt", "binary", "No text: \ud83d.")]
    case.findings.keep_failures(failures, NOON)
    case.findings.keep_failures([], NOON)
    assert case.findings.failures() == [(NOON, failure) for failure in failures]


def test_vectors_are_kept_by_text_and_encoder(case: AnyCase) -> None:
    vectors = {text: np.full(4, number, dtype=np.float32) for number, text in enumerate(["a", "", "half \ud83d"])}
    case.vectors.keep_vectors(vectors, "minilm-1")
    case.vectors.keep_vectors({"a": np.ones(4, dtype=np.float32)}, "other")
    found = case.vectors.vectors(["half \ud83d", "unknown", "", "a", "a"], "minilm-1")
    assert {text: vector.tolist() for text, vector in found.items()} == {
        text: vector.tolist() for text, vector in vectors.items()
    }
    assert found["a"].dtype == np.float32


def test_vectors_takes_more_texts_than_one_statement_can(case: AnyCase) -> None:
    vectors = {str(number): np.array([number], dtype=np.float32) for number in range(2500)}
    case.vectors.keep_vectors(vectors, "e")
    found = case.vectors.vectors(list(vectors), "e")
    assert [vector[0] for vector in found.values()] == list(range(2500))


def test_originals_are_kept_once_and_come_back(case: AnyCase) -> None:
    sha256 = case.originals.put(b"bytes \x00 as they came")
    assert case.originals.put(b"bytes \x00 as they came") == sha256
    assert case.originals.get(sha256) == b"bytes \x00 as they came"
    assert case.originals.has(sha256)
    assert case.originals.get(case.originals.put(b"")) == b""


def test_originals_says_what_is_missing(case: AnyCase) -> None:
    assert not case.originals.has("0" * 64)
    with pytest.raises(CaseDamaged, match="000000000000"):
        case.originals.get("0" * 64)


def test_unit_that_fails_leaves_nothing(case: AnyCase) -> None:
    before = a_report("Kept before.")
    case.reports.add(before)
    case.findings.keep_understanding(an_understanding("t", name="before"), "m")
    with pytest.raises(KeyboardInterrupt), case.unit():  # noqa: PT012 - the writes are what is taken back
        case.reports.add(a_report("Lost."))
        case.findings.keep_understanding(an_understanding("t", name="lost"), "m")
        case.findings.keep_trace(a_trace(before), NOON)
        case.findings.keep_failures([Failure("a", "b", "c")], NOON)
        case.vectors.keep_vectors({"a": np.ones(2, dtype=np.float32)}, "e")
        assert len(case.reports.search("lost", 5)) == 1
        raise KeyboardInterrupt
    assert case.reports.current() == [before]
    assert case.reports.search("lost", 5) == []
    kept = an_understanding("t", name="before")
    assert case.findings.understanding(kept.text_sha256, "m") == kept
    assert case.findings.last_trace() is None
    assert case.findings.failures() == []
    assert case.vectors.vectors(["a"], "e") == {}


def test_unit_inside_another_falls_with_it(case: AnyCase) -> None:
    with pytest.raises(ValueError, match="outer"), case.unit():  # noqa: PT012 - the writes are what is taken back
        with case.unit():
            case.reports.add(a_report("Inner."))
        raise ValueError("outer")
    assert case.reports.current() == []


def test_unit_inside_another_can_fail_alone(case: AnyCase) -> None:
    outer = a_report("Outer.")
    with case.unit():
        case.reports.add(outer)
        with pytest.raises(ValueError, match="inner"), case.unit():  # noqa: PT012 - the write is what is taken back
            case.reports.add(a_report("Inner."))
            raise ValueError("inner")
    assert case.reports.current() == [outer]
    with case.unit():
        case.reports.add(a_report("Another."))
    assert len(case.reports.current()) == 2


def _two_stories(case: AnyCase) -> tuple[Trace, Trace]:
    """Keep a trace of two reports, a story each; return it and the one of the first report alone."""
    reports = [a_report(f"The port is closed, note {n}.", outlet="Harbour Post") for n in range(2)]
    for report in reports:
        case.reports.add(report)
    parts = [a_trace(report) for report in reports]
    stories = tuple(
        replace(story, story=replace(story.story, id=f"s{n}", reports=(reports[n].id,)))
        for n, part in enumerate(parts)
        for story in part.stories[:1]
    )
    whole = replace(parts[0], reports=tuple(reports), stories=stories, claims=(), edges=(), voices=(), corrections=())
    case.findings.keep_trace(whole, NOON)
    return whole, replace(whole, reports=whole.reports[:1], stories=stories[:1])


def test_stories_are_found_by_their_reports_and_no_others_are_read(case: AnyCase) -> None:
    whole, first = _two_stories(case)
    assert case.findings.stories_with([whole.reports[0].id]) == replace(first, versions=whole.versions)
    assert case.findings.stories_with(["r-none"]).stories == ()  # type: ignore[union-attr]  # there is a trace
    assert case.findings.traced() >= {report.id for report in whole.reports}


def test_stories_take_the_place_of_those_that_share_a_report(case: AnyCase) -> None:
    whole, first = _two_stories(case)
    new = a_report("The port is open.", outlet="Harbour Post")
    case.reports.add(new)
    story = replace(first.stories[0].story, id="s2", reports=(*first.stories[0].story.reports, new.id))
    grown = replace(first, reports=(*first.reports, new), stories=(replace(first.stories[0], story=story),))
    case.findings.keep_stories(grown, NOON + timedelta(hours=1))
    last = case.findings.last_trace()
    assert last is not None
    assert {story.story.id for story in last.stories} == {"s1", "s2"}
    assert {report.id for report in last.reports} == {*(report.id for report in whole.reports), new.id}


def test_the_index_brings_back_what_shares_telling_words_near_in_time(case: AnyCase) -> None:
    index = case.story_index
    index.add("r1", ["osk", "gate"], ["osk", "gate", "night"], 100.0)
    index.add("r2", ["osk", "gate"], ["osk", "gate"], 900.0)
    index.add("r3", ["osk", "road"], ["osk", "road"], 101.0)
    index.add("r1", ["osk", "gate"], ["osk"], 100.0)
    assert index.count(["osk", "night", "sea"])[0] == 3
    assert dict(index.count(["osk", "night"])[1]) == {"osk": 3, "night": 1}

    def near(day: float | None, most: int = 10) -> list[str]:
        return index.near(["osk", "gate"], day, within=30, most_holders=most, limit=5)

    assert near(100.0) == ["r1"]
    assert near(None) == ["r1", "r2"]
    assert near(100.0, most=2) == [], "a word that many have tells nothing"
    assert index.missing(["r1", "r4", "r2", "r3"]) == ["r4"]


def test_the_log_of_stories_keeps_its_order(case: AnyCase) -> None:
    changes = [StoryChange("opened", (), (("s1", ("r1",)),)), StoryChange("joined", ("s1",), (("s2", ("r1", "r2")),))]
    case.story_index.log(changes[:1], NOON)
    case.story_index.log(changes[1:], NOON)
    assert case.story_index.changes() == changes


def held_as(name: str, report: str, entity: str, *keys: str) -> HeldOccurrence:
    place = (Passage(report, Span(0, 4)),)
    return HeldOccurrence(Occurrence(f"{report}/{name}", report, "e1", name, "person", True, (), place), entity, keys)


def test_entities_are_found_by_the_keys_of_their_names(case: AnyCase) -> None:
    case.entities.put([held_as("Torv", "r1", "e1", "k", "rare"), held_as("Moen", "r2", "e2", "k")], [], anew=True)
    assert case.entities.holders(["rare", "none"], most=5) == [("rare", "r1/Torv", "r1")]
    assert [row[1] for row in case.entities.holders(["k"], most=2)] == ["r1/Torv", "r2/Moen"]


def test_entities_of_a_key_that_many_have_are_left_out(case: AnyCase) -> None:
    case.entities.put([held_as("Torv", "r1", "e1", "k"), held_as("Moen", "r2", "e2", "k")], [], anew=True)
    assert case.entities.holders(["k"], most=1) == []


def test_entities_come_back_as_they_were(case: AnyCase) -> None:
    held = [held_as("Torv", "r1", "e1", "k"), held_as("Moen", "r2", "e2", "k")]
    decision = EntityDecision("r1/Torv", "r2/Moen", "unsure", 0.5, ("alike",), ("another country",))
    case.entities.put(held, [decision], anew=True)
    by_id = sorted(held, key=lambda each: each.occurrence.id)
    assert [(each.occurrence, each.entity) for each in case.entities.all()] == [
        (each.occurrence, each.entity) for each in by_id
    ]
    assert [each.entity for each in case.entities.held(["r2/Moen", "gone"])] == ["e2"]
    assert case.entities.decisions() == [decision]


def test_entities_put_anew_take_the_place_of_all_before(case: AnyCase) -> None:
    decision = EntityDecision("r1/Torv", "r2/Moen", "same", 0.9, ())
    case.entities.put([held_as("Torv", "r1", "e1", "k")], [decision], anew=True)
    case.entities.put([held_as("Moen", "r2", "e2", "k")], [], anew=False)
    assert len(case.entities.all()) == 2
    case.entities.put([held_as("Koer", "r3", "e3")], [], anew=True)
    assert [each.entity for each in case.entities.all()] == ["e3"]
    assert case.entities.holders(["k"], most=5) == []
    assert case.entities.decisions() == []


def test_entities_of_a_unit_that_fails_are_taken_back(case: AnyCase) -> None:
    case.entities.put([held_as("Torv", "r1", "e1", "k")], [], anew=True)
    with contextlib.suppress(RuntimeError), case.unit():
        case.entities.put([held_as("Moen", "r2", "e2")], [], anew=True)
        raise RuntimeError
    assert [each.entity for each in case.entities.all()] == ["e1"]
