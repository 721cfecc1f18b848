"""What does the dossier show of when things are said to have happened? A picture, and a table of every row."""

from collections.abc import Sequence

from whence.model.affair import TimelineRow
from whence.show.affair_words import framed, said_frame, when_in_words
from whence.show.dossier.affair_rows import MOST_ROWS, Cast, build_table
from whence.show.dossier.affair_views import WhenRow, WhenView
from whence.show.dossier.inert import inert, quote_once
from whence.show.dossier.timeline_drawing import Entry, draw_timeline
from whence.show.wording import count_of, plain
from whence.text.edtf_days import days_of

# Lines of a picture that fit a screen twice; the table holds the rest.
DRAWN_ROWS = 40
BESIDE = "beside the statement, in its sentence: it may be when it was said"
NAME = "What is said to have happened when"


def show_timeline(rows: Sequence[TimelineRow], cast: Cast) -> WhenView | None:
    """Return the timeline, or None where nothing has a time."""
    if not rows:
        return None
    held = list(enumerate(rows[:MOST_ROWS], 1))
    groups = _group(held)
    drawn = _choose(groups)
    return WhenView(
        picture=draw_timeline([_entry(group, cast) for group in drawn], NAME),
        undrawn=_undrawn(len(groups), len(drawn)),
        rows=build_table(NAME, [_row(number, row, cast) for number, row in held], len(rows)),
    )


Group = list[tuple[int, TimelineRow]]


def _group(rows: Sequence[tuple[int, TimelineRow]]) -> list[Group]:
    """Return the rows that are one line of the picture: one time of one claim, as affirmed or as denied."""
    groups: dict[tuple[object, ...], Group] = {}
    for number, row in rows:
        claims = tuple(sorted(held.claim for held in row.said.claims))
        what = claims or (row.said.report, row.said.statement)
        groups.setdefault((row.value, row.said.polarity, what), []).append((number, row))
    return list(groups.values())


def _choose(groups: Sequence[Group]) -> list[Group]:
    """Return the lines to draw, in order of time: where there are too many, those that most reports tell."""
    if len(groups) <= DRAWN_ROWS:
        return list(groups)
    ranked = sorted(groups, key=lambda group: (-len({row.said.report for _, row in group}), group[0][0]))
    return sorted(ranked[:DRAWN_ROWS], key=lambda group: group[0][0])


def _undrawn(total: int, drawn: int) -> str:
    if total <= drawn:
        return ""
    return f"The {drawn} that most reports tell are drawn, and {total - drawn:,} more are in the table."


def _entry(group: Group, cast: Cast) -> Entry:
    number, row = group[0]
    said, days = row.said, days_of(row.value)
    reports = len({each.said.report for _, each in group})
    frame = said_frame(said)
    times = f" ({count_of(reports, 'report')})" if reports > 1 else ""
    when = when_in_words(row)
    return Entry(
        number=number,
        words=framed(frame, f"{quote_once(said.words)}{times}", is_short=True),
        title=f"{when}, {frame}: {quote_once(said.words)} ({cast.outlets(each.said for _, each in group)})",
        href=f"#when{number}",
        earliest=row.earliest,
        latest=row.latest,
        is_rough=days is not None and days.is_rough,
        manner="denied" if said.polarity == "negative" else said.certainty,
        is_denied=said.polarity == "negative",
    )


def _row(number: int, row: TimelineRow, cast: Cast) -> WhenRow:
    return WhenRow(
        number=number,
        anchor=f"when{number}",
        when=when_in_words(row),
        value=inert(row.value),
        worded=cast.places.cite(row.worded.report, row.worded.span),
        note="" if row.stands_in == "content" else BESIDE,
        said=cast.said(row.said),
        who=tuple(map(cast.name, row.entities)),
        where=tuple(map(plain, row.places)),
    )
