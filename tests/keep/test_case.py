"""What becomes of a case on disk when the place, the file, another program or the machine is against it?"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from statistics import median

import pytest

from tests.keep.making import NOON, a_report, a_trace, an_understanding
from whence.engines.clock import FixedClock
from whence.errors import CaseBusy, CaseDamaged, CaseTooNew, CaseUnusable, NoSpace, NoSuchThing
from whence.keep.case import open_case
from whence.keep.connection import CaseConnection, make_engine
from whence.keep.options import KeepOptions

CLOCK = FixedClock(NOON)
ROOT = Path(__file__).resolve().parents[2]
IMPATIENT = KeepOptions(patience_seconds=0.05)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.case"


def fill(path: Path, *, reports: int = 3) -> None:
    with open_case(path, clock=CLOCK) as case, case.unit():
        for number in range(reports):
            case.reports.add(a_report(f"Report {number}. " + "The port is closed. " * 50))


def texts(path: Path) -> list[str]:
    with open_case(path, clock=CLOCK, create=False) as case:
        return [report.text for report in case.reports.current()]


def is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO report_words(report_words) VALUES ('integrity-check')")
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def test_case_keeps_from_one_opening_to_the_next(path: Path) -> None:
    report = a_report("The port is closed.")
    with open_case(path, clock=CLOCK) as case:
        sha256 = case.originals.put(b"bytes")
        case.reports.add(report)
        case.findings.keep_understanding(an_understanding(report.text), "m")
        case.findings.keep_trace(a_trace(report), NOON)
    with open_case(path, clock=CLOCK, create=False) as case:
        assert case.reports.current() == [report]
        assert [found for found, _ in case.reports.search("port", 5)] == [report.id]
        assert case.findings.understanding(report.text_sha256, "m") == an_understanding(report.text)
        assert case.findings.last_trace() == a_trace(report)
        assert case.originals.get(sha256) == b"bytes"
    assert is_whole(path)


@pytest.mark.parametrize("name", ["a b#c?mode=memory&%20.case", "дело.case", "case"])
def test_case_may_have_any_name(tmp_path: Path, name: str) -> None:
    fill(tmp_path / name, reports=1)
    assert (tmp_path / name).is_file()
    assert len(texts(tmp_path / name)) == 1


def test_open_makes_a_case_of_an_empty_file(path: Path) -> None:
    path.touch()
    fill(path)
    assert len(texts(path)) == 3


def test_open_without_create_leaves_an_empty_file_empty(path: Path) -> None:
    path.touch()
    with pytest.raises(NoSuchThing, match="is empty"), open_case(path, clock=CLOCK, create=False):
        pass
    assert path.read_bytes() == b""


def test_open_without_create_makes_nothing(path: Path) -> None:
    with pytest.raises(NoSuchThing, match="whence trace"), open_case(path, clock=CLOCK, create=False):
        pass
    assert not path.exists()


@pytest.mark.parametrize("place", ["", "nowhere/my.case", "file/my.case", "pipe"])
def test_open_says_that_no_case_can_be_there(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CaseUnusable) as caught, open_case(tmp_path / place, clock=CLOCK):
        pass
    assert caught.value.code == "case_unusable"
    assert caught.value.hint


@pytest.mark.parametrize(
    "data", [b"A report, not a case.", b"\xff" * 5000, b"SQLite format 3\0", b"SQLite format 3\0" * 999]
)
def test_open_refuses_a_file_of_another_kind_and_leaves_it_alone(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(CaseDamaged), open_case(path, clock=CLOCK):
        pass
    assert path.read_bytes() == data


def test_open_refuses_another_programs_database_and_leaves_it_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(CaseDamaged, match="another program"), open_case(path, clock=CLOCK):
        pass
    assert path.read_bytes() == before


def test_open_refuses_a_newer_case(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CaseTooNew, match=r"9999.*pip install --upgrade"), open_case(path, clock=CLOCK):
        pass


def test_damage_is_told_where_it_is_met(path: Path) -> None:
    fill(path, reports=200)
    with path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xa5" * 40 * 4096)
    with pytest.raises(CaseDamaged, match=r"\.recover"), open_case(path, clock=CLOCK) as case:
        case.reports.current()


def test_a_cut_off_case_is_told(path: Path) -> None:
    fill(path, reports=200)
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(CaseDamaged), open_case(path, clock=CLOCK) as case:
        case.reports.current()


def test_unreadable_findings_are_made_again_not_fatal(path: Path) -> None:
    report = a_report("The port is closed.")
    with open_case(path, clock=CLOCK) as case:
        case.findings.keep_understanding(an_understanding(report.text), "m")
        case.findings.keep_trace(a_trace(report), NOON)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE understandings SET body = CAST('{\"text_sha256\": 7}' AS BLOB)")
        connection.execute("UPDATE traces SET body = x'00'")
    with open_case(path, clock=CLOCK) as case:
        assert case.findings.understanding(report.text_sha256, "m") is None
        assert case.findings.last_trace() is None


def test_a_writer_waits_and_then_says_who_is_in_the_way(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as other, open_case(path, clock=CLOCK, options=IMPATIENT) as case:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseBusy, match="another program"):
            case.reports.add(a_report("New."))
        other.execute("ROLLBACK")
        assert case.reports.add(a_report("New."))


def test_a_reader_is_not_held_up_by_a_writer(path: Path) -> None:
    fill(path)
    with open_case(path, clock=CLOCK) as writer, writer.unit():
        writer.reports.add(a_report("Not finished."))
        with open_case(path, clock=CLOCK, create=False, options=IMPATIENT) as reader:
            assert len(reader.reports.current()) == 3
            assert len(reader.reports.search("port", 9)) == 3


def test_two_writers_take_turns(path: Path) -> None:
    def write(name: str) -> None:
        with open_case(path, clock=CLOCK) as case:
            for number in range(0, 40, 4):
                with case.unit():
                    for step in range(4):
                        case.reports.add(a_report(f"{name} {number + step}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in ("ferry", "harbour")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts(path)) == 80
    with open_case(path, clock=CLOCK) as case:
        assert len(case.reports.search("ferry", 99)) == 40
    assert is_whole(path)


@pytest.mark.slow
def test_programs_that_open_a_new_case_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    problems: list[BaseException] = []

    def make(path: Path, number: int, start: threading.Barrier) -> None:
        start.wait()
        try:
            with open_case(path, clock=CLOCK) as case:
                case.reports.add(a_report(f"Report {number}."))
        except BaseException as problem:
            problems.append(problem)

    for attempt in range(12):
        path, start = tmp_path / f"{attempt}.case", threading.Barrier(5)
        threads = [threading.Thread(target=make, args=(path, number, start)) for number in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert problems == []
        assert len(texts(path)) == 5


WRITE_FOREVER = """
import sys
from pathlib import Path
from tests.keep.making import a_report
from whence.engines.clock import SystemClock
from whence.keep.case import open_case
from whence.keep.connection import CaseConnection, make_engine
with open_case(Path(sys.argv[1]), clock=SystemClock()) as case:
    for unit in range(int(sys.argv[2]), int(sys.argv[3])):
        with case.unit():
            for step in range(20):
                case.originals.put(f"{unit} {step}".encode())
                case.reports.add(a_report(f"{unit} {step} " + "The port is closed. " * 30))
        print(unit, flush=True)
