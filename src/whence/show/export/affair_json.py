"""How are who, when, where and what spread written as JSON? The contract of `whence network --format json`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from whence.model.affair import (
    Affair,
    ClaimNumbers,
    MapPoint,
    NetworkLine,
    Said,
    Since,
    SpreadRow,
    TimelineRow,
)
from whence.model.entity import CaseEntity, EntityDecision, Occurrence
from whence.model.report import Failure, MadeBy, Passage, Report
from whence.show.export.records import Record, attribute_records, head_record, span_pair, voice_record
from whence.show.export.shown_ids import show_id, shown_ids

Shown = Mapping[str, str]


def affair_document(
    affair: Affair, reports: Sequence[Report], *, made_by: MadeBy, failed: Iterable[Failure] = ()
) -> Record:
    """Return the affair of a case as one document; every report is called by the id that its caller gave."""
    shown = shown_ids(reports)
    return {
        **head_record(made_by, failed),
        "reports": [_report_record(report, shown) for report in reports],
        "entities": [entity_record(entity, shown) for entity in affair.entities],
        "relations": [relation_record(line, shown) for line in affair.network.lines],
        "timeline": [timeline_record(row, shown) for row in affair.timeline],
        "places": [place_record(point, shown) for point in affair.points],
        "spread": [spread_record(row, shown) for row in affair.spread],
        "decisions": [decision_record(decision) for decision in affair.decisions],
        "conflicts": [{"one": each.one, "other": each.other, "why": each.why} for each in affair.conflicts],
    }


def decision_record(decision: EntityDecision) -> Record:
    """Return what was decided about two occurrences; a person's has their name, the time and its number."""
    return {
        "one": decision.one,
        "other": decision.other,
        "verdict": decision.verdict,
        "score": decision.score,
        "reasons": list(decision.reasons),
        "against": list(decision.against),
        "by": decision.who or None,
        "at": decision.at or None,
        "judgement": decision.judgement or None,
    }


def entity_record(entity: CaseEntity, shown: Shown) -> Record:
    """Return one who is named or described; what is not named has one occurrence, and is never given a name."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "named": entity.named,
        "aliases": list(entity.aliases),
        "occurrences": [_occurrence_record(held, shown) for held in entity.occurrences],
        "maybe_same": list(entity.maybe_same),
    }


def relation_record(line: NetworkLine, shown: Shown) -> Record:
    """Return one line of the network with everything that says so, each as surely as it is said there."""
    relation = line.relation
    return {
        "id": relation.id,
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "certainty": relation.certainty,
        "polarity": relation.polarity,
        "said": [
            {"worded": _passage_record(worded, shown), **said_record(said, shown)}
            for said, worded in zip(line.said, line.worded, strict=True)
        ],
        "claims": list(relation.claims),
    }


def timeline_record(row: TimelineRow, shown: Shown) -> Record:
    """Return one time with the statement that it stands in or beside."""
    return {
        "value": row.value,
        "other": row.other or None,
        "earliest": _day(row.earliest),
        "latest": _day(row.latest),
        "stands_in": row.stands_in,
        "worded": _passage_record(row.worded, shown),
        "said": said_record(row.said, shown),
        "entities": list(row.entities),
        "places": list(row.places),
    }


def place_record(point: MapPoint, shown: Shown) -> Record:
    """Return one place with the statements that name it."""
    return {
        "name": point.name,
        "lat": point.lat,
        "lon": point.lon,
        "radius_km": point.radius_km,
        "gazetteer_id": point.gazetteer_id or None,
        "chosen_among": point.chosen_among,
        "said": [{"worded": _passage_record(row.worded, shown), **said_record(row.said, shown)} for row in point.said],
    }


def spread_record(row: SpreadRow, shown: Shown) -> Record:
    """Return who is reported to have a thing, first by whom, since when, and who came earlier."""
    return {
        "thing": {"kind": row.kind, "entity": row.thing if row.kind == "thing" else None, "name": row.thing_name},
        "holder": row.holder,
        "predicates": list(row.predicates),
        "polarity": row.polarity,
        "certainty": row.first.certainty,
        "first_reported": said_record(row.first, shown),
        "origins": [voice_record(voice) for voice in row.origins],
        "since": _since_record(row.since, shown) if row.since else None,
        "where": list(row.where),
        "later": [said_record(said, shown) for said in row.later],
        "preceded_by": [{"holder": earlier.holder, "by": earlier.by} for earlier in row.preceded_by],
    }


def said_record(said: Said, shown: Shown) -> Record:
    """Return what one report says: its words, on whose word, how surely, and the numbers of its claims."""
    return {
        "report": show_id(said.report, shown),
        "statement": said.statement,
        "in": said.within,
        "span": span_pair(said.passage.span),
        "text": said.words,
        "voices": [voice_record(voice) for voice in said.voices],
        "act": said.act,
        "certainty": said.certainty,
        "polarity": said.polarity,
        "claims": [_claim_record(row) for row in said.claims],
    }


def _report_record(report: Report, shown: Shown) -> Record:
    return {
        "id": show_id(report.id, shown),
        "inner_id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "published_at": report.published.value if report.published else None,
        "published_precision": report.published.precision if report.published else None,
        "url": report.url,
    }


def _occurrence_record(held: Occurrence, shown: Shown) -> Record:
    return {
        "id": held.id,
        "report": show_id(held.report, shown),
        "name": held.name,
        "spans": [span_pair(passage.span) for passage in held.passages],
        "attributes": attribute_records(held.attributes),
    }


def _claim_record(row: ClaimNumbers) -> Record:
    return {
        "id": row.claim,
        "at_least": row.numbers.at_least,
        "likely": row.numbers.likely,
        "at_most": row.numbers.at_most,
    }


def _since_record(since: Since, shown: Shown) -> Record:
    return {
        "value": since.value,
        "other": since.other or None,
        "earliest": _day(since.earliest),
        "latest": _day(since.latest),
        "worded": _passage_record(since.worded, shown),
    }


def _passage_record(passage: Passage, shown: Shown) -> Record:
    return {"report": show_id(passage.report, shown), "span": span_pair(passage.span)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
