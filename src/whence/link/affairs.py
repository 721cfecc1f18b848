"""Which reports share enough words to be on one affair? A rough grouping, before there are stories."""

from collections.abc import Sequence

from whence.link.grouping import group_by_average
from whence.link.options import LinkOptions
from whence.link.wording import compare_wordings, keep_heaviest, weigh_words
from whence.model.report import Report


def number_affairs(reports: Sequence[Report], *, options: LinkOptions) -> list[int]:
    """Return a number for each report, the same for reports whose words and names are much alike."""
    if not reports:
        return []
    words = keep_heaviest(weigh_words(reports, options), options.affair_words)
    pairs = compare_wordings(words, len(reports), options)
    return group_by_average(len(reports), pairs, threshold=options.affair_likeness)
