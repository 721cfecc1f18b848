"""What does the dossier show of one claim?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.model.stemma import Drift, Edge, Flag, Origin, WeighedClaim, WeighedMention
from whence.model.story import ClaimLink, Mention
from whence.show.dossier.dependence_words import Ground, is_left_unnamed, name_source
from whence.show.dossier.dependences import UNSEEN, find_dependences
from whence.show.dossier.inert import inert, quote_once, safe_language
from whence.show.dossier.places import Places
from whence.show.dossier.range_picture import show_numbers
from whence.show.dossier.stemmas import show_stemma
from whence.show.dossier.views import ClaimLinkView, ClaimView, DriftView, FlagView, MentionView, OriginView
from whence.show.wording import (
    BASIS_WORDS,
    DRIFT_WORDS,
    FLAG_WORDS,
    LINK_WORDS,
    NOT_RECORDED,
    belonging_in_words,
    claim_frame,
    ids_with_access,
    moment_in_words,
    numbers_in_words,
    outlet_in_words,
    statement_frame,
    voice_in_words,
    voices_beyond,
)

# Each flag has a shape of its own, so that it never depends on colour.
FLAG_SHAPES: Mapping[Flag, str] = {flag: f"flag-{flag.replace('_', '-')}" for flag in FLAG_WORDS}


# Claims with a section of their own, by rank over all stories: about 12 MB of page, which a browser opens in seconds.
# What comes after is listed, and explained by the command line.
MOST_SECTIONS = 500


@dataclass(frozen=True, slots=True)
class Background:
    """What every claim is shown against: the other claims, the edges between reports, and the kinds of voices."""

    places: Places
    claims: Mapping[str, WeighedClaim]
    edges: Mapping[tuple[str, str], Edge]
    ground: Ground


def is_listed(weighed: WeighedClaim) -> bool:
    """Tell whether a claim has a section of its own: said in several reports, contradicted, or with a warning."""
    reports = {mention.report for mention in weighed.claim.mentions}
    contradicted = any(link.kind == "contradicts" for link in weighed.claim.links)
    return len(reports) > 1 or contradicted or bool(weighed.flags)


def show_claim(weighed: WeighedClaim, background: Background) -> ClaimView:
    """Return a claim for the list, and with everything behind it where it has a section."""
    places, claim = background.places, weighed.claim
    number = places.claim_numbers[claim.id]
    reports = list(dict.fromkeys(mention.report for mention in claim.mentions))
    head = ClaimView(
        number=number,
        anchor=f"c{number}",
        id=claim.id,
        frame=claim_frame(mention.statement for mention in claim.mentions),
        text=quote_once(claim.text),
        lang=safe_language(places.reports[reports[0]].language),
        numbers=show_numbers(weighed.origins),
        flags=tuple(FlagView(FLAG_SHAPES[flag], FLAG_WORDS[flag]) for flag in weighed.flags),
        count=places.coverage(reports),
        mentions=tuple(_show_mention(mention, places) for mention in _by_time(weighed.mentions, places)),
    )
    shown_whole = is_listed(weighed) and number <= MOST_SECTIONS
    return _add_section(head, weighed, background, reports) if shown_whole else head


def show_origins(origins: Sequence[Origin], ground: Ground) -> tuple[OriginView, ...]:
    """Return the origins that were counted and why each stands apart."""
    return tuple(
        OriginView(
            name=_origin_name(origin, ground),
            kind={"voice": "voice", "report": "report", "unseen": "not among these reports"}[origin.kind],
            link=ground.places.report(origin.id) if origin.id in ground.places.report_numbers else None,
            own_access=origin.own_access,
            why=inert(origin.why),
        )
        for origin in origins
    )


def _add_section(head: ClaimView, weighed: WeighedClaim, background: Background, reports: Sequence[str]) -> ClaimView:
    places = background.places
    rows = find_dependences(weighed.mentions, background.edges)
    counted = frozenset(origin.id for origin in weighed.origins.members)
    ground = Ground(places, background.ground.voices, counted, ids_with_access(weighed.origins))
    summary = f"Where claim {head.number} came from, report by report. The table below says the same in words."
    return replace(
        head,
        stemma=show_stemma(reports, rows, ground, summary=summary),
        drift=tuple(_show_drift(drift, places) for drift in weighed.drift),
        origins=show_origins(weighed.origins.members, ground),
        would_change=tuple(
            (inert(change.condition), numbers_in_words(change.then)) for change in weighed.origins.would_change
        ),
        links=tuple(_show_link(link, background) for link in sorted(weighed.claim.links, key=_nearness)),
        unknowns=_find_unknowns(weighed, places),
    )


def _by_time(mentions: Sequence[WeighedMention], places: Places) -> list[WeighedMention]:
    return sorted(mentions, key=lambda weighed: places.report_numbers[weighed.mention.report])


def _show_mention(weighed: WeighedMention, places: Places) -> MentionView:
    mention, statement = weighed.mention, weighed.mention.statement
    report = places.reports[mention.report]
    outlet = outlet_in_words(report)
    return MentionView(
        report=places.report(mention.report),
        time=moment_in_words(report.published),
        frame=statement_frame(statement),
        manner=_manner_in_words(mention),
        quotation=places.statement(mention.report, statement),
        chain=(outlet, *map(voice_in_words, voices_beyond(outlet, statement.voices))),
        names_source=bool(statement.voices),
        grounds=tuple(map(voice_in_words, statement.grounds)),
        in_title=statement.within == "title",
    )


def _manner_in_words(mention: Mention) -> str:
    """Return how surely it is worded and what it rests on; that it names nothing is said by the chain already."""
    statement, doubt = mention.statement, belonging_in_words(mention)
    unstated = statement.certainty == "unstated"
    worded = "certainty not stated" if unstated else f"worded as {statement.certainty}"
    rests = "" if statement.basis == "none" else f"rests on {BASIS_WORDS[statement.basis]}"
    return ", ".join(filter(None, (worded, rests, doubt)))


def _show_drift(drift: Drift, places: Places) -> DriftView:
    return DriftView(
        kind=DRIFT_WORDS[drift.kind],
        earlier=places.report(drift.earlier),
        later=places.report(drift.later),
        before=places.cite(drift.earlier, drift.before.span),
        after=places.cite(drift.later, drift.after.span) if drift.after else None,
        why=inert(drift.why),
    )


def _nearness(link: ClaimLink) -> int:
    """Return where a link stands in the list: what contradicts first, then the order of the words for links."""
    return list(LINK_WORDS).index(link.kind)


def _show_link(link: ClaimLink, background: Background) -> ClaimLinkView:
    other = background.claims.get(link.claim)
    places = background.places
    frame = claim_frame(mention.statement for mention in other.claim.mentions) if other else ""
    return ClaimLinkView(
        kind=LINK_WORDS[link.kind],
        claim=places.claim(link.claim, other.claim.text if other else link.claim),
        frame=frame,
        why=inert(link.why),
        passages=tuple(places.passage(passage) for passage in link.passages),
    )


def _origin_name(origin: Origin, ground: Ground) -> str:
    places = ground.places
    if origin.id in places.reports:
        return f"{places.report(origin.id).label} {outlet_in_words(places.reports[origin.id])}"
    if origin.kind == "unseen" and origin.name == NOT_RECORDED:
        holder = origin.id.removeprefix(UNSEEN)
        told = f" of {places.report(holder).label}" if holder in places.reports else ""
        return f"a source{told} that is {NOT_RECORDED}"
    return name_source(origin.id, origin.name, ground)


def _find_unknowns(weighed: WeighedClaim, places: Places) -> tuple[str, ...]:
    """Return what the reports leave open about where this claim came from, in sentences."""
    reports = {m.mention.report: places.reports[m.mention.report] for m in _by_time(weighed.mentions, places)}
    said = [(places.report(m.mention.report).label, m.mention.statement) for m in _by_time(weighed.mentions, places)]
    label = {report_id: places.report(report_id).label for report_id in reports}
    undated = [label[r] for r, report in reports.items() if report.published is None]
    by_day = [label[r] for r, report in reports.items() if report.published and report.published.precision == "day"]
    unsourced = [r for r, statement in said if not statement.voices and statement.basis == "none"]
    unnamed = [r for r, statement in said if any(map(is_left_unnamed, statement.voices))]
    out = [
        *_say("The time of publication is not recorded for", undated),
        *_say("Only the day of publication is known for", by_day),
        *_say("No source is named in", unsourced),
        *_say("A source is left without a name in", unnamed),
    ]
    if weighed.origins.own_access == 0:
        out.append("No report shown here leads to anyone who is said to have seen it, or to a record of it.")
    return tuple(out)


def _say(what: str, labels: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(labels))
    return [f"{what} {', '.join(found)}."] if found else []
