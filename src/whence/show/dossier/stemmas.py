"""What is drawn of a stemma, and what does its table twin say? Both are made from the same rows."""

from collections.abc import Sequence

from whence.model.report import Passage, Report
from whence.show.dossier.dependence_words import (
    Ground,
    credit_words,
    earlier_words,
    how_words,
    is_left_unnamed,
    name_source,
    sentence,
    short_words,
)
from whence.show.dossier.dependences import Dependence
from whence.show.dossier.inert import inert
from whence.show.dossier.places import Places
from whence.show.dossier.range_picture import percent
from whence.show.dossier.stemma_drawing import Drawing, Line, Node, Shape
from whence.show.dossier.stemma_layout import lay_out
from whence.show.dossier.views import DependenceView, Link, Quotation, StemmaView
from whence.show.wording import moment_in_words, outlet_in_words, plain, quoted, without_stop

# A dependence less likely than this stands in the table alone, unless it is the likeliest of its report.
DRAWN_FROM = 0.15
# More reports than this make a drawing nobody can read; the table holds them all.
DRAWN_REPORTS = 24
# Passages a side that a row of the table quotes; one edge may rest on dozens.
QUOTED_PASSAGES = 2


def show_stemma(reports: Sequence[str], rows: Sequence[Dependence], ground: Ground, *, summary: str) -> StemmaView:
    """Return the drawing of the reports and what they depend on, with every dependence as a row of the twin."""
    ordered = order_reports(reports, rows, ground.places)
    position = {report_id: n for n, report_id in enumerate(ordered)}
    shown = set(ordered) if len(ordered) <= DRAWN_REPORTS else set(_most_used(ordered, rows))
    drawn = _choose_drawn(rows, shown)
    pairs = {(row.later, row.earlier) for row in drawn}
    ranked = sorted(rows, key=lambda row: (position.get(row.later, len(position)), -row.probability, row.earlier))
    views = [_show_row(row, ground, is_drawn=(row.later, row.earlier) in pairs) for row in ranked]
    undrawn = ""
    if len(shown) < len(ordered):
        undrawn = f"Of {len(ordered)} reports the {len(shown)} that most depends on are drawn; the table holds all."
    reports_drawn = [report_id for report_id in ordered if report_id in shown]
    return StemmaView(
        drawing=_draw(reports_drawn, drawn, ground, summary),
        undrawn=undrawn,
        rows=tuple(view for view in views if view.is_drawn),
        faint_rows=tuple(view for view in views if not view.is_drawn),
    )


def order_reports(reports: Sequence[str], rows: Sequence[Dependence], places: Places) -> list[str]:
    """Return the reports by time; one whose time is vague or unknown comes before those that most likely depend on it.

    A known order of times is never turned round, whatever the dependences say.
    """
    best: dict[str, Dependence] = {}
    for row in rows:
        if row.later not in best or row.probability > best[row.later].probability:
            best[row.later] = row
    waiting = sorted(dict.fromkeys(reports), key=lambda report_id: _time_key(places.reports[report_id], places))
    ordered: list[str] = []
    while waiting:
        # The first by time, or the report it depends on where that may be earlier, and so on up.
        climbed = [waiting[0]]
        while (above := best.get(climbed[-1])) is not None:
            known = above.earlier in waiting and above.earlier not in climbed
            if not known or not _may_precede(above.earlier, climbed[-1], places):
                break
            climbed.append(above.earlier)
        waiting.remove(climbed[-1])
        ordered.append(climbed[-1])
    return ordered


def _may_precede(earlier: str, later: str, places: Places) -> bool:
    first, second = places.reports[earlier].published, places.reports[later].published
    return first is None or second is None or first.earliest() <= second.latest()


def _time_key(report: Report, places: Places) -> tuple[bool, str, int]:
    when = report.published.latest().isoformat() if report.published else ""
    return (report.published is None, when, places.report_numbers[report.id])


