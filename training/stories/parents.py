"""How much does each feature of a possible parent weigh?

python -m training.stories.parents FOLDER... --passages FOLDER [--cross-validate]

Learned twice over from each story: from its annotated claims, and from the claims and mentions that the program finds,
each under the annotated mention that it is. A conditional logit (McFadden 1974) with a ridge; where several candidates
are right, their sum is. Writes `src/whence/weigh/parent_weights.py`; `--cross-validate` writes nothing and prints how
often the likeliest parent is right, over folds of whole stories.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.datasets.newsroom import GoldStory
from benchmarks.shared import scorer
from training.stories.found import find_claims
from training.stories.prepared import PreparedStory, open_halves, prepare
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.spans import Span, hull
from whence.model.story import CaseVoice, Claim, CopiedPassage, Mention
from whence.weigh.options import WeighOptions
from whence.weigh.parents import MentionRow, add_habits, list_rows
from whence.weigh.weigh import look_at_story

Floats = NDArray[np.float64]
Weights = dict[str, float]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "weigh" / "parent_weights.py"
RIDGE = 1.0
# Where the ridge pulls to, for what annotated stories hardly show: nearly all outlets credited in them are in them too.
PRIOR = {"unseen outlet with a name": 4.0}
FOLDS = 8


@dataclass
class Labelled:
    """The mentions of one story with their candidates, and which of these are the annotated parent."""

    rows: list[MentionRow]
    right: list[list[bool]]
    kinds: list[str]


def label_story(story: PreparedStory) -> list[Labelled]:
    """Return the story's mentions as annotated, and as found."""
    gold = story.gold
    options = LinkOptions()
    copies = find_copies(gold.reports, boilerplate=story.boilerplate, options=options)
    claims, voices = find_claims(story)
    known = _look_elsewhere(gold.claims, [mention for claim in claims for mention in claim.mentions])
    annotated = _label(gold, known, gold.voices, copies, gold.understandings, _truth_of_gold(gold))
    found = _label(gold, claims, voices.voices, copies, story.understandings, _truth_of_found(gold, claims))
    return [annotated, found]


def _look_elsewhere(claims: Sequence[Claim], found: Sequence[Mention]) -> list[Claim]:
    """Return annotated claims whose mentions know what the found ones that they overlap most know of other reports."""

    def know(mention: Mention) -> Mention:
        content = hull(mention.statement.content)
        same = [other for other in found if other.report == mention.report and other.statement.within == "text"]
        shares = [(_share(content, hull(other.statement.content)), other.id, other) for other in same]
        share, _, best = max(shares, default=(0.0, "", mention))
        return replace(mention, elsewhere=best.elsewhere) if share > 0 else mention

    return [replace(claim, mentions=tuple(map(know, claim.mentions))) for claim in claims]


