"""Which times does a report give, read against the day it was published?"""

from whence.model.report import Report
from whence.model.statement import TimeExpression
from whence.text.dates import find_dates


def find_times(report: Report) -> tuple[TimeExpression, ...]:
    """Return dates, months, years and weekdays as EDTF; a bare clock time has no date and is left to other readers."""
    mentions = find_dates(report.text, published=report.published)
    return tuple(
        TimeExpression(mention.span, mention.value) for mention in mentions if not mention.value.startswith("T")
    )
