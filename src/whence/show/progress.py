"""How far has a run come? Bars for a person at a terminal, counts for the messages, nothing for a pipe."""

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")


class CountingProgress:
    """Shows nothing, and counts the items of each phase; `done` has how many came through, by phase, in order.

    `kept` is how many inputs are kept whole.
    """

    def __init__(self) -> None:
        self.done: dict[str, int] = {}
        self.kept = 0

    def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, counting them."""
        self.done.setdefault(what, 0)
        for item in items:
            self.done[what] += 1
            yield item

    def keep(self, number: int) -> None:
        """Count so many more inputs as kept."""
        self.kept += number


class BarProgress(CountingProgress):
    """Draws a bar for each phase while it lasts, and takes it away after."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, moving a bar; of how many, where their number is known."""
        total = len(items) if isinstance(items, Sized) else None
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._console, transient=True) as bars:
            task = bars.add_task(what, total=total)
            for item in super().advance(what, items):
                yield item
                bars.advance(task)
