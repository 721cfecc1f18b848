"""Where does each node and line of a network stand on paper? Boxes in columns, lines in the gutters between them.

What a line says stands inside the box that it leaves, on a row of its own; so no words stand on a line or on others.
Heights in even and odd columns lie on two grids that never meet, so no two level lines of a gutter run on each other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from whence.show.dossier.network_order import find_components, find_middles, join_nodes, order_component
from whence.show.dossier.picture import wrap_words

# px at full size; heights are multiples of GRID, those of odd columns are half of it further down.
GRID = 4
BOX = 184
ROW = 16
NAME_LINE = 16
PADDING = 8
PORT = 8
GAP = 20
EDGE, TRACK = 14, 6
MARGIN = 8
BETWEEN = 36
# A page that a drawing fills at full size; groups stand side by side up to its width.
WIDTH, HEIGHT = 1000, 1100
PREFERENCE = 0.05

Form = Literal["person", "body", "place", "thing"]


@dataclass(frozen=True, slots=True)
class Node:
    """One of the network before it has a place; what is described and not named is drawn as such."""

    id: str
    name: str
    kind: str
    form: Form
    is_named: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line before it has a place: its number in the table, and how surely it is said."""

    number: int
    subject: str
    object: str
    words: str
    title: str
    href: str
    manner: str
    is_denied: bool
    has_direction: bool


@dataclass(slots=True)
class Box:
    """A node in its place: `rows` are the heights at which its lines leave, by their numbers."""

    node: Node
    column: int
    x: float
    y: float
    height: float
    name: tuple[str, ...]
    head: float
    rows: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Route:
    """A line in its place: through these points, from the box it leaves to the one it enters."""

    line: Line
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole network in its place."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]


def lay_out_network(nodes: Sequence[Node], lines: Sequence[Line]) -> Layout:
    """Return the network with each group of nodes that hang together, the largest first, side by side if they fit."""
    by_id = {node.id: node for node in nodes}
    joined = join_nodes([node.id for node in nodes], [(line.subject, line.object) for line in lines])
    boxes: list[Box] = []
    routes: list[Route] = []
    x, y, shelf, width = float(MARGIN), float(MARGIN), 0.0, 0.0
    for group in find_components(joined):
        inside = set(group)
        own = [line for line in lines if line.subject in inside]
        middles = find_middles(group, joined)
        tried = [_lay_out_group(order_component(group, joined, middle), by_id, own) for middle in middles]
        # The busier the node in the middle, the easier a network reads: worth a little of its size.
        part = tried[min(range(len(tried)), key=lambda n: _pages(tried[n]) * (1 + PREFERENCE * n))]
        if x > MARGIN and x + part.width > WIDTH:
            x, y, shelf = float(MARGIN), y + shelf + BETWEEN, 0.0
        moved_boxes, moved_routes = _move(part, x, y)
        boxes += moved_boxes
        routes += moved_routes
        x, shelf, width = x + part.width + BETWEEN, max(shelf, part.height), max(width, x + part.width)
    return Layout(width + MARGIN, y + shelf + MARGIN, tuple(boxes), tuple(routes))


def _pages(part: Layout) -> float:
    """Return how much smaller than at full size a group has to be to fit a page; 1 where it fits."""
    return max(part.width / WIDTH, part.height / HEIGHT, 1.0)


def _lay_out_group(columns: Sequence[Sequence[str]], nodes: Mapping[str, Node], lines: Sequence[Line]) -> Layout:
    place = {node: n for n, column in enumerate(columns) for node in column}
    rank = {node: n for column in columns for n, node in enumerate(column)}
    boxes = {node: _build_box(nodes[node], place[node], lines, place) for node in place}
    _stack(columns, boxes)
    for node, box in boxes.items():
        leaving = sorted(
            (line for line in lines if line.subject == node), key=lambda line: (rank[line.object], line.number)
        )
        box.rows = {line.number: box.y + box.head + ROW * n + ROW / 2 for n, line in enumerate(leaving)}
    ports = _find_ports(boxes, lines, place)
    gutters = _choose_tracks(boxes, lines, ports, place)
    lefts = _place_columns(len(columns), gutters)
    for box in boxes.values():
        box.x = lefts[box.column]
    routes = [_route(line, boxes, ports[line.number], gutters, lefts) for line in lines]
    last = len(columns) - 1
    width = lefts[last] + BOX + _gutter_width(gutters.get(last, {}))
    height = max(box.y + box.height for box in boxes.values())
    return Layout(width, height, tuple(boxes.values()), tuple(routes))


