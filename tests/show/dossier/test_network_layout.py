"""Does a drawn network stay readable? No boxes meet, no line runs through a box, no two lines run on each other."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.show.dossier.network_layout import BOX, Box, Layout, Line, Node, lay_out_network

Segment = tuple[float, float, float, float]


@st.composite
def sketches(draw: st.DrawFn) -> tuple[list[Node], list[Line]]:
    names = st.sampled_from(["Rook", "Ministry of Transport of the Federated Republic", "الشركة الدولية", "W" * 60])
    count = draw(st.integers(2, 9))
    nodes = [Node(f"n{n}", draw(names), "person", "person", True, "", "") for n in range(count)]
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=24))
    lines = [
        Line(number, f"n{one}", f"n{other}", "alleged: member of", "", "", "certain", False, True)
        for number, (one, other) in enumerate(pairs, 1)
    ]
    return nodes, lines


def segments(layout: Layout) -> list[tuple[int, Segment]]:
    found = []
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            found.append((route.line.number, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))))
    return found


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + BOX
        and other.x < one.x + BOX
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@settings(max_examples=60, deadline=None)
@given(sketches())
def test_boxes_stand_apart_and_inside_and_hold_their_rows(sketch: tuple[list[Node], list[Line]]) -> None:
    layout = lay_out_network(*sketch)
    assert len(layout.boxes) == len(sketch[0])
    assert not any(overlap(one, other) for one, other in combinations(layout.boxes, 2))
    for box in layout.boxes:
        assert box.x >= 0
        assert box.x + BOX <= layout.width
        assert box.y + box.height <= layout.height
        heights = sorted(box.rows.values())
        assert all(box.y + box.head < y < box.y + box.height for y in heights)
        assert all(low + 14 <= high for low, high in pairwise(heights))


@settings(max_examples=60, deadline=None)
@given(sketches())
def test_no_line_runs_through_a_box(sketch: tuple[list[Node], list[Line]]) -> None:
    layout = lay_out_network(*sketch)
    for _, (x1, y1, x2, y2) in segments(layout):
        assert x1 >= 0
        assert x2 <= layout.width
        for box in layout.boxes:
            inside = x1 < box.x + BOX - 1 and x2 > box.x + 1 and y1 < box.y + box.height - 1 and y2 > box.y + 1
            assert not inside


@settings(max_examples=60, deadline=None)
@given(sketches())
def test_no_two_lines_run_on_each_other(sketch: tuple[list[Node], list[Line]]) -> None:
    drawn = segments(lay_out_network(*sketch))
    for (one, a), (other, b) in combinations(drawn, 2):
        if one == other:
            continue
        is_level = a[1] == a[3] == b[1] == b[3] and min(a[2], b[2]) - max(a[0], b[0]) > 0
        is_upright = a[0] == a[2] == b[0] == b[2] and min(a[3], b[3]) - max(a[1], b[1]) > 0
        assert not is_level
        assert not is_upright


def test_the_same_network_is_drawn_the_same_way_whatever_the_order_of_its_lines() -> None:
    nodes = [Node(name, name, "person", "person", True, "", "") for name in ("a", "b", "c", "d")]
    lines = [
        Line(n, one, other, "met", "", "", "certain", False, False)
        for n, (one, other) in enumerate([("a", "b"), ("a", "c"), ("d", "a")], 1)
    ]
    places = [(box.node.id, box.x, box.y) for box in lay_out_network(nodes, lines).boxes]
    again = [(box.node.id, box.x, box.y) for box in lay_out_network(nodes, lines[::-1]).boxes]
    assert places == again
