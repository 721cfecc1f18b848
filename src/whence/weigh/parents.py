"""Where may each mention of a claim have its content from: an earlier report, a voice, something unseen, own access?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from whence.model.report import Passage, Report
from whence.model.spans import hull
from whence.model.statement import Voice
from whence.model.stemma import Parent
from whence.model.story import Claim, Mention
from whence.weigh.access import SPEAKS_FOR_ITSELF
from whence.weigh.citations import match_voice
from whence.weigh.options import WeighOptions
from whence.weigh.stemma import COMMON_TEXT
from whence.weigh.view import StoryView
from whence.weigh.words import find_proper_words

Kind = Literal["report", "voice", "unseen", "own"]
UNKNOWN = "not recorded"
_SAME_VOICE = "it had the same voice earlier"


@dataclass(slots=True)
class Candidate:
    """One possible parent while its weight is gathered."""

    kind: Kind
    id: str
    name: str
    weight: float = 0.0
    passages: list[Passage] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


Candidates = dict[tuple[str, str], Candidate]


def weigh_parents(claim: Claim, view: StoryView) -> dict[str, tuple[Parent, ...]]:
    """Return the possible parents of each mention by its id, best first, their probabilities summing to 1."""
    mentions = sorted(claim.mentions, key=lambda mention: mention.id)
    gathered: dict[str, Candidates] = {mention.id: {} for mention in mentions}
    written = [mention for mention in mentions if not _add_copied(gathered[mention.id], mention, mentions, view)]
    for mention in written:
        _gather(gathered[mention.id], mention, mentions, view)
    for mention in written:
        _add_siblings(mention, mentions, gathered, view.options)
    return {mention.id: _settle(gathered[mention.id], mention) for mention in mentions}


def _gather(found: Candidates, mention: Mention, mentions: Sequence[Mention], view: StoryView) -> None:
    """Enter what the mention's own words and its report's edges say about where it is from."""
    report, statement = view.reports[mention.report], mention.statement
    cited = _add_cited_reports(found, mention, mentions, view)
    own_chain = [voice for voice in statement.voices if not match_voice(voice, view.outlets_of(report))]
    if statement.grounds:
        _add_voice(
            found,
            mention,
            statement.grounds[-1],
            mention.ground_ids,
            view.options.weight_voice,
            "it rests on their word",
        )
    elif own_chain and not cited:
        _add_chain(found, mention, own_chain, mentions, view)
    if not own_chain and not statement.grounds:
        _add_own(found, mention, report, view.options)
        _add_credited_around(found, mention, view)
        _add_earlier(found, mention, mentions, view)


def _add_copied(found: Candidates, mention: Mention, mentions: Sequence[Mention], view: StoryView) -> bool:
    """Enter the report that the mention's very words are copied from; what a copy says of its sources is that report's.

    The one other possibility is that both took them from a text that is not here.
    """
    content = hull(mention.statement.content)
    for copy in view.copies:
        for here, there in ((copy.later, copy.earlier), (copy.earlier, copy.later)):
            fits = here.report == mention.report and here.span.holds(content) and not copy.is_quotation
            if not fits or copy.verbatim < view.options.verbatim:
                continue
            held = _passages_in(there.report, mentions)
            if not held:
                continue
            if view.probability_edge(here.report, there.report) <= view.probability_edge(there.report, here.report):
                continue
            name, rest = _name(view.reports[there.report]), 1 - view.options.copied
            row = _enter(found, "report", there.report, name, view.options.copied, "the words are copied from it")
            row.passages += [Passage(mention.report, content), *held]
            row = _enter(found, "unseen", COMMON_TEXT + there.report, UNKNOWN, rest, "both may copy a text not here")
            row.passages.append(Passage(mention.report, content))
            return True
    return False


def _add_cited_reports(found: Candidates, mention: Mention, mentions: Sequence[Mention], view: StoryView) -> bool:
    """Enter the reports of the outermost outlet that the chain names and that we hold; tell whether there was one."""
    report, options = view.reports[mention.report], view.options
    for voice in mention.statement.voices:
        outlet = match_voice(voice, view.outlets_but(report))
        if outlet is None:
            continue
        holders = {other.report for other in mentions}
        rows = [(view.order.probability_later(report.id, earlier), earlier) for earlier in outlet.reports]
        rows = [(after, earlier) for after, earlier in rows if after >= 0.1]
        if not rows:
            continue
        some_hold = any(earlier in holders for _, earlier in rows)
        for after, earlier in rows:
            fits = earlier in holders or not some_hold
            weight = options.weight_credited if earlier in holders else options.weight_credited_elsewhere
            weight *= after * (1.0 if fits else 0.1)
            candidate = _enter(found, "report", earlier, outlet.outlet, weight, f"it names {outlet.outlet}")
            candidate.passages.append(_voice_passage(mention, voice))
            candidate.passages += _passages_in(earlier, mentions)
        return True
    return False


def _add_credited_around(found: Candidates, mention: Mention, view: StoryView) -> None:
    """Enter the reports of an outlet that the sentence around an unsourced mention credits."""
    if mention.statement.within != "text" or mention.statement.basis == "first_hand":
        return
    content = hull(mention.statement.content)
    for citation in view.citations:
        if citation.later != mention.report or not citation.passage.overlaps(content):
            continue
        rows = [(view.order.probability_later(mention.report, earlier), earlier) for earlier in citation.earlier]
        for after, earlier in rows:
            weight = view.options.weight_credited_elsewhere * after / len(rows)
            why = f"the sentence around it names {citation.outlet}"
            _enter(found, "report", earlier, citation.outlet, weight, why).passages.append(
                Passage(mention.report, citation.passage)
            )


def _add_chain(
    found: Candidates, mention: Mention, chain: Sequence[Voice], mentions: Sequence[Mention], view: StoryView
) -> None:
    """Enter the origin of the chain, or what it leaves unseen; and earlier reports that have it from the same voice."""
    options = view.options
    origin, outlet = chain[-1], next((voice for voice in chain if voice.kind == "outlet"), None)
    if outlet is not None:
        has_name = bool(find_proper_words(outlet.name))
        weight = options.weight_unseen_outlet if has_name else options.weight_unnamed_outlet
        unseen = _enter(found, "unseen", f"unseen:{outlet.name}", outlet.name, weight, f"it credits {outlet.name}")
        unseen.passages.append(_voice_passage(mention, outlet))
        _add_earlier(found, mention, mentions, view)
        return
    if origin.kind == "unspecified":
        unseen = _enter(
            found, "unseen", f"unseen:{mention.report}", UNKNOWN, options.weight_told, "it does not say who told it"
        )
        unseen.passages.append(_voice_passage(mention, origin))
        _add_earlier(found, mention, mentions, view)
        return
    if origin.kind == "document":
        node = mention.voice_ids[-1] if mention.voice_ids else mention.report
        _enter(found, "own", node, origin.name, options.weight_voice, "it has the document").passages.append(
            _voice_passage(mention, origin)
        )
    else:
        weight = options.weight_voice if find_proper_words(origin.name) else options.weight_unnamed_voice
        _add_voice(found, mention, origin, mention.voice_ids, weight, "it attributes it to them")
    _add_same_voice(found, mention, mentions, view)
    if not find_proper_words(origin.name):
        _add_fed_by(found, mention, mentions, view)


def _add_same_voice(found: Candidates, mention: Mention, mentions: Sequence[Mention], view: StoryView) -> None:
    """Enter earlier reports that have it from the same voice, as far as this report depends on them."""
    origin = mention.voice_ids[-1] if mention.voice_ids else None
    for other in mentions:
        chance = _chance_of_resting(mention, other, view)
        if other.report != mention.report and origin in other.voice_ids and chance > 0:
            name = _name(view.reports[other.report])
            candidate = _enter(
                found, "report", other.report, name, view.options.weight_same_voice * chance, _SAME_VOICE
            )
            candidate.passages += _passages_in(other.report, mentions)


def _add_fed_by(found: Candidates, mention: Mention, mentions: Sequence[Mention], view: StoryView) -> None:
    """Enter the reports that this one depends on anyway, for a voice too vague to tell from theirs.

    "The company" is most likely the body whose own statement the report depends on and which says the same.
    """
    for other in mentions:
        chance = _chance_of_resting(mention, other, view)
        if chance > 0 and other.report != mention.report:
            report = view.reports[other.report]
            options = view.options
            speaks_for_itself = report.outlet_type in SPEAKS_FOR_ITSELF
            weight = options.weight_edge if speaks_for_itself else options.weight_fed
            weight = chance * (weight + options.weight_close * view.words.closeness(mention, other))
            why = "it depends on that report, and the voice has no name"
            candidate = _enter(found, "report", other.report, _name(report), weight, why)
            candidate.passages += _passages_in(other.report, mentions)


def _chance_of_resting(mention: Mention, other: Mention, view: StoryView) -> float:
    """Return how likely the mention's report depends on the other's; nothing where that one rather depends on this.

    Two reports that may each depend on the other (one day, no credit) are taken one way round, so that they make no
    ring that nobody began.
    """
    forth = view.probability_edge(mention.report, other.report)
    back = view.probability_edge(other.report, mention.report)
    return forth if (forth, mention.report) > (back, other.report) else 0.0


def _add_own(found: Candidates, mention: Mention, report: Report, options: WeighOptions) -> None:
    """Enter the report's own access: what it saw, holds, or did itself. A rejection rests on what it rejects, too."""
    statement = mention.statement
    weight, why = options.weight_unsourced, "it names no source"
    if statement.basis == "first_hand":
        weight, why = options.weight_first_hand, "it says that it saw or did it"
    elif statement.basis == "document":
        weight, why = options.weight_own_document, "it has the document"
    elif report.outlet_type in SPEAKS_FOR_ITSELF:
        weight, why = options.weight_own_matter, "it speaks for itself"
    weight *= 0.5 if statement.polarity == "negative" else 1.0
    candidate = _enter(found, "own", report.id, _name(report), weight, why)
    candidate.passages.append(Passage(mention.report, hull(statement.content)))


