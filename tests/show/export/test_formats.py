"""Which formats and schemas are there? Saved lists, so that a change of them is seen."""

from importlib.resources import files

from jsonschema import Draft202012Validator

from whence.show.export.formats import TRACE_FORMATS
from whence.show.export.schemas import SCHEMAS, load_schema


def test_the_formats_of_a_trace() -> None:
    assert TRACE_FORMATS.names() == ["json", "jsonl"]


def test_the_published_schemas() -> None:
    assert SCHEMAS.names() == ["read", "trace", "trace-line", "network", "screening", "company-network"]
    assert {row.thing for row in SCHEMAS} == {
        file.name for file in files("whence.show.export").joinpath("schema").iterdir()
    }


def test_the_schemas_are_schemas() -> None:
    for name in SCHEMAS.names():
        Draft202012Validator.check_schema(load_schema(name))