def _most_used(ordered: Sequence[str], rows: Sequence[Dependence]) -> list[str]:
    uses = dict.fromkeys(ordered, 0.0)
    for row in rows:
        if row.earlier in uses and row.earlier != row.later:
            uses[row.earlier] += row.probability
    return sorted(ordered, key=lambda report_id: -uses[report_id])[:DRAWN_REPORTS]


def _choose_drawn(rows: Sequence[Dependence], shown: set[str]) -> list[Dependence]:
    """Return the rows to draw: the likeliest of each report, and every other one likely enough."""
    top: dict[str, float] = {}
    for row in rows:
        top[row.later] = max(top.get(row.later, 0.0), row.probability)
    return [
        row
        for row in rows
        if row.later in shown
        and (row.kind != "report" or row.earlier in shown)
        and (row.probability >= DRAWN_FROM or row.probability == top[row.later])
    ]


def _draw(reports: Sequence[str], rows: Sequence[Dependence], ground: Ground, summary: str) -> Drawing:
    places = ground.places
    nodes = [_report_node(places.reports[report_id], ground) for report_id in reports]
    others: dict[str, Node] = {}
    lines = []
    for row in rows:
        is_above = row.has_node and row.earlier not in reports
        if is_above and row.earlier not in others:
            others[row.earlier] = _other_node(row, ground)
        lines.append(
            Line(
                later=row.later,
                earlier=row.earlier if row.has_node else None,
                words=short_words(row, ground),
                title=sentence(row, ground),
                kind=row.kind,
                is_likely=row.probability >= 0.5,
            )
        )
    return lay_out(nodes, list(others.values()), lines, summary=summary)


def _report_node(report: Report, ground: Ground) -> Node:
    places = ground.places
    link = places.report(report.id)
    when = moment_in_words(report.published)
    time = tuple(when.split(" ")) if report.published else ("time not", "recorded")
    return Node(
        id=report.id,
        shape="report",
        label=link.label,
        title=f"{link.label} {link.title} ({when})",
        href=link.href,
        is_origin=report.id in ground.origins,
        lane=outlet_in_words(report),
        time=time,
    )


def _other_node(row: Dependence, ground: Ground) -> Node:
    voice = ground.voices.get(row.earlier)
    shape: Shape = "unseen" if row.kind == "unseen" else "voice"
    if shape == "voice" and voice is not None and voice.kind == "document":
        shape = "document"
    title = {"unseen": "Not among these reports", "document": "Document", "voice": "Voice"}[shape]
    name = name_source(row.earlier, row.name, ground)
    label = quoted(row.name) if voice is not None and is_left_unnamed(voice) else plain(row.name)
    return Node(row.earlier, shape, label, f"{title}: {name}", is_origin=row.earlier in ground.origins)


def _show_row(row: Dependence, ground: Ground, *, is_drawn: bool) -> DependenceView:
    places = ground.places
    link: Link | None = None
    if row.kind == "report" and row.earlier in places.report_numbers:
        link = places.report(row.earlier)
    here = [passage for passage in row.passages if passage.report == row.later]
    there = [passage for passage in row.passages if passage.report != row.later]
    return DependenceView(
        later=places.report(row.later),
        earlier=earlier_words(row, ground),
        earlier_link=link,
        how=how_words(row),
        acknowledged=credit_words(row, ground),
        probability=percent(row.probability),
        is_drawn=is_drawn,
        later_passages=_quote(here, places),
        earlier_passages=_quote(there, places),
        why=inert("; ".join(without_stop(reason) for reason in row.reasons)),
    )


def _quote(passages: Sequence[Passage], places: Places) -> tuple[Quotation, ...]:
    shown = tuple(places.passage(passage) for passage in passages[:QUOTED_PASSAGES])
    return shown + tuple(Quotation("", places.passage(passage).place) for passage in passages[QUOTED_PASSAGES:])
