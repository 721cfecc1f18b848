"""Which copiers are found in tables of values, and is the heaviest value the known one once each group counts once?"""

from collections import Counter, defaultdict

from benchmarks.datasets.values import KnownValues, Pair, load_values, pairs_of, table_files
from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from whence.model.values import CopierFindings
from whence.weigh.copiers import find_copiers
from whence.weigh.options import CopierOptions

# The silver groups of flights are pairs that share .95 of 15 or more known mistakes (the file's own note). Of a pair
# with fewer they say nothing: it is counted in the first figure, and left out of the second.
LEAST_MISTAKES = 15


def measure_copiers() -> Measured:
    """Find the copiers of flights, and weigh the values of flights, books and populations."""
    figures: list[Figure] = []
    for name in ("flights", "book", "population"):
        known = load_values(name)
        findings = find_copiers(known.given, options=CopierOptions())
        if known.copying:
            figures += _group_figures(known, findings)
        figures += _value_figures(name, known, findings)
    return Measured("copiers", digest(*table_files()), tuple(figures))


def _group_figures(known: KnownValues, findings: CopierFindings) -> list[Figure]:
    found = set(pairs_of([list(group.sources) for group in findings.groups]))
    right = found & known.copying
    judged = found - _unjudged(known, found - known.copying)
    reckoned = found | {(min(pair.sources), max(pair.sources)) for pair in findings.pairs}
    beyond = ", ".join(f"{one}-{other}" for one, other in sorted(found - known.copying))
    return [
        Figure("flights: pairs in groups, precision, %", 100 * len(right) / max(1, len(found)), f"beyond: {beyond}"),
        Figure(
            "flights: the same of the pairs that the silver judges, %",
            100 * len(right) / max(1, len(judged)),
            f"{len(right)} of {len(judged)}; {len(found - judged)} with under {LEAST_MISTAKES} known mistakes",
        ),
        Figure(
            "flights: pairs in groups, recall, %",
            100 * len(right) / len(known.copying),
            f"{len(right)} of {len(known.copying)}",
        ),
        Figure(
            "flights: pairs in groups or beside them, recall, %",
            100 * len(reckoned & known.copying) / len(known.copying),
            f"among {len(reckoned)}",
        ),
    ]


def _unjudged(known: KnownValues, pairs: set[Pair]) -> set[Pair]:
    """Return the pairs of which fewer than `LEAST_MISTAKES` items, given by both, are mistaken by either."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for row in known.given:
        values[row.source][row.item] = row.value

    def mistakes(one: str, other: str) -> int:
        both = values[one].keys() & values[other].keys() & known.truth.keys()
        return sum({values[one][item], values[other][item]} != {known.truth[item]} for item in both)

    return {pair for pair in pairs if mistakes(*pair) < LEAST_MISTAKES}


def _value_figures(name: str, known: KnownValues, findings: CopierFindings) -> list[Figure]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in known.given:
        votes[row.item][row.value] += 1
    counted = {item: max(sorted(count), key=count.__getitem__) for item, count in votes.items()}
    weighed, most = dict(counted), dict(counted)
    for item in findings.disputed:
        weighed[item.item] = max(item.values, key=lambda value: value.weight).value
        most[item.item] = item.values[0].value
    somebody = sum(value in votes[item] for item, value in known.truth.items() if item in votes)
    of = f"of {len(known.truth)} items; somebody gives the known value of {somebody}"
    return [
        Figure(f"{name}: heaviest value is the known one, %", _share(weighed, known.truth), of),
        Figure(f"{name}: value with most independent sources, %", _share(most, known.truth)),
        Figure(f"{name}: value with most sources, %", _share(counted, known.truth)),
    ]


def _share(values: dict[str, str], truth: dict[str, str]) -> float:
    return 100 * sum(values.get(item) == value for item, value in truth.items()) / len(truth)
