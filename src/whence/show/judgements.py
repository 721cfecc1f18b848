"""How is a person's judgement said? With what readers know things by: outlet and title, a name, a claim's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from whence.model.entity import CaseEntity
from whence.model.judgement import ONE_OF, About, Judgement, Verdict
from whence.model.spans import cut_all
from whence.model.stemma import Flag, Trace, WeighedClaim, WeighedMention
from whence.model.story import Claim, Mention
from whence.show.wording import FLAG_WORDS, plain, quoted, report_in_words, shortened, without_stop
from whence.weigh.options import WeighOptions

# Which verdicts of a person raise which flag.
_RAISES: Mapping[Flag, tuple[Verdict, ...]] = {"corrected": ("retracted", "corrected"), "refuted": ("refuted",)}
# From which probability of a parent those flags are raised, unless it was set otherwise.
RESTS_ON = WeighOptions().drift_floor
# How one claim stands to another by its link, as an answer says that this stays.
_STAYS: Mapping[str, str] = {
    "contradicts": "contradicted by",
    "related": "related to",
    "narrower": "narrower than",
    "broader": "broader than",
}
# Characters of a claim's words: a judgement about two claims then fits two lines of a terminal.
CLAIM_LENGTH = 60


def judgement_in_words(judgement: Judgement, trace: Trace | None, entities: Sequence[CaseEntity] = ()) -> str:
    """Return one judgement as a line: its number, what, about what, who and when; ids stand in brackets.

    What the trace no longer holds, such as a report of which a newer version came, is called by its id alone.
    """
    things = " and ".join(
        thing_in_words(judgement.about, ids, trace, entities) for ids in (judgement.one, judgement.other) if ids
    )
    undone = f", taken back {instant_in_words(judgement.undone_at)}" if judgement.undone_at else ""
    note = f": {plain(judgement.note)}" if judgement.note else ""
    said = f"{judgement.number} {judgement.verdict.replace('_', ' ')} ({judgement.about}) {things}"
    return f"{said}, by {plain(judgement.who)}, {instant_in_words(judgement.at)}{undone}{note}"


def thing_in_words(about: About, ids: Sequence[str], trace: Trace | None, entities: Sequence[CaseEntity] = ()) -> str:
    """Return what a judgement is about: a report, a voice, a claim by its mentions' ids, an entity by its names'."""
    if about == "entities":
        return _entity_in_words(ids, entities)
    if trace is None:
        return ids[0]
    if about == "claims":
        return _claim_in_words(ids, trace)
    if about in ("voice", "voices"):
        name = next((voice.name for voice in trace.voices if voice.id == ids[0]), None)
        return f"{plain(name)} ({ids[0]})" if name else ids[0]
    report = next((report for report in trace.reports if report.id == ids[0]), None)
    return f"{report_in_words(report)} ({report.id})" if report else ids[0]


def apart_in_words(judgement: Judgement, trace: Trace) -> str:
    """Return what becomes of two claims that are judged not to be the same: a link between them is not judged so.

    Two claims that are not the same may contradict each other, or one may say more than the other: the link stays.
    """
    said = "they are two claims already, and no run will make them one"
    one, other = (_claims_of(ids, trace) for ids in (judgement.one, judgement.other))
    link = next((link for claim in one.values() for link in claim.links if link.claim in other), None)
    if link is None:
        return said
    return f"{said}; the first stays {_STAYS[link.kind]} the second, of which “not the same” says nothing"


def _claims_of(mentions: Sequence[str], trace: Trace) -> dict[str, Claim]:
    """Return the claims that hold any of some mentions, by id."""
    held = set(mentions)
    claims = (weighed.claim for weighed in trace.claims)
    return {claim.id: claim for claim in claims if held & {mention.id for mention in claim.mentions}}


def marks_of(held: Iterable[Judgement]) -> dict[str, Judgement]:
    """Return the judgements about one report or voice, by its id, of those that hold (`still_held`)."""
    return {judgement.one[0]: judgement for judgement in held if judgement.about in ONE_OF}


def flags_in_words(claim: WeighedClaim, marks: Mapping[str, Judgement], trace: Trace) -> list[str]:
    """Return what a reader must be warned of about a claim: what a person judged with who and when, the rest as it is.

    A judgement is told where the claim rests on what it is about, surely enough for the flag to be raised.
    """
    rests_on = dict.fromkeys(node for mention in claim.mentions for node in _nodes(mention))
    said: list[str] = []
    for flag in claim.flags:
        judged = [marks[node] for node in rests_on if node in marks and marks[node].verdict in _RAISES.get(flag, ())]
        said += [_mark_in_words(judgement, trace) for judgement in judged] or [FLAG_WORDS[flag]]
    return said


def _nodes(weighed: WeighedMention) -> Iterator[str]:
    """Yield what a mention that affirms its claim rests on: its report, its voices, and its likely enough parents."""
    if weighed.mention.statement.polarity == "positive":
        yield from (weighed.mention.report, *weighed.mention.voice_ids)
        yield from (parent.id for parent in weighed.parents if parent.probability >= RESTS_ON)


def _mark_in_words(judgement: Judgement, trace: Trace) -> str:
    names = {report.id: report_in_words(report) for report in trace.reports}
    names |= {voice.id: plain(voice.name) for voice in trace.voices}
    node = judgement.one[0]
    note = f": {without_stop(judgement.note)}" if judgement.note else ""
    day = instant_in_words(judgement.at)[:10]
    return f"{names.get(node, node)}, judged {judgement.verdict} by {plain(judgement.who)} on {day}{note}"


def instant_in_words(at: str) -> str:
    """Return an instant to the second, in UTC.

    >>> instant_in_words("2031-03-02T08:00:00.461136+00:00")
    '2031-03-02 08:00:00 UTC'
    """
    return f"{datetime.fromisoformat(at).astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _entity_in_words(ids: Sequence[str], entities: Sequence[CaseEntity]) -> str:
    """Return the name that most of these names' entities have, with the first id that stays."""
    held = set(ids)
    names = [each.name for entity in entities for each in entity.occurrences if each.id in held]
    return f"{plain(max(dict.fromkeys(names), key=names.count))} ({ids[0]})" if names else ids[0]


def _claim_in_words(ids: Sequence[str], trace: Trace) -> str:
    """Return the words of the claim that has these mentions; where mentions moved since, those of its first one."""
    wanted = set(ids)
    mentions: list[Mention] = []
    for claim in (weighed.claim for weighed in trace.claims):
        if wanted == {mention.id for mention in claim.mentions}:
            return f"{quoted(shortened(claim.text, CLAIM_LENGTH))} ({claim.id})"
        mentions += [mention for mention in claim.mentions if mention.id in wanted]
    first = min(mentions, key=lambda mention: ids.index(mention.id), default=None)
    report = next((report for report in trace.reports if first and report.id == first.report), None)
    if first is None or report is None:
        return f"a claim that is no longer there ({ids[0]})"
    source = report.title or "" if first.statement.within == "title" else report.text
    return f"{quoted(shortened(cut_all(first.statement.content, source), CLAIM_LENGTH))} ({first.id})"
