"""Does every input come to reports and failures, whatever its name says and its bytes are?"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.printing import print_pdf
from tests.read.reading import fail_one, read_all, read_one
from whence.errors import SkipReport
from whence.model.ids import text_sha256
from whence.model.report import Failure
from whence.read.documents import Document
from whence.read.front_matter import KEYS
from whence.read.options import ReadOptions
from whence.read.readers import MEDIA_TYPES, READERS, UNFORESEEN, read_document

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formats.md"
PAGE = (
    b"<!doctype html><html><body><article><p>" + b"It rained all day, the mayor said. " * 10 + b"</p></article></html>"
)
SEEDS = [
    b"---\noutlet: a\n---\n# Rain\n\nIt [rained](x) *all* day.",
    PAGE,
    print_pdf([["It rained."]], info="/Title (Rain)"),
    b"From: a <a@b.example>\nSubject: Rain\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nIt rained.\n--q--\n",
    b'{"id": "a", "text": "It rained."}\n{"id": "a"}\n',
    "It rained — “all day”.".encode("utf-16"),
]


def test_readers_are_the_ones_that_are_documented() -> None:
    assert READERS.names() == [".txt", ".md", ".html", ".htm", ".pdf", ".eml", ".jsonl", ".ndjson"]
    assert {row.thing for row in MEDIA_TYPES} <= set(READERS.names())


@pytest.mark.parametrize(
    ("path", "data", "media_type"),
    [
        ("a.txt", print_pdf([["It rained."]]), "application/pdf"),
        ("a.html", print_pdf([["It rained."]]), "application/pdf"),
        ("a.txt", PAGE, "text/html"),
        ("a.md", b"\n <!-- saved -->\n" + PAGE, "text/html"),
        ("a.TXT", PAGE.decode().encode("utf-16"), "text/html"),
        ("a.html", b"It rained.", "text/plain"),
    ],
)
def test_read_document_reads_content_as_what_it_is(path: str, data: bytes, media_type: str) -> None:
    assert read_one(data, path).media_type == media_type


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.md", b" \n\t\n", "empty"),
        ("a.txt", "\ufeff\n".encode(), "empty"),
        ("a.txt", b"---\noutlet: a\n---\n\n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("a.md", b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "binary"),
        ("a.html", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 90, "binary"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "binary"),
        ("a.txt", bytes(range(128, 256)) * 200, "bad_encoding"),
        ("a.pdf", PAGE, "broken"),
        ("a.pdf", b"It rained.", "broken"),
        ("a.docx", b"It rained.", "unknown_format"),
        ("a", b"It rained.", "unknown_format"),
    ],
)
def test_read_document_fails_with_code_and_what_to_do(path: str, data: bytes, code: str) -> None:
    failure = fail_one(data, path)
    assert (failure.path, failure.code) == (path, code)
    found, _, what_to_do = failure.reason.partition(". ")
    assert found, "what was found"
    assert what_to_do.split()[0] in {"Give", "Save", "Fetch"}, "what to do"


@pytest.mark.parametrize("suffix", READERS.names())
def test_read_document_holds_every_reader_to_the_size_limit(suffix: str) -> None:
    failure = fail_one(b"It rained. " * 20, f"a{suffix}", ReadOptions(max_bytes=100, max_line_bytes=100))
    assert (failure.code, "read.max_" in failure.reason) == ("too_large", True)


@pytest.mark.parametrize(
    ("media_type", "text"), [("text/plain; charset=utf-8", "*It* rained."), ("text/markdown", "It rained.")]
)
def test_read_document_goes_by_the_media_type_where_the_name_says_nothing(media_type: str, text: str) -> None:
    (document,) = read_document(b"*It* rained.", path="download", media_type=media_type, options=ReadOptions())
    assert isinstance(document, Document)
    assert document.report.text == text


def check(items: list[Document | Failure], path: str) -> None:
    for item in items:
        if isinstance(item, Failure):
            assert item.path.startswith(path)
            assert UNFORESEEN not in item.reason, item.reason
            continue
        report = item.report
        assert report.text.strip()
        assert report.text_sha256 == text_sha256(report.text)
        report.text.encode()
        for link in report.links:
            assert link.span is None or link.span.cut(report.text).strip()


@settings(deadline=None, max_examples=100)  # the machine may be shared
@given(st.binary(max_size=300), st.sampled_from(READERS.names()))
def test_read_document_never_raises_on_any_bytes(data: bytes, suffix: str) -> None:
    check(read_all(data, f"a{suffix}"), f"a{suffix}")


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300), st.sampled_from(READERS.names()), st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_read_document_never_raises_on_any_text(text: str, suffix: str, encoding: str) -> None:
    check(read_all(text.encode(encoding, "replace"), f"a{suffix}"), f"a{suffix}")


@settings(deadline=None, max_examples=100)
@given(st.data(), st.sampled_from(READERS.names()))
def test_read_document_never_raises_on_damaged_files(data: st.DataObject, suffix: str) -> None:
    damaged = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(damaged)))
        damaged[start : start + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=12))
    check(read_all(bytes(damaged), f"a{suffix}"), f"a{suffix}")


def test_formats_document_names_every_reader_key_limit_and_failure() -> None:
    words = FORMATS.read_text("utf-8")
    named = set(re.findall(r"`([^`\n]+)`", words))
    codes = {SkipReport.code} | {error.code for error in SkipReport.__subclasses__()}
    limits = {f"read.{name}" for name in ReadOptions.__dataclass_fields__}
    assert (set(READERS.names()) | set(KEYS) | codes | limits) - named == set()


def test_formats_document_gives_the_limits_as_they_are() -> None:
    rows = dict(re.findall(r"^\| `read\.(\w+)` \| ([\d,]+)", FORMATS.read_text("utf-8"), re.MULTILINE))
    assert {name: int(value.replace(",", "")) for name, value in rows.items()} == {
        name: getattr(ReadOptions(), name) for name in ReadOptions.__dataclass_fields__
    }
