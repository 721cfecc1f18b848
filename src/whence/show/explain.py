"""Why are the numbers of a claim what they are? Every step from the reports' words to them, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from whence.errors import NoSuchThing
from whence.model.judgement import Judgement
from whence.model.report import Passage, Report
from whence.model.spans import Span, cut_all, hull
from whence.model.statement import Statement, Voice
from whence.model.stemma import Drift, Origin, Parent, Trace, WeighedClaim, WeighedMention
from whence.model.story import ClaimLink
from whence.show.judgements import flags_in_words, marks_of
from whence.show.versions import edits_in_words, versions_in_words
from whence.show.wording import (
    BASIS_WORDS,
    DRIFT_WORDS,
    LINK_WORDS,
    NOT_RECORDED,
    VOICE_KIND_WORDS,
    belonging_in_words,
    claim_frame,
    count_of,
    ids_with_access,
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
# Claims that are named when an id is not found, and related ones that are listed.
MOST_NAMED = 5
MOST_RELATED = 6
# Characters of a passage that only shows where something stands.
PASSAGE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or a few that belong together; `depth` says how far it is set in below what it belongs to."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the explanation: a heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the sentences look things up in; `places` has the number of each mention by its report and content.

    `access` are the ids of the origins that are counted as having own access.
    """

    trace: Trace
    reports: Mapping[str, Report]
    places: Mapping[tuple[str, Span], int]
    marks: Mapping[str, Judgement]
    access: frozenset[str]


def explain_claim(trace: Trace, claim: str, *, judgements: Sequence[Judgement] = ()) -> tuple[Section, ...]:
    """Return the explanation of a claim, given by its number in the summary, its id, or the beginning of its id.

    `judgements` are those that hold. Raises NoSuchThing where that is no claim of the trace, or the beginning of
    several.
    """
    found = find_claim(trace, claim)
    places = {
        _key(mention): place
        for place, mention in enumerate(found.mentions, 1)
        if mention.mention.statement.within == "text"
    }
    reports = {report.id: report for report in trace.reports}
    shown = _Shown(trace, reports, places, marks_of(judgements), ids_with_access(found.origins))
    sections = (
        Section("The claim", _say_claim(found, shown)),
        Section("What each report says, and where it likely has it from", _say_mentions(found, shown)),
        Section("What changed on the way", _say_drifts(found, shown)),
        Section("Which of the reports have a newer version", _say_versions(found, shown)),
        Section("Which origins are counted", _say_origins(found)),
        Section("How the numbers come about", _say_numbers(found)),
        Section("Other claims beside it", _say_links(found, shown)),
        Section("What would change the numbers", _say_changes(found)),
        Section("What is not known", _say_unknowns(found, shown)),
    )
    return tuple(section for section in sections if section.lines)


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


def _say_claim(claim: WeighedClaim, shown: _Shown) -> tuple[Line, ...]:
    trace = shown.trace
    frame = claim_frame(mention.mention.statement for mention in claim.mentions)
    title = next((story.story.title for story in trace.stories if story.story.id == claim.claim.story), NOT_RECORDED)
    sentences = [
        f"Claim {claim.rank} ({claim.claim.id}), {frame}: {quoted(claim.claim.text)}",
        f"It belongs to the story {quoted(title)}.",
        f"It has {origins_in_words(claim.origins)}: {independence_in_words(claim.origins)}.",
        *(f"Note: {said}." for said in flags_in_words(claim, shown.marks, trace)),
    ]
    return tuple(map(Line, sentences))


def _say_mentions(claim: WeighedClaim, shown: _Shown) -> tuple[Line, ...]:
    lines: list[Line] = []
    for place, mention in enumerate(claim.mentions, 1):
        lines += _say_mention(place, mention, shown)
    return tuple(lines)


def _say_mention(place: int, weighed: WeighedMention, shown: _Shown) -> list[Line]:
    """Return a report's words, on whose word it gives them, how surely, and each way in which it may have them."""
    statement = weighed.mention.statement
    report = weighed.mention.report
    judged = f", judged {shown.marks[report].verdict}" if report in shown.marks else ""
    head = f"{place}. {_name_report(report, shown)}, {_time(report, shown)}{judged}"
    where = " in its title" if statement.within == "title" else ""
    frame = statement_frame(statement)
    words = f"{frame[0].upper()}{frame[1:]}{where}: {quoted(_words(weighed, shown))}"
    doubt = belonging_in_words(weighed.mention)
    manner = f"{_say_chain(statement.voices)} {_say_manner(statement)}{f' As this claim: {doubt}.' if doubt else ''}"
    parents = [parent for parent in weighed.parents if parent.probability >= LEAST_PROBABILITY] or weighed.parents[:1]
    lines = [Line(head), Line(words, 1), Line(manner, 1)]
    if not parents:
        return [*lines, Line(f"Where it has this from is {NOT_RECORDED}.", 1)]
    lines += [Line(_say_parent(parent, weighed, shown), 2) for parent in parents]
    left = len(weighed.parents) - len(parents)
    rest = f"{count_of(left, 'other way')} under {LEAST_PROBABILITY:.0%} left out here."
    return [*lines, Line(rest, 2)] if left else lines


