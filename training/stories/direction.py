"""How much does each feature of two texts tell about which came after the other?

python -m training.stories.direction FOLDER... [--cross-validate]

Learned from the annotated parents of whole reports, their times hidden: a logistic regression without a constant, for
features change sign with the order of the two reports. Writes `src/whence/weigh/direction_weights.py`;
`--cross-validate` writes nothing and prints how often the direction is right, over stories left out one at a time.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.datasets.newsroom import GoldStory, load_stories
from whence.weigh.citations import find_citations
from whence.weigh.direction import Directions
from whence.weigh.story_words import read_story_words

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "weigh" / "direction_weights.py"
# Ridge on weights of features scaled to a spread of 1.
RIDGE = 3.0
# Where the ridge pulls to, for what few annotated pairs show: one credits the other's outlet, one is a digest.
PRIOR = {"credits it": 4.0, "in a digest": 0.5}
# A direction less likely than this is none.
DECIDED = 0.6


def look_without_times(story: GoldStory) -> Directions:
    """Return what the texts of a story tell, its times hidden."""
    reports = {report.id: replace(report, published=None) for report in story.reports}
    held = list(reports.values())
    citations = find_citations(held, story.understandings)
    return Directions(reports, citations=citations, words=read_story_words(held, story.claims))


def list_pairs(story: GoldStory) -> list[tuple[str, str, bool]]:
    """Return the annotated (later, earlier, acknowledged) of two reports that are both here, each once."""
    shown = {report.given_id: report for report in story.reports}
    rows = [row for row in story.truth["report_parents"] if {row["report"], row["parent"]} <= shown.keys()]
    pairs = {(row["report"], row["parent"]): bool(row["acknowledged"]) for row in rows}
    return [
        (shown[later].id, shown[earlier].id, acknowledged)
        for (later, earlier), acknowledged in pairs.items()
        if shown[later].outlet != shown[earlier].outlet
    ]


def fit(rows: Floats, names: Sequence[str]) -> Floats:
    """Return the weights of features, (pairs, features), each pair in its true order."""
    scale = np.maximum(rows.std(axis=0), 1e-9)
    prior = np.array([PRIOR.get(name, 0.0) for name in names]) * scale
    scaled, weights = rows / scale, prior.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (1 - chance) - RIDGE * (weights - prior)
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    found: Floats = weights / scale
    return found


def cross_validate(stories: Sequence[tuple[Floats, list[bool]]], names: Sequence[str]) -> None:
    """Print how often the direction is right in stories left out."""
    odds, credited = [], []
    for place, (rows, acknowledged) in enumerate(stories):
        weights = fit(np.concatenate([other for n, (other, _) in enumerate(stories) if n != place]), names)
        odds.append(rows @ weights)
        credited += acknowledged
    found, is_credited = np.concatenate(odds), np.array(credited)
    decided = np.abs(found) > np.log(DECIDED / (1 - DECIDED))
    for name, which in (("all", decided | True), ("uncredited", ~is_credited)):
        right = 100 * (found > 0)[which & decided].mean()
        print(f"{name}: decided {(which & decided).sum()} of {which.sum()}, right of decided {right:.1f}%")


def main() -> None:
    """Fit or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    names: list[str] = []
    stories: list[tuple[Floats, list[bool]]] = []
    for story in (story for folder in options.folders for story in load_stories(folder)):
        directions, pairs = look_without_times(story), list_pairs(story)
        features = [directions.features(later, earlier) for later, earlier, _ in pairs]
        names = names or sorted(features[0] if features else ())
        rows = np.array([[row[name] for name in names] for row in features]).reshape(len(pairs), len(names))
        stories.append((rows, [acknowledged for *_, acknowledged in pairs]))
    if options.cross_validate:
        return cross_validate(stories, names)
    weights = fit(np.concatenate([rows for rows, _ in stories]), names)
    lines = [f'    "{name}": {weight:.3f},\n' for name, weight in zip(names, weights, strict=True)]
    TARGET.write_text(
        '"""What does each feature of two texts tell about which came after the other? Log-odds a unit.\n\n'
        'Written by `python -m training.stories.direction`, which says what they were learned from.\n"""\n\n'
        f"from collections.abc import Mapping\n\nWEIGHTS: Mapping[str, float] = {{\n{''.join(lines)}}}\n",
        encoding="utf-8",
    )
    return None


if __name__ == "__main__":
    main()
