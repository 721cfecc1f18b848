"""Which numbers of keeping may be tuned, in what unit?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeepOptions:
    """How a case is opened.

    `patience_seconds`: how long to wait for another program that is writing, before CaseBusy. A unit of work of 64
    reports takes under a second, so thirty mean that the other one hangs. `stale_hours`: age from which an unfinished
    original is taken for what a killed run left, and removed at opening.
    """

    patience_seconds: float = 30.0
    stale_hours: float = 24.0
