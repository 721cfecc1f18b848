"""Which lines join the entities of a case, and everything that says so? Nothing is joined for standing together.

Lines are apart by predicate, polarity and certainty: what is stated and what is only alleged are two lines.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whence.model.entity import CaseEntity, CaseRelation, RelationSource
from whence.model.ids import content_id
from whence.model.report import Passage
from whence.model.statement import Relation, Statement, Understanding
from whence.model.story import Claim

# The things of a line and how it holds: subject, predicate, object, certainty, polarity.
_Line = tuple[str, str, str, str, str]


def join_relations(
    understandings: Mapping[str, Understanding], entities: Sequence[CaseEntity], claims: Sequence[Claim]
) -> tuple[CaseRelation, ...]:
    """Return the lines between entities by id, each with its sources in the order of the reports given.

    A relation of a thing that is no entity of the case (a date, a people's word) makes no line.
    """
    entity_of = {
        (occurrence.report, occurrence.entity): entity.id
        for entity in entities
        for occurrence in entity.occurrences
        if occurrence.entity
    }
    claims_of = _claims_of(claims)
    lines: dict[_Line, list[tuple[Relation, RelationSource]]] = defaultdict(list)
    for report, relation, statement in _relations(understandings):
        subject, thing = entity_of.get((report, relation.subject)), entity_of.get((report, relation.object))
        if subject is not None and thing is not None and subject != thing:
            line = (subject, relation.predicate, thing, relation.certainty, relation.polarity)
            lines[line].append((relation, _source(report, relation, statement)))
    return tuple(_make_line(line, found, claims_of) for line, found in sorted(lines.items()))


def _relations(understandings: Mapping[str, Understanding]) -> Iterator[tuple[str, Relation, Statement]]:
    for report, understanding in understandings.items():
        statements = {statement.id: statement for statement in understanding.statements}
        for relation in understanding.relations:
            if relation.statement in statements:
                yield report, relation, statements[relation.statement]


def _claims_of(claims: Sequence[Claim]) -> dict[tuple[str, str], list[str]]:
    """Return the claims that each statement, by report and id, is a mention of."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        for mention in claim.mentions:
            found[mention.report, mention.statement.id].append(claim.id)
    return found


def _source(report: str, relation: Relation, statement: Statement) -> RelationSource:
    return RelationSource(
        report,
        statement.id,
        Passage(report, relation.passage),
        Passage(report, relation.worded),
        tuple(voice.name for voice in statement.voices),
        relation.act,
        relation.certainty,
        relation.polarity,
    )


def _make_line(
    line: _Line, found: Sequence[tuple[Relation, RelationSource]], claims_of: Mapping[tuple[str, str], Sequence[str]]
) -> CaseRelation:
    relation = found[0][0]
    subject, _, thing, _, _ = line
    sources = tuple(source for _, source in found)
    claims = dict.fromkeys(claim for each in sources for claim in claims_of.get((each.report, each.statement), ()))
    return CaseRelation(
        content_id("l", *line),
        subject,
        relation.predicate,
        thing,
        relation.certainty,
        relation.polarity,
        sources,
        tuple(claims),
    )
