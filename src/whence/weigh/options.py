"""Which numbers of `weigh` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeighOptions:
    """Options of the stage `weigh`."""
