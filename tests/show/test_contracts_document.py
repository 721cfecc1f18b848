"""Are the worked examples of docs/contracts.md what the schemas ask for?"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from whence.show.export.schemas import SCHEMAS, load_schema

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "contracts.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json ([\w-]+)\n(.*?)```", DOCUMENT, flags=re.DOTALL)
[GIVEN] = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", DOCUMENT, flags=re.DOTALL)]


def test_every_schema_has_an_example_and_a_row() -> None:
    assert {name for name, _ in EXAMPLES} == set(SCHEMAS.names())
    assert all(f"schema/{row.thing}) |" in DOCUMENT for row in SCHEMAS)


@pytest.mark.parametrize(("name", "block"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_fits_its_schema(name: str, block: str) -> None:
    registry = Registry().with_resource("whence:trace/1", Resource.from_contents(load_schema("trace")))
    Draft202012Validator(load_schema(name), registry=registry).validate(json.loads(block))


def test_the_spans_of_the_example_cut_its_words() -> None:
    line: Any = next(json.loads(block) for name, block in EXAMPLES if name == "read")
    [statement] = line["statements"]
    cut = {part: GIVEN["text"][slice(*statement[part][0])] for part in ("content", "cue", "source")}
    assert cut == {"content": "any crates are missing", "cue": "denies", "source": "The port authority"}
