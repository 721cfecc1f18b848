"""Does `python -m benchmarks` say what it is missing where the shared folder is not there?"""

from pathlib import Path

import pytest

from benchmarks import __main__ as benchmarks_main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["benchmarks", *arguments])
    return benchmarks_main.main()


def test_a_missing_shared_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(benchmarks_main, "SHARED", tmp_path / "shared")
    assert run(monkeypatch, "chains") == 2
    told = capsys.readouterr().err
    assert f"There is no folder {tmp_path / 'shared' / 'tools'}." in told
    assert "python -m pytest" in told


def test_a_missing_file_is_named_with_its_task(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tools").mkdir()
    monkeypatch.setattr(benchmarks_main, "SHARED", tmp_path)
    monkeypatch.setattr("benchmarks.tasks.passages.CHAINS", tmp_path / "gold" / "chains.jsonl")
    assert run(monkeypatch, "chains") == 2
    assert f"The task chains found no {tmp_path / 'gold' / 'chains.jsonl'}." in capsys.readouterr().err


def test_an_unknown_task_is_answered_with_the_known_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "chain")
    assert ended.value.code == 2
    assert "the tasks are: seeds, chains" in capsys.readouterr().err
