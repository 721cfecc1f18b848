"""How far do two annotators agree on the tenth of the written passages and sentences that was labelled twice?

`python -m training.written.agreement` prints one table and no text of any passage. The first labels stand for the gold,
the second for a system; the shared scorers match them, so that the figures can be held against a reader's.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.datasets.written import (
    LEARN,
    LOCKED,
    Span,
    WrittenNames,
    WrittenPassage,
    WrittenStatement,
    passages,
    sentences,
)
from benchmarks.shared import scorer
from whence.understand.tags import NAME_KINDS

LABELS = ("certainty", "act", "polarity", "quote")
ANY_KIND = "names, any kind"
RESAMPLES, SEED, INSIDE = 1000, 20261125, 0.9
# A plane of Unicode without surrogates: room for a different character at every place of a passage.
_FIRST_CHARACTER = 0x10000

Row = dict[str, Any]
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Compared:
    """One text labelled twice: of each figure what both have, second and first; of each label the matched pairs."""

    counts: dict[str, tuple[int, int, int]]
    pairs: dict[str, Pairs] = field(default_factory=dict)


def main() -> None:
    """Print the agreement on the learn half, the locked half and both."""
    print(table())


def table() -> str:
    """Return the agreement as lines of text: a figure in percent (kappa: of 1), its 90% interval in brackets."""
    of_passages = {half: list(compared_passages(half)) for half in (LEARN, LOCKED)}
    of_sentences = {half: list(compared_sentences(half)) for half in (LEARN, LOCKED)}
    lines = [f"{'':24}{'learn':>20}{'locked':>20}{'both':>20}"]
    lines += _sizes("passages", of_passages)
    lines += [_line(f"{name} F1", _f1_of(name), of_passages) for name in ("statements", "link", "chain")]
    for label in LABELS:
        lines += [
            _line(f"{label}, macro F1", _macro_of(label, "f1"), of_passages),
            _line(f"{label}, accuracy", _macro_of(label, "accuracy"), of_passages),
            _line(f"{label}, kappa", _kappa_of(label), of_passages, digits=2),
        ]
    lines += _sizes("sentences", of_sentences)
    lines += [_line(f"{name} F1", _f1_of(name), of_sentences) for name in ("names", ANY_KIND, *NAME_KINDS)]
    return "\n".join(line.rstrip() for line in lines)


def compared_passages(half: str) -> Iterator[Compared]:
    """Yield each passage that was labelled twice, as the scorer of chains matches its statements."""
    firsts = {passage.id: passage for passage in passages(half)}
    for second in passages(half, second=True):
        gold, system = _gold_row(firsts[second.id]), _system_row(second)
        scores, _ = scorer("score_chains").score({second.id: gold}, {second.id: system})
        counts = {name: _counts(scores[name]) for name in ("statements", "link", "chain")}
        matched = _matched(gold, system)
        if len(matched) != counts["statements"][0]:
            raise AssertionError(
                f"In {second.id} {len(matched)} statements match, for the scorer {counts['statements']}"
            )
        yield Compared(counts, {label: [(one[label], two[label]) for one, two in matched] for label in LABELS})


def compared_sentences(half: str) -> Iterator[Compared]:
    """Yield each sentence that was labelled twice: exact names of all kinds, of each, and with the kind left aside."""
    firsts = {sentence.id: sentence for sentence in sentences(half)}
    score = scorer("score_names").score
    for second in sentences(half, second=True):
        gold, system = {second.id: _gold_names(firsts[second.id])}, {second.id: _system_names(second)}
        scores = score(gold, system, {kind: [kind] for kind in NAME_KINDS})
        counts = {"names": scores["all"]} | {kind: scores[kind] for kind in NAME_KINDS}
        for span in gold[second.id]["spans"]:
            span["label"] = ANY_KIND
        counts[ANY_KIND] = score(gold, system, {ANY_KIND: NAME_KINDS})["all"]
        yield Compared({name: _counts(value) for name, value in counts.items()})


def kappa(pairs: Pairs) -> float:
    """Return Cohen's kappa, the agreement above what two such habits would reach by chance; nan where all is one label.

    >>> kappa([("a", "a"), ("a", "a"), ("b", "b"), ("b", "a")])
    0.5
    """
    one, two, total = Counter(first for first, _ in pairs), Counter(second for _, second in pairs), len(pairs)
    chance = sum(one[label] * two[label] for label in one) / total**2 if total else 1.0
    same = sum(first == second for first, second in pairs) / total if total else 1.0
    return (same - chance) / (1 - chance) if chance < 1 else math.nan


def interval(texts: Sequence[Compared], figure: Callable[[Sequence[Compared]], float]) -> tuple[float, float]:
    """Return between which values nine of ten figures lie when as many texts are drawn anew, with repetition."""
    draw = random.Random(SEED)  # noqa: S311 - a resampling that must come out the same each time
    drawn = (figure(draw.choices(texts, k=len(texts))) for _ in range(RESAMPLES))
    values = sorted(value for value in drawn if not math.isnan(value))
    if not values:
        return math.nan, math.nan
    cut = round((1 - INSIDE) / 2 * (len(values) - 1))
    return values[cut], values[-1 - cut]


def _f1_of(name: str) -> Callable[[Sequence[Compared]], float]:
    def f1(texts: Sequence[Compared]) -> float:
        both, second, first = (sum(text.counts[name][i] for text in texts) for i in range(3))
        return 200 * both / (second + first) if second + first else math.nan

    return f1


def _macro_of(label: str, which: str) -> Callable[[Sequence[Compared]], float]:
    macro = scorer("spans").macro

    def value(texts: Sequence[Compared]) -> float:
        return float(macro(_all_pairs(texts, label))[which])

    return value


def _kappa_of(label: str) -> Callable[[Sequence[Compared]], float]:
    return lambda texts: kappa(_all_pairs(texts, label))


def _all_pairs(texts: Sequence[Compared], label: str) -> Pairs:
    return [pair for text in texts for pair in text.pairs[label]]


def _line(
    name: str, figure: Callable[[Sequence[Compared]], float], halves: dict[str, list[Compared]], *, digits: int = 1
) -> str:
    cells = []
    for texts in (*halves.values(), [text for half in halves.values() for text in half]):
        low, high = interval(texts, figure)
        cells.append(f"{figure(texts):.{digits}f} ({low:.{digits}f}-{high:.{digits}f})")
    return f"{name:24}" + "".join(f"{cell:>20}" for cell in cells)


def _sizes(what: str, halves: dict[str, list[Compared]]) -> list[str]:
    """Return how many texts there are, and how many statements or names both have, the first and the second."""
    columns = [*halves.values(), [text for half in halves.values() for text in half]]
    name = "statements" if what == "passages" else "names"
    totals = [[sum(text.counts[name][i] for text in texts) for i in range(3)] for texts in columns]
    lines = [f"{what:24}" + "".join(f"{len(texts):>20}" for texts in columns)]
    for title, i in ((f"{name}, first", 2), (f"{name}, second", 1), (f"{name}, matched", 0)):
        lines.append(f"{title:24}" + "".join(f"{total[i]:>20}" for total in totals))
    return lines


def _counts(score: Row) -> tuple[int, int, int]:
    """Return how many both have, the second and the first; the recall is rounded, to a tenth of a percent."""
    return round(score["r"] * score["gold"] / 100), score["predicted"], score["gold"]


def _matched(gold: Row, system: Row) -> list[tuple[Row, Row]]:
    """Return the pairs of attributed statements that the scorer of chains finds: best overlap first, each used once."""
    shared = scorer("score_chains")
    ranked = sorted(
        (
            (shared.overlap(shared.where(gold["text"], one["content"]), two["content"]), i, j)
            for i, one in enumerate(gold["statements"])
            for j, two in enumerate(system["statements"])
            if one["voices"] and two["voices"]
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for value, i, j in ranked:
        if value >= 0.5 and i not in found and j not in found.values():
            found[i] = j
    return [(gold["statements"][i], system["statements"][j]) for i, j in found.items()]


def _gold_row(passage: WrittenPassage) -> Row:
    """Return a passage as the scorer wants its gold: by strings, each of which must occur once.

    So it is given, in place of the text, one as long in which no character occurs twice.
    """
    places = "".join(chr(_FIRST_CHARACTER + at) for at in range(len(passage.text)))
    rows: list[Row] = []
    for statement in passage.statements:
        said = statement.said
        spans = {"content": said.content, "source": said.source, "cue": said.cue}
        parts = {name: places[span[0] : span[1]] if span else None for name, span in spans.items()}
        rows.append(parts | _labels(statement))
    return {"id": passage.id, "text": places, "statements": rows}


def _system_row(passage: WrittenPassage) -> Row:
    """Return a passage as `whence read` would print it."""
    rows: list[Row] = []
    for statement in passage.statements:
        said = statement.said
        rows.append(
            {"content": [said.content], "source": _spans(said.source), "cue": _spans(said.cue)} | _labels(statement)
        )
    return {"id": passage.id, "statements": rows}


def _labels(statement: WrittenStatement) -> Row:
    voices = [{"name": voice.name, "kind": voice.kind} for voice in statement.voices]
    return {"voices": voices} | {label: getattr(statement, label) for label in LABELS}


def _spans(span: Span | None) -> list[Span]:
    return [span] if span else []


def _gold_names(sentence: WrittenNames) -> Row:
    spans = [{"start": start, "end": end, "label": kind} for (start, end), kind in sentence.names]
    return {"id": sentence.id, "text": sentence.text, "spans": spans}


def _system_names(sentence: WrittenNames) -> Row:
    by_kind: dict[str, list[Span]] = defaultdict(list)
    for span, kind in sentence.names:
        by_kind[kind].append(span)
    return {"entities": [{"kind": kind, "occurrences": spans} for kind, spans in by_kind.items()]}


if __name__ == "__main__":
    main()
