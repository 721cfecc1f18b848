"""Which small invented story do the dossier's tests tell? A dam, a leak, and every awkward thing a trace may hold."""

from datetime import UTC, datetime

from whence.model.ids import text_sha256
from whence.model.report import Edit, Failure, MadeBy, Moment, Passage, Report
from whence.model.spans import Span
from whence.model.statement import Statement, Understanding, Voice
from whence.model.stemma import (
    Drift,
    DriftSide,
    Edge,
    Numbers,
    Origin,
    Origins,
    Parent,
    ReportVersions,
    Trace,
    WeighedClaim,
    WeighedMention,
    WeighedStory,
    WouldChange,
)
from whence.model.story import CaseVoice, Claim, ClaimLink, Mention, Story

AT = datetime(2031, 5, 4, 12, 30, tzinfo=UTC)
MADE_BY = MadeBy("test", "1", "0123456789ab")

# What a hostile page may try: leave its element, its attribute, its style sheet, or turn the line round.
HOSTILE = "<script>alert('x')</script>\" onload=\"y ]]> --> </style> \u202egnp.exe {{ 7*7 }} \x00"

TEXTS = {
    "first": "Two engineers said the Harrow dam might leak.\n\nThe dam office would not speak.",
    "second": "The Harrow dam leaks, the Morning Post reported, citing two engineers.\n\nNobody was hurt.",
    "third": f"It is known that the Harrow dam leaks. {HOSTILE}\n\nThe minister denied that the dam leaks.",
    "foreign": "السد يسرب الماء، كما قالت الصحيفة.",
}


def find(name: str, words: str) -> Span:
    """Return where the words stand in one of the texts."""
    start = TEXTS[name].index(words)
    return Span(start, start + len(words))


def build_report(name: str, *, outlet: str, title: str, published: Moment | None, url: str | None = None) -> Report:
    """Return one of the reports; its name is its inner id."""
    return Report(
        id=name,
        text=TEXTS[name],
        text_sha256=text_sha256(TEXTS[name]),
        original_sha256=text_sha256(name),
        media_type="text/plain",
        made_by=MADE_BY,
        path=f"{name}.txt",
        title=title,
        outlet=outlet,
        published=published,
        url=url,
        language="ar" if name == "foreign" else "en",
    )


def build_statements() -> dict[str, tuple[Statement, ...]]:
    """Return what each report says; the statements of the second overlap, the third has one in its title."""
    engineers = Voice("two engineers", "Two engineers", "unnamed", False, find("first", "Two engineers"))
    paper = Voice("Morning Post", "the Morning Post", "outlet", True, find("second", "the Morning Post"))
    relayed = Voice("two engineers", "two engineers", "unnamed", False, find("second", "two engineers"))
    minister = Voice(HOSTILE, "The minister", "person", True, find("third", "The minister"))
    return {
        "first": (
            Statement(
                "s0",
                (find("first", "the Harrow dam might leak"),),
                cue=(find("first", "said"),),
                source=(find("first", "Two engineers"),),
                voices=(engineers,),
                act="asserts",
                certainty="possible",
                basis="unnamed_source",
                hedges=(find("first", "might"),),
            ),
        ),
        "second": (
            Statement(
                "s0",
                (find("second", "The Harrow dam leaks"),),
                cue=(find("second", "reported"),),
                source=(find("second", "the Morning Post"),),
                voices=(paper, relayed),
                act="alleges",
                certainty="unstated",
                basis="cites_outlet",
            ),
            Statement(
                "s1",
                (find("second", "Harrow dam leaks, the Morning Post reported"),),
                cue=(find("second", "citing"),),
                source=(find("second", "two engineers"),),
                voices=(relayed,),
                act="asserts",
                basis="unnamed_source",
            ),
            Statement("s2", (find("second", "Nobody was hurt"),)),
        ),
        "third": (
            Statement("s0", (find("third", "the Harrow dam leaks"),), basis="none"),
            Statement("s1", (Span(0, 8),), within="title"),
            Statement(
                "s2",
                (find("third", "that the dam leaks"),),
                cue=(find("third", "denied"),),
                source=(find("third", "The minister"),),
                voices=(minister,),
                act="denies",
                polarity="negative",
                basis="named_source",
            ),
        ),
        "foreign": (),
    }


def build_trace() -> tuple[Trace, dict[str, Understanding]]:
    """Return a trace of four reports with three claims, and what each report was understood to say."""
    statements = build_statements()
    reports = (
        build_report("third", outlet=HOSTILE, title=f"It leaks {HOSTILE}", published=None, url="javascript:alert(1)"),
        build_report(
            "first",
            outlet="Morning Post",
            title="Engineers fear for dam",
            published=Moment("2031-05-01T06:00:00Z", "minute"),
            url="https://morningpost.example/dam?a=1&b=2",
        ),
        build_report("second", outlet="Evening Echo", title="Dam leaks", published=Moment("2031-05-01", "day")),
        build_report("foreign", outlet="الصدى", title="السد", published=None),
    )
    claims = build_claims(statements)
    edge = Edge(
        "second",
        "first",
        "rewrite",
        acknowledged=True,
        probability=0.97,
        spans=((find("second", "The Harrow dam leaks"), find("first", "the Harrow dam might leak")),),
        reasons=("it names the Morning Post",),
    )
    story = WeighedStory(
        Story("st", ("first", "second", "third", "foreign"), "Engineers fear for dam", "alike in words"),
        claims[0].origins,
        (claims[0].claim.id,),
    )
    trace = Trace(
        made_by=MADE_BY,
        reports=reports,
        versions=(build_versions(),),
        stories=(story,),
        claims=claims,
        edges=(edge,),
        voices=(CaseVoice("v1", "two engineers", "unnamed", False, (), "same words"),),
        not_understood=("foreign",),
        failed=(Failure(f"in/{HOSTILE}", "empty", "There is no text in it."),),
    )
    understandings = {
        report.id: Understanding(
            report.text_sha256, MADE_BY, language_known=report.language == "en", statements=statements[report.id]
        )
        for report in reports
    }
    return trace, understandings


