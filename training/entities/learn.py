"""How much does each sign count for two names of different stories being one thing?

python -m training.entities.learn [--cross-validate]

A logistic regression over the near names of `benchmarks/written/who/pairs/learn*.tsv`, written and labelled by people
who had not seen the code; a pair that cannot be told counts as not the same. Writes
`src/whence/link/entity_weights.py`; with `--cross-validate` it writes nothing and prints, for pairs that were not
learned from, how many of the same are found and how many of the others are taken for one, from several scores on.
`SAME_ABOVE` was set there so that fewer than 2 in 100 are merged wrongly.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.datasets.entities import LEARN, NamePair, name_pairs, things_of
from training.stories.pairs import fit
from whence.link.entity_pairs import values_of

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "link" / "entity_weights.py"
FOLDS, ROUNDS = 10, 3
SAME_ABOVE, NOT_SAME_BELOW = 0.95, 0.25
SCORES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.95)
HEAD = '''"""How much does each sign count for two names of different stories being one thing? Log-odds a unit.

Written by `python -m training.entities.learn`, which says what they were learned from.
"""

from collections.abc import Mapping

# From which score on a run takes two things for one, and up to which for two.
'''


def table(pairs: list[NamePair]) -> tuple[list[str], Floats, Floats]:
    """Return the names of the signs, their values a pair, and whether each pair is the same."""
    found = [values_of(*things_of(pair)) for pair in pairs]
    names = sorted(found[0])
    values = np.array([[row[name] for name in names] for row in found])
    return names, values, np.array([pair.label == "same" for pair in pairs], float)


def cross_validate(pairs: list[NamePair]) -> None:
    """Print what is found and what is merged wrongly among pairs that were not learned from."""
    _, values, same = table(pairs)
    labels = np.array([pair.label for pair in pairs])
    random, chances = np.random.default_rng(0), np.zeros(len(pairs))
    for _ in range(ROUNDS):
        folds = random.integers(0, FOLDS, len(pairs))
        for fold in range(FOLDS):
            weights, bias = fit(values[folds != fold], same[folds != fold])
            chances[folds == fold] += 1 / (1 + np.exp(-(values[folds == fold] @ weights + bias))) / ROUNDS
    for score in SCORES:
        taken = chances >= score
        shares = ", ".join(f"{100 * taken[labels == label].mean():5.1f} of {label}" for label in sorted(set(labels)))
        print(f"taken for one from {score}: {shares}")


def main() -> None:
    """Fit or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross-validate", action="store_true")
    pairs = name_pairs(LEARN)
    if parser.parse_args().cross_validate:
        cross_validate(pairs)
        return
    names, values, same = table(pairs)
    weights, bias = fit(values, same)
    rows = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in zip(names, weights, strict=True))
    limits = f"SAME_ABOVE = {SAME_ABOVE}\nNOT_SAME_BELOW = {NOT_SAME_BELOW}\nBIAS = {bias:.4f}\n"
    TARGET.write_text(f"{HEAD}{limits}WEIGHTS: Mapping[str, float] = {{\n{rows}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
