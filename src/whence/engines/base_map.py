"""Where do the outlines of the base map lie? In a file of the package, made from Natural Earth."""

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whence.engines.weight_files import read_checked
from whence.model.base_map import CountryName, Detail, GeoLine, Outlines

FOLDER = Path(__file__).with_name("base_map_data")
FILE = "outlines.npz"
# Steps a degree that points are rounded to: a hundredth of a degree is 1.1 km, under a pixel of the closest map.
STEPS = 100


class NaturalEarthMap:
    """The outlines of Natural Earth that come with Whence: no network, and a few milliseconds to read."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read from `folder`; nothing is opened before a map is drawn."""
        self._folder = folder

    def outlines(self, detail: Detail) -> Outlines:
        """Return coasts, borders and names; raise WeightsDamaged or WeightsMissing where the file is not the one."""
        data, _ = read_checked(self._folder, FILE)
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return Outlines(
                land=_lines(arrays, f"{detail}_land"),
                borders=_lines(arrays, f"{detail}_borders"),
                names=tuple(
                    CountryName(str(name), lon / STEPS, lat / STEPS, width / STEPS)
                    for name, (lon, lat, width) in zip(arrays["names"], arrays["middles"].tolist(), strict=True)
                ),
            )


def _lines(arrays: Any, name: str) -> tuple[GeoLine, ...]:
    """Return the lines that are kept as differences from point to point, each from its own first point."""
    counts: NDArray[np.int32] = arrays[f"{name}_counts"]
    steps = np.stack([arrays[f"{name}_x"], arrays[f"{name}_y"]], axis=1)
    # The first difference of a line is its first point: a running sum over all lines less what ran before each.
    running = np.cumsum(steps, axis=0)
    starts = np.cumsum(counts) - counts
    before = running[starts] - steps[starts]
    points = (running - np.repeat(before, counts, axis=0)) / STEPS
    return tuple(np.split(points, starts[1:]))
