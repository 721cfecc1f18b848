"""What does the whole page of a dossier show?"""

from dataclasses import dataclass

from whence.show.dossier.affair_views import AffairView
from whence.show.dossier.views import Link, ReportView, StoryView

# What is shown of an affair of which nothing is known.
NOTHING_SHOWN = AffairView()


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything that the page shows; `remote` is the address that texts were sent to be read at, where they were."""

    title: str
    at: str
    counts: tuple[str, ...]
    stories: tuple[StoryView, ...]
    reports: tuple[ReportView, ...]
    failed: tuple[tuple[str, str, str], ...]
    not_understood: tuple[tuple[Link, str], ...]
    made_by: tuple[tuple[str, str], ...]
    remote: str | None = None
    affair: AffairView = NOTHING_SHOWN
