"""How many of the relations that a report's words state are found, as certain as they say, and how many are right?"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.datasets.names import RE3D
from benchmarks.datasets.relations import (
    LEARN,
    LOCKED,
    WrittenRelation,
    WrittenText,
    re3d_relations,
    written_relations,
)
from benchmarks.program import read_rows
from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from whence.text.quotes import find_quotes
from whence.text.sentences import find_sentences

Row = Mapping[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line: a predicted one right or not, a stated one found or not."""

    predicate: str
    is_predicted: bool
    is_matched: bool


def measure_relations() -> Measured:
    """Score the lines of the written texts, of each half apart; by predicate for the half that was learned from."""
    figures: list[Figure] = []
    for half, file in (("learn", LEARN), ("locked", LOCKED)):
        texts = written_relations(file)
        found = read_rows([{"id": text.id, "text": text.text, "language": "en"} for text in texts])
        for name, strict in (("as certain as it says", True), ("certainty aside", False)):
            outcomes = [outcome for text in texts for outcome in compare(text, found.get(text.id, {}), strict=strict)]
            figures += _figures(f"{half}, {name}", outcomes)
            if strict and half == "learn":
                figures += _by_predicate(outcomes)
        figures.append(Figure(f"{half}: lines whose passage holds both things", _passages(found.values())))
    return Measured("relations", digest(LEARN, LOCKED), tuple(figures))


def compare(text: WrittenText, found: Row, *, strict: bool) -> Iterator[Outcome]:
    """Yield what became of each predicted and of each stated line of one text, one to one.

    Two things are one where an occurrence of the found one overlaps the written words; polarity must be right, and
    certainty too where `strict`.
    """
    spans = places(found)
    open_gold = list(text.relations)
    for line in found.get("relations", []):
        match = next((gold for gold in open_gold if _is_same(text.text, gold, line, spans, strict=strict)), None)
        if match is not None:
            open_gold.remove(match)
            yield Outcome(match.predicate, is_predicted=False, is_matched=True)
        yield Outcome(line["predicate"], is_predicted=True, is_matched=match is not None)
    for gold in open_gold:
        yield Outcome(gold.predicate, is_predicted=False, is_matched=False)


def places(found: Row) -> dict[str, list[Span]]:
    """Return where each entity and each description of a reading stands."""
    spans = {row["id"]: [(s, e) for s, e in row["occurrences"]] for row in found.get("entities", [])}
    return spans | {row["id"]: [(s, e) for s, e in row["spans"]] for row in found.get("descriptions", [])}


def _is_same(text: str, gold: WrittenRelation, line: Row, spans: Mapping[str, Sequence[Span]], *, strict: bool) -> bool:
    if (gold.predicate, gold.polarity) != (line["predicate"], line["polarity"]):
        return False
    if strict and gold.certainty != line["certainty"]:
        return False
    return all(
        _overlaps(text, part, spans[line[key]]) for key, part in (("subject", gold.subject), ("object", gold.object))
    )


def _overlaps(text: str, part: str, spans: Iterable[Span]) -> bool:
    at = text.find(part)
    while at >= 0:
        if any(start < at + len(part) and at < end for start, end in spans):
            return True
        at = text.find(part, at + 1)
    return False


def _figures(name: str, outcomes: Sequence[Outcome]) -> list[Figure]:
    precision, recall, f1, detail = scores(outcomes)
    return [
        Figure(f"{name}: precision", precision, detail),
        Figure(f"{name}: recall", recall),
        Figure(f"{name}: F1", f1),
    ]


