"""Where does each node of a stemma stand on paper? Outlets are lanes, time runs downwards, no two labels ever meet.

Every report has a row of its own, so a line that runs up the gutter left of a lane and then along the gap under its
parent's row passes no box. What a line says stands inside the report it enters, on the row where it enters.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Shape = Literal["report", "voice", "document", "unseen"]

# All sizes in px at full size; letters are taken as 6.2 px wide at the 11 px of the labels (DejaVu Sans, the widest
# of the fonts that the page asks for, measures 6.1).
AXIS = 78
GUTTER = 28
BOX = 112
LANE = GUTTER + BOX
LETTERS = 17
HEAD_LINE = 14
PADDING = 6
ENTRY = 16
GAP = 16
TRACK = 6
CORNER = 4
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Node:
    """A report, a voice, a document or something unseen, before it has a place."""

    id: str
    shape: Shape
    label: str
    title: str
    href: str = ""
    is_origin: bool = False
    lane: str = ""
    time: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A dependence before it has a place; `earlier` is None for what has no node: own access, or a source unknown."""

    later: str
    earlier: str | None
    words: str
    title: str
    kind: Literal["report", "voice", "unseen", "own"]
    is_likely: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row inside a report's box: where a line enters and what it says."""

    y: float
    words: str
    kind: str
    title: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A node in its place."""

    x: float
    y: float
    width: float
    height: float
    node: Node
    lines: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A line in its place, as the `d` of an SVG path, from parent to child."""

    d: str
    kind: str
    is_likely: bool
    title: str


@dataclass(frozen=True, slots=True)
class Caption:
    """Words at a place: the name of a lane, or a time beside a row."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A stemma with every part in its place."""

    width: float
    height: float
    boxes: tuple[Placed, ...]
    paths: tuple[Path, ...]
    lanes: tuple[Caption, ...]
    times: tuple[Caption, ...]
    rules: tuple[float, ...]
    summary: str = ""


def lay_out(reports: Sequence[Node], others: Sequence[Node], lines: Sequence[Line], *, summary: str = "") -> Drawing:
    """Return the drawing; `reports` come in the order of their rows, `others` stand above them."""
    lanes = list(dict.fromkeys(node.lane for node in reports))
    columns = {node.id: lanes.index(node.lane) for node in reports}
    width_in_lanes = max(len(lanes), min(4, len(others)))
    band = _place_above(others, lines, columns, width_in_lanes)
    rows = [[node for node, _ in row] for row in band]
    columns |= {node.id: column for row in band for node, column in row}
    sheet = _Sheet(columns, lines)
    for row in rows:
        sheet.place_row(row)
    header = sheet.y
    lane_lines = {lane: wrap_label(lane, LETTERS, 3) for lane in lanes}
    if lanes:
        sheet.y += HEAD_LINE * max(len(words) for words in lane_lines.values()) + PADDING * 2
    for node in reports:
        sheet.place_row([node])
    placed = {box.node.id: box for box in sheet.boxes}
    width = AXIS + width_in_lanes * LANE + MARGIN
    return Drawing(
        width=width,
        height=sheet.y,
        boxes=tuple(sheet.boxes),
        # Likely lines are drawn last, over the faint ones they meet.
        paths=tuple(sorted(_draw_paths(sheet, placed), key=lambda path: path.is_likely)),
        lanes=tuple(
            Caption(AXIS + lanes.index(lane) * LANE + GUTTER, header + HEAD_LINE, words)
            for lane, words in lane_lines.items()
        ),
        times=tuple(Caption(MARGIN, placed[node.id].y + HEAD_LINE, node.time) for node in reports),
        rules=(header + 2,) if others and reports else (),
        summary=summary,
    )


def wrap_label(label: str, letters: int, lines: int) -> tuple[str, ...]:
    """Return a label in at most so many lines of so many letters, the last cut with an ellipsis where it must be.

    >>> wrap_label("Ministry of Foreign Affairs of Morovar", 14, 2)
    ('Ministry of', 'Foreign Affai…')
    """
    out: list[str] = []
    rest = " ".join(label.split())
    while rest and len(out) < lines:
        if len(rest) <= letters:
            return (*out, rest)
        space = rest.rfind(" ", 0, letters + 1)
        if len(out) == lines - 1:
            return (*out, rest[: letters - 1].rstrip() + "…")
        cut = space if space > letters // 3 else letters
        out.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(out)


