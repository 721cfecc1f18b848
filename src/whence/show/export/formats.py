"""In which formats can a trace leave the program? One row each."""

from collections.abc import Callable, Iterator

from whence.model.stemma import Trace
from whence.registry import Row, Table
from whence.show.export.json_text import encode_json
from whence.show.export.trace_json import trace_document
from whence.show.export.trace_jsonl import trace_lines


def _as_document(trace: Trace) -> Iterator[bytes]:
    yield encode_json(trace_document(trace))


def _as_lines(trace: Trace) -> Iterator[bytes]:
    yield from map(encode_json, trace_lines(trace))


TRACE_FORMATS: Table[Callable[[Trace], Iterator[bytes]]] = Table(
    "--format",
    (
        Row("json", _as_document, "the whole trace as one document"),
        Row("jsonl", _as_lines, "one record a line, each with its type"),
    ),
)
