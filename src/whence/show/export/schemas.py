"""Which JSON Schemas does the project publish, and where do they lie in the package?"""

import json
from importlib.resources import files
from typing import Any

from whence.registry import Row, Table

SCHEMAS: Table[str] = Table(
    "schema",
    (
        Row("read", "read.schema.json", "one line of `whence read --format jsonl`"),
        Row("trace", "trace.schema.json", "the document of `whence trace --format json`"),
        Row("trace-line", "trace-line.schema.json", "one line of `whence trace --format jsonl`"),
        Row("network", "network.schema.json", "the document of `whence network --format json`"),
        Row("screening", "screening.schema.json", "the document of `whence watchlist screen --format json`"),
        Row("company-network", "company-network.schema.json", "the document of `whence register network`, as JSON"),
    ),
)


def load_schema(name: str) -> dict[str, Any]:
    """Return the schema of that name.

    >>> load_schema("read")["$id"]
    'whence:read/1'
    """
    text = files("whence.show.export").joinpath("schema", SCHEMAS.get(name)).read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
