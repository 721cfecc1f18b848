"""Who is reported to have an equipment, a method or an alias, since when and where, and who was reported before?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from whence.model.affair import AffairSources, Preceded, Said, Since, SpreadRow
from whence.model.report import Passage, Report
from whence.model.statement import Polarity, Voice
from whence.text.edtf_days import days_of
from whence.weigh.spread_ties import Tie, find_ties
from whence.weigh.statement_places import StatementPlaces, place_statements, published_order

Key = tuple[str, str, Polarity]


def find_spread(sources: AffairSources, places: StatementPlaces | None = None) -> tuple[SpreadRow, ...]:
    """Return a row for each thing and holder, the thing with most holders first; a denial beside what it denies."""
    places = places or place_statements(sources)
    grouped: dict[Key, list[Tie]] = {}
    for tie in find_ties(sources, places):
        grouped.setdefault((tie.thing, tie.holder, tie.said.polarity), []).append(tie)
    rows = [_row(_by_report(held, sources.reports), places) for held in grouped.values()]
    return _arrange(rows, sources.reports)


def _by_report(ties: Sequence[Tie], reports: Mapping[str, Report]) -> list[Tie]:
    """Return the ties by the date of their reports, those without one last; each statement once."""
    once = {(tie.said.report, tie.said.statement, tie.said.passage): tie for tie in reversed(ties)}
    return sorted(once.values(), key=lambda tie: (published_order(reports[tie.said.report]), tie.said.passage.span))


def _row(ties: Sequence[Tie], places: StatementPlaces) -> SpreadRow:
    first = ties[0]
    since = next(filter(None, (_since(tie, places) for tie in ties)), None)
    where = next(filter(None, (_where(tie, places) for tie in ties)), ())
    return SpreadRow(
        thing=first.thing,
        thing_name=first.thing_name,
        kind=first.kind,
        holder=first.holder,
        predicates=tuple(dict.fromkeys(tie.predicate for tie in ties)) if first.kind == "thing" else (),
        polarity=first.said.polarity,
        first=first.said,
        later=tuple(tie.said for tie in ties[1:]),
        origins=_origins(first.said, places.reports[first.said.report]),
        since=since,
        where=where,
    )


def _since(tie: Tie, places: StatementPlaces) -> Since | None:
    """Return the time nearest to the words that tie thing and holder, of those in the passage or its statement."""
    found = [(time, days_of(time.value)) for time in places.times_in(tie.said.report, tie.reach)]
    known = [(time, days) for time, days in found if days is not None]
    if not known:
        return None
    time, days = min(known, key=lambda row: (row[0].span.gap_to(tie.worded), row[0].span))
    return Since(time.value, Passage(tie.said.report, time.span), days.earliest, days.latest, time.other)


def _where(tie: Tie, places: StatementPlaces) -> tuple[str, ...]:
    return tuple(place.name for place in places.places_in(tie.said.report, tie.reach))


def _origins(said: Said, report: Report) -> tuple[Voice, ...]:
    """Return the voice at the end of the chain, or the outlet's own where the report names none."""
    if said.voices:
        return (said.voices[-1],)
    outlet = report.outlet or report.title or report.shown_id
    return (Voice(outlet, outlet, "outlet", named=True),)


def _arrange(rows: Sequence[SpreadRow], reports: Mapping[str, Report]) -> tuple[SpreadRow, ...]:
    """Return the rows thing by thing, holders by what is known of when, with who is said or reported to be earlier."""
    held: dict[str, list[SpreadRow]] = {}
    for row in rows:
        held.setdefault(row.thing, []).append(row)
    ranked = sorted(
        held, key=lambda thing: (held[thing][0].kind == "alias", -len({r.holder for r in held[thing]}), thing)
    )
    out: list[SpreadRow] = []
    for thing in ranked:
        affirmed = [row for row in held[thing] if row.polarity == "positive"]
        ordered = sorted(held[thing], key=lambda row: _row_order(row, held[thing], reports))
        out += [replace(row, preceded_by=_preceding(row, affirmed, reports)) for row in ordered]
    return tuple(out)


def _row_order(row: SpreadRow, rows: Sequence[SpreadRow], reports: Mapping[str, Report]) -> tuple[object, ...]:
    """Return where a row stands: by the earliest of its holder's rows, affirmed before denied."""
    own = [other for other in rows if other.holder == row.holder]
    said = min((_earliest(other) for other in own), default="9999")
    reported = min(published_order(reports[other.first.report]) for other in own)
    return said, reported, row.holder, row.polarity == "negative"


def _earliest(row: SpreadRow) -> str:
    return row.since.earliest.isoformat() if row.since and row.since.earliest else "9999"


def _preceding(row: SpreadRow, affirmed: Sequence[SpreadRow], reports: Mapping[str, Report]) -> tuple[Preceded, ...]:
    """Return the holders that surely come earlier: by what is said of when, else by the dates of the first reports."""
    if row.polarity == "negative":
        return ()
    found = []
    for other in affirmed:
        if other.holder != row.holder:
            said = _is_before(_since_days(other), _since_days(row))
            if said or (said is None and _is_reported_before(other, row, reports)):
                found.append(Preceded(other.holder, "said" if said else "reported"))
    return tuple(found)


def _since_days(row: SpreadRow) -> tuple[date | None, date | None] | None:
    """Return the first and last day that a holder may have begun on; an open end says nothing of the beginning."""
    if row.since is None or row.since.earliest is None:
        return None
    days = days_of(row.since.value.partition("/")[0]) if "/" in row.since.value else None
    return (days.earliest, days.latest) if days else (row.since.earliest, row.since.latest)


def _is_before(
    one: tuple[date | None, date | None] | None, other: tuple[date | None, date | None] | None
) -> bool | None:
    """Tell whether one stretch ends before the other begins; None where either is not known."""
    if one is None or other is None or one[1] is None or other[0] is None:
        return None
    return one[1] < other[0]


def _is_reported_before(one: SpreadRow, other: SpreadRow, reports: Mapping[str, Report]) -> bool:
    first, second = reports[one.first.report].published, reports[other.first.report].published
    return first is not None and second is not None and first.latest() < second.earliest()
