"""Where might a mention have its content from, and what speaks for each of these parents?

Four kinds: another report of the story, the voice that the chain ends in, the report's own access, something unseen.
Each candidate carries features, plain numbers that `parents.py` weighs, with the passages and words that show them.
"""

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from whence.model.report import Passage, Report
from whence.model.spans import Span, cut_all, hull
from whence.model.statement import Voice
from whence.model.story import Mention
from whence.text.quantities import are_compatible, find_quantities
from whence.weigh.access import SPEAKS_FOR_ITSELF
from whence.weigh.citations import match_voice
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
# Outlets that mostly pass on what others published.
_DIGESTS = frozenset({"aggregator", "social", "blog"})


@dataclass(slots=True)
class Candidate:
    """One possible parent: what it is, the features that speak for or against it, and where they show."""

    kind: Kind
    id: str
    name: str
    features: dict[str, float] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def is_sourced(mention: Mention, view: StoryView) -> bool:
    """Tell whether a mention is on anybody's word but its own outlet's."""
    return bool(mention.statement.grounds) or bool(_chain_of(mention, view))


def list_candidates(mention: Mention, mentions: Sequence[Mention], view: StoryView) -> list[Candidate]:
    """Return the candidates for one mention among the mentions of its claim, each once, in a fixed order."""
    found: dict[Key, Candidate] = {}
    chain = _chain_of(mention, view)
    reports = [
        _report_candidate(mention, earlier, mentions, view)
        for earlier in sorted(view.reports)
        if earlier != mention.report and view.order.probability_later(mention.report, earlier) >= LEAST_ORDER
    ]
    _compare_reports(reports, view)
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
    best = max((candidate.features["edge"] for candidate in found.values() if candidate.kind == "report"), default=0.0)
    cited = max(
        (candidate.features["cited"] for candidate in found.values() if candidate.kind == "report"), default=0.0
    )
    if chain or mention.statement.grounds:
        _add_chain(found, mention, chain, mentions, view)
    if not chain:
        _add_own(found, mention, mentions, view)
        unseen = _enter(found, "unseen", f"unseen:{mention.report}", UNKNOWN, "it names no source")
        unseen.features["unseen not recorded"] = 1.0
        unseen.passages.append(_passage(mention))
    for candidate in found.values():
        if candidate.kind != "report":
            candidate.features[f"{candidate.kind} beside an edge"] = best
            candidate.features[f"{candidate.kind} beside a credit"] = cited
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


def _report_candidate(mention: Mention, earlier: str, mentions: Sequence[Mention], view: StoryView) -> Candidate:
    """Return another report as a candidate; without a passage where nothing at all ties the mention to it."""
    here, there = view.reports[mention.report], view.reports[earlier]
    candidate = Candidate("report", earlier, _name(there))
    inside = [other for other in mentions if other.report == earlier]
    edge = view.probability_edge(mention.report, earlier)
    after = view.order.probability_later(mention.report, earlier)
    close, nearest = max(
        ((view.words.closeness(mention, other), other) for other in inside), default=(0.0, None), key=lambda row: row[0]
    )
    cited = _cites(mention, earlier, view)
    around = _credits_around(mention, earlier, view)
    copied, quoted = _copied_share(mention, earlier, view)
    origin = mention.voice_ids[-1] if mention.voice_ids else None
    same_voice = any(origin in other.voice_ids for other in inside) if origin is not None else False
    named = bool(mention.statement.voices) and bool(find_proper_words(mention.statement.voices[-1].name))
    candidate.features |= {
        "report": 1.0,
        "order": math.log(max(after, 0.01)),
        "edge": edge,
        "edge back": view.probability_edge(earlier, mention.report),
        "holds the claim": float(bool(inside)),
        "close words": close,
        "cited": cited * after,
        "credited around": around * after,
        "copied words": copied,
        "shared quotation": quoted,
        "same named voice": float(same_voice and named),
        "same unnamed voice": float(same_voice and not named),
        "same outlet": float(bool(here.outlet) and here.outlet == there.outlet),
        "from an agency": float(there.outlet_type == "wire"),
        "from a body": float(there.outlet_type in SPEAKS_FOR_ITSELF),
        "from a digest": float(there.outlet_type in _DIGESTS),
        "same certainty": float(nearest is not None and nearest.statement.certainty == mention.statement.certainty),
        "same polarity": float(nearest is not None and nearest.statement.polarity == mention.statement.polarity),
        "both sourced": float(nearest is not None and bool(nearest.statement.voices) == bool(mention.statement.voices)),
        "same numbers": _same_numbers(mention, nearest, view) if nearest is not None else 0.0,
        "days apart": _days_apart(here, there),
        "report shares rare words": view.words.share(mention.report, earlier),
        "report credits it": float(view.credits(mention.report, earlier)),
        "report credits only it": float(view.credits_only(mention.report, earlier)),
        "report copies it": _report_copied(mention.report, earlier, view),
    }
    _explain(candidate, mention, inside, view)
    return candidate


