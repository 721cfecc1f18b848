"""What does each line of JSON report?"""

import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from whence.errors import BadEncoding, BinaryReport, BrokenFile, SkipReport
from whence.model.report import Failure
from whence.read.decoding import name_binary
from whence.read.documents import Document, Draft, Input, failed, finish, too_large
from whence.read.moments import parse_moment
from whence.read.options import ReadOptions
from whence.read.plain import find_title

MEDIA_TYPE = "application/jsonl"
_EXPECTED = 'one object a line, {"id": "...", "text": "..."}'
# Ids of one file, and the line, digest and address each stood with; a later line may repeat one only word for word, or
# as another version of what is at the same address.
_Seen: TypeAlias = dict[str, tuple[int, str, str | None]]


def read_jsonl(source: Input) -> Iterator[Document | Failure]:
    """Yield the report of each line of a file of JSON lines."""
    # Split at line feeds only: other characters that end a line stand unescaped inside JSON strings.
    lines = source.data.split(b"\n")
    yield from read_lines(lines, path=source.path, options=source.options)


def read_lines(lines: Iterable[bytes], *, path: str, options: ReadOptions) -> Iterator[Document | Failure]:
    """Yield the report of each line, or why it has none; blank lines are passed over, one bad line stops nothing.

    Only a first line that shows the whole input to be something else (binary, UTF-16, one JSON array) ends it, so that
    one mistake is not listed thousands of times.
    """
    seen: _Seen = {}
    nothing_yet = True
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip(b"\r\n")
        if nothing_yet:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        if nothing_yet and (problem := _not_lines(line)):
            yield Failure(path, problem.code, str(problem))
            return
        nothing_yet = False
        yield _read_line(Input(line, f"{path}:{number}", options), number, seen)
    if nothing_yet:
        problem = BrokenFile("Found no line with anything in it.", hint=f"Give {_EXPECTED}, or leave the file out.")
        yield Failure(path, "empty", str(problem))


def _not_lines(first: bytes) -> SkipReport | None:
    kind = name_binary(first)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")) or first[1:2] == b"\x00" or first[:1] == b"\x00":
        return BadEncoding("Found UTF-16, JSON lines are UTF-8.", hint="Save the file as UTF-8.")
    if kind or first.startswith(b"%PDF-"):
        return BinaryReport(f"Found {kind or 'a PDF'}, expected {_EXPECTED}.", hint="Give it its right suffix.")
    if first.strip() in (b"[", b"[{"):
        return BrokenFile(f"Found one JSON array, expected {_EXPECTED}.", hint="Convert it with: jq -c '.[]' FILE")
    return None


def _read_line(source: Input, number: int, seen: _Seen) -> Document | Failure:
    try:
        return _document(source, number, seen)
    except SkipReport as problem:
        return failed(source, problem)


def _document(source: Input, number: int, seen: _Seen) -> Document:
    if len(source.data) > source.options.max_line_bytes:
        raise too_large(
            len(source.data), source.options.max_line_bytes, what="bytes or more in one line", setting="max_line_bytes"
        )
    document = finish(_draft(_parse(source.data)), source)
    given, original, url = document.report.given_id, document.report.original_sha256, document.report.url
    if given is not None:
        first, known, address = seen.setdefault(given, (number, original, url))
        if known != original and (url is None or url != address):
            raise BrokenFile(
                f"The id {given!r} stands on line {first} with another report.", hint="Give each its own id."
            )
    return document


def _parse(line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line, strict=False)
    except UnicodeDecodeError as problem:
        raise BadEncoding(f"The line is not UTF-8 (byte {problem.start}).", hint="Save the file as UTF-8.") from problem
    except (ValueError, RecursionError) as problem:
        raise BrokenFile(f"The line is not JSON: {problem}.", hint=f"Give {_EXPECTED}.") from problem
    if not isinstance(found, dict):
        raise BrokenFile(f"Found a JSON {type(found).__name__}, expected an object.", hint=f"Give {_EXPECTED}.")
    return found


def _draft(fields: dict[str, object]) -> Draft:
    if fields.get("text") is None:
        raise BrokenFile('The line has no "text".', hint=f"Give {_EXPECTED}.")
    given, byline = fields.get("id"), fields.get("byline")
    if isinstance(given, int) and not isinstance(given, bool):
        fields = fields | {"id": str(given)}
    if isinstance(byline, list) and all(isinstance(name, str) for name in byline):
        fields = fields | {"byline": ", ".join(byline)}
    worded = _string(fields, "published_at") or ""
    published = parse_moment(worded)
    text, title = _string(fields, "text") or "", _string(fields, "title") or None
    # Without a title of its own, a first line that reads like one is it, as in a plain text file; the text stays whole.
    shown = None if title else find_title(text)
    return Draft(
        text=text,
        media_type=MEDIA_TYPE,
        reader="jsonl",
        given_id=_string(fields, "id") or None,
        title=title or shown,
        title_in_text=shown is not None,
        outlet=_string(fields, "outlet") or None,
        outlet_type=_string(fields, "outlet_type") or None,
        byline=_string(fields, "byline") or None,
        url=_string(fields, "url") or None,
        published=published,
        unread_date=None if published else worded or None,
        language=_string(fields, "language"),
    )


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BrokenFile(f'"{name}" is {json.dumps(value)[:40]}, expected a string.', hint="Put it in double quotes.")
    return value
