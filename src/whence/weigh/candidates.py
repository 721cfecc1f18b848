"""Where might a mention have its content from, and what speaks for each of these parents?

Four kinds: another report of the story, the voice that the chain ends in, the report's own access, something unseen.
Each candidate carries features, plain numbers that `parents.py` weighs, with the passages and words that show them.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from whence.model.report import Passage, Report
from whence.model.spans import Span, cut_all, hull
from whence.model.statement import Voice
from whence.model.story import UNLIKE, Elsewhere, Mention
from whence.text.quantities import Quantity, are_compatible
from whence.weigh.access import SPEAKS_FOR_ITSELF
from whence.weigh.citations import Citation, match_voice
from whence.weigh.direction import DIGESTS
from whence.weigh.readings import amounts_of
from whence.weigh.stemma import COMMON_TEXT
from whence.weigh.view import StoryView
from whence.weigh.words import find_proper_words

Kind = Literal["report", "voice", "unseen", "own"]
Key = tuple[Kind, str]
UNKNOWN = "not recorded"

# Less likely than this to be the earlier one, a report is no candidate.
LEAST_ORDER = 0.1
# Share of a mention's words that must stand in an earlier report word for word for it to be that report's own.
COPIED_WHOLE = 0.8
# Hours that two reports may lie apart without that telling anything.
_DAY = 24.0
# What the strongest of the reports has, for whatever is no report to be weighed beside it, and how it is called there.
_BESIDE = (
    ("edge", "an edge"),
    ("cited", "a credit"),
    ("says the same", "the same"),
    ("says the same around", "the same around"),
)
# Words by which a report shows that somebody spoke to it, and to nobody else.
_TOLD_US = re.compile(
    r"\b(?:told (?:us|me|this|the|our)|interview|by telephone|by phone|we asked|asked by|reached by|spoke to|spoke with"
    r"|speaking to|showed (?:us|me)|sent (?:us|me)|our (?:reporter|correspondent)|this (?:newspaper|paper|reporter))\b",
    re.IGNORECASE,
)
# How a report calls its own outlet as somebody that was told.
_OWN_OUTLET = re.compile(
    r"(?:this|our) (?:newspaper|paper|magazine|station|programme|program|website|site|outlet|reporter|correspondent"
    r"|agency|blog|newsroom)|us|we|me|I",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Candidate:
    """One possible parent: what it is, the features that speak for or against it, and where they show."""

    kind: Kind
    id: str
    name: str
    features: dict[str, float] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What holds of two reports whatever mention is looked at: features of a candidate, and copied passages.

    `copies` are (span here, how verbatim, whether a quotation) of passages that stand in both.
    """

    after: float
    features: Mapping[str, float]
    copies: tuple[tuple[Span, float, bool], ...]


class Facts:
    """Looks up what the candidates of a story share, facts of two reports once each."""

    def __init__(self, view: StoryView) -> None:
        self._view = view
        self._pairs: dict[tuple[str, str], PairFacts] = {}
        self._copies: dict[tuple[str, str], list[tuple[Span, float, bool]]] = defaultdict(list)
        for copy in view.copies:
            for here, there in ((copy.later, copy.earlier), (copy.earlier, copy.later)):
                self._copies[here.report, there.report].append((here.span, copy.verbatim, copy.is_quotation))
        self.copied_from: dict[str, set[str]] = defaultdict(set)
        self.tied: dict[str, set[str]] = defaultdict(set)
        for (later, earlier), edge in view.edges.items():
            self.tied[later].add(earlier)
            if edge.how == "copy":
                self.copied_from[later].add(earlier)
        self._credited: dict[str, set[str]] = defaultdict(set)
        self._outlets: dict[str, set[str]] = defaultdict(set)
        self.citations: dict[str, list[Citation]] = defaultdict(list)
        for citation in view.citations:
            self._credited[citation.later].update(citation.earlier)
            self._outlets[citation.later].add(citation.outlet)
            self.citations[citation.later].append(citation)

    def pair(self, later: str, earlier: str) -> PairFacts:
        """Return what holds of two reports."""
        if (later, earlier) not in self._pairs:
            self._pairs[later, earlier] = self._look(later, earlier)
        return self._pairs[later, earlier]

    def amounts(self, mention: Mention) -> Sequence[Quantity]:
        """Return the amounts that a mention in a text gives."""
        statement = mention.statement
        is_text = statement.within == "text"
        return amounts_of(cut_all(statement.content, self._view.reports[mention.report].text)) if is_text else ()

    def _look(self, later: str, earlier: str) -> PairFacts:
        view = self._view
        here, there = view.reports[later], view.reports[earlier]
        after = view.order.probability_later(later, earlier)
        copies = tuple(self._copies.get((later, earlier), ()))
        copied = sum(span.end - span.start for span, _, is_quotation in copies if not is_quotation)
        credits_it = earlier in self._credited[later]
        features = {
            "report": 1.0,
            "order": math.log(max(after, 0.01)),
            "edge": view.probability_edge(later, earlier),
            "edge back": view.probability_edge(earlier, later),
            "same outlet": float(bool(here.outlet) and here.outlet == there.outlet),
            "from an agency": float(there.outlet_type == "wire"),
            "from a body": float(there.outlet_type in SPEAKS_FOR_ITSELF),
            "from a digest": float(there.outlet_type in DIGESTS),
            "days apart": _days_apart(here, there),
            "report shares rare words": view.words.share(later, earlier),
            "report credits it": float(credits_it),
            "report credits only it": float(credits_it and len(self._outlets[later]) == 1),
            "report copies it": min(1.0, copied / max(1, len(here.text))),
        }
        return PairFacts(after, features, copies)


