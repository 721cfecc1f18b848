"""A small trace made by hand: an invented story of three reports, in which a hedge is lost and a number grows."""

from dataclasses import replace

from whence.model.ids import report_id, text_sha256
from whence.model.report import Edit, Failure, Hyperlink, MadeBy, Moment, Passage, Report
from whence.model.spans import Span
from whence.model.statement import (
    Attribute,
    Description,
    Entity,
    PlaceExpression,
    Relation,
    Statement,
    TimeExpression,
    Understanding,
    Voice,
)
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

MADE_BY = MadeBy("tests.traces", "1", "0123456789ab")

LEDGER_TEXT = "A clerk who asked not to be named told the Ledger that up to 12 crates may be missing from the quay."
HERALD_TEXT = "Sixty crates are missing from the quay, it was learned on Tuesday."
PORT_TEXT = "The port authority denies that any crates are missing. “Every crate was counted,” said Ilka Moen."
RADIO_TEXT = "Le port dément."


def make_report(
    text: str, *, outlet: str | None, given_id: str | None = None, published: Moment | None = None
) -> Report:
    """Return a report of an invented outlet."""
    digest = text_sha256(text)
    url = f"https://{(outlet or 'nobody').lower().replace(' ', '-')}.example/1"
    return Report(
        id=report_id(digest, outlet, url, published.value if published else None),
        text=text,
        text_sha256=digest,
        original_sha256=digest,
        media_type="text/plain",
        made_by=MADE_BY,
        path=f"{(outlet or 'nobody').lower()}.txt",
        given_id=given_id,
        title="Crates missing" if outlet else None,
        outlet=outlet,
        outlet_type="newspaper",
        url=url,
        published=published,
        language="en",
        links=(Hyperlink("https://port.example"),),
    )


LEDGER = make_report(
    LEDGER_TEXT, outlet="Quay Ledger", given_id="a-01", published=Moment("2031-03-02T09:15:00Z", "second")
)
HERALD = make_report(HERALD_TEXT, outlet="Daily Herald", given_id="a-02", published=Moment("2031-03-03", "day"))
PORT = make_report(PORT_TEXT, outlet="Port of Veldmark", given_id="a-03")
RADIO = replace(make_report(RADIO_TEXT, outlet="Radio Nord"), language="fr")


def find_span(report: Report, words: str) -> Span:
    """Return where the words stand in the report's text."""
    start = report.text.index(words)
    return Span(start, start + len(words))


def make_origins(at_least: int, likely: int, at_most: int, *members: Origin, own_access: int = 0) -> Origins:
    """Return numbers whose distribution lies wholly on the likely one."""
    change = WouldChange("the clerk turns out to have counted the crates", Numbers(at_least, likely, at_most))
    return Origins(
        Numbers(at_least, likely, at_most), own_access, (at_least, at_most), ((likely, 1.0),), members, (change,)
    )


CLERK = Voice("clerk", "A clerk who asked not to be named", "unnamed", named=False, span=Span(0, 33))
MOEN = Voice("Ilka Moen", "Ilka Moen", "person", named=True, span=find_span(PORT, "Ilka Moen"), entity="e1")
AUTHORITY = Voice("Port authority", "The port authority", "organisation", named=True, span=Span(0, 18))

SAID_BY_CLERK = Statement(
    id="s1",
    content=(find_span(LEDGER, "up to 12 crates may be missing from the quay"),),
    cue=(find_span(LEDGER, "told"),),
    source=(find_span(LEDGER, "A clerk who asked not to be named"),),
    voices=(CLERK,),
    act="alleges",
    certainty="unstated",
    quote="indirect",
    basis="unnamed_source",
    hedges=(find_span(LEDGER, "may"),),
)
IN_OWN_VOICE = Statement(id="s1", content=(find_span(HERALD, "Sixty crates are missing from the quay"),))
DENIED = Statement(
    id="s1",
    content=(find_span(PORT, "any crates are missing"),),
    cue=(find_span(PORT, "denies"),),
    source=(find_span(PORT, "The port authority"),),
    voices=(AUTHORITY,),
    act="denies",
    polarity="negative",
    basis="named_source",
    grounds=(MOEN,),
)
IN_TITLE = Statement(id="s2", content=(Span(0, 14),), within="title")

CLERK_PARENT = Parent(
    "voice",
    "v1",
    "clerk",
    0.8,
    (Passage(LEDGER.id, find_span(LEDGER, "A clerk who asked not to be named")),),
    ("it attributes it to them",),
)
UNSEEN_PARENT = Parent("unseen", "unseen:x", "not recorded", 0.2, (), ("it could have read it elsewhere",))
LEDGER_PARENT = Parent(
    "report",
    LEDGER.id,
    "Quay Ledger",
    0.7,
    (Passage(LEDGER.id, find_span(LEDGER, "crates")), Passage(HERALD.id, find_span(HERALD, "crates"))),
    ("it says the same, later",),
)
OWN_PARENT = Parent("own", PORT.id, "Port of Veldmark", 1.0, (), ("it speaks for itself",))

