"""What does the program itself print? Benchmarks measure what a user gets, through the command line."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest.mock import patch

# The setting that has the rules alone read, as an environment variable.
RULES_ALONE = {"WHENCE_READER_STATEMENTS": "rules"}
SOURCE = Path(__file__).resolve().parents[1] / "src"


def rules_alone() -> AbstractContextManager[Any]:
    """Have the program read by rules alone inside a `with` block, as on a machine without weights."""
    return patch.dict(os.environ, RULES_ALONE)


def run_whence(*arguments: str) -> str:
    """Return what `whence ARGUMENTS` prints; exit code 1 (some reports failed) is an answer too.

    Raises RuntimeError with the program's own words for any other exit code.
    """
    environ = {**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "whence", *arguments]
    done = subprocess.run(command, capture_output=True, env=environ, check=False)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"whence {' '.join(arguments)} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def read_reports(reports: Path) -> dict[str, dict[str, Any]]:
    """Return the lines of `whence read` by the caller's id."""
    lines = map(json.loads, run_whence("read", str(reports), "--format", "jsonl", "--quiet").splitlines())
    return {line["id"]: line for line in lines if "id" in line}


def read_rows(reports: Iterable[Mapping[str, object]]) -> dict[str, dict[str, Any]]:
    """Return what `whence read` prints of reports given as JSON lines, by their `id`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        return read_reports(file)


def trace_reports(*paths: Path) -> dict[str, Any]:
    """Return the document of `whence trace --format json`."""
    document: dict[str, Any] = json.loads(run_whence("trace", *map(str, paths), "--format", "json", "--quiet"))
    return document
