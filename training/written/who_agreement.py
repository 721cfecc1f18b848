"""How far do two annotators agree on the tenth of the sets of who, where and when that was labelled twice?

`python -m training.written.who_agreement` prints one line a set and no text of any row. The first labels stand for the
gold, the second for a system, so that the figures can be held against the program's.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.datasets.entities import FOLDER, LEARN, LOCKED, NamedPlace, name_pairs, named_places, story_files
from benchmarks.entity_scores import score_entities

SECOND = FOLDER / "second"
Row = Mapping[str, str]


def main() -> None:
    """Print the agreement on each set."""
    print(_share("near names: same, not the same, cannot be told", _pairs()))
    print(_share("times: value", _column("times", "times.tsv", "value")))
    for half in (LEARN, LOCKED):
        first = _table(FOLDER / "screening" / half / "queries.tsv", "expected")
        print(_share(f"names on a list, {half}: which entry", _both(first, f"screening-{half}.tsv", "expected")))
    for name, keys in (("subject, predicate, object", 3), ("the same, polarity and certainty too", 5)):
        print(_relations(name, keys))
    for line in _entities():
        print(line)


def _pairs() -> list[tuple[str, str]]:
    first = {pair.id: pair.label for half in (LEARN, LOCKED) for pair in name_pairs(half)}
    return _both(first, "pairs.tsv", "label")


def _column(folder: str, file: str, column: str) -> list[tuple[str, str]]:
    first = {
        row: value for half in (LEARN, LOCKED) for row, value in _table(FOLDER / folder / f"{half}.tsv", column).items()
    }
    return _both(first, file, column)


def _both(first: Mapping[str, str], file: str, column: str) -> list[tuple[str, str]]:
    return [(first[row], value) for row, value in _table(SECOND / file, column).items()]


def _table(file: Path, column: str) -> dict[str, str]:
    return {row["id"]: row[column] or "" for row in _rows(file)}


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _share(name: str, labels: Sequence[tuple[str, str]]) -> str:
    agreed = sum(one == other for one, other in labels)
    return f"{name}: {agreed} of {len(labels)} ({100 * agreed / len(labels):.0f}%)"


def _relations(name: str, keys: int) -> str:
    fields = ("subject", "predicate", "object", "polarity", "certainty")[:keys]

    def read(file: Path) -> dict[str, set[tuple[str, ...]]]:
        rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        return {row["id"]: {tuple(each[field] for field in fields) for each in row["relations"]} for row in rows}

    first = {
        row: held for half in (LEARN, LOCKED) for row, held in read(FOLDER / "relations" / f"{half}.jsonl").items()
    }
    second = read(SECOND / "relations.jsonl")
    both = sum(len(held & first[row]) for row, held in second.items())
    ours, theirs = (sum(len(held) for held in side.values()) for side in (second, {row: first[row] for row in second}))
    return f"relations, {name}: F1 {200 * both / (ours + theirs):.0f} (one has {theirs}, the other {ours}, both {both})"


def _entities() -> Iterator[str]:
    """Yield how far the second labels find the same places, and put them together alike, in the reports they are on."""
    second: dict[str, list[NamedPlace]] = {}
    for place in named_places(SECOND / "entities.tsv"):
        second.setdefault(place.report, []).append(place)
    found = {report: [(each.start, each.end, each.entity) for each in held] for report, held in second.items()}
    gold = [
        place
        for half in (LEARN, LOCKED)
        for file in story_files(half)
        for place in named_places(file)
        if place.report in second
    ]
    score = score_entities([(gold, found)])
    yield f"entities: B3 {score.f1:.1f}; {score.found} of {score.places} places have both"


if __name__ == "__main__":
    main()
