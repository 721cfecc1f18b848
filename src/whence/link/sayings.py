"""What does each statement of a story bring to a comparison? Its words, names, amounts, dates and whether it denies."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import Spans, cut_all, hull
from whence.model.statement import Statement, Understanding
from whence.model.story import Story
from whence.text.quantities import DateMention, Quantity, find_dates, find_quantities
from whence.text.words import STOP_WORDS, find_words, stem

_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![“\"‘'])\b[A-Z][\w’'-]+|\b[A-Z]{2,}\b")
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|without|un(?:true|founded|harmed|damaged|hurt|injured))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
# Negations that deny nothing about what happened.
_NOT_DENYING = re.compile(
    r"\bnot only\b|\bno (?:longer|fewer|less|more) than\b|\bnot least\b|\bno doubt\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement ready to be compared. `words` are stems of content words, `names` plain capitalised words."""

    report: str
    statement: Statement
    text: str
    words: tuple[str, ...]
    names: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    is_negated: bool

    @property
    def denies(self) -> bool:
        """Whether, all in all, it says that something is not so: a denial of a negated content affirms."""
        return (self.statement.polarity == "negative") != self.is_negated


def collect_sayings(
    story: Story,
    *,
    reports: Mapping[str, Report],
    understandings: Mapping[str, Understanding],
    boilerplate: Mapping[str, Spans],
) -> list[Saying]:
    """Return the statements of a story's texts, by report and place; those in titles and boilerplate are left out."""
    found: list[Saying] = []
    for report_id in sorted(story.reports):
        understanding = understandings.get(report_id)
        report = reports[report_id]
        furniture = boilerplate.get(report_id, ())
        found.extend(
            read_saying(report, statement)
            for statement in sorted(understanding.statements if understanding else (), key=_by_place)
            if statement.within == "text" and not _is_furniture(statement, furniture)
        )
    return found


def read_saying(report: Report, statement: Statement) -> Saying:
    """Return what one statement brings to a comparison."""
    text = cut_all(statement.content, report.text)
    names = frozenset(match.group().casefold().removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text))
    words = tuple(stem(form) for form in find_words(text).forms if form not in STOP_WORDS)
    denials = len(_NEGATION.findall(text)) - len(_NOT_DENYING.findall(text))
    return Saying(
        report.id,
        statement,
        text,
        words,
        names,
        tuple(find_quantities(text)),
        tuple(find_dates(text, published=report.published)),
        denials > 0,
    )


def _by_place(statement: Statement) -> tuple[Spans, str]:
    return statement.content, statement.id


def _is_furniture(statement: Statement, boilerplate: Sequence[tuple[int, int]]) -> bool:
    """Tell whether most of a statement's content is boilerplate."""
    span = hull(statement.content)
    covered = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in boilerplate)
    return covered > 0.5 * (span.end - span.start)
