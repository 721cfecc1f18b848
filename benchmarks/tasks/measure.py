"""What is a measured figure, and which floor is it held to?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: `value` in the unit its name says, `detail` as the scorer printed it."""

    name: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a task measured, and the digest of the texts that it measured on."""

    task: str
    texts: str
    figures: tuple[Figure, ...]
