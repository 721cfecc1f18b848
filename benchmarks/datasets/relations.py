"""Which written sentences state which relations, and which relations do re3d's documents mark?

The written ones: `benchmarks/written/who/relations`, by people who had not seen the code; how: `GUIDE.md` there. re3d:
`../shared/data/entities/re3d_docs.jsonl` (licences by document; what is the BBC's is measured and never learned from).
"""

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.datasets.names import RE3D, Row, is_free, read_rows

FOLDER = Path(__file__).resolve().parents[1] / "written" / "who" / "relations"
LEARN, LOCKED = FOLDER / "learn.jsonl", FOLDER / "locked.jsonl"


@dataclass(frozen=True, slots=True)
class WrittenRelation:
    """One relation of a written text: its two things as they stand there, and how it is stated."""

    subject: str
    predicate: str
    object: str
    polarity: str
    certainty: str


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One written text and all relations that a careful reader finds in it."""

    id: str
    text: str
    relations: tuple[WrittenRelation, ...]


def written_relations(file: Path) -> list[WrittenText]:
    """Return the texts of one half."""
    fields = WrittenRelation.__slots__
    return [
        WrittenText(
            row["id"],
            row["text"],
            tuple(WrittenRelation(*(relation[name] for name in fields)) for relation in row["relations"]),
        )
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    ]


def re3d_relations(*, held_out: bool) -> list[Row]:
    """Return re3d's documents: every second of those that may be learned from is held out, and all of the BBC's."""
    rows = read_rows(RE3D)
    free = [row for row in rows if is_free(row)]
    found = [row for number, row in enumerate(free) if (number % 2 == 1) == held_out]
    return found + [row for row in rows if not is_free(row)] if held_out else found