def _add_earlier(found: Candidates, mention: Mention, mentions: Sequence[Mention], view: StoryView) -> None:
    """Enter every report that may have come first and says the same, by edge, time and closeness of words."""
    options = view.options
    best: dict[str, tuple[float, Mention]] = {}
    for other in mentions:
        back = view.probability_edge(other.report, mention.report)
        if other.report == mention.report or other.statement.within != "text":
            continue
        if back > 0 and not _chance_of_resting(mention, other, view):
            continue
        close = view.words.closeness(mention, other)
        if other.report not in best or close > best[other.report][0]:
            best[other.report] = (close, other)
    for earlier in sorted(best):
        close, other = best[earlier]
        after = view.order.probability_later(mention.report, earlier)
        weight = options.weight_edge * view.probability_edge(mention.report, earlier)
        weight = after * (options.weight_earlier + weight + options.weight_close * close)
        if after < 0.2:
            continue
        candidate = _enter(found, "report", earlier, _name(view.reports[earlier]), weight, "it says the same, earlier")
        candidate.passages.append(Passage(earlier, hull(other.statement.content)))
    for earlier in sorted(view.reports):
        chance = view.probability_edge(mention.report, earlier)
        if earlier not in best and chance > view.probability_edge(earlier, mention.report):
            row = _enter(
                found,
                "report",
                earlier,
                _name(view.reports[earlier]),
                options.weight_rest * chance,
                "it depends on that report",
            )
            row.passages += [Passage(mention.report, span) for span, _ in view.edges[mention.report, earlier].spans[:1]]
    # Who speaks of their own matter, saw it, or holds the paper hardly has it from a text that is not here.
    speaks = view.reports[mention.report].outlet_type in SPEAKS_FOR_ITSELF
    is_own = speaks or mention.statement.basis in ("first_hand", "document")
    weight = options.weight_unseen_own if is_own else options.weight_unseen
    gone = _enter(found, "unseen", f"unseen:{mention.report}", UNKNOWN, weight, "it names no source")
    gone.passages.append(Passage(mention.report, hull(mention.statement.content)))


