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

# Begins the id of a text that is not here and that two reports both copied; the id of one of them follows.
COMMON_TEXT = "unseen:text shared with "

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
    mentions: Sequence[Mention], parents: Mapping[str, Sequence[Parent]], options: WeighOptions
) -> Forests:
    """Draw parents for every mention, follow them to their ends, and return which ends each forest has.

    Each mention has its own stream of draws, so that one more report changes nothing about the others' draws.
    A mention that may not belong to the claim takes part in fewer forests. A report as parent means its own
    mention of the claim, if it has one; a ring of reports has an end nobody saw.
    """
    forests, seed = options.forests, options.seed
    affirming = sorted(mentions, key=lambda m: (m.report, m.id))
    index = {mention.id: n for n, mention in enumerate(affirming)}
    targets, ends = _number_nodes(affirming, index, parents)
    pointers = np.empty((forests + 1, len(affirming)), np.int64)
    takes_part = np.empty((forests + 1, len(affirming)), np.bool_)
    for n, mention in enumerate(affirming):
        draw = np.random.default_rng([seed, crc32(mention.id.encode())]).random(forests)
        steps = np.cumsum([parent.probability for parent in parents[mention.id]])
        choice = np.minimum(np.searchsorted(steps, draw * steps[-1], side="right"), len(steps) - 1)
        pointers[:forests, n] = np.asarray(targets[n])[choice]
        pointers[forests, n] = targets[n][0]
        belonging = np.random.default_rng([seed, 2, crc32(mention.id.encode())]).random(forests)
        takes_part[:forests, n] = belonging < mention.belongs / options.belongs_fully
        takes_part[forests, n] = mention.belongs >= options.belongs_fully
    at = _follow(pointers, len(affirming), len(ends))
    reached = np.zeros((forests + 1, len(ends)), np.bool_)
    rows = np.repeat(np.arange(forests + 1), len(affirming))
    kept = takes_part.ravel()
    reached[rows[kept], at.ravel()[kept]] = True
    return Forests(tuple(ends), reached[:forests], reached[forests])


def _number_nodes(
    mentions: Sequence[Mention], index: Mapping[str, int], parents: Mapping[str, Sequence[Parent]]
) -> tuple[list[list[int]], list[End]]:
    """Return for each mention the node of each parent, and the ends; the last end is the ring that nobody saw."""
    count = len(mentions)
    keys: dict[tuple[EndKind, str], int] = {}
    names: list[str] = []
    members: list[list[str]] = []
    targets: list[list[int]] = []
    for mention in mentions:
        row = []
        for parent in parents[mention.id]:
            inner = _mention_of(parent, mention, mentions)
            if inner is not None:
                row.append(index[inner.id])
                continue
            key, name = _end_of(parent, mention)
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
        if is_behind and mention.statement.voices[0].kind == "outlet":
            return ("voice", mention.voice_ids[-1]), origin.name
    if parent.kind == "own":
        return ("voice" if parent.id in mention.voice_ids else "report", parent.id), parent.name
    return (parent.kind, parent.id), parent.name


def _mention_of(parent: Parent, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention of the parent report that this one repeats: same origin, else sourced, else the first.

    A text that two reports both copied has the origin that either of them has.
    """
    inside = [other for other in mentions if other.report == parent.id.removeprefix(COMMON_TEXT)]
    same = [other for other in inside if mention.voice_ids and mention.voice_ids[-1] in other.voice_ids]
    sourced = [other for other in inside if other.statement.voices]
    is_report = parent.kind == "report" or parent.id.startswith(COMMON_TEXT)
    return next(iter(same or sourced or inside), None) if is_report else None


def _follow(pointers: NDArray[np.int64], mentions: int, ends: int) -> NDArray[np.int64]:
    """Return the end that each mention of each forest reaches; by doubling, so a chain of n takes log n steps."""
    at = pointers.copy()
    for _ in range(max(1, mentions.bit_length() + 1)):
        inner = at < mentions
        hop = np.take_along_axis(at, np.where(inner, at, 0), axis=1)
        at = np.where(inner, hop, at)
    return np.where(at < mentions, ends - 1, at - mentions)
