"""Which numbers of `link` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """Options of the stage `link`."""
