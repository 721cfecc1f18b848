"""What does a table of values hold, and what is said of who copies in it?

A source gives a value for an item: an airport site the time of a flight, a wiki editor the people of a town. Where two
sources give the same rare values again and again, one of them copies the other or both copy a third.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GivenValue:
    """One row of a table: which source gives which value for which item, and the line (from 1) that says so."""

    source: str
    item: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be used: its line, from 1, and why in words."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ValueTable:
    """The rows of one table, at most one a source and item, and the rows that were refused, both in order of line."""

    given: tuple[GivenValue, ...]
    refused: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A rare value that both or all of some sources give: how many sources give it, of how many with a value there."""

    item: str
    value: str
    given_by: int
    of: int


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two sources that more likely than not copy, one from the other or both from a third.

    `probability` that they copy at all, and `share`: in how many of the items for which either gives a rare value they
    give the same; both 0 to 1. Items: `rare`, both give the same rare value; `differing`, they give two values;
    `compared`, both give one.
    """

    sources: tuple[str, str]
    probability: float
    share: float
    rare: int
    differing: int
    compared: int
    examples: tuple[SharedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class CopierGroup:
    """Two sources or more that surely give each other's values, so that they count once; `examples` show it.

    `rare` is in how many items two of them or more give the same rare value.
    """

    sources: tuple[str, ...]
    rare: int
    examples: tuple[SharedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueSupport:
    """Who stands behind one value of an item, and how many of them are independent: `at_least` to `at_most`.

    `at_most` counts each group once; `at_least` counts only sources of which no two more likely than not copy.
    `weight`, 0 to 1, is the value's probability in the model in which copies count as copies. No view shows it: it
    rests on who agrees with whom, and says nothing of what is so.
    """

    value: str
    sources: tuple[str, ...]
    at_least: int
    at_most: int
    weight: float


@dataclass(frozen=True, slots=True)
class DisputedItem:
    """An item for which sources give several values, the one with most independent sources first."""

    item: str
    values: tuple[ValueSupport, ...]


@dataclass(frozen=True, slots=True)
class CopierFindings:
    """What a table shows: its size, groups of copiers, further pairs that copy, and the disputed items in their order.

    A pair stands in `pairs` only where a group does not hold both.
    """

    sources: int
    items: int
    values: int
    groups: tuple[CopierGroup, ...]
    pairs: tuple[CopyPair, ...]
    disputed: tuple[DisputedItem, ...]
