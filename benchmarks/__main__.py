"""Which figures does this version reach? `python -m benchmarks [TASK...]` measures and prints them."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace

from benchmarks.floors import broken_floors
from benchmarks.program import rules_alone
from benchmarks.readme import README_TASKS, write_figures
from benchmarks.shared import SHARED
from benchmarks.tasks.claim_matching import measure_claim_matching
from benchmarks.tasks.copiers import measure_copiers
from benchmarks.tasks.entities import measure_entities
from benchmarks.tasks.entity_cost import measure_entity_cost
from benchmarks.tasks.grouping import measure_copies, measure_stories
from benchmarks.tasks.measure import Measured
from benchmarks.tasks.names import measure_corpus_names, measure_names
from benchmarks.tasks.news_worlds import measure_news_worlds
from benchmarks.tasks.newsroom import measure_locked_newsroom, measure_newsroom, measure_written_newsroom
from benchmarks.tasks.passages import (
    measure_chains,
    measure_locked_passages,
    measure_polnear,
    measure_seeds,
    measure_written_passages,
)
from benchmarks.tasks.places import measure_places
from benchmarks.tasks.reader_speed import measure_reader_speed
from benchmarks.tasks.registers import measure_registers
from benchmarks.tasks.relations import measure_re3d_relations, measure_relations
from benchmarks.tasks.scale import measure_scale
from benchmarks.tasks.screening import measure_screening
from benchmarks.tasks.screening_speed import measure_screening_speed
from benchmarks.tasks.speed import measure_speed
from benchmarks.tasks.times import measure_times
from benchmarks.tasks.weighing import measure_weighing
from benchmarks.tasks.whole_way import measure_whole_way
from benchmarks.tasks.worlds import measure_worlds


def by_rules(measure: Callable[[], Measured]) -> Callable[[], Measured]:
    """Return the same measurement with the rules alone reading, under a name of its own and with floors of its own."""

    def measure_by_rules() -> Measured:
        with rules_alone():
            measured = measure()
        return replace(measured, task=f"{measured.task}-rules")

    return measure_by_rules


TASKS = {
    "seeds": measure_seeds,
    "chains": measure_chains,
    "polnear": measure_polnear,
    "names": measure_names,
    "names-corpus": measure_corpus_names,
    "entities": measure_entities,
    "entity-cost": measure_entity_cost,
    "times": measure_times,
    "relations": measure_relations,
    "relations-re3d": measure_re3d_relations,
    "places": measure_places,
    "newsroom": measure_newsroom,
    "weighing": measure_weighing,
    "stories": measure_stories,
    "copies": measure_copies,
    "copiers": measure_copiers,
    "worlds": measure_worlds,
    "news-worlds": measure_news_worlds,
    "claim-matching": measure_claim_matching,
    "written-passages": measure_written_passages,
    "written-newsroom": measure_written_newsroom,
    "locked-passages": measure_locked_passages,
    "locked-newsroom": measure_locked_newsroom,
    "screening": measure_screening,
    "screening-speed": measure_screening_speed,
    "whole-way": measure_whole_way,
    "scale": measure_scale,
    "registers": measure_registers,
    "reader-speed": measure_reader_speed,
    "speed": measure_speed,
    "seeds-rules": by_rules(measure_seeds),
    "chains-rules": by_rules(measure_chains),
    "polnear-rules": by_rules(measure_polnear),
    "newsroom-rules": by_rules(measure_newsroom),
    "written-passages-rules": by_rules(measure_written_passages),
    "written-newsroom-rules": by_rules(measure_written_newsroom),
    "locked-passages-rules": by_rules(measure_locked_passages),
}


# Every task needs the shared folder: the written ones only its scorers, the others their texts from it as well.
NEEDS = f"""The benchmarks need the folder {SHARED}, which is not part of the project:
tools/ with the scorers for every task, data/, gold/ and newsroom/ for all but the written and the locked ones.
Put it there, or run the tests instead, which need none of it: python -m pytest"""


def main() -> int:
    """Measure the named tasks, or all; return 1 where a floor is broken, 2 where the shared folder is absent."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "tasks", nargs="*", metavar="TASK", help=f"any of: {', '.join(TASKS)} (all, when none is named)"
    )
    parser.add_argument("--write-readme", action="store_true", help="put the figures into the README; measures those")
    arguments = parser.parse_args()
    names = README_TASKS if arguments.write_readme else arguments.tasks or list(TASKS)
    if unknown := set(names) - set(TASKS):
        parser.error(f"found {', '.join(sorted(unknown))}; the tasks are: {', '.join(TASKS)}")
    if not (SHARED / "tools").is_dir():
        print(f"There is no folder {SHARED / 'tools'}.\n{NEEDS}", file=sys.stderr)
        return 2
    broken: list[str] = []
    results: dict[str, Measured] = {}
    for name in names:
        try:
            results[name] = measured = TASKS[name]()
        except FileNotFoundError as problem:
            print(f"The task {name} found no {problem.filename}.\n{NEEDS}", file=sys.stderr)
            return 2
        print(f"\n{measured.task}, on texts {measured.texts}")
        for figure in measured.figures:
            print(f"  {figure.name:68}  {figure.value:7.2f}  {figure.detail}")
        broken += broken_floors(measured)
    if arguments.write_readme:
        write_figures(results)
    for sentence in broken:
        print("BELOW THE FLOOR", sentence)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
