"""How many independent origins stand behind a claim: at least, likely, at most, and how many with own access?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whence.model.stemma import Numbers, Origin, Origins, Parent, WouldChange
from whence.model.story import Mention
from whence.weigh.hearsay import HEARSAY, Telling, probability_hearsay
from whence.weigh.options import WeighOptions
from whence.weigh.standing import HAS_ACCESS, STRENGTH, Standing, explain_standing, judge_end, pair_same
from whence.weigh.stemma import WITHDRAWN, Forests, sample_forests
from whence.weigh.view import StoryView

_NOT_AFFIRMING = frozenset({"asks", "demands", "doubts"})
# Conditions shown a claim; more would bury the one worth asking about.
_MOST_CONDITIONS = 3
# Share of the drawn forests up to which an end is not named beside those of the likeliest one.
_RARE = 0.1


def count_origins(mentions: Sequence[Mention], parents: Mapping[str, Sequence[Parent]], view: StoryView) -> Origins:
    """Return the three numbers over the mentions that affirm; denials never count.

    Where nobody here affirms it, there is no origin to show and at most one that is not here.
    """
    affirming = [mention for mention in mentions if affirms(mention)]
    if not affirming:
        return Origins(Numbers(0, 0, 1), 0, (0, 1), ((0, 1.0),), ())
    options, withdrawn = view.options, view.withdrawn()
    forests, fell = _without_withdrawn(sample_forests(affirming, parents, view.order, options, withdrawn=withdrawn))
    if not forests.ends:
        return Origins(Numbers(0, 0, 0), 0, (0, 0), ((0, 1.0),), ())
    if fell:
        before = _count_ends(sample_forests(affirming, parents, view.order, options), affirming, view)
        return _no_more_than(_count_ends(forests, affirming, view, least=0), before)
    return _count_ends(forests, affirming, view)


def _no_more_than(after: Origins, before: Origins) -> Origins:
    """Return the numbers with none above what it was: what somebody takes back gives no claim another origin.

    What merged into an origin that is gone counts for itself in the forests, though it may be gone with it.
    """
    most = before.numbers
    numbers = Numbers(
        min(after.numbers.at_least, most.at_least),
        min(after.numbers.likely, most.likely),
        min(after.numbers.at_most, most.at_most),
    )
    own = min(after.own_access, before.own_access, numbers.likely)
    return replace(after, numbers=numbers, own_access=own)


def _count_ends(forests: Forests, affirming: Sequence[Mention], view: StoryView, *, least: int = 1) -> Origins:
    """Return the numbers over the ends of forests; `least` is the smallest number there can be."""
    options = view.options
    forests, standings = _order_ends(forests, [judge_end(end, affirming, view) for end in forests.ends])
    same = pair_same(standings, options)
    _keep_judged_apart(same, standings, view)
    numbers, counts = _count(forests, same, options, least=least)
    values, times = np.unique(counts, return_counts=True)
    members = _members(forests, standings, same, numbers.likely)
    chance = probability_hearsay(Telling(affirming, standings, forests.reached))
    members = judge_by_telling(members, standings, chance)
    return Origins(
        numbers=numbers,
        own_access=min(sum(member.own_access for member in members), numbers.likely),
        interval90=(_quantile(counts, 0.05), _quantile(counts, 0.95)),
        distribution=tuple((int(n), float(k) / len(counts)) for n, k in zip(values, times, strict=True)),
        members=members,
        would_change=_would_change(forests, standings, same, numbers, options),
    )


def affirms(mention: Mention) -> bool:
    """Tell whether a mention says that it is so: who denies, doubts, asks or demands it does not."""
    return mention.statement.polarity == "positive" and mention.statement.act not in _NOT_AFFIRMING


def _without_withdrawn(forests: Forests) -> tuple[Forests, bool]:
    """Return the forests without the end of what was withdrawn, and whether there was one."""
    kept = [n for n, end in enumerate(forests.ends) if end.id != WITHDRAWN]
    if len(kept) == len(forests.ends):
        return forests, False
    reached = forests.reached[:, kept]
    ends = tuple(forests.ends[n] for n in kept) if reached.any() else ()
    return Forests(ends, reached, forests.best[kept]), True


def _keep_judged_apart(same: NDArray[np.float64], standings: Sequence[Standing], view: StoryView) -> None:
    """Set apart the voices that an analyst judged not to be the same."""
    for i, one in enumerate(standings):
        for j, other in enumerate(standings):
            if frozenset((one.end.id, other.end.id)) in view.judged.voices_apart:
                same[i, j] = 0.0


def _count(
    forests: Forests, same: NDArray[np.float64], options: WeighOptions, *, least: int = 1
) -> tuple[Numbers, NDArray[np.int64]]:
    """Return the three numbers, and the drawn number of origins of each forest, kept between the outer two."""
    low = max(least, _quantile(_count_apart(forests.reached, same < options.doubt), options.doubt))
    high = max(low, _quantile(_count_unmerged(forests.reached, same >= options.shown_same), 1 - options.doubt_above))
    counts = np.clip(_draw_counts(forests, same, options.seed), low, high)
    values, times = np.unique(counts, return_counts=True)
    return Numbers(low, int(values[np.argmax(times)]), high), counts


def _count_unmerged(reached: NDArray[np.bool_], shown: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each forest how many of its ends are not shown to be one with an end before them."""
    alone = reached.copy()
    for later in range(1, reached.shape[1]):
        alone[:, later] &= ~(reached[:, :later] & shown[later, :later]).any(axis=1)
    return np.asarray(alone.sum(axis=1), np.int64)


