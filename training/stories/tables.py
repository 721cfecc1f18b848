"""How does a learned table of weights come into the source?"""

from collections.abc import Mapping
from pathlib import Path


def write_table(target: Path, question: str, command: str, weights: Mapping[str, float], bias: float) -> None:
    """Write a module that holds the weight of each feature, in log-odds a unit, and the bias, to four decimals.

    `question` is what the table answers, `command` the module of `training.stories` that learned it.
    """
    rows = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in weights.items())
    target.write_text(
        f'"""{question} Log-odds a unit.\n\n'
        f'Written by `python -m training.stories.{command}`, which says what they were learned from.\n"""\n\n'
        f"from collections.abc import Mapping\n\nBIAS = {bias:.4f}\nWEIGHTS: Mapping[str, float] = {{\n{rows}}}\n",
        encoding="utf-8",
    )
