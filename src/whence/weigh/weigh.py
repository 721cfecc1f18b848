"""Where does each claim of a story come from, and how many independent origins stand behind it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.judgement import NOTHING_JUDGED, Judged
from whence.model.report import Report
from whence.model.statement import Understanding
from whence.model.stemma import Correction, Edge, Parent, WeighedClaim, WeighedMention, WeighedStory
from whence.model.story import CaseVoice, Claim, CopiedPassage, Story
from whence.weigh.citations import find_citations
from whence.weigh.direction import Directions
from whence.weigh.drift import find_drift, follow_steps, weigh_ways
from whence.weigh.edges import find_edges, judge_edges
from whence.weigh.flags import Findings, raise_flags
from whence.weigh.options import WeighOptions
from whence.weigh.order import Order
from whence.weigh.origins import count_origins
from whence.weigh.parents import weigh_parents
from whence.weigh.pool import pool_origins
from whence.weigh.relays import find_relays
from whence.weigh.story_words import read_story_words
from whence.weigh.view import StoryView, view_story
from whence.weigh.ways import measure_widest


@dataclass(frozen=True, slots=True)
class StoryWeight:
    """What weighing a story gives: its pooled numbers, claims with their stemmas, edges of its reports, corrections."""

    story: WeighedStory
    claims: tuple[WeighedClaim, ...]
    edges: tuple[Edge, ...]
    corrections: tuple[Correction, ...] = ()


def weigh_story(  # noqa: PLR0913 - the contract of the stage: flow hands it everything by name
    story: Story,
    *,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    copies: Sequence[CopiedPassage],
    voices: Sequence[CaseVoice],
    understandings: Mapping[str, Understanding],
    options: WeighOptions,
    judged: Judged = NOTHING_JUDGED,
) -> StoryWeight:
    """Weigh every claim of one story; the answer does not depend on the order of reports, claims or mentions."""
    view = look_at_story(
        story,
        claims=claims,
        reports=reports,
        copies=copies,
        voices=voices,
        understandings=understandings,
        options=options,
        judged=judged,
    )
    by_id = {claim.id: claim for claim in claims}
    parents = weigh_parents(claims, view)
    weighed = tuple(weigh_claim(claim, by_id, parents, view) for claim in claims)
    return StoryWeight(pool_origins(story, weighed, view), weighed, tuple(view.edges.values()), view.corrections)


def look_at_story(  # noqa: PLR0913 - as `weigh_story`
    story: Story,
    *,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    copies: Sequence[CopiedPassage],
    voices: Sequence[CaseVoice],
    understandings: Mapping[str, Understanding],
    options: WeighOptions,
    judged: Judged = NOTHING_JUDGED,
) -> StoryView:
    """Return what all steps look up about one story: its order, words, credits and edges."""
    held = [reports[report_id] for report_id in sorted(story.reports) if report_id in reports]
    citations = find_citations(held, understandings)
    words = read_story_words(held, claims)
    by_id = {report.id: report for report in held}
    order = Order(by_id, Directions(by_id, citations=citations, words=words))
    edges = find_edges(order, claims=claims, copies=copies, citations=citations, words=words, options=options)
    edges = judge_edges(edges, judged, order)
    return view_story(
        order,
        words=words,
        edges=edges,
        copies=copies,
        voices=voices,
        relays=find_relays(claims, order.reports),
        citations=citations,
        options=options,
        judged=judged,
        largest=measure_widest(claims),
    )


def weigh_claim(
    claim: Claim, claims: Mapping[str, Claim], parents: Mapping[str, tuple[Parent, ...]], view: StoryView
) -> WeighedClaim:
    """Return one claim with parents, origins, drift and flags; its rank is given later, over the whole trace."""
    origins = count_origins(claim.mentions, parents, view)
    ways = weigh_ways(claim, parents, view)
    drift = find_drift(ways, view)
    rivals = [claims[link.claim] for link in claim.links if link.kind == "contradicts" and link.claim in claims]
    contrary = [m for rival in rivals for m in rival.mentions if m.statement.polarity == "positive"]
    steps = follow_steps(claim, parents, view)
    findings = Findings(claim, origins, parents, steps, ways, view, contrary)
    return WeighedClaim(
        claim=claim,
        mentions=tuple(WeighedMention(mention, parents[mention.id]) for mention in claim.mentions),
        origins=origins,
        drift=drift,
        flags=raise_flags(findings),
        rank=0,
    )
