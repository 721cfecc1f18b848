"""What speaks for a mention having its content from another report of the story?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from whence.model.report import Passage, Report
from whence.model.spans import Span, hull
from whence.model.story import UNLIKE, Mention
from whence.text.quantities import Quantity, are_compatible
from whence.weigh.candidate import Candidate, name_report, passage_of
from whence.weigh.citations import match_voice
from whence.weigh.outlet_kinds import described_kinds
from whence.weigh.report_facts import Facts, PairFacts
from whence.weigh.view import StoryView
from whence.weigh.words import find_proper_words


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a mention credits: the reports of outlets that it names, and the kinds of one that it leaves without a name.

    `kinds` are empty where any kind of outlet may be meant, None where no outlet is left without a name.
    """

    reports: frozenset[str]
    kinds: frozenset[str] | None


def read_credit(mention: Mention, view: StoryView) -> Credit:
    """Return whom the chain or the grounds of a mention credit."""
    outlets = view.outlets_but(view.reports[mention.report])
    voices = mention.statement.voices
    matched = [(voice, match_voice(voice, outlets)) for voice in (*voices, *mention.statement.grounds)]
    unnamed = next((v for v, outlet in matched[: len(voices)] if v.kind == "outlet" and outlet is None), None)
    return Credit(
        frozenset(report for _, outlet in matched if outlet is not None for report in outlet.reports),
        None if unnamed is None else described_kinds(unnamed),
    )


def worth_a_look(
    mention: Mention, mentions: Sequence[Mention], cited: frozenset[str], view: StoryView, facts: Facts
) -> list[tuple[str, list[Mention]]]:
    """Return the other reports that may matter, by id, with their mentions of the claim: holders, credited, or tied."""
    holders: dict[str, list[Mention]] = defaultdict(list)
    for other in mentions:
        holders[other.report].append(other)
    tied = facts.tied[mention.report]
    credited = {earlier for citation in facts.citations[mention.report] for earlier in citation.earlier}
    near = (holders.keys() | tied | cited | credited) & view.reports.keys()
    return [(earlier, holders[earlier]) for earlier in sorted(near - {mention.report})]


def report_candidate(
    mention: Mention, earlier: str, inside: Sequence[Mention], *, credit: Credit, view: StoryView, facts: Facts
) -> Candidate:
    """Return another report as a candidate; without a passage where nothing at all ties the mention to it."""
    pair = facts.pair(mention.report, earlier)
    candidate = Candidate("report", earlier, name_report(view.reports[earlier]), dict(pair.features))
    close, nearest = max(
        ((view.words.closeness(mention, other), other) for other in inside),
        default=(0.0, None),
        key=lambda row: row[0],
    )
    copied, quoted = _copied_share(mention, pair)
    origin = mention.voice_ids[-1] if mention.voice_ids else None
    same_voice = origin is not None and any(origin in other.voice_ids for other in inside)
    named = bool(mention.statement.voices) and bool(find_proper_words(mention.statement.voices[-1].name))
    told = nearest.statement if nearest is not None else None
    told_there = facts.elsewhere(mention, earlier)
    candidate.features |= {
        "holds the claim": float(bool(inside)),
        "close words": close,
        "cited": float(earlier in credit.reports) * pair.after,
        "credited around": _credits_around(mention, earlier, facts) * pair.after,
        "copied words": copied,
        "shared quotation": quoted,
        "same named voice": float(same_voice and named),
        "same unnamed voice": float(same_voice and not named),
        "same certainty": float(told is not None and told.certainty == mention.statement.certainty),
        "same polarity": float(told is not None and told.polarity == mention.statement.polarity),
        "both sourced": float(told is not None and bool(told.voices) == bool(mention.statement.voices)),
        "same numbers": _same_numbers(facts.amounts(mention), facts.amounts(nearest)) if nearest is not None else 0.0,
        "says the same": told_there.same - UNLIKE,
        "says the same around": told_there.around,
        "says what the voice says": facts.said_there(mention.report, origin, earlier) if origin else 0.0,
        **_fit_description(credit, view.reports[earlier]),
    }
    _explain(candidate, mention, inside, view)
    return candidate


