"""Does a drawn stemma stay readable? No two boxes meet, no line runs through a box, no two lines run on each other."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.show.dossier.stemma_drawing import Drawing, Line, Node, Placed, Shape
from whence.show.dossier.stemma_layout import LETTERS, lay_out

Segment = tuple[float, float, float, float]


@st.composite
def sketches(draw: st.DrawFn) -> tuple[list[Node], list[Node], list[Line]]:
    outlets = draw(st.integers(1, 5))
    reports = [
        Node(f"r{n}", "report", f"R{n}", "", lane=f"Outlet {draw(st.integers(0, outlets - 1))}", time=("2031-05-01",))
        for n in range(draw(st.integers(1, 8)))
    ]
    shapes: st.SearchStrategy[Shape] = st.sampled_from(("voice", "document", "unseen"))
    others = [Node(f"v{n}", draw(shapes), "a long name of a voice " * 2, "") for n in range(draw(st.integers(0, 6)))]
    ends = [node.id for node in (*reports, *others)]
    pairs = draw(st.lists(st.tuples(st.sampled_from([r.id for r in reports]), st.sampled_from(ends)), max_size=20))
    lines = [
        Line(later, None if earlier == later else earlier, "rewrites R10 >99%", "", "report", is_likely=True)
        for later, earlier in dict.fromkeys(pairs)
    ]
    return reports, others, lines


def corners(d: str) -> list[tuple[float, float]]:
    """Return the right-angled points of a path: its ends, and the corner that each curve rounds."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", d)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    commands = re.findall(r"[MLQ]", d)
    kept, at = [], 0
    for command in commands:
        if command == "Q":
            kept.append(points[at])
            at += 2
        else:
            if command == "M" or at == len(points) - 1:
                kept.append(points[at])
            at += 1
    return kept


def segments(d: str) -> list[Segment]:
    points = corners(d)
    return [(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)) for (x1, y1), (x2, y2) in pairwise(points)]


def crosses(segment: Segment, box: Placed) -> bool:
    x1, y1, x2, y2 = segment
    return x1 < box.x + box.width - 1 and x2 > box.x + 1 and y1 < box.y + box.height - 1 and y2 > box.y + 1


def overlap(one: Placed, other: Placed) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@settings(max_examples=60, deadline=None)
@given(sketches())
def test_boxes_stand_apart_and_inside_the_drawing(sketch: tuple[list[Node], list[Node], list[Line]]) -> None:
    drawing = lay_out(*sketch)
    assert len(drawing.boxes) == len(sketch[0]) + len(sketch[1])
    for n, box in enumerate(drawing.boxes):
        assert box.x >= 0
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height
        assert not any(overlap(box, other) for other in drawing.boxes[n + 1 :])


@settings(max_examples=60, deadline=None)
@given(sketches())
def test_no_line_runs_through_a_box_or_a_name(sketch: tuple[list[Node], list[Node], list[Line]]) -> None:
    drawing = lay_out(*sketch)
    for path in drawing.paths:
        for segment in segments(path.d):
            assert not any(crosses(segment, box) for box in drawing.boxes), path.d
            is_level = segment[1] == segment[3]
            rows = [(lane.y - 11, lane.y + 14 * (len(lane.lines) - 1)) for lane in drawing.lanes]
            assert not is_level or not any(top < segment[1] < bottom for top, bottom in rows), path.d


@settings(max_examples=60, deadline=None)
@given(sketches())
def test_lines_of_different_parents_never_run_on_each_other(
    sketch: tuple[list[Node], list[Node], list[Line]],
) -> None:
    drawing = lay_out(*sketch)
    levels: dict[float, set[tuple[float, float]]] = {}
    for path in drawing.paths:
        points = corners(path.d)
        levels.setdefault(points[1][1], set()).add(points[0])
    assert all(len(starts) == 1 for starts in levels.values())
    upright = [segments(path.d)[2] for path in drawing.paths]
    for n, one in enumerate(upright):
        for other in upright[n + 1 :]:
            assert one[0] != other[0] or one[3] < other[1] or other[3] < one[1]


def test_every_line_says_what_it_is_where_it_enters() -> None:
    reports = [Node("a", "report", "R1", "", lane="One"), Node("b", "report", "R2", "", lane="Two")]
    lines = [
        Line("b", "a", "quotes R1 90%", "", "report", is_likely=True),
        Line("b", None, "own access 10%", "", "own", is_likely=False),
    ]
    drawing = lay_out(reports, [], lines)
    later = next(box for box in drawing.boxes if box.node.id == "b")
    assert [entry.words for entry in later.entries] == ["quotes R1 90%", "own access 10%"]
    assert [corners(path.d)[-1] for path in drawing.paths] == [(later.x - 1, later.entries[0].y)]


def test_a_long_name_is_cut_and_kept_whole_in_the_title() -> None:
    name = "The Very Long Name of a Ministry That Nobody Reads"
    drawing: Drawing = lay_out([], [Node("v", "voice", name, name)], [])
    lines = drawing.boxes[0].lines
    assert len(lines) == 2
    assert all(len(line) <= LETTERS for line in lines)
    assert lines[-1].endswith("…")
    assert drawing.boxes[0].node.title == name
