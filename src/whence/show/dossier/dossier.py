"""How does a finished trace look as one HTML file that needs neither a network nor a script?"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from whence.model.affair import Affair
from whence.model.report import Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace, WeighedClaim
from whence.ports import BaseMap
from whence.show.dossier.affair_view import show_affair
from whence.show.dossier.claims import Background, is_listed
from whence.show.dossier.dependence_words import Ground
from whence.show.dossier.dependences import edges_by_pair
from whence.show.dossier.inert import inert
from whence.show.dossier.page_view import DossierView
from whence.show.dossier.places import Places, number_places
from whence.show.dossier.stories import show_story
from whence.show.dossier.texts import ClaimRefs, show_report
from whence.show.dossier.views import Link, StoryView
from whence.show.wording import count_of

TEMPLATE = "dossier.html.j2"
NO_AFFAIR = Affair()


def render_dossier(
    trace: Trace,
    understandings: Mapping[str, Understanding],
    at: datetime,
    *,
    affair: Affair = NO_AFFAIR,
    base_map: BaseMap | None = None,
) -> str:
    """Return the dossier of a trace; `understandings` are by inner report id, `at` is the time of the run.

    Who, when, where and what spread are shown of the `affair`; its map is drawn over `base_map`, if one is given.
    """
    page = show_trace(trace, understandings, at, affair=affair, base_map=base_map)
    return _environment().get_template(TEMPLATE).render(page=page, version=trace.made_by.version)


def show_trace(
    trace: Trace,
    understandings: Mapping[str, Understanding],
    at: datetime,
    *,
    affair: Affair = NO_AFFAIR,
    base_map: BaseMap | None = None,
) -> DossierView:
    """Return everything that the page shows of a trace.

    Texts come last: by then every passage that anything quotes has been given its anchor.
    """
    claims = sorted(trace.claims, key=lambda claim: claim.rank)
    reports = _order_by_time(trace)
    places = number_places(reports, claims)
    stories = _show_stories(trace, claims, places)
    who_when_where = show_affair(affair, places, base_map)
    versions = {held.report: held for held in trace.versions}
    refs = _claim_refs(claims, places)
    return DossierView(
        title=inert(stories[0].title) if stories else "No stories",
        at=f"{at:%Y-%m-%d %H:%M} UTC",
        counts=_count(trace),
        stories=stories,
        reports=tuple(
            show_report(
                report,
                understanding=understandings.get(report.id),
                versions=versions.get(report.id),
                claims=refs,
                places=places,
            )
            for report in reports
        ),
        failed=tuple((inert(row.path), inert(row.code), inert(row.reason)) for row in trace.failed),
        not_understood=tuple(
            (places.report(report_id), inert(places.reports[report_id].language or "language not recorded"))
            for report_id in trace.not_understood
            if report_id in places.reports
        ),
        made_by=(
            ("made by", f"{trace.made_by.component} {trace.made_by.version}"),
            ("digest of the options", trace.made_by.options_digest),
        ),
        remote=inert(trace.remote) if trace.remote else None,
        affair=who_when_where,
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("whence.show.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _order_by_time(trace: Trace) -> list[Report]:
    """Return the reports story by story, each by time, those without a time last and in the order they came.

    One of which only the day is known stands after those with a clock time on that day.
    """
    place = {report_id: n for n, held in enumerate(trace.stories) for report_id in held.story.reports}
    return sorted(
        trace.reports,
        key=lambda report: (
            place.get(report.id, len(place)),
            report.published is None,
            report.published.latest().isoformat() if report.published else "",
        ),
    )


def _show_stories(trace: Trace, claims: list[WeighedClaim], places: Places) -> tuple[StoryView, ...]:
    voices = {voice.id: voice for voice in trace.voices}
    by_id = {claim.claim.id: claim for claim in claims}
    background = Background(places, by_id, edges_by_pair(trace.edges), Ground(places, voices))
    return tuple(
        show_story(
            held,
            number,
            claims=[claim for claim in claims if claim.claim.story == held.story.id],
            edges=trace.edges,
            background=background,
        )
        for number, held in enumerate(trace.stories, 1)
    )


def _claim_refs(claims: list[WeighedClaim], places: Places) -> ClaimRefs:
    """Return for each statement the listed claims it is a mention of."""
    refs: dict[tuple[str, str], tuple[Link, ...]] = {}
    for claim in claims:
        if is_listed(claim):
            number = places.claim_numbers[claim.claim.id]
            for mention in claim.claim.mentions:
                key = (mention.report, mention.statement.id)
                refs[key] = (*refs.get(key, ()), Link(str(number), f"#c{number}", f"claim {number}"))
    return refs


def _count(trace: Trace) -> tuple[str, ...]:
    listed = sum(map(is_listed, trace.claims))
    rows = [
        count_of(len(trace.reports), "report") + " read",
        count_of(len(trace.failed), "input") + " failed",
        count_of(len(trace.not_understood), "report") + " not yet understood",
        count_of(len(trace.stories), "story", "stories"),
        f"{count_of(len(trace.claims), 'claim')}, {listed} of them in several reports, contradicted or flagged",
    ]
    return tuple(rows)
