"""How is a write in memory taken back, where the unit of work that it is part of fails?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Journal:
    """Remembers how to take back each write, so that a unit of work that fails leaves nothing behind."""

    def __init__(self) -> None:
        self._undo: list[Callable[[], None]] = []
        self._depth = 0

    def set(self, table: dict[Key, Value], key: Key, value: Value) -> None:
        """Put the value in the table, remembering what stood there."""
        if not self._depth:
            table[key] = value
            return
        if key in table:
            before = table[key]
            self._undo.append(lambda: table.__setitem__(key, before))
        else:
            self._undo.append(lambda: table.__delitem__(key))
        table[key] = value

    def append(self, items: list[Value], item: Value) -> None:
        """Put the item at the end of the list, remembering its length."""
        if self._depth:
            length = len(items)
            self._undo.append(lambda: items.__delitem__(slice(length, None)))
        items.append(item)

    @contextmanager
    def unit(self) -> Iterator[None]:
        """Take back all that was written inside where it ends in an exception; a unit inside another is part of it."""
        mark = len(self._undo)
        self._depth += 1
        try:
            yield
        except BaseException:
            while len(self._undo) > mark:
                self._undo.pop()()
            raise
        finally:
            self._depth -= 1
            if not self._depth:
                self._undo.clear()