def _say_chain(voices: tuple[Voice, ...]) -> str:
    """Return who is given as the source, nearest the report first."""
    if not voices:
        return "It names no source for this."
    named = [f"{voice_in_words(voice)} ({VOICE_KIND_WORDS[voice.kind]})" for voice in voices]
    return f"It gives this on the word of {', in turn on the word of '.join(named)}."


def _say_manner(statement: Statement) -> str:
    certainty = "no certainty" if statement.certainty == "unstated" else f"it as {statement.certainty}"
    grounds = ", ".join(voice_in_words(voice) for voice in statement.grounds)
    resting = f" It is said to rest on the word of {grounds}." if grounds else ""
    basis = "" if statement.basis == "none" else f", resting on {BASIS_WORDS[statement.basis]}"
    return f"It presents {certainty}{basis}.{resting}"


def _say_parent(parent: Parent, mention: WeighedMention, shown: _Shown) -> str:
    reasons = "; ".join(without_stop(reason) for reason in parent.reasons)
    because = f", because {reasons}" if reasons else ""
    passages = _say_passages(parent.passages, shown, place=shown.places.get(_key(mention)))
    return f"{parent.probability:>4.0%} {_name_parent(parent, mention, shown)}{because}{passages}."


def _name_parent(parent: Parent, mention: WeighedMention, shown: _Shown) -> str:
    if parent.kind == "report":
        return f"from the report of {_name_report(parent.id, shown)}, {_time(parent.id, shown)}"
    if parent.kind == "own":
        what = "" if parent.id == mention.mention.report else f" to {quoted(parent.name)}"
        return f"from its own access{what}" if parent.id in shown.access else f"from what may be its own access{what}"
    if parent.kind == "unseen":
        known = plain(parent.name)
        return "from a source not recorded" if known in {"", NOT_RECORDED} else f"from {known}, not among the reports"
    return f"straight from {quoted(parent.name)}"


def _say_passages(passages: tuple[Passage, ...], shown: _Shown, *, place: int | None = None) -> str:
    """Return where to look: the number of a mention whose words they are, else the words and their report.

    The mention that is being explained, number `place`, has its words just above: it is not pointed at.
    """
    numbers, words = [], []
    for passage in passages:
        number = shown.places.get((passage.report, passage.span))
        if number is not None and number != place:
            numbers.append(str(number))
        elif number is None and passage.report in shown.reports:
            cut = quoted(shortened(passage.span.cut(shown.reports[passage.report].text), PASSAGE_LENGTH))
            words.append(f"{cut} in {_name_report(passage.report, shown)}")
    said = [*words, *([f"the words in {', '.join(dict.fromkeys(numbers))}"] if numbers else [])]
    return f"; see {', '.join(dict.fromkeys(said))}" if said else ""


def _say_drifts(claim: WeighedClaim, shown: _Shown) -> tuple[Line, ...]:
    return tuple(Line(_say_drift(drift, shown)) for drift in claim.drift)


def _say_drift(drift: Drift, shown: _Shown) -> str:
    way = f"From {_name_report(drift.earlier, shown)} to {_name_report(drift.later, shown)}"
    before = quoted(drift.before.text)
    if drift.after is None:
        change = f"{before} is no longer there"
    elif drift.kind == "detail_added":
        change = f"{quoted(drift.after.text)} came in, which the earlier report does not have ({before})"
    else:
        change = f"{before} became {quoted(drift.after.text)}"
    return f"{way}, {DRIFT_WORDS[drift.kind]}: {change} ({without_stop(drift.why)})."


def _say_versions(claim: WeighedClaim, shown: _Shown) -> tuple[Line, ...]:
    """Return what changed in each report of the claim since the version before: the newest is the one traced."""
    held = {mention.mention.report for mention in claim.mentions}
    lines: list[Line] = []
    for versions in shown.trace.versions:
        if versions.report in held:
            lines.append(Line(f"{_name_report(versions.report, shown)} {versions_in_words(versions)}:"))
            lines += [Line(said, 1) for said in edits_in_words(versions)]
    return tuple(lines)


def _say_origins(claim: WeighedClaim) -> tuple[Line, ...]:
    numbers = claim.origins.numbers
    nobody = "None: no report affirms it." if numbers.at_most == 0 else "None that is more likely than not."
    sentences = [_say_origin(member) for member in claim.origins.members] or [nobody]
    return tuple(map(Line, sentences))


def _say_origin(member: Origin) -> str:
    kinds = {"voice": "a voice", "report": "a report", "unseen": "not among the reports"}
    access = "with own access" if member.own_access else "without own access"
    name = plain(member.name)
    known = "A source not recorded" if name in {"", NOT_RECORDED} else name
    return f"{known} ({kinds[member.kind]}, {access}): {without_stop(member.why)}."


