"""Is an affair written as the contract has it?"""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.invented_affair import MADE_BY, tell_small
from whence.model.affair import Affair
from whence.model.spans import Span
from whence.model.statement import Attribute
from whence.show.export.affair_json import affair_document
from whence.show.export.json_text import encode_json
from whence.show.export.schemas import load_schema
from whence.weigh.affair import find_affair


@pytest.fixture(scope="module", name="document")
def _document() -> Any:
    tale = tell_small()
    tale.reports["first"] = replace(tale.reports["first"], given_id="mine")
    tale.name("first", "Ostrel", "place", stated=[Attribute("alias", "the Port", Span(0, 3))])
    affair = find_affair(tale.sources())
    return json.loads(encode_json(affair_document(affair, list(tale.reports.values()), made_by=MADE_BY)))


def test_the_document_fits_the_published_schema(document: Any) -> None:
    Draft202012Validator(load_schema("network")).validate(document)


def test_an_empty_affair_fits_the_published_schema() -> None:
    Draft202012Validator(load_schema("network")).validate(affair_document(Affair(), [], made_by=MADE_BY))


def test_every_field_is_described() -> None:
    schema = load_schema("network")
    strict = json.loads(json.dumps(schema))
    for part in _objects(strict):
        part["additionalProperties"] = False
    tale = tell_small()
    document = affair_document(find_affair(tale.sources()), list(tale.reports.values()), made_by=MADE_BY)
    Draft202012Validator(strict).validate(json.loads(encode_json(document)))


def test_reports_go_by_the_callers_ids_and_rows_by_those_of_entities(document: Any) -> None:
    ids = {entity["id"] for entity in document["entities"]}
    assert [report["id"] for report in document["reports"]] == ["mine", "second"]
    assert {row["subject"] for row in document["relations"]} | {row["holder"] for row in document["spread"]} <= ids
    assert document["timeline"][0]["said"]["report"] == "mine"


def test_an_allegation_and_a_denial_stay_what_they_are(document: Any) -> None:
    told = {(row["holder"], row["polarity"]): row["first_reported"] for row in document["spread"]}
    assert told["e:Rook Group", "positive"]["act"] == "alleges"
    assert told["e:Rook Group", "negative"]["act"] == "denies"


def _objects(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) and "properties" in schema else []
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return [*found, *(held for part in parts for held in _objects(part))]
