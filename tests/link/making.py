"""How do the tests of `link` make their own small cases?"""

from collections.abc import Sequence

from whence.model.ids import text_sha256
from whence.model.report import MadeBy, Moment, Report
from whence.model.spans import Span
from whence.model.statement import Polarity, Statement, Understanding, Voice, VoiceKind

MADE_BY = MadeBy("tests", "1", "")


def make_report(
    name: str, text: str, *, outlet: str | None = None, when: str | None = None, title: str | None = None
) -> Report:
    """Return a report whose inner id is its name; `when` is a date, or a date and time."""
    digest = text_sha256(text)
    return Report(
        id=name,
        text=text,
        text_sha256=digest,
        original_sha256=digest,
        media_type="text/plain",
        made_by=MADE_BY,
        title=title,
        outlet=outlet,
        published=None if when is None else Moment(when, "second" if "T" in when else "day"),
        language="en",
    )


def make_voice(name: str, kind: VoiceKind = "organisation", *, named: bool | None = None) -> Voice:
    """Return a voice worded as it is named."""
    return Voice(name, name, kind, named=kind not in ("unnamed", "unspecified") if named is None else named)


def make_statement(report: Report, words: str, *voices: Voice, polarity: Polarity = "positive") -> Statement:
    """Return the statement whose content is these words of a report's text."""
    start = report.text.index(words)
    span = Span(start, start + len(words))
    return Statement(f"s{start}", (span,), voices=voices, polarity=polarity)


def understand_as(report: Report, statements: Sequence[Statement]) -> Understanding:
    """Return an understanding that holds these statements."""
    return Understanding(report.text_sha256, MADE_BY, statements=tuple(statements))


def understand_sentences(report: Report) -> Understanding:
    """Return an understanding with each sentence of a text as the report's own voice."""
    sentences = [sentence.strip() for sentence in report.text.replace("\n", " ").split(". ")]
    return understand_as(report, [make_statement(report, sentence.rstrip(".")) for sentence in sentences if sentence])
