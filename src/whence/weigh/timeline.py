"""When is what said to have happened? A row for each time that stands in a statement, or in its sentence."""

from whence.model.affair import AffairSources, TimelineRow
from whence.model.report import Passage
from whence.model.statement import TimeExpression
from whence.text.edtf_days import Days, days_of
from whence.weigh.statement_places import StatementPlaces, place_statements


def find_timeline(sources: AffairSources, places: StatementPlaces | None = None) -> tuple[TimelineRow, ...]:
    """Return the rows in order of the first day that each may mean, then the last; open beginnings come first.

    A time without a year, a clock time, and one that no statement stands beside give no row.
    """
    places = places or place_statements(sources)
    rows = [
        row
        for report, understanding in sources.understandings.items()
        if report in sources.reports
        for time in understanding.times
        if (row := _row(report, time, places)) is not None
    ]
    return tuple(sorted(rows, key=_order))


def _row(report: str, time: TimeExpression, places: StatementPlaces) -> TimelineRow | None:
    days: Days | None = days_of(time.value)
    holding = places.holding(report, time.span) if days else None
    if days is None or holding is None:
        return None
    reach = places.reach(report, holding, time.span)
    return TimelineRow(
        value=time.value,
        worded=Passage(report, time.span),
        earliest=days.earliest,
        latest=days.latest,
        stands_in="content" if holding.is_content else "sentence",
        said=places.said(report, holding.statement),
        entities=places.entities_in(report, reach),
        places=tuple(place.name for place in places.places_in(report, reach)),
        other=time.other,
    )


def _order(row: TimelineRow) -> tuple[str, str, str, int]:
    first = row.earliest.isoformat() if row.earliest else ""
    last = row.latest.isoformat() if row.latest else "9999"
    return first, last, row.said.report, row.worded.span.start
