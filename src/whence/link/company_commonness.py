"""How common is a count in the register at hand?"""

from collections.abc import Iterable
from statistics import median


def commonness(count: int, all_counts: Iterable[int], one: str, several: str) -> str:
    """Return in words how many others have as much, and what is usual.

    >>> commonness(3, [1, 1, 1, 3], "address", "addresses")
    '1 of 4 addresses (25%) has 3 or more; the usual number (median) is 1.'
    """
    counts = list(all_counts)
    as_many = sum(other >= count for other in counts)
    what, verb = (several, "has") if as_many == 1 else (several, "have")
    if len(counts) == 1:
        return f"The register has one {one} only, so nothing is to be said of what is usual."
    usual = median(counts)
    return (
        f"{as_many:,} of {len(counts):,} {what} ({_percent(as_many, len(counts))}) {verb} {count:,} or more; "
        f"the usual number (median) is {usual:g}."
    )


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole
    if share >= 10:
        return f"{share:.0f}%"
    return f"{share:.1f}%" if share >= 0.1 else "under 0.1%"
