"""How is a whole trace written as one JSON document? The contract of `whence trace --format json`."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest

from whence.model.report import Passage, Report
from whence.model.statement import Voice
from whence.model.stemma import (
    Correction,
    Drift,
    DriftSide,
    Edge,
    Numbers,
    Origin,
    Origins,
    Parent,
    ReportVersions,
    Trace,
    WeighedClaim,
    WeighedMention,
    WeighedStory,
)
from whence.model.story import CaseVoice, ClaimLink
from whence.show.export.records import Record, head_record, span_pair, span_pairs
from whence.show.export.shown_ids import show_id, shown_ids

# Probabilities are written to this many decimals: more would be noise, and differ between machines.
DECIMALS = 4


def trace_document(trace: Trace) -> Record:
    """Return the trace as the contract has it; every report is called by the id that its caller gave."""
    shown = shown_ids(trace.reports)
    versions = {row.report: row for row in trace.versions}
    not_understood = set(trace.not_understood)
    return {
        **head_record(trace.made_by, trace.failed),
        "remote": trace.remote,
        "reports": [
            report_record(
                report, shown, versions=versions.get(report.id), is_understood=report.id not in not_understood
            )
            for report in trace.reports
        ],
        "stories": [story_record(story, shown) for story in trace.stories],
        "claims": [claim_record(claim, shown) for claim in trace.claims],
        "edges": [edge_record(edge, shown) for edge in trace.edges],
        "voices": [voice_record(voice, shown) for voice in trace.voices],
        "corrections": [correction_record(correction, shown) for correction in trace.corrections],
        "not_understood": [show_id(report, shown) for report in trace.not_understood],
    }


def report_record(
    report: Report, shown: Mapping[str, str], *, versions: ReportVersions | None, is_understood: bool
) -> Record:
    """Return one report; the time as its source gives it, with how precisely, and its earlier versions with edits."""
    return {
        "id": show_id(report.id, shown),
        "inner_id": report.id,
        "outlet": report.outlet,
        "outlet_type": report.outlet_type,
        "title": report.title,
        "byline": report.byline,
        "published_at": report.published.value if report.published else None,
        "published_precision": report.published.precision if report.published else None,
        "url": report.url,
        "language": report.language,
        "path": report.path,
        "text_sha256": report.text_sha256,
        "understood": is_understood,
        "versions": _versions_record(versions),
    }


def story_record(story: WeighedStory, shown: Mapping[str, str]) -> Record:
    """Return one story with its numbers pooled over its related claims."""
    return {
        "id": story.story.id,
        "reports": [show_id(report, shown) for report in story.story.reports],
        "title": story.story.title,
        "why": story.story.reason,
        "origins": origins_record(story.origins, shown),
        "pooled_claims": list(story.pooled_claims),
    }


def claim_record(claim: WeighedClaim, shown: Mapping[str, str]) -> Record:
    """Return one claim with everything behind it."""
    return {
        "id": claim.claim.id,
        "story": claim.claim.story,
        "text": claim.claim.text,
        "rank": claim.rank,
        "mentions": [_mention_record(mention, shown) for mention in claim.mentions],
        "links": [_link_record(link, shown) for link in claim.claim.links],
        "origins": origins_record(claim.origins, shown),
        "drift": [_drift_record(drift, shown) for drift in claim.drift],
        "flags": list(claim.flags),
    }


def origins_record(origins: Origins, shown: Mapping[str, str]) -> Record:
    """Return the three numbers, own access, and what they rest on."""
    return {
        **_numbers_record(origins.numbers),
        "own_access": origins.own_access,
        "corroborated": origins.is_corroborated,
        "interval90": list(origins.interval90),
        "distribution": [[number, round(probability, DECIMALS)] for number, probability in origins.distribution],
        "members": [_member_record(member, shown) for member in origins.members],
        "would_change": [
            {"if": change.condition, "then": _numbers_record(change.then)} for change in origins.would_change
        ],
    }


def correction_record(correction: Correction, shown: Mapping[str, str]) -> Record:
    """Return where a report takes something back, and which earlier reports it may mean."""
    return {
        "report": show_id(correction.report, shown),
        "meant": [show_id(report, shown) for report in correction.meant],
        "kind": correction.kind,
        "passages": _passage_records([correction.passage], shown),
    }


def edge_record(edge: Edge, shown: Mapping[str, str]) -> Record:
    """Return one dependence between reports: `from` is the later one, which depends on `to`."""
    return {
        "from": show_id(edge.later, shown),
        "to": show_id(edge.earlier, shown),
        "how": edge.how,
        "acknowledged": edge.acknowledged,
        "probability": round(edge.probability, DECIMALS),
        "spans": [[span_pair(later), span_pair(earlier)] for later, earlier in edge.spans],
        "reasons": list(edge.reasons),
    }


def voice_record(voice: CaseVoice, shown: Mapping[str, str]) -> Record:
    """Return one voice across reports."""
    return {
        "id": voice.id,
        "name": voice.name,
        "kind": voice.kind,
        "named": voice.named,
        "occurrences": _passage_records(voice.occurrences, shown),
        "why": voice.reason,
    }


def _versions_record(versions: ReportVersions | None) -> Record | None:
    if versions is None:
        return None
    return {
        "earlier": list(versions.earlier),
        "edits": [
            {
                "before": {"text": edit.before, "span": span_pair(edit.before_span)},
                "after": {"text": edit.after, "span": span_pair(edit.after_span)},
            }
            for edit in versions.edits
        ],
    }


def _mention_record(weighed: WeighedMention, shown: Mapping[str, str]) -> Record:
    mention, statement = weighed.mention, weighed.mention.statement
    return {
        "id": mention.id,
        "report": show_id(mention.report, shown),
        "statement": statement.id,
        "in": statement.within,
        "span": span_pairs(statement.content),
        "voices": _chain_records(statement.voices, mention.voice_ids),
        "grounds": _chain_records(statement.grounds, mention.ground_ids),
        "certainty": statement.certainty,
        "polarity": statement.polarity,
        "act": statement.act,
        "basis": statement.basis,
        "belongs": round(mention.belongs, 3),
        "parents": [_parent_record(parent, shown) for parent in weighed.parents],
    }


def _chain_records(voices: tuple[Voice, ...], ids: tuple[str, ...]) -> list[Record]:
    """Return the voices of a chain in order, each with the id of the voice across reports that it was judged to be."""
    return [
        {"name": voice.name, "as_worded": voice.as_worded, "id": known, "kind": voice.kind, "named": voice.named}
        for voice, known in zip_longest(voices, ids[: len(voices)])
    ]


def _parent_record(parent: Parent, shown: Mapping[str, str]) -> Record:
    return {
        "kind": parent.kind,
        "id": show_id(parent.id, shown),
        "name": parent.name,
        "probability": round(parent.probability, DECIMALS),
        "passages": _passage_records(parent.passages, shown),
        "reasons": list(parent.reasons),
    }


def _link_record(link: ClaimLink, shown: Mapping[str, str]) -> Record:
    return {
        "claim": link.claim,
        "kind": link.kind,
        "why": link.why,
        "passages": _passage_records(link.passages, shown),
    }


def _member_record(member: Origin, shown: Mapping[str, str]) -> Record:
    return {
        "kind": member.kind,
        "id": show_id(member.id, shown),
        "name": member.name,
        "own_access": member.own_access,
        "why": member.why,
    }


def _numbers_record(numbers: Numbers) -> Record:
    return {"at_least": numbers.at_least, "likely": numbers.likely, "at_most": numbers.at_most}


def _drift_record(drift: Drift, shown: Mapping[str, str]) -> Record:
    return {
        "from": show_id(drift.earlier, shown),
        "to": show_id(drift.later, shown),
        "kind": drift.kind,
        "before": _side_record(drift.before),
        "after": _side_record(drift.after) if drift.after is not None else None,
        "why": drift.why,
    }


def _side_record(side: DriftSide) -> Record:
    return {"text": side.text, "span": span_pair(side.span)}


def _passage_records(passages: Iterable[Passage], shown: Mapping[str, str]) -> list[Record]:
    return [{"report": show_id(passage.report, shown), "span": span_pair(passage.span)} for passage in passages]
