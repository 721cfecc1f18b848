"""What does a PDF report, once its lines are joined into paragraphs again?"""

import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from whence.errors import BrokenFile, EmptyReport, PasswordProtected, SkipReport
from whence.model.report import Failure, Moment
from whence.read.documents import Document, Draft, Input, finish, too_large
from whence.read.moments import of_datetime
from whence.read.page_lines import join_pages
from whence.read.plain import find_title

MEDIA_TYPE = "application/pdf"
START = b"%PDF-"
# Readers look for the mark within so many bytes, since some programs write others before it (ISO 32000, note 13).
START_WITHIN = 1024
# What programs write as a title when nobody gave one.
_NO_TITLE = re.compile(
    r"untitled|microsoft (?:word|powerpoint)\b.*|slide \d+|.*\.(?:docx?|odt|pdf|indd|pptx?|txt|rtf)", re.I
)
_LOCKED_HINT = "Save a copy without protection from a program that can open it."
_BROKEN_HINT = "Fetch or save the PDF again, or save its text as .txt."


def read_pdf(source: Input) -> Iterator[Document | Failure]:
    """Yield the one report of a PDF, and a failure for each page that could not be read."""
    start = source.data.find(START, 0, START_WITHIN)
    if start < 0:
        raise BrokenFile(
            "Found no PDF behind a name that ends in .pdf.", hint="Give it its right suffix, or fetch it again."
        )
    reader = _open(source.data[start:])
    pages, failures = _read_pages(reader, source)
    paragraphs = join_pages(pages)
    if not paragraphs:
        raise EmptyReport(
            f"The PDF has {len(pages) + len(failures)} pages and no text in them: they are pictures, as of a scan.",
            hint="Put text under them first, for instance with: ocrmypdf IN.pdf OUT.pdf",
        )
    yield finish(_draft(reader, paragraphs), source)
    yield from failures


def _open(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
    except Exception as problem:  # pypdf raises whatever a damaged file leads it to
        raise _translate(problem, "The PDF cannot be opened") from problem
    if reader.is_encrypted and not _unlock(reader):
        raise PasswordProtected("The PDF needs a password.", hint=_LOCKED_HINT)
    return reader


def _unlock(reader: PdfReader) -> bool:
    # Many PDFs are encrypted with an empty password, to forbid printing only.
    try:
        return bool(reader.decrypt(""))
    except Exception as problem:  # see _open
        raise _translate(problem, "The PDF's encryption cannot be read") from problem


def _read_pages(reader: PdfReader, source: Input) -> tuple[list[str], list[Failure]]:
    try:
        pages = list(reader.pages)
    except Exception as problem:  # see _open
        raise _translate(problem, "The PDF's pages cannot be found") from problem
    if len(pages) > source.options.max_pages:
        raise too_large(len(pages), source.options.max_pages, what="pages", setting="max_pages")
    texts: list[str] = []
    failures: list[Failure] = []
    length = 0
    for number, page in enumerate(pages, 1):
        text = _read_page(page)
        if isinstance(text, PasswordProtected):
            raise text
        if isinstance(text, SkipReport):
            failures.append(Failure(f"{source.path}#page={number}", text.code, str(text)))
            continue
        length += len(text)
        if length > source.options.max_bytes:
            raise too_large(length, source.options.max_bytes, what="characters or more of text", setting="max_bytes")
        texts.append(text)
    if not texts:
        raise BrokenFile(f"None of the {len(pages)} pages can be read.", hint=_BROKEN_HINT)
    return texts, failures


def _read_page(page: PageObject) -> str | SkipReport:
    try:
        # Some fonts' tables give the two halves of a character apart.
        return page.extract_text().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    except Exception as problem:  # see _open
        return _translate(problem, "The page cannot be read")


def _translate(problem: Exception, what: str) -> SkipReport:
    if isinstance(problem, DependencyError):
        return PasswordProtected("The PDF is encrypted in a way that is not read here.", hint=_LOCKED_HINT)
    return BrokenFile(f"{what}: {str(problem)[:200] or type(problem).__name__}.", hint=_BROKEN_HINT)


def _draft(reader: PdfReader, paragraphs: list[str]) -> Draft:
    title, byline, published = _metadata(reader)
    if title and len(paragraphs) > 1 and _words(paragraphs[0]) == _words(title):
        paragraphs = paragraphs[1:]
    text = "\n\n".join(paragraphs)
    shown = title or find_title(text)
    return Draft(
        text=text,
        media_type=MEDIA_TYPE,
        reader="pdf",
        title=shown,
        title_in_text=title is None and shown is not None,
        byline=byline,
        published=published,
    )


def _metadata(reader: PdfReader) -> tuple[str | None, str | None, Moment | None]:
    # What a PDF says about itself is a courtesy: where it is damaged, the text still counts.
    try:
        found = reader.metadata
        title, author = (found.title, found.author) if found else (None, None)
        created = found.creation_date if found else None
    except Exception:  # see _open
        return None, None, None
    title = _plain(title)
    return (
        None if title is None or _NO_TITLE.fullmatch(title) else title,
        _plain(author),
        of_datetime(created) if created else None,
    )


def _plain(value: object) -> str | None:
    return " ".join(value.replace("\x00", "").split()) or None if isinstance(value, str) else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
