"""How common is a count in the register at hand?"""

from bisect import bisect_left
from collections.abc import Iterable
from statistics import median


class Commonness:
    """The counts of all things of a kind, sorted once; `one` and `several` are what the things are called."""

    def __init__(self, counts: Iterable[int], one: str, several: str) -> None:
        self._counts = sorted(counts)
        self._usual = median(self._counts) if self._counts else 0
        self._one, self._several = one, several

    def of(self, count: int) -> str:
        """Return in words how many have as much, and what is usual.

        >>> Commonness([1, 1, 1, 3], "address", "addresses").of(3)
        '1 of 4 addresses (25%) has 3 or more; the usual number (median) is 1.'
        """
        total = len(self._counts)
        if total == 1:
            return f"The register has one {self._one} only, so nothing is to be said of what is usual."
        as_many = total - bisect_left(self._counts, count)
        verb = "has" if as_many == 1 else "have"
        return (
            f"{as_many:,} of {total:,} {self._several} ({_percent(as_many, total)}) {verb} {count:,} or more; "
            f"the usual number (median) is {self._usual:g}."
        )


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole
    if share >= 10:
        return f"{share:.0f}%"
    return f"{share:.1f}%" if share >= 0.1 else "under 0.1%"
