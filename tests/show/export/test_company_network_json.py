"""Is the document of a network what its schema asks for, and does every line in it lead to its rows?"""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.show.companies.making import example_network
from whence.model.report import MadeBy
from whence.show.export.company_network_json import network_document
from whence.show.export.json_text import encode_json
from whence.show.export.schemas import load_schema


def document(company: str = "") -> Any:
    network, rows = example_network(company)
    return json.loads(encode_json(network_document(network, rows, made_by=MadeBy("whence.registers", "1", "ab"))))


@pytest.mark.parametrize("company", ["", "reed logistics", "Morning Loaf"])
def test_the_document_fits_its_schema(company: str) -> None:
    registry = Registry().with_resource("whence:trace/1", Resource.from_contents(load_schema("trace")))
    Draft202012Validator(load_schema("company-network"), registry=registry).validate(document(company))


@pytest.mark.parametrize("company", ["", "reed logistics"])
def test_every_line_leads_to_a_company_and_its_rows(company: str) -> None:
    found = document(company)
    registers = {each["id"]: each["register"] for each in found["companies"]}
    rows = {(row["register"], row["line"]) for row in found["rows"]}
    held = [(holder["company"], line) for tie in found["ties"] for holder in tie["holders"] for line in holder["lines"]]
    held += [(holding["owned"], line) for holding in found["holdings"] for line in holding["lines"]]
    held += [(row["company"], row["line"]) for pattern in found["patterns"] for row in pattern["rows"]]
    assert held
    assert {(registers[company_id], line) for company_id, line in held} == rows
    assert all(company_id in registers for group in found["groups"] for company_id in group["companies"])
    assert {tie for group in found["groups"] for tie in group["ties"]} <= {tie["id"] for tie in found["ties"]}


def test_a_part_says_which_company_it_is_about() -> None:
    found = document("Morning Loaf")
    assert [company["name"] for company in found["companies"] if company["id"] == found["about"]] == [
        "Morning Loaf Ltd"
    ]
    assert document()["about"] is None
