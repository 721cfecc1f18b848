"""Which reader reads this input, and what does it make of it?"""

from collections.abc import Iterator
from pathlib import PurePath

from whence.errors import BrokenFile, EmptyReport, SkipReport, UnknownFormat
from whence.model.report import Failure
from whence.read.decoding import decode
from whence.read.documents import Document, Input, Reader, failed, too_large
from whence.read.jsonl import read_jsonl
from whence.read.mail import read_mail
from whence.read.markdown import read_markdown
from whence.read.options import ReadOptions
from whence.read.page import looks_like_page, read_page
from whence.read.pdf import START, read_pdf
from whence.read.plain import read_plain
from whence.registry import Row, Table

__all__ = ["MEDIA_TYPES", "READERS", "Document", "read_document"]

READERS: Table[Reader] = Table(
    "reader",
    (
        Row(".txt", read_plain, "text as it stands, with or without front matter"),
        Row(".md", read_markdown, "text with Markdown's marks, which are taken away"),
        Row(".html", read_page, "a saved web page, of which the main text is taken"),
        Row(".htm", read_page, "another name of the same"),
        Row(".pdf", read_pdf, "printed pages, whose lines are joined again"),
        Row(".eml", read_mail, "a saved e-mail; its attachments are reports of their own"),
        Row(".jsonl", read_jsonl, "one report a line, with all its metadata"),
        Row(".ndjson", read_jsonl, "another name of the same"),
    ),
)
MEDIA_TYPES: Table[str] = Table(
    "media type",
    (
        Row("text/plain", ".txt", "what mail programs and servers call a text"),
        Row("text/markdown", ".md", "RFC 7763"),
        Row("text/html", ".html", "web pages"),
        Row("application/xhtml+xml", ".html", "web pages written as XML"),
        Row("application/pdf", ".pdf", "RFC 8118"),
        Row("message/rfc822", ".eml", "an e-mail inside an e-mail"),
        Row("application/jsonl", ".jsonl", "in common use, registered nowhere"),
        Row("application/x-ndjson", ".ndjson", "the same"),
    ),
)
# So much of a file's start is looked at to see whether it is what its name says.
_START = 4096
# How the reason begins where a reader failed in a way that it does not know; tests look for it.
UNFORESEEN = "The reader failed on it"
_TEXT_SUFFIXES = (".txt", ".md")


def read_document(
    data: bytes, *, path: str, media_type: str | None = None, options: ReadOptions
) -> list[Document | Failure]:
    """Return every report in the bytes and every part that could not be used; never raises.

    The path's suffix chooses the reader, then `media_type`; but a PDF or a web page under a text's name is read as
    what it is.
    """
    return list(_read(Input(data, path, options, media_type)))


def _read(source: Input) -> Iterator[Document | Failure]:
    try:
        found = list(_choose(source)(source))
    except SkipReport as problem:
        found = [failed(source, problem)]
    except Exception as problem:  # no one file may stop a run, not even one that nobody thought of
        found = [failed(source, _unforeseen(problem))]
    # An attachment that no reader knows (a logo, a calendar entry) is no report; a failure only where all are such.
    readable = [item for item in found if not isinstance(item, Input) or _suffix(item) in READERS.names()]
    for item in readable:
        if isinstance(item, Input):
            yield from _read(item)
        else:
            yield item
    if not readable:
        yield failed(
            source, EmptyReport("Found nothing in it that can be read.", hint="Save its attachments one by one.")
        )


def _unforeseen(problem: Exception) -> BrokenFile:
    return BrokenFile(
        f"{UNFORESEEN} ({type(problem).__name__}: {str(problem)[:200]}).",
        hint="Save its text as .txt, and report this as a mistake in Whence.",
    )


def _choose(source: Input) -> Reader:
    _check_limits(source)
    suffix = _suffix(source)
    if suffix not in READERS.names():
        raise UnknownFormat(
            f"{source.path} ends in {suffix or 'nothing'}, which no reader knows.",
            hint=f"Give a file that ends in one of: {' '.join(READERS.names())}",
        )
    return READERS.get(_contradicted(source.data, suffix) or suffix)


def _check_limits(source: Input) -> None:
    options = source.options
    if not source.data.strip():
        raise EmptyReport(f"{source.path} is empty.", hint="Save the report again, or leave it out.")
    if len(source.data) > options.max_bytes:
        raise too_large(len(source.data), options.max_bytes, what="bytes", setting="max_bytes")
    if source.depth > options.max_mail_depth:
        raise too_large(source.depth, options.max_mail_depth, what="e-mails inside e-mails", setting="max_mail_depth")


def _suffix(source: Input) -> str:
    suffix = PurePath(source.path).suffix.lower()
    declared = (source.media_type or "").split(";")[0].strip().lower()
    if suffix not in READERS.names() and declared in MEDIA_TYPES.names():
        return MEDIA_TYPES.get(declared)
    return suffix


def _contradicted(data: bytes, suffix: str) -> str | None:
    """Return the suffix that the content asks for where it plainly is not what its own says, or None."""
    if data.startswith(START) and suffix in (*_TEXT_SUFFIXES, ".html", ".htm", ".eml"):
        return ".pdf"
    if suffix not in (*_TEXT_SUFFIXES, ".pdf"):
        return None
    try:
        is_page = looks_like_page(decode(data[:_START]))
    except SkipReport:
        return None
    if is_page and suffix == ".pdf":
        raise BrokenFile(
            "Found a web page under the name of a PDF, most likely a log-in or an error page.",
            hint="Fetch the PDF again; if the page is what you want, name it .html.",
        )
    return ".html" if is_page else None
