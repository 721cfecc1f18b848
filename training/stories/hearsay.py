"""How much does each sign of hearsay weigh for nobody behind a claim having own access?

python -m training.stories.hearsay FOLDER... --passages FOLDER [--cross-validate]

A logistic regression over the annotated claims, each twice: with the writers' mentions, and with the claim found by the
program that holds most of them. Writes `src/whence/weigh/hearsay_weights.py`; with `--cross-validate` it writes nothing
and prints how often the number of origins with own access is right, with and without, over folds of whole stories.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from training.stories.found import find_claims
from training.stories.pairs import fit
from training.stories.prepared import PreparedStory, open_halves, prepare
from training.stories.tables import write_table
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.statement import Understanding
from whence.model.story import CaseVoice, Claim
from whence.weigh import origins
from whence.weigh.hearsay import SIGNS_OF_HEARSAY, Telling
from whence.weigh.options import WeighOptions
from whence.weigh.weigh import weigh_story

Floats = NDArray[np.float64]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "weigh" / "hearsay_weights.py"
FOLDS = 6
# Least share of an annotated claim's affirming mentions that a found claim must hold to answer it, as in the scorer.
ANSWERS = 0.4
NAMES = SIGNS_OF_HEARSAY.names()


@dataclass(frozen=True, slots=True)
class Answered:
    """One annotated claim as weighed: its signs, how many origins with own access it has, and how many are said."""

    kind: str
    signs: Floats
    true: int
    said: int
    said_with: int


def answers(story: PreparedStory, table: dict[str, float], bias: float) -> Iterator[Answered]:
    """Yield the annotated claims of a story, as annotated and as found, weighed with these weights."""
    gold = story.gold
    found, voices = find_claims(story)
    told = [int(claim["own_access"]) for claim in gold.truth["claims"]]
    annotated = _weigh(story, gold.claims, gold.voices, gold.understandings, table, bias)
    yield from _pair("annotated", list(gold.claims), told, annotated)
    weighed = _weigh(story, found, voices.voices, story.understandings, table, bias)
    chosen = [_answer(claim, story, found) for claim in gold.truth["claims"]]
    yield from _pair("found", chosen, told, weighed)


def _pair(
    kind: str, claims: Sequence[Claim | None], true: Sequence[int], weighed: dict[str, tuple[Floats, int, int]]
) -> Iterator[Answered]:
    for claim, own in zip(claims, true, strict=True):
        if claim is not None and claim.id in weighed:
            signs, said, said_with = weighed[claim.id]
            yield Answered(kind, signs, own, said, said_with)


def _weigh(
    story: PreparedStory,
    claims: Sequence[Claim],
    voices: Sequence[CaseVoice],
    understandings: dict[str, Understanding],
    table: dict[str, float],
    bias: float,
) -> dict[str, tuple[Floats, int, int]]:
    """Return of each claim its signs, and its own access without and with the weights."""
    seen: dict[frozenset[str], Floats] = {}

    def look(telling: Telling) -> float:
        signs = np.array([row.thing(telling) for row in SIGNS_OF_HEARSAY])
        seen[frozenset(mention.id for mention in telling.mentions)] = signs
        score = bias + sum(table[name] * value for name, value in zip(NAMES, signs, strict=True))
        return float(1 / (1 + np.exp(-score)))

    def weigh(look_at: Any) -> dict[str, int]:
        with patch.object(origins, "probability_hearsay", look_at):
            weight = weigh_story(
                story.gold.story,
                claims=claims,
                reports={report.id: report for report in story.gold.reports},
                copies=find_copies(story.gold.reports, boilerplate=story.boilerplate, options=LinkOptions()),
                voices=voices,
                understandings=understandings,
                options=WeighOptions(),
            )
        return {claim.claim.id: claim.origins.own_access for claim in weight.claims}

    said_with, said = weigh(look), weigh(lambda _: None)
    affirming = {claim.id: frozenset(m.id for m in claim.mentions if origins.affirms(m)) for claim in claims}
    return {name: (seen[held], said[name], said_with[name]) for name, held in affirming.items() if held in seen}


def _answer(truth: dict[str, Any], story: PreparedStory, found: Sequence[Claim]) -> Claim | None:
    """Return the found claim with most statements that affirm an annotated one, if it holds enough of its mentions."""
    claims_of = {
        (saying.report, saying.statement.id): affirmed
        for saying, affirmed in zip(story.sayings, story.affirms, strict=True)
        if truth["id"] in affirmed
    }
    votes = [len({(m.report, m.statement.id) for m in claim.mentions} & claims_of.keys()) for claim in found]
    affirming = sum(mention["polarity"] == "positive" for mention in truth["mentions"])
    best = int(np.argmax(votes))
    return found[best] if votes[best] >= ANSWERS * affirming else None


def learn(rows: Sequence[Answered]) -> tuple[dict[str, float], float]:
    """Return the weight of each sign and the bias."""
    weights, bias = fit(np.stack([row.signs for row in rows]), np.array([float(row.true == 0) for row in rows]))
    return dict(zip(NAMES, weights.tolist(), strict=True)), bias


def cross_validate(stories: Sequence[PreparedStory], rows: Sequence[Sequence[Answered]]) -> None:
    """Print how often own access is right over stories that were not learned from."""
    right: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        table, bias = learn([row for place, held in enumerate(rows) if place % FOLDS != fold for row in held])
        for place in range(fold, len(stories), FOLDS):
            for row in answers(stories[place], table, bias):
                right[row.kind, "answered"] += 1
                right[row.kind, "without"] += row.said == row.true
                right[row.kind, "with"] += row.said_with == row.true
    for (kind, what), count in sorted(right.items()):
        print(f"{kind}, {what}: {count}")


def main() -> None:
    """Learn or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--passages", type=Path, metavar="FOLDER", help="halves that training.passages.train wrote")
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    stories = list(prepare(options.folders, open_halves(options.passages)))
    rows = [list(answers(story, dict.fromkeys(NAMES, 0.0), 0.0)) for story in stories]
    if options.cross_validate:
        return cross_validate(stories, rows)
    table, bias = learn([row for held in rows for row in held])
    question = "What does each sign of hearsay weigh?"
    write_table(TARGET, question, "hearsay", table, bias)
    return None


if __name__ == "__main__":
    main()
