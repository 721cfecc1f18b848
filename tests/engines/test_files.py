"""Are files found in order, and is what cannot be read said without stopping the rest?"""

import io
import os
from pathlib import Path

import pytest

from whence.engines.files import Found, find_files, open_lines, read_bytes, read_handle
from whence.model.report import Failure


def test_folders_are_walked_by_name_and_hidden_things_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".c.txt", "sub/d.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = [
        item.path.relative_to(tmp_path).as_posix() for item in find_files([str(tmp_path)]) if isinstance(item, Found)
    ]
    assert found == ["a.txt", "b.txt", "sub/d.txt"]


def test_a_missing_path_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("x", encoding="utf-8")
    missing, found = find_files([str(tmp_path / "none.txt"), str(there)])
    assert isinstance(missing, Failure)
    assert (missing.path, missing.code) == (str(tmp_path / "none.txt"), "unreadable")
    assert found == Found(there, named=True)


def test_bytes_over_the_limit_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"x" * 11)
    assert read_bytes(file, max_bytes=11) == b"x" * 11
    failure = read_bytes(file, max_bytes=10)
    assert isinstance(failure, Failure)
    assert failure.code == "too_large"
    assert "11 bytes" in failure.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_no_report_and_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    failure = read_bytes(pipe, max_bytes=10)
    assert isinstance(failure, Failure)
    assert failure.code == "unreadable"


def test_empty_files_are_failures(tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.write_bytes(b"")
    as_bytes, as_lines = read_bytes(file, max_bytes=10), open_lines(file, max_bytes=10)
    assert isinstance(as_bytes, Failure)
    assert isinstance(as_lines, Failure)
    assert {as_bytes.code, as_lines.code} == {"empty"}


def test_a_line_over_the_limit_is_cut_and_the_next_one_whole() -> None:
    handle = io.BytesIO(b"short\n" + b"x" * 100 + b"\nlast")
    assert list(read_handle(handle, max_bytes=10)) == [b"short\n", b"x" * 11, b"last"]
