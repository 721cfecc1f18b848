"""What becomes of a trace when a report or voice no longer stands? Only the stories that it is in are weighed again."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from whence.link.boilerplate import find_boilerplate
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.judgement import Judged
from whence.model.report import Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace, WeighedClaim
from whence.weigh.options import WeighOptions
from whence.weigh.rank import rank_claims
from whence.weigh.weigh import weigh_story

# Returns what some reports were understood to say, by inner id.
Understand = Callable[[Sequence[Report]], Mapping[str, Understanding]]


def stories_with(trace: Trace, nodes: Collection[str]) -> frozenset[str]:
    """Return the stories that hold any of these reports or voices, by id."""
    wanted = frozenset(nodes)
    by_report = {story.story.id for story in trace.stories if wanted & set(story.story.reports)}
    by_voice = {
        claim.claim.story for claim in trace.claims if claim.claim.story not in by_report and _names(claim, wanted)
    }
    return frozenset(by_report | by_voice)


def _names(claim: WeighedClaim, nodes: frozenset[str]) -> bool:
    return any(not nodes.isdisjoint((*m.mention.voice_ids, *m.mention.ground_ids)) for m in claim.mentions)


def reweigh(
    trace: Trace,
    stories: Collection[str],
    *,
    judged: Judged,
    understand: Understand,
    link: LinkOptions,
    weigh: WeighOptions,
) -> Trace:
    """Return the trace with these stories weighed again under the judgements; what belongs together stays as it was."""
    reports = {report.id: report for report in trace.reports}
    fresh = {}
    for story in (weighed.story for weighed in trace.stories if weighed.story.id in stories):
        held = [reports[report] for report in story.reports if report in reports]
        furniture = find_boilerplate(held, options=link)
        fresh[story.id] = weigh_story(
            story,
            claims=[claim.claim for claim in trace.claims if claim.claim.story == story.id],
            reports={report.id: report for report in held},
            copies=find_copies(held, boilerplate=furniture, options=link),
            voices=trace.voices,
            understandings=understand(held),
            options=weigh,
            judged=judged,
        )
    kept = [claim for claim in trace.claims if claim.claim.story not in fresh]
    in_fresh = {report for story in fresh.values() for report in story.story.story.reports}
    corrections = [row for row in trace.corrections if row.report not in in_fresh]
    edges = [edge for edge in trace.edges if edge.later not in in_fresh]
    return replace(
        trace,
        stories=tuple(fresh[s.story.id].story if s.story.id in fresh else s for s in trace.stories),
        claims=tuple(rank_claims([*kept, *(claim for story in fresh.values() for claim in story.claims)])),
        edges=(*edges, *(edge for story in fresh.values() for edge in story.edges)),
        corrections=(*corrections, *(row for story in fresh.values() for row in story.corrections)),
    )
