"""What speaks for two groups of reports being one story?

python -m training.stories.joins FOLDER... [--cross-validate]

Learned from annotated stories (each folder one case) and the documents of ECB+ with their subtopics. Reports are
grouped as the program does, up to where groups join; from there true stories are put together step by step, the likest
groups first, and at each step every group with its likest other is a row: one story or two. A logistic regression; each
case weighs the same, and so do joins and strangers. Writes `src/whence/link/story_weights.py`.

`--cross-validate` writes nothing and prints the B-cubed F1 of each case with weights learned from the others; and, with
weights learned from all, of every case and of BASIL, which may be measured on and not learned from.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.datasets.newsroom import load_stories
from benchmarks.shared import scorer
from benchmarks.tasks.grouping import read_basil, read_ecb
from whence.engines.encoder import OnnxEncoder
from whence.link.boilerplate import find_boilerplate
from whence.link.copies import find_copies
from whence.link.grouping import group_by_average
from whence.link.options import LinkOptions
from whence.link.stories import ComparedReports, compare_reports, group_compared
from whence.link.story_joining import NAMES, Features, GroupTable
from whence.model.report import Report
from whence.model.story import CopiedPassage

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "link" / "story_weights.py"
OPTIONS = LinkOptions()
# Groups less alike than this are not worth asking about.
LEAST = 0.05
# Ridge on the weights; rows that a case counts for.
RIDGE, ROWS = 1.0, 300.0


@dataclass
class Case:
    """Reports with what they are compared by, and the true story of each by its id."""

    name: str
    compared: ComparedReports
    copies: list[CopiedPassage]
    story_of: dict[str, str]

    def rows(self) -> Iterator[tuple[Features, bool]]:
        """Yield what speaks for each group and its likest other being one story, and whether they are."""
        compared, sizes = self.compared, self.compared.sizes
        groups = group_by_average(len(sizes), compared.pairs, threshold=OPTIONS.story_likeness, weights=sizes)
        table = GroupTable(groups, sizes, compared.pairs)
        told: dict[int, dict[str, int]] = {}
        for bundle, group in zip(compared.bundles, groups, strict=True):
            for place in bundle:
                counts, story = told.setdefault(group, {}), self.story_of[compared.reports[place].id]
                counts[story] = counts.get(story, 0) + 1
        story = {group: max(sorted(counts), key=counts.__getitem__) for group, counts in told.items()}
        while True:
            best: tuple[float, int, int] = (LEAST, -1, -1)
            for one in story:
                near = [(table.likeness(one, other), -other) for other in table.near(one)]
                if not near or max(near)[0] <= LEAST:
                    continue
                yield table.describe(one, -max(near)[1]), story[one] == story[-max(near)[1]]
                same = [(likeness, other) for likeness, other in near if story[-other] == story[one]]
                if same:
                    best = max(best, (max(same)[0], one, -max(same)[1]))
            if best[1] < 0:
                return
            table.join(best[1], best[2])
            del story[best[2]]


def open_case(name: str, reports: Sequence[Report], story_of: dict[str, str], encoder: OnnxEncoder) -> Case:
    """Return a case of these reports."""
    copies = find_copies(reports, boilerplate=find_boilerplate(reports, options=OPTIONS), options=OPTIONS)
    return Case(name, compare_reports(reports, copies=copies, encoder=encoder, options=OPTIONS), copies, story_of)


def open_cases(folders: Sequence[Path], encoder: OnnxEncoder) -> Iterator[Case]:
    """Yield a case for each folder of annotated stories, and one of ECB+."""
    for folder in folders:
        stories = load_stories(folder)
        story_of = {report.id: story.id for story in stories for report in story.reports}
        name = f"{folder.resolve().parent.name}/{folder.name}"
        yield open_case(name, [report for story in stories for report in story.reports], story_of, encoder)
    yield open_case("ECB+", *read_ecb(), encoder)


def fit(cases: Sequence[Sequence[tuple[Features, bool]]]) -> Floats:
    """Return the weights of `NAMES`, and the constant last."""
    rows = np.array([features for case in cases for features, _ in case])
    same = np.array([is_same for case in cases for _, is_same in case], float)
    counts = np.concatenate([np.full(len(case), 1 / len(case)) for case in cases])
    counts *= ROWS / np.where(same == 1, counts[same == 1].sum(), counts[same == 0].sum())
    table = np.column_stack([rows, np.ones(len(rows))])
    ridge = np.diag([RIDGE] * rows.shape[1] + [1e-3])
    weights = np.zeros(table.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (chance - same)) + ridge @ weights
        curve = (table * (counts * chance * (1 - chance))[:, None]).T @ table + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


def score(case: Case, weights: Floats) -> str:
    """Return how well a case is grouped with these weights."""
    table = dict(zip(NAMES, weights.tolist(), strict=False))
    with patch.multiple("whence.link.story_joining", WEIGHTS=table, BIAS=float(weights[-1])):
        groups = group_compared(case.compared, OPTIONS)
    found = {
        case.compared.reports[place].id: str(group)
        for bundle, group in zip(case.compared.bundles, groups, strict=True)
        for place in bundle
    }
    figures = scorer("spans").bcubed(case.story_of, found)
    return f"{case.name:28} {figures['f1']:5.1f}  precision {figures['p']:5.1f}, recall {figures['r']:5.1f}"


def main() -> None:
    """Learn and write, or print how well others are grouped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    encoder = OnnxEncoder()
    cases = list(open_cases(options.folders, encoder))
    rows = [list(case.rows()) for case in cases]
    weights = fit(rows)
    if options.cross_validate:
        for place, case in enumerate(cases):
            print("left out", score(case, fit([row for n, row in enumerate(rows) if n != place])), flush=True)
        for case in cases:
            print("all     ", score(case, weights), flush=True)
        for name, shown in (("BASIL", True), ("BASIL without dates", False)):
            print("all     ", score(open_case(name, *read_basil(with_dates=shown), encoder), weights), flush=True)
        return
    lines = [f'    "{name}": {weight:.4f},' for name, weight in zip(NAMES, weights.tolist(), strict=False)]
    names = ", ".join(f"{case.name} ({len(row)} rows)" for case, row in zip(cases, rows, strict=True))
    TARGET.write_text(
        '"""How much does what speak for two groups of reports being one story? Log-odds a unit.\n\n'
        "Written by `python -m training.stories.joins`, which says what they were learned from: the cases\n"
        f'{names}.\n"""\n\n'
        "from collections.abc import Mapping\n\n"
        f"BIAS = {weights[-1]:.4f}\nWEIGHTS: Mapping[str, float] = {{\n" + "\n".join(lines) + "\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
