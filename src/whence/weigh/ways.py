"""By which ways may a claim have come from one report to another, and what do their mentions hold?

A way runs from an earlier report of a claim to a later one. It is looked at as a whole: all mentions of the claim in
either report, and the two of them that are closest.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import cut_all
from whence.model.stemma import Parent
from whence.model.story import Claim, Mention
from whence.weigh.changes import Step
from whence.weigh.readings import forms_of
from whence.weigh.view import StoryView

# What the same voice adds to the closeness of two mentions, and how much that counts beside the parent's probability.
SAME_VOICE, CLOSENESS = 0.2, 0.5
# Probabilities nearer to 0 or 1 than this tell no more.
_SURE = 0.01


@dataclass(frozen=True, slots=True)
class Side:
    """One report's mentions of a claim: the mention that is looked at, and the words of all, alone and in sentences."""

    mention: Mention
    mentions: tuple[Mention, ...]
    report: Report
    one: str
    every: str
    one_sentence: str
    sentences: str

    def voices(self) -> list[str]:
        """Return the case voices that the chains of the mentions end in."""
        return [voice for mention in self.mentions for voice in mention.voice_ids[-1:]]


@dataclass(frozen=True, slots=True)
class Way:
    """A claim's way from an earlier report to a later one; `features` tell how likely it was taken, in `ways.py`."""

    earlier: Side
    later: Side
    closeness: float
    features: Mapping[str, float]
    shared: Mapping[str, float]

    def step(self) -> Step:
        """Return the two closest mentions with those beside them."""
        return Step(
            self.later.mention,
            self.earlier.mention,
            self.later.report,
            self.earlier.report,
            tuple(m for m in self.later.mentions if m is not self.later.mention),
            tuple(m for m in self.earlier.mentions if m is not self.earlier.mention),
            self.closeness,
        )


def find_ways(claim: Claim, parents: Mapping[str, Sequence[Parent]], view: StoryView) -> list[Way]:
    """Return the ways that any mention's parents leave open, by later and earlier report."""
    by_report: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(claim.mentions, key=lambda mention: (mention.report, mention.id)):
        if mention.statement.within == "text" and mention.report in view.reports:
            by_report[mention.report].append(mention)
    ways = []
    for later in sorted(by_report):
        chances = _chances(by_report[later], parents, by_report)
        top = max((max(row.values()) for row in chances.values()), default=0.0)
        for earlier in sorted(chances):
            chance = chances[earlier]
            if max(chance.values()) >= view.options.way_floor:
                way = _make_way(claim, by_report[earlier], by_report[later], chance, top, parents, view)
                ways += [way] if way else []
    return ways


def _chances(
    mentions: Sequence[Mention], parents: Mapping[str, Sequence[Parent]], among: Mapping[str, object]
) -> dict[str, dict[str, float]]:
    """Return, for each report of the claim, how likely each of the mentions rests on it."""
    chances: dict[str, dict[str, float]] = defaultdict(dict)
    for mention in mentions:
        for parent in parents[mention.id]:
            if parent.kind == "report" and parent.id in among and parent.id != mention.report:
                chances[parent.id][mention.id] = parent.probability
    return chances


