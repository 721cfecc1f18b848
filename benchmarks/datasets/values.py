"""Which tables of values with a known answer are there, and which of their sources are known to copy?"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.shared import SHARED
from whence.model.values import GivenValue

# Flights, books and populations (Li, Dong and others; Pasternack and Roth): the licences are in the notes beside them.
# Measured only, nothing is learned from them.
TABLES = SHARED / "data" / "fusion"
# The airlines' own pages, from which the flights' truth comes: left out, or it would be among what is judged.
TRUTH_GIVERS = ("aa", "ua", "co")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KnownValues:
    """A table without whom its truth comes from, what is known of some items, and the pairs that are known to copy."""

    given: tuple[GivenValue, ...]
    truth: dict[str, str]
    copying: frozenset[Pair] = frozenset()


def load_values(name: str) -> KnownValues:
    """Return `flights`, `book` or `population`; of two values of one source for one item the first.

    Raises FileNotFoundError where the shared folder is absent.
    """
    folder = TABLES / name
    left_out = TRUTH_GIVERS if name == "flights" else ()
    given: dict[tuple[str, str], GivenValue] = {}
    for line, row in enumerate(_rows(folder / "claims.csv"), 2):
        if row["source"].lower() not in left_out:
            value = GivenValue(row["source"], row["object"], row["value"], line)
            given.setdefault((value.source, value.item), value)
    truth = {row["object"]: row["value"] for row in _rows(folder / "truth.csv")}
    groups = folder / "copy_groups_silver.json"
    known = json.loads(groups.read_text(encoding="utf-8"))["groups"] if groups.exists() else []
    return KnownValues(tuple(given.values()), truth, frozenset(pairs_of(known)))


def pairs_of(groups: list[list[str]]) -> Iterator[Pair]:
    """Yield every two sources that a group holds, the lesser name first.

    >>> sorted(pairs_of([["b", "a", "c"], ["d"]]))
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """
    for group in groups:
        yield from combinations(sorted(group), 2)


def table_files() -> list[Path]:
    """Return the files that are read, for their digest."""
    return sorted(path for path in TABLES.rglob("*") if path.suffix in (".csv", ".json"))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
