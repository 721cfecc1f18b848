"""Why are the numbers of a claim what they are? Every step from the reports' words to them, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from whence.errors import NoSuchThing
from whence.model.report import Passage, Report
from whence.model.spans import cut_all
from whence.model.statement import Statement, Voice
from whence.model.stemma import Drift, Origin, Parent, Trace, WeighedClaim, WeighedMention
from whence.model.story import ClaimLink
from whence.show.wording import (
    ACT_FRAMES,
    BASIS_WORDS,
    DRIFT_WORDS,
    FLAG_WORDS,
    LINK_WORDS,
    NOT_RECORDED,
    VOICE_KIND_WORDS,
    claim_frame,
    count_of,
    independence_in_words,
    moment_in_words,
    numbers_in_words,
    origins_in_words,
    outlet_in_words,
    plain,
    quoted,
    shortened,
    statement_frame,
    voice_in_words,
    without_stop,
)

# Parents under one in twenty are left to the JSON: they moved no number that is shown.
LEAST_PROBABILITY = 0.05
# Claims that are named when an id is not found, and characters of a passage that only shows where something stands.
MOST_NAMED = 5
PASSAGE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the explanation: a heading and its sentences."""

    title: str
    sentences: tuple[str, ...]


def explain_claim(trace: Trace, claim: str) -> tuple[Section, ...]:
    """Return the explanation of a claim, given by its number in the summary, its id, or the beginning of its id.

    Raises NoSuchThing where that is no claim of the trace, or the beginning of several.
    """
    found = find_claim(trace, claim)
    reports = {report.id: report for report in trace.reports}
    sections = (
        Section("The claim", _say_claim(found, trace)),
        Section("What each report says", _say_mentions(found, reports)),
        Section("Where each report has it from", _say_parents(found, reports)),
        Section("What changed on the way", tuple(_say_drift(drift, reports) for drift in found.drift)),
        Section("Which origins are counted", _say_origins(found)),
        Section("How the numbers come about", _say_numbers(found)),
        Section("Other claims beside it", _say_links(found, trace, reports)),
        Section("What would change the numbers", _say_changes(found)),
        Section("What is not known", _say_unknowns(found, trace, reports)),
    )
    return tuple(section for section in sections if section.sentences)


def find_claim(trace: Trace, claim: str) -> WeighedClaim:
    """Return the claim of that number, id, or beginning of an id; raise NoSuchThing where it is not just one."""
    exact = [each for each in trace.claims if each.claim.id == claim]
    ranked = [each for each in trace.claims if str(each.rank) == claim.strip("[]#")]
    begun = [each for each in trace.claims if claim and each.claim.id.startswith(claim)]
    for matches in (exact, ranked, begun):
        if len(matches) == 1:
            return matches[0]
    if begun:
        ids = ", ".join(each.claim.id for each in begun[:MOST_NAMED])
        raise NoSuchThing(
            f"{count_of(len(begun), 'claim')} begin with {claim!r}, expected one.", hint=f"Type more of one of: {ids}"
        )
    held = f"claims 1 to {len(trace.claims)}" if trace.claims else "no claims"
    raise NoSuchThing(
        f"Found no claim {claim!r}; the last trace of this case has {held}.",
        hint="Type a number that the summary shows in brackets, or a claim's id from --format json.",
    )


def _say_claim(claim: WeighedClaim, trace: Trace) -> tuple[str, ...]:
    frame = claim_frame(mention.mention.statement for mention in claim.mentions)
    title = next((story.story.title for story in trace.stories if story.story.id == claim.claim.story), NOT_RECORDED)
    sentences = [
        f"Claim {claim.rank} ({claim.claim.id}), {frame}: {quoted(claim.claim.text)}",
        f"It belongs to the story {quoted(title)}.",
        f"It has {origins_in_words(claim.origins)}: {independence_in_words(claim.origins)}.",
    ]
    return (*sentences, *(f"Note: {FLAG_WORDS[flag]}." for flag in claim.flags))


def _say_mentions(claim: WeighedClaim, reports: Mapping[str, Report]) -> tuple[str, ...]:
    return tuple(_say_mention(place, mention, reports) for place, mention in enumerate(claim.mentions, 1))


