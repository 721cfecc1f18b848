"""Does a drawn group lie so that it can be read: no box over another, each line from its company to what it shares?"""

import re
from itertools import combinations

from whence.show.companies.layout import Arc, Bundle, DrawnCompany, draw_group
from whence.show.companies.views import Box, Drawing

COMPANIES = [DrawnCompany(f"c{number}", f"Firm {number} Ltd", f"{number}, Veldmark") for number in range(12)]
BUNDLES = [
    Bundle(("c0", "c5", "c11"), "sure", (("phone", "+999 1", "phone +999 1"),)),
    Bundle(("c1", "c2"), "possible", (("director", "Ilka Moen", "director Ilka Moen"),)),
    Bundle(tuple(f"c{n}" for n in range(12)), "sure", tuple(("agent", f"Agent {n}", f"agent {n}") for n in range(5))),
    Bundle(("c3",), "hub", (("address", "14 Linden Quay (14 companies)", "address 14 Linden Quay"),)),
]
ARCS = [Arc("c0", "c1", "60%", "Firm 0 owns 60% of Firm 1", True), Arc("c4", "c9", "", "Firm 4 owns Firm 9", False)]


def drawing() -> Drawing:
    return draw_group(COMPANIES, BUNDLES, ARCS)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def test_no_box_lies_over_another_and_all_are_inside() -> None:
    drawn = drawing()
    assert [pair for pair in combinations(drawn.boxes, 2) if _overlap(*pair)] == []
    assert all(box.x >= 0 and box.y >= 0 for box in drawn.boxes)
    assert max(box.x + box.width for box in drawn.boxes) <= drawn.width
    assert max(box.y + box.height for box in drawn.boxes) <= drawn.height


def test_there_is_one_line_for_each_company_of_each_box_and_each_owner() -> None:
    styles = [line.style for line in drawing().lines]
    assert styles.count("sure") == 3 + 12
    assert styles.count("possible") == 2
    assert styles.count("hub") == 1
    assert styles[-2:] == ["owns", "owns possible"]


def test_lines_end_at_the_edge_of_what_is_shared() -> None:
    drawn = drawing()
    shared = [box for box in drawn.boxes if box.things]
    for line in (line for line in drawn.lines if not line.style.startswith("owns")):
        numbers = list(map(float, re.findall(r"-?[\d.]+", line.d)))
        x, y = numbers[-2:]
        assert any(abs(box.x - x) < 0.11 and box.y <= y <= box.y + box.height for box in shared)


def test_the_same_group_is_drawn_alike_and_shares_stand_beside_their_arcs() -> None:
    assert drawing() == drawing()
    assert [label.words for label in drawing().labels] == ["60%"]
    assert all(label.x > 0 for label in drawing().labels)


def test_things_of_the_same_companies_lie_in_one_box() -> None:
    assert sorted(len(box.things) for box in drawing().boxes if box.things) == [1, 1, 1, 5]


def test_companies_that_share_nothing_else_but_an_owner_are_drawn() -> None:
    drawn = draw_group(COMPANIES[:2], [], ARCS[:1])
    assert len(drawn.boxes) == 2
    assert "1 line of ownership" in drawn.summary
