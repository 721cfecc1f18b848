"""How right are the statements and chains of voices of annotated passages, and within which interval?

The shared scorer's rule (`tools/score_chains.py`), counted passage by passage and with spans in place of parts of the
text, which may occur twice. Counts of passages add up, so that an interval costs no second scoring. A test holds that
both scorers give the same figures on the shared chains.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.shared import scorer

Row = dict[str, Any]
Found = Mapping[str, Row]
# A count of things, or a pair of labels as ("label", field, gold, system).
Counts = Counter[tuple[str, ...]]

FIELDS = ("certainty", "act", "polarity", "quote")
ORIGIN_KIND = "kind of the origin"
# What a passage says that does not say a field.
UNLABELLED = ("None", "")
# What share of a content and of a source must be the same.
LEAST_OVERLAP = 0.5
# Chains of so many voices or more are counted together.
DEEP = 3
# The interval holds so much of the draws.
INNER, DRAWS, SEED = 0.9, 1000, 1
# Passages of which an interval says anything.
FEWEST = 30


def with_spans(row: Row) -> Row:
    """Return a row of the shared chains with spans in place of content, source and cue."""
    where = scorer("score_chains").where
    statements = [
        statement | {part: where(row["text"], statement[part]) for part in ("content", "source", "cue")}
        for statement in row["statements"]
    ]
    return row | {"statements": statements}


def count_passages(gold: Sequence[Row], found: Found) -> list[Counts]:
    """Return the counts of each passage; `gold` has spans, `found` the lines of `whence read` by id."""
    return [count_passage(row["statements"], found.get(row["id"], {}).get("statements", [])) for row in gold]


def count_passage(gold: Sequence[Row], system: Sequence[Row]) -> Counts:
    """Return what is to be found in one passage, what was found, and how much of that is right."""
    counts: Counts = Counter()
    pairs = match(gold, system)
    _count_system(counts, gold, system, set(pairs.values()))
    for number, statement in enumerate(gold):
        is_found = number in pairs
        if not statement["voices"]:
            counts.update({("own gold",): 1, ("own found",): int(is_found)})
            continue
        deep = str(min(len(statement["voices"]), DEEP))
        counts.update([("gold",), ("gold", deep)])
        if is_found:
            _count_found(counts, statement, system[pairs[number]], deep)
    return counts


def match(gold: Sequence[Row], system: Sequence[Row]) -> dict[int, int]:
    """Return which system statement finds which gold one: the best overlap first, each used once."""
    overlap = scorer("score_chains").overlap
    pairs = sorted(
        (
            (overlap(wanted["content"], given["content"]), number, other)
            for number, wanted in enumerate(gold)
            for other, given in enumerate(system)
            if bool(wanted["voices"]) != _is_own_voice(given)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    used: set[int] = set()
    for value, number, other in pairs:
        if value >= LEAST_OVERLAP and number not in found and other not in used:
            found[number] = other
            used.add(other)
    return found


def add_up(counts: Iterable[Counts]) -> Counts:
    """Return the sum over passages."""
    total: Counts = Counter()
    for each in counts:
        total.update(each)
    return total


def scores(counts: Counts) -> dict[str, dict[str, float]]:
    """Return the figures of the shared scorer, under its names."""
    prf = scorer("spans").prf
    predicted, gold = counts["system",] + counts["own wrong",], counts["gold",]
    names = {"statements": "found", "link": "link", "chain": "chain", "origin": "origin"}
    out: dict[str, dict[str, float]] = {name: prf(counts[key,], predicted, gold) for name, key in names.items()}
    out["own voice found"] = _recall(counts["own found",], counts["own gold",])
    for deep in range(1, DEEP + 1):
        if counts["gold", str(deep)]:
            name = f"chain right, {f'{DEEP} or more' if deep == DEEP else deep} voices"
            out[name] = _recall(counts["chain", str(deep)], counts["gold", str(deep)])
    for field in (ORIGIN_KIND, *FIELDS):
        pairs = {key[2:]: count for key, count in counts.items() if key[:2] == ("label", field) and count}
        if any(wanted not in UNLABELLED for wanted, _ in pairs):
            out[f"{field}, macro"] = macro(pairs)
    return out


def macro(pairs: Mapping[tuple[str, ...], int]) -> dict[str, float]:
    """Return macro F1 over the gold labels of counted (gold, system) pairs, with accuracy and each label's F1."""
    prf = scorer("spans").prf
    gold: Counter[str] = Counter()
    system: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (wanted, given), count in pairs.items():
        gold[wanted] += count
        system[given] += count
        right[wanted] += count * (wanted == given)
    each = {label: prf(right[label], system[label], gold[label])["f1"] for label in sorted(gold)}
    accuracy = round(100 * right.total() / max(1, gold.total()), 1)
    return {"f1": round(sum(each.values()) / max(1, len(each)), 1), "accuracy": accuracy, **each}


