"""How much does each thing that agrees or not weigh for a name being an entry's?

python -m training.screening [--cross-validate]

A logistic regression over the pairs of a name and an entry that the look-up brings together in the names written to
learn from (`benchmarks/written/who/screening/learn`), with and without the sentence that names them. Signs are held:
what agrees never lowers the score, what contradicts never raises it. Weights are drawn towards those of `PRIORS` where
the names written say little. Writes `src/whence/link/screening_weights.py`; with `--cross-validate` it writes nothing
and prints recall at precision .9 with each tenth of the names scored by weights learned from the others.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.datasets.screening import LEARN, ScreeningSet, load_screening
from benchmarks.tasks.screening import PRECISION, Hit, recall_at
from whence.link import screening
from whence.link.screening import NameReader, evidence_name, find_candidates, match_entry
from whence.link.screening_index import make_index
from whence.link.screening_options import ScreeningOptions
from whence.model.watchlist import ListSource, Watchlist

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[1] / "src" / "whence" / "link" / "screening_weights.py"
FOLDS = 10
# Strength of the pull towards the priors, chosen by cross-validation among 0.3, 1 and 3.
PULL = 1.0
# What a feature is held to: at least or at most nothing.
AGREEING = ("identical", "whole", "telling", "common", "initials_fit", "same_sort", "same_number", "acronym")
CONTRADICTING = (
    "unlike",
    "weakest",
    "added",
    "added_telling",
    "left_out_last",
    "left_out_first",
    "both_left",
    "initials_clash",
    "generation",
    "one_word",
    "other_sort",
    "one_sort",
    "other_number",
    "weak",
)
_KINDS = ("birth", "nationality", "country", "role", "place", "alias", "gender")
EVIDENCE = tuple(sign + kind for kind in _KINDS for sign in "+-")
NAMES = (*AGREEING, *CONTRADICTING, *EVIDENCE, "body")
# What is so rare in the written names that they cannot tell its weight.
PRIORS: Mapping[str, float] = {
    "generation": -2.0,
    "one_word": -2.0,
    "initials_clash": -1.0,
    "acronym": 1.5,
    "other_number": -1.0,
    "weak": -1.0,
    "+alias": 1.5,
    "-gender": -1.0,
}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a query and an entry: features, whether it is the entry expected, and the number of the query."""

    features: Floats
    labels: Floats
    queries: NDArray[np.int64]


def pairs_of(asked: ScreeningSet) -> Pairs:
    """Return the pairs that the look-up brings together, with every entry that it finds near."""
    index, reader = make_index(asked.entries), NameReader()
    watchlist = Watchlist(ListSource("written", "written", "", ""), (), "", len(asked.entries), 0)
    options = replace(ScreeningOptions(), least=1e-9)
    rows, labels, queries = [], [], []
    for number, query in enumerate(asked.queries):
        for candidate in find_candidates(query.name, index, reader=reader, options=options)[:8]:
            entry = asked.entries[candidate.entry]
            match = match_entry(query.name, candidate, entry, watchlist)
            values = {**candidate.agreement.values, **{evidence_name(found): 1.0 for found in match.evidence}}
            values["body"] = float(query.name.family == "body")
            rows.append([values.get(name, 0.0) for name in NAMES])
            labels.append(float(entry.id == query.expected))
            queries.append(number)
    return Pairs(np.array(rows), np.array(labels), np.array(queries))


def learn(pairs: Pairs, kept: NDArray[np.bool_]) -> tuple[dict[str, float], float]:
    """Return the weights and the bias learned from the pairs that are kept."""
    features, labels = pairs.features[kept], pairs.labels[kept]
    priors = np.array([PRIORS.get(name, 0.0) for name in NAMES])

    def loss(weights: Floats) -> tuple[float, Floats]:
        log_odds = features @ weights[:-1] + weights[-1]
        chance = 1 / (1 + np.exp(-log_odds))
        away = weights[:-1] - priors
        value = np.sum(np.logaddexp(0, log_odds) - labels * log_odds) + PULL / 2 * np.sum(away**2)
        slope = features.T @ (chance - labels) + PULL * away
        return float(value), np.append(slope, np.sum(chance - labels))

    bounds = [_bounds(name) for name in (*NAMES, "bias")]
    start = np.append(priors, 0.0)
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return dict(zip(NAMES, map(float, found[:-1]), strict=True)), float(found[-1])


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in AGREEING or name.startswith("+"):
        return 0.0, None
    return (None, 0.0) if name in CONTRADICTING or name.startswith("-") else (None, None)


def cross_validate(asked: ScreeningSet, pairs: Pairs, learned_from: Sequence[Pairs]) -> list[Hit]:
    """Return the surest entry for each query, scored by weights that its fold was not learned from."""
    fold_of = np.arange(len(asked.queries)) % FOLDS
    scores = np.full(len(pairs.labels), -np.inf)
    whole = joined(learned_from)
    for fold in range(FOLDS):
        weights, bias = learn(whole, fold_of[whole.queries] != fold)
        here = fold_of[pairs.queries] == fold
        scores[here] = pairs.features[here] @ np.array([weights[name] for name in NAMES]) + bias
    hits = []
    for number, query in enumerate(asked.queries):
        places = np.flatnonzero(pairs.queries == number)
        if not places.size:
            hits.append(Hit(query, 0.0, is_right=False))
            continue
        best = places[np.argmax(scores[places])]
        hits.append(Hit(query, float(1 / (1 + np.exp(-scores[best]))), bool(pairs.labels[best])))
    return hits


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Return pairs one behind the other; a query keeps its number, so that its forms fall into one fold."""
    return Pairs(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.queries for part in parts]),
    )


def main() -> None:
    """Learn and write the weights, or cross-validate and print."""
    parser = argparse.ArgumentParser(prog="python -m training.screening", description=__doc__)
    parser.add_argument("--cross-validate", action="store_true")
    arguments = parser.parse_args()
    whole = load_screening(LEARN)
    # So that nothing is cut before it is learned from.
    with patch.object(screening, "_MOST_EVIDENCE", 100.0):
        parts = [pairs_of(whole), pairs_of(whole.without_contexts())]
    if arguments.cross_validate:
        for name, asked, pairs in zip(
            ("with contexts", "names only"), (whole, whole.without_contexts()), parts, strict=True
        ):
            recall, threshold = recall_at(cross_validate(asked, pairs, parts), PRECISION)
            print(f"{name}: recall {100 * recall:.1f} at precision .9, score {threshold:.3f}")
        return
    both = joined(parts)
    weights, bias = learn(both, np.ones(len(both.labels), dtype=bool))
    rows = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in weights.items())
    TARGET.write_text(
        '"""What does each thing that agrees or not weigh for a name being an entry\'s? Log-odds a unit.\n\n'
        "Written by `python -m training.screening`, which says what they were learned from.\n"
        f'"""\n\nfrom collections.abc import Mapping\n\nBIAS = {bias:.4f}\n'
        f"WEIGHTS: Mapping[str, float] = {{\n{rows}}}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
