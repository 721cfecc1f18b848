"""How is the understanding of one report written? One line of `whence read --format jsonl`."""

from whence.model.report import Failure, MadeBy, Report
from whence.model.statement import (
    Description,
    Entity,
    PlaceExpression,
    ReadingNotes,
    Relation,
    Understanding,
)
from whence.show.export.records import Record, attribute_records, head_record, span_pair, span_pairs, statement_records
from whence.version import __version__

# A failed input was understood by no reader: what refused it is the program itself.
REFUSED_BY = MadeBy("whence.read", __version__, "")


def read_line(report: Report, understanding: Understanding, *, shown_id: str | None = None) -> Record:
    """Return what a report was understood to say; `shown_id` is for one whose given id another report has too.

    A report in a language that no reader knows has `understood` false and no statements; it is not a failure.
    """
    return {
        **head_record(understanding.made_by, ()),
        "id": shown_id or report.shown_id,
        "inner_id": report.id,
        "text_sha256": report.text_sha256,
        "language": report.language,
        "path": report.path,
        **_understanding_record(understanding),
    }


def failed_line(failure: Failure) -> Record:
    """Return the line of an input that could not be used: its `id` is null, it says nothing, and `failed` says why."""
    nothing = Understanding(text_sha256="", made_by=REFUSED_BY, language_known=False)
    return {
        **_understanding_record(nothing),
        **head_record(REFUSED_BY, (failure,)),
        **dict.fromkeys(("id", "inner_id", "text_sha256", "language")),
        "path": failure.path,
    }


def _understanding_record(understanding: Understanding) -> Record:
    return {
        "understood": understanding.language_known,
        "reader": _reader_record(understanding.reading),
        "statements": statement_records(understanding.statements),
        "entities": [_entity_record(entity) for entity in understanding.entities],
        "times": [
            {"span": span_pair(time.span), "value": time.value, "other": time.other or None}
            for time in understanding.times
        ],
        "places": [_place_record(place) for place in understanding.places],
        "descriptions": [_description_record(description) for description in understanding.descriptions],
        "relations": [_relation_record(relation) for relation in understanding.relations],
    }


def _reader_record(notes: ReadingNotes) -> Record:
    return {
        "rejected": notes.rejected,
        "fallen_back": notes.fallen_back,
        "reason": notes.reason,
        "remote": notes.remote,
    }


def _entity_record(entity: Entity) -> Record:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "occurrences": span_pairs(entity.occurrences),
        "attributes": attribute_records(entity.attributes),
    }


def _description_record(description: Description) -> Record:
    return {
        "id": description.id,
        "worded": description.worded,
        "kind": description.kind,
        "spans": span_pairs(description.spans),
        "attributes": attribute_records(description.attributes),
    }


def _relation_record(relation: Relation) -> Record:
    return {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "statement": relation.statement,
        "worded": span_pair(relation.worded),
        "passage": span_pair(relation.passage),
        "act": relation.act,
        "certainty": relation.certainty,
        "polarity": relation.polarity,
    }


def _place_record(place: PlaceExpression) -> Record:
    return {
        "span": span_pair(place.span),
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "gazetteer_id": place.gazetteer_id,
        "chosen_among": place.chosen_among,
    }