def is_sourced(mention: Mention, view: StoryView) -> bool:
    """Tell whether a mention is on anybody's word but its own outlet's."""
    return bool(mention.statement.grounds) or bool(_chain_of(mention, view))


def list_candidates(mention: Mention, mentions: Sequence[Mention], view: StoryView, facts: Facts) -> list[Candidate]:
    """Return the candidates for one mention among the mentions of its claim, each once, in a fixed order."""
    found: dict[Key, Candidate] = {}
    chain = _chain_of(mention, view)
    cited = _cited_reports(mention, view)
    reports = [
        _report_candidate(mention, earlier, inside, is_cited=earlier in cited, view=view, facts=facts)
        for earlier, inside in _worth_a_look(mention, mentions, cited, view, facts)
        if facts.pair(mention.report, earlier).after >= LEAST_ORDER
    ]
    _compare_reports(reports, facts)
    credits_elsewhere = _credits_unseen(chain, mention, view)
    for candidate in reports:
        if candidate.passages and (not credits_elsewhere or _is_evident(candidate)):
            found[candidate.kind, candidate.id] = candidate
    _add_common_text(found, mention)
    if judged := _judged(mention, found, view):
        return judged
    if copied := _copied_whole(found.values()):
        # An "I saw" in a copy is the first writer's, and so is what a copy says of its sources.
        return [candidate for key, candidate in sorted(found.items()) if candidate in copied]
    beside = [
        (name, max((c.features[feature] for c in found.values() if c.kind == "report"), default=0.0))
        for feature, name in _BESIDE
    ]
    if chain or mention.statement.grounds:
        _add_chain(found, mention, chain, mentions, view)
    if not chain:
        _add_own(found, mention, mentions, view)
        unseen = _enter(found, "unseen", f"unseen:{mention.report}", UNKNOWN, "it names no source")
        unseen.features["unseen not recorded"] = 1.0
        unseen.passages.append(_passage(mention))
    for candidate in found.values():
        if candidate.kind != "report":
            candidate.features |= {f"{candidate.kind} beside {name}": value for name, value in beside}
    return [found[key] for key in sorted(found)]


def _chain_of(mention: Mention, view: StoryView) -> list[Voice]:
    """Return the voices of a mention without its own outlet."""
    own = view.outlets_of(view.reports[mention.report])
    return [
        voice
        for voice in mention.statement.voices
        if match_voice(voice, own) is None and not _is_own_outlet(voice, mention, view)
    ]


def _is_own_outlet(voice: Voice, mention: Mention, view: StoryView) -> bool:
    """Tell whether a voice is the report's own outlet by another word: "this newspaper", "us"."""
    worded = voice.as_worded
    if voice.span is not None and mention.statement.within == "text":
        text = view.reports[mention.report].text
        worded = text[max(0, voice.span.start - len("this ")) : voice.span.end]
    return any(_OWN_OUTLET.fullmatch(words.strip()) for words in (voice.as_worded, worded))


def _credits_unseen(chain: Sequence[Voice], mention: Mention, view: StoryView) -> bool:
    """Tell whether a mention says that it has it from an outlet, by its name, of which no report is here."""
    outlets = view.outlets_but(view.reports[mention.report])
    return any(
        voice.kind == "outlet" and find_proper_words(voice.name) and match_voice(voice, outlets) is None
        for voice in chain
    )


def _is_evident(candidate: Candidate) -> bool:
    """Tell whether more than like words ties a mention to a report that it does not name: a credit, or copied words."""
    return candidate.features["report credits it"] > 0 or candidate.features["copied words"] > 0.5