MISSING = WeighedClaim(
    claim=Claim(
        "c1aa",
        "st1",
        "up to 12 crates may be missing from the quay",
        (
            Mention("m1", LEDGER.id, SAID_BY_CLERK, ("v1",)),
            Mention("m2", HERALD.id, IN_OWN_VOICE),
        ),
        (ClaimLink("c1bb", "contradicts", "the one denies it", (Passage(PORT.id, find_span(PORT, "denies")),)),),
    ),
    mentions=(
        WeighedMention(Mention("m1", LEDGER.id, SAID_BY_CLERK, ("v1",)), (CLERK_PARENT, UNSEEN_PARENT)),
        WeighedMention(Mention("m2", HERALD.id, IN_OWN_VOICE), (LEDGER_PARENT, UNSEEN_PARENT)),
    ),
    origins=make_origins(1, 1, 2, Origin("voice", "v1", "clerk", False, "told by others, or nobody says by whom")),
    drift=(
        Drift(
            LEDGER.id,
            HERALD.id,
            "number",
            DriftSide("12", find_span(LEDGER, "12")),
            DriftSide("Sixty", find_span(HERALD, "Sixty")),
            "the numbers differ.",
        ),
        Drift(LEDGER.id, HERALD.id, "source", DriftSide("A clerk", Span(0, 7)), None, "no source is left"),
    ),
    flags=("single_origin", "certainty_hardened"),
    rank=1,
)
DENIAL = WeighedClaim(
    claim=Claim(
        "c1bb",
        "st1",
        "any crates are missing",
        (Mention("m3", PORT.id, DENIED, ("v2",), ("v3",)),),
        (ClaimLink("c1aa", "contradicts", "the one denies it", ()),),
    ),
    mentions=(WeighedMention(Mention("m3", PORT.id, DENIED, ("v2",), ("v3",)), (OWN_PARENT,)),),
    origins=make_origins(0, 0, 0),
    drift=(),
    flags=(),
    rank=2,
)

TRACE = Trace(
    made_by=MADE_BY,
    reports=(LEDGER, HERALD, PORT, RADIO),
    versions=(ReportVersions(HERALD.id, ("r0",), (Edit("Fifty", Span(0, 5), "Sixty", Span(0, 5)),)),),
    stories=(
        WeighedStory(
            Story("st1", (LEDGER.id, HERALD.id, PORT.id), "Crates missing", "they share rare words"),
            make_origins(1, 1, 2),
            ("c1aa",),
        ),
        WeighedStory(Story("st2", (RADIO.id,), "Le port", "alone"), make_origins(0, 0, 0), ()),
    ),
    claims=(MISSING, DENIAL),
    edges=(
        Edge(
            HERALD.id,
            LEDGER.id,
            "rewrite",
            False,
            0.71234567,
            ((find_span(HERALD, "crates"), find_span(LEDGER, "crates")),),
            ("the same words",),
        ),
    ),
    voices=(
        CaseVoice("v1", "clerk", "unnamed", False, (Passage(LEDGER.id, Span(0, 33)),), "one report"),
        CaseVoice("v2", "Port authority", "organisation", True, (Passage(PORT.id, Span(0, 18)),), "one report"),
        CaseVoice("v3", "Ilka Moen", "person", True, (Passage(PORT.id, find_span(PORT, "Ilka Moen")),), "one report"),
    ),
    not_understood=(RADIO.id,),
    failed=(Failure("scan.pdf", "broken", "Found no page that can be read. Save it again."),),
)

UNDERSTOOD = Understanding(
    text_sha256=PORT.text_sha256,
    made_by=MADE_BY,
    statements=(DENIED, IN_TITLE),
    entities=(Entity("e1", "Ilka Moen", "person", ("Moen",), (find_span(PORT, "Ilka Moen"),)),),
    times=(TimeExpression(Span(0, 3), "2031-03-03"),),
    places=(PlaceExpression(Span(0, 3), "Veldmark", 1.0, 2.0, 3.0, "g1"), PlaceExpression(Span(0, 3), "the quay")),
    descriptions=(
        Description("d1", "a dock worker", "person", (Span(0, 3),), (Attribute("role", "dock worker", Span(0, 3)),)),
    ),
    relations=(Relation("d1", "linked_to", "e1", "s1", Span(0, 3), Span(0, 9), "alleges", "unstated"),),
)


def replace_claim(claim: WeighedClaim, *, trace: Trace = TRACE) -> Trace:
    """Return the trace with another version of the claim of that id."""
    claims = tuple(claim if each.claim.id == claim.claim.id else each for each in trace.claims)
    return replace(trace, claims=claims)
