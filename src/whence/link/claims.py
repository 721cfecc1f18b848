"""Which statements of a story's reports say the same thing?"""

from collections.abc import Mapping, Sequence

from whence.link.belonging import judge_belonging
from whence.link.claim_links import link_claims
from whence.link.likeness import Matrix, measure_likeness
from whence.link.options import LinkOptions
from whence.link.saying_groups import group_sayings
from whence.link.sayings import Saying, collect_sayings
from whence.link.voices import VoiceIndex
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.spans import Span, Spans, hull
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

    def measure(compared: Sequence[Saying]) -> Matrix:
        return measure_likeness(compared, encoder.encode([saying.text for saying in compared]), options)

    found = group_sayings(sayings, measure, options)
    order = {report: place for place, report in enumerate(story.reports)}
    mentions = [
        _make_mention(saying, voices, belongs)
        for saying, belongs in zip(sayings, judge_belonging(found, sayings, options), strict=True)
    ]
    claims = [_make_claim(story, group, sayings, mentions, order) for group in found.groups]
    linked = link_claims(claims, found, sayings=sayings, options=options)
    return sorted(linked, key=lambda claim: _place_of(claim.mentions[0], order))


def _place_of(mention: Mention, order: Mapping[str, int]) -> tuple[int, Span, str]:
    """Return where a mention stands: its report's place in the story, its place there."""
    return order[mention.report], hull(mention.statement.content), mention.id


def _make_claim(
    story: Story,
    group: Sequence[int],
    sayings: Sequence[Saying],
    mentions: Sequence[Mention],
    order: Mapping[str, int],
) -> Claim:
    """Return a claim of these statements, worded as the clearest of those that surely belong to it."""
    held = tuple(sorted((mentions[place] for place in group), key=lambda mention: _place_of(mention, order)))
    identity = content_id("c", story.id, *sorted(mention.id for mention in held))
    sure = [sayings[place] for place in group if mentions[place].belongs >= 0.5]
    return Claim(identity, story.id, max(sure, key=_clarity).text, held)


def _make_mention(saying: Saying, voices: VoiceIndex, belongs: float) -> Mention:
    statement = saying.statement
    identity = content_id("m", saying.report, statement.id)
    chain, grounds = voices.chain(saying.report, statement.id), voices.grounds(saying.report, statement.id)
    return Mention(identity, saying.report, statement, chain, grounds, belongs)


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
