"""What the table of relations says of each sentence, and what a relation carries."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.understand.reports import make_report
from whence.model.spans import Span
from whence.model.statement import Entity, EntityKind, Relation, Statement
from whence.understand.descriptions import find_descriptions
from whence.understand.reader import understand
from whence.understand.relations import find_relations
from whence.understand.tokens import read_tokens

TABLE = Path(__file__).with_name("relations.tsv")
_MARK = re.compile(r"\[([^=\]]+)=(\w+)\]")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, dialect="excel-tab"))


def read(marked: str) -> tuple[str, dict[str, str], tuple[Relation, ...]]:
    """Return the text without marks, the names of its things by id, and its relations."""
    text, at = "", 0
    entities: dict[str, Entity] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        name, kind = mark.groups()
        known: Entity | None = entities.get(name)
        spans = known.occurrences if known else ()
        where = (*spans, Span(len(text), len(text) + len(name)))
        entities[name] = Entity(f"e{name}", name, as_kind(kind), (), where)
        text, at = text + name, mark.end()
    text += marked[at:]
    statements = [with_ids(statement, entities) for statement in understand(make_report(text)).statements]
    tokens = read_tokens(text)
    things = tuple(entities.values())
    descriptions = find_descriptions(tokens, things, statements)
    names = {entity.id: entity.name for entity in things} | {each.id: each.worded for each in descriptions}
    return text, names, find_relations(tokens, things, descriptions, statements)


def with_ids(statement: Statement, entities: dict[str, Entity]) -> Statement:
    """Return a statement whose voices are the marked things."""
    voices = (replace(voice, entity=f"e{voice.name}" if voice.name in entities else None) for voice in statement.voices)
    return replace(statement, voices=tuple(voices))


def as_kind(word: str) -> EntityKind:
    kinds: dict[str, EntityKind] = {
        "person": "person",
        "organisation": "organisation",
        "armed_group": "armed_group",
        "government": "government",
        "outlet": "outlet",
        "place": "place",
        "facility": "facility",
        "equipment": "equipment",
    }
    return kinds[word]


def shown(names: dict[str, str], relation: Relation) -> str:
    line = f"{names[relation.subject]} {relation.predicate} {names[relation.object]} {relation.certainty}"
    return line + (" not" if relation.polarity == "negative" else "")


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_relations_are_those_that_the_words_state(row: dict[str, str]) -> None:
    _, names, found = read(row["text"])
    wanted = sorted(filter(None, row["relations"].split("; ")))
    assert sorted(shown(names, relation) for relation in found) == wanted


def test_the_table_has_as_many_sentences_without_a_relation_as_a_reader_of_news_meets() -> None:
    table = rows()
    assert len(table) >= 80
    assert sum(not row["relations"] for row in table) >= 40


def test_passage_holds_both_things_and_the_words_also_across_two_sentences() -> None:
    text, _, (relation,) = read(
        "The [Karsk Gallery=facility] closed. It was shelled by the [Second Rifles=armed_group]."
    )
    passage = relation.passage.cut(text)
    assert "Karsk Gallery" in passage
    assert "Second Rifles" in passage
    assert relation.worded.cut(text) == "was shelled"


def test_a_charge_and_its_denial_are_two_lines() -> None:
    _, names, found = read(
        "[Tessaly=government] accused [Ilan Roth=person] of arming the [Second Rifles=armed_group]. "
        "[Ilan Roth=person] denied that he had armed the [Second Rifles=armed_group]."
    )
    lines = {shown(names, relation) for relation in found}
    assert "Second Rifles supplied_by Ilan Roth unstated" in lines
    assert "Second Rifles supplied_by Ilan Roth certain not" in lines
    assert "Ilan Roth denies Second Rifles certain" in lines


def test_background_in_a_doubted_statement_stays_as_certain_as_it_is_put() -> None:
    _, names, found = read(
        "Police suspect that [Ilan Roth=person] has ties to the [Green Accord=organisation], led by [Orla Venn=person]."
    )
    assert {shown(names, relation) for relation in found} == {
        "Ilan Roth linked_to Green Accord probable",
        "Orla Venn directs Green Accord certain",
    }


@pytest.mark.parametrize("end", ["the", "its", "the armed", "ties to", "was", "and", "of the", "who"])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(end: str) -> None:
    _, names, found = read(f"[Ilan Roth=person] leads the [Second Rifles=armed_group]. [Orla Venn=person] met {end}")
    assert [shown(names, relation) for relation in found] == ["Ilan Roth directs Second Rifles certain"]