def _compare_reports(candidates: Sequence[Candidate], view: StoryView) -> None:
    """Add how each report compares with the others: the closest words, the strongest edge, the only numbers.

    A copy of another candidate is no rival of anything: one more copy must change nothing about the rest.
    """
    ids = {candidate.id for candidate in candidates}
    rivals = [candidate for candidate in candidates if not _is_copy(candidate.id, ids, view)]
    for name, new in (
        ("close words", "closest words"),
        ("edge", "strongest edge"),
        ("same numbers", "only numbers"),
        ("report shares rare words", "report shares most rare words"),
    ):
        for candidate in candidates:
            others = [rival.features[name] for rival in rivals if rival is not candidate]
            candidate.features[new] = candidate.features[name] - max(others, default=candidate.features[name])


def _is_copy(report: str, among: Collection[str], view: StoryView) -> bool:
    """Tell whether a report is a copy of another of those, word for word."""
    return any(
        edge.how == "copy" and later == report and earlier in among for (later, earlier), edge in view.edges.items()
    )


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


def _cites(mention: Mention, earlier: str, view: StoryView) -> float:
    """Return 1 where the chain or the grounds name the outlet of that report, shared among its reports of a day."""
    outlets = view.outlets_but(view.reports[mention.report])
    for voice in (*mention.statement.grounds, *mention.statement.voices):
        outlet = match_voice(voice, outlets)
        if outlet is not None and earlier in outlet.reports:
            return 1.0
    return 0.0


def _credits_around(mention: Mention, earlier: str, view: StoryView) -> float:
    """Return 1 where the sentence around a mention credits the outlet of that report."""
    if mention.statement.within != "text":
        return 0.0
    content = hull(mention.statement.content)
    return float(
        any(
            citation.later == mention.report and earlier in citation.earlier and citation.passage.overlaps(content)
            for citation in view.citations
        )
    )


def _copied_share(mention: Mention, earlier: str, view: StoryView) -> tuple[float, float]:
    """Return which share of the mention's characters is copied from that report, outside and inside quote marks."""
    if mention.statement.within != "text":
        return 0.0, 0.0
    content = hull(mention.statement.content)
    copied = quoted = 0.0
    for copy in view.copies:
        for here, there in ((copy.later, copy.earlier), (copy.earlier, copy.later)):
            if here.report == mention.report and there.report == earlier:
                share = _overlap(here.span, content) / max(1, content.end - content.start)
                if copy.is_quotation:
                    quoted = max(quoted, share)
                else:
                    copied = max(copied, share * copy.verbatim)
    return copied, quoted


def _report_copied(report: str, earlier: str, view: StoryView) -> float:
    """Return which share of the report's characters stands word for word in that one, quotations left out."""
    spans = [
        here.span
        for copy in view.copies
        for here, there in ((copy.later, copy.earlier), (copy.earlier, copy.later))
        if here.report == report and there.report == earlier and not copy.is_quotation
    ]
    return min(1.0, sum(span.end - span.start for span in spans) / max(1, len(view.reports[report].text)))


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same_numbers(mention: Mention, other: Mention, view: StoryView) -> float:
    """Return 1 where an amount of the mention stands in the other too, -1 where both have some and none agrees."""
    mine, its = (
        find_quantities(cut_all(m.statement.content, view.reports[m.report].text))
        if m.statement.within == "text"
        else []
        for m in (mention, other)
    )
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
        "voice in a digest": float(report.outlet_type in _DIGESTS),
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
        "own in a digest": float(report.outlet_type in _DIGESTS),
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