def _place_above(
    others: Sequence[Node], lines: Sequence[Line], columns: Mapping[str, int], width: int
) -> list[list[tuple[Node, int]]]:
    """Return the rows above the reports: each voice in the free lane nearest the middle of those it feeds."""
    taken: dict[tuple[int, int], Node] = {}
    fed = {
        node.id: [columns[line.later] for line in lines if line.earlier == node.id and line.later in columns]
        for node in others
    }
    for node in sorted(others, key=lambda node: (-len(fed[node.id]), node.label, node.id)):
        middle = sum(fed[node.id]) / len(fed[node.id]) if fed[node.id] else 0.0
        # Rows needed at the least, plus one, so that a crowd over one lane may stack instead of spreading far.
        cells = [(row, lane) for row in range(len(others) // width + 2) for lane in range(width)]
        free = [cell for cell in cells if cell not in taken]
        taken[min(free, key=lambda cell: (abs(cell[1] - middle) + 1.6 * cell[0], cell))] = node
    depth = max((row for row, _ in taken), default=-1) + 1
    return [
        [(taken[row, lane], lane) for lane in range(width) if (row, lane) in taken] for row in reversed(range(depth))
    ]


@dataclass(slots=True)
class _Sheet:
    """The paper while it is filled from the top: `y` is the next row, `under` where lines turn."""

    columns: Mapping[str, int]
    dependences: Sequence[Line]
    y: float = MARGIN
    boxes: list[Placed] = field(default_factory=list)
    under: dict[str, float] = field(default_factory=dict)

    def place_row(self, row: Sequence[Node]) -> None:
        """Place the boxes of one row, and leave a track below it for each node that feeds another."""
        placed = [self._place(node) for node in row]
        bottom = self.y + max(box.height for box in placed)
        feeding = [node for node in row if any(line.earlier == node.id for line in self.dependences)]
        for n, node in enumerate(feeding):
            self.under[node.id] = bottom + PADDING + 2 + TRACK * n
        self.boxes += placed
        self.y = bottom + GAP + TRACK * len(feeding)

    def _place(self, node: Node) -> Placed:
        # A rounded box has less room than a square one.
        words = wrap_label(node.label, LETTERS if node.shape == "report" else LETTERS - 1, 2)
        incoming = [line for line in self.dependences if line.later == node.id]
        head = self.y + PADDING + HEAD_LINE * len(words)
        entries = tuple(
            Entry(head + ENTRY * (n + 0.5) + 2, shorten_entry(line.words), line.kind, line.title, line.earlier is None)
            for n, line in enumerate(incoming)
        )
        height = PADDING * 2 + HEAD_LINE * len(words) + ENTRY * len(entries)
        return Placed(AXIS + self.columns[node.id] * LANE + GUTTER, self.y, BOX, height, node, words, entries)


def shorten_entry(words: str) -> str:
    """Return the words of a line cut to what its row holds."""
    return words if len(words) <= LETTERS else words[: LETTERS - 1] + "…"


@dataclass(frozen=True, slots=True)
class _Run:
    """A line's way up its gutter: from `top` to `bottom`, turning under its parent at `under`."""

    column: int
    top: float
    bottom: float
    under: float
    entry: Entry
    box: Placed
    line: Line


def _draw_paths(sheet: _Sheet, placed: Mapping[str, Placed]) -> list[Path]:
    runs = sorted(_find_runs(sheet, placed), key=lambda run: (run.column, run.top, run.bottom))
    # Lines in one gutter share a track only where their heights do not meet.
    ends: dict[int, list[float]] = {}
    chosen: list[int] = []
    for run in runs:
        used = ends.setdefault(run.column, [])
        free = next((n for n, end in enumerate(used) if end < run.top - TRACK), len(used))
        used[free : free + 1] = [run.bottom]
        chosen.append(free)
    paths = []
    for run, track in zip(runs, chosen, strict=True):
        step = min(TRACK, (GUTTER - 14) / len(ends[run.column]))
        gutter = run.box.x - 12 - step * track
        parent = placed[run.line.earlier or ""]
        x, y = parent.x + parent.width / 2, parent.y + parent.height
        points = [(x, y), (x, run.under), (gutter, run.under), (gutter, run.entry.y), (run.box.x - 1, run.entry.y)]
        paths.append(Path(_rounded(points), run.line.kind, run.line.is_likely, run.line.title))
    return paths


def _find_runs(sheet: _Sheet, placed: Mapping[str, Placed]) -> Iterator[_Run]:
    for later, box in placed.items():
        incoming = [line for line in sheet.dependences if line.later == later]
        for entry, line in zip(box.entries, incoming, strict=True):
            if line.earlier is not None and line.earlier in placed:
                under = sheet.under[line.earlier]
                top, bottom = sorted((under, entry.y))
                yield _Run(sheet.columns[later], top, bottom, under, entry, box, line)


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