"""


def start_writer(path: Path, first: int, end: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - it runs this file's own program
        [sys.executable, "-c", WRITE_FOREVER, str(path), str(first), str(end)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", [0.0, 0.013, 0.04])
def test_a_killed_run_leaves_whole_units_and_the_next_goes_on(path: Path, moment: float) -> None:
    with start_writer(path, 0, 100_000) as writer:
        assert writer.stdout is not None
        finished = int(writer.stdout.readline())
        time.sleep(moment)
        writer.kill()
        finished = max([finished, *map(int, writer.stdout.read().split())])
    kept = texts(path)
    assert len(kept) % 20 == 0
    assert len(kept) >= (finished + 1) * 20
    assert is_whole(path)
    with open_case(path, clock=CLOCK) as case:
        assert case.reports.add(a_report("The next run."))
        for report in kept:
            unit, step = report.split()[:2]
            sha256 = case.originals.put(f"{unit} {step}".encode())
            assert case.originals.get(sha256) == f"{unit} {step}".encode()


@pytest.mark.slow
def test_processes_that_make_one_case_together_all_succeed(path: Path) -> None:
    writers = [start_writer(path, number * 5, number * 5 + 5) for number in range(3)]
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert len(set(texts(path))) == 300
    assert is_whole(path)


def test_a_full_disk_is_told_and_costs_only_the_unfinished(path: Path) -> None:
    fill(path)
    with open_case(path, clock=CLOCK) as case:
        pages = case._connection.run("PRAGMA page_count")[0][0]
        case._connection.run(f"PRAGMA max_page_count={pages + 2}")  # SQLite then reports a full disk
        with pytest.raises(NoSpace, match="Free some space"), case.unit():  # noqa: PT012 - any of the writes may meet it
            for number in range(99):
                case.reports.add(a_report(f"{number} " + "Long. " * 999))
        case._connection.run("PRAGMA max_page_count=100000")
        assert len(case.reports.current()) == 3
        assert case.reports.add(a_report("There is room again."))
    assert is_whole(path)


def test_a_case_that_may_only_be_read_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)
    # Root may write everything, so the answer of the operating system is put in its place.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CaseUnusable, match="may not be written"), open_case(path, clock=CLOCK):
        pass
    with open_case(path, clock=CLOCK, create=False) as case:
        assert len(case.reports.current()) == len(case.reports.search("port", 5)) == 3
        with pytest.raises(CaseUnusable, match="Check who may write"):
            case.reports.add(a_report("New."))


def test_search_reads_every_text_where_sqlite_has_no_index(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.keep.case.has_fts5", lambda: False)
    fill(path)
    with open_case(path, clock=CLOCK) as case:
        assert len(case.reports.search("PORT", 5)) == 3
    monkeypatch.undo()
    with open_case(path, clock=CLOCK) as case:
        assert len(case.reports.search("PORT", 5)) == 3
        assert case._connection.run("SELECT count(*) FROM report_words_docsize")[0][0] == 3
    monkeypatch.setattr("whence.keep.case.has_fts5", lambda: False)
    fill(path, reports=5)
    monkeypatch.undo()
    with open_case(path, clock=CLOCK) as case:
        assert len(case.reports.search("PORT", 9)) == 5
    assert is_whole(path)


def test_a_copy_of_the_file_and_its_originals_is_the_case(path: Path, tmp_path: Path) -> None:
    with open_case(path, clock=CLOCK) as case:
        sha256 = case.originals.put(b"bytes")
        case.reports.add(a_report("The port is closed."))
    shutil.copy(path, tmp_path / "copy.case")
    shutil.copytree(tmp_path / "my.case.originals", tmp_path / "copy.case.originals")
    with open_case(tmp_path / "copy.case", clock=CLOCK) as copy:
        assert copy.originals.get(sha256) == b"bytes"
        assert len(copy.reports.current()) == 1


@pytest.mark.slow
def test_adding_to_a_large_case_costs_what_it_costs_in_a_small_one(path: Path) -> None:
    words = [f"word{number}" for number in range(5000)]

    def unit_seconds(first: int, end: int) -> list[float]:
        reports = [
            a_report(" ".join(words[(number * step) % 5000] for step in range(200)), url=f"https://a.example/{number}")
            for number in range(first, end)
        ]
        seconds = []
        with open_case(path, clock=CLOCK) as case:
            for place in range(0, len(reports), 50):
                start = time.perf_counter()
                with case.unit():
                    for report in reports[place : place + 50]:
                        assert case.reports.add(report)
                seconds.append(time.perf_counter() - start)
        return seconds

    unit_seconds(1, 101)
    small = median(unit_seconds(101, 601))
    bulk = sum(unit_seconds(601, 9501))
    large = median(unit_seconds(9501, 10_001))
    assert bulk < 30, "ten thousand reports are a few seconds' work"
    assert large < 4 * small


def test_an_interruption_inside_a_statement_stays_an_interruption(path: Path) -> None:
    # SQLAlchemy throws its connection away then, and asking it for anything raises another error.
    fill(path, reports=1)
    engine = make_engine(path, patience_seconds=1, is_read_only=False)
    with engine.connect() as raw:
        connection = CaseConnection(raw, path=path)

        def interrupted() -> None:
            with connection.unit():
                connection.run("CREATE TABLE left_over (x)")
                raw.invalidate()
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
    engine.dispose()
    with closing(sqlite3.connect(path)) as driver:
        assert driver.execute("SELECT count(*) FROM sqlite_master WHERE name = 'left_over'").fetchone() == (0,)
    assert len(texts(path)) == 1
