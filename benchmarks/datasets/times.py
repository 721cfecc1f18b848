"""Which sentences of news were written with a time phrase and its value, by people who had not seen the code?

The conventions are those of `docs/times.md`; `learn` may be read and tuned on, the rows of `locked` are only counted.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whence.model.spans import Span

FOLDER = Path(__file__).resolve().parents[1] / "written" / "who" / "times"
LEARN, LOCKED = "learn", "locked"


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """One sentence with the time phrase that is asked for; `is_trap` where common libraries go wrong."""

    id: str
    published_at: str
    text: str
    phrase: str
    span: Span
    value: str
    is_trap: bool


def file_of(half: str) -> Path:
    """Return the table of one half."""
    return FOLDER / f"{half}.tsv"


def written_times(half: str) -> Iterator[WrittenTime]:
    """Yield the rows of one half, "learn" or "locked"."""
    with file_of(half).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            start = row["text"].index(row["phrase"])
            span = Span(start, start + len(row["phrase"]))
            trap = row["trap"] == "1"
            yield WrittenTime(row["id"], row["published_at"], row["text"], row["phrase"], span, row["value"], trap)
