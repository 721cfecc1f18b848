"""How do the tests of `weigh` make their own small stories?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whence.model.ids import text_sha256
from whence.model.judgement import Judgement, in_force
from whence.model.report import MadeBy, Moment, Passage, Report
from whence.model.spans import Span
from whence.model.statement import Act, Basis, Certainty, Polarity, Statement, Understanding, Voice, VoiceKind
from whence.model.story import CaseVoice, Claim, ClaimLink, CopiedPassage, Elsewhere, Mention, Story
from whence.weigh.options import WeighOptions
from whence.weigh.weigh import StoryWeight, weigh_story

MADE_BY = MadeBy("tests", "1", "")
OPTIONS = WeighOptions(forests=400)


@dataclass(frozen=True, slots=True)
class Told:
    """One mention: the report, its words, and the chain of (name, kind) that it is attributed to."""

    report: str
    quote: str
    voices: tuple[tuple[str, VoiceKind], ...] = ()
    basis: Basis = "none"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    act: Act | None = None
    grounds: tuple[tuple[str, VoiceKind], ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class MiniStory:
    """A story in a few lines: reports by id, and the mentions of each claim by its name."""

    reports: Mapping[str, Report]
    claims: Mapping[str, Sequence[Told]]
    contradictions: Sequence[tuple[str, str]] = ()
    broader: Sequence[tuple[str, str]] = ()
    copies: Sequence[CopiedPassage] = field(default_factory=tuple)


def make_report(
    name: str,
    outlet: str,
    text: str,
    when: str | None = None,
    *,
    outlet_type: str = "newspaper",
    url: str | None = None,
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
        title=name,
        outlet=outlet,
        outlet_type=outlet_type,
        url=url,
        published=None if when is None else Moment(when, "day" if len(when) == len("2031-03-02") else "second"),
        language="en",
    )


def tell(reports: Sequence[Report], *told: Told, copies: Sequence[CopiedPassage] = ()) -> MiniStory:
    """Return a story with one claim, named "claim"."""
    return MiniStory({report.id: report for report in reports}, {"claim": told}, copies=copies)


def weigh(story: MiniStory, options: WeighOptions = OPTIONS, *, judgements: Sequence[Judgement] = ()) -> StoryWeight:
    """Weigh a mini story as `flow` would, with every voice resolved by its name."""
    statements: dict[str, list[Statement]] = {name: [] for name in story.reports}
    claims = [_make_claim(story, name, statements) for name in story.claims]
    return weigh_story(
        Story("story", tuple(story.reports), "a story", "made for a test"),
        claims=claims,
        reports=story.reports,
        copies=story.copies,
        voices=_case_voices(story, statements),
        understandings={
            name: Understanding(report.text_sha256, MADE_BY, statements=tuple(statements[name]))
            for name, report in story.reports.items()
        },
        options=options,
        judged=in_force(judgements),
    )


def numbers(story: MiniStory) -> tuple[int, int, int, int]:
    """Return at least, likely, at most and own access of a mini story's only claim."""
    (claim,) = weigh(story).claims
    three = claim.origins.numbers
    return three.at_least, three.likely, three.at_most, claim.origins.own_access


def copy_of(report: Report, name: str, outlet: str, when: str | None = None) -> tuple[Report, CopiedPassage]:
    """Return another outlet's verbatim copy of a report, and the copied passage between them."""
    other = make_report(name, outlet, report.text, when)
    whole = Span(0, len(report.text))
    return other, CopiedPassage(Passage(report.id, whole), Passage(name, whole), 1.0, is_quotation=False)


def _make_claim(story: MiniStory, name: str, statements: dict[str, list[Statement]]) -> Claim:
    mentions = []
    for told in story.claims[name]:
        statement = _make_statement(told, story.reports[told.report], f"s{len(statements[told.report])}")
        statements[told.report].append(statement)
        voices = tuple(voice.name for voice in statement.voices)
        grounds = tuple(voice.name for voice in statement.grounds)
        mention_id = f"{name}:{told.report}:{statement.id}"
        mentions.append(Mention(mention_id, told.report, statement, voices, grounds, elsewhere=told.elsewhere))
    links = [*_links(name, story.contradictions, contradicts=True), *_links(name, story.broader, contradicts=False)]
    return Claim(name, "story", name, tuple(mentions), tuple(links))


def _links(name: str, pairs: Sequence[tuple[str, str]], *, contradicts: bool) -> list[ClaimLink]:
    others = [b if a == name else a for a, b in pairs if name in (a, b)]
    return [ClaimLink(other, "contradicts" if contradicts else "broader", "made so", ()) for other in others]


def _make_statement(told: Told, report: Report, statement_id: str) -> Statement:
    start = report.text.index(told.quote)
    return Statement(
        id=statement_id,
        content=(Span(start, start + len(told.quote)),),
        voices=tuple(_make_voice(name, kind, report) for name, kind in told.voices),
        act=told.act or ("asserts" if told.voices else "own_voice"),
        certainty=told.certainty,
        polarity=told.polarity,
        basis=told.basis,
        grounds=tuple(_make_voice(name, kind, report) for name, kind in told.grounds),
    )


def _make_voice(name: str, kind: VoiceKind, report: Report) -> Voice:
    at = report.text.find(name)
    span = Span(at, at + len(name)) if at >= 0 else None
    return Voice(name, name, kind, kind not in ("unnamed", "unspecified"), span)


def _case_voices(story: MiniStory, statements: Mapping[str, Sequence[Statement]]) -> list[CaseVoice]:
    held: dict[str, list[tuple[str, Voice]]] = {}
    for report in story.reports:
        for statement in statements[report]:
            for voice in (*statement.voices, *statement.grounds):
                held.setdefault(voice.name, []).append((report, voice))
    return [
        CaseVoice(
            name, name, rows[0][1].kind, rows[0][1].named, tuple(Passage(r, v.span) for r, v in rows if v.span), "name"
        )
        for name, rows in held.items()
    ]
