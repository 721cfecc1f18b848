"""Does the program behave among other programs: pipes, signals, colours, and a quick first answer?"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.show.cli.commands import SOURCE, run, start

LINE = b'{"id": "%d", "text": "The council said on Monday that the bridge was closed.", "language": "en"}\n'

# What takes longest to import; none of it is needed to say what the options are.
HEAVY = {
    "numpy",
    "onnxruntime",
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "lxml",
    "pypdf",
    "syntok",
    "py3langid",
    "jinja2",
    "anyascii",
    "dateparser",
    "rapidfuzz",
}


def test_help_imports_nothing_heavy_and_answers_at_once() -> None:
    # Half a second is the aim. What else the machine does may hold up one start, not the quickest of five.
    runs = [_time_help() for _ in range(5)]
    assert not {module for _, modules in runs for module in modules} & HEAVY
    assert min(took for took, _ in runs) < max(0.5, 15 * _bare_start())


def _time_help() -> tuple[float, set[str]]:
    """Return how long `--help` took, and the packages that it imported."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "whence", "--help"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    took = time.perf_counter() - begun
    lines = done.stderr.splitlines()
    return took, {line.rpartition(b"|")[2].strip().decode().partition(".")[0] for line in lines}


def _bare_start() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - begun


@pytest.mark.slow
def test_read_answers_a_line_before_the_next_is_given() -> None:
    with start("read", "-") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(3):
            program.stdin.write(LINE % number)
            program.stdin.flush()
            assert select.select([program.stdout], [], [], 30)[0], "no answer within 30 seconds"
            assert json.loads(program.stdout.readline())["id"] == str(number)
        program.stdin.close()
        assert program.wait(30) == 0


@pytest.mark.slow
def test_an_interruption_ends_with_130_and_says_so() -> None:
    with start("read", "-") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdin.write(LINE % 1)
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 130
        said = program.stderr.read().decode()
    assert "Interrupted" in said
    assert "Traceback" not in said


@pytest.mark.slow
def test_an_interrupted_trace_says_what_the_case_has_kept(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    with start("trace", "-", "--case", str(case), "--set", "run.batch=1", "--verbose") as program:
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdin.write(_lines(3))
        program.stdin.flush()
        _wait_for(lambda: _count_files(case.with_name("affair.case.originals")) == 3)
        program.send_signal(signal.SIGINT)
        code, said = program.wait(30), program.stderr.read().decode()
    assert code == 130, said
    assert "Interrupted (reading " in said
    assert f"All but the last batch is kept whole in {case}; type the same command to go on." in said
    assert "2 known" in run("trace", "-", "--case", str(case), stdin=_lines(2)).stderr


@pytest.mark.slow
def test_a_trace_that_is_interrupted_in_its_first_batch_says_that_nothing_is_kept(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    with start("trace", "-", "--case", str(case), "--set", "run.batch=5") as program:
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdin.write(_lines(3))
        program.stdin.flush()
        _wait_for(case.exists)
        # It waits for the fourth line now, or will when it has read three.
        time.sleep(1)
        program.send_signal(signal.SIGINT)
        code, said = program.wait(30), program.stderr.read().decode()
    assert code == 130, said
    assert "Nothing of it is kept yet" in said or "before anything was read" in said
    assert "3 read, 0 known" in run("trace", "-", "--case", str(case), stdin=_lines(3)).stderr


def _lines(number: int) -> bytes:
    return b"".join(LINE.replace(b"bridge", b"bridge %d" % each) % each for each in range(number))


def _count_files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def _wait_for(happened: Callable[[], bool]) -> None:
    latest = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < latest, "it did not happen within 30 seconds"
        time.sleep(0.05)


@pytest.mark.slow
def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_bytes(b"".join(LINE % number for number in range(200)))
    with start("read", str(many)) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.wait(60) == 141
        assert program.stderr.read() == b""


@pytest.mark.slow
def test_a_closed_pipe_under_the_summary_is_no_error(reports: Path) -> None:
    with start("trace", str(reports), "--quiet") as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.wait(60) == 141
        assert program.stderr.read() == b""


@pytest.mark.slow
@pytest.mark.parametrize("arguments", ["--help", "judge --help"])
def test_help_that_nobody_reads_to_its_end_is_no_error(arguments: str) -> None:
    with start(*arguments.split()) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.wait(60) == 141
        assert program.stderr.read() == b""


@pytest.mark.slow
def test_colours_are_forbidden_by_no_color_and_absent_from_pipes(reports: Path) -> None:
    piped, _ = start("trace", str(reports)).communicate()
    forced, _ = start("trace", str(reports), FORCE_COLOR="1").communicate()
    forbidden, _ = start("trace", str(reports), FORCE_COLOR="1", NO_COLOR="1").communicate()
    flagged, _ = start("trace", str(reports), "--no-color", FORCE_COLOR="1").communicate()
    assert b"\x1b[" in forced
    assert b"\x1b" not in piped
    assert b"\x1b" not in forbidden
    assert b"\x1b" not in flagged


@pytest.mark.slow
def test_a_terminal_without_arrows_gets_question_marks(reports: Path) -> None:
    program = start("trace", str(reports), PYTHONIOENCODING="ascii")
    answer, said = program.communicate()
    assert program.returncode == 0, said
    assert answer.isascii()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", ["doctor", "doctor --format json", "trace {}", "read {}", "--help", "--version"])
def test_an_answer_that_cannot_be_written_is_said_and_ends_with_74(reports: Path, arguments: str) -> None:
    code, said = _start_in_shell(arguments.format(reports), ">/dev/full")
    assert code == 74
    assert said.startswith("error: The answer cannot be written to standard output: ")
    assert "\n  next: " in said
    assert said.count("\n") == 2 + ("read," in said)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirected", "code", "found"),
    [(">&-", 74, "standard output closed"), ("<&-", 2, "standard input closed"), ("0>/dev/null", 2, "standard input")],
)
def test_a_closed_stream_is_said(redirected: str, code: int, found: str) -> None:
    ended, said = _start_in_shell("read -", redirected)
    assert ended == code
    assert f"error: Found {found}" in said
    assert "\n  next: " in said


@pytest.mark.slow
@pytest.mark.parametrize("redirected", ["<&-", "2>&-", "<&- 2>&-"])
def test_a_closed_stream_that_is_not_needed_changes_no_file(reports: Path, tmp_path: Path, redirected: str) -> None:
    case = tmp_path / "affair.case"
    assert _start_in_shell(f"trace {reports} --case {case}", redirected)[0] == 0
    assert "2 known" in run("trace", str(reports), "--case", str(case)).stderr


def _start_in_shell(arguments: str, redirected: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - what is started is this project
        ["/bin/sh", "-c", f"{sys.executable} -m whence {arguments} {redirected}"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "WHENCE_RUN_ENCODER": "hashed"},
    )
    return done.returncode, done.stderr.decode()
