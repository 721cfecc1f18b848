"""How much longer does the whole way, from file to stemma, take than the bare encoder over the same texts?

The newsroom reports, twenty of each with other names of places and people, so that they are many stories. Both as
processes of their own with two threads: the trace, and a process that only encodes the same texts once, in windows
without overlap.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.datasets.newsroom import load_stories
from benchmarks.program import SOURCE
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured

STORIES = SHARED / "newsroom"
TIMES = 20
_NAME = re.compile(r"(?<![.!?]\s)(?<=\s)([A-Z][a-z]{3,})\b")
_ENDINGS = "a or en is um el ov ar in ut es ol ix em od ur ak yn et ig".split()
_BARE = """
import json, sys
from whence.engines.tagger import BEGIN, END
from whence.engines.encoder import OnnxEncoder
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
encoder = OnnxEncoder(threads=2)
encoder._tokenizer.no_truncation()
rows = [encoding.ids[1:-1] for encoding in encoder._tokenizer.encode_batch(texts)]
windows = sorted(([BEGIN, *row[at : at + 254], END] for row in rows for at in range(0, len(row), 254)), key=len)
for start in range(0, len(windows), 8):
    encoder._run(windows[start : start + 8])
"""


def measure_whole_way() -> Measured:
    """Time both; the ratio is what counts."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        lines = [line for turn in range(TIMES) for line in _rows(turn)]
        file.write_text("".join(lines), encoding="utf-8")
        bare = _time([sys.executable, "-c", _BARE, str(file)])
        whole = _time([sys.executable, "-m", "whence", "trace", str(file), "--format", "jsonl", "--quiet"])
    figures = (
        Figure("time over the bare encoder's", whole / bare, f"{len(lines)} reports, {whole:.0f} s and {bare:.0f} s"),
        Figure("reports a second", len(lines) / whole),
    )
    return Measured("whole-way", digest(*STORIES.glob("*.json")), figures)


def _rows(turn: int) -> list[str]:
    """Return the reports with other names, a line each."""

    def renamed(text: str) -> str:
        return _NAME.sub(lambda match: match.group(1) + _ENDINGS[turn], text) if turn else text

    return [
        json.dumps(
            {
                "id": f"{report.given_id}-{turn}",
                "outlet": renamed(f" {report.outlet}")[1:],
                "outlet_type": report.outlet_type,
                "title": renamed(report.title or ""),
                "published_at": report.published.value if report.published else None,
                "text": renamed(report.text),
                "language": "en",
            }
        )
        + "\n"
        for story in load_stories(STORIES)
        for report in story.reports
    ]


def _time(command: list[str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=False
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(command[:4])} ended with {done.returncode}")
    return time.perf_counter() - begun
