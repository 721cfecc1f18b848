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
from whence.weigh.words import find_proper_words

# "Members of our team", "my editor": people of the outlet that speaks.
_OWN_PEOPLE = re.compile(r"\b(?:our|my|we|us|I)\b")
# A reference to someone the text has named or will name, and a voice that stands for several.
_VAGUE = re.compile(r"(?:the|this|that|its|their|his|her|each|both|all|several|many|some|various)\b", re.IGNORECASE)
_STRENGTH: dict[Access, int] = {"own": 3, "likely": 2, "unknown": 1, "told": 0}


@dataclass(frozen=True, slots=True)
class Standing:
    """An end with what the texts say about its access, and the words that name it."""

    end: End
    access: Access
    named: bool
    is_vague: bool
    words: frozenset[str]
    reports: frozenset[str]


def count_origins(mentions: Sequence[Mention], parents: Mapping[str, Sequence[Parent]], view: StoryView) -> Origins:
    """Return the three numbers over the mentions that affirm; denials never count."""
    affirming = [mention for mention in mentions if mention.statement.polarity == "positive"]
    if not affirming:
        return Origins(Numbers(0, 0, 1), 0, (0, 1), ((0, 1.0),), ())
    options = view.options
    forests = sample_forests(affirming, parents, forests=options.forests, seed=options.seed)
    forests, standings = _order_ends(forests, [_stand(end, affirming, view) for end in forests.ends])
    same = _pair_same(standings)
    low = max(1, _quantile(_count_apart(forests.reached, same < options.doubt), options.doubt))
    high = max(low, _quantile(_count_groups(forests.reached, same >= 1 - options.doubt), 1 - options.doubt))
    counts = np.clip(_draw_counts(forests.reached, same, options.seed), low, high)
    values, times = np.unique(counts, return_counts=True)
    distribution = tuple((int(n), float(k) / len(counts)) for n, k in zip(values, times, strict=True))
    likely = max(distribution, key=lambda row: (row[1], -row[0]))[0]
    members, own = _members(forests, standings, same)
    return Origins(
        numbers=Numbers(low, likely, high),
        own_access=min(own, high),
        interval90=(_quantile(counts, 0.05), _quantile(counts, 0.95)),
        distribution=distribution,
        members=members,
        would_change=_would_change(low, likely, high),
    )


def _count_groups(reached: NDArray[np.bool_], joined: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the number of groups of ends in each forest when every joined pair counts as one."""
    patterns, which = np.unique(reached, axis=0, return_inverse=True)
    counts = np.asarray([len(_groups(pattern, joined)) for pattern in patterns], np.int64)
    return counts[which.ravel()]


def _count_apart(reached: NDArray[np.bool_], apart: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each forest how many of its ends are surely apart from each other, pair by pair.

    One vague end may be the same as either of two that are surely two: so this is the largest set of ends of which
    no pair could be one, not the number of groups. Found greedily, which can only make it smaller.
    """
    patterns, which = np.unique(reached, axis=0, return_inverse=True)
    counts = []
    for pattern in patterns:
        present = [int(n) for n in np.flatnonzero(pattern)]
        kept: list[int] = []
        for node in sorted(present, key=lambda n: (-int(apart[n][present].sum()), n)):
            if all(apart[node, other] for other in kept):
                kept.append(node)
        counts.append(len(kept))
    return np.asarray(counts, np.int64)[which.ravel()]


def _quantile(counts: NDArray[np.int64], share: float) -> int:
    return int(np.quantile(counts, share, method="inverted_cdf"))


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
    is_vague = False
    for mention in held:
        report = view.reports[mention.report]
        for said in (*mention.statement.voices[-1:], *mention.statement.grounds):
            if end.kind == "voice" and said.name == end.name:
                names.append(said.as_worded)
                is_vague |= _VAGUE.match(said.name) is not None and not find_proper_words(said.name)
                owns = said.kind == "document" and report.outlet_type in ("official", "ngo")
                if owns or _OWN_PEOPLE.search(said.as_worded):
                    names.append(report.outlet or "")
    words = frozenset().union(*(find_proper_words(name) for name in names))
    return Standing(end, access, named and not is_vague, is_vague, words, reports)


def _order_ends(forests: Forests, standings: Sequence[Standing]) -> tuple[Forests, list[Standing]]:
    """Return forests and ends with the best access first, then the named, then by id."""
    rows = sorted(range(len(standings)), key=lambda n: (-_STRENGTH[standings[n].access], not standings[n].named, n))
    ends = tuple(forests.ends[n] for n in rows)
    return Forests(ends, forests.reached[:, rows], forests.best[rows]), [standings[n] for n in rows]


def _pair_same(standings: Sequence[Standing]) -> NDArray[np.float64]:
    """Return how likely each two ends are one origin: one body, or one told by the other."""
    size = len(standings)
    same = np.zeros((size, size))
    for i in range(size):
        for j in range(i + 1, size):
            same[i, j] = same[j, i] = _probability_same(standings[i], standings[j])
    return same


# How likely an end only repeats what another end of the same claim said first, by what is known of its access.
_HEARD: dict[Access, float] = {"own": 0.02, "likely": 0.02, "unknown": 0.3, "told": 0.6}


def _probability_same(one: Standing, other: Standing) -> float:
    if one.words & other.words:
        return 0.97
    if (one.is_vague or other.is_vague) and not (one.words and other.words):
        return 0.8
    heard = 1 - (1 - _HEARD[one.access]) * (1 - _HEARD[other.access])
    return heard if one.named and other.named and one.words and other.words else max(heard, 0.35)


def _draw_counts(reached: NDArray[np.bool_], same: NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    """Return a drawn number of origins for each forest: each end counts unless it is one with an end before it.

    Ends come with the best access first, so that a vague voice may merge into a witness, and into one only.
    """
    alone = np.ones(reached.shape)
    for later in range(1, reached.shape[1]):
        alone[:, later] = np.prod(np.where(reached[:, :later], 1 - same[later, :later], 1.0), axis=1)
    draw = np.random.default_rng(seed + 1).random(reached.shape)
    return np.asarray((reached & (draw < alone)).sum(axis=1), np.int64)


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


def _members(
    forests: Forests, standings: Sequence[Standing], same: NDArray[np.float64]
) -> tuple[tuple[Origin, ...], int]:
    """Return the origins of the likeliest forest, and how many of them have own access."""
    members, own = [], 0
    for group in _groups(forests.best, same > 0.5):
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


def _would_change(low: int, likely: int, high: int) -> tuple[WouldChange, ...]:
    return ()
