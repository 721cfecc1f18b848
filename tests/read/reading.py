"""How do the tests of `read` get at the one report, or the one failure, that bytes come to?"""

from whence.model.report import Failure, Report
from whence.read.options import ReadOptions
from whence.read.readers import Document, read_document


def read_all(data: bytes, path: str, options: ReadOptions | None = None) -> list[Document | Failure]:
    return read_document(data, path=path, options=options or ReadOptions())


def read_one(data: bytes, path: str, options: ReadOptions | None = None) -> Report:
    (document,) = read_all(data, path, options)
    assert isinstance(document, Document), document
    assert document.original == data
    return document.report


def fail_one(data: bytes, path: str, options: ReadOptions | None = None) -> Failure:
    (failure,) = read_all(data, path, options)
    assert isinstance(failure, Failure)
    return failure


def linked_words(report: Report) -> list[tuple[str, str | None]]:
    return [(link.target, link.span.cut(report.text) if link.span else None) for link in report.links]
