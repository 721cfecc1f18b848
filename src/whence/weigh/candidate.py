"""One possible parent of a mention: what it is, what speaks for or against it, and where that shows."""

from dataclasses import dataclass, field
from typing import Literal

from whence.model.report import Passage, Report
from whence.model.spans import hull
from whence.model.story import Mention

Kind = Literal["report", "voice", "unseen", "own"]


@dataclass(slots=True)
class Candidate:
    """One possible parent: what it is, the features that speak for or against it, and where they show."""

    kind: Kind
    id: str
    name: str
    features: dict[str, float] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def name_report(report: Report) -> str:
    """Return what a report is called where it is given as a parent."""
    return report.outlet or report.title or report.shown_id


def passage_of(mention: Mention) -> Passage:
    """Return the passage of a mention's content."""
    return Passage(mention.report, hull(mention.statement.content))
