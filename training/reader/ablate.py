"""What does each part add, and how far do three seeds lie apart? One small training a row, on a third of the data.

    python -m training.reader.ablate --into scratch/ablations [ROW ...]

A finished row is kept in `ROW.json` and not run again. The rows float32 and rules need no training of their own.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import torch

from benchmarks.shared import SHARED
from training.reader.evaluate import Row, chain_scores, exported, polnear_scores
from training.reader.train import Variant, new_reader, sources_of, tokenizer, train
from whence.ports import Finder
from whence.understand.finder import NetworkFinder
from whence.understand.options import UnderstandOptions

BASE = Variant(third=True)
# Name, what is trained, seed, and whether its weights are rounded to int8.
ROWS: dict[str, tuple[Variant, int, bool]] = {
    "seed-1": (BASE, 1, True),
    "seed-2": (BASE, 2, True),
    "seed-3": (BASE, 3, True),
    "no-looks": (replace(BASE, looks=False), 1, True),
    "no-weak-labels": (replace(BASE, weak=False), 1, True),
    "no-nesting": (replace(BASE, nesting=False), 1, True),
    "float32": (BASE, 1, False),
}
RULES = "rules"
PASSES = 2


def main() -> None:
    """Run the rows that are named, or all, and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"any of: {', '.join([*ROWS, RULES])}")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.into.mkdir(parents=True, exist_ok=True)
    for name in options.rows or [*ROWS, RULES]:
        kept = options.into / f"{name}.json"
        if not kept.exists():
            kept.write_text(json.dumps(measure(name, options.into)) + "\n", encoding="utf-8")
        figures = json.loads(kept.read_text(encoding="utf-8"))
        print(f"{name:16}", " ".join(f"{what} {value:.1f}" for what, value in figures.items()), flush=True)


def measure(name: str, into: Path) -> dict[str, float]:
    """Train what a row needs, unless it lies there already, and return its figures on the development sets."""
    finder: Finder | None = None
    if name != RULES:
        variant, seed, quantised = ROWS[name]
        checkpoint = into / f"{'seed-1' if name == 'float32' else name}.pt"
        if not checkpoint.exists():
            model = new_reader(seed, looks=variant.looks)
            train(model, sources_of(tokenizer(), variant), passes=PASSES, seed=seed, into=checkpoint)
        finder = NetworkFinder(exported(checkpoint, quantised=quantised), options=UnderstandOptions())
    return figures_of(finder)


def figures_of(finder: Finder | None) -> dict[str, float]:
    """Return the F1 figures on PolNeAR's development articles and the annotated chains."""
    polnear = polnear_scores(finder)
    gold: list[Row] = [
        json.loads(line) for line in (SHARED / "gold" / "chains.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    chains = chain_scores(finder, gold)[0]
    found = {f"polnear {key}": polnear[key]["f1"] for key in ("link", "exact source", "exact cue", "exact content")}
    found |= {f"chains {key}": chains[key]["f1"] for key in ("statements", "link", "chain")}
    return found | {f"chains {key}": chains[f"{key}, macro"]["f1"] for key in ("certainty", "act", "polarity")}


if __name__ == "__main__":
    main()
