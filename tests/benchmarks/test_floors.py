"""Does every measured figure stand at its floor or better?"""

from collections.abc import Callable

import pytest

from benchmarks.__main__ import TASKS
from benchmarks.floors import broken_floors
from benchmarks.tasks.copiers import measure_copiers
from benchmarks.tasks.entities import measure_entities
from benchmarks.tasks.grouping import measure_copies, measure_stories
from benchmarks.tasks.measure import Measured
from benchmarks.tasks.names import measure_corpus_names
from benchmarks.tasks.newsroom import measure_locked_newsroom, measure_newsroom, measure_written_newsroom
from benchmarks.tasks.passages import (
    measure_chains,
    measure_locked_passages,
    measure_polnear,
    measure_seeds,
    measure_written_passages,
)
from benchmarks.tasks.places import measure_places
from benchmarks.tasks.relations import measure_re3d_relations, measure_relations
from benchmarks.tasks.screening import measure_screening
from benchmarks.tasks.times import measure_times
from benchmarks.tasks.weighing import measure_weighing
from benchmarks.tasks.worlds import measure_worlds
from tests.shared import needs_shared


# The shared scorers leave the files they read to the garbage collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize(
    "measure",
    [
        measure_seeds,
        measure_chains,
        measure_polnear,
        measure_newsroom,
        measure_written_passages,
        measure_written_newsroom,
        measure_locked_newsroom,
        measure_locked_passages,
        measure_weighing,
        measure_copies,
        measure_stories,
        measure_worlds,
        measure_copiers,
        measure_corpus_names,
        measure_entities,
        measure_places,
        measure_re3d_relations,
        measure_relations,
        measure_screening,
        measure_times,
        *(
            TASKS[f"{task}-rules"]
            for task in ("seeds", "chains", "polnear", "written-passages", "newsroom", "written-newsroom")
        ),
    ],
)
def test_no_figure_has_fallen_below_its_floor(measure: Callable[[], Measured]) -> None:
    assert broken_floors(measure()) == []
