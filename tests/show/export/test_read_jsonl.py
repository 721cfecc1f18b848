"""Is the understanding of a report written as the contract has it?"""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.show.traces import MADE_BY, PORT, RADIO, UNDERSTOOD
from whence.model.report import Failure
from whence.model.statement import ReadingNotes, Understanding
from whence.show.export.json_text import encode_json
from whence.show.export.read_jsonl import failed_line, read_line
from whence.show.export.schemas import load_schema

FAILED = Failure("scan.pdf", "broken", "Found no page.")
UNREAD = Understanding(RADIO.text_sha256, MADE_BY, language_known=False)


@pytest.fixture(name="line")
def _line() -> Any:
    return json.loads(encode_json(read_line(PORT, UNDERSTOOD)))


@pytest.mark.parametrize(
    "record", [read_line(PORT, UNDERSTOOD), read_line(RADIO, UNREAD), failed_line(FAILED)], ids=["en", "fr", "failed"]
)
def test_a_line_fits_the_published_schema(record: object) -> None:
    Draft202012Validator(load_schema("read")).validate(json.loads(encode_json(record)))


def test_a_line_has_the_fields_of_the_contract(line: Any) -> None:
    expected = "id text_sha256 language statements entities times places relations schema_version made_by failed"
    assert set(expected.split()) <= set(line)


def test_spans_are_pairs_that_cut_the_words(line: Any) -> None:
    statement = line["statements"][0]
    start, end = statement["content"][0]
    assert PORT.text[start:end] == "any crates are missing"
    assert statement["voices"][0]["span"] == [0, 18]
    assert statement["grounds"][0] == {
        "name": "Ilka Moen",
        "as_worded": "Ilka Moen",
        "kind": "person",
        "named": True,
        "span": [PORT.text.index("Ilka"), PORT.text.index("Ilka") + 9],
        "entity": "e1",
    }


def test_a_statement_of_the_title_says_so(line: Any) -> None:
    assert [statement["in"] for statement in line["statements"]] == ["text", "title"]


def test_a_report_in_another_language_is_listed_as_not_understood() -> None:
    line = read_line(RADIO, UNREAD)
    assert (line["understood"], line["statements"], line["failed"]) == (False, [], [])


def test_a_failed_input_has_a_line_without_an_id() -> None:
    line = failed_line(FAILED)
    assert line["id"] is None
    assert line["failed"] == [{"path": "scan.pdf", "code": "broken", "reason": "Found no page."}]


def test_a_line_says_how_it_was_read(line: Any) -> None:
    assert line["reader"] == {"rejected": 0, "fallen_back": 0, "reason": None, "remote": None}
    noted = replace(UNDERSTOOD, reading=ReadingNotes(3, 2, "https://models.example/v1", "No answer."))
    record = json.loads(encode_json(read_line(PORT, noted)))
    Draft202012Validator(load_schema("read")).validate(record)
    assert record["reader"] == {
        "rejected": 3,
        "fallen_back": 2,
        "reason": "No answer.",
        "remote": "https://models.example/v1",
    }
    assert failed_line(FAILED)["reader"] == {"rejected": 0, "fallen_back": 0, "reason": None, "remote": None}


def test_the_schema_describes_every_field_of_a_line_and_of_its_statements(line: Any) -> None:
    schema = load_schema("read")
    assert set(line) == set(schema["required"]) == set(schema["properties"])
    reader = schema["properties"]["reader"]
    assert set(line["reader"]) == set(reader["required"]) == set(reader["properties"])
    for name, record in (("statement", line["statements"][0]), ("part", line["statements"][0]["parts"][0])):
        described = schema["$defs"][name]
        assert set(record) == set(described["required"]) == set(described["properties"])


def test_the_shown_id_wins() -> None:
    assert read_line(PORT, UNDERSTOOD, shown_id="other")["id"] == "other"