def _say_numbers(claim: WeighedClaim) -> tuple[Line, ...]:
    origins, numbers = claim.origins, claim.origins.numbers
    low, high = origins.interval90
    spread = ", ".join(f"{number}: {probability:.0%}" for number, probability in origins.distribution)
    interval = f"{low}" if low == high else f"{low} to {high}"
    corroborated = (
        "Two or more origins have a probability of 95% at least, so it is called corroborated."
        if origins.is_corroborated
        else "Two or more origins have a probability under 95%, so it is not called corroborated."
    )
    sentences = (
        f"At least {numbers.at_least}: with every pair of origins taken as one that could be one.",
        f"Likely {numbers.likely}: the number with the highest probability ({spread}).",
        f"At most {numbers.at_most}: with every pair of origins kept apart that is not shown to be one.",
        f"With a probability of 90% at least, the number is {interval}.",
        f"Own access {origins.own_access}: origins that are a witness, a record, or a document in a report's hands.",
        "How many outlets repeat it raises none of these numbers; only mentions that affirm it count.",
        corroborated,
    )
    return tuple(map(Line, sentences))


def _say_links(claim: WeighedClaim, shown: _Shown) -> tuple[Line, ...]:
    """Return every claim that contradicts this one, and the first few that are alike."""
    claims = {each.claim.id: each for each in shown.trace.claims}
    links = [link for link in claim.claim.links if link.claim in claims]
    contrary = [link for link in links if link.kind == "contradicts"]
    others = [link for link in links if link.kind != "contradicts"]
    lines = [Line(_say_link(link, claims[link.claim], shown)) for link in (*contrary, *others[:MOST_RELATED])]
    left = len(others) - MOST_RELATED
    return (*lines, Line(f"{count_of(left, 'more claim')} like it left out here.")) if left > 0 else tuple(lines)


def _say_link(link: ClaimLink, other: WeighedClaim, shown: _Shown) -> str:
    frame = claim_frame(mention.mention.statement for mention in other.mentions)
    words = LINK_WORDS[link.kind]
    why = f"{without_stop(link.why)}{_say_passages(link.passages, shown)}"
    return f"{words[0].upper()}{words[1:]}: claim {other.rank}, {frame}: {quoted(other.claim.text)} ({why})."


def _say_changes(claim: WeighedClaim) -> tuple[Line, ...]:
    return tuple(
        Line(f"If {without_stop(change.condition)}: {numbers_in_words(change.then)}.")
        for change in claim.origins.would_change
    )


def _say_unknowns(claim: WeighedClaim, shown: _Shown) -> tuple[Line, ...]:
    sentences: list[str] = []
    for report in dict.fromkeys(mention.mention.report for mention in claim.mentions):
        published = shown.reports[report].published if report in shown.reports else None
        if published is None or published.precision not in {"second", "minute"}:
            known = NOT_RECORDED if published is None else f"known only as {moment_in_words(published)}"
            sentences.append(f"When {_name_report(report, shown)} published is {known}.")
    voices = chain.from_iterable(mention.mention.statement.voices for mention in claim.mentions)
    hidden = dict.fromkeys(voice_in_words(voice) for voice in voices if voice.kind in {"unnamed", "unspecified"})
    sentences += [f"Who stands behind this is {NOT_RECORDED}: {voice}." for voice in hidden]
    unseen = dict.fromkeys(plain(member.name) for member in claim.origins.members if member.kind == "unseen")
    sentences += [f"Not among the reports, so unread: {name}." for name in unseen if name not in {"", NOT_RECORDED}]
    sentences += [
        f"Not yet understood, its language is other than English: {_name_report(report, shown)}."
        for report in _unread_in_story(claim, shown.trace)
    ]
    if shown.trace.failed:
        sentences.append(f"{count_of(len(shown.trace.failed), 'input')} could not be read in that run.")
    return tuple(map(Line, sentences))


def _unread_in_story(claim: WeighedClaim, trace: Trace) -> list[str]:
    held = {report for story in trace.stories if story.story.id == claim.claim.story for report in story.story.reports}
    return [report for report in trace.not_understood if report in held]


def _key(weighed: WeighedMention) -> tuple[str, Span]:
    return weighed.mention.report, hull(weighed.mention.statement.content)


def _words(weighed: WeighedMention, shown: _Shown) -> str:
    """Return the exact words of a mention, from the text or the title that its spans are in."""
    report = shown.reports.get(weighed.mention.report)
    if report is None:
        return ""
    statement = weighed.mention.statement
    return cut_all(statement.content, report.title or "" if statement.within == "title" else report.text)


def _name_report(report: str, shown: _Shown) -> str:
    return outlet_in_words(shown.reports[report]) if report in shown.reports else report


def _time(report: str, shown: _Shown) -> str:
    return moment_in_words(shown.reports[report].published if report in shown.reports else None)