def _add_siblings(
    mention: Mention, mentions: Sequence[Mention], gathered: dict[str, Candidates], options: WeighOptions
) -> None:
    """Let an unsourced sentence rest on what its own report says on someone's word elsewhere: a lead and its source."""
    statement = mention.statement
    if statement.voices or statement.grounds or statement.basis == "first_hand":
        return
    sourced = [
        other
        for other in mentions
        if other.report == mention.report
        and other.id != mention.id
        and (other.statement.voices or other.statement.basis == "first_hand")
        and other.statement.polarity == statement.polarity
    ]
    for other in sourced:
        total = sum(candidate.weight for candidate in gathered[other.id].values()) or 1.0
        for candidate in gathered[other.id].values():
            weight = options.weight_same_report * candidate.weight / total / len(sourced)
            why = "the same report has it from there"
            _enter(gathered[mention.id], candidate.kind, candidate.id, candidate.name, weight, why).passages.extend(
                candidate.passages
            )


def _settle(found: Candidates, mention: Mention) -> tuple[Parent, ...]:
    """Turn weights into probabilities; where nothing was found, where it is from is not recorded."""
    total = sum(candidate.weight for candidate in found.values())
    if total <= 0:
        unseen = _enter(found, "unseen", f"unseen:{mention.report}", UNKNOWN, 1.0, "nothing here says where it is from")
        unseen.passages.append(Passage(mention.report, hull(mention.statement.content)))
        total = 1.0
    rows = sorted(found.values(), key=lambda candidate: (-candidate.weight, candidate.kind, candidate.id))
    return tuple(
        Parent(
            kind=row.kind,
            id=row.id,
            name=row.name,
            probability=row.weight / total,
            passages=tuple(sorted(set(row.passages), key=lambda p: (p.report, p.span))),
            reasons=tuple(dict.fromkeys(row.reasons)),
        )
        for row in rows
    )


def _add_voice(found: Candidates, mention: Mention, voice: Voice, ids: Sequence[str], weight: float, why: str) -> None:
    voice_id = ids[-1] if ids else f"voice:{voice.name}"
    candidate = _enter(found, "voice", voice_id, voice.name, weight, why)
    candidate.passages.append(_voice_passage(mention, voice))


def _enter(found: Candidates, kind: Kind, node: str, name: str, weight: float, why: str) -> Candidate:
    candidate = found.setdefault((kind, node), Candidate(kind, node, name))
    candidate.weight = max(candidate.weight, weight)
    candidate.reasons.append(why)
    return candidate


def _voice_passage(mention: Mention, voice: Voice) -> Passage:
    return Passage(mention.report, voice.span or hull(mention.statement.source or mention.statement.content))


def _passages_in(report: str, mentions: Sequence[Mention]) -> list[Passage]:
    return [Passage(report, hull(m.statement.content)) for m in mentions if m.report == report]


def _name(report: Report) -> str:
    return report.outlet or report.title or report.shown_id
