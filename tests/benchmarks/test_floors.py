"""Does every measured figure stand at its floor or better?"""

from collections.abc import Callable

import pytest

from benchmarks.floors import broken_floors
from benchmarks.tasks.measure import Measured
from benchmarks.tasks.newsroom import measure_newsroom
from benchmarks.tasks.passages import measure_chains, measure_polnear, measure_seeds
from tests.shared import needs_shared


@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize("measure", [measure_seeds, measure_chains, measure_polnear, measure_newsroom])
def test_no_figure_has_fallen_below_its_floor(measure: Callable[[], Measured]) -> None:
    assert broken_floors(measure()) == []
