"""How well does a network in training read? Scores through the program's own path, before anything is exported."""

import argparse
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.shared import SHARED, scorer
from training.reader.export import files, load_weights
from whence.engines.tagger import OnnxTagger
from whence.model.report import MadeBy, Report
from whence.ports import Finder
from whence.show.export.read_jsonl import read_line
from whence.understand.finder import NetworkFinder
from whence.understand.options import UnderstandOptions
from whence.understand.reader import understand

Row = dict[str, Any]


def read_rows(rows: Iterable[Row], finder: Finder | None) -> dict[str, Row]:
    """Return what the reader says of each row, by its id, as `whence read` prints it."""
    found = {}
    for row in rows:
        report = Report(
            row["id"], row["text"], "", "", "text/plain", MadeBy("", "", ""), given_id=row["id"],
            outlet=row.get("outlet"), language="en",
        )  # fmt: skip
        found[row["id"]] = read_line(report, understand(report, finder=finder))
    return found


def polnear_scores(finder: Finder | None, *, every: int = 1) -> Row:
    """Return the scores on PolNeAR's development articles, or on every n-th of them."""
    lines = (SHARED / "data" / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[::every]
    rows = [json.loads(line) for line in lines]
    system = read_rows(({"id": row["doc_id"], "text": row["text"]} for row in rows), finder)
    scores: Row = scorer("score_attribution").score({row["doc_id"]: row for row in rows}, system)
    return scores


def chain_scores(finder: Finder | None, gold: list[Row]) -> tuple[Row, list[Any], dict[str, Row]]:
    """Return the scores on annotated passages, what was missed, and what was read."""
    system = read_rows(gold, finder)
    scores, missed = scorer("score_chains").score({row["id"]: row for row in gold}, system)
    return scores, missed, system


def exported(checkpoint: Path, *, quantised: bool = True, threads: int = 2) -> OnnxTagger:
    """Return the tagger that a checkpoint becomes once it is exported."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files(load_weights(checkpoint), quantised=quantised).items():
            (Path(folder) / name).write_bytes(data)
        tagger = OnnxTagger(weights=Path(folder), threads=threads)
    if not quantised:
        # The program always shares the sentence encoder's int8 vectors; float32 all through is for comparing alone.
        tagger._table = load_weights(checkpoint)["words.weight"]
        tagger._scale = np.ones((len(tagger._table), 1), np.float32)
    return tagger


def main() -> None:
    """Print the scores of a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--every", type=int, default=1, help="every n-th article of PolNeAR's development part")
    options = parser.parse_args()
    finder = NetworkFinder(exported(options.checkpoint), options=UnderstandOptions())
    for name, value in polnear_scores(finder, every=options.every).items():
        print(f"{name:16} {value}")
    gold = [json.loads(line) for line in (SHARED / "gold" / "chains.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, value in chain_scores(finder, gold)[0].items():
        print(f"{name:44} {value}")


if __name__ == "__main__":
    main()
