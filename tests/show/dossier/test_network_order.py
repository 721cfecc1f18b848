"""Do lines join neighbouring columns only, with the busiest node in the middle?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.show.dossier.network_order import find_components, find_middles, join_nodes, order_component


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_what_is_joined_stands_in_one_column_or_in_two_side_by_side(pairs: list[tuple[int, int]]) -> None:
    nodes = [f"n{n:02}" for n in range(12)]
    joined = join_nodes(nodes, [(f"n{one:02}", f"n{other:02}") for one, other in pairs])
    seen = []
    for group in find_components(joined):
        for middle in find_middles(group, joined):
            columns = order_component(group, joined, middle)
            place = {node: n for n, column in enumerate(columns) for node in column}
            assert sorted(place) == sorted(group)
            assert all(abs(place[node] - place[near]) <= 1 for node in group for near in joined[node])
        seen += group
    assert sorted(seen) == nodes


def test_the_busiest_stands_in_the_middle_with_its_neighbours_on_both_sides() -> None:
    joined = join_nodes(["hub", "a", "b", "c", "d"], [("hub", each) for each in "abcd"])
    columns = order_component(list(joined), joined, find_middles(list(joined), joined)[0])
    assert [len(column) for column in columns] == [2, 1, 2]
    assert columns[1] == ["hub"]
