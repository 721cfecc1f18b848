"""How much does each feature of a way tell that a claim came by it, and that something changed along it?

python -m training.stories.drift FOLDER... [--passages FOLDER] [--cross-validate]

Learned from each story three times over: from its annotated claims and parents, from its annotated claims with the
parents that the program weighs, and from the claims that it finds. Two logistic regressions with a ridge: whether the
annotated claim came that way, over the ways of the last two; and which kinds of change are annotated, over the ways
that were taken. Writes `src/whence/weigh/drift_weights.py`; `--cross-validate` writes nothing and prints how many of
the annotated changes are told, with the claims that the program finds, over folds of whole stories.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.datasets.newsroom import GoldStory
from benchmarks.shared import scorer
from training.stories.found import find_claims
from training.stories.prepared import PreparedStory, open_halves, prepare
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.statement import Understanding
from whence.model.stemma import DriftKind, Parent
from whence.model.story import CaseVoice, Claim
from whence.weigh.drift import is_plain, way_features
from whence.weigh.drift_features import FEATURES
from whence.weigh.evidence import EVIDENCE
from whence.weigh.options import WeighOptions
from whence.weigh.parents import weigh_parents
from whence.weigh.ways import find_ways
from whence.weigh.weigh import look_at_story

Floats = NDArray[np.float64]
Weights = dict[str, float]
TARGET = Path(__file__).resolve().parents[2] / "src" / "whence" / "weigh" / "drift_weights.py"
FOLDS = 8
# Ridge on weights of features scaled to a spread of 1: of the way, and of each kind of change.
WAY_RIDGE, CHANGE_RIDGE = 10.0, 20.0
# An annotated claim is the found claim with most of its mentions, if that has at least this share: the scorer's rule.
ANSWERED = 0.4


@dataclass
class WayRow:
    """One way with its features, what can be pointed at along it, and what the writers say of it."""

    way: dict[str, float]
    kinds: dict[DriftKind, dict[str, float]]
    shown: frozenset[str]
    was_taken: bool
    changed: frozenset[str]


@dataclass
class LabelledStory:
    """The ways of one story: by annotated claims and parents, by annotated claims alone, and as found."""

    name: str
    given: list[WayRow]
    annotated: list[WayRow]
    found: list[WayRow]
    gold: Counter[str]


def label_story(story: PreparedStory) -> LabelledStory:
    """Return the ways of a story with what was annotated of them."""
    gold, options = story.gold, LinkOptions()
    held = {report.id: report for report in gold.reports}
    claims, voices = find_claims(story)
    own = {row["id"]: claim.id for row, claim in zip(gold.truth["claims"], gold.claims, strict=True)}
    answers = _find_answers(gold, claims)
    rows = Counter(row["kind"] for claim in gold.truth["claims"] for row in claim["drift"])
    copies = find_copies(gold.reports, boilerplate=story.boilerplate, options=options)

    def label(
        claims: Sequence[Claim],
        voices: Sequence[CaseVoice],
        read: Mapping[str, Understanding],
        answers: Mapping[str, str],
        parents: Mapping[str, Sequence[Parent]] | None = None,
    ) -> list[WayRow]:
        view = look_at_story(
            gold.story,
            claims=claims,
            reports=held,
            copies=copies,
            voices=voices,
            understandings=read,
            options=WeighOptions(),
        )
        weighed = parents or weigh_parents(claims, view)
        taken, changed = _truth(gold, answers)
        return [
            WayRow(
                dict(way.features),
                {kind: way_features(way, kind) for kind in FEATURES},
                frozenset(row.name for row in EVIDENCE if row.thing(way) is not None),
                (claim.id, way.earlier.report.id, way.later.report.id) in taken,
                frozenset(changed[claim.id, way.earlier.report.id, way.later.report.id]),
            )
            for claim in claims
            if len({mention.report for mention in claim.mentions}) > 1
            for way in find_ways(claim, weighed, view)
        ]

    annotated = gold.claims, gold.voices, gold.understandings, own
    return LabelledStory(
        gold.id,
        label(*annotated, parents=_annotated_parents(gold)),
        label(*annotated),
        label(claims, voices.voices, story.understandings, answers),
        rows,
    )


def _truth(
    gold: GoldStory, answers: Mapping[str, str]
) -> tuple[set[tuple[str, str, str]], dict[tuple[str, str, str], set[str]]]:
    """Return the ways (claim, earlier, later) that the annotated claims came by, and what changed along each."""
    shown = {report.given_id or "": report.id for report in gold.reports}
    taken, changed = set(), defaultdict[tuple[str, str, str], set[str]](set)
    for claim in gold.truth["claims"]:
        if claim["id"] in answers:
            answer = answers[claim["id"]]
            taken |= {
                (answer, shown[row["parent"]], shown[row["report"]])
                for row in claim["mentions"]
                if row["parent"] in shown
            }
            for row in claim["drift"]:
                changed[answer, shown[row["from"]], shown[row["to"]]].add(row["kind"])
    return taken, changed


def _annotated_parents(gold: GoldStory) -> dict[str, tuple[Parent, ...]]:
    """Return the annotated parent of each annotated mention, as if it were certain."""
    shown = {report.given_id or "": report.id for report in gold.reports}
    return {
        mention.id: (
            (Parent("report", shown[row["parent"]], row["parent"], 1.0, (), ()),)
            if row["parent"] in shown
            else (Parent("voice", row["parent"], row["parent"], 1.0, (), ()),)
        )
        for claim, truth in zip(gold.claims, gold.truth["claims"], strict=True)
        for mention, row in zip(claim.mentions, truth["mentions"], strict=True)
    }


def _find_answers(gold: GoldStory, claims: Sequence[Claim]) -> dict[str, str]:
    """Return for each annotated claim the found claim that answers it, where one does."""
    fit = scorer("score_newsroom").fit
    shown = {report.given_id: report for report in gold.reports}
    places: dict[str, list[tuple[str, set[int]]]] = defaultdict(list)
    for claim in claims:
        for mention in claim.mentions:
            if mention.statement.within == "text":
                have = {at for span in mention.statement.content for at in range(span.start, span.end)}
                places[mention.report].append((claim.id, have))
    answers = {}
    for truth in gold.truth["claims"]:
        votes, affirming = Counter[str](), 0
        for row in truth["mentions"]:
            if row["polarity"] == "positive":
                affirming += 1
                report = shown[row["report"]]
                start = report.text.index(row["quote"])
                want = set(range(start, start + len(row["quote"])))
                best = max(((fit(want, have), claim) for claim, have in places[report.id]), default=(0.0, ""))
                votes[best[1]] += best[0] >= 0.5
        for claim_id, count in votes.most_common(1):
            if count and count >= ANSWERED * affirming:
                answers[truth["id"]] = claim_id
    return answers


def fit_logistic(rows: Sequence[Mapping[str, float]], right: Sequence[bool], ridge: float) -> Weights:
    """Return the weight of each feature, and the constant, by Newton's method with a ridge on scaled features."""
    names = sorted({name for row in rows for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    mean, scale = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-9)
    is_constant = values.std(axis=0) < 1e-9
    scaled = np.where(is_constant, 0.0, (values - mean) / scale)
    design = np.concatenate([np.ones((len(rows), 1)), scaled], axis=1)
    wanted = np.array(right, float)
    strength = np.full(design.shape[1], ridge)
    strength[0] = 1e-3
    weights = np.zeros(design.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (wanted - chance) - strength * weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(strength)
        step = np.linalg.solve(curve, slope)
        weights += step * min(1.0, 3.0 / max(1e-9, float(np.abs(step).max())))
        if np.abs(step).max() < 1e-6:
            break
    plain = np.where(is_constant, 0.0, weights[1:] / scale)
    table = {name: float(weight) for name, weight in zip(names, plain, strict=True) if abs(weight) >= 0.0005}
    return {"constant": float(weights[0] - plain @ mean)} | table


def learn(stories: Iterable[LabelledStory]) -> tuple[Weights, dict[DriftKind, Weights]]:
    """Return the weights of ways, and those of each kind of change."""
    known = list(stories)
    ways = [row for story in known for row in (*story.annotated, *story.found)]
    taken = [row for story in known for row in (*story.given, *story.annotated, *story.found) if row.was_taken]
    return (
        fit_logistic([row.way for row in ways], [row.was_taken for row in ways], WAY_RIDGE),
        {
            kind: fit_logistic([row.kinds[kind] for row in taken], [kind in row.changed for row in taken], CHANGE_RIDGE)
            for kind in FEATURES
        },
    )


def predict(features: Mapping[str, float], weights: Weights) -> float:
    """Return the probability that a logistic regression gives."""
    odds = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return float(1 / (1 + np.exp(-odds)))


def cross_validate(stories: Sequence[LabelledStory], folder_of: Callable[[str], str]) -> None:
    """Print how well the annotated changes of stories not learned from are found."""
    chances: list[tuple[str, str, float, bool]] = []
    for fold in range(FOLDS):
        way, kinds = learn(story for place, story in enumerate(stories) if place % FOLDS != fold)
        for story in stories[fold::FOLDS]:
            for row in story.found:
                taken = predict(row.way, way)
                chances += [
                    (folder_of(story.name), kind, _chance_told(row, kind, taken, kinds[kind]), kind in row.changed)
                    for kind in FEATURES
                    if kind in row.shown
                ]
    gold = Counter[tuple[str, str]]()
    for story in stories:
        for kind, count in story.gold.items():
            gold[folder_of(story.name), kind] += count
    for floor in (0.09, 0.11, 0.13, 0.15, 0.2):
        print(f"told from {floor}: all {_score(chances, gold, floor, lambda _: True)}")
        for folder in dict.fromkeys(name for name, _ in gold):
            print(f"  {folder:12} {_score(chances, gold, floor, lambda key, at=folder: key[0] == at)}")
    floor = WeighOptions().drift_likely
    for kind in FEATURES:
        print(f"{kind:12} {_score(chances, gold, floor, lambda key, at=kind: key[1] == at)}")


def _chance_told(row: WayRow, kind: DriftKind, taken: float, weights: Weights) -> float:
    """Return how likely a change is; certain where it is told in any case."""
    features = row.kinds[kind]
    return 1.0 if is_plain(kind, features, taken, WeighOptions()) else taken * predict(features, weights)


def _score(
    chances: Sequence[tuple[str, str, float, bool]],
    gold: Mapping[tuple[str, str], int],
    floor: float,
    counts: Callable[[tuple[str, str]], bool],
) -> str:
    told = [ok for folder, kind, chance, ok in chances if chance >= floor and counts((folder, kind))]
    wanted = sum(count for key, count in gold.items() if counts(key))
    f1 = 200 * sum(told) / max(1, len(told) + wanted)
    return f"F1 {f1:.1f} ({sum(told)} right of {len(told)} told, {wanted} annotated)"


def write(way: Weights, kinds: Mapping[DriftKind, Weights]) -> None:
    """Write the weights as a module."""
    lines = [f'    "{name}": {weight:.3f},\n' for name, weight in way.items()]
    parts = [
        f"WAY: Mapping[str, float] = {{\n{''.join(lines)}}}\n",
        "\nCHANGED: Mapping[str, Mapping[str, float]] = {\n",
    ]
    for kind, table in kinds.items():
        lines = [f'        "{name}": {weight:.3f},\n' for name, weight in table.items()]
        parts.append(f'    "{kind}": {{\n{"".join(lines)}    }},\n')
    TARGET.write_text(
        '"""What does each feature tell of a way, and of what changed along it? Log-odds a unit.\n\n'
        'Written by `python -m training.stories.drift`, which says what they were learned from.\n"""\n\n'
        f"from collections.abc import Mapping\n\n{''.join(parts)}}}\n",
        encoding="utf-8",
    )


def main() -> None:
    """Fit or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--passages", type=Path, metavar="FOLDER", help="halves that training.passages.train wrote")
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    stories = [label_story(story) for story in prepare(options.folders, open_halves(options.passages))]
    if options.cross_validate:
        home = {path.stem: str(folder) for folder in options.folders for path in folder.glob("*.json")}
        return cross_validate(stories, lambda name: home.get(name, ""))
    return write(*learn(stories))


if __name__ == "__main__":
    main()
