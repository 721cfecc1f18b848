"""How much does each feature of two statements weigh for their contradicting each other?

python -m training.stories.conflicts FOLDER... --passages FOLDER [--cross-validate]

A logistic regression over pairs of statements that are mentions of annotated claims: they contradict where their claims
are annotated as contradicting, or where one affirms and one rejects the same claim. Writes
`src/whence/link/conflict_weights.py`; with `--cross-validate` it writes nothing, links the claims of each story with
weights learned from the others, fold by fold, and prints folder by folder how many annotated contradictions are linked
and how many of the links hold.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.contradiction_scores import judge_contradictions
from benchmarks.shared import scorer
from training.stories.found import find_claims
from training.stories.pairs import fit
from training.stories.prepared import PreparedStory, open_halves, prepare
from training.stories.tables import write_table
from whence.link.conflict_features import CONFLICTS, Opposed
from whence.link.likeness import read_likeness
from whence.link.pair_features import Compared
from whence.model.story import Claim

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "link" / "conflict_weights.py"
FOLDS = 6
# Share of the pairs with a statement that is no mention of anything, taken as contradicting nothing.
UNMENTIONED = 0.03
NAMES = CONFLICTS.names()


def conflict_rows(story: PreparedStory) -> tuple[Floats, Floats]:
    """Return the features of the pairs of a story that are learned from, and whether they contradict each other."""
    compared = Compared(story.sayings, story.contexts)
    opposed = Opposed(story.sayings, story.contexts, read_likeness(compared))
    matrices = [row.thing(opposed) for row in CONFLICTS]
    pairs = list(_label_pairs(story))
    first, second = [one for one, _, _ in pairs], [other for _, other, _ in pairs]
    features = np.stack([matrix[first, second] for matrix in matrices], axis=1).astype(np.float64)
    return features, np.array([float(is_contrary) for _, _, is_contrary in pairs])


def _label_pairs(story: PreparedStory) -> Iterator[tuple[int, int, bool]]:
    chance = np.random.default_rng(1)
    contrary = {frozenset((row["a"], row["b"])) for row in story.gold.truth.get("contradictions", [])}
    # Copies of one wording are one statement, as they are where claims are linked.
    first_of: dict[str, int] = {}
    for place, saying in enumerate(story.sayings):
        first_of.setdefault(saying.text.casefold(), place)
    for one, other in combinations(sorted(first_of.values()), 2):
        if story.sayings[one].overlaps(story.sayings[other]):
            continue
        mine, its = story.affirms[one], story.affirms[other]
        denied, denied_by_it = story.rejects[one], story.rejects[other]
        if (mine or denied) and (its or denied_by_it):
            is_contrary = any(frozenset((a, b)) in contrary for a in mine for b in its)
            yield one, other, is_contrary or bool(mine & denied_by_it) or bool(its & denied)
        elif chance.random() < UNMENTIONED:
            yield one, other, False


def link_story(story: PreparedStory) -> list[dict[str, Any]]:
    """Return the claims of a story with their links, as far as the scorers look at them."""
    gold = story.gold
    claims, _ = find_claims(story)
    shown = {report.id: report.given_id or report.id for report in gold.reports}
    return [_record(claim, shown) for claim in claims]


def _record(claim: Claim, shown: dict[str, str]) -> dict[str, Any]:
    return {
        "id": claim.id,
        "links": [{"claim": link.claim, "kind": link.kind} for link in claim.links],
        "mentions": [
            {"report": shown[m.report], "span": [[span.start, span.end] for span in m.statement.content]}
            for m in claim.mentions
        ],
        # Numbers that the shared scorer asks for; nothing is weighed here.
        "origins": {"at_least": 1, "likely": 1, "at_most": 1},
    }


def learn(rows: Sequence[tuple[Floats, Floats]]) -> tuple[dict[str, float], float]:
    """Return the weight of each feature and the bias."""
    weights, bias = fit(np.concatenate([row[0] for row in rows]), np.concatenate([row[1] for row in rows]))
    return dict(zip(NAMES, weights.tolist(), strict=True)), bias


def cross_validate(stories: Sequence[PreparedStory], folders: Sequence[Path]) -> None:
    """Print how the links hold over stories that were not learned from."""
    rows = [conflict_rows(story) for story in stories]
    linked: list[list[dict[str, Any]]] = [[] for _ in stories]
    for fold in range(FOLDS):
        table, bias = learn([row for place, row in enumerate(rows) if place % FOLDS != fold])
        with patch("whence.link.conflicts.WEIGHTS", table), patch("whence.link.conflicts.BIAS", bias):
            for place in range(fold, len(stories), FOLDS):
                linked[place] = link_story(stories[place])
    print_scores(linked, folders)


def print_scores(linked: Sequence[list[dict[str, Any]]], folders: Sequence[Path]) -> None:
    """Print, folder by folder, the annotated contradictions that are linked and the links that hold."""
    module = scorer("score_newsroom")
    waiting = iter(linked)
    for folder in folders:
        stories = module.stories_in(str(folder))
        system = {"claims": [claim for claims in islice(waiting, len(stories)) for claim in claims], "stories": []}
        found = module.score(stories, system)["contradictions linked"]
        print(f"{folder}: {found['hits']} of {found['of']} linked; {judge_contradictions(stories, system)}")


def main() -> None:
    """Learn or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--passages", type=Path, metavar="FOLDER", help="halves that training.passages.train wrote")
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    stories = list(prepare(options.folders, open_halves(options.passages)))
    if options.cross_validate:
        return cross_validate(stories, options.folders)
    table, bias = learn([conflict_rows(story) for story in stories])
    question = "What does each feature of two statements weigh for their contradicting each other?"
    write_table(TARGET, question, "conflicts", table, bias)
    return None


if __name__ == "__main__":
    main()
