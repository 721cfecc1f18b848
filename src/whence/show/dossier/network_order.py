"""In which column and in which order does each node of a network stand, so that lines join only neighbours?

A node in the middle; what it is joined to stands in the columns beside it, what those are joined to one further, and so
on: then no line ever passes a column. Nothing here is left to chance: the same network is drawn the same way.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

Joined = Mapping[str, Sequence[str]]
# How often the order within columns is set by the middle of the neighbours; more changes next to nothing.
SWEEPS = 6
# Nodes that are tried in the middle: the one that fits a page best is chosen.
MIDDLES = 6


def join_nodes(nodes: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the neighbours of each node, in the order of the nodes.

    >>> join_nodes(["a", "b", "c"], [("c", "a"), ("a", "b")])
    {'a': ['b', 'c'], 'b': ['a'], 'c': ['a']}
    """
    rank = {node: n for n, node in enumerate(nodes)}
    found: dict[str, set[str]] = {node: set() for node in nodes}
    for one, other in pairs:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {node: sorted(near, key=rank.__getitem__) for node, near in found.items()}


def find_components(joined: Joined, without: str | None = None) -> list[list[str]]:
    """Return the nodes that hang together, the largest group first; `without` is a node to leave out.

    >>> find_components({"a": ["b"], "b": ["a"], "c": []})
    [['a', 'b'], ['c']]
    """
    seen = {without}
    groups = []
    for start in joined:
        if start in seen:
            continue
        seen.add(start)
        group, waiting = [start], deque([start])
        while waiting:
            for near in joined[waiting.popleft()]:
                if near not in seen:
                    seen.add(near)
                    group.append(near)
                    waiting.append(near)
        groups.append(group)
    return sorted(groups, key=lambda group: -len(group))


def find_middles(group: Sequence[str], joined: Joined) -> list[str]:
    """Return the nodes of a group that may stand in the middle, the one that most are joined to first.

    >>> find_middles(["a", "hub", "b"], {"hub": ["a", "b"], "a": ["hub"], "b": ["hub"]})
    ['hub', 'a', 'b']
    """
    return sorted(group, key=lambda node: (-len(joined[node]), group.index(node)))[:MIDDLES]


def order_component(group: Sequence[str], joined: Joined, middle: str) -> list[list[str]]:
    """Return the columns of one group around a node, from left to right, each from top to bottom.

    >>> order_component(["hub", "a", "b"], {"hub": ["a", "b"], "a": ["hub"], "b": ["hub"]}, "hub")
    [['b'], ['hub'], ['a']]
    """
    depth = {middle: 0}
    sizes = {1: 0, -1: 0}
    # What hangs together without the middle node goes to one side as a whole: so no line crosses the middle.
    for part in find_components({node: joined[node] for node in group}, without=middle):
        side = 1 if sizes[1] <= sizes[-1] else -1
        sizes[side] += len(part)
        depth |= {node: side * far for node, far in _distances(middle, joined, set(part)).items()}
    low, high = min(depth.values()), max(depth.values())
    columns = [[node for node in group if depth[node] == place] for place in range(low, high + 1)]
    return _untangle(columns, joined)


def _distances(root: str, joined: Joined, among: set[str]) -> dict[str, int]:
    """Return how many lines lie between a node and each of some others."""
    far = {root: 0}
    waiting = deque([root])
    while waiting:
        node = waiting.popleft()
        for near in joined[node]:
            if near not in far and near in among:
                far[near] = far[node] + 1
                waiting.append(near)
    return {node: steps for node, steps in far.items() if node != root}


def _untangle(columns: list[list[str]], joined: Joined) -> list[list[str]]:
    """Return the columns with each node near the middle of its neighbours: fewer lines cross."""
    for sweep in range(SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for place in order:
            beside = columns[place - 1 if sweep % 2 == 0 else place + 1]
            heights = {node: n / max(1, len(beside) - 1) for n, node in enumerate(beside)}
            columns[place] = _by_neighbours(columns[place], heights, joined)
    return columns


def _by_neighbours(column: list[str], heights: Mapping[str, float], joined: Joined) -> list[str]:
    def key(node: str) -> tuple[float, int]:
        near = [heights[other] for other in joined[node] if other in heights]
        return sum(near) / len(near) if near else column.index(node) / max(1, len(column) - 1), column.index(node)

    return sorted(column, key=key)
