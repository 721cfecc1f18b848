"""Are the annotated stories of coverage well formed: every quote where it says, every parent earlier, every id once?"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.shared import SHARED

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (
    ROOT / "training" / "written" / "stories",
    ROOT / "benchmarks" / "written" / "newsroom",
    ROOT / "benchmarks" / "written" / "locked-newsroom",
    SHARED / "newsroom",
)
STORIES = [file for folder in FOLDERS for file in sorted(folder.glob("*.json"))]

Row = dict[str, Any]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_report_is_named_once_in_a_folder(folder: Path) -> None:
    names = Counter(row["id"] for file in folder.glob("*.json") for row in _read(file)["reports"])
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_says_what_can_be(file: Path) -> None:
    assert list(_breaches(_read(file))) == []


def test_breaches_are_seen() -> None:
    story: Row = {
        "reports": [
            {"id": "a", "true_time": "2031-03-02T09:00:00Z", "text": "The bridge fell. The bridge fell again."},
            {"id": "b", "true_time": "2031-03-02T08:00:00Z", "text": "Nobody was hurt."},
        ],
        "voices": [{"id": "v-clerk"}],
        "truth": {
            "report_parents": [{"report": "b", "parent": "a"}],
            "claims": [
                {
                    "id": "c1",
                    "origins": {"true": 2, "at_least": 2, "at_most": 1},
                    "mentions": [
                        {"report": "a", "quote": "The bridge fell", "parent": "voice:v-nobody", "rests_on": "v-clerk"}
                        | {"polarity": "positive"}
                    ],
                    "drift": [{"from": "a", "to": "b", "before": "The bridge fell", "after": "all were hurt"}],
                }
            ],
            "contradictions": [{"a": "c1", "b": "c9"}],
        },
    }
    assert len(list(_breaches(story))) == 8


def _read(file: Path) -> Row:
    story: Row = json.loads(file.read_text(encoding="utf-8"))
    return story


def _breaches(story: Row) -> Iterator[str]:
    """Yield what cannot be as a story says it."""
    texts = {row["id"]: row["text"] for row in story["reports"]}
    times = {row["id"]: datetime.fromisoformat(row["true_time"]) for row in story["reports"]}
    voices = {row["id"] for row in story["voices"]}
    if list(times.values()) != sorted(times.values()):
        yield "the reports are not in order"
    for row in story["truth"]["report_parents"]:
        if not _can_be_parent(row["parent"], row["report"], times, voices):
            yield f"{row['report']} cannot depend on {row['parent']}"
    for claim in story["truth"]["claims"]:
        yield from _breaches_of_claim(claim, texts, times, voices)
    known = {claim["id"] for claim in story["truth"]["claims"]}
    for row in story["truth"]["contradictions"]:
        if not {row["a"], row["b"]} <= known:
            yield f"no claims {row['a']} and {row['b']}"


def _breaches_of_claim(
    claim: Row, texts: dict[str, str], times: dict[str, datetime], voices: set[str]
) -> Iterator[str]:
    origins, name = claim["origins"], claim["id"]
    if not origins["at_least"] <= origins["true"] <= origins["at_most"]:
        yield f"{name}: {origins}"
    if origins["true"] > len({row["rests_on"] for row in claim["mentions"] if row["polarity"] == "positive"}):
        yield f"{name}: more origins than are rested on"
    for row in claim["mentions"]:
        if texts[row["report"]].count(row["quote"]) != 1:
            yield f"{name}: {row['report']} does not say once: {row['quote']}"
        if row["rests_on"] not in voices:
            yield f"{name}: no voice {row['rests_on']}"
        if not _can_be_parent(row["parent"], row["report"], times, voices):
            yield f"{name}: {row['report']} cannot have it from {row['parent']}"
    for row in claim["drift"]:
        if row["before"] not in texts[row["from"]] or (row["after"] or "") not in texts[row["to"]]:
            yield f"{name}: {row['from']} and {row['to']} do not say so: {row['before']}, {row['after']}"


def _can_be_parent(parent: str, report: str, times: dict[str, datetime], voices: set[str]) -> bool:
    if parent.startswith("unseen:"):
        return True
    if parent.startswith("voice:"):
        return parent.removeprefix("voice:") in voices
    return parent in times and times[parent] < times[report]