def _share(one: Span, other: Span) -> float:
    """Return how much of what either covers both cover, 0 to 1."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def _truth_of_gold(gold: GoldStory) -> dict[str, str]:
    """Return the annotated parent of each annotated mention."""
    return {
        mention.id: row["parent"]
        for claim, truth in zip(gold.claims, gold.truth["claims"], strict=True)
        for mention, row in zip(claim.mentions, truth["mentions"], strict=True)
    }


def _truth_of_found(gold: GoldStory, claims: Sequence[Claim]) -> dict[str, str]:
    """Return the annotated parent of each found mention that is an annotated one, by the measure of the scorer."""
    fit = scorer("score_newsroom").fit
    shown = {report.given_id: report for report in gold.reports}
    found: dict[str, str] = {}
    for claim in gold.truth["claims"]:
        for row in claim["mentions"]:
            report = shown[row["report"]]
            start = report.text.index(row["quote"])
            want = set(range(start, start + len(row["quote"])))
            for mention in (m for c in claims for m in c.mentions if m.report == report.id):
                have = {at for span in mention.statement.content for at in range(span.start, span.end)}
                if fit(want, have) >= 0.5:
                    found.setdefault(mention.id, row["parent"])
    return found


def _label(
    gold: GoldStory,
    claims: Sequence[Claim],
    voices: Sequence[CaseVoice],
    copies: Sequence[CopiedPassage],
    understandings: dict[str, object],
    truth: dict[str, str],
) -> Labelled:
    view = look_at_story(
        gold.story,
        claims=claims,
        reports={report.id: report for report in gold.reports},
        copies=copies,
        voices=voices,
        understandings=understandings,  # type: ignore[arg-type]  # of either sort
        options=WeighOptions(),
    )
    shown = {report.id: report.given_id for report in gold.reports}
    labelled = Labelled(list_rows(claims, view), [], [])
    for row in labelled.rows:
        parent = truth.get(row.mention.id)
        kind = "" if parent is None else "report" if parent in shown.values() else parent.split(":", maxsplit=1)[0]
        labelled.kinds.append(kind)
        labelled.right.append(
            [
                (kind == "report" and c.kind == "report" and shown[c.id] == parent)
                or (kind == "voice" and c.kind in ("voice", "own"))
                or (kind == "unseen" and c.kind == "unseen")
                for c in row.candidates
            ]
        )
    return labelled


def fit(stories: Sequence[Labelled], *, is_sourced: bool) -> Weights:
    """Return the weight of each feature for mentions on somebody's word, or on nobody's."""
    chosen = [
        (row, right)
        for story in stories
        for row, right in zip(story.rows, story.right, strict=True)
        if row.is_sourced == is_sourced and any(right)
    ]
    names = sorted({name for row, _ in chosen for c in row.candidates for name in c.features})
    place = {name: number for number, name in enumerate(names)}
    rows = np.zeros((sum(len(right) for _, right in chosen), len(names)))
    owner = np.repeat(np.arange(len(chosen)), [len(right) for _, right in chosen])
    right = np.array([ok for _, oks in chosen for ok in oks])
    for line, candidate in enumerate(c for row, _ in chosen for c in row.candidates):
        for name, value in candidate.features.items():
            rows[line, place[name]] = value
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weights = prior.copy()
    for _ in range(60):
        every = _shares(rows @ weights, owner, len(chosen), np.ones(len(right), bool))
        good = _shares(rows @ weights, owner, len(chosen), right)
        slope = rows.T @ (good - every) - RIDGE * (weights - prior)
        mean = np.zeros((len(chosen), len(names)))
        np.add.at(mean, owner, rows * every[:, None])
        curve = (rows * every[:, None]).T @ rows - mean.T @ mean + RIDGE * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights += step * min(1.0, 2.0 / max(1e-9, float(np.abs(step).max())))
        if np.abs(step).max() < 1e-5:
            break
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def _shares(odds: Floats, owner: NDArray[np.int64], count: int, among: NDArray[np.bool_]) -> Floats:
    """Return the share of each candidate within its mention, among those that count."""
    odds = np.where(among, odds, -1e9)
    top = np.full(count, -np.inf)
    np.maximum.at(top, owner, odds)
    shares: Floats = np.where(among, np.exp(odds - top[owner]), 0.0)
    total = np.bincount(owner, shares, minlength=count)
    return shares / np.maximum(total[owner], 1e-300)


def learn(stories: Sequence[Labelled]) -> list[Weights]:
    """Return the four tables: first for sourced and unsourced mentions, then the same with habits known."""
    first = [fit(stories, is_sourced=sourced) for sourced in (True, False)]
    for story in stories:
        for row in story.rows:
            row.weigh(first[0] if row.is_sourced else first[1])
        add_habits(story.rows)
    second = [fit(stories, is_sourced=sourced) for sourced in (True, False)]
    return [*first, *second]


def cross_validate(stories: Sequence[list[Labelled]]) -> None:
    """Print how often the likeliest parent is right in stories not learned from, as annotated and as found."""
    right, count = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for fold in range(FOLDS):
        known = [labelled for place, story in enumerate(stories) if place % FOLDS != fold for labelled in story]
        tables = learn(known)
        for story in stories[fold::FOLDS]:
            for name, labelled in zip(("annotated", "found"), story, strict=True):
                for row in labelled.rows:
                    row.weigh(tables[0] if row.is_sourced else tables[1])
                add_habits(labelled.rows)
                for row, oks, kind in zip(labelled.rows, labelled.right, labelled.kinds, strict=True):
                    if kind:
                        row.weigh(tables[2] if row.is_sourced else tables[3])
                        best = max(
                            range(len(oks)), key=lambda n: row.chances[row.candidates[n].kind, row.candidates[n].id]
                        )
                        count[name, kind] += 1
                        right[name, kind] += oks[best]
    for key in sorted(count):
        print(f"{key[0]}, parent a {key[1]}: right {right[key]} of {count[key]} ({100 * right[key] / count[key]:.1f}%)")


def main() -> None:
    """Fit or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--passages", type=Path, metavar="FOLDER", help="halves that training.passages.train wrote")
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    stories = [label_story(story) for story in prepare(options.folders, open_halves(options.passages))]
    if options.cross_validate:
        return cross_validate(stories)
    tables = learn([labelled for story in stories for labelled in story])
    parts = []
    for name, table in zip(("FIRST_SOURCED", "FIRST_UNSOURCED", "SOURCED", "UNSOURCED"), tables, strict=True):
        lines = [
            f'    "{feature}": {weight:.3f},\n' for feature, weight in sorted(table.items()) if abs(weight) >= 0.0005
        ]
        parts.append(f"\n{name}: Mapping[str, float] = {{\n{''.join(lines)}}}\n")
    TARGET.write_text(
        '"""What does each feature of a possible parent weigh? Log-odds a unit.\n\n'
        'Written by `python -m training.stories.parents`, which says what they were learned from.\n"""\n\n'
        "from collections.abc import Mapping\n" + "".join(parts),
        encoding="utf-8",
    )
    return None


if __name__ == "__main__":
    main()
