"""Is a PDF read as paragraphs, and refused with the right reason where it cannot be?"""

from io import BytesIO

import pytest
from pypdf import PdfWriter

from tests.read.printing import print_pdf
from tests.read.reading import fail_one, read_all, read_one
from whence.model.report import Failure, Moment
from whence.read.documents import Document
from whence.read.options import ReadOptions

INFO = "/Title (Bridge closed after storm) /Author (Lena Torv) /CreationDate (D:20310302091500+01'00')"
STORY = [
    [
        "Harbour Authority, report 7",
        "Bridge closed after storm",
        "The bridge over the Sawe was closed on Monday, the author-",
    ],
    ["Harbour Authority, report 7", "ity said.", "2"],
    ["Harbour Authority, report 7", "Nothing else is known of it so far.", "3"],
]


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(print_pdf(STORY)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - a made-up one
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def test_read_pdf_gives_paragraphs_title_author_and_date() -> None:
    report = read_one(print_pdf(STORY, info=INFO), "a.pdf")
    assert report.text == (
        "The bridge over the Sawe was closed on Monday, the authority said.\n\nNothing else is known of it so far."
    )
    assert (report.title, report.title_in_text, report.byline) == ("Bridge closed after storm", False, "Lena Torv")
    assert report.published == Moment("2031-03-02T09:15:00+01:00", "second")
    assert (report.language, report.media_type) == ("en", "application/pdf")


@pytest.mark.parametrize("title", ["Microsoft Word - final2.docx", "untitled", "report.pdf", ""])
def test_read_pdf_takes_no_title_that_a_program_made_up(title: str) -> None:
    report = read_one(print_pdf(STORY, info=f"/Title ({title})"), "a.pdf")
    assert (report.title, report.title_in_text) == ("Bridge closed after storm", True)
    assert report.text.startswith("Bridge closed after storm\n\n")


def test_read_pdf_opens_what_is_locked_against_printing_only() -> None:
    assert "Nothing else is known" in read_one(encrypted(""), "a.pdf").text


def test_read_pdf_says_that_a_password_is_needed() -> None:
    assert fail_one(encrypted("secret"), "a.pdf").code == "password_protected"


def test_read_pdf_says_so_of_an_encryption_that_it_cannot_undo() -> None:
    crypt = b"/V 4 /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF"
    data = encrypted("").replace(b"/V 2", crypt).replace(b"/R 3", b"/R 4")
    assert fail_one(data, "a.pdf").code == "password_protected"


def test_read_pdf_says_of_pictures_of_pages_that_they_have_no_text() -> None:
    failure = fail_one(print_pdf([[], []]), "a.pdf")
    assert (failure.code, "2 pages" in failure.reason, "ocrmypdf" in failure.reason) == ("empty", True, True)


def test_read_pdf_refuses_more_pages_or_text_than_the_limits() -> None:
    assert "max_pages" in fail_one(print_pdf(STORY), "a.pdf", ReadOptions(max_pages=2)).reason
    assert "max_bytes" in fail_one(print_pdf(STORY), "a.pdf", ReadOptions(max_bytes=1_000)).reason


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_read_pdf_says_that_a_cut_file_is_broken(kept: float) -> None:
    data = print_pdf(STORY)
    assert fail_one(data[: int(kept * len(data))], "a.pdf").code == "broken"


def test_read_pdf_finds_the_start_behind_other_bytes() -> None:
    assert "Nothing else is known" in read_one(b"\r\n" + print_pdf(STORY), "a.pdf").text


def test_read_pdf_names_each_page_that_cannot_be_read_and_keeps_the_others() -> None:
    data = print_pdf([*STORY, ["Harbour Authority, report 7", "Unclosed"]]).replace(b"Unclosed", b"Unclose(")
    document, failure = read_all(data, "a.pdf")
    assert isinstance(document, Document)
    assert "the authority said" in document.report.text
    assert isinstance(failure, Failure)
    assert (failure.path, failure.code) == ("a.pdf#page=4", "broken")