def _fit_description(credit: Credit, there: Report) -> dict[str, float]:
    """Tell whether an outlet that is credited without its name may be that report's."""
    kinds = None if there.id in credit.reports else credit.kinds
    return {
        "some outlet is credited": float(kinds is not None),
        "such an outlet is credited": float(kinds is not None and there.outlet_type in kinds),
        "another kind of outlet is credited": float(bool(kinds) and there.outlet_type not in (kinds or ())),
    }


def compare_reports(candidates: Sequence[Candidate], facts: Facts) -> None:
    """Add how each report compares with the others: the closest words, the strongest edge, the only numbers.

    A copy of another candidate is no rival of anything: one more copy must change nothing about the rest.
    """
    ids = {candidate.id for candidate in candidates}
    rivals = [candidate for candidate in candidates if not facts.copied_from[candidate.id] & ids]
    for name, new in (
        ("close words", "closest words"),
        ("edge", "strongest edge"),
        ("same numbers", "only numbers"),
        ("says the same", "says most the same"),
        ("says the same around", "says most the same around"),
        ("says what the voice says", "says most of what the voice says"),
        ("report shares rare words", "report shares most rare words"),
    ):
        for candidate in candidates:
            others = [rival.features[name] for rival in rivals if rival is not candidate]
            candidate.features[new] = candidate.features[name] - max(others, default=candidate.features[name])


def _explain(candidate: Candidate, mention: Mention, inside: Sequence[Mention], view: StoryView) -> None:
    """Add the passages and words that show what ties the mention to this report, strongest first."""
    features, name = candidate.features, candidate.name
    rows = (
        ("copied words", "the words are copied from it"),
        ("cited", f"it names {name}"),
        ("credited around", f"the sentence around it names {name}"),
        ("shared quotation", "it has the same quotation"),
        ("same named voice", "it had the same voice"),
        ("same unnamed voice", "it had the same unnamed voice"),
        ("holds the claim", "it says the same"),
        ("edge", "it depends on that report"),
    )
    candidate.reasons += [why for feature, why in rows if features[feature] > 0]
    if not candidate.reasons:
        return
    edge = view.edges.get((mention.report, candidate.id))
    candidate.passages.append(passage_of(mention))
    candidate.passages += [Passage(other.report, hull(other.statement.content)) for other in inside]
    if not inside and edge is not None:
        candidate.passages += [Passage(candidate.id, there) for _, there in edge.spans[:1]]


def _credits_around(mention: Mention, earlier: str, facts: Facts) -> float:
    """Return 1 where the sentence around a mention credits the outlet of that report."""
    if mention.statement.within != "text":
        return 0.0
    content = hull(mention.statement.content)
    citations = facts.citations[mention.report]
    return float(any(earlier in c.earlier and c.passage.overlaps(content) for c in citations))


def _copied_share(mention: Mention, pair: PairFacts) -> tuple[float, float]:
    """Return which share of the mention's characters is copied from that report, outside and inside quote marks."""
    if mention.statement.within != "text":
        return 0.0, 0.0
    content = hull(mention.statement.content)
    copied = quoted = 0.0
    for span, verbatim, is_quotation in pair.copies:
        share = _overlap(span, content) / max(1, content.end - content.start)
        if is_quotation:
            quoted = max(quoted, share)
        else:
            copied = max(copied, share * verbatim)
    return copied, quoted


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same_numbers(mine: Sequence[Quantity], its: Sequence[Quantity]) -> float:
    """Return 1 where an amount stands in both, -1 where both have some and none agrees."""
    if not mine or not its:
        return 0.0
    return 1.0 if any(are_compatible(a, b) for a in mine for b in its) else -1.0
