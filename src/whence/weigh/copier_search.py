"""Who copies whom in a table of values? What values weigh and who copies is found in turns, from several beginnings.

Which values are rare hangs on who copies, and who copies on which values are rare. A block of copies that is taken for
independent sources looks accurate, and whoever contradicts it looks wrong: an answer that confirms itself. So the
search begins once with nobody copying, once with the surest pairs and once with all likely ones, and keeps the answer
under which the whole table is most probable.
"""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from whence.weigh.coded_values import CodedValues, Whole
from whence.weigh.copy_pairs import PairEvidence, compare_sources, paired_sources
from whence.weigh.options import CopierOptions
from whence.weigh.value_votes import Copying, Votes, first_votes, independent, weigh_choices


@dataclass(frozen=True, slots=True)
class CopierAnswer:
    """One answer of the search: who copies whom, what the values weigh then, and what that says of each pair.

    `fit` is the log-likelihood of the table less the cost of naming each copier's parent among all sources.
    """

    copying: Copying
    votes: Votes
    pairs: PairEvidence
    fit: float


def search_copiers(coded: CodedValues, *, options: CopierOptions) -> CopierAnswer:
    """Return the most probable answer; the table must hold a row. The same rows give the same answer in any order."""
    keys = paired_sources(coded)
    seen = compare_sources(coded, first_votes(coded), keys, options=options)
    beginnings = (
        independent(coded),
        _spanning(coded, seen, np.flatnonzero(seen.wholesale >= 1 - options.doubt), options=options),
        _spanning(coded, seen, np.flatnonzero(seen.copies > options.likely), options=options),
    )
    answers = [answer for begin in beginnings for answer in _in_turns(coded, begin, keys, options=options)]
    return max(answers, key=lambda answer: answer.fit)


def _in_turns(coded: CodedValues, copying: Copying, keys: Whole, *, options: CopierOptions) -> list[CopierAnswer]:
    """Return where the turns lead from a beginning: one answer that stands still, or those of the ring that they enter.

    Answers on the way are no candidates: a forest can fit better that the evidence under its own values does not show.
    """
    answers: list[CopierAnswer] = []
    seen: dict[bytes, int] = {}
    for turn in range(options.search_rounds):
        seen[_as_bytes(copying)] = turn
        votes = weigh_choices(coded, copying, options=options)
        pairs = compare_sources(coded, votes, keys, options=options)
        cost = copying.edges * math.log(max(2, len(coded.sources)))
        answers.append(CopierAnswer(copying, votes, pairs, votes.fit - cost))
        likely = np.flatnonzero(pairs.copies > options.likely)
        copying = _spanning(coded, pairs, likely, options=options)
        before = seen.get(_as_bytes(copying))
        if before is not None:
            return answers[before:]
    # Still moving, by little: the last two stand for what they move between.
    return answers[-2:]


def _as_bytes(copying: Copying) -> bytes:
    # Shares that are alike to a hundredth weigh the same values.
    return copying.parent.tobytes() + copying.share.round(2).tobytes()


def _spanning(coded: CodedValues, pairs: PairEvidence, chosen: Whole, *, options: CopierOptions) -> Copying:
    """Return the forest of the chosen pairs with most evidence, each tree hung from its source with most rows."""
    joined = np.arange(len(coded.sources))
    neighbours: dict[int, list[tuple[int, float]]] = defaultdict(list)
    most = 1 - options.least_doubt
    for place in chosen[np.lexsort((chosen, -pairs.evidence[chosen]))].tolist():
        one, other = int(pairs.one[place]), int(pairs.other[place])
        if joined[one] == joined[other]:
            continue
        joined[joined == joined[other]] = joined[one]
        share = min(float(pairs.share[place]), most)
        neighbours[one].append((other, share))
        neighbours[other].append((one, share))
    copying = independent(coded)
    seen: set[int] = set()
    for root in np.argsort(-coded.rows_of_source, kind="stable").tolist():
        waiting = [] if root in seen else [root]
        seen.add(root)
        while waiting:
            parent = waiting.pop()
            for child, share in neighbours[parent]:
                if child not in seen:
                    seen.add(child)
                    copying.parent[child], copying.share[child] = parent, share
                    waiting.append(child)
    return copying