def _say_mention(place: int, weighed: WeighedMention, reports: Mapping[str, Report]) -> str:
    statement = weighed.mention.statement
    words = quoted(_words(weighed, reports))
    head = f"{place}. {_name_report(weighed.mention.report, reports)}, {_time(weighed.mention.report, reports)}"
    where = " (in its title)" if statement.within == "title" else ""
    chain_words = _say_chain(statement.voices)
    return f"{head}{where}, {statement_frame(statement)}: {words} {chain_words} {_say_manner(statement)}"


def _say_chain(voices: tuple[Voice, ...]) -> str:
    """Return who is given as the source, nearest the report first."""
    if not voices:
        return "It names no source for this."
    named = [f"{voice_in_words(voice)} ({VOICE_KIND_WORDS[voice.kind]})" for voice in voices]
    return f"It gives this on the word of {', who has it from '.join(named)}."


def _say_manner(statement: Statement) -> str:
    act = ACT_FRAMES[statement.act]
    grounds = ", ".join(voice_in_words(voice) for voice in statement.grounds)
    resting = f" It is said to rest on the word of {grounds}." if grounds else ""
    certainty = "certainty unstated" if statement.certainty == "unstated" else statement.certainty
    return f"Presented as {certainty}, {act}; it rests on {BASIS_WORDS[statement.basis]}.{resting}"


def _say_parents(claim: WeighedClaim, reports: Mapping[str, Report]) -> tuple[str, ...]:
    return tuple(
        f"{place}. {_name_report(mention.mention.report, reports)}: {_say_possible(mention, reports)}"
        for place, mention in enumerate(claim.mentions, 1)
    )


def _say_possible(mention: WeighedMention, reports: Mapping[str, Report]) -> str:
    if not mention.parents:
        return f"where it has this from is {NOT_RECORDED}."
    shown = [parent for parent in mention.parents if parent.probability >= LEAST_PROBABILITY] or mention.parents[:1]
    left = len(mention.parents) - len(shown)
    rest = f" {left} less likely {'way is' if left == 1 else 'ways are'} left out here." if left else ""
    return " Or ".join(_say_parent(parent, mention, reports) for parent in shown) + rest


def _say_parent(parent: Parent, mention: WeighedMention, reports: Mapping[str, Report]) -> str:
    reasons = "; ".join(plain(reason) for reason in parent.reasons)
    because = f", because {without_stop(reasons)}" if reasons else ""
    passages = _say_passages(parent.passages, reports)
    return f"{_name_parent(parent, mention, reports)} ({parent.probability:.0%}){because}{passages}."


def _name_parent(parent: Parent, mention: WeighedMention, reports: Mapping[str, Report]) -> str:
    if parent.kind == "report":
        return f"from the report of {_name_report(parent.id, reports)}, {_time(parent.id, reports)}"
    if parent.kind == "own":
        what = "" if parent.id == mention.mention.report else f" to {quoted(parent.name)}"
        return f"from its own access{what}"
    if parent.kind == "unseen":
        known = plain(parent.name)
        return "from a source not recorded" if known in {"", NOT_RECORDED} else f"from {known}, not among the reports"
    return f"straight from {plain(parent.name)}"


def _say_passages(passages: tuple[Passage, ...], reports: Mapping[str, Report]) -> str:
    said = [
        f"{quoted(shortened(passage.span.cut(reports[passage.report].text), PASSAGE_LENGTH))}"
        f" in {_name_report(passage.report, reports)}"
        for passage in passages
        if passage.report in reports
    ]
    return f": see {'; '.join(said)}" if said else ""


def _say_drift(drift: Drift, reports: Mapping[str, Report]) -> str:
    way = f"From {_name_report(drift.earlier, reports)} to {_name_report(drift.later, reports)}"
    before = quoted(drift.before.text)
    if drift.after is None:
        change = f"{before} is no longer there"
    elif drift.kind == "detail_added":
        change = f"{quoted(drift.after.text)} came in, which the earlier report does not have ({before})"
    else:
        change = f"{before} became {quoted(drift.after.text)}"
    return f"{way}, {DRIFT_WORDS[drift.kind]}: {change}. Why it counts as a change: {without_stop(drift.why)}."


def _say_origins(claim: WeighedClaim) -> tuple[str, ...]:
    return tuple(_say_origin(member) for member in claim.origins.members) or ("No report affirms it.",)


def _say_origin(member: Origin) -> str:
    kinds = {"voice": "a voice", "report": "a report", "unseen": "not among the reports"}
    access = "with own access" if member.own_access else "without own access"
    name = plain(member.name)
    known = "A source not recorded" if name in {"", NOT_RECORDED} else name
    return f"{known} ({kinds[member.kind]}, {access}): {without_stop(member.why)}."


