"""Do reports that arrive one by one come to the same stories and numbers as all at once?"""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.worlds.news import KNOWN, make_stories
from whence.app import Session
from whence.errors import FixUsage, NoSuchThing
from whence.link.story_changes import find_changes, replay
from whence.model.stemma import Trace
from whence.settings import Settings, load_settings
from whence.show.progress import CountingProgress

REPORTS = [report for story in make_stories(KNOWN[0], 3) for report in story["reports"]]


def settings(**more: str) -> Settings:
    return load_settings(environ={}, overrides={"run.encoder": "hashed", "reader.statements": "rules"} | more)


def write(folder: Path, name: str, rows: Sequence[dict[str, object]]) -> str:
    file = folder / f"{name}.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(file)


def partition(trace: Trace) -> set[frozenset[str]]:
    return {frozenset(story.story.reports) for story in trace.stories}


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "last first"])
def test_reports_one_by_one_come_to_the_stories_of_all_at_once(tmp_path: Path, turned: bool) -> None:
    rows = REPORTS[::-1] if turned else REPORTS
    with Session.open(settings(), case_path=tmp_path / "one.case", progress=CountingProgress()) as session:
        session.trace([write(tmp_path, "first", rows[:2])])
        for number, row in enumerate(rows[2:]):
            session.add([write(tmp_path, f"r{number}", [row])])
        one_by_one = session.last_trace()
        log = session.case.story_index.changes()
        assert replay(log) == {story.story.id: story.story.reports for story in one_by_one.stories}
        at_once = session.trace([]).trace
        assert partition(one_by_one) == partition(at_once)
        assert replay(session.case.story_index.changes()) == {s.story.id: s.story.reports for s in at_once.stories}
    numbers = {c.claim.id: c.origins.numbers for c in one_by_one.claims}
    assert numbers == {c.claim.id: c.origins.numbers for c in at_once.claims}


def test_only_the_stories_that_change_are_weighed(tmp_path: Path) -> None:
    with Session.open(settings(), case_path=tmp_path / "my.case", progress=CountingProgress()) as session:
        before = session.trace([write(tmp_path, "first", REPORTS[:-1])]).trace
        added = session.add([write(tmp_path, "last", REPORTS[-1:])]).added
        assert len(added.trace.stories) == 1
        assert [change.kind for change in added.changes] == ["joined"]
        assert len(session.last_trace().stories) == len(before.stories)
        assert {report.id for report in session.last_trace().reports} >= set(added.new)


def test_a_newer_version_waits_for_a_whole_trace(tmp_path: Path) -> None:
    with Session.open(settings(), case_path=tmp_path / "my.case", progress=CountingProgress()) as session:
        session.trace([write(tmp_path, "first", REPORTS)])
        changed = REPORTS[0] | {"text": f"{REPORTS[0]['text']} The figure was changed."}
        added = session.add([write(tmp_path, "again", [changed])]).added
        assert (len(added.waiting), added.new, added.trace.stories) == (1, (), ())


def test_add_needs_a_trace_made_with_the_same_settings(tmp_path: Path) -> None:
    file = write(tmp_path, "first", REPORTS[:2])
    with Session.open(settings(), case_path=tmp_path / "my.case", progress=CountingProgress()) as session:
        with pytest.raises(NoSuchThing, match="not been traced"):
            session.add([file])
        session.trace([file])
    with (
        Session.open(
            settings(**{"link.passage_words": "9"}), case_path=tmp_path / "my.case", progress=CountingProgress()
        ) as session,
        pytest.raises(FixUsage, match="other settings"),
    ):
        session.add([file])


def test_changes_name_merges_and_splits() -> None:
    two, one = {"s1": ("a",), "s2": ("b", "c")}, {"s3": ("a", "b", "c")}
    assert [change.kind for change in find_changes(two, one)] == ["merged"]
    assert [change.kind for change in find_changes(one, two)] == ["split"]
    assert [change.kind for change in find_changes(two, {})] == ["left", "left"]
    assert find_changes(one, one) == []
