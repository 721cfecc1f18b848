"""How likely is each possible parent of a mention?

A conditional logit (McFadden 1974) over the candidates of `candidates.py`: each has the sum of its features times
their weights as its log-odds, and the probabilities of a mention's candidates sum to 1. Mentions on somebody's word and
mentions on nobody's have weights of their own, learned from annotated stories (`parent_weights.py`). One thing is
learned from the case itself: how often each report rests on each other one. Every mention's parents are weighed twice,
and the second time what the other mentions of its report rest on counts too, with a prior as strong as half a mention
(a step of expectation-maximisation with empirical Bayes).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from whence.model.report import Passage
from whence.model.spans import hull
from whence.model.stemma import Parent
from whence.model.story import Claim, Mention
from whence.weigh.candidate import Candidate, Kind
from whence.weigh.candidates import UNKNOWN, is_sourced, list_candidates
from whence.weigh.parent_weights import FIRST_SOURCED, FIRST_UNSOURCED, SOURCED, UNSOURCED
from whence.weigh.report_facts import Facts
from whence.weigh.view import StoryView

Floats = NDArray[np.float64]

# What a report is taken to rest on before anything is known of its other mentions, and how strong that is in mentions.
PRIOR_REST, PRIOR_MENTIONS = 0.15, 0.6


def weigh_parents(claims: Sequence[Claim], view: StoryView) -> dict[str, tuple[Parent, ...]]:
    """Return the possible parents of every mention of a story by its id, best first, their probabilities summing to 1.

    Those of a mention do not depend on the order of claims or mentions.
    """
    rows = list_rows(claims, view)
    for row in rows:
        row.weigh(FIRST_SOURCED if row.is_sourced else FIRST_UNSOURCED)
    add_habits(rows)
    for row in rows:
        row.weigh(SOURCED if row.is_sourced else UNSOURCED, lean=view.options.lean_on_reports)
    _lean_on_siblings(rows, view)
    return {row.mention.id: _settle(row) for row in rows}


def list_rows(claims: Sequence[Claim], view: StoryView) -> list["MentionRow"]:
    """Return every mention of the claims with its candidates, not weighed yet, by claim and mention."""
    facts = Facts(view, claims)
    return [
        MentionRow(claim.id, mention, list_candidates(mention, claim.mentions, view, facts), is_sourced(mention, view))
        for claim in sorted(claims, key=lambda claim: claim.id)
        for mention in sorted(claim.mentions, key=lambda mention: mention.id)
    ]


class MentionRow:
    """One mention with its candidates, and the probability of each once it is weighed."""

    def __init__(self, claim: str, mention: Mention, candidates: list[Candidate], is_sourced: bool) -> None:
        self.claim, self.mention, self.candidates, self.is_sourced = claim, mention, candidates, is_sourced
        self.chances: dict[tuple[Kind, str], float] = {}

    def weigh(self, weights: Mapping[str, float], *, lean: float = 0.0) -> None:
        """Give each candidate its probability; `lean` is what an earlier report has more than its features say."""
        if not self.candidates:
            return
        odds = [
            sum(weights.get(f, 0.0) * value for f, value in c.features.items()) + lean * (c.kind == "report")
            for c in self.candidates
        ]
        shares: Floats = np.exp(np.array(odds) - max(odds))
        shares /= shares.sum()
        self.chances = {(c.kind, c.id): float(s) for c, s in zip(self.candidates, shares, strict=True)}


def add_habits(rows: Sequence[MentionRow]) -> None:
    """Add to every candidate how much the other mentions of the same report rest on it, by what is weighed so far."""
    of_report: dict[str, list[MentionRow]] = defaultdict(list)
    for row in rows:
        of_report[row.mention.report].append(row)
    for same_report in of_report.values():
        for row in same_report:
            beside = [other for other in same_report if other is not row and other.claim == row.claim]
            elsewhere = [other for other in same_report if other.claim != row.claim]
            rests = sum(_on_reports(other) for other in (*beside, *elsewhere))
            for candidate in row.candidates:
                key, kind, features = (candidate.kind, candidate.id), candidate.kind, candidate.features
                if kind in ("report", "own"):
                    habit = sum(other.chances.get(key, 0.0) for other in elsewhere)
                    features[f"{kind} elsewhere"] = math.log((habit + PRIOR_REST) / (len(elsewhere) + PRIOR_MENTIONS))
                if beside:
                    features[f"{kind} beside"] = sum(other.chances.get(key, 0.0) for other in beside) / len(beside)
                if kind != "report":
                    count = len(beside) + len(elsewhere)
                    features[f"{kind} in a dependent report"] = math.log((rests + 0.5) / (count + 1))


def _on_reports(row: MentionRow) -> float:
    return sum(chance for (kind, _), chance in row.chances.items() if kind == "report")


def _lean_on_siblings(rows: Sequence[MentionRow], view: StoryView) -> None:
    """Let an unsourced sentence rest on what its own report says on someone's word elsewhere: a lead and its source.

    What would be its outlet's own access, or not recorded, is then that of the sourced mentions of the claim there.
    """
    share = view.options.lean_on_source
    sourced: dict[tuple[str, str], list[MentionRow]] = defaultdict(list)
    for row in rows:
        if row.is_sourced or row.mention.statement.basis in ("first_hand", "document"):
            sourced[row.claim, row.mention.report].append(row)
    for row in rows:
        statement = row.mention.statement
        if row.is_sourced or statement.basis in ("first_hand", "document"):
            continue
        beside = [
            other
            for other in sourced[row.claim, row.mention.report]
            if other.mention.statement.polarity == statement.polarity and other.chances
        ]
        own = [key for key in row.chances if key[0] in ("own", "unseen")]
        moved = share * sum(row.chances[key] for key in own)
        if not beside or moved <= 0:
            continue
        for key in own:
            row.chances[key] *= 1 - share
        known = {(c.kind, c.id): c for c in row.candidates}
        for other in beside:
            for candidate in other.candidates:
                key = (candidate.kind, candidate.id)
                if key not in known:
                    known[key] = Candidate(*key, candidate.name, {}, list(candidate.passages))
                    row.candidates.append(known[key])
                known[key].reasons.append("the same report has it from there")
                row.chances[key] = row.chances.get(key, 0.0) + moved * other.chances[key] / len(beside)


def _settle(row: MentionRow) -> tuple[Parent, ...]:
    """Return the parents in order; where nothing was found, where it is from is not recorded."""
    if not row.chances:
        passage = Passage(row.mention.report, hull(row.mention.statement.content))
        node = f"unseen:{row.mention.report}"
        return (Parent("unseen", node, UNKNOWN, 1.0, (passage,), ("nothing here says where it is from",)),)
    ranked = sorted(row.candidates, key=lambda c: (-row.chances[c.kind, c.id], c.kind, c.id))
    return tuple(
        Parent(
            kind=candidate.kind,
            id=candidate.id,
            name=candidate.name,
            probability=row.chances[candidate.kind, candidate.id],
            passages=tuple(sorted(set(candidate.passages), key=lambda p: (p.report, p.span))),
            reasons=tuple(dict.fromkeys(candidate.reasons)),
        )
        for candidate in ranked
        if row.chances[candidate.kind, candidate.id] > 0
    )