def scores(outcomes: Iterable[Outcome]) -> tuple[float, float, float, str]:
    """Return precision, recall and F1 in percent, and the counts in words."""
    counts = Counter((outcome.is_predicted, outcome.is_matched) for outcome in outcomes)
    right, predicted = counts[True, True], counts[True, True] + counts[True, False]
    stated = counts[False, True] + counts[False, False]
    precision, recall = 100 * right / max(predicted, 1), 100 * counts[False, True] / max(stated, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return precision, recall, f1, f"{right} of {predicted} lines right, {stated} stated"


def _by_predicate(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    for predicate in sorted({outcome.predicate for outcome in outcomes}):
        precision, recall, f1, detail = scores(o for o in outcomes if o.predicate == predicate)
        yield Figure(f"learn: {predicate} F1", f1, f"p {precision:.0f} r {recall:.0f}, {detail}")


def _passages(found: Iterable[Row]) -> float:
    """Return the share of lines, in percent, whose passage holds an occurrence of both things."""
    lines = [(line, places(row)) for row in found for line in row.get("relations", [])]
    right = sum(
        all(
            any(line["passage"][0] <= start and end <= line["passage"][1] for start, end in spans[line[key]])
            for key in ("subject", "object")
        )
        for line, spans in lines
    )
    return 100 * right / max(len(lines), 1)


# Which of our predicates stand for re3d's types, and whether the two things change places. Types that have no side are
# compared either way round.
TYPES = {
    "member_of": ("BelongsTo", False),
    "part_of": ("BelongsTo", False),
    "employs": ("BelongsTo", True),
    "directs": ("InChargeOf", False),
    "owns": ("InChargeOf", False),
    "attacked": ("FightingAgainst", False),
    "met": ("CommWith", False),
}
SIDELESS = frozenset({"IsSynonymOf", "FightingAgainst", "CommWith"})
SCORED = frozenset({"BelongsTo", "InChargeOf", *SIDELESS})


@dataclass(frozen=True, slots=True)
class TypedPair:
    """Two places of one text and how they are related, in re3d's terms: every place either thing has in a passage."""

    type: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def measure_re3d_relations() -> Measured:
    """Score relations, aliases and roles against re3d's five types on the held-out half, beside the baseline."""
    learn, held_out = re3d_relations(held_out=False), re3d_relations(held_out=True)
    found = read_rows([{"id": row["id"], "text": row["text"], "language": "en"} for row in (*learn, *held_out)])
    commonest = commonest_types(learn, found)
    figures: list[Figure] = []
    for half, rows in (("learned from", learn), ("held out", held_out)):
        gold = [gold_pairs(row) for row in rows]
        ours = [found_pairs(found.get(row["id"], {}), row["text"]) for row in rows]
        pairs = [baseline_pairs(found.get(row["id"], {}), row["text"], commonest) for row in rows]
        ours_f1, baseline = micro(gold, ours), micro(gold, pairs)
        figures += [
            Figure(f"{half}: micro F1 of five types", ours_f1[2], ours_f1[3]),
            Figure(f"{half}: baseline, every pair in a sentence", baseline[2], baseline[3]),
            Figure(f"{half}: points over the baseline", ours_f1[2] - baseline[2]),
        ]
    return Measured("relations-re3d", digest(RE3D), tuple(figures))


def gold_pairs(row: Row) -> list[TypedPair]:
    """Return the relations of a document that are of the five types; one without a side that is marked twice is one."""
    found: dict[object, TypedPair] = {}
    for relation in row["relations"]:
        if relation["type"] in SCORED:
            sides = ((relation["sourceBegin"], relation["sourceEnd"]), (relation["targetBegin"], relation["targetEnd"]))
            key = tuple(sorted(sides)) if relation["type"] in SIDELESS else sides
            found.setdefault((relation["type"], key), TypedPair(relation["type"], (sides[0],), (sides[1],)))
    return list(found.values())


def found_pairs(found: Row, text: str) -> list[TypedPair]:
    """Return what a reading states in re3d's terms: relations not denied, other names and roles of one thing."""
    spans = _places_with_roles(found)
    pairs = []
    for line in found.get("relations", []):
        if line["predicate"] not in TYPES or line["polarity"] == "negative":
            continue
        kind, is_turned = TYPES[line["predicate"]]
        low, high = line["passage"]
        one, other = (
            tuple((s, e) for s, e in spans[line[key]] if low <= s and e <= high) for key in ("subject", "object")
        )
        pairs.append(TypedPair(kind, other, one) if is_turned else TypedPair(kind, one, other))
    for entity in found.get("entities", []):
        pairs += _names_of_one(entity, text)
    return pairs


def _places_with_roles(found: Row) -> dict[str, list[Span]]:
    """Return where each thing stands, its roles and other names counted in: re3d marks either as the party."""
    spans = places(found)
    for entity in found.get("entities", []):
        spans[entity["id"]] = [
            *spans[entity["id"]],
            *(tuple(each["span"]) for each in entity.get("attributes", []) if each["kind"] in ("role", "alias")),
        ]
    return spans


def _names_of_one(entity: Row, text: str) -> Iterator[TypedPair]:
    """Yield two names of one thing side by side, as in "the Forces (SDF)", and a name beside its role."""
    occurrences = [tuple(span) for span in entity["occurrences"]]
    for (start, end), (other, close) in itertools.pairwise(occurrences):
        between, is_other = text[end:other], text[start:end].lower() != text[other:close].lower()
        if (
            is_other
            and len(between) < 40
            and not set(between) & set(".;\n")
            and ("(" in between or " known " in between)
        ):
            yield TypedPair("IsSynonymOf", ((start, end),), ((other, close),))
    for attribute in entity.get("attributes", []):
        if attribute["kind"] in ("role", "alias"):
            start, end = attribute["span"]
            near = [(s, e) for s, e in occurrences if abs(s - end) <= 3 or abs(start - e) <= 20]
            # A role right before the name ("Secretary Orr") is part of the name to re3d.
            is_known = _meets([(start, end)], occurrences)
            if near and not is_known and (start > near[0][0] or "," in text[end : near[0][0]]):
                yield TypedPair("IsSynonymOf", tuple(near), ((start, end),))


def micro(gold: Sequence[Sequence[TypedPair]], found: Sequence[Sequence[TypedPair]]) -> tuple[float, float, float, str]:
    """Return precision, recall and F1 over all documents, each pair matched once, and the counts in words."""
    right = predicted = stated = 0
    for wanted, pairs in zip(gold, found, strict=True):
        unmatched = list(wanted)
        stated, predicted = stated + len(wanted), predicted + len(pairs)
        for pair in pairs:
            match = next((other for other in unmatched if _agrees(other, pair)), None)
            if match is not None:
                unmatched.remove(match)
                right += 1
    precision, recall = 100 * right / max(predicted, 1), 100 * right / max(stated, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return precision, recall, f1, f"p {precision:.1f} r {recall:.1f}: {right} of {predicted} right, {stated} marked"


def _agrees(gold: TypedPair, found: TypedPair) -> bool:
    if gold.type != found.type:
        return False
    straight = _meets(gold.source, found.source) and _meets(gold.target, found.target)
    turned = gold.type in SIDELESS and _meets(gold.source, found.target) and _meets(gold.target, found.source)
    return straight or turned


def _meets(one: Iterable[Span], other: Sequence[Span]) -> bool:
    return any(start < close and begin < end for start, end in one for begin, close in other)


Kinds = tuple[str, str]


def commonest_types(rows: Sequence[Row], found: Mapping[str, Row]) -> dict[Kinds, str]:
    """Return the type that two kinds of names have most often, over the documents that may be learned from."""
    counts: dict[Kinds, Counter[str]] = {}
    for row in rows:
        reading = found.get(row["id"], {})
        kinds = {tuple(span): e["kind"] for e in reading.get("entities", []) for span in e["occurrences"]}
        for pair in gold_pairs(row):
            sides = [
                [kind for span, kind in kinds.items() if _meets(side, [span])] for side in (pair.source, pair.target)
            ]
            if all(sides):
                counts.setdefault((sides[0][0], sides[1][0]), Counter())[pair.type] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


def baseline_pairs(found: Row, text: str, commonest: Mapping[Kinds, str]) -> list[TypedPair]:
    """Return every pair of names in a sentence, with the type that their kinds have most often."""
    names = sorted((tuple(span), e["kind"]) for e in found.get("entities", []) for span in e["occurrences"])
    pairs = []
    for sentence in find_sentences(text, find_quotes(text)):
        here = [(span, kind) for span, kind in names if sentence.start <= span[0] and span[1] <= sentence.end]
        for number, (one, kind) in enumerate(here):
            for other, other_kind in here[number + 1 :]:
                for source, target, kinds in ((one, other, (kind, other_kind)), (other, one, (other_kind, kind))):
                    if kinds in commonest and (commonest[kinds] not in SIDELESS or source < target):
                        pairs.append(TypedPair(commonest[kinds], (source,), (target,)))
    return pairs
