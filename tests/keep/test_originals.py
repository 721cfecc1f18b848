"""Are originals written once, whole, read-only, and is any change to them noticed?"""

import resource
from datetime import timedelta
from pathlib import Path

import pytest

from tests.keep.making import NOON
from whence.errors import CaseDamaged, CaseUnusable, NoSpace
from whence.keep.originals import INCOMING, FileOriginals


@pytest.fixture
def originals(tmp_path: Path) -> FileOriginals:
    return FileOriginals(tmp_path / "my.case.originals")


def place_of(originals: FileOriginals, sha256: str) -> Path:
    return originals.folder / sha256[:2] / sha256


def test_put_names_the_file_by_its_content_and_makes_it_read_only(originals: FileOriginals) -> None:
    sha256 = originals.put(b"as it came")
    place = place_of(originals, sha256)
    assert place.read_bytes() == b"as it came"
    assert place.stat().st_mode & 0o777 == 0o444
    assert not list((originals.folder / INCOMING).iterdir())


def test_put_never_writes_the_same_bytes_again(originals: FileOriginals) -> None:
    place = place_of(originals, originals.put(b"as it came"))
    before = place.stat()
    originals.put(b"as it came")
    assert (place.stat().st_ino, place.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_put_mends_a_file_that_a_power_cut_left_empty(originals: FileOriginals) -> None:
    sha256 = originals.put(b"as it came")
    place = place_of(originals, sha256)
    place.chmod(0o644)
    place.write_bytes(b"")
    assert originals.put(b"as it came") == sha256
    assert originals.get(sha256) == b"as it came"


def test_get_refuses_changed_bytes(originals: FileOriginals) -> None:
    sha256 = originals.put(b"as it came")
    place = place_of(originals, sha256)
    place.chmod(0o644)
    place.write_bytes(b"as it cane")
    with pytest.raises(CaseDamaged, match="Restore that file"):
        originals.get(sha256)


def test_put_on_a_full_disk_leaves_nothing_half_written(originals: FileOriginals) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))  # the nearest thing to a full disk that a test may make
    try:
        with pytest.raises(NoSpace):
            originals.put(b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [file for file in originals.folder.rglob("*") if file.is_file()] == []
    assert originals.get(originals.put(b"x" * 100_000)) == b"x" * 100_000


def test_put_says_that_its_folder_is_in_the_way(originals: FileOriginals) -> None:
    originals.folder.write_text("a file where the folder should be")
    with pytest.raises(CaseUnusable):
        originals.put(b"as it came")


def test_sweep_removes_only_what_was_left_long_ago(originals: FileOriginals) -> None:
    sha256 = originals.put(b"as it came")
    left = originals.folder / INCOMING / "left"
    left.write_bytes(b"half")
    modified = left.stat().st_mtime
    now = NOON + timedelta(seconds=modified - NOON.timestamp())
    originals.sweep(now + timedelta(hours=23), older_than_hours=24)
    assert left.exists()
    originals.sweep(now + timedelta(hours=25), older_than_hours=24)
    assert not left.exists()
    assert originals.has(sha256)


def test_sweep_of_a_case_without_originals_does_nothing(originals: FileOriginals) -> None:
    originals.sweep(NOON, older_than_hours=24)
    assert not originals.folder.exists()


def test_sweep_passes_over_what_another_run_moves_away_meanwhile(
    originals: FileOriginals, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals.put(b"as it came")
    incoming = originals.folder / INCOMING
    left = incoming / "left"
    left.write_bytes(b"half")
    later = NOON + timedelta(seconds=left.stat().st_mtime - NOON.timestamp(), hours=25)
    # A listing that is a moment old: one of its files is gone already.
    monkeypatch.setattr(Path, "glob", lambda *_: iter([incoming / "gone", left]))
    originals.sweep(later, older_than_hours=24)
    assert not left.exists()


def test_together_keeps_all_at_the_end(originals: FileOriginals) -> None:
    with originals.together():
        first, second = originals.put(b"first"), originals.put(b"second")
        assert originals.put(b"first") == first
        assert originals.has(first)
        assert originals.get(second) == b"second"
        assert not place_of(originals, first).exists()
    assert place_of(originals, first).read_bytes() == b"first"
    assert place_of(originals, second).stat().st_mode & 0o777 == 0o444
    assert not list((originals.folder / INCOMING).iterdir())


def test_together_keeps_nothing_of_what_failed(originals: FileOriginals) -> None:
    kept = originals.put(b"kept before")
    with pytest.raises(KeyboardInterrupt), originals.together():  # noqa: PT012 - the write is what is taken back
        lost = originals.put(b"lost")
        raise KeyboardInterrupt
    assert not originals.has(lost)
    assert originals.get(kept) == b"kept before"
    assert [file.name for file in originals.folder.rglob("*") if file.is_file()] == [kept]
