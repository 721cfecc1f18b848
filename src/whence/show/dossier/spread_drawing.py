"""How does it look who is reported to have a thing, and since when? A lane for each holder, under the thing's name.

Above on a lane stands when it is said to be, below when it was reported: first as a diamond, again as circles.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whence.show.dossier.day_scale import DayScale
from whence.show.dossier.picture import (
    Label,
    Part,
    Picture,
    Stroke,
    circle_path,
    cross_path,
    diamond_path,
    fit_words,
    line_path,
)
from whence.show.dossier.timeline_drawing import (
    AXIS_LEFT,
    AXIS_RIGHT,
    HEAD,
    LABEL_LEFT,
    LABEL_RIGHT,
    WIDTH,
    axis_note,
    axis_part,
    scale_of,
    time_strokes,
)

LANE = 42
TITLE = 30
FOOT = 12
# Reports closer than this, in px, are one mark.
APART = 9
DIAMOND, CIRCLE = 6, 4


@dataclass(frozen=True, slots=True)
class Reported:
    """One report before it has a place on a lane; `day` is None where its date is not recorded."""

    day: date | None
    manner: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One holder of a thing: its number in the table, when it is said to be, and who reported it, in order.

    `words` say how it has the thing and since when; `manner` is how surely the first report says so, or "denied".
    """

    number: int
    thing: str
    thing_words: str
    holder: str
    words: str
    title: str
    href: str
    since: tuple[date | None, date | None] | None
    is_rough: bool
    manner: str
    is_denied: bool
    reported: tuple[Reported, ...]


def draw_spread(lanes: Sequence[Lane], name: str) -> Picture:
    """Return the picture of the lanes in their order; those of one thing stand together under its name."""
    days = [lane.since for lane in lanes if lane.since]
    days += [(report.day, report.day) for lane in lanes for report in lane.reported if report.day]
    scale = scale_of(days)
    y, parts, thing = float(HEAD), list[Part](), ""
    for lane in lanes:
        if lane.thing != thing:
            parts.append(_heading(lane, y))
            thing, y = lane.thing, y + TITLE
        parts.append(_lane(lane, y, scale))
        y += LANE
    return Picture(
        name=name,
        description=(
            f"{len(lanes)} lanes, one for each who is reported to have a thing. Bars and points above are when it is "
            "said to be, diamonds below the first report, circles later ones. The table below says the same in words."
        ),
        width=WIDTH,
        height=y + FOOT,
        parts=(axis_part(scale, HEAD - 6, y), *parts),
        note=axis_note(scale),
    )


def _heading(lane: Lane, y: float) -> Part:
    words = fit_words(lane.thing_words, LABEL_RIGHT - LABEL_LEFT + 30, is_bold=True)
    return Part(labels=(Label(LABEL_LEFT - 36, y + 20, words, "strong"),), title=lane.thing_words)


def _lane(lane: Lane, top: float, scale: DayScale) -> Part:
    said, told = top + 13, top + 30
    strokes = [Stroke(line_path([(LABEL_LEFT, top + LANE), (AXIS_RIGHT, top + LANE)]), "rule")]
    if lane.since:
        drawn, middle = time_strokes(scale, said, lane.since, lane.manner, is_rough=lane.is_rough)
        strokes += drawn
        if lane.is_denied:
            strokes.append(Stroke(cross_path(middle, said, 7), "strike"))
    room = LABEL_RIGHT - LABEL_LEFT
    labels = [
        Label(LABEL_LEFT - 10, top + 17, f"{lane.number}", "number", "end"),
        Label(LABEL_LEFT, top + 17, fit_words(lane.holder, room)),
        Label(LABEL_LEFT, top + 33, fit_words(lane.words, room), "quiet"),
    ]
    marks = _report_marks(lane, told, scale)
    if not any(report.day for report in lane.reported):
        labels.append(Label(AXIS_LEFT + 4, told + 4, "date of the report not recorded", "quiet"))
    return Part(strokes=(*strokes, *marks), labels=tuple(labels), title=lane.title, href=lane.href)


def _report_marks(lane: Lane, y: float, scale: DayScale) -> list[Stroke]:
    """Return a diamond for the first report and circles for the others, where they do not stand on one drawn before."""
    out: list[Stroke] = []
    taken: list[float] = []
    for n, report in enumerate(lane.reported):
        if report.day is None:
            continue
        x = round((scale.x(report.day) + scale.x(report.day + timedelta(days=1))) / 2, 1)
        if any(abs(x - other) < APART for other in taken):
            continue
        taken.append(x)
        d = diamond_path(x, y, DIAMOND) if n == 0 else circle_path(x, y, CIRCLE)
        out.append(Stroke(d, f"mark {report.manner}"))
        if n == 0 and lane.is_denied:
            out.append(Stroke(cross_path(x, y, DIAMOND + 1), "strike"))
    return out
