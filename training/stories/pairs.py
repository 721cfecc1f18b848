"""How much does each feature of two statements weigh for their saying the same?

python -m training.stories.pairs FOLDER... --passages FOLDER [--cross-validate]

A logistic regression over every two statements of a story of which at least one is an annotated mention, fitted by
Newton's method with a small ridge. Writes `src/whence/link/pair_weights.py`; with `--cross-validate` it writes nothing
and prints, over folds of whole stories, the mean average precision of the pairs beside that of the plain likeness.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.stories.prepared import PreparedStory, open_halves, prepare
from training.stories.tables import write_table
from whence.link.pair_features import FEATURES, Compared

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "link" / "pair_weights.py"
RIDGE = 1.0
FOLDS = 4
# Share of the pairs of two statements that are no mention of anything, taken as saying something else.
UNMENTIONED = 0.05
NAMES = FEATURES.names()


def pair_rows(story: PreparedStory) -> tuple[Floats, Floats, Floats]:
    """Return the features of the pairs of a story that are learned from, whether they say the same, and how alike."""
    compared = Compared(story.sayings, story.contexts)
    matrices = [row.thing(compared) for row in FEATURES]
    chance = np.random.default_rng(1)
    first, second, same = [], [], []
    for one in range(len(story.sayings)):
        for other in range(one + 1, len(story.sayings)):
            a, b = story.affirms[one], story.affirms[other]
            if story.sayings[one].overlaps(story.sayings[other]):
                continue
            is_doubtful = (story.near[one] or story.near[other]) and not (a and b)
            if not a & b and (is_doubtful or (not a and not b and chance.random() > UNMENTIONED)):
                continue
            first.append(one)
            second.append(other)
            same.append(float(bool(a & b)))
    features = np.stack([matrix[first, second] for matrix in matrices], axis=1).astype(np.float64)
    return features, np.array(same), compared.plain[first, second].astype(np.float64)


def fit(features: Floats, same: Floats) -> tuple[Floats, float]:
    """Return the weight of each feature and the bias."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    rows = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], RIDGE)
    ridge[-1] = 0.0
    for _ in range(30):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (same - chances) - ridge * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    plain = weights[:-1] / spread
    return plain, float(weights[-1] - plain @ mean)


def average_precision(same: Floats, scores: Floats) -> float:
    """Return the mean precision at each pair that says the same, best scores first."""
    ranked = same[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked > 0].mean())


def cross_validate(rows: Sequence[tuple[Floats, Floats, Floats]]) -> None:
    """Print the mean average precision over stories that were not learned from."""
    found, plain = [], []
    for fold in range(FOLDS):
        learn = [row for place, row in enumerate(rows) if place % FOLDS != fold]
        weights, bias = fit(np.concatenate([r[0] for r in learn]), np.concatenate([r[1] for r in learn]))
        for features, same, alike in (row for place, row in enumerate(rows) if place % FOLDS == fold):
            if same.any():
                found.append(average_precision(same, features @ weights + bias))
                plain.append(average_precision(same, alike))
    print(f"mean average precision of pairs, {len(found)} stories: {np.mean(found):.3f}; plain {np.mean(plain):.3f}")


def main() -> None:
    """Fit or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--passages", type=Path, metavar="FOLDER", help="halves that training.passages.train wrote")
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    rows = [pair_rows(story) for story in prepare(options.folders, open_halves(options.passages))]
    if options.cross_validate:
        return cross_validate(rows)
    weights, bias = fit(np.concatenate([r[0] for r in rows]), np.concatenate([r[1] for r in rows]))
    question = "What does each feature of two statements weigh for their saying the same?"
    write_table(TARGET, question, "pairs", dict(zip(NAMES, weights.tolist(), strict=True)), bias)
    return None


if __name__ == "__main__":
    main()
