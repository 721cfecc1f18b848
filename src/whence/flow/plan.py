"""In which order do the steps of a run go, and does each find what it needs?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from whence.errors import BrokenPlan

Workings = TypeVar("Workings")


@dataclass(frozen=True, slots=True)
class Step(Generic[Workings]):
    """One step: what it is called, which fields of the workings it reads, which it fills, and how."""

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    run: Callable[[Workings], None]


def check_plan(steps: Sequence[Step[Workings]], *, workings: type, given: Sequence[str]) -> None:
    """Raise BrokenPlan where a step needs what nothing before it makes, or names what the workings do not have.

    `given` are the fields that are filled before the first step.
    """
    known = {item.name for item in fields(workings)}
    made = set(given)
    for step in steps:
        for name in (*step.requires, *step.assigns):
            if name not in known:
                raise BrokenPlan(
                    f"The step {step.name!r} names {name!r}, which {workings.__name__} does not have.",
                    hint=f"Its fields are: {', '.join(sorted(known))}.",
                )
        for name in step.requires:
            if name not in made:
                raise BrokenPlan(
                    f"The step {step.name!r} needs {name!r}, which no earlier step makes.",
                    hint="Put the step that assigns it before this one.",
                )
        made.update(step.assigns)


def run_plan(steps: Sequence[Step[Workings]], workings: Workings) -> None:
    """Run the steps in order on the workings; the plan must have been checked."""
    for step in steps:
        step.run(workings)
