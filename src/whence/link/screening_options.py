"""Which numbers of screening may be tuned, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreeningOptions:
    """Options of looking names up in watchlists."""

    # Least score (0 to 1) at which a name and an entry are a possible match. About where nine in ten are right on the
    # names written to learn from, each scored by weights not learned from it (`python -m training.screening`).
    least: float = 0.4
    # Names of a list that are compared with one name, and the least share of its marks, by weight, that they have.
    names: int = 15
    share: float = 0.3
    # Sentences of a case that are read for what is stated of one thing, the first ones that name it.
    sentences: int = 12
