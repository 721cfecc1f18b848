"""What do the tests of keeping put into a case? Small invented reports, understandings and traces."""

from dataclasses import replace
from datetime import UTC, datetime

from whence.model.ids import content_id, report_id, text_sha256
from whence.model.report import Failure, Hyperlink, MadeBy, Moment, Passage, Precision, Report
from whence.model.spans import Span
from whence.model.statement import Entity, PlaceExpression, Relation, Statement, TimeExpression, Understanding, Voice
from whence.model.stemma import Numbers, Origins, ReportVersions, Trace, WeighedClaim, WeighedMention, WeighedStory
from whence.model.story import CaseVoice, Claim, Mention, Story

NOON = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)
READER = MadeBy("whence.read", "1", "abc")


def a_report(text: str, *, published: tuple[str, Precision] | None = None, **known: str) -> Report:
    """Return a report of that text; `known` are its fields of text, such as outlet, url, title and given_id."""
    moment = Moment(*published) if published else None
    original = text_sha256(f"{text} {known.get('title')}")
    report = Report(
        id=report_id(original, known.get("outlet"), known.get("url"), published[0] if published else None),
        text=text,
        text_sha256=text_sha256(text),
        original_sha256=original,
        media_type="text/plain",
        made_by=READER,
        published=moment,
        language="en",
    )
    return replace(report, **known)  # type: ignore[arg-type]  # every field named in the tests is text


def a_full_report() -> Report:
    """Return a report with every field filled, in three scripts."""
    report = a_report(
        "Порт закрыт. أغلق الميناء. The port is closed.",
        published=("2031-03-02T08:30:00+02:00", "minute"),
        outlet="Veldmark Dispatch",
        outlet_type="agency",
        byline="Lena Torv",
        url="https://dispatch.example/port?id=7#top",
        title="Порт",
        given_id="vd-7",
        path="inbox/порт.html",
        media_type="text/html",
    )
    return replace(report, title_in_text=True, links=(Hyperlink("https://a.example/", Span(0, 4)), Hyperlink("b")))


def an_understanding(text: str, *, name: str = "Lena Torv") -> Understanding:
    """Return an understanding with something in every field."""
    voice = Voice(name, "she", "person", True, Span(3, 6), "e1")
    unspecified = Voice("unspecified", "is said", "unspecified", False)
    statement = Statement(
        id="s1",
        content=(Span(0, 4), Span(9, 12)),
        cue=(Span(5, 8),),
        source=(Span(3, 6),),
        voices=(voice, unspecified),
        act="denies",
        polarity="negative",
        quote="mixed",
        basis="named_source",
        hedges=(Span(1, 2),),
        grounds=(unspecified,),
        within="title",
    )
    return Understanding(
        text_sha256=text_sha256(text),
        made_by=MadeBy("whence.understand", "1", "def"),
        statements=(statement, Statement("s2", (Span(0, 1),))),
        entities=(Entity("e1", name, "person", ("Torv",), (Span(3, 6),)),),
        times=(TimeExpression(Span(0, 2), "2031-03"),),
        places=(PlaceExpression(Span(0, 2), "Port Amble", lat=51.25, lon=-3.5, radius_km=2.0),),
        relations=(Relation("e1", "linked_to", "e2", "s1", Span(0, 1), Span(0, 2)),),
    )


def a_trace(*reports: Report) -> Trace:
    """Return a trace of the reports with one claim, in which the first report's first word is said."""
    first = reports[0]
    origins = Origins(Numbers(1, 1, 2), 0, (1, 2), ((1, 0.75), (2, 0.25)), ())
    mention = Mention("m1", first.id, Statement("s1", (Span(0, 4),)), ("v1",))
    story = Story("st1", tuple(report.id for report in reports), "The port", "one affair")
    claim = Claim("c1", "st1", "The port is closed", (mention,))
    return Trace(
        made_by=MadeBy("whence.trace", "1", "ghi"),
        reports=reports,
        versions=(ReportVersions(first.id, (content_id("r", "earlier"),), ()),),
        stories=(WeighedStory(story, origins, ("c1",)),),
        claims=(WeighedClaim(claim, (WeighedMention(mention, ()),), origins, (), ("single_origin",), 1),),
        edges=(),
        voices=(CaseVoice("v1", "Lena Torv", "person", True, (Passage(first.id, Span(0, 4)),), "same name"),),
        not_understood=(),
        failed=(Failure("inbox/\udcff.txt", "broken", "no text"),),
    )