def intervals(counts: Sequence[Counts], *, draws: int = DRAWS, seed: int = SEED) -> dict[str, tuple[float, float]]:
    """Return between what each figure lies in 90% of the draws of as many passages, with replacement.

    A figure that no draw can say, or that stands on fewer than `FEWEST` passages, has no interval.
    """
    if len(counts) < FEWEST:
        return {}
    keys = sorted(add_up(counts))
    table = np.array([[each[key] for key in keys] for each in counts], np.int64).reshape(len(counts), len(keys))
    chance = np.random.default_rng(seed)
    times = chance.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), draws)
    drawn: dict[str, list[float]] = {}
    for row in (times @ table).tolist():
        for name, value in scores(Counter(dict(zip(keys, row, strict=True)))).items():
            drawn.setdefault(name, []).append(value["f1"] if "f1" in value else value["r"])
    edges = ((1 - INNER) / 2, (1 + INNER) / 2)
    return {name: (float(low), float(high)) for name, row in drawn.items() for low, high in [np.quantile(row, edges)]}


def _is_own_voice(statement: Row) -> bool:
    return statement.get("act") == "own_voice" or not statement.get("voices")


def _count_system(counts: Counts, gold: Sequence[Row], system: Sequence[Row], used: set[int]) -> None:
    """Count what was said to be attributed, and own-voice statements that lie in attributed contents."""
    chars = scorer("spans").chars
    attributed = {place for wanted in gold if wanted["voices"] for place in chars(wanted["content"])}
    for number, given in enumerate(system):
        if not _is_own_voice(given):
            counts["system",] += 1
        elif number not in used:
            places = chars(given["content"])
            counts["own wrong",] += len(places & attributed) > LEAST_OVERLAP * len(places)


def _count_found(counts: Counts, wanted: Row, given: Row, deep: str) -> None:
    """Count what is right of a gold statement that was found."""
    spans, chains = scorer("spans"), scorer("score_chains")
    origin, found_origin = wanted["voices"][-1], given["voices"][-1]
    is_source = _is_absent(wanted, given, "source") or (
        spans.iou(spans.chars(wanted["source"]), spans.chars(given.get("source") or [])) >= LEAST_OVERLAP
    )
    is_cue = _is_absent(wanted, given, "cue") or bool(spans.chars(wanted["cue"]) & spans.chars(given.get("cue") or []))
    is_chain = chains.same_chain(wanted["voices"], given["voices"])
    counts.update(
        {
            ("found",): 1,
            ("link",): int(is_source and is_cue),
            ("chain",): int(is_chain),
            ("chain", deep): int(is_chain),
            ("origin",): int(spans.same_name(origin["name"], found_origin["name"])),
        }
    )
    counts["label", ORIGIN_KIND, str(origin.get("kind")), str(found_origin.get("kind"))] += 1
    for field in FIELDS:
        counts["label", field, str(wanted.get(field)), str(given.get(field))] += 1


def _is_absent(wanted: Row, given: Row, part: str) -> bool:
    return not wanted[part] and not given.get(part)


def _recall(found: int, gold: int) -> dict[str, float]:
    return {"r": round(100 * found / max(1, gold), 1), "gold": gold}