def _make_way(  # noqa: PLR0913, PLR0917 - one claim, two reports, and what is known of them
    claim: Claim,
    before: Sequence[Mention],
    after: Sequence[Mention],
    chance: Mapping[str, float],
    top: float,
    parents: Mapping[str, Sequence[Parent]],
    view: StoryView,
) -> Way | None:
    """Return the way between two reports, by the likeliest and closest two mentions that both affirm or both deny."""

    def close(later: Mention, earlier: Mention) -> float:
        return max(view.words.closeness(later, earlier), view.words.closeness(earlier, later))

    def fit(later: Mention, earlier: Mention) -> tuple[float, float, str, str]:
        same = bool(set(later.voice_ids) & set(earlier.voice_ids))
        near = CLOSENESS * (close(later, earlier) + SAME_VOICE * same)
        return chance[later.id] + near, min(later.belongs, earlier.belongs), later.id, earlier.id

    pairs = [
        (later, earlier)
        for later in after
        for earlier in before
        if later.statement.polarity == earlier.statement.polarity
        and chance.get(later.id, 0.0) >= view.options.way_floor / 2
    ]
    if not pairs:
        return None
    later, earlier = max(pairs, key=lambda pair: fit(*pair))
    sides = _look_at(earlier, before, view), _look_at(later, after, view)
    shared = _shared_features(*sides, close(later, earlier), view)
    number = len(after)
    ways_back = [max(chance.values()), sum(chance.values()) / number, chance[later.id]]
    first = {m.id for m in after if parents[m.id] and parents[m.id][0].id == earlier.report}
    features = dict(shared) | _claim_features(claim, view)
    features |= {
        name: _log_odds(value) for name, value in zip(("chance", "mean chance", "own chance"), ways_back, strict=True)
    }
    features |= {
        "of the best": ways_back[0] / top,
        "first parent": float(later.id in first),
        "first parent of some": float(bool(first & {m.id for m in sides[1].mentions})),
        "belongs after": later.belongs,
        "belongs before": earlier.belongs,
    }
    return Way(*sides, close(later, earlier), features, shared)


def measure_widest(claims: Sequence[Claim]) -> tuple[int, int]:
    """Return the most reports, and the most mentions, that any claim of a story has; at least one of each."""
    reports = (len({mention.report for mention in claim.mentions}) for claim in claims)
    return max(reports, default=1), max((len(claim.mentions) for claim in claims), default=1)


def _claim_features(claim: Claim, view: StoryView) -> dict[str, float]:
    """Return how wide a claim is beside the widest of its story: there ways are surest, and matter most."""
    reports = len({mention.report for mention in claim.mentions})
    return {
        "reports beside the widest": math.log(min(1.0, reports / view.largest[0])),
        "mentions beside the widest": math.log(min(1.0, len(claim.mentions) / view.largest[1])),
        "mean belonging": sum(m.belongs for m in claim.mentions) / len(claim.mentions),
    }


def _shared_features(earlier: Side, later: Side, closeness: float, view: StoryView) -> dict[str, float]:
    """Return what tells both of the way and of what may have changed along it."""
    edge = view.edges.get((later.report.id, earlier.report.id))
    voices = set(later.mention.voice_ids) & set(earlier.mention.voice_ids)
    return {
        "edge": edge.probability if edge else 0.0,
        "credited": float(bool(edge and edge.acknowledged)),
        "copied": float(bool(edge and edge.how == "copy")),
        "closeness": closeness,
        "same outlet": float(later.report.outlet == earlier.report.outlet),
        "denied": float(later.mention.statement.polarity == "negative"),
        "same voice": float(bool(voices)),
        "mentions after": math.log(len(later.mentions)),
        "mentions before": math.log(len(earlier.mentions)),
        "words after": math.log(1 + len(forms_of(later.one))),
        "words before": math.log(1 + len(forms_of(earlier.one))),
        "rare words shared": view.words.share(later.report.id, earlier.report.id),
    }


def _look_at(mention: Mention, beside: Sequence[Mention], view: StoryView) -> Side:
    report = view.reports[mention.report]
    alike = tuple(m for m in beside if m.statement.polarity == mention.statement.polarity)
    return Side(
        mention,
        alike,
        report,
        cut_all(mention.statement.content, report.text),
        " … ".join(cut_all(m.statement.content, report.text) for m in alike),
        _in_sentences([mention], report, view),
        _in_sentences(alike, report, view),
    )


def _in_sentences(mentions: Sequence[Mention], report: Report, view: StoryView) -> str:
    pieces = [piece for mention in mentions for piece in mention.statement.content]
    spans = [span for span, _ in view.words.reports[report.id].sentences if any(map(span.overlaps, pieces))]
    return " ".join(span.cut(report.text) for span in spans)


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, _SURE), 1 - _SURE)
    return math.log(bounded / (1 - bounded))
