"""Has any measured figure fallen below its floor? Floors may rise; lowering one takes a decision note."""

import json
from pathlib import Path

from benchmarks.tasks.measure import Measured

FILE = Path(__file__).with_name("floors.json")


def broken_floors(measured: Measured) -> list[str]:
    """Return one sentence a figure that is below its floor, or above its ceiling; none where all hold.

    A task whose texts have changed since the floors were set is reported as such: its floors say nothing.
    """
    task = json.loads(FILE.read_text(encoding="utf-8")).get(measured.task)
    if task is None:
        return []
    if task["texts"] != measured.texts:
        return [f"{measured.task}: measured on {measured.texts}, the floors were set on {task['texts']}."]
    values = {figure.name: figure.value for figure in measured.figures}
    out = [
        f"{measured.task}: {name} is {values.get(name)}, its floor is {floor}."
        for name, floor in task["at_least"].items()
        if values.get(name, float("-inf")) < floor
    ]
    out += [
        f"{measured.task}: {name} is {values.get(name)}, its ceiling is {ceiling}."
        for name, ceiling in task["at_most"].items()
        if values.get(name, float("inf")) > ceiling
    ]
    return out