def _build_box(node: Node, column: int, lines: Sequence[Line], place: Mapping[str, int]) -> Box:
    """Return a box as high as its name, the lines that enter it on either side, and those that leave it need."""
    name = wrap_words(node.name, BOX - 2 * PADDING - 4, 2, is_bold=True)
    leaving = sum(line.subject == node.id for line in lines)
    sides = [_side(place[node.id], place[line.subject]) for line in lines if line.object == node.id]
    entering = max(sides.count("left"), sides.count("right"))
    head = max(PADDING + NAME_LINE * len(name) + ROW, PADDING + PORT * entering)
    head = -(-head // GRID) * GRID
    return Box(node, column, 0.0, 0.0, head + ROW * leaving + (GRID if leaving else 0), name, head)


def _side(own: int, other: int) -> Literal["left", "right"]:
    """Return the side of a node's box on which a line to another column stands; within a column it is the right."""
    return "left" if other < own else "right"


def _stack(columns: Sequence[Sequence[str]], boxes: Mapping[str, Box]) -> None:
    """Set the heights at which the boxes stand: each column around the middle of the highest one."""
    heights = [sum(boxes[node].height + GAP for node in column) - GAP for column in columns]
    for n, column in enumerate(columns):
        y = (max(heights) - heights[n]) / 2 // GRID * GRID + (GRID / 2 if n % 2 else 0)
        for node in column:
            boxes[node].y = y
            y += boxes[node].height + GAP


def _find_ports(boxes: Mapping[str, Box], lines: Sequence[Line], place: Mapping[str, int]) -> dict[int, float]:
    """Return the height at which each line enters its box, those on one side in the order of where they come from."""
    entering: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        entering[line.object, _side(place[line.object], place[line.subject])].append(line)
    ports = {}
    for (node, _), group in entering.items():
        group.sort(key=lambda line: (boxes[line.subject].rows[line.number], line.number))
        for n, line in enumerate(group):
            ports[line.number] = boxes[node].y + PADDING + PORT * n
    return ports


def _choose_tracks(
    boxes: Mapping[str, Box], lines: Sequence[Line], ports: Mapping[int, float], place: Mapping[str, int]
) -> dict[int, dict[int, int]]:
    """Return for each gutter, by the column to its left, the track of each line; one track holds what never meets."""
    held: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for line in lines:
        gutter = min(place[line.subject], place[line.object])
        top, bottom = sorted((boxes[line.subject].rows[line.number], ports[line.number]))
        held[gutter].append((top, bottom, line.number))
    chosen: dict[int, dict[int, int]] = {}
    for gutter, stretches in held.items():
        ends: list[float] = []
        chosen[gutter] = {}
        for top, bottom, number in sorted(stretches):
            track = next((n for n, end in enumerate(ends) if end + TRACK < top), len(ends))
            ends[track : track + 1] = [bottom]
            chosen[gutter][number] = track
    return chosen


def _gutter_width(tracks: Mapping[int, int]) -> float:
    return EDGE * 2 + TRACK * max(tracks.values()) if tracks else 0.0


def _place_columns(count: int, gutters: Mapping[int, Mapping[int, int]]) -> list[float]:
    lefts = [0.0]
    for column in range(count - 1):
        lefts.append(lefts[-1] + BOX + _gutter_width(gutters.get(column, {})))
    return lefts


def _route(
    line: Line, boxes: Mapping[str, Box], port: float, gutters: Mapping[int, Mapping[int, int]], lefts: Sequence[float]
) -> Route:
    subject, target = boxes[line.subject], boxes[line.object]
    gutter = min(subject.column, target.column)
    track = lefts[gutter] + BOX + EDGE + TRACK * gutters[gutter][line.number]
    row = subject.rows[line.number]
    start = subject.x if target.column < subject.column else subject.x + BOX
    end = target.x if subject.column < target.column else target.x + BOX
    return Route(line, ((start, row), (track, row), (track, port), (end, port)))


def _move(part: Layout, x: float, y: float) -> tuple[list[Box], list[Route]]:
    for box in part.boxes:
        box.x, box.y = box.x + x, box.y + y
        box.rows = {number: row + y for number, row in box.rows.items()}
    routes = [Route(route.line, tuple((px + x, py + y) for px, py in route.points)) for route in part.routes]
    return list(part.boxes), routes
