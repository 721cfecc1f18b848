"""What changed between an earlier report of a claim and the later one that has it from there?

How likely a change is to be worth a reader's notice is the product of two logistic regressions: that the claim came
that way at all, and that this kind of thing changed along it (`drift_weights.py`, learned from annotated stories). What
is likely enough is told only where passages show it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.stemma import Drift, DriftKind, DriftSide, Parent
from whence.model.story import Claim, Mention
from whence.weigh.changes import Step, is_seen
from whence.weigh.drift_features import FEATURES
from whence.weigh.drift_weights import CHANGED, WAY
from whence.weigh.evidence import EVIDENCE
from whence.weigh.options import WeighOptions
from whence.weigh.view import StoryView
from whence.weigh.ways import SAME_VOICE, Way, find_ways

# The feature of each kind that says that the two closest mentions show a change.
PLAIN: Mapping[DriftKind, str] = {
    "number": "other figure",
    "date": "disagree",
    "name": "by the rule",
    "source": "by the rule",
    "detail_lost": "by the rule",
    "detail_added": "by the rule",
}


@dataclass(frozen=True, slots=True)
class WeighedWay:
    """A way with the probability that the claim came by it, and that it did so with each kind of change."""

    way: Way
    taken: float
    chances: Mapping[DriftKind, float]
    features: Mapping[DriftKind, Mapping[str, float]]

    def shows(self, kind: DriftKind, options: WeighOptions) -> bool:
        """Tell whether a change is plain, however likely."""
        return is_plain(kind, self.features[kind], self.taken, options)


def weigh_ways(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> list[WeighedWay]:
    """Return the ways of a claim with what may have changed along each."""
    weighed = []
    for way in find_ways(claim, parents, view):
        taken = _chance(way.features, WAY)
        features = {kind: way_features(way, kind) for kind in FEATURES}
        chances = {kind: taken * _chance(features[kind], CHANGED[kind]) for kind in FEATURES}
        weighed.append(WeighedWay(way, taken, chances, features))
    return weighed


def find_drift(ways: Sequence[WeighedWay], view: StoryView) -> tuple[Drift, ...]:
    """Return the changes along a claim's ways that are likely enough, each kind once a pair of reports."""
    found: list[Drift] = []
    for weighed in ways:
        way = weighed.way
        for row in EVIDENCE:
            kind = _kind(row.name)
            is_told = weighed.chances[kind] >= view.options.drift_likely or weighed.shows(kind, view.options)
            change = row.thing(way) if is_told else None
            if change is not None and is_seen(change):
                found.append(Drift(way.earlier.report.id, way.later.report.id, kind, *change))
    told = [drift for drift in found if not any(_covers(other, drift) for other in found)]
    return tuple(sorted(told, key=lambda drift: (drift.earlier, drift.later, drift.kind)))


def _covers(change: Drift, detail: Drift) -> bool:
    """Tell whether a detail lost or from nowhere is a figure or a date that is told as changed."""
    if change.kind not in ("number", "date") or (change.earlier, change.later) != (detail.earlier, detail.later):
        return False
    if detail.kind == "detail_lost":
        return _overlap(change.before, detail.before)
    return detail.kind == "detail_added" and _overlap(change.after, detail.after)


def _overlap(one: DriftSide | None, other: DriftSide | None) -> bool:
    if one is None or other is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def chance_of_any(ways: Sequence[WeighedWay], *kinds: DriftKind) -> float:
    """Return how likely any of these kinds of change came in along any of the ways, each taken for itself."""
    return 1 - math.prod(1 - weighed.chances[kind] for weighed in ways for kind in kinds)


def is_hardening(weighed: WeighedWay) -> bool:
    """Tell whether what may have changed of the certainty along a way can only have raised it."""
    features = weighed.features["certainty"]
    return any(features[name] > 0 for name in ("one up", "two up", "highest up", "hedges dropped", "no longer about"))


def is_plain(kind: DriftKind, features: Mapping[str, float], taken: float, options: WeighOptions) -> bool:
    """Tell whether the two closest mentions show a change by themselves, along a way that was surely or likely taken.

    In small cases, of few reports, what is learned of large ones says too little. Words copied are a sure way.
    """
    is_copy = features["copied"] > 0 and features["closeness"] >= options.verbatim
    return (is_copy or taken >= options.way_likely) and features.get(PLAIN.get(kind, ""), 0.0) > 0


def way_features(way: Way, kind: DriftKind) -> dict[str, float]:
    """Return all that tells whether this kind of thing changed along a way."""
    return dict(way.shared) | FEATURES[kind](way)


def _chance(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability that a logistic regression gives."""
    odds = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def follow_steps(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> list[Step]:
    """Return each mention with the earlier mention that it most likely repeats, where that is another report's."""
    mentions = sorted((m for m in claim.mentions if m.statement.within == "text"), key=lambda m: (m.report, m.id))
    steps = []
    for later in mentions:
        best = parents[later.id][0]
        inside = [other for other in mentions if best.kind == "report" and other.report == best.id]
        same = [other for other in inside if other.statement.polarity == later.statement.polarity]
        if same and best.probability >= view.options.drift_floor:
            earlier = max(same, key=lambda other: _closeness(later, other, view))
            beside = tuple(other for other in mentions if other.report == later.report and other is not later)
            reports = view.reports[later.report], view.reports[earlier.report]
            close = max(view.words.closeness(later, earlier), view.words.closeness(earlier, later))
            steps.append(Step(later, earlier, *reports, beside, tuple(m for m in same if m is not earlier), close))
    return steps


def _closeness(later: Mention, earlier: Mention, view: StoryView) -> float:
    same_voice = bool(set(later.voice_ids) & set(earlier.voice_ids))
    return view.words.closeness(later, earlier) + SAME_VOICE * same_voice


def _kind(name: str) -> DriftKind:
    return next(kind for kind in FEATURES if kind == name)