def build_versions() -> ReportVersions:
    """Return the earlier version of the second report."""
    edit = Edit("Two people were hurt", Span(0, 20), "Nobody was hurt", find("second", "Nobody was hurt"))
    return ReportVersions("second", ("older",), (edit,))


def build_claims(statements: dict[str, tuple[Statement, ...]]) -> tuple[WeighedClaim, ...]:
    """Return the claim in three reports, the denial that contradicts it, and one said once."""
    leak = Claim(
        "claim-leak",
        "st",
        "The Harrow dam leaks",
        (
            Mention("m1", "first", statements["first"][0], ("v1",)),
            Mention("m2", "second", statements["second"][0], ("v0", "v1")),
            Mention("m3", "third", statements["third"][0]),
            Mention("m4", "third", statements["third"][1]),
        ),
        (ClaimLink("claim-denial", "contradicts", "one affirms, one denies", ()),),
    )
    denial = Claim(
        "claim-denial",
        "st",
        "that the dam leaks",
        (Mention("m5", "third", statements["third"][2], ()),),
        (ClaimLink("claim-leak", "contradicts", "one affirms, one denies", ()),),
    )
    single = Claim("claim-hurt", "st", "Nobody was hurt", (Mention("m6", "second", statements["second"][2]),))
    return (
        WeighedClaim(
            leak,
            _parents_of_leak(leak),
            _origins_of_leak(),
            (_hardening(),),
            ("single_origin", "certainty_hardened", "unacknowledged_copy"),
            1,
        ),
        WeighedClaim(
            denial,
            (WeighedMention(denial.mentions[0], (_parent("voice", "v9", HOSTILE, 1.0, "third", "The minister"),)),),
            Origins(Numbers(0, 0, 1), 0, (0, 1), ((0, 1.0),), ()),
            (),
            (),
            2,
        ),
        WeighedClaim(
            single,
            (WeighedMention(single.mentions[0], (_parent("own", "second", "", 1.0, "second", "Nobody was hurt"),)),),
            Origins(Numbers(1, 1, 1), 0, (1, 1), ((1, 1.0),), ()),
            (),
            (),
            3,
        ),
    )


def _parents_of_leak(leak: Claim) -> tuple[WeighedMention, ...]:
    first, second, third, titled = leak.mentions
    return (
        WeighedMention(first, (_parent("voice", "v1", "two engineers", 1.0, "first", "Two engineers"),)),
        WeighedMention(
            second,
            (
                _parent("report", "first", "Morning Post", 0.93, "second", "the Morning Post"),
                _parent("unseen", "unseen:Hill Radio", "Hill Radio", 0.07, "second", "citing"),
            ),
        ),
        WeighedMention(
            third,
            (
                _parent("report", "second", "Evening Echo", 0.5, "second", "The Harrow dam leaks"),
                _parent("unseen", "unseen:third", "not recorded", 0.3, "third", "the Harrow dam leaks"),
                _parent("own", "third", HOSTILE, 0.2, "third", "the Harrow dam leaks"),
            ),
        ),
        WeighedMention(
            titled,
            (Parent("own", "third", HOSTILE, 1.0, (Passage("third", Span(0, 8)),), ("the title says it",)),),
        ),
    )


def _parent(kind: str, node: str, name: str, probability: float, report: str, words: str) -> Parent:
    kinds = {"voice": "voice", "report": "report", "unseen": "unseen", "own": "own"}
    return Parent(
        kinds[kind],  # type: ignore[arg-type] # a str from the table above
        node,
        name,
        probability,
        (Passage(report, find(report, words)),),
        (f"because of {words}",),
    )


def _origins_of_leak() -> Origins:
    return Origins(
        Numbers(1, 1, 2),
        0,
        (1, 2),
        ((1, 0.8), (2, 0.2)),
        (
            Origin("voice", "v1", "two engineers", False, "independence not established"),
            Origin("report", "third", HOSTILE, False, "it names no source"),
        ),
        (WouldChange("the third report has it from the second", Numbers(1, 1, 1)),),
    )


def _hardening() -> Drift:
    might, leaks = find("first", "might leak"), find("second", "leaks")
    return Drift(
        "first",
        "second",
        "certainty",
        DriftSide("might leak", might),
        DriftSide("leaks", leaks),
        "possible to unstated",
    )
