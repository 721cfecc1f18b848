"""How does a network look? Boxes whose form says what they are, lines whose strokes say how surely they are said."""

from collections.abc import Sequence

from whence.show.dossier.network_layout import (
    BOX,
    NAME_LINE,
    PADDING,
    Box,
    Form,
    Line,
    Node,
    Route,
    lay_out_network,
)
from whence.show.dossier.picture import (
    Label,
    Part,
    Picture,
    Stroke,
    box_path,
    cross_path,
    fit_words,
    line_path,
    rounded_path,
)

ARROW = 6


def draw_network(nodes: Sequence[Node], lines: Sequence[Line], name: str) -> Picture:
    """Return the picture of the nodes and their lines."""
    layout = lay_out_network(nodes, lines)
    rows = {line.number: line for line in lines}
    return Picture(
        name=name,
        description=(
            f"{len(nodes)} who are named or described, joined by {len(lines)} lines that statements draw. "
            "A line leaves the box that says what it is, and enters the other with its arrow. "
            "The table below says the same in words."
        ),
        width=layout.width,
        height=layout.height,
        parts=(
            *(_line(route) for route in layout.routes),
            *(part for box in layout.boxes for part in _box(box, rows)),
        ),
    )


def _line(route: Route) -> Part:
    points = list(route.points)
    (x1, y1), (end, y2) = points[0], points[-1]
    to_right = 1 if points[-2][0] < end else -1
    strokes = [Stroke(rounded_path(points), f"line {route.line.manner}")]
    if route.line.has_direction:
        head = [(end, y2), (end - to_right * ARROW, y2 - ARROW / 2), (end - to_right * ARROW, y2 + ARROW / 2)]
        strokes.append(Stroke(line_path(head, is_closed=True), "arrow"))
    if route.line.is_denied:
        side = 1 if points[1][0] > x1 else -1
        strokes.append(Stroke(cross_path(x1 + side * 9, y1, 4), "strike"))
    return Part(strokes=tuple(strokes), title=route.line.title, href=route.line.href)


def _box(box: Box, lines: dict[int, Line]) -> list[Part]:
    node = box.node
    classes = "box" if node.is_named else "box described"
    middle = box.x + PADDING
    head = Part(
        strokes=_outline(box, node.form, classes),
        labels=(
            *(Label(middle, box.y + 18 + NAME_LINE * n, words, "strong") for n, words in enumerate(box.name)),
            Label(middle, box.y + 17 + NAME_LINE * len(box.name), fit_words(node.kind, BOX - 2 * PADDING), "quiet"),
        ),
        title=node.title,
        href=node.href,
    )
    return [head, *(_row(box, number, y, lines[number]) for number, y in box.rows.items())]


def _outline(box: Box, form: Form, classes: str) -> tuple[Stroke, ...]:
    """Return the outline of a box: round for a person, a second line for a thing, a cut corner for a place."""
    if form == "person":
        return (Stroke(box_path(box.x, box.y, BOX, box.height, 14), classes),)
    if form == "place":
        cut = 10
        right, bottom = box.x + BOX, box.y + box.height
        points = [(box.x, box.y), (right - cut, box.y), (right, box.y + cut), (right, bottom), (box.x, bottom)]
        return (Stroke(line_path(points, is_closed=True), classes),)
    outline = (Stroke(box_path(box.x, box.y, BOX, box.height), classes),)
    if form == "thing":
        edge = line_path([(box.x + BOX - 4, box.y), (box.x + BOX - 4, box.y + box.height)])
        return (*outline, Stroke(edge, "edge"))
    return outline


def _row(box: Box, number: int, y: float, line: Line) -> Part:
    words = fit_words(f"{number} {line.words}", BOX - 2 * PADDING - 2)
    return Part(labels=(Label(box.x + PADDING, y + 4, words, "row"),), title=line.title, href=line.href)