def _count_apart(reached: NDArray[np.bool_], apart: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each forest how many of its ends are surely apart from each other, pair by pair.

    One vague end may be the same as either of two that are surely two: so this is the largest set of ends of which
    no pair could be one, not the number of groups. Found greedily, which can only make it smaller.
    """
    kept = np.zeros_like(reached)
    for node in np.argsort(-apart.sum(axis=1), kind="stable"):
        blocked = (kept & ~apart[node]).any(axis=1)
        kept[:, node] = reached[:, node] & ~blocked
    return np.asarray(kept.sum(axis=1), np.int64)


def _quantile(counts: NDArray[np.int64], share: float) -> int:
    return int(np.quantile(counts, share, method="inverted_cdf"))


def _order_ends(forests: Forests, standings: Sequence[Standing]) -> tuple[Forests, list[Standing]]:
    """Return forests and ends in the order in which they count: clear references first, then the best access.

    A vague voice comes last, so that it merges into one clear origin and never ties two of them together.
    """

    def precedence(n: int) -> tuple[bool, int, bool, str, str]:
        one = standings[n]
        return one.is_vague, -STRENGTH[one.access], not one.named, one.end.kind, one.end.id

    rows = sorted(range(len(standings)), key=precedence)
    ends = tuple(forests.ends[n] for n in rows)
    return Forests(ends, forests.reached[:, rows], forests.best[rows]), [standings[n] for n in rows]


def _draw_counts(forests: Forests, same: NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    """Return a drawn number of origins for each forest: each end counts unless it is one with an end before it.

    Ends come with the best access first, so that a vague voice may merge into a witness, and into one only.
    """
    reached = forests.reached
    alone = np.ones(reached.shape)
    for later in range(1, reached.shape[1]):
        alone[:, later] = np.prod(np.where(reached[:, :later], 1 - same[later, :later], 1.0), axis=1)
    streams = [np.random.default_rng([seed, 1, crc32(end.id.encode())]).random(len(reached)) for end in forests.ends]
    draw = np.stack(streams, axis=1)
    return np.asarray((reached & (draw < alone)).sum(axis=1), np.int64)


def _members(
    forests: Forests, standings: Sequence[Standing], same: NDArray[np.float64], likely: int
) -> tuple[Origin, ...]:
    """Return the ends of the likeliest forest; one that is more likely than not another's says so and has no access.

    Where those are fewer than the likely number, the ends that most of the other forests have follow: whoever is
    counted is named.
    """
    heads: list[int] = []
    members = []
    for n in (int(n) for n in np.flatnonzero(forests.best)):
        standing = standings[n]
        head = max(heads, key=lambda h: (same[n, h], -h), default=None)
        why, own = explain_standing(standing), standing.access in HAS_ACCESS
        if head is not None and same[n, head] > 0.5:
            why, own = f"{why}; may be one with {standings[head].end.name}", False
        else:
            heads.append(n)
        members.append(Origin(standing.end.kind, standing.end.id, standing.end.name, own, why))
    shares = forests.reached.mean(axis=0)
    for n in (int(n) for n in np.argsort(-shares, kind="stable") if not forests.best[n]):
        if len(heads) >= likely or shares[n] <= _RARE:
            break
        if all(same[n, head] <= 0.5 for head in heads):
            heads.append(n)
            end = standings[n].end
            why = f"{explain_standing(standings[n])}; by {shares[n]:.0%} of the ways that the reports may hang together"
            members.append(Origin(end.kind, end.id, end.name, standings[n].access in HAS_ACCESS, why))
    return tuple(members)


def judge_by_telling(
    members: tuple[Origin, ...], standings: Sequence[Standing], hearsay: float | None
) -> tuple[Origin, ...]:
    """Return the ends with their access as the whole of the telling has it; None leaves it as each end's words do.

    Hearsay leaves nobody with own access. Where it is none and no end shows access, the first has it that the texts
    point at as somebody in particular ("the registrar", "the mill") and that nobody told. Whom a report leaves unnamed
    on purpose, and a report that names no source, are never given access so.
    """
    if hearsay is None:
        return members
    if hearsay > HEARSAY:
        return tuple(
            replace(m, own_access=False, why=f"{m.why}; told as hearsay on the whole") if m.own_access else m
            for m in members
        )
    if any(member.own_access for member in members):
        return members
    pointed_at = {one.end.id for one in standings if one.is_vague and not one.is_faceless and one.access != "told"}
    for place, member in enumerate(members):
        if member.id in pointed_at:
            known = replace(member, own_access=True, why=f"{member.why}; but told as by somebody who knows")
            return (*members[:place], known, *members[place + 1 :])
    return members


def _would_change(
    forests: Forests,
    standings: Sequence[Standing],
    same: NDArray[np.float64],
    numbers: Numbers,
    options: WeighOptions,
) -> tuple[WouldChange, ...]:
    """Return what an analyst could ask about the likeliest ends, and the numbers if the answer were known."""
    found: list[WouldChange] = []
    if forests.best.sum() < 2:
        return ()
    for n in (int(n) for n in np.flatnonzero(forests.best)):
        name = standings[n].end.name
        apart, one, known = same.copy(), same.copy(), forests.reached.copy()
        apart[n, :] = apart[:, n] = 0.0
        known[:, n] = True
        nearest = int(np.argmax(np.where(forests.best, same[n], -1.0)))
        one[n, nearest] = one[nearest, n] = 1.0
        other = standings[nearest].end.name
        for changed, reached, condition in (
            (apart, known, f"{name} is shown to know it from nobody else here"),
            (one, forests.reached, f"{name} is shown to have it from {other}, or to be the same"),
        ):
            then = _count(Forests(forests.ends, reached, forests.best), changed, options)[0]
            if then != numbers and len(found) < _MOST_CONDITIONS:
                found.append(WouldChange(condition, then))
    return tuple(found)
