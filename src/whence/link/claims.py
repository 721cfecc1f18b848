"""Which statements of a story's reports say the same thing?"""

from collections.abc import Mapping, Sequence

from whence.link.belonging import judge_belonging
from whence.link.claim_links import link_claims
from whence.link.contexts import read_in_context
from whence.link.elsewhere import look_elsewhere
from whence.link.judged import regroup
from whence.link.likeness import Likeness, measure_likeness
from whence.link.options import LinkOptions
from whence.link.pair_features import Compared
from whence.link.parts import choose_parts
from whence.link.saying_groups import SayingGroups, group_sayings
from whence.link.sayings import Saying, collect_sayings
from whence.link.voices import VoiceIndex
from whence.model.ids import content_id
from whence.model.judgement import Judgement
from whence.model.report import Report
from whence.model.spans import Span, Spans, hull, quote_all
from whence.model.statement import Understanding
from whence.model.story import Claim, Elsewhere, Mention, Story
from whence.ports import PassageEncoder


def group_claims(  # noqa: PLR0913 - the stage's port: a story and what earlier steps found about it
    story: Story,
    *,
    reports: Mapping[str, Report],
    understandings: Mapping[str, Understanding],
    voices: VoiceIndex,
    boilerplate: Mapping[str, Spans],
    passages: PassageEncoder,
    options: LinkOptions,
    judgements: Sequence[Judgement] = (),
) -> list[Claim]:
    """Return the claims of a story, by where they are first made.

    Every statement is in exactly one, whole, or its propositions are in one or more.
    """
    sayings = collect_sayings(story, reports=reports, understandings=understandings, boilerplate=boilerplate)
    if not sayings:
        return []

    def measure(compared: Sequence[Saying]) -> Likeness:
        return measure_likeness(Compared(compared, read_in_context(compared, reports, passages)), options)

    found = group_sayings(sayings, measure, options)
    order = {report: place for place, report in enumerate(story.reports)}
    groups = _judge([group for group in choose_parts(found, sayings) if group], found, sayings, judgements)
    belonging = judge_belonging(groups, found, sayings, options)
    elsewhere = look_elsewhere(found, sayings)
    mentions = [
        _make_mention(saying, voices, belongs, told)
        for saying, belongs, told in zip(sayings, belonging, elsewhere, strict=True)
    ]
    claims = [_make_claim(story, group, sayings, mentions, order, reports) for group in groups]
    linked = link_claims(claims, groups, found, sayings=sayings, options=options)
    return sorted(linked, key=lambda claim: _place_of(claim.mentions[0], order))


def _judge(
    groups: list[tuple[int, ...]], found: SayingGroups, sayings: Sequence[Saying], judgements: Sequence[Judgement]
) -> list[tuple[int, ...]]:
    """Return the groups as an analyst has them; who is parted goes with whom it is more like."""
    if not judgements:
        return groups
    place_of = {_mention_id(saying): place for place, saying in enumerate(sayings)}
    row_of = {place: row for row, place in enumerate(found.shown)}

    def likeness(one: str, others: Sequence[str]) -> float:
        rows = [row_of.get(found.stands_for[place_of[mention]]) for mention in (one, *others)]
        known = [row for row in rows[1:] if row is not None]
        return (
            max((float(found.likeness[rows[0], row]) for row in known), default=-1e9) if rows[0] is not None else -1e9
        )

    regrouped = regroup(
        [tuple(_mention_id(sayings[place]) for place in group) for group in groups],
        judgements,
        lambda mention, one, other: likeness(mention, one) >= likeness(mention, other),
    )
    return [tuple(sorted(place_of[mention] for mention in group)) for group in regrouped]


def _mention_id(saying: Saying) -> str:
    part = (str(saying.part),) if saying.part else ()
    return content_id("m", saying.report, saying.statement.id, *part)


def _place_of(mention: Mention, order: Mapping[str, int]) -> tuple[int, Span, str]:
    """Return where a mention stands: its report's place in the story, its place there."""
    return order[mention.report], hull(mention.statement.content), mention.id


def _make_claim(
    story: Story,
    group: Sequence[int],
    sayings: Sequence[Saying],
    mentions: Sequence[Mention],
    order: Mapping[str, int],
    reports: Mapping[str, Report],
) -> Claim:
    """Return a claim of these statements, worded as the clearest of those that surely belong to it."""
    held = tuple(sorted((mentions[place] for place in group), key=lambda mention: _place_of(mention, order)))
    identity = content_id("c", story.id, *sorted(mention.id for mention in held))
    sure = [sayings[place] for place in group if mentions[place].belongs >= 0.5]
    clearest = max(sure, key=_clarity)
    report = reports[clearest.report]
    whole = report.text if clearest.statement.within == "text" else report.title or ""
    return Claim(identity, story.id, quote_all(clearest.statement.content, whole), held)


def _make_mention(saying: Saying, voices: VoiceIndex, belongs: float, elsewhere: tuple[Elsewhere, ...]) -> Mention:
    statement = saying.statement
    chain, grounds = voices.chain(saying.report, statement.id), voices.grounds(saying.report, statement.id)
    return Mention(_mention_id(saying), saying.report, statement, chain, grounds, belongs, elsewhere)


_PRONOUNS = frozenset("he she it they this that these those we i you his her its their who which there".split())


# Letters from which a word in capitals is shouted, and no acronym.
SHOUTED = 6


def _clarity(saying: Saying) -> tuple[bool, bool, bool, int, float, str]:
    """Return how clear a wording is: affirming, no pronoun first, naming someone, not shouting, readable in length."""
    opening = saying.text.split(" ", 1)[0].casefold().strip("“\"‘'")
    return (
        not saying.denies,
        opening not in _PRONOUNS,
        bool(saying.names),
        -sum(word.isupper() for word in saying.text.split() if len(word) >= SHOUTED),
        -abs(len(saying.text) - 90),
        saying.text,
    )
