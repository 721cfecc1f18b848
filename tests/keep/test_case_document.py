"""Does docs/case.md say what the code does?"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.keep.making import NOON, a_report
from whence.engines.clock import FixedClock
from whence.errors import CaseUnusable
from whence.keep.case import open_case
from whence.keep.options import KeepOptions
from whence.keep.originals import INCOMING

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "case.md").read_text()


def test_document_lists_every_code_of_an_unusable_case() -> None:
    codes = {CaseUnusable.code, *(error.code for error in CaseUnusable.__subclasses__())}
    assert set(re.findall(r"^\| `([a-z_]+)` \|", TEXT, flags=re.MULTILINE)) == codes


def test_document_tells_the_waiting_time_and_the_folder_of_unfinished_originals() -> None:
    assert f"waits up to {KeepOptions().patience_seconds:.0f} seconds" in TEXT
    assert KeepOptions().stale_hours == 24
    assert f"harbour.case.originals/{INCOMING}/` and removed by an opening a day later" in TEXT


def test_files_that_the_document_names_are_there() -> None:
    for name in re.findall(r"`(src/[^`]+)`", TEXT):
        assert (Path(__file__).resolve().parents[2] / name).exists(), name


def test_backup_made_while_a_run_is_writing_is_a_case(tmp_path: Path) -> None:
    kept = a_report("The port is closed.")
    with open_case(tmp_path / "my.case", clock=FixedClock(NOON)) as case:
        case.reports.add(kept)
        with case.unit():
            case.reports.add(a_report("Not finished."))
            with (
                closing(sqlite3.connect(tmp_path / "my.case")) as source,
                closing(sqlite3.connect(tmp_path / "copy.case")) as copy,
            ):
                source.backup(copy)
    with open_case(tmp_path / "copy.case", clock=FixedClock(NOON)) as case:
        assert case.reports.current() == [kept]
        assert [found for found, _ in case.reports.search("port", 5)] == [kept.id]
