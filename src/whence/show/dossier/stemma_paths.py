"""By which way does a line run from its parent to the report it enters, past every box?

Down from the parent into the gap under its row, along the gap to the gutter left of the report's lane, and along the
gutter to the row of the report's box that says what the line is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.show.dossier.stemma_drawing import Entry, Line, Path, Placed

# px: between lines side by side, the radius of a corner, from a box to the nearest line in its gutter, and how much of
# a gutter lines may fill.
TRACK = 6
CORNER = 4
NEAREST = 12
FILLED = 14
# The first lane has nothing but the times to its left.
FILLED_AT_EDGE = 24


@dataclass(frozen=True, slots=True)
class _Run:
    """A line's way up its gutter: from `top` to `bottom`, turning under its parent at `under`."""

    column: float
    top: float
    bottom: float
    under: float
    entry: Entry
    box: Placed
    line: Line


def draw_paths(boxes: Sequence[Placed], lines: Sequence[Line], under: Mapping[str, float]) -> list[Path]:
    """Return the paths of all lines whose both ends have a box; `under` is where the lines of each parent turn."""
    placed = {box.node.id: box for box in boxes}
    runs = sorted(_find_runs(placed, lines, under), key=lambda run: (run.column, run.top, run.bottom))
    # Lines in one gutter share a track only where their heights do not meet.
    ends: dict[float, list[float]] = {}
    chosen: list[int] = []
    for run in runs:
        used = ends.setdefault(run.column, [])
        free = next((n for n, end in enumerate(used) if end < run.top - TRACK), len(used))
        used[free : free + 1] = [run.bottom]
        chosen.append(free)
    edge = min((box.x for box in boxes), default=0.0)
    paths = []
    for run, track in zip(runs, chosen, strict=True):
        room = FILLED_AT_EDGE if run.column == edge else FILLED
        step = min(TRACK, room / len(ends[run.column]))
        gutter = run.box.x - NEAREST - step * track
        parent = placed[run.line.earlier or ""]
        x, y = parent.x + parent.width / 2, parent.y + parent.height
        points = [(x, y), (x, run.under), (gutter, run.under), (gutter, run.entry.y), (run.box.x - 1, run.entry.y)]
        paths.append(Path(_rounded(points), run.line.kind, run.line.is_likely, run.line.title))
    return paths


def _find_runs(placed: Mapping[str, Placed], lines: Sequence[Line], under: Mapping[str, float]) -> Iterator[_Run]:
    for later, box in placed.items():
        incoming = [line for line in lines if line.later == later]
        for entry, line in zip(box.entries, incoming, strict=True):
            if line.earlier is not None and line.earlier in placed:
                turn = under[line.earlier]
                top, bottom = sorted((turn, entry.y))
                yield _Run(box.x, top, bottom, turn, entry, box, line)


def _rounded(points: Sequence[tuple[float, float]]) -> str:
    """Return the `d` of a path through right-angled points with small round corners."""
    out = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = _towards(corner, before), _towards(corner, after)
        out.append(f"L{enter[0]:g} {enter[1]:g}Q{corner[0]:g} {corner[1]:g} {leave[0]:g} {leave[1]:g}")
    out.append(f"L{points[-1][0]:g} {points[-1][1]:g}")
    return "".join(out)


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the point a corner's radius, or half the way where that is shorter, from the corner to the other point."""
    length = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    if length == 0:
        return corner
    share = min(CORNER, length / 2) / length
    return (corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share)
