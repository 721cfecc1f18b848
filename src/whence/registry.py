"""Which choices are there? Tables of named rows, written out where they can be read, never filled on import."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from whence.errors import BadSetting

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Row(Generic[Thing]):
    """One choice: its name, what it stands for, and why it is there."""

    name: str
    thing: Thing
    reason: str


@dataclass(frozen=True, slots=True)
class Table(Generic[Thing]):
    """A visible list of choices under one title, each name once."""

    title: str
    rows: tuple[Row[Thing], ...]

    def __iter__(self) -> Iterator[Row[Thing]]:
        return iter(self.rows)

    def names(self) -> list[str]:
        """Return the names in the order of the table."""
        return [row.name for row in self.rows]

    def get(self, name: str) -> Thing:
        """Return the thing of that name, or raise BadSetting naming those there are.

        >>> Table("numbers", (Row("one", 1, "the first"),)).get("one")
        1
        """
        for row in self.rows:
            if row.name == name:
                return row.thing
        raise BadSetting(f"Found {name!r} as {self.title}.", hint=f"Choose one of: {', '.join(self.names())}.")
