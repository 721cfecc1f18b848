"""Are the things that reports name put together rightly, in and across reports, and near names kept apart?

Two tables by people who had not seen the code: every named thing and every voice in six newsroom stories, of which
three at a time are traced in one case; and near names with the words around them.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.datasets.entities import (
    LEARN,
    LOCKED,
    NamePair,
    name_pairs,
    named_places,
    pair_files,
    story_files,
    things_of,
)
from benchmarks.entity_scores import Found, score_entities
from benchmarks.program import run_whence
from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured
from whence.link.entity_pairs import score_pair
from whence.text.name_forms import fold

_FIELDS = ("id", "text", "title", "outlet", "outlet_type", "byline", "url", "published_at", "language")


def measure_entities() -> Measured:
    """Score the entities that the program prints, and what it decides about near names."""
    figures = [figure for half in (LEARN, LOCKED) for figure in (*_of_stories(half), *_of_pairs(half))]
    files = [file for half in (LEARN, LOCKED) for file in (*story_files(half), *pair_files(half))]
    return Measured("entities", digest(*files), tuple(figures))


def _of_stories(half: str) -> Iterator[Figure]:
    files = story_files(half)
    document = _network([SHARED / "newsroom" / f"{file.stem}.json" for file in files])
    found = found_places(document)
    plain = _by_name_alone(document)
    gold = [place for file in files for place in named_places(file)]
    score = score_entities([(gold, found)])
    named = [place for place in gold if place.form == "name"]
    yield Figure(
        f"{half}: entities B3", score.f1, f"p {score.precision:.1f}, r {score.recall:.1f}, {score.places} places"
    )
    yield Figure(f"{half}: entities B3, named places", score_entities([(named, found)]).f1, f"{len(named)} places")
    yield Figure(f"{half}: same name, same thing (baseline) B3", score_entities([(gold, plain)]).f1)
    yield Figure(f"{half}: places found, %", 100 * score.found / score.places, f"{score.found} of {score.places}")
    share = 100 * score.misplaced / score.places
    yield Figure(f"{half}: places in an entity of another thing, %", share, f"{score.misplaced} of {score.places}")


def _of_pairs(half: str) -> Iterator[Figure]:
    """Yield what is decided about near names; a pair of which nothing is decided stays two things."""
    pairs = name_pairs(half)
    merged = {pair.id for pair in pairs if _is_merged(pair)}
    alike = {pair.id for pair in pairs if fold(pair.names[0]) == fold(pair.names[1])}
    for name, taken in (("near names", merged), ("written alike (baseline)", alike)):
        wrong = [pair for pair in pairs if pair.label == "not_same"]
        right = [pair for pair in pairs if pair.label == "same"]
        unsure = [pair for pair in pairs if pair.label == "unsure"]
        yield _share(f"{half}: {name}, two things merged, %", wrong, taken)
        yield _share(f"{half}: {name}, cannot be told, merged, %", unsure, taken)
        yield _share(f"{half}: {name}, one thing found, %", right, taken)


def _is_merged(pair: NamePair) -> bool:
    found = score_pair(*things_of(pair))
    return found is not None and found.verdict == "same"


def _share(name: str, pairs: Sequence[NamePair], taken: set[str]) -> Figure:
    hits = sum(pair.id in taken for pair in pairs)
    return Figure(name, 100 * hits / len(pairs), f"{hits} of {len(pairs)}")


def _network(stories: Sequence[Path]) -> Mapping[str, Any]:
    """Return what `whence network` prints of the reports of several stories in one case."""
    reports = [report for story in stories for report in json.loads(story.read_text(encoding="utf-8"))["reports"]]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        rows = [{field: report.get(field) for field in _FIELDS} for report in reports]
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        document: Mapping[str, Any] = json.loads(run_whence("network", str(file), "--format", "json", "--quiet"))
    return document


def found_places(document: Mapping[str, Any]) -> Found:
    """Return where each entity stands, by report."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in document["entities"]:
        for held in entity["occurrences"]:
            found[held["report"]] += [(start, end, entity["id"]) for start, end in held["spans"]]
    return found


def _by_name_alone(document: Mapping[str, Any]) -> Found:
    """Return the same places under what their reports call them."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in document["entities"]:
        for held in entity["occurrences"]:
            name = fold(held["name"]) if entity["named"] else held["id"]
            found[held["report"]] += [(start, end, name) for start, end in held["spans"]]
    return found
