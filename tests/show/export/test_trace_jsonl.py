"""Is a trace written as lines, a record each?"""

import json
from collections import Counter

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.show.traces import TRACE
from whence.show.export.json_text import encode_json
from whence.show.export.schemas import load_schema
from whence.show.export.trace_json import trace_document
from whence.show.export.trace_jsonl import trace_lines

LINES = [json.loads(encode_json(line)) for line in trace_lines(TRACE)]


def test_the_first_line_is_the_run() -> None:
    assert LINES[0]["type"] == "run"
    assert LINES[0]["failed"][0]["path"] == "scan.pdf"
    assert LINES[0]["remote"] is None


def test_every_record_of_the_document_has_a_line() -> None:
    kinds = Counter(line["type"] for line in LINES)
    assert kinds == {"run": 1, "failed": 1, "report": 4, "story": 2, "claim": 2, "edge": 1, "voice": 3}


def test_a_line_has_the_fields_of_the_document() -> None:
    claim = next(line for line in LINES if line["type"] == "claim")
    document = json.loads(encode_json(trace_document(TRACE)))
    assert claim == {"type": "claim", **document["claims"][0]}


def test_every_line_fits_the_published_schema() -> None:
    trace = Resource.from_contents(load_schema("trace"))
    validator = Draft202012Validator(
        load_schema("trace-line"), registry=Registry().with_resource("whence:trace/1", trace)
    )
    for line in LINES:
        validator.validate(line)
    assert not validator.is_valid({"type": "rumour"})
