"""How long does `whence trace` take and how much memory, beside a yardstick on the same pages in the same call?"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.datasets.generated import Page, generate_pages
from benchmarks.datasets.newsroom import load_stories
from benchmarks.program import SOURCE
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured

GENERATED = 2000

# The least that any program of this kind must do: take the text out of each page and cut it into sentences.
_YARDSTICK = """
import sys
from pathlib import Path
import trafilatura
from syntok import segmenter
for page in sorted(Path(sys.argv[1]).glob("*.html")):
    text = trafilatura.extract(page.read_text(encoding="utf-8")) or ""
    for paragraph in segmenter.process(text):
        for sentence in paragraph:
            pass
"""


def measure_speed() -> Measured:
    """Time the newsroom reports and as many generated ones as GENERATED says."""
    pages = [
        Page(
            f"{number:04d}",
            report.outlet or "",
            report.published.value if report.published else "",
            report.title or "",
            tuple(report.text.split("\n\n")),
        )
        for number, report in enumerate(
            report for story in load_stories(SHARED / "newsroom") for report in story.reports
        )
    ]
    figures = [*_measure("newsroom", pages), *_measure(f"{GENERATED} generated", list(generate_pages(GENERATED)))]
    return Measured("speed", digest(*(SHARED / "newsroom").glob("*.json")), tuple(figures))


def _measure(name: str, pages: list[Page]) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            (Path(folder) / f"{page.name}.html").write_text(page.html(), encoding="utf-8")
        yardstick, _ = _time([sys.executable, "-c", _YARDSTICK, folder])
        trace = [sys.executable, "-m", "whence", "trace", folder, "--format", "json", "--quiet"]
        seconds, peak = _time(trace)
    words = sum(len(paragraph.split()) for page in pages for paragraph in page.paragraphs)
    return [
        Figure(
            f"{name}: reports a second", len(pages) / seconds, f"{len(pages)} reports, {words} words, {seconds:.1f} s"
        ),
        Figure(f"{name}: yardstick's reports a second", len(pages) / yardstick, f"{yardstick:.1f} s"),
        Figure(f"{name}: time over the yardstick's", seconds / yardstick),
        Figure(f"{name}: peak memory, MB", peak),
    ]


def _time(command: list[str]) -> tuple[float, float]:
    """Return wall seconds and peak resident memory in MB of one finished child."""
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(SOURCE)}) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(command[:4])} ended with {child.returncode}")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024