def _say_numbers(claim: WeighedClaim) -> tuple[str, ...]:
    origins, numbers = claim.origins, claim.origins.numbers
    low, high = origins.interval90
    spread = ", ".join(f"{number}: {probability:.0%}" for number, probability in origins.distribution)
    interval = f"{low}" if low == high else f"{low} to {high}"
    corroborated = (
        "Two or more origins have a probability of 95% at least, so it is called corroborated."
        if origins.is_corroborated
        else "Two or more origins have a probability under 95%, so it is not called corroborated."
    )
    return (
        f"At least {numbers.at_least}: with every pair of origins taken as one that could be one.",
        f"Likely {numbers.likely}: the number with the highest probability ({spread}).",
        f"At most {numbers.at_most}: with every pair of origins kept apart that is not shown to be one.",
        f"With a probability of 90% at least, the number is {interval}.",
        f"Own access {origins.own_access}: origins that are a witness, a record, or a document in a report's hands.",
        "How many outlets repeat it raises none of these numbers; only mentions that affirm it count.",
        corroborated,
    )


def _say_links(claim: WeighedClaim, trace: Trace, reports: Mapping[str, Report]) -> tuple[str, ...]:
    claims = {each.claim.id: each for each in trace.claims}
    order = sorted(claim.claim.links, key=lambda link: link.kind != "contradicts")
    return tuple(_say_link(link, claims[link.claim], reports) for link in order if link.claim in claims)


def _say_link(link: ClaimLink, other: WeighedClaim, reports: Mapping[str, Report]) -> str:
    frame = claim_frame(mention.mention.statement for mention in other.mentions)
    words = LINK_WORDS[link.kind]
    passages = _say_passages(link.passages, reports)
    return (
        f"{words[0].upper()}{words[1:]}: claim {other.rank}, {frame}: {quoted(other.claim.text)}"
        f" Why: {without_stop(link.why)}{passages}."
    )


def _say_changes(claim: WeighedClaim) -> tuple[str, ...]:
    return tuple(
        f"If {without_stop(change.condition)}: {numbers_in_words(change.then)}."
        for change in claim.origins.would_change
    )


def _say_unknowns(claim: WeighedClaim, trace: Trace, reports: Mapping[str, Report]) -> tuple[str, ...]:
    sentences: list[str] = []
    for report in dict.fromkeys(mention.mention.report for mention in claim.mentions):
        published = reports[report].published if report in reports else None
        if published is None or published.precision not in {"second", "minute"}:
            known = NOT_RECORDED if published is None else f"known only as {moment_in_words(published)}"
            sentences.append(f"When {_name_report(report, reports)} published is {known}.")
    voices = chain.from_iterable(mention.mention.statement.voices for mention in claim.mentions)
    hidden = dict.fromkeys(voice_in_words(voice) for voice in voices if voice.kind in {"unnamed", "unspecified"})
    sentences += [f"Who stands behind this is {NOT_RECORDED}: {voice}." for voice in hidden]
    unseen = dict.fromkeys(plain(member.name) for member in claim.origins.members if member.kind == "unseen")
    sentences += [f"Not among the reports, so unread: {name}." for name in unseen if name not in {"", NOT_RECORDED}]
    story = next((story.story for story in trace.stories if story.story.id == claim.claim.story), None)
    unread = [report for report in trace.not_understood if story is not None and report in story.reports]
    sentences += [
        f"Not yet understood, its language is other than English: {_name_report(r, reports)}." for r in unread
    ]
    if trace.failed:
        sentences.append(f"{count_of(len(trace.failed), 'input')} could not be read in that run.")
    return tuple(sentences)


def _words(weighed: WeighedMention, reports: Mapping[str, Report]) -> str:
    """Return the exact words of a mention, from the text or the title that its spans are in."""
    report = reports.get(weighed.mention.report)
    if report is None:
        return ""
    statement = weighed.mention.statement
    return cut_all(statement.content, report.title or "" if statement.within == "title" else report.text)


def _name_report(report: str, reports: Mapping[str, Report]) -> str:
    return outlet_in_words(reports[report]) if report in reports else report


def _time(report: str, reports: Mapping[str, Report]) -> str:
    return moment_in_words(reports[report].published if report in reports else None)
