"""Are files gathered into a case whole, once, and without one bad file stopping the rest?"""

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from whence.engines.clock import SystemClock
from whence.errors import NothingToRead
from whence.flow.gather import Gathered, gather
from whence.keep.memory import MemoryCase
from whence.ports import Item
from whence.read.options import ReadOptions
from whence.show.progress import CountingProgress

REPORT = "---\noutlet: Ashmere Courier\nurl: https://courier.example/1\n---\n\nThe lock at Dunesk was shut on Monday.\n"


def _gather(case: MemoryCase, *paths: object, stdin: bytes = b"", batch: int = 2) -> Gathered:
    return gather(
        [str(path) for path in paths],
        case=case,
        clock=SystemClock(),
        options=ReadOptions(),
        batch=batch,
        stdin=io.BytesIO(stdin),
        progress=CountingProgress(),
    )


def _texts(case: MemoryCase) -> Sequence[str]:
    return [report.text for report in case.reports.current()]


def test_a_folder_is_read_whole_and_other_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text("# Title\n\nA tram was late.\n", encoding="utf-8")
    (tmp_path / "picture.webp").write_bytes(b"RIFF")
    (tmp_path / ".hidden.txt").write_text("not for us", encoding="utf-8")
    case = MemoryCase()
    gathered = _gather(case, tmp_path)
    assert (gathered.counts.read, len(gathered.counts.skipped), gathered.counts.failed) == (2, 1, 0)
    assert _texts(case) == ["The lock at Dunesk was shut on Monday.", "A tram was late."]


def test_the_same_bytes_from_the_same_place_are_one(tmp_path: Path) -> None:
    for name in ("a.txt", "copy-of-a.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    case = MemoryCase()
    assert _gather(case, tmp_path).counts.read == 1
    again = _gather(case, tmp_path)
    assert (again.counts.read, again.counts.known) == (0, 2)


def test_a_changed_text_at_the_same_address_is_a_version(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    case = MemoryCase()
    file.write_text(REPORT, encoding="utf-8")
    _gather(case, file)
    file.write_text(REPORT.replace("Monday", "Tuesday"), encoding="utf-8")
    _gather(case, file)
    [newest] = case.reports.current()
    assert "Tuesday" in newest.text
    assert ["Monday" in each.text for each in case.reports.versions(newest.id)] == [True, False]


def test_bad_files_fail_with_a_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    case = MemoryCase()
    gathered = _gather(case, tmp_path, tmp_path / "missing.txt", tmp_path / "good.txt")
    assert gathered.counts.read == 1
    codes = {Path(failure.path).name: failure.code for failure in gathered.failures}
    assert codes == {
        "empty.txt": "empty",
        "binary.txt": "binary",
        "broken.pdf": "broken",
        "missing.txt": "unreadable",
    }
    assert all(failure.reason for failure in gathered.failures)


def test_a_named_file_of_another_kind_fails_while_one_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(b"PK")
    assert [failure.code for failure in _gather(MemoryCase(), file).failures] == ["unknown_format"]
    with pytest.raises(NothingToRead, match="only 1 file of another kind"):
        _gather(MemoryCase(), tmp_path)


def test_json_lines_come_from_files_and_from_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_bytes(b'{"id": "one", "text": "A tram was late."}\nnot json\n')
    case = MemoryCase()
    gathered = _gather(case, file, "-", stdin=b'{"id": "two", "text": "A ferry was early."}\n')
    assert [report.given_id for report in case.reports.current()] == ["one", "two"]
    assert [failure.path for failure in gathered.failures] == [f"{file}:2"]


def test_a_line_over_the_limit_fails_alone_in_bounded_memory(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    long = b'{"id": "long", "text": "' + b"a" * (ReadOptions().max_line_bytes + 10) + b'"}\n'
    file.write_bytes(long + b'{"id": "short", "text": "A tram was late."}\n')
    case = MemoryCase()
    gathered = _gather(case, file)
    assert [failure.code for failure in gathered.failures] == ["too_large"]
    assert [report.given_id for report in case.reports.current()] == ["short"]


def test_what_was_kept_before_an_interruption_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Report {number} on the lock at Dunesk.", encoding="utf-8")
    case = MemoryCase()

    class Interrupting(CountingProgress):
        """Stops as Ctrl-C would, before the fourth input."""

        def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:  # noqa: ARG002 - the port's names
            for number, item in enumerate(items):
                if number == 3:
                    raise KeyboardInterrupt
                yield item

    interrupting = Interrupting()
    with pytest.raises(KeyboardInterrupt):
        gather(
            [str(tmp_path)],
            case=case,
            clock=SystemClock(),
            options=ReadOptions(),
            batch=2,
            stdin=io.BytesIO(),
            progress=interrupting,
        )
    assert len(_texts(case)) == interrupting.kept == 2
    assert _gather(case, tmp_path).counts.read == 3
    assert len(_texts(case)) == 5
