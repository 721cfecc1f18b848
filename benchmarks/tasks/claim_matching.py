"""Is the checked claim that a short message repeats found among ten thousand? CLEF CheckThat! 2020, task 2, dev."""

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.shared import SHARED, digest
from benchmarks.tasks.measure import Figure, Measured
from whence.engines.encoder import OnnxEncoder
from whence.link.matching import ClaimMatcher

FOLDER = SHARED / "data" / "claims"
CLAIMS, QUERIES, RIGHT = (FOLDER / f"clef2020t2_{name}.jsonl" for name in ("vclaims", "queries", "qrels"))
DEPTH = 5
_ADDRESS = re.compile(r"https?://\S+|pic\.twitter\.com/\S+")
_TAG = re.compile(r"[#@](\w+)")


def measure_claim_matching() -> Measured:
    """Rank the checked claims for each message; mean average precision at 5, as the task had it."""
    claims = _rows(CLAIMS)
    right: dict[str, set[str]] = {}
    for row in _rows(RIGHT):
        if row["split"] == "dev":
            right.setdefault(row["q"], set()).add(row["d"])
    matcher = ClaimMatcher([(row["vclaim"], row["title"]) for row in claims], OnnxEncoder())
    scores = []
    for query in (row for row in _rows(QUERIES) if row["split"] == "dev"):
        ranked = [claims[number][""] for number, _ in matcher.rank(_plain(query["tweet_content"]), most=DEPTH)]
        scores.append(_average_precision(ranked, right.get(query[""], set())))
    figure = Figure("MAP at 5", 100 * sum(scores) / len(scores), f"{len(scores)} messages, {len(claims)} claims")
    return Measured("claim-matching", digest(CLAIMS, QUERIES, RIGHT), (figure,))


def _average_precision(ranked: list[str], right: set[str]) -> float:
    hits, total = 0, 0.0
    for place, found in enumerate(ranked, 1):
        if found in right:
            hits += 1
            total += hits / place
    return total / max(1, min(DEPTH, len(right)))


def _plain(message: str) -> str:
    """Return a message without addresses, its tags as words."""
    return " ".join(_TAG.sub(r"\1", _ADDRESS.sub(" ", message)).split())


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
