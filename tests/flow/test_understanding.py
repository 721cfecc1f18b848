"""Is each report read once, and asked about again where the reader that was set did not answer?"""

import threading
from collections.abc import Iterator

import pytest

from tests.understand.reports import make_report
from whence.flow.understanding import in_turn, understand_all
from whence.keep.memory import MemoryCase
from whence.model.finding import FoundAttribution, TextFindings
from whence.model.report import Report
from whence.model.spans import Span
from whence.model.statement import Understanding
from whence.show.progress import CountingProgress
from whence.understand.options import UnderstandOptions

RAIN = make_report("Falk said it rained.")
SNOW = make_report("Falk said it snowed.")


class _Finder:
    """Falls back on texts that hold a word; `asked` counts all that it was asked about."""

    identity = "fake/1"
    remote = None

    def __init__(self, fails_on: str, *, at_once: int = 1) -> None:
        self.at_once = at_once
        self._fails_on = fails_on
        self.asked: list[str] = []

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - the port's signature
        self.asked.append(text)
        said = FoundAttribution(Span(5, 9), (Span(0, 4),), (Span(10, 19),))
        return TextFindings((said,), (), rejected=1, fallen_back=int(self._fails_on in text))


def _understand(case: MemoryCase, finder: _Finder, *reports: Report) -> dict[str, Understanding]:
    return understand_all(
        reports, case=case, finder=finder, options=UnderstandOptions(), batch=2, progress=CountingProgress()
    )


def test_what_was_read_is_kept_and_not_read_again() -> None:
    case, finder = MemoryCase(), _Finder("nothing")
    first = _understand(case, finder, RAIN, SNOW)
    assert _understand(case, finder, RAIN, SNOW) == first
    assert finder.asked == [RAIN.text, SNOW.text]
    assert first[RAIN.id].reading.rejected == 1


def test_what_the_built_in_reader_stood_in_for_is_used_but_asked_again() -> None:
    case = MemoryCase()
    failing = _understand(case, _Finder("snowed"), RAIN, SNOW)
    assert failing[SNOW.id].reading.fallen_back == 1
    assert failing[SNOW.id].statements
    better = _Finder("nothing")
    assert _understand(case, better, RAIN, SNOW)[SNOW.id].reading.fallen_back == 0
    assert better.asked == [SNOW.text]
    assert _understand(case, better, RAIN, SNOW)
    assert better.asked == [SNOW.text]


def test_reports_read_at_the_same_time_are_understood_as_one_by_one() -> None:
    reports = [make_report(f"Falk said it rained {n} times.") for n in range(20)]
    one_by_one = _understand(MemoryCase(), _Finder("nothing"), *reports)
    assert _understand(MemoryCase(), _Finder("nothing", at_once=4), *reports) == one_by_one


def test_in_turn_keeps_the_order_though_the_first_is_made_last() -> None:
    second_is_made = threading.Event()

    def make(item: int) -> int:
        if item == 1:
            assert second_is_made.wait(timeout=30)
        elif item == 2:
            second_is_made.set()
        return -item

    assert list(in_turn([1, 2, 3], make, at_once=2)) == [-1, -2, -3]


@pytest.mark.parametrize("at_once", [1, 2])
def test_in_turn_raises_an_error_where_its_item_stands(at_once: int) -> None:
    turns = in_turn([4, 2, 0, 1], lambda item: 8 // item, at_once=at_once)
    assert [next(turns), next(turns)] == [2, 4]
    with pytest.raises(ZeroDivisionError):
        next(turns)


@pytest.mark.parametrize("at_once", [1, 2])
def test_in_turn_takes_few_items_before_they_are_asked_for(at_once: int) -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    assert next(in_turn(items(), str, at_once=at_once)) == "0"
    assert len(taken) <= 2 * at_once + 1
