"""Which numbers of `understand` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnderstandOptions:
    """Options of the stage `understand`."""
