"""Which statements of a story's reports say the same thing?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.link.claim_links import link_claims
from whence.link.grouping import group_all_by_average
from whence.link.likeness import Matrix, measure_likeness
from whence.link.options import LinkOptions
from whence.link.sayings import Saying, collect_sayings
from whence.link.voices import VoiceIndex
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.spans import Spans, hull
from whence.model.statement import Understanding
from whence.model.story import Claim, Mention, Story
from whence.ports import Encoder


def group_claims(  # noqa: PLR0913 - the stage's port: a story and what earlier steps found about it
    story: Story,
    *,
    reports: Mapping[str, Report],
    understandings: Mapping[str, Understanding],
    voices: VoiceIndex,
    boilerplate: Mapping[str, Spans],
    encoder: Encoder,
    options: LinkOptions,
) -> list[Claim]:
    """Return the claims of a story, by where they are first made; every statement is in exactly one."""
    sayings = collect_sayings(story, reports=reports, understandings=understandings, boilerplate=boilerplate)
    if not sayings:
        return []
    likeness = measure_likeness(sayings, encoder.encode([saying.text for saying in sayings]), options)
    groups = _group(likeness, options)
    claims = [_make_claim(story, [sayings[place] for place in places], voices) for places in groups]
    return link_claims(claims, groups, sayings=sayings, likeness=likeness, options=options)


def _group(likeness: Matrix, options: LinkOptions) -> list[list[int]]:
    """Return the statements of each claim by number."""
    groups = group_all_by_average(likeness.copy(), threshold=options.claim_likeness)
    members: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        members[group].append(place)
    return list(members.values())


def _make_claim(story: Story, sayings: Sequence[Saying], voices: VoiceIndex) -> Claim:
    """Return a claim of these statements, worded as its clearest mention."""
    mentions = tuple(_make_mention(saying, voices) for saying in sayings)
    order = {report: place for place, report in enumerate(story.reports)}
    mentions = tuple(sorted(mentions, key=lambda m: (order[m.report], hull(m.statement.content), m.id)))
    identity = content_id("c", story.id, *sorted(mention.id for mention in mentions))
    return Claim(identity, story.id, max(sayings, key=_clarity).text, mentions)


def _make_mention(saying: Saying, voices: VoiceIndex) -> Mention:
    statement = saying.statement
    identity = content_id("m", saying.report, statement.id)
    chain, grounds = voices.chain(saying.report, statement.id), voices.grounds(saying.report, statement.id)
    return Mention(identity, saying.report, statement, chain, grounds)


_PRONOUNS = frozenset("he she it they this that these those we i you his her its their who which there".split())


def _clarity(saying: Saying) -> tuple[bool, bool, bool, float, str]:
    """Return how clear a wording is: affirming, opening with no pronoun, naming someone, of a readable length."""
    opening = saying.text.split(" ", 1)[0].casefold().strip("“\"‘'")
    return (
        not saying.denies,
        opening not in _PRONOUNS,
        bool(saying.names),
        -abs(len(saying.text) - 90),
        saying.text,
    )
