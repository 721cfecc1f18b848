"""Which names of an invented watchlist do reports spell how, and which names are near one and not on it?"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from whence.model.watchlist import EntryKind, ScreenedName, WatchEntry, typed_name_id

# Written for this project by people who had not seen the code; how is in GUIDE.md beside the folders.
FOLDER = Path(__file__).resolve().parents[1] / "written" / "who" / "screening"
LEARN, LOCKED = "learn", "locked"
# The sentences were written in this year; an age that one states is counted from it.
WRITTEN_IN = 2026
_KINDS: dict[str, EntryKind] = {"Person": "person", "Vessel": "vessel"}


@dataclass(frozen=True, slots=True)
class ScreeningQuery:
    """A name as a report spells it, with the sentence that names it; `expected` is the entry's id, or ""."""

    name: ScreenedName
    expected: str
    type: str


@dataclass(frozen=True, slots=True)
class ScreeningSet:
    """A list and the names that are looked up in it."""

    entries: tuple[WatchEntry, ...]
    queries: tuple[ScreeningQuery, ...]

    def without_contexts(self) -> "ScreeningSet":
        """Return the same with the names alone."""
        queries = tuple(
            ScreeningQuery(ScreenedName(query.name.ids, query.name.name, query.name.family), query.expected, query.type)
            for query in self.queries
        )
        return ScreeningSet(self.entries, queries)


def files(half: str) -> tuple[Path, Path]:
    """Return the list and the queries of `learn` or `locked`."""
    return FOLDER / half / "list.jsonl", FOLDER / half / "queries.tsv"


def load_screening(half: str) -> ScreeningSet:
    """Return the list and the queries of `learn` or `locked`."""
    listed, asked = files(half)
    entries = tuple(_entry(json.loads(line)) for line in listed.read_text(encoding="utf-8").splitlines() if line)
    with asked.open(encoding="utf-8", newline="") as rows:
        queries = tuple(_query(row) for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    return ScreeningSet(entries, queries)


def _entry(row: dict[str, str | list[str] | None]) -> WatchEntry:
    def told(name: str) -> tuple[str, ...]:
        value = row[name]
        return (value,) if isinstance(value, str) else tuple(value or ())

    return WatchEntry(
        id=str(row["id"]),
        kind=_KINDS.get(str(row["schema"]), "body"),
        name=str(row["name"]),
        aliases=told("aliases"),
        births=told("birth_date"),
        nationalities=told("nationality"),
        countries=told("country"),
        roles=told("position"),
        places=told("address"),
        gender=str(row["gender"] or ""),
    )


def _query(row: dict[str, str]) -> ScreeningQuery:
    family = "person" if row["schema"] == "Person" else "body"
    name = ScreenedName(
        ids=(typed_name_id(row["id"]),),
        name=row["name"],
        family="person" if family == "person" else "body",
        contexts=(row["context"],),
        year=WRITTEN_IN,
    )
    return ScreeningQuery(name, row["expected"], row["type"])
