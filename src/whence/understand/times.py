"""Which times does a report give, read against the day it was published?"""

from whence.model.report import Report
from whence.model.statement import TimeExpression
from whence.text.times.find import find_time_phrases


def find_times(report: Report) -> tuple[TimeExpression, ...]:
    """Return days, months, years, ranges and the like with their values in EDTF, each as its longest phrase.

    Phrases that count from the day of the report have no value without one, and are left out; so is a clock time
    without a day.
    """
    return tuple(
        TimeExpression(mention.span, mention.value, mention.other)
        for mention in find_time_phrases(report.text, published=report.published)
    )
