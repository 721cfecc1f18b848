"""How does a timeline look? A line for each thing said, its time as a point or a bar on an axis of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whence.show.dossier.day_scale import DayScale, build_scale
from whence.show.dossier.picture import (
    Label,
    Part,
    Picture,
    Stroke,
    box_path,
    cross_path,
    diamond_path,
    fit_words,
    line_path,
    width_of,
)

# px at full size.
WIDTH = 1000
AXIS_LEFT, AXIS_RIGHT = 424, 976
LABEL_LEFT, LABEL_RIGHT = 44, 404
ROW = 22
HEAD = 34
FOOT = 14
# A stretch narrower than this is drawn as a point.
NARROWEST_BAR = 12
HALF = 5
# How far a mark stands out over the ends of a time that is given as rough.
ROUGH = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline before it has a place: its number in the table, words, days, how surely said."""

    number: int
    words: str
    title: str
    href: str
    earliest: date | None
    latest: date | None
    is_rough: bool
    manner: str
    is_denied: bool


def draw_timeline(entries: Sequence[Entry], name: str) -> Picture:
    """Return the picture of the entries, one line each in their order."""
    scale = scale_of([(entry.earliest, entry.latest) for entry in entries])
    rows = [_row(entry, HEAD + ROW * n, scale) for n, entry in enumerate(entries)]
    height = HEAD + ROW * len(entries) + FOOT
    return Picture(
        name=name,
        description=(
            f"{len(entries)} lines from the earliest time to the latest; points are days, bars are stretches in which "
            f"it is said to be, arrows are open ends. The table below says the same in words."
        ),
        width=WIDTH,
        height=height,
        parts=(axis_part(scale, HEAD - 6, height - FOOT), *rows),
        note=axis_note(scale),
    )


def scale_of(stretches: Sequence[tuple[date | None, date | None]]) -> DayScale:
    """Return the axis for some stretches of days, each drawn from the start of its first to the end of its last."""
    days = [day for stretch in stretches for day in _ends(*stretch)]
    return build_scale(days, AXIS_LEFT + ROUGH, AXIS_RIGHT - ROUGH)


def axis_note(scale: DayScale) -> str:
    """Return what must be known of an axis that is not to scale."""
    return "" if scale.is_even else "The axis is not to scale: the longer nothing changes, the more it is shortened."


def axis_part(scale: DayScale, top: float, bottom: float) -> Part:
    """Return the named days above, and a faint line down from each."""
    ticks = scale.ticks()
    return Part(
        strokes=(
            Stroke(line_path([(AXIS_LEFT, top), (AXIS_RIGHT, top)]), "axis"),
            *(Stroke(line_path([(tick.x, top), (tick.x, bottom)]), "rule") for tick in ticks),
        ),
        labels=tuple(_tick_label(tick.x, tick.words, top - 8) for tick in ticks),
    )


def _tick_label(x: float, words: str, y: float) -> Label:
    half = width_of(words) / 2
    return Label(min(x, WIDTH - 4 - half), y, words, "quiet", "middle")


def time_strokes(
    scale: DayScale, y: float, days: tuple[date | None, date | None], manner: str, *, is_rough: bool
) -> tuple[tuple[Stroke, ...], float]:
    """Return how a time is drawn on a line of the axis, and its middle: a point, or a bar with arrows at open ends."""
    earliest, latest = days
    left = scale.x(earliest) if earliest else float(AXIS_LEFT)
    right = scale.x(_day_after(latest)) if latest else float(AXIS_RIGHT)
    middle = (left + right) / 2
    strokes: list[Stroke] = []
    if is_rough:
        strokes.append(
            Stroke(line_path([(max(left - ROUGH, AXIS_LEFT), y), (min(right + ROUGH, AXIS_RIGHT), y)]), "rough")
        )
    if earliest and latest and right - left < NARROWEST_BAR:
        strokes.append(Stroke(diamond_path(middle, y, HALF + 1), f"mark {manner}"))
        return tuple(strokes), middle
    strokes.append(Stroke(_bar_path(left, right, y, earliest is None, latest is None), f"mark {manner}"))
    return tuple(strokes), middle


def _bar_path(left: float, right: float, y: float, is_open_before: bool, is_open_after: bool) -> str:
    """Return a bar; an open end is a point like an arrow's."""
    start, end = left + (HALF if is_open_before else 0), right - (HALF if is_open_after else 0)
    if not is_open_before and not is_open_after:
        return box_path(left, y - HALF + 0.5, right - left, 2 * HALF - 1, 1)
    points = [(start, y - HALF), (end, y - HALF)]
    points += [(right, y)] if is_open_after else []
    points += [(end, y + HALF), (start, y + HALF)]
    points += [(left, y)] if is_open_before else []
    return line_path(points, is_closed=True)


def _row(entry: Entry, top: float, scale: DayScale) -> Part:
    y = top + ROW / 2
    strokes, middle = time_strokes(scale, y, (entry.earliest, entry.latest), entry.manner, is_rough=entry.is_rough)
    if entry.is_denied:
        strokes += (Stroke(cross_path(middle, y, HALF + 2), "strike"),)
    return Part(
        strokes=(Stroke(line_path([(LABEL_LEFT, top + ROW), (AXIS_RIGHT, top + ROW)]), "rule"), *strokes),
        labels=(
            Label(LABEL_LEFT - 10, y + 4, f"{entry.number}", "number", "end"),
            Label(LABEL_LEFT, y + 4, fit_words(entry.words, LABEL_RIGHT - LABEL_LEFT)),
        ),
        title=entry.title,
        href=entry.href,
    )


def _ends(earliest: date | None, latest: date | None) -> list[date]:
    return [*([earliest] if earliest else []), *([_day_after(latest)] if latest else [])]


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
