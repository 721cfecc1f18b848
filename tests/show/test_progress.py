"""Is the progress of a run counted always, and drawn for a person only?"""

import io
from collections.abc import Iterator

import pytest
from rich.console import Console

from whence.show.progress import BarProgress, CountingProgress


def _count_to(number: int) -> Iterator[int]:
    yield from range(number)


@pytest.mark.parametrize("kind", ["counting", "bar"])
def test_items_come_through_as_they_are_and_are_counted(kind: str) -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    progress = BarProgress(console) if kind == "bar" else CountingProgress()
    assert list(progress.advance("reading", _count_to(3))) == [0, 1, 2]
    assert list(progress.advance("understanding", [7, 8])) == [7, 8]
    assert list(progress.advance("reading", [9])) == [9]
    assert progress.done == {"reading": 4, "understanding": 2}


def test_items_are_taken_one_at_a_time() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    through = CountingProgress().advance("reading", items())
    assert next(through) == 0
    assert taken == [0]


def test_an_interrupted_phase_has_what_came_through() -> None:
    progress = CountingProgress()
    through = progress.advance("reading", _count_to(9))
    next(through)
    next(through)
    assert progress.done == {"reading": 2}


def test_a_bar_says_what_and_how_many_and_goes_away() -> None:
    stream = io.StringIO()
    progress = BarProgress(Console(file=stream, force_terminal=True, width=80, color_system=None))
    list(progress.advance("weighing [origins]", [1, 2]))
    drawn = stream.getvalue()
    assert "weighing [origins]" in drawn
    assert "2/2" in drawn
    assert drawn.endswith("\x1b[2K")
