"""Is the base map whole, and is a broken one told from a good one?"""

from pathlib import Path

import numpy as np
import pytest

from whence.engines.base_map import FILE, FOLDER, NaturalEarthMap
from whence.errors import WeightsDamaged, WeightsMissing
from whence.model.base_map import Detail


@pytest.mark.parametrize(("detail", "fewest"), [("world", 100), ("region", 1000)])
def test_outlines_are_lines_on_the_globe(detail: Detail, fewest: int) -> None:
    outlines = NaturalEarthMap().outlines(detail)
    assert len(outlines.land) > fewest
    assert len(outlines.borders) > 300
    for line in (*outlines.land, *outlines.borders):
        assert line.shape[1] == 2
        assert np.abs(line[:, 1]).max() <= 90
    assert {"Kenya", "Peru", "Norway"} <= {name.name for name in outlines.names}


def test_no_coast_jumps_over_the_map() -> None:
    for ring in NaturalEarthMap().outlines("region").land:
        steps = np.abs(np.diff(ring[:, 0]))
        # Only along a pole does a ring go all the way round.
        assert steps.max() < 180 or np.abs(ring[:, 1]).max() == 90


def test_the_file_is_small() -> None:
    assert (FOLDER / FILE).stat().st_size < 400_000


def test_a_damaged_or_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        NaturalEarthMap(tmp_path).outlines("world")
    (tmp_path / "SHA256SUMS").write_text((FOLDER / "SHA256SUMS").read_text("utf-8"), "utf-8")
    (tmp_path / FILE).write_bytes(b"other")
    with pytest.raises(WeightsDamaged):
        NaturalEarthMap(tmp_path).outlines("world")
