"""Is a plan that cannot work refused before it runs?"""

from dataclasses import dataclass

import pytest

from whence.errors import BrokenPlan
from whence.flow import trace
from whence.flow.plan import Step, check_plan, run_plan


@dataclass
class Bench:
    """Workings for these tests."""

    given: int = 1
    doubled: int = 0


def _double(bench: Bench) -> None:
    bench.doubled = 2 * bench.given


DOUBLE = Step("double", ("given",), ("doubled",), _double)


def test_a_whole_plan_runs_in_order() -> None:
    bench = Bench(given=4)
    check_plan([DOUBLE], workings=Bench, given=["given"])
    run_plan([DOUBLE], bench)
    assert bench.doubled == 8


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([Step("late", ("doubled",), (), _double), DOUBLE], "'late' needs 'doubled'"),
        ([Step("lost", ("tripled",), (), _double)], "names 'tripled', which Bench does not have"),
        ([Step("lost", (), ("tripled",), _double)], "names 'tripled', which Bench does not have"),
    ],
)
def test_a_plan_with_a_gap_is_refused(steps: list[Step[Bench]], words: str) -> None:
    with pytest.raises(BrokenPlan, match=words):
        check_plan(steps, workings=Bench, given=["given"])


def test_the_plan_of_a_trace_is_whole_and_needs_its_order() -> None:
    check_plan(trace.STEPS, workings=trace.Workings, given=trace.GIVEN)
    with pytest.raises(BrokenPlan):
        check_plan(trace.STEPS[::-1], workings=trace.Workings, given=trace.GIVEN)
