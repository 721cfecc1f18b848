"""Of what kind are the reader's errors on PolNeAR's development articles? `python -m benchmarks.errors` counts them."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.program import read_rows
from benchmarks.shared import SHARED, scorer

ROLES = ("source", "cue", "content")
# Share of two contents that lies in both, from which they are one to the scorer.
SAME = 0.5

Places = dict[str, set[int]]
# How much of two sets of places lies in both, 0 to 1; the shared scorer's.
Iou = Callable[[set[int], set[int]], float]


def count_errors() -> Counter[str]:
    """Return how many attributions were missed or made up, by the first thing that is wrong with each."""
    score = scorer("score_attribution")
    lines = (SHARED / "data" / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    system = read_rows({"id": row["doc_id"], "text": row["text"], "language": "en"} for row in rows)
    found: Counter[str] = Counter()
    for row in rows:
        read = [each for each in system[row["doc_id"]]["statements"] if each["act"] != "own_voice"]
        predicted = [_places(each, score) for each in read]
        used: set[int] = set()
        for gold in (_places(each, score) for each in row["attributions"]):
            at = next((n for n, one in enumerate(predicted) if n not in used and _is_found(one, gold, score.iou)), None)
            if at is None:
                found[_kind_of_miss(gold, predicted, score.iou)] += 1
            else:
                used.add(at)
        cues = set().union(*(_places(each, score)["cue"] for each in row["attributions"]))
        for number, one in enumerate(predicted):
            if number not in used:
                found["made up: no such cue" if not one["cue"] & cues else "made up: a second row, or one missed"] += 1
    return found


def _places(attribution: dict[str, Any], score: Any) -> Places:
    return {role: score.chars(attribution.get(role) or []) for role in ROLES}


def _is_found(predicted: Places, gold: Places, iou: Iou) -> bool:
    """Tell whether a predicted attribution is the gold one, as `link` of the shared scorer has it."""
    sources = predicted["source"], gold["source"]
    is_same_source = bool(sources[0] & sources[1]) or not any(sources)
    return (
        bool(predicted["cue"] & gold["cue"]) and iou(predicted["content"], gold["content"]) >= SAME and is_same_source
    )


def _kind_of_miss(gold: Places, predicted: Sequence[Places], iou: Iou) -> str:
    """Return what is wrong first: no such cue, another content, another source."""
    same_cue = [one for one in predicted if one["cue"] & gold["cue"]]
    if not same_cue:
        return "missed: no cue found"
    nearest = max(same_cue, key=lambda one: iou(one["content"], gold["content"]))
    if iou(nearest["content"], gold["content"]) < SAME:
        if not nearest["content"] & gold["content"]:
            return "missed: content elsewhere"
        return f"missed: content too {'short' if len(nearest['content']) < len(gold['content']) else 'long'}"
    if not gold["source"]:
        return "missed: a source where there is none"
    return "missed: another source" if nearest["source"] else "missed: no source found"


if __name__ == "__main__":
    for kind, count in count_errors().most_common():
        print(f"{kind:40} {count:5}")