def _worth_a_look(
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


def _report_candidate(
    mention: Mention, earlier: str, inside: Sequence[Mention], *, is_cited: bool, view: StoryView, facts: Facts
) -> Candidate:
    """Return another report as a candidate; without a passage where nothing at all ties the mention to it."""
    pair = facts.pair(mention.report, earlier)
    candidate = Candidate("report", earlier, _name(view.reports[earlier]), dict(pair.features))
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
    told_there = next((row for row in mention.elsewhere if row.report == earlier), Elsewhere(earlier, UNLIKE, 0.0))
    candidate.features |= {
        "holds the claim": float(bool(inside)),
        "close words": close,
        "cited": float(is_cited) * pair.after,
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
    }
    _explain(candidate, mention, inside, view)
    return candidate


def _compare_reports(candidates: Sequence[Candidate], facts: Facts) -> None:
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
    candidate.passages.append(_passage(mention))
    candidate.passages += [Passage(other.report, hull(other.statement.content)) for other in inside]
    if not inside and edge is not None:
        candidate.passages += [Passage(candidate.id, there) for _, there in edge.spans[:1]]


def _cited_reports(mention: Mention, view: StoryView) -> frozenset[str]:
    """Return the reports of every outlet that the chain or the grounds name."""
    outlets = view.outlets_but(view.reports[mention.report])
    voices = (*mention.statement.grounds, *mention.statement.voices)
    matched = (match_voice(voice, outlets) for voice in voices)
    return frozenset(report for outlet in matched if outlet is not None for report in outlet.reports)


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


def _days_apart(here: Report, there: Report) -> float:
    if here.published is None or there.published is None:
        return 0.0
    hours = abs((here.published.earliest() - there.published.earliest()).total_seconds()) / 3600
    return math.log1p(hours / _DAY)


def _judged(mention: Mention, found: dict[Key, Candidate], view: StoryView) -> list[Candidate]:
    """Take away the reports that an analyst judged this one not to depend on; return those it was judged to rest on."""
    rests = []
    for later, earlier, holds in view.judged.edges:
        candidate = found.get(("report", earlier)) if later == mention.report else None
        if candidate is not None and not holds:
            del found["report", earlier]
        elif candidate is not None and candidate.features["holds the claim"]:
            candidate.reasons.append("an analyst judged that it depends on it")
            rests.append(candidate)
    return rests


def _copied_whole(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return what is left where the very words are copied from an earlier report: such reports, and a common text."""
    reports = [
        candidate
        for candidate in candidates
        if candidate.kind == "report"
        and candidate.features["copied words"] >= COPIED_WHOLE
        and candidate.features["holds the claim"]
        and candidate.features["edge"] > candidate.features["edge back"]
    ]
    common = [candidate for candidate in candidates if candidate.id.startswith(COMMON_TEXT)]
    return [*reports, *common] if reports else []


def _add_common_text(found: dict[Key, Candidate], mention: Mention) -> None:
    """Enter, beside a report whose words stand here too, a text that is not here and that both may have copied."""
    copied = [c for c in found.values() if c.kind == "report" and c.features["copied words"] > 0.5]
    if not copied:
        return
    nearest = max(copied, key=lambda c: (c.features["copied words"], c.features["order"], c.id))
    row = _enter(found, "unseen", COMMON_TEXT + nearest.id, UNKNOWN, "both may copy a text not here")
    row.features |= {"unseen common text": 1.0, "unseen common text, uncertain order": -nearest.features["order"]}
    row.passages.append(_passage(mention))


def _add_chain(
    found: dict[Key, Candidate], mention: Mention, chain: Sequence[Voice], mentions: Sequence[Mention], view: StoryView
) -> None:
    """Enter the origin of the chain, or what it leaves unseen."""
    statement = mention.statement
    if statement.grounds:
        origin = statement.grounds[-1]
        node = mention.ground_ids[-1] if mention.ground_ids else f"voice:{origin.name}"
        voice = _enter(found, "voice", node, origin.name, "it rests on their word")
        voice.features |= {"voice": 1.0, "voice as grounds": 1.0}
        voice.passages.append(_voice_passage(mention, origin))
        return
    origin, outlet = chain[-1], next((voice for voice in chain if voice.kind == "outlet"), None)
    is_known = outlet is not None and match_voice(outlet, view.outlets_but(view.reports[mention.report])) is not None
    if outlet is not None and not is_known:
        unseen = _enter(found, "unseen", f"unseen:{outlet.name}", outlet.name, f"it credits {outlet.name}")
        has_name = bool(find_proper_words(outlet.name))
        unseen.features["unseen outlet with a name" if has_name else "unseen outlet without a name"] = 1.0
        unseen.passages.append(_voice_passage(mention, outlet))
        return
    if origin.kind == "unspecified":
        unseen = _enter(found, "unseen", f"unseen:{mention.report}", UNKNOWN, "it does not say who told it")
        unseen.features["unseen teller"] = 1.0
        unseen.passages.append(_voice_passage(mention, origin))
        return
    is_document = origin.kind == "document"
    node = mention.voice_ids[-1] if mention.voice_ids else (mention.report if is_document else f"voice:{origin.name}")
    why = "it has the document" if is_document else "it attributes it to them"
    candidate = _enter(found, "own" if is_document else "voice", node, origin.name, why)
    candidate.features |= _describe_voice(mention, origin, chain, mentions, view)
    candidate.passages.append(_voice_passage(mention, origin))


def _describe_voice(
    mention: Mention, origin: Voice, chain: Sequence[Voice], mentions: Sequence[Mention], view: StoryView
) -> dict[str, float]:
    """Return what speaks for this report having spoken to the voice itself."""
    report, node = view.reports[mention.report], mention.voice_ids[-1] if mention.voice_ids else None
    has_name = bool(find_proper_words(origin.name))
    earlier = [
        view.order.probability_later(mention.report, other.report)
        for other in mentions
        if other.report != mention.report and node is not None and node in other.voice_ids
    ]
    around = _sentence_around(mention, report)
    return {
        "voice": 1.0,
        "voice with a name": float(has_name),
        "voice without a name": float(not has_name),
        "voice of a body": float(origin.kind in ("organisation", "government")),
        "voice of a document": float(origin.kind == "document"),
        "voice of an outlet": float(origin.kind == "outlet"),
        "voice behind others": float(len(chain) > 1),
        "voice heard before": max(earlier, default=0.0) if has_name else 0.0,
        "unnamed voice heard before": 0.0 if has_name else max(earlier, default=0.0),
        "voice told us": float(_TOLD_US.search(around) is not None),
        "voice quoted": float(mention.statement.quote in ("direct", "mixed")),
        "voice in a digest": float(report.outlet_type in DIGESTS),
        "voice in an agency": float(report.outlet_type == "wire"),
        "voice in first hand": float(mention.statement.basis == "first_hand"),
        "voice in cited outlet": float(mention.statement.basis == "cites_outlet"),
    }


def _sentence_around(mention: Mention, report: Report) -> str:
    if mention.statement.within != "text":
        return ""
    text, content = report.text, hull(mention.statement.content)
    low = max(text.rfind(". ", 0, content.start), text.rfind("\n", 0, content.start)) + 1
    ends = [at for at in (text.find(". ", content.end), text.find("\n", content.end)) if at >= 0]
    return text[low : min(ends, default=len(text))]


def _add_own(found: dict[Key, Candidate], mention: Mention, mentions: Sequence[Mention], view: StoryView) -> None:
    """Enter the report's own access: what it saw, holds, or did itself."""
    report, statement = view.reports[mention.report], mention.statement
    speaks = report.outlet_type in SPEAKS_FOR_ITSELF
    why = "it names no source"
    if statement.basis == "first_hand":
        why = "it says that it saw or did it"
    elif statement.basis == "document":
        why = "it has the document"
    elif speaks:
        why = "it speaks for itself"
    own = _enter(found, "own", report.id, _name(report), why)
    others = {other.report for other in mentions if other.report != mention.report}
    first = math.prod(1 - view.order.probability_later(mention.report, other) for other in sorted(others))
    own.features |= {
        "own": 1.0,
        "own first hand": float(statement.basis == "first_hand"),
        "own document": float(statement.basis == "document"),
        "own matter": float(speaks),
        "own and first": first,
        "own in a digest": float(report.outlet_type in DIGESTS),
        "own in an agency": float(report.outlet_type == "wire"),
        "own but unsure": float(statement.certainty != "certain"),
        "own but rejecting": float(statement.polarity == "negative"),
    }
    own.passages.append(_passage(mention))


def _enter(found: dict[Key, Candidate], kind: Kind, node: str, name: str, why: str) -> Candidate:
    candidate = found.setdefault((kind, node), Candidate(kind, node, name))
    candidate.reasons.append(why)
    return candidate


def _passage(mention: Mention) -> Passage:
    return Passage(mention.report, hull(mention.statement.content))


def _voice_passage(mention: Mention, voice: Voice) -> Passage:
    return Passage(mention.report, voice.span or hull(mention.statement.source or mention.statement.content))


def _name(report: Report) -> str:
    return report.outlet or report.title or report.shown_id
