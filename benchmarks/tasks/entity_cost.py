"""What does an added report cost in a case of 100,000 entities? Generated names; the index lies on disk.

`python -m benchmarks entity-cost`. A report names thirty things, a third of which the case knows. Timed is what `whence
add` does about entities: keys of their names are made and looked up, the nearest are read and compared, and what was
decided is kept, durably. The yardstick is SQLite alone: as many rows looked up by key and written, durably, in the same
run. A small case stands beside the large one.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.tasks.measure import Figure, Measured
from whence.engines.clock import SystemClock
from whence.keep.case import open_case
from whence.link.entities import hold_alone
from whence.link.entity_arrivals import choose_near, keys_of, place_arrivals
from whence.link.entity_pairs import Compared
from whence.link.options import LinkOptions
from whence.model.entity import Occurrence
from whence.model.ids import content_id
from whence.model.report import Passage
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.ports import Case

SIZES = (1_000, 100_000)
REPORTS, THINGS, KNOWN = 60, 30, 10
MOST = LinkOptions().most_name_holders
# Rows that are put into the case in one unit.
_AT_ONCE = 10_000
_PARTS = "ka ro mi ten dor vel sha lin ost ar pet nov gra bel mor ust han jor fel din tor esk ala mur zan".split()
_SORTS = "Trading|Shipping|Bank|Ministry of Health|Police|City Council|Institute|Hospital".split("|")


def measure_entity_cost(sizes: Sequence[int] = SIZES) -> Measured:
    """Time the adding of reports to cases of each size, and the yardstick beside it."""
    figures: list[Figure] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            spent = _time_case(Path(folder), size)
            plain = _time_yardstick(Path(folder) / "plain.sqlite", size)
        detail = f"median of {REPORTS} reports of {THINGS} things, {1000 * min(spent):.1f} to {1000 * max(spent):.1f}"
        figures += [
            Figure(f"milliseconds for an added report, {size:,} entities", 1000 * median(spent), detail),
            Figure(f"milliseconds of the yardstick, {size:,} entities", 1000 * median(plain)),
            Figure(f"over the yardstick, {size:,} entities", median(spent) / median(plain)),
        ]
    return Measured("entity-cost", f"{max(sizes)} generated", tuple(figures))


def _time_case(folder: Path, size: int) -> list[float]:
    source = random.Random(7)  # noqa: S311 - invented names, nothing secret
    vocabulary = _Vocabulary(source)
    with open_case(folder / "a.case", clock=SystemClock()) as case:
        for start in range(0, size, _AT_ONCE):
            things = [vocabulary.thing(f"r{number // THINGS}") for number in range(start, min(size, start + _AT_ONCE))]
            case.entities.put(hold_alone(things), (), anew=False)
        known = [held.occurrence for held in case.entities.all()[:: max(1, size // 1000)]]
        return [_time_report(case, report) for report in _arrivals(vocabulary, known, source)]


def _time_report(case: Case, report: Sequence[Occurrence]) -> float:
    stories = {report[0].report: "s"}
    begun = time.perf_counter()
    new = [Compared(each) for each in report]
    holders = case.entities.holders(keys_of(new), most=MOST)
    near = case.entities.held(choose_near(new, holders, story_of=stories))
    held, decisions = place_arrivals(new, near, story_of=stories)
    with case.unit():
        case.entities.put(held, decisions, anew=False)
    return time.perf_counter() - begun


def _arrivals(
    vocabulary: "_Vocabulary", known: Sequence[Occurrence], source: random.Random
) -> Iterator[list[Occurrence]]:
    for number in range(REPORTS):
        report = f"new{number}"
        again = [vocabulary.again(source.choice(known), report) for _ in range(KNOWN)]
        yield [*again, *(vocabulary.thing(report) for _ in range(THINGS - KNOWN))]


def _time_yardstick(file: Path, size: int) -> list[float]:
    """Return how long SQLite takes to look up and write as many rows as one report has keys, durably each time."""
    keys, rows = 5 * THINGS, 5 * THINGS
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE keys (key INTEGER, thing TEXT, PRIMARY KEY (key, thing)) WITHOUT ROWID")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO keys VALUES (?, ?)", ((n * 7919, f"t{n}") for n in range(5 * size)))
        connection.execute("COMMIT")
        spent = []
        for turn in range(REPORTS):
            begun = time.perf_counter()
            for n in range(keys):
                connection.execute("SELECT thing FROM keys WHERE key = ?", (7919 * (turn * keys + n),)).fetchall()
            connection.execute("BEGIN IMMEDIATE")
            new = ((-(turn * rows + n) - 1, f"n{n}") for n in range(rows))
            connection.executemany("INSERT INTO keys VALUES (?, ?)", new)
            connection.execute("COMMIT")
            spent.append(time.perf_counter() - begun)
    return spent


class _Vocabulary:
    """Invents things with names that share words as names do."""

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._given = [self._word() for _ in range(600)]
        self._surnames = [self._word() for _ in range(8000)]
        self._towns = [self._word() for _ in range(6000)]

    def thing(self, report: str) -> Occurrence:
        name, kind = self._name()
        return self._occur(name, kind, report)

    def again(self, known: Occurrence, report: str) -> Occurrence:
        return self._occur(known.name, known.kind, report)

    def _occur(self, name: str, kind: EntityKind, report: str) -> Occurrence:
        context = f"{name} {' '.join(self._source.choice(self._towns).lower() for _ in range(30))}."
        number = content_id("n", report, name, kind, str(self._source.random()))
        place = (Passage(report, Span(0, len(name))),)
        return Occurrence(number, report, "e1", name, kind, True, (), place, context=context)

    def _name(self) -> tuple[str, EntityKind]:
        choose, chance = self._source.choice, self._source.random()
        if chance < 0.45:
            return f"{choose(self._given)} {choose(self._surnames)}", "person"
        if chance < 0.7:
            return f"{choose(self._towns)} {choose(_SORTS)}", "organisation"
        if chance < 0.92:
            return choose(self._towns), "place"
        return f"{choose(self._towns)}-{self._source.randint(1, 900)}", "equipment"

    def _word(self) -> str:
        return "".join(self._source.choice(_PARTS) for _ in range(self._source.randint(2, 4))).capitalize()
