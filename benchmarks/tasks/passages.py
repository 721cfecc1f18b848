"""How many statements and chains of voices are found in annotated passages, with the right certainty?"""

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.program import read_reports
from benchmarks.shared import SHARED, digest, scorer
from benchmarks.tasks.measure import Figure, Measured

CHAINS = SHARED / "gold" / "chains.jsonl"
SEEDS = SHARED / "gold" / "seeds.jsonl"
WRITTEN = Path(__file__).resolve().parents[1] / "written" / "passages.jsonl"
POLNEAR = SHARED / "data" / "polnear" / "dev.jsonl"


def measure_chains() -> Measured:
    """Score the invented passages with nested attribution."""
    return _score_chains("chains", CHAINS)


def measure_written_passages() -> Measured:
    """Score the passages written for this project by someone who had not seen the code; rules are not set on them."""
    return _score_chains("written-passages", WRITTEN)


def measure_seeds() -> Measured:
    """Score the reader's annotation of the two published reports, with the numbers of rows found and right."""
    measured = _score_chains("seeds", SEEDS)
    counts = {figure.name: figure for figure in measured.figures}
    gold = sum(bool(s["voices"]) for row in _rows(SEEDS) for s in row["statements"])
    found = Figure("attributed rows found", round(counts["statements recall"].value * gold / 100), f"of {gold}")
    right = Figure("rows with the right chain", round(counts["chain recall"].value * gold / 100), f"of {gold}")
    return Measured(measured.task, measured.texts, (found, right, *measured.figures))


def measure_polnear() -> Measured:
    """Score the development articles of PolNeAR, which annotates no nesting and no certainty."""
    rows = _rows(POLNEAR)
    system = _read([{"id": row["doc_id"], "text": row["text"], "language": "en"} for row in rows])
    scores = scorer("score_attribution").score({row["doc_id"]: row for row in rows}, system)
    figures = [Figure(f"{name} F1", value["f1"], str(value)) for name, value in scores.items()]
    return Measured("polnear", digest(POLNEAR), tuple(figures))


def _score_chains(task: str, gold: Path) -> Measured:
    rows = _rows(gold)
    known = ("id", "text", "outlet")
    system = _read([{**{key: row[key] for key in known if row.get(key)}, "language": "en"} for row in rows])
    scores, _ = scorer("score_chains").score({row["id"]: row for row in rows}, system)
    figures: list[Figure] = []
    for name, value in scores.items():
        if "f1" in value:
            figures.append(Figure(f"{name} F1", value["f1"], str(value)))
        if "r" in value:
            figures.append(Figure(f"{name} recall", value["r"], str(value)))
    return Measured(task, digest(gold), tuple(figures))


def _rows(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]


def _read(reports: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "passages.jsonl"
        file.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        return read_reports(file)
