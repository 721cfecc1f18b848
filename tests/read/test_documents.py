"""Does what was given and cannot be used become a notice beside the report?"""

import pytest

from tests.read.reading import read_all
from whence.model.report import Notice
from whence.read.documents import Document

WITHOUT = "expected one like 2031-02-03; the report is kept without a date"


@pytest.mark.parametrize(
    ("path", "data", "value"),
    [
        ("a.txt", b"---\ndate: 03/02/2031\n---\nIt rained.", "03/02/2031"),
        ("a.md", b"---\npublished: yesterday\n---\nIt rained.", "yesterday"),
        ("a.jsonl", b'{"text": "It rained.", "published_at": "on Monday"}', "on Monday"),
        ("a.eml", b"From: Harbour Post <a@b.example>\nDate: some day\n\nIt rained.\n", "some day"),
    ],
)
def test_a_date_that_cannot_be_read_is_noted_with_its_file(path: str, data: bytes, value: str) -> None:
    (document,) = read_all(data, path)
    assert isinstance(document, Document)
    assert document.report.published is None
    where = f"{path}:1" if path.endswith("jsonl") else path
    assert document.notices == (Notice(where, "unread_date", f"the date “{value}” cannot be read, {WITHOUT}"),)


@pytest.mark.parametrize("date", ["2031-02-03", "~", ""])
def test_a_date_that_is_read_or_not_given_is_not_noted(date: str) -> None:
    (document,) = read_all(f"---\noutlet: Harbour Post\ndate: {date}\n---\nIt rained.".encode(), "a.txt")
    assert isinstance(document, Document)
    assert document.notices == ()


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_a_line_of_front_matter_that_cannot_be_read_is_noted_and_is_no_title(path: str) -> None:
    block = b"---\nthis is broken\n\noutlet: Harbour Post\nlanguage: en\n---\n\nIt rained.\n\nAnd more.\n"
    (document,) = read_all(block, path)
    assert isinstance(document, Document)
    assert (document.report.title, document.report.outlet) == (None, "Harbour Post")
    said = "the line “this is broken” at its top cannot be read, expected one like “outlet: NAME”; it is passed over"
    assert document.notices == (Notice(path, "unread_line", said),)
