"""How far has a run come? Bars for a person at a terminal, now and then a line where messages go into a file."""

from collections.abc import Callable, Iterable, Iterator, Sized
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from whence.show.wording import plain

Item = TypeVar("Item")
# Seconds between two lines on a long run whose messages go into a file.
SECONDS_BETWEEN = 10.0


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


class LineProgress(CountingProgress):
    """Tells every `SECONDS_BETWEEN` which phase has come how far, and at which file; says nothing of a short run.

    `tell` takes a line; `seconds` is a clock that never goes back.
    """

    def __init__(self, tell: Callable[[str], None], *, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._tell = tell
        self._seconds = seconds
        self._told_at = seconds()

    def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, telling of how many where their number is known."""
        total = f" of {len(items):,}" if isinstance(items, Sized) else ""
        for item in super().advance(what, items):
            if self._seconds() - self._told_at >= SECONDS_BETWEEN:
                self._told_at = self._seconds()
                self._tell(f"{what}: {self.done[what]:,}{total}{_at(item)}")
            yield item


def _at(item: object) -> str:
    """Return at which file a run is, where an item is one or has a report that was one."""
    path = getattr(getattr(item, "report", item), "path", None)
    return f", at {plain(path)}" if isinstance(path, str) else ""


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
