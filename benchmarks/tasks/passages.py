"""How many statements and chains of voices are found in annotated passages, with the right certainty?"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.chain_scores import add_up, count_passages, intervals, scores, with_spans
from benchmarks.datasets.written import FOLDER, LOCKED, Span, WrittenPassage, passages
from benchmarks.program import read_rows
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


def measure_locked_passages() -> Measured:
    """Score the locked half of the written passages, which nothing learns from; nothing of their texts is printed."""
    gold = [gold_row(passage) for passage in passages(LOCKED)]
    return Measured("locked-passages", digest(*FOLDER.glob(f"{LOCKED}/passages-*.tsv")), _chain_figures(gold))


def gold_row(passage: WrittenPassage) -> dict[str, Any]:
    """Return a written passage in the form of the shared chains, with spans in place of parts of the text."""
    statements = [
        {
            "content": _spans(statement.said.content),
            "source": _spans(statement.said.source),
            "cue": _spans(statement.said.cue),
            "voices": [{"name": v.name, "kind": v.kind, "named": v.named} for v in statement.voices],
            "quote": statement.quote,
            "act": statement.act,
            "certainty": statement.certainty,
            "polarity": statement.polarity,
        }
        for statement in passage.statements
    ]
    return {"id": passage.id, "text": passage.text, "outlet": passage.outlet, "statements": statements}


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
    system = read_rows([{"id": row["doc_id"], "text": row["text"], "language": "en"} for row in rows])
    found = scorer("score_attribution").score({row["doc_id"]: row for row in rows}, system)
    figures = [Figure(f"{name} F1", value["f1"], str(value)) for name, value in found.items()]
    return Measured("polnear", digest(POLNEAR), tuple(figures))


def _score_chains(task: str, gold: Path) -> Measured:
    return Measured(task, digest(gold), _chain_figures([with_spans(row) for row in _rows(gold)]))


def _chain_figures(gold: Sequence[dict[str, Any]]) -> tuple[Figure, ...]:
    """Return the figures of passages with spans, each with the interval that holds it in 90% of draws of passages."""
    known = ("id", "text", "outlet")
    system = read_rows([{**{key: row[key] for key in known if row.get(key)}, "language": "en"} for row in gold])
    counts = count_passages(gold, system)
    between = intervals(counts)
    figures: list[Figure] = []
    for name, value in scores(add_up(counts)).items():
        what, measure = ("F1", "f1") if "f1" in value else ("recall", "r")
        told = f"90%: {between[name][0]:.1f} to {between[name][1]:.1f}; {value}" if name in between else str(value)
        figures.append(Figure(f"{name} {what}", value[measure], told))
        if "f1" in value and "r" in value:
            figures.append(Figure(f"{name} recall", value["r"], str(value)))
    return tuple(figures)


def _spans(span: Span | None) -> list[list[int]]:
    return [list(span)] if span else []


def _rows(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
