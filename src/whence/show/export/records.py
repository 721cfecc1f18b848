"""How do the nouns that several outputs share look in JSON? Names and shapes of the contract (docs/contracts.md)."""

from collections.abc import Iterable, Sequence

from whence.model.report import Failure, MadeBy
from whence.model.spans import Span, Spans
from whence.model.statement import Attribute, Statement, Voice

# Goes up when a field of an output changes its meaning or goes away; new fields leave it as it is.
SCHEMA_VERSION = "1"

Record = dict[str, object]


def span_pair(span: Span) -> list[int]:
    """Return a span as `[start, end]`.

    >>> span_pair(Span(2, 5))
    [2, 5]
    """
    return [span.start, span.end]


def span_pairs(spans: Spans) -> list[list[int]]:
    """Return spans as a list of `[start, end]`.

    >>> span_pairs((Span(2, 5),))
    [[2, 5]]
    """
    return [span_pair(span) for span in spans]


def made_by_record(made_by: MadeBy) -> Record:
    """Return what made an output."""
    return {"component": made_by.component, "version": made_by.version, "options_digest": made_by.options_digest}


def failed_records(failed: Iterable[Failure]) -> list[Record]:
    """Return the inputs that could not be used."""
    return [{"path": failure.path, "code": failure.code, "reason": failure.reason} for failure in failed]


def head_record(made_by: MadeBy, failed: Iterable[Failure]) -> Record:
    """Return what every output carries: the version of its schema, what made it, and what failed."""
    return {
        "schema_version": SCHEMA_VERSION,
        "made_by": made_by_record(made_by),
        "failed": failed_records(failed),
    }


def attribute_records(attributes: Sequence[Attribute]) -> list[Record]:
    """Return what is stated of a person or thing, each as worded with its span."""
    return [{"kind": each.kind, "worded": each.worded, "span": span_pair(each.span)} for each in attributes]


def voice_record(voice: Voice) -> Record:
    """Return one voice of a statement."""
    return {
        "name": voice.name,
        "as_worded": voice.as_worded,
        "kind": voice.kind,
        "named": voice.named,
        "span": span_pair(voice.span) if voice.span is not None else None,
        "entity": voice.entity,
    }


def statement_records(statements: Iterable[Statement]) -> list[Record]:
    """Return one record an attributed content: statements that are parts of one content are its `parts`."""
    groups: dict[object, list[Statement]] = {}
    for number, statement in enumerate(statements):
        whole = (statement.whole, statement.cue, statement.source, statement.voices, statement.within)
        groups.setdefault(whole if statement.whole else number, []).append(statement)
    return [statement_record(group) for group in groups.values()]


def statement_record(group: Sequence[Statement]) -> Record:
    """Return what is said in one content; `in` tells whether its spans are in the report's text or in its title.

    Act, certainty and polarity of the record are those of its first part; `parts` has each part's own.
    """
    statement = group[0]
    return {
        "id": statement.id,
        "in": statement.within,
        "content": span_pairs(statement.whole or statement.content),
        "cue": span_pairs(statement.cue),
        "source": span_pairs(statement.source),
        "voices": [voice_record(voice) for voice in statement.voices],
        "act": statement.act,
        "certainty": statement.certainty,
        "polarity": statement.polarity,
        "quote": statement.quote,
        "basis": statement.basis,
        "hedges": span_pairs(tuple(span for part in group for span in part.hedges)),
        "grounds": [voice_record(voice) for part in group for voice in part.grounds],
        "parts": [_part_record(part) for part in group],
    }


def _part_record(part: Statement) -> Record:
    return {
        "id": part.id,
        "content": span_pairs(part.content),
        "act": part.act,
        "certainty": part.certainty,
        "polarity": part.polarity,
        "quote": part.quote,
    }
