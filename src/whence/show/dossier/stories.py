"""What does the dossier show of one affair?"""

from collections.abc import Sequence

from whence.model.stemma import Edge, WeighedClaim, WeighedStory
from whence.show.dossier.claims import Background, is_listed, show_claim, show_origins
from whence.show.dossier.dependences import dependences_of_reports
from whence.show.dossier.inert import inert
from whence.show.dossier.places import Places
from whence.show.dossier.range_picture import show_numbers
from whence.show.dossier.stemmas import order_reports, show_stemma
from whence.show.dossier.views import Link, StoryView
from whence.show.wording import moment_in_words, outlet_in_words

# A list longer than this is no longer read from top to bottom; the rest is folded.
FIRST_CLAIMS = 12


def show_story(
    weighed: WeighedStory, number: int, *, claims: Sequence[WeighedClaim], edges: Sequence[Edge], background: Background
) -> StoryView:
    """Return a story with its claims, those that a reader must see first and those said once."""
    story, places = weighed.story, background.places
    inside = set(story.reports)
    rows = dependences_of_reports(edge for edge in edges if edge.later in inside)
    reports = order_reports(story.reports, rows, places)
    listed = tuple(show_claim(claim, background) for claim in claims if is_listed(claim))
    summary = "How the reports of this story depend on each other. The table below says the same in words."
    return StoryView(
        anchor=f"story{number}",
        title=inert(story.title),
        reason=inert(story.reason),
        count=places.coverage(reports),
        reports=tuple(
            _show_row(report_id, places) for report_id in sorted(reports, key=places.report_numbers.__getitem__)
        ),
        numbers=show_numbers(weighed.origins),
        pooled=tuple(
            places.claim(claim_id, f"claim {places.claim_numbers[claim_id]}")
            for claim_id in sorted(weighed.pooled_claims, key=lambda c: places.claim_numbers.get(c, 0))
            if claim_id in places.claim_numbers
        ),
        origins=show_origins(weighed.origins.members, background.ground),
        stemma=show_stemma(reports, rows, background.ground, summary=summary) if rows else None,
        first=listed[:FIRST_CLAIMS],
        further=listed[FIRST_CLAIMS:],
        singles=tuple(show_claim(claim, background) for claim in claims if not is_listed(claim)),
    )


def _show_row(report_id: str, places: Places) -> tuple[Link, str, str]:
    report = places.reports[report_id]
    return places.report(report_id), outlet_in_words(report), moment_in_words(report.published)
