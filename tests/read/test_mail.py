"""Is an e-mail read as one report, and each readable attachment as another?"""

from email.message import EmailMessage

import pytest

from tests.read.printing import print_pdf
from tests.read.reading import fail_one, linked_words, read_all, read_one
from whence.model.report import Failure, Moment
from whence.read.documents import Document
from whence.read.mail import split_sender
from whence.read.options import ReadOptions

PLAIN = "The bridge was closed on Monday, the port authority said.\n\n> He wrote: when?\n"
PAGE = (
    "<html><body><article><p>The bridge was closed on Monday, <a href='https://port.example/s'>the port</a> said in a"
    " statement that it sent to several papers, and nobody knows when it will be opened to cars again.</p>"
    "<p>An engineer told the Courier that the cracks in the northern pillar were seen and reported a year ago.</p>"
    "</article></body></html>"
)


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in {"From": "Harbour Post <news@harbour.example>", "Subject": "Bridge closed", **headers}.items():
        mail[name] = value
    return mail


def test_read_mail_takes_headers_and_plain_text() -> None:
    mail = message(Date="Sun, 02 Mar 2031 09:15:00 -0500")
    mail.set_content(PLAIN)
    mail.add_alternative(PAGE, subtype="html")
    report = read_one(mail.as_bytes(), "a.eml", ReadOptions())
    assert report.text.startswith("The bridge was closed on Monday")
    assert (report.title, report.outlet, report.byline) == ("Bridge closed", "Harbour Post", None)
    assert report.published == Moment("2031-03-02T09:15:00-05:00", "second")
    assert (report.media_type, report.language) == ("message/rfc822", "en")


def test_read_mail_leaves_quoted_and_forwarded_lines_in_the_text() -> None:
    mail = message()
    mail.set_content(PLAIN + "\n---- Forwarded message ----\nFrom: Somebody\n")
    text = read_one(mail.as_bytes(), "a.eml").text
    assert "> He wrote: when?" in text
    assert text.endswith("From: Somebody")


def test_read_mail_reads_the_page_where_there_is_no_plain_text_to_speak_of() -> None:
    alone, with_stub = message(), message()
    alone.set_content(PAGE, subtype="html")
    with_stub.set_content("View this in your browser.")
    with_stub.add_alternative(PAGE, subtype="html")
    for mail in (alone, with_stub):
        report = read_one(mail.as_bytes(), "a.eml")
        assert report.text.startswith("The bridge was closed on Monday, the port said")
        assert linked_words(report) == [("https://port.example/s", "the port")]


def test_read_mail_takes_the_organisation_as_outlet_and_the_sender_as_byline() -> None:
    mail = message(From='"Torv, Lena" <lena@port.example>', Organization="Port Authority")
    mail.set_content(PLAIN)
    report = read_one(mail.as_bytes(), "a.eml")
    assert (report.outlet, report.byline) == ("Port Authority", "Torv, Lena")


@pytest.mark.parametrize(
    ("header", "name", "domain"),
    [
        ("Harbour Post <news@harbour.example>", "Harbour Post", "harbour.example"),
        ("news@Harbour.example", None, "harbour.example"),
        ("news@harbour.example (Harbour Post)", "Harbour Post", "harbour.example"),
        ("A <a@a.example>, B <b@b.example>", "A", "a.example"),
        ("undisclosed", "undisclosed", None),
        ("", None, None),
        ("(" * 2000, "(" * 2000, None),
    ],
)
def test_split_sender_takes_every_form(header: str, name: str | None, domain: str | None) -> None:
    assert split_sender(header) == (name, domain)


def test_read_mail_decodes_headers_and_bodies_however_they_are_written() -> None:
    raw = (
        b"From: =?iso-8859-1?q?Caf=E9_Post?= <a@cafe.example>\r\nSubject: =?utf-8?b?QnLDvGNrZQ==?= closed\r\n"
        b"Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    body = "Мост останется закрытым до конца года, заявил министр в понедельник."
    report = read_one(raw + body.encode("cp1251"), "a.eml")
    assert (report.title, report.outlet, report.text, report.language) == ("Brücke closed", "Café Post", body, "ru")
    assert read_one("Subject: Brücke\n\nIt rained.".encode(), "a.eml").title == "Brücke"
    assert read_one(b"Subject: =?x-no?q?a?=\n\nIt rained.", "a.eml").title == "=?x-no?q?a?="


def test_read_mail_gives_each_readable_attachment_as_a_report_of_its_own() -> None:
    inner = message(Subject="Inner")
    inner.set_content("It snowed all day in the port.")
    mail = message()
    mail.set_content(PLAIN)
    mail.add_attachment("A statement of the port.", filename="../s.txt")
    mail.add_attachment("Another one.", filename="s.txt")
    mail.add_attachment(print_pdf([["It rained all day."]]), maintype="application", subtype="pdf", filename="Rain.PDF")
    mail.add_attachment(b"%PDF-1.4 junk", maintype="application", subtype="pdf")
    mail.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(inner)
    found = read_all(mail.as_bytes(), "in/a.eml")
    reports = {item.report.path: item.report for item in found if isinstance(item, Document)}
    assert {path: report.text[:11] for path, report in reports.items()} == {
        "in/a.eml": "The bridge ",
        "in/a.eml#s.txt": "A statement",
        "in/a.eml#2-s.txt": "Another one",
        "in/a.eml#Rain.PDF": "It rained a",
        "in/a.eml#part-6.eml": "It snowed a",
    }
    assert reports["in/a.eml#part-6.eml"].title == "Inner"
    assert [(item.path, item.code) for item in found if isinstance(item, Failure)] == [
        ("in/a.eml#part-4.pdf", "broken")
    ]


def test_read_mail_takes_an_empty_body_as_no_report_where_something_is_attached() -> None:
    mail = message()
    mail.set_content("\n")
    assert fail_one(mail.as_bytes(), "a.eml").code == "empty"
    mail.add_attachment("A statement.", filename="s.txt")
    (document,) = read_all(mail.as_bytes(), "a.eml")
    assert isinstance(document, Document)
    assert document.report.path == "a.eml#s.txt"


def test_read_mail_stops_at_its_limits() -> None:
    mail = message()
    mail.set_content(PLAIN)
    for number in range(4):
        mail.add_attachment("A statement.", filename=f"{number}.txt")
    *read, last = read_all(mail.as_bytes(), "a.eml", ReadOptions(max_parts=2))
    assert len(read) == 3
    assert isinstance(last, Failure)
    assert "max_parts" in last.reason
    for _ in range(4):
        outer = message()
        outer.set_content(PLAIN)
        outer.add_attachment(mail)
        mail = outer
    nested = read_all(mail.as_bytes(), "a.eml", ReadOptions(max_mail_depth=2))
    assert [item.code for item in nested if isinstance(item, Failure)] == ["too_large"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"It rained all day.\n\nThe mayor said so.", "broken"),
        (b"Subject: Rain\n\n", "empty"),
        (b"Subject: Rain\nContent-Type: multipart/mixed\n\n", "empty"),
        (b"Subject: Rain\nContent-Type: image/png\n\n\x89PNG", "empty"),
    ],
)
def test_read_mail_says_what_is_wrong(data: bytes, code: str) -> None:
    assert fail_one(data, "a.eml").code == code


@pytest.mark.parametrize("start", [b"From a@b Sun Mar  2 09:15:00 2031\n", b"\xef\xbb\xbf", b"\r\n"])
def test_read_mail_passes_over_what_programs_leave_in_front(start: bytes) -> None:
    assert read_one(start + b"Subject: Rain\n\nIt rained.", "a.eml").title == "Rain"
