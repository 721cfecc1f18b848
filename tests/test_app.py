"""Does a session trace, keep, re-use and go on after an interruption?"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from whence.app import ENCODERS, Session
from whence.errors import FixUsage, NoSuchThing, NothingToRead
from whence.model.stemma import Trace
from whence.ports import Item
from whence.settings import load_settings
from whence.show.progress import CountingProgress

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "grey-herons"
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "run.batch": "2"})


def _trace(case: Path | None, *paths: Path, progress: CountingProgress | None = None) -> Trace:
    with Session.open(SETTINGS, case_path=case, progress=progress or CountingProgress()) as session:
        return session.trace([str(path) for path in paths]).trace


def test_a_second_run_adds_to_the_case_and_reads_only_what_is_new(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    files = sorted(EXAMPLE.glob("*.txt"))
    first = _trace(case, *files[:3])
    assert len(first.reports) == 3
    counting = CountingProgress()
    second = _trace(case, *files, progress=counting)
    assert len(second.reports) == len(files)
    assert counting.done["understanding"] == len(files) - 3


def test_a_case_gives_the_same_answer_as_memory_and_whatever_the_order(tmp_path: Path) -> None:
    files = sorted(EXAMPLE.glob("*.txt"))
    in_memory = _trace(None, *files)
    on_disk = _trace(tmp_path / "affair.case", *reversed(files))

    def numbers(trace: Trace) -> dict[str, tuple[int, int, int, int]]:
        return {
            each.claim.id: (
                each.origins.numbers.at_least,
                each.origins.numbers.likely,
                each.origins.numbers.at_most,
                each.rank,
            )
            for each in trace.claims
        }

    assert numbers(in_memory) == numbers(on_disk)


def test_the_last_trace_is_kept_and_read_back_equal(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    trace = _trace(case, EXAMPLE)
    with Session.open(SETTINGS, case_path=case, progress=CountingProgress(), create=False) as session:
        assert session.last_trace() == trace
        assert set(session.understandings(trace)) == {report.id for report in trace.reports}


def test_a_case_that_was_never_traced_says_so() -> None:
    with (
        Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session,
        pytest.raises(NoSuchThing, match="not been traced"),
    ):
        session.last_trace()


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"

    class Interrupting(CountingProgress):
        """Stops as Ctrl-C would, while the sixth report is being understood."""

        def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:
            for number, item in enumerate(items):
                if what == "understanding" and number == 5:
                    raise KeyboardInterrupt
                yield item

    with pytest.raises(KeyboardInterrupt):
        _trace(case, EXAMPLE, progress=Interrupting())
    counting = CountingProgress()
    trace = _trace(case, EXAMPLE, progress=counting)
    assert len(trace.reports) == 9
    assert counting.done["understanding"] == 9 - 4


def test_another_language_is_kept_and_listed_as_not_understood(tmp_path: Path) -> None:
    german = tmp_path / "bericht.txt"
    german.write_text(
        "Die Behörde teilte am Montag mit, dass die Schleuse bei Dunesk wegen eines Risses geschlossen bleibt. "
        "Nach Angaben der Gemeinde wurden die Arbeiter rechtzeitig gewarnt, und niemand kam zu Schaden.",
        encoding="utf-8",
    )
    trace = _trace(None, german, EXAMPLE)
    [foreign] = [report for report in trace.reports if report.path == str(german)]
    assert foreign.language == "de"
    assert trace.not_understood == (foreign.id,)


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="Found no files"):
        _trace(None, tmp_path)


def test_a_closed_standard_input_matters_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _trace(None, sorted(EXAMPLE.glob("*.txt"))[0]).reports
    with pytest.raises(FixUsage, match="standard input closed"):
        _trace(None, Path("-"))


def test_the_table_of_encoders_is_the_saved_one() -> None:
    assert ENCODERS.names() == ["minilm", "hashed"]
