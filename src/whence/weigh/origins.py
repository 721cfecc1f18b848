"""How many independent origins stand behind a claim: at least, likely, at most, and how many with own access?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.model.stemma import Numbers, Origin, Origins, Parent, WouldChange
from whence.model.story import Mention
from whence.weigh.access import Access, judge_access
from whence.weigh.stemma import End, Forests, sample_forests
from whence.weigh.view import StoryView

_STRENGTH: dict[Access, int] = {"own": 3, "likely": 2, "unknown": 1, "told": 0}


@dataclass(frozen=True, slots=True)
class Standing:
    """An end with what the texts say about its access, and the words that name it."""

    end: End
    access: Access
    named: bool
    words: frozenset[str]
    reports: frozenset[str]


def count_origins(mentions: Sequence[Mention], parents: Mapping[str, Sequence[Parent]], view: StoryView) -> Origins:
    """Return the three numbers over the mentions that affirm; denials never count."""
    affirming = [mention for mention in mentions if mention.statement.polarity == "positive"]
    if not affirming:
        return Origins(Numbers(0, 0, 1), 0, (0, 1), ((0, 1.0),), ())
    options = view.options
    forests = sample_forests(affirming, parents, forests=options.forests, seed=options.seed)
    standings = [_stand(end, affirming, view) for end in forests.ends]
    same = _pair_same(standings, view)
    counts = _count_components(forests.reached, same, options.seed)
    sure = _reached_for_sure(forests, options.doubt)
    low = max(1, _components(sure, same >= options.doubt))
    some = forests.reached.mean(axis=0) >= options.doubt
    high = max(low, _components(some, same >= 1 - options.doubt))
    counts = np.clip(counts, low, high)
    values, times = np.unique(counts, return_counts=True)
    distribution = tuple((int(n), float(k) / len(counts)) for n, k in zip(values, times, strict=True))
    likely = max(distribution, key=lambda row: (row[1], -row[0]))[0]
    members, own = _members(forests, standings, same)
    return Origins(
        Numbers(low, likely, high),
        min(own, high),
        _interval(counts),
        distribution,
        members,
        _would_change(low, likely, high),
    )


def _stand(end: End, mentions: Sequence[Mention], view: StoryView) -> Standing:
    """Return what the mentions that end here say about this end: the best access that any of them shows."""
    held = [mention for mention in mentions if mention.id in end.mentions]
    access: Access = "told" if end.kind == "unseen" else "unknown"
    named = end.kind == "report"
    reports = frozenset(mention.report for mention in held)
    if end.kind != "unseen":
        judged = [judge_access(mention.statement, view.reports[mention.report]) for mention in held]
        access = max(judged, key=lambda a: _STRENGTH[a], default="unknown")
    names = [end.name]
    voice = view.voices.get(end.id)
    if voice is not None:
        named = voice.named
        names += [voice.name]
    for mention in held:
        for said in (*mention.statement.voices[-1:], *mention.statement.grounds):
            if end.kind == "voice" and said.name == end.name:
                names.append(said.as_worded)
    return Standing(end, access, named, frozenset().union(*(_proper_words(name) for name in names)), reports)


_COMMON = frozenset(
    "the a an his her its their mr mrs ms dr professor spokesman spokeswoman director chief general minister ministry"
    " department police officer office head president".split()
)


def _proper_words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", re.sub(r"[’']s\b", "", name))
    return frozenset(w.lower() for w in words if w[:1].isupper() and len(w) > 2 and w.lower() not in _COMMON)


def _pair_same(standings: Sequence[Standing], view: StoryView) -> NDArray[np.float64]:
    """Return how likely each two ends are one origin: one body, or one told by the other."""
    size = len(standings)
    same = np.zeros((size, size))
    for i in range(size):
        for j in range(i + 1, size):
            same[i, j] = same[j, i] = _probability_same(standings[i], standings[j])
    return same


def _probability_same(one: Standing, other: Standing) -> float:
    if one.words and other.words and one.words & other.words:
        return 0.95
    hear = {"own": 0.02, "likely": 0.06, "unknown": 0.3, "told": 0.5}
    told = 1 - (1 - hear[one.access]) * (1 - hear[other.access])
    if not (one.named and other.named):
        told = max(told, 0.3)
    return told


def _count_components(reached: NDArray[np.bool_], same: NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    """Return the number of origins in each forest, drawing for every pair of ends whether they are one."""
    forests, size = reached.shape
    merged = np.random.default_rng(seed + 1).random((forests, size, size))
    label = np.tile(np.arange(size), (forests, 1))
    for _ in range(size):
        before = label.copy()
        for i in range(size):
            for j in range(i + 1, size):
                if same[i, j] <= 0:
                    continue
                join = (merged[:, i, j] < same[i, j]) & reached[:, i] & reached[:, j]
                low = np.minimum(label[:, i], label[:, j])
                label[:, i] = np.where(join, low, label[:, i])
                label[:, j] = np.where(join, low, label[:, j])
        if np.array_equal(before, label):
            break
    label = np.where(reached, label, -1)
    ordered = np.sort(label, axis=1)
    new = np.concatenate([ordered[:, :1] >= 0, (ordered[:, 1:] != ordered[:, :-1]) & (ordered[:, 1:] >= 0)], axis=1)
    return new.sum(axis=1)


def _components(present: NDArray[np.bool_], joined: NDArray[np.bool_]) -> int:
    return len(_groups(present, joined))


def _groups(present: NDArray[np.bool_], joined: NDArray[np.bool_]) -> list[list[int]]:
    """Return the ends that are present, grouped by who is joined to whom."""
    left, groups = [int(n) for n in np.flatnonzero(present)], []
    while left:
        group, edge = [], [left.pop(0)]
        while edge:
            node = edge.pop()
            group.append(node)
            near = [n for n in left if joined[node, n]]
            left = [n for n in left if n not in near]
            edge += near
        groups.append(sorted(group))
    return groups


def _reached_for_sure(forests: Forests, doubt: float) -> NDArray[np.bool_]:
    return forests.reached.mean(axis=0) >= 1 - doubt


def _members(
    forests: Forests, standings: Sequence[Standing], same: NDArray[np.float64]
) -> tuple[tuple[Origin, ...], int]:
    """Return the origins of the likeliest forest, and how many of them have own access."""
    members, own = [], 0
    for group in _groups(forests.best, same >= 0.5):
        held = [standings[n] for n in group]
        has_access = any(s.access in ("own", "likely") for s in held)
        own += has_access
        best = max(held, key=lambda s: (_STRENGTH[s.access], s.named))
        for s in held:
            why = _why(s) if s is best else f"{_why(s)}; may be one with {best.end.name}"
            members.append(Origin(s.end.kind, s.end.id, s.end.name, has_access and s is best, why))
    return tuple(members), own


def _why(standing: Standing) -> str:
    return {
        "own": "speaks from own access: saw it, keeps the record, or did it",
        "likely": "speaks under its own name, on what may be its own matter",
        "unknown": "independence not established: not recorded how they know",
        "told": "told by others, or nobody here says by whom",
    }[standing.access]


def _interval(counts: NDArray[np.int64]) -> tuple[int, int]:
    low, high = np.quantile(counts, [0.05, 0.95], method="inverted_cdf")
    return int(low), int(high)


def _would_change(low: int, likely: int, high: int) -> tuple[WouldChange, ...]:
    return ()
