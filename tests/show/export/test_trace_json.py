"""Is a trace written as the contract has it?"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.show.traces import HERALD, LEDGER, PORT, TRACE
from whence.model.stemma import Trace
from whence.show.export.json_text import encode_json
from whence.show.export.schemas import load_schema
from whence.show.export.trace_json import trace_document


def _document(trace: Trace) -> Any:
    return json.loads(encode_json(trace_document(trace)))


@pytest.fixture(name="document")
def _document_of_the_trace() -> Any:
    return _document(TRACE)


def test_the_document_fits_the_published_schema(document: Any) -> None:
    Draft202012Validator(load_schema("trace")).validate(document)


def test_an_empty_trace_fits_the_published_schema() -> None:
    empty = Trace(TRACE.made_by, (), (), (), (), (), (), (), ())
    Draft202012Validator(load_schema("trace")).validate(_document(empty))


def test_every_field_of_the_document_is_in_the_schema(document: Any) -> None:
    schema = load_schema("trace")
    assert set(_unknown_fields(document, schema, schema)) == set()


def _unknown_fields(value: Any, schema: Any, root: Any) -> Iterator[str]:
    """Yield the names of fields that a schema does not describe; what it does not describe, no reader can rely on."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", ()):
        if value is not None and choice.get("type") != "null":
            yield from _unknown_fields(value, choice, root)
    if isinstance(value, dict) and "properties" in schema:
        yield from set(value) - set(schema["properties"])
        for name, inner in value.items():
            yield from _unknown_fields(inner, schema["properties"].get(name, {}), root)
    if isinstance(value, list) and "items" in schema and schema["items"] is not False:
        for inner in value:
            yield from _unknown_fields(inner, schema["items"], root)


def test_reports_are_called_by_the_id_of_the_caller_everywhere(document: Any) -> None:
    claim = document["claims"][0]
    assert [report["id"] for report in document["reports"][:3]] == ["a-01", "a-02", "a-03"]
    assert document["stories"][0]["reports"] == ["a-01", "a-02", "a-03"]
    assert [mention["report"] for mention in claim["mentions"]] == ["a-01", "a-02"]
    parent = claim["mentions"][1]["parents"][0]
    assert parent["id"] == "a-01"
    assert [passage["report"] for passage in parent["passages"]] == ["a-01", "a-02"]
    assert (claim["drift"][0]["from"], claim["drift"][0]["to"]) == ("a-01", "a-02")
    assert claim["links"][0]["passages"][0]["report"] == "a-03"
    assert document["voices"][0]["occurrences"][0]["report"] == "a-01"
    inner = {LEDGER.id, HERALD.id, PORT.id}
    without_inner = [{**report, "inner_id": ""} for report in document["reports"]]
    assert not any(name in json.dumps({**document, "reports": without_inner}) for name in inner)


def test_an_edge_goes_from_the_later_report_to_what_it_depends_on(document: Any) -> None:
    edge = document["edges"][0]
    assert (edge["from"], edge["to"], edge["probability"]) == ("a-02", "a-01", 0.7123)
    in_later, in_earlier = edge["spans"][0]
    assert HERALD.text[slice(*in_later)] == LEDGER.text[slice(*in_earlier)] == "crates"


def test_a_mention_has_the_words_of_its_report(document: Any) -> None:
    mention = document["claims"][0]["mentions"][0]
    start, end = mention["span"][0]
    assert LEDGER.text[start:end] == "up to 12 crates may be missing from the quay"
    assert (mention["in"], mention["act"], mention["certainty"]) == ("text", "alleges", "unstated")
    assert mention["voices"][0]["id"] == "v1"


def test_the_grounds_of_a_mention_have_voices_of_the_case(document: Any) -> None:
    assert document["claims"][1]["mentions"][0]["grounds"][0]["id"] == "v3"


def test_what_would_change_has_if_and_then(document: Any) -> None:
    change = document["claims"][0]["origins"]["would_change"][0]
    assert change == {
        "if": "the clerk turns out to have counted the crates",
        "then": {"at_least": 1, "likely": 1, "at_most": 2},
    }


def test_versions_show_their_edits(document: Any) -> None:
    assert document["reports"][1]["versions"]["edits"][0]["before"] == {"text": "Fifty", "span": [0, 5]}
    assert document["reports"][0]["versions"] is None


def test_a_report_in_another_language_is_listed_as_not_understood(document: Any) -> None:
    radio = document["reports"][3]
    assert (radio["language"], radio["understood"]) == ("fr", False)
    assert document["not_understood"] == [radio["id"]]


def test_an_unseen_source_keeps_its_name() -> None:
    edge = replace(TRACE.edges[0], earlier="unseen:Courier")
    assert _document(replace(TRACE, edges=(edge,)))["edges"][0]["to"] == "unseen:Courier"


def test_a_voice_without_an_id_of_the_case_has_none() -> None:
    mention = TRACE.claims[0].mentions[0]
    bare = replace(mention, mention=replace(mention.mention, voice_ids=()))
    claim = replace(TRACE.claims[0], mentions=(bare,))
    assert _document(replace(TRACE, claims=(claim,)))["claims"][0]["mentions"][0]["voices"][0]["id"] is None


def test_a_document_says_where_its_texts_were_sent(document: Any) -> None:
    assert document["remote"] is None
    sent = _document(replace(TRACE, remote="https://models.example/v1"))
    Draft202012Validator(load_schema("trace")).validate(sent)
    assert sent["remote"] == "https://models.example/v1"


def test_every_output_says_what_made_it_and_what_failed(document: Any) -> None:
    assert document["schema_version"] == "1"
    assert document["made_by"] == {"component": "tests.traces", "version": "1", "options_digest": "0123456789ab"}
    assert document["failed"][0]["code"] == "broken"
