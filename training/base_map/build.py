"""How does the base map come about? Coasts, borders and names of countries, out of the npm package world-atlas.

    npm pack world-atlas@2.0.2
    python -m training.base_map.build world-atlas-2.0.2.tgz

It writes `src/whence/engines/base_map_data/outlines.npz`, the same bytes each time.
"""

import argparse
import hashlib
import json
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whence.engines.base_map import FILE, FOLDER, STEPS

PACKAGE_SHA256 = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
TARGET = FOLDER / FILE
DETAILS = {"world": "countries-110m.json", "region": "countries-50m.json"}
Points = NDArray[np.int32]


def main() -> None:
    """Read the package and write the outlines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="world-atlas-2.0.2.tgz")
    given = parser.parse_args().package
    found = hashlib.sha256(given.read_bytes()).hexdigest()
    if found != PACKAGE_SHA256:
        raise SystemExit(f"Found a package with SHA-256 {found}, expected {PACKAGE_SHA256}: world-atlas 2.0.2.")
    arrays: dict[str, NDArray[Any]] = {}
    with tarfile.open(given) as package:
        for detail, name in DETAILS.items():
            opened = package.extractfile(f"package/{name}")
            assert opened is not None, name
            topology = json.load(opened)
            arcs = [_points(arc, topology["transform"]) for arc in topology["arcs"]]
            arrays |= _pack(f"{detail}_land", _land(topology, arcs))
            arrays |= _pack(f"{detail}_borders", _borders(topology, arcs))
            if detail == "region":
                arrays |= _names(topology, arcs)
    np.savez_compressed(TARGET, **arrays)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, SHA-256 {hashlib.sha256(TARGET.read_bytes()).hexdigest()}")


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> Points:
    """Return an arc's points in steps of longitude and latitude; TopoJSON holds differences of quantised numbers."""
    degrees = np.cumsum(np.array(arc), axis=0) * np.array(transform["scale"]) + np.array(transform["translate"])
    rounded: Points = np.round(degrees * STEPS).astype(np.int32)
    kept = np.ones(len(rounded), bool)
    kept[1:] = (np.diff(rounded, axis=0) != 0).any(axis=1)
    return rounded[kept]


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    for polygon in polygons:
        yield from polygon


def _join(ring: Iterable[int], arcs: list[Points]) -> Points:
    """Return a ring's points: its arcs end to end; an index below zero is an arc backwards, `~index`."""
    pieces = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in ring]
    joined = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    # A ring over the antimeridian runs on past 180 degrees; one around a pole is closed along the pole.
    joined[:, 0] = np.unwrap(joined[:, 0], period=360 * STEPS)
    if joined[0, 0] == joined[-1, 0]:
        return joined
    pole = 90 * STEPS * (1 if joined[:, 1].mean() > 0 else -1)
    return np.concatenate([joined, np.array([[joined[-1, 0], pole], [joined[0, 0], pole]], np.int32)])


def _land(topology: dict[str, Any], arcs: list[Points]) -> list[Points]:
    rings = [_join(ring, arcs) for part in topology["objects"]["land"]["geometries"] for ring in _rings(part)]
    return [ring for ring in rings if len(ring) > 3]


def _borders(topology: dict[str, Any], arcs: list[Points]) -> list[Points]:
    """Return the arcs that two countries share; the others are coasts."""
    uses = Counter(
        index if index >= 0 else ~index
        for country in topology["objects"]["countries"]["geometries"]
        for ring in _rings(country)
        for index in ring
    )
    return [arcs[index] for index, count in sorted(uses.items()) if count > 1 and len(arcs[index]) > 1]


def _names(topology: dict[str, Any], arcs: list[Points]) -> dict[str, NDArray[Any]]:
    """Return where each country's name may stand: the middle of its largest piece, and how wide that is there."""
    rows = []
    for country in topology["objects"]["countries"]["geometries"]:
        rings = [_join(ring, arcs) for ring in _rings(country)]
        if rings:
            largest = max(rings, key=lambda ring: abs(_area(ring)))
            rows.append((country["properties"]["name"], _middle(largest)))
    return {
        "names": np.array([name for name, _ in rows]),
        "middles": np.array([middle for _, middle in rows], np.int32),
    }


def _area(ring: Points) -> float:
    x, y = ring[:, 0].astype(float), ring[:, 1].astype(float)
    return float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def _middle(ring: Points) -> tuple[int, int, int]:
    """Return longitude and latitude in the middle of a ring's widest level stretch, and the width of that stretch."""
    low, high = ring[:, 1].min(), ring[:, 1].max()
    best = (0, 0, -1)
    for level in np.linspace(low, high, 41)[8:-8]:
        one, other = ring[:-1], ring[1:]
        crossing = (one[:, 1] > level) != (other[:, 1] > level)
        share = (level - one[crossing, 1]) / (other[crossing, 1] - one[crossing, 1])
        across = np.sort(one[crossing, 0] + share * (other[crossing, 0] - one[crossing, 0]))
        for west, east in zip(across[::2], across[1::2], strict=False):
            if east - west > best[2]:
                best = (round((west + east) / 2), round(level), round(east - west))
    return best


def _pack(name: str, lines: list[Points]) -> dict[str, NDArray[Any]]:
    """Return lines as one array of differences and the number of points of each: small, and quick to read."""
    differences = np.concatenate([np.diff(line, axis=0, prepend=np.zeros((1, 2), np.int32)) for line in lines])
    return {
        f"{name}_x": differences[:, 0].astype(np.int32),
        f"{name}_y": differences[:, 1].astype(np.int32),
        f"{name}_counts": np.array([len(line) for line in lines], np.int32),
    }


if __name__ == "__main__":
    main()
