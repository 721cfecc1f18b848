"""Where might a mention have its content from, and what speaks for each of these parents?

Four kinds: another report of the story, the voice that the chain ends in, the report's own access, something unseen.
Each candidate carries features, plain numbers that `parents.py` weighs, with the passages and words that show them.
"""

import math
import re
from collections.abc import Iterable, Sequence

from whence.model.report import Passage, Report
from whence.model.spans import hull
from whence.model.statement import Voice
from whence.model.story import Mention
from whence.weigh.access import SPEAKS_FOR_ITSELF
from whence.weigh.candidate import Candidate, Kind, name_report, passage_of
from whence.weigh.citations import match_voice
from whence.weigh.direction import DIGESTS
from whence.weigh.outlet_kinds import is_described
from whence.weigh.report_candidates import compare_reports, read_credit, report_candidate, worth_a_look
from whence.weigh.report_facts import Facts
from whence.weigh.stemma import COMMON_TEXT
from whence.weigh.view import StoryView
from whence.weigh.words import find_proper_words

Key = tuple[Kind, str]
UNKNOWN = "not recorded"

# Less likely than this to be the earlier one, a report is no candidate.
LEAST_ORDER = 0.1
# Share of a mention's words that must stand in an earlier report word for word for it to be that report's own.
COPIED_WHOLE = 0.8
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


def is_sourced(mention: Mention, view: StoryView) -> bool:
    """Tell whether a mention is on anybody's word but its own outlet's."""
    return bool(mention.statement.grounds) or bool(_chain_of(mention, view))


def list_candidates(mention: Mention, mentions: Sequence[Mention], view: StoryView, facts: Facts) -> list[Candidate]:
    """Return the candidates for one mention among the mentions of its claim, each once, in a fixed order."""
    found: dict[Key, Candidate] = {}
    chain = _chain_of(mention, view)
    credit = read_credit(mention, view)
    reports = [
        report_candidate(mention, earlier, inside, credit=credit, view=view, facts=facts)
        for earlier, inside in worth_a_look(mention, mentions, credit.reports, view, facts)
        if facts.pair(mention.report, earlier).after >= LEAST_ORDER
    ]
    compare_reports(reports, facts)
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
        _add_chain(found, mention, chain, mentions, view, facts)
    if not chain:
        _add_own(found, mention, mentions, view)
        unseen = _enter(found, "unseen", f"unseen:{mention.report}", UNKNOWN, "it names no source")
        unseen.features["unseen not recorded"] = 1.0
        unseen.passages.append(passage_of(mention))
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
        voice.kind == "outlet"
        and find_proper_words(voice.name)
        and not is_described(voice)
        and match_voice(voice, outlets) is None
        for voice in chain
    )


def _is_evident(candidate: Candidate) -> bool:
    """Tell whether more than like words ties a mention to a report that it does not name: a credit, or copied words."""
    return candidate.features["report credits it"] > 0 or candidate.features["copied words"] > 0.5


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
    row.passages.append(passage_of(mention))


def _add_chain(
    found: dict[Key, Candidate],
    mention: Mention,
    chain: Sequence[Voice],
    mentions: Sequence[Mention],
    view: StoryView,
    facts: Facts,
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
        has_name = bool(find_proper_words(outlet.name)) and not is_described(outlet)
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
    candidate.features |= _describe_voice(mention, origin, chain, mentions, view, facts)
    candidate.passages.append(_voice_passage(mention, origin))


def _describe_voice(
    mention: Mention,
    origin: Voice,
    chain: Sequence[Voice],
    mentions: Sequence[Mention],
    view: StoryView,
    facts: Facts,
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
        "voice says something new": facts.newest_said(mention.report, node) if node is not None else 0.5,
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
    own = _enter(found, "own", report.id, name_report(report), why)
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
    own.passages.append(passage_of(mention))


def _enter(found: dict[Key, Candidate], kind: Kind, node: str, name: str, why: str) -> Candidate:
    candidate = found.setdefault((kind, node), Candidate(kind, node, name))
    candidate.reasons.append(why)
    return candidate


def _voice_passage(mention: Mention, voice: Voice) -> Passage:
    return Passage(mention.report, voice.span or hull(mention.statement.source or mention.statement.content))
