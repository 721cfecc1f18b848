"""Does every good line of JSON become the report it describes, word for word, whatever its neighbours are?"""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.reading import fail_one, read_all, read_one
from whence.model.report import Failure, Moment
from whence.read.documents import Document
from whence.read.jsonl import read_lines
from whence.read.options import ReadOptions

FULL = {
    "id": "hp-1",
    "text": " It rained,\r\nthe mayor said. \n",
    "title": "Rain",
    "outlet": "Harbour Post",
    "outlet_type": "newspaper",
    "byline": "Lena Torv",
    "url": "https://harbour.example/1",
    "published_at": "2031-03-02T09:15:00Z",
    "language": "en",
    "mood": {"grim": [1, 2]},
}


def test_read_jsonl_keeps_every_field_and_the_text_exactly() -> None:
    line = json.dumps(FULL).encode()
    (document,) = read_all(line + b"\r\n", "a.jsonl")
    assert isinstance(document, Document)
    report = document.report
    assert document.original == line
    assert report.text == FULL["text"]
    assert (report.given_id, report.shown_id, report.path) == ("hp-1", "hp-1", "a.jsonl:1")
    assert (report.title, report.outlet, report.outlet_type) == ("Rain", "Harbour Post", "newspaper")
    assert (report.byline, report.url, report.language) == ("Lena Torv", "https://harbour.example/1", "en")
    assert report.published == Moment("2031-03-02T09:15:00Z", "second")


@settings(deadline=None)  # the machine may be shared
@given(st.text(min_size=1).filter(str.strip))
def test_read_jsonl_keeps_any_text_exactly(text: str) -> None:
    for ascii_only in (True, False):
        assert (
            read_one(json.dumps({"text": text, "language": "en"}, ensure_ascii=ascii_only).encode(), "a.jsonl").text
            == text
        )


BAD_LINES = [
    # line, code, what the reason names
    (b'{"id": "a"}', "broken", '"text"'),
    (b'{"id": "a", "text": null}', "broken", '"text"'),
    (b'{"id": "a", "text": 5}', "broken", '"text" is 5'),
    (b'{"id": {}, "text": "It rained."}', "broken", '"id" is {}'),
    (b'{"id": true, "text": "It rained."}', "broken", '"id" is true'),
    (b'{"text": "It rained.", "outlet": ["a"]}', "broken", '"outlet"'),
    (b'{"text": "It rained.", "published_at": 1930000000}', "broken", '"published_at"'),
    (b'{"text": " \\n "}', "empty", "no words"),
    (b'{"text": "It rained."', "broken", "not JSON"),
    (b"It rained.", "broken", "not JSON"),
    (b'["It rained."]', "broken", "JSON list"),
    (b'{"text": "caf\xe9"}', "bad_encoding", "not UTF-8"),
    (b'{"text": ' + b"[" * 100_000, "broken", "not JSON"),
]


@pytest.mark.parametrize(("line", "code", "named"), BAD_LINES)
def test_read_jsonl_fails_a_bad_line_and_reads_the_others(line: bytes, code: str, named: str) -> None:
    good = b'{"id": "%d", "text": "It rained."}'
    first, bad, last = read_all(b"\n".join([good % 1, line, good % 2]), "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Failure)
    assert (bad.path, bad.code) == ("a.jsonl:2", code)
    assert named in bad.reason
    assert last.report.path == "a.jsonl:3"


def test_read_jsonl_fails_a_line_over_the_limit_only() -> None:
    lines = [{"text": "It rained. " * 100}, {"text": "It rained."}]
    data = "\n".join(map(json.dumps, lines)).encode()
    failure, document = read_all(data, "a.jsonl", ReadOptions(max_line_bytes=200))
    assert isinstance(failure, Failure)
    assert (failure.code, "max_line_bytes" in failure.reason) == ("too_large", True)
    assert isinstance(document, Document)


def test_read_jsonl_fails_a_second_report_under_one_id() -> None:
    lines = [
        b'{"id": 7, "text": "It rained."}',
        b'{"id": "7", "text": "It snowed."}',
        b'{"id": 7, "text": "It rained."}',
    ]
    first, second, third = read_all(b"\n".join(lines), "a.jsonl")
    assert isinstance(first, Document)
    assert first.report.given_id == "7"
    assert isinstance(second, Failure)
    assert "'7' stands on line 1" in second.reason
    assert third == replace(first, report=replace(first.report, path="a.jsonl:3"))


def test_read_jsonl_takes_another_text_at_the_same_address_as_a_version() -> None:
    line = b'{"id": "a", "url": "https://harbour.example/1", "text": "It %s."}'
    versions = read_all(b"\n".join([line % b"rained", line % b"snowed"]), "a.jsonl")
    assert [item.report.text for item in versions if isinstance(item, Document)] == ["It rained.", "It snowed."]


def test_read_jsonl_takes_what_is_common_though_not_agreed() -> None:
    data = (
        b'\xef\xbb\xbf\n{"text": "It rained.", "byline": ["A", "B"], "published_at": "soon", "id": "", "url": null}\n\n'
    )
    (document,) = read_all(data, "a.ndjson")
    assert isinstance(document, Document)
    report = document.report
    assert (report.byline, report.published, report.given_id, report.url) == ("A, B", None, None, None)
    assert report.path == "a.ndjson:2"


def test_read_jsonl_puts_a_mark_in_the_place_of_half_a_character() -> None:
    assert read_one(b'{"text": "a\\ud83d b"}', "a.jsonl").text == "a\ufffd b"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'[\n{"text": "It rained."}\n]', "broken"),
        ('{"text": "It rained."}\n{"text": "It rained."}'.encode("utf-16"), "bad_encoding"),
        ('{"text": "It rained."}\n{"text": "It rained."}'.encode("utf-16-be"), "bad_encoding"),
        (b"\x89PNG\r\n\x1a\n\n\n\n", "binary"),
        (b"%PDF-1.7\n1\n2", "binary"),
        (b"\n \n", "empty"),
    ],
)
def test_read_jsonl_fails_once_for_what_is_no_json_lines_at_all(data: bytes, code: str) -> None:
    failure = fail_one(data, "a.jsonl")
    assert (failure.path, failure.code) == ("a.jsonl", code)


def test_read_lines_yields_each_report_as_its_line_comes() -> None:
    def lines() -> Iterator[bytes]:
        yield b'{"text": "It rained."}\n'
        raise AssertionError("read ahead")

    assert isinstance(next(read_lines(lines(), path="-", options=ReadOptions())), Document)


def test_a_first_line_that_reads_like_a_title_is_one_where_none_is_given() -> None:
    text = "Lock shut at Dunesk\n\nThe lock at Dunesk was shut on Monday."
    lines = [
        json.dumps({"id": "a", "text": text}).encode(),
        json.dumps({"id": "b", "title": "T", "text": text}).encode(),
    ]
    shown, given = (
        item.report for item in read_lines(lines, path="x.jsonl", options=ReadOptions()) if hasattr(item, "report")
    )
    assert (shown.title, shown.title_in_text, shown.text) == ("Lock shut at Dunesk", True, text)
    assert (given.title, given.title_in_text, given.text) == ("T", False, text)
