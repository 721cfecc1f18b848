"""Which near names are one thing, and which things do six stories name where?

Written and labelled by people who had not seen the code (`benchmarks/written/who`, with the guides they had). `learn`
may be learned from; `locked` is for the score alone. Free to use under the project's licence.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from whence.link.entity_pairs import Compared
from whence.model.entity import Occurrence

FOLDER = Path(__file__).resolve().parents[1] / "written" / "who"
LEARN, LOCKED = "learn", "locked"
Label = Literal["same", "not_same", "unsure"]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names with the words around them, and what a careful reader says of them."""

    id: str
    type: str
    kinds: tuple[str, str]
    names: tuple[str, str]
    contexts: tuple[str, str]
    label: Label


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """One place of a report's text where a thing is named or is a voice; `form` is name, voice or unnamed."""

    report: str
    start: int
    end: int
    wording: str
    entity: str
    kind: str
    form: str


def pair_files(half: str) -> list[Path]:
    """Return the files of near names of a half; what was written later to learn from is among `learn`."""
    return sorted((FOLDER / "pairs").glob(f"{half}*.tsv"))


def name_pairs(half: str) -> list[NamePair]:
    """Return the near names of a half."""
    rows = [row for file in pair_files(half) for row in _rows(file)]
    return [
        NamePair(
            row["id"],
            row["type"],
            (row["kind_a"], row["kind_b"]),
            (row["name_a"], row["name_b"]),
            (row["context_a"], row["context_b"]),
            row["label"],  # type: ignore[arg-type] # checked by the test of the sets
        )
        for row in rows
    ]


def things_of(pair: NamePair) -> tuple[Compared, Compared]:
    """Return the two things of a pair as they are compared, as if each stood in a report of its own."""
    one, other = (
        Compared(Occurrence(f"n{side}", f"r{side}", "", name, kind, True, (), (), context=context))  # type: ignore[arg-type]
        for side, name, kind, context in zip((1, 2), pair.names, pair.kinds, pair.contexts, strict=True)
    )
    return one, other


def story_files(half: str) -> list[Path]:
    """Return the tables of the annotated stories of a half."""
    return sorted((FOLDER / "entities" / half).glob("*.tsv"))


def named_places(file: Path) -> list[NamedPlace]:
    """Return every row of a story's table."""
    return [
        NamedPlace(
            row["report"],
            int(row["start"]),
            int(row["end"]),
            row["wording"],
            row["entity"],
            row["kind"],
            row["form"],
        )
        for row in _rows(file)
    ]


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
