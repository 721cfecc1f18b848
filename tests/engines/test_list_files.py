"""Are files of watchlists opened, and those that cannot be told with what to do?"""

import hashlib
from pathlib import Path

from whence.engines.list_files import file_sha256, open_list_files
from whence.model.report import Failure


def test_files_are_opened_and_the_rest_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    (tmp_path / "empty.xml").write_bytes(b"")
    paths = [tmp_path / name for name in ("a.xml", "empty.xml", "absent.xml")]
    with open_list_files([*paths, tmp_path]) as (first, *others):
        assert not isinstance(first, Failure)
        assert first[1].read() == b"<a/>"
    assert [each.code for each in others if isinstance(each, Failure)] == ["empty", "unreadable", "unreadable"]


def test_the_checksum_is_of_the_whole_file_and_leaves_it_at_its_beginning(tmp_path: Path) -> None:
    data = b"x" * 3_000_000
    (tmp_path / "a.xml").write_bytes(data)
    with open_list_files([tmp_path / "a.xml"]) as (first,):
        assert not isinstance(first, Failure)
        first[1].read(10)
        assert file_sha256(first[1]) == hashlib.sha256(data).hexdigest()
        assert first[1].read(1) == b"x"
