"""How is a trace written as lines, each of its own type, for tools that read a record at a time?"""

from collections.abc import Iterator

from whence.model.stemma import Trace
from whence.show.export.records import Record
from whence.show.export.trace_json import trace_document

# The lists of the document and the type of a line from each, in the order of the lines.
TYPES = (
    ("failed", "failed"),
    ("reports", "report"),
    ("stories", "story"),
    ("claims", "claim"),
    ("edges", "edge"),
    ("voices", "voice"),
    ("corrections", "correction"),
)


def trace_lines(trace: Trace) -> Iterator[Record]:
    """Yield first the run itself (schema, maker, what failed), then every record of the document with its `type`."""
    document = trace_document(trace)
    lists = {name for name, _ in TYPES}
    run = {name: value for name, value in document.items() if name not in lists or name == "failed"}
    yield {"type": "run", **run}
    for name, kind in TYPES:
        records = document[name]
        if isinstance(records, list):
            yield from ({"type": kind, **record} for record in records)
