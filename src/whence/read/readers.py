"""Which reader reads this input, and what does it make of it?"""

from collections.abc import Iterator
from pathlib import PurePath

from whence.errors import EmptyReport, SkipReport, UnknownFormat
from whence.model.report import Failure
from whence.read.documents import Document, Input, Reader, failed, too_large
from whence.read.jsonl import read_jsonl
from whence.read.options import ReadOptions
from whence.read.plain import read_plain
from whence.registry import Row, Table

__all__ = ["READERS", "Document", "read_document"]

READERS: Table[Reader] = Table(
    "reader",
    (
        Row(".txt", read_plain, "text as it stands, with or without front matter"),
        Row(".jsonl", read_jsonl, "one report a line, with all its metadata"),
        Row(".ndjson", read_jsonl, "another name of the same"),
    ),
)


def read_document(
    data: bytes, *, path: str, media_type: str | None = None, options: ReadOptions
) -> list[Document | Failure]:
    """Return every report in the bytes and every part that could not be used; never raises."""
    return list(_read(Input(data, path, options, media_type)))


def _read(source: Input) -> Iterator[Document | Failure]:
    try:
        found = list(_choose(source)(source))
    except SkipReport as problem:
        found = [failed(source, problem)]
    for item in found:
        if isinstance(item, Input):
            yield from _read(item)
        else:
            yield item


def _choose(source: Input) -> Reader:
    suffix = PurePath(source.path).suffix.lower()
    if len(source.data) > source.options.max_bytes:
        raise too_large(len(source.data), source.options.max_bytes, what="bytes", setting="max_bytes")
    if not source.data:
        raise EmptyReport(f"{source.path} is empty.", hint="Save the report again, or leave it out.")
    if suffix not in READERS.names():
        raise UnknownFormat(
            f"{source.path} ends in {suffix or 'nothing'}, which no reader knows.",
            hint=f"Give a file that ends in one of: {' '.join(READERS.names())}",
        )
    return READERS.get(suffix)
