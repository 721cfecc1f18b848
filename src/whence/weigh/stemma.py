"""If each mention rests on one of its parents, on which ends does a claim rest?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whence.model.stemma import Parent
from whence.model.story import Mention
from whence.weigh.options import WeighOptions
from whence.weigh.order import Order
from whence.weigh.relays import name_words

# Begins the id of a text that is not here and that two reports both copied; the id of one of them follows.
COMMON_TEXT = "unseen:text shared with "

# Seconds since 1970 before and behind all that has a time.
_FAR = 1e12
# Probability of belonging from which a mention is in the likeliest forest.
_LIKELY_BELONGS = 0.5

# The end that stands for reports and voices which no longer stand.
WITHDRAWN = "withdrawn"

EndKind = Literal["voice", "report", "unseen"]


@dataclass(frozen=True, slots=True)
class End:
    """A node of the stemma that rests on nothing else; its mentions are those that name it as their parent."""

    kind: EndKind
    id: str
    name: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forests:
    """Sampled ways in which the affirming mentions may hang together.

    `reached[f, e]` says whether forest f has end e; `pointers[f, m]` is the node that mention m rests on there (a
    mention's index, or the number of mentions plus an end's index). `best` is the forest of the likeliest parents.
    """

    ends: tuple[End, ...]
    reached: NDArray[np.bool_]
    best: NDArray[np.bool_]


def sample_forests(
    mentions: Sequence[Mention],
    parents: Mapping[str, Sequence[Parent]],
    order: Order,
    options: WeighOptions,
    *,
    withdrawn: frozenset[str] = frozenset(),
) -> Forests:
    """Draw parents for every mention, follow them to their ends, and return which ends each forest has.

    Each mention has its own stream of draws, so that one more report changes nothing about the others' draws. Each
    forest has its own order of publication, drawn from what the times leave open: only reports that come earlier in it,
    or that are credited, can be parents there, so that coarse times make no rings that nobody began.
    A mention that may not belong to the claim takes part only in the forests that take the claim less strictly. A
    report as parent means its own mention of the claim, if it has one; a ring of reports has an end nobody saw.
    """
    forests, seed = options.forests, options.seed
    affirming = sorted(mentions, key=lambda m: (m.report, m.id))
    index = {mention.id: n for n, mention in enumerate(affirming)}
    targets, ends = _number_nodes(affirming, index, parents, withdrawn)
    pointers = np.empty((forests + 1, len(affirming)), np.int64)
    times = _draw_times(sorted({m.report for m in affirming}), order, options)
    takes_part = np.empty((forests + 1, len(affirming)), np.bool_)
    # One draw a forest of how strictly the claim is taken: what is loose in one claim is loose together, so many loose
    # mentions must not make sure what none of them shows.
    strictness = np.random.default_rng([seed, 2]).random(forests)
    for n, mention in enumerate(affirming):
        draw = np.random.default_rng([seed, crc32(mention.id.encode())]).random(forests)
        steps = np.cumsum(_allowed(mention, parents[mention.id], times, order), axis=1)
        choice = np.minimum((steps <= draw[:, None] * steps[:, -1:]).sum(axis=1), steps.shape[1] - 1)
        pointers[:forests, n] = np.asarray(targets[n])[choice]
        pointers[forests, n] = targets[n][_likeliest(mention, parents[mention.id], order)]
        takes_part[:forests, n] = strictness < mention.belongs / options.belongs_fully
        takes_part[forests, n] = mention.belongs >= _LIKELY_BELONGS
    at = _follow(pointers, len(affirming), len(ends))
    reached = np.zeros((forests + 1, len(ends)), np.bool_)
    rows = np.repeat(np.arange(forests + 1), len(affirming))
    kept = takes_part.ravel()
    reached[rows[kept], at.ravel()[kept]] = True
    return Forests(tuple(ends), reached[:forests], reached[forests])


def _draw_times(reports: Sequence[str], order: Order, options: WeighOptions) -> dict[str, NDArray[np.float64]]:
    """Return for each report an instant in each forest: any that its time may mean; without one, before or after all.

    So a report without a time is as likely as not before any other, whatever reports there are beside.
    """
    moments = {report: order.reports[report].published for report in reports}
    bounds = {
        report: (moment.earliest().timestamp(), moment.latest().timestamp())
        for report, moment in moments.items()
        if moment is not None
    }
    found = {}
    for report in reports:
        draw = np.random.default_rng([options.seed, 3, crc32(report.encode())]).random(options.forests)
        if report in bounds:
            low, high = bounds[report]
            found[report] = low + draw * (high - low)
        else:
            found[report] = np.where(draw < 0.5, draw - _FAR, draw + _FAR)
    return found


def _allowed(
    mention: Mention, parents: Sequence[Parent], times: Mapping[str, NDArray[np.float64]], order: Order
) -> NDArray[np.float64]:
    """Return the probability of each parent in each forest, (forests, parents), not scaled to sum to 1."""
    own = times[mention.report]
    found = np.tile([parent.probability for parent in parents], (len(own), 1))
    for column, parent in enumerate(parents):
        if parent.kind == "report" and parent.id in times and not order.is_credited(mention.report, parent.id):
            found[:, column] *= times[parent.id] <= own
    nothing = found.sum(axis=1) <= 0
    found[nothing] = [parent.probability for parent in parents]
    return found


def _likeliest(mention: Mention, parents: Sequence[Parent], order: Order) -> int:
    """Return the place of the likeliest parent that is the earlier one, or credited; of two at once, one way round."""
    for place, parent in enumerate(parents):
        if parent.kind != "report" or parent.id not in order.reports or order.is_credited(mention.report, parent.id):
            return place
        after = order.probability_later(mention.report, parent.id)
        if after > 0.5 or (after == 0.5 and parent.id < mention.report):
            return place
    return 0


def _number_nodes(
    mentions: Sequence[Mention],
    index: Mapping[str, int],
    parents: Mapping[str, Sequence[Parent]],
    withdrawn: frozenset[str],
) -> tuple[list[list[int]], list[End]]:
    """Return for each mention the node of each parent, and the ends; the last end is the ring that nobody saw.

    What was withdrawn is one end of its own, whoever leads to it.
    """
    count = len(mentions)
    keys: dict[tuple[EndKind, str], int] = {}
    names: list[str] = []
    members: list[list[str]] = []
    targets: list[list[int]] = []
    for mention in mentions:
        row = []
        for parent in parents[mention.id]:
            is_gone = parent.id in withdrawn or mention.report in withdrawn
            inner = None if is_gone else _mention_of(parent, mention, mentions)
            if inner is not None:
                row.append(index[inner.id])
                continue
            key, name = _end_of(parent, mention)
            if is_gone or key[1] in withdrawn:
                key, name = ("unseen", WITHDRAWN), WITHDRAWN
            if key not in keys:
                keys[key] = len(keys)
                names.append(name)
                members.append([])
            members[keys[key]].append(mention.id)
            row.append(count + keys[key])
        targets.append(row)
    ends = [End(kind, node, names[n], tuple(members[n])) for (kind, node), n in keys.items()]
    ends.append(End("unseen", "unseen:ring", "whoever said it first", ()))
    return targets, ends


def _end_of(parent: Parent, mention: Mention) -> tuple[tuple[EndKind, str], str]:
    """Return the end that a parent is: own access to a document is the document's, else the report's.

    Behind an outlet whose report is not here, or does not hold the claim, stands whoever the chain says it had it from.
    """
    origin = mention.statement.voices[-1] if mention.statement.voices else None
    if parent.kind in ("unseen", "report") and origin is not None and mention.voice_ids:
        is_behind = len(mention.statement.voices) > 1 and origin.kind not in ("outlet", "unspecified")
        if _names_its_origin(mention, parent) or (is_behind and mention.statement.voices[0].kind == "outlet"):
            return ("voice", mention.voice_ids[-1]), origin.name
    if parent.kind == "own":
        return ("voice" if parent.id in mention.voice_ids else "report", parent.id), parent.name
    return (parent.kind, parent.id), parent.name


def _mention_of(parent: Parent, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention of the parent report that this one repeats: same origin, else sourced, else the first.

    A text that two reports both copied has the origin that either of them has. A mention that names its origin rests on
    that one, whoever passed it on, so on no mention there that is somebody else's: copying loses names and adds none.
    """
    inside = [other for other in mentions if other.report == parent.id.removeprefix(COMMON_TEXT)]
    same = [other for other in inside if mention.voice_ids and mention.voice_ids[-1] in other.voice_ids]
    sourced = [other for other in inside if other.statement.voices]
    is_report = parent.kind == "report" or parent.id.startswith(COMMON_TEXT)
    if not same and _names_its_origin(mention, parent):
        return None
    return next(iter(same or sourced or inside), None) if is_report else None


def _names_its_origin(mention: Mention, parent: Parent) -> bool:
    """Tell whether a chain ends in somebody with a name of their own, who is not the outlet of the parent report."""
    origin = mention.statement.voices[-1] if mention.statement.voices and mention.voice_ids else None
    if origin is None or origin.kind in ("outlet", "unnamed", "unspecified", "document"):
        return False
    words = name_words(origin.name)
    return bool(words) and not words & name_words(parent.name)


def _follow(pointers: NDArray[np.int64], mentions: int, ends: int) -> NDArray[np.int64]:
    """Return the end that each mention of each forest reaches; by doubling, so a chain of n takes log n steps."""
    at = pointers.copy()
    for _ in range(max(1, mentions.bit_length() + 1)):
        inner = at < mentions
        hop = np.take_along_axis(at, np.where(inner, at, 0), axis=1)
        at = np.where(inner, hop, at)
    return np.where(at < mentions, ends - 1, at - mentions)
