"""What becomes of a story when a report or voice in it no longer stands? It is weighed again, and no other is."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from whence.link.boilerplate import find_boilerplate
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.model.judgement import Judged
from whence.model.report import Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.model.story import Claim
from whence.weigh.options import WeighOptions
from whence.weigh.rank import rank_claims
from whence.weigh.weigh import StoryWeight, weigh_story

# Returns what some reports were understood to say, by inner id.
Understand = Callable[[Sequence[Report]], Mapping[str, Understanding]]


def reweigh(trace: Trace, *, judged: Judged, understand: Understand, link: LinkOptions, weigh: WeighOptions) -> Trace:
    """Return a trace with its stories weighed again under the judgements; what belongs together stays as it was."""
    reports = {report.id: report for report in trace.reports}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in trace.claims:
        claims[claim.claim.story].append(claim.claim)
    fresh: list[StoryWeight] = []
    for story in (weighed.story for weighed in trace.stories):
        held = [reports[report] for report in story.reports if report in reports]
        furniture = find_boilerplate(held, options=link)
        fresh.append(
            weigh_story(
                story,
                claims=claims[story.id],
                reports={report.id: report for report in held},
                copies=find_copies(held, boilerplate=furniture, options=link),
                voices=trace.voices,
                understandings=understand(held),
                options=weigh,
                judged=judged,
            )
        )
    return replace(
        trace,
        stories=tuple(weight.story for weight in fresh),
        claims=tuple(rank_claims([claim for weight in fresh for claim in weight.claims])),
        edges=tuple(edge for weight in fresh for edge in weight.edges),
        corrections=tuple(row for weight in fresh for row in weight.corrections),
    )
