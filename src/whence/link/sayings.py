"""What does each statement of a story bring to a comparison? Its words, names, amounts, dates and whether it denies.

A statement is compared whole and by its propositions: other reports repeat now the one, now the other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.link.propositions import cut_propositions, denied_before
from whence.model.report import Report
from whence.model.spans import Spans, cut_all, hull
from whence.model.statement import Statement, Understanding
from whence.model.story import Story
from whence.text.quantities import DateMention, Quantity, find_dates, find_quantities
from whence.text.words import content_words

_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![“\"‘'])\b[A-Z][\w’'-]+|\b[A-Z]{2,}\b")
# What denies a whole clause: a negative opening, a negated verb, "has no", or a word that denies by itself.
_NEGATION = re.compile(
    r"^\W*(?:no|none|nobody|neither|nothing|not one)\b(?! longer\b| doubt\b| fewer\b| less\b)"
    r"|\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should)"
    r"(?:\s+not\b(?! only\b| least\b)|\s+never\b|\s+no\b(?! longer\b| fewer\b| less\b| doubt\b)|n['’]t\b)"
    r"|\b(?:cannot|undamaged|unharmed|unhurt|uninjured|untrue|unfounded|baseless|false)\b",
    re.IGNORECASE,
)
# Any negation, and what only looks like one.
_ANY_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|without|untrue|unfounded|unharmed|undamaged|unhurt)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\bnot only\b|\bno (?:longer|fewer|less|more) than\b|\bnot least\b|\bno doubt\b", re.IGNORECASE
)
# Words by which an account is said to be wrong, whoever gave it.
_REJECTS = re.compile(
    r"\b(?:false(?:ly|hoods?)?|untrue|incorrect(?:ly)?|wrong(?:ly)?|mistak\w+|mistook|no truth|baseless|unfounded"
    r"|groundless|invent(?:ed|ions?)|fabricat\w+|fiction|fantas\w+|nonsense|myth|hoax|slander\w*|lies|lying"
    r"|den(?:y|ies|ied|ials?|ying)|reject\w*|dismiss\w*|refut\w*|rebut\w*|contradict\w*|disput\w*|contrary"
    r"|correct(?:s|ed|ions?)|retract\w*|withdr[ae]w\w*|rumou?rs?|nothing in common|not (?:true|so|right|the case))\b",
    re.IGNORECASE,
)
# What opens another clause: a negation after it denies that clause only.
_SUBORDINATE = re.compile(
    r"[;:]|\b(?:who|whom|which|that|when|where|while|because|but|though|although|if|whether|than|until|unless)\b", re.I
)


# Characters before a statement that say what its pronouns mean.
BEFORE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement, or one proposition of it, ready to be compared.

    `statement` has the content that is compared; `part` is its number among the propositions, 0 for the whole.
    `before` is what stands before it in its report, `place` where in it, 0 the beginning and 1 the end. `words` are
    stems of content words, `names` plain capitalised words. `rejects` tells whether it calls an account
    wrong, by its cue or in its own words.
    """

    report: str
    statement: Statement
    part: int
    text: str
    before: str
    place: float
    words: tuple[str, ...]
    names: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    is_negated: bool
    holds_negation: bool
    rejects: bool

    def overlaps(self, other: "Saying") -> bool:
        """Tell whether both are of one statement and share some of its words: the whole and a part."""
        same = self.report == other.report and self.statement.id == other.statement.id
        return same and hull(self.statement.content).overlaps(hull(other.statement.content))

    @property
    def denies(self) -> bool:
        """Whether, all in all, it says that something is not so: a denial of a negated content affirms."""
        return (self.statement.polarity == "negative") != self.is_negated

    @property
    def is_told_denied(self) -> bool:
        """Whether a cue denies its content: "denied that ..."."""
        return self.statement.polarity == "negative"

    @property
    def may_deny(self) -> bool:
        """The same where any negation counts, in whichever clause: enough for doubt that two statements are one."""
        return (self.statement.polarity == "negative") != self.holds_negation


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
        for statement in sorted(understanding.statements if understanding else (), key=_by_place):
            if statement.within == "text" and not _is_furniture(statement, furniture):
                found.extend(cut_saying(report, statement))
    return found


def cut_saying(report: Report, statement: Statement) -> list[Saying]:
    """Return a statement whole and, where it holds several, each of its propositions; some may be denied by others."""
    parts = cut_propositions(report.text, statement.content)
    whole = read_saying(report, statement)
    if len(parts) == 1:
        return [whole]
    denied = denied_before(report.text, parts)
    cut = [
        replace(statement, content=part, polarity="negative" if is_denied else statement.polarity)
        for part, is_denied in zip(parts, denied, strict=True)
    ]
    return [whole, *(read_saying(report, part, part=number) for number, part in enumerate(cut, start=1))]


def read_saying(report: Report, statement: Statement, *, part: int = 0) -> Saying:
    """Return what one statement brings to a comparison."""
    text = cut_all(statement.content, report.text)
    start = hull(statement.content).start
    names = frozenset(match.group().casefold().removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text))
    words = tuple(content_words(text))
    return Saying(
        report.id,
        statement,
        part,
        text,
        report.text[max(0, start - BEFORE_CHARACTERS) : start],
        start / max(1, len(report.text)),
        words,
        names,
        tuple(find_quantities(text)),
        tuple(find_dates(text, published=report.published)),
        _is_negated(text),
        len(_ANY_NEGATION.findall(text)) > len(_NO_NEGATION.findall(text)),
        _REJECTS.search(f"{cut_all(statement.cue, report.text)} {text}") is not None,
    )


def _is_negated(text: str) -> bool:
    """Tell whether the main clause of a content says that something is not so.

    >>> _is_negated("No cracks were found"), _is_negated("The man who was not named came")
    (True, False)
    """
    negation = _NEGATION.search(text)
    return negation is not None and _SUBORDINATE.search(text, 0, negation.start()) is None


def _by_place(statement: Statement) -> tuple[Spans, str]:
    return statement.content, statement.id


def _is_furniture(statement: Statement, boilerplate: Sequence[tuple[int, int]]) -> bool:
    """Tell whether most of a statement's content is boilerplate."""
    span = hull(statement.content)
    covered = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in boilerplate)
    return covered > 0.5 * (span.end - span.start)
