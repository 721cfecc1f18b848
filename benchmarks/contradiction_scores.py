"""How many of the contradictions that a trace links are contradictions by the writers' annotation?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.shared import scorer

# An annotated claim and the polarity of one of its mentions.
Told = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LinkedContradictions:
    """Pairs of system claims linked as contradicting: right, wrong, and with a side that nobody annotated."""

    right: int
    wrong: int
    unjudged: int


def judge_contradictions(stories: Sequence[dict[str, Any]], system: dict[str, Any]) -> LinkedContradictions:
    """Return how many links hold: their mentions are of claims annotated as contradicting, or deny one claim.

    A link is judged where each side has a mention that was annotated. `stories` and `system` are as the shared
    scorer takes them.
    """
    matched = scorer("score_newsroom").match(stories, system)
    said: dict[str, set[Told]] = defaultdict(set)
    contrary: set[frozenset[Told]] = set()
    for story in stories:
        for pair in story["truth"].get("contradictions", []):
            contrary.add(frozenset((f"{story['id']} {pair[side]}", "positive") for side in ("a", "b")))
        for claim in story["truth"]["claims"]:
            name = f"{story['id']} {claim['id']}"
            contrary.add(frozenset(((name, "positive"), (name, "negative"))))
            for place, mention in enumerate(claim["mentions"]):
                if (hit := matched.get((story["id"], claim["id"], place))) is not None:
                    said[system["claims"][hit[0]]["id"]].add((name, mention["polarity"]))
    links = {
        frozenset((claim["id"], link["claim"]))
        for claim in system["claims"]
        for link in claim["links"]
        if link["kind"] == "contradicts"
    }
    counts = {True: 0, False: 0, None: 0}
    for one, other in map(sorted, links):
        is_judged = said[one] and said[other]
        holds = any(frozenset((a, b)) in contrary for a in said[one] for b in said[other])
        counts[holds if is_judged else None] += 1
    return LinkedContradictions(counts[True], counts[False], counts[None])
