"""What does the dossier show of what spread? Who is reported to have a thing, as lanes and as a table."""

from collections.abc import Sequence
from datetime import date

from whence.model.affair import Preceded, Said, SpreadRow
from whence.model.report import Moment
from whence.show.affair_words import PREDICATE_WORDS, framed, said_frame, when_in_words
from whence.show.dossier.affair_rows import MOST_ROWS, Cast, build_table
from whence.show.dossier.affair_views import SpreadView, WhatSpreadView
from whence.show.dossier.spread_drawing import Lane, Reported, draw_spread
from whence.show.wording import NOT_RECORDED, plain, quoted, voice_in_words
from whence.text.edtf_days import days_of

# Lanes that fit a screen twice; the table holds the rest.
DRAWN_LANES = 30
NAME = "Who is reported to have what, since when"
PRECEDED_WORDS = {"said": "is said to have had it earlier", "reported": "was reported with it earlier"}


def show_spread(rows: Sequence[SpreadRow], cast: Cast) -> WhatSpreadView | None:
    """Return what spread, or None where nobody is reported to have anything."""
    if not rows:
        return None
    held = list(enumerate(rows[:MOST_ROWS], 1))
    drawn = held[:DRAWN_LANES]
    undrawn = ""
    if len(drawn) < len(rows):
        undrawn = f"The first {len(drawn)} are drawn, and {len(rows) - len(drawn):,} more are in the table."
    return WhatSpreadView(
        picture=draw_spread([_lane(number, row, cast) for number, row in drawn], NAME),
        undrawn=undrawn,
        rows=build_table(NAME, [_row(number, row, cast) for number, row in held], len(rows)),
    )


def _maybe_same(row: SpreadRow, cast: Cast) -> tuple[str, ...]:
    """Return the descriptions in other reports that may be of the same thing."""
    entity = cast.entities.get(row.thing)
    return tuple(cast.name_in(other) for other in entity.maybe_same if other in cast.entities) if entity else ()


def _thing(row: SpreadRow, cast: Cast) -> str:
    if row.kind == "alias":
        return f"the alias {quoted(row.thing_name)}"
    entity = cast.entities.get(row.thing)
    return cast.name(row.thing) if entity is None or entity.named else cast.name_in(row.thing)


def _tied(row: SpreadRow) -> str:
    return ", ".join(PREDICATE_WORDS[predicate] for predicate in row.predicates) or "called so"


def _lane(number: int, row: SpreadRow, cast: Cast) -> Lane:
    since = row.since
    days = days_of(since.value) if since else None
    when = f", {when_in_words(since)}" if since else ""
    thing, holder = _thing(row, cast), cast.name(row.holder)
    tied = framed(said_frame(row.first), _tied(row), is_short=True)
    return Lane(
        number=number,
        thing=row.thing,
        thing_words=thing,
        holder=holder,
        words=f"{tied}{when}",
        title=f"{holder}, {tied} {thing}{when} ({cast.outlets([row.first, *row.later])})",
        href=f"#spread{number}",
        since=(since.earliest, since.latest) if since else None,
        is_rough=days is not None and days.is_rough,
        manner="denied" if row.polarity == "negative" else row.first.certainty,
        is_denied=row.polarity == "negative",
        reported=tuple(_reported(said, cast) for said in (row.first, *row.later)),
    )


def _reported(said: Said, cast: Cast) -> Reported:
    report = cast.places.reports[said.report]
    manner = "denied" if said.polarity == "negative" else said.certainty
    return Reported(_day(report.published), manner)


def _day(moment: Moment | None) -> date | None:
    return moment.earliest().date() if moment else None


def _row(number: int, row: SpreadRow, cast: Cast) -> SpreadView:
    later, more = cast.all_said(row.later)
    since = row.since
    return SpreadView(
        number=number,
        anchor=f"spread{number}",
        thing=_thing(row, cast),
        maybe_same=_maybe_same(row, cast),
        holder=cast.name(row.holder),
        tied=_tied(row),
        frame=said_frame(row.first),
        first=cast.said(row.first),
        origins=tuple(map(voice_in_words, row.origins)),
        since=when_in_words(since) if since else NOT_RECORDED,
        since_worded=cast.places.cite(since.worded.report, since.worded.span) if since else None,
        where=tuple(map(plain, row.where)),
        later=later,
        more=more,
        preceded_by=tuple(_preceded(earlier, cast) for earlier in row.preceded_by),
    )


def _preceded(earlier: Preceded, cast: Cast) -> str:
    return f"{cast.name(earlier.holder)} {PRECEDED_WORDS[earlier.by]}"
