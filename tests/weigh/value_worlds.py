"""Invented tables of values with known copiers, for tests: what is so is the value "0" of every item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.model.values import GivenValue

SO = "0"


@dataclass(frozen=True, slots=True)
class Original:
    """A source that looks for itself: how often it is right, and the share of items for which it gives a value."""

    accuracy: float
    covers: float = 1.0


@dataclass(frozen=True, slots=True)
class Copier:
    """A source that copies: whom, what share of its values, and the share of the original's items that it has."""

    of: str
    share: float = 1.0
    covers: float = 1.0


def make_table(
    originals: Mapping[str, Original], copiers: Mapping[str, Copier], *, items: int = 120, seed: int = 0
) -> list[GivenValue]:
    """Return a table; who is wrong gives one of twelve other values, some more often than others."""
    draw = np.random.default_rng(seed)

    def looked_up(accuracy: float) -> str:
        return SO if draw.random() < accuracy else str(min(12, int(draw.geometric(0.25))))

    values: dict[str, dict[int, str]] = {}
    for name, source in originals.items():
        has = draw.random(items) < source.covers
        values[name] = {item: looked_up(source.accuracy) for item in range(items) if has[item]}
    for name, copier in copiers.items():
        given = values[copier.of]
        has = draw.random(items) < copier.covers
        kept = draw.random(items) < copier.share
        values[name] = {item: value if kept[item] else looked_up(0.6) for item, value in given.items() if has[item]}
    return [
        GivenValue(source, f"item {item:03}", value, line)
        for source, given in values.items()
        for line, (item, value) in enumerate(given.items(), 2)
    ]


def eight_originals(accuracies: Sequence[float] = (0.9, 0.8, 0.7, 0.85, 0.6, 0.75, 0.8, 0.65)) -> dict[str, Original]:
    """Return originals named o0, o1 and so on."""
    return {f"o{number}": Original(accuracy) for number, accuracy in enumerate(accuracies)}
