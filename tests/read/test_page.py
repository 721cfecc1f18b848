"""Does a web page come down to its report, with title, outlet, time and the links of its text?"""

import socket

import pytest

from tests.read.reading import fail_one, linked_words, read_one
from whence.model.report import Moment

HEAD = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge closed | Harbour Post</title>
<meta property="og:title" content="Bridge closed after storm"><meta property="og:site_name" content="Harbour Post">
<link rel="canonical" href="https://harbour.example/2031/03/bridge"><meta name="author" content="Lena Torv">
%s</head><body>"""
PUBLISHED = '<meta property="article:published_time" content="2031-03-02T09:15:00+01:00">'
BODY = """<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge closed after storm</h1>
<p>The bridge over the Sawe was closed on Monday, the port authority said in a <a href="/s/12?a=1&amp;b=2"> statement
on its site </a>, after two cracks were found in <b>a pillar</b> that holds the <i>northern</i>&nbsp;span.</p>
<h2>What is known</h2>
<p>An engineer told <a href="https://courier.example/x">the <em>Courier</em></a> that the cracks
“were there last year”.<br>He did not want to be named. Write to <a
href="mailto:desk@harbour.example">the desk</a> about it.</p>
<blockquote><p>“We have asked for this to be repaired,” he said, and nobody had listened to it.</p></blockquote>
<ul><li>The bridge carries 12,000 cars a day.</li><li>It was built in 1974.</li></ul>
</article><footer>Copyright Harbour Post. <a href="/terms">Terms</a></footer></body></html>"""
PAGE = HEAD % PUBLISHED + BODY


def test_a_page_that_whence_made_is_no_report() -> None:
    page = PAGE.replace("<title>", '<meta name="generator" content="Whence 0.1.0"><title>')
    failure = fail_one(page.encode(), "dossier.html")
    assert (failure.code, "page that Whence made" in failure.reason) == ("unknown_format", True)


def test_read_page_gives_text_in_paragraphs_and_what_the_page_says_of_itself() -> None:
    report = read_one(PAGE.encode(), "a.html")
    assert (report.title, report.title_in_text) == ("Bridge closed after storm", False)
    assert (report.outlet, report.byline, report.language) == ("Harbour Post", "Lena Torv", "en")
    assert report.url == "https://harbour.example/2031/03/bridge"
    assert report.published == Moment("2031-03-02T09:15:00+01:00", "second")
    assert report.text.split("\n\n") == [
        "The bridge over the Sawe was closed on Monday, the port authority said in a statement on its site , after two"
        " cracks were found in a pillar that holds the northern span.",
        "What is known",
        "An engineer told the Courier that the cracks “were there last year”.\nHe did not want to be named."
        " Write to the desk about it.",
        "“We have asked for this to be repaired,” he said, and nobody had listened to it.",
        "The bridge carries 12,000 cars a day.",
        "It was built in 1974.",
    ]


def test_read_page_keeps_links_of_the_text_with_their_words_and_whole_address() -> None:
    assert linked_words(read_one(PAGE.encode(), "a.html")) == [
        ("https://harbour.example/s/12?a=1&b=2", "statement on its site"),
        ("https://courier.example/x", "the Courier"),
    ]


def test_read_page_answers_alike_every_time() -> None:
    first = read_one(PAGE.encode(), "a.html")
    for _ in range(4):  # trafilatura drops what it saw three times before, unless told not to
        assert read_one(PAGE.encode(), "a.html") == first


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["2031-03-02T09:15Z"], "2031-03-02T09:15Z"),
        (["2031-03-02T09:15Z", "2031-03-03T08:00Z", "2031-03-02T09:15Z"], "2031-03-02T09:15Z"),
        (["2031-03-02T09:15Z", "2031-03-02T17:00Z"], "2031-03-02"),  # which of them is the publication's is not known
    ],
)
def test_read_page_takes_a_clock_time_shown_on_the_page_where_there_is_one_of_that_day(
    times: list[str], expected: str
) -> None:
    shown = "".join(f'<time datetime="{time}">today</time>' for time in times)
    published = read_one((HEAD % "" + BODY.replace("</h1>", "</h1>" + shown)).encode(), "a.html").published
    assert published is not None
    assert published.value == expected


def test_read_page_writes_the_quote_marks_that_a_browser_would_show() -> None:
    page = PAGE.replace("“were there last year”", "<q>were <b>there</b> last year</q>").replace(
        "12,000", "<q>12,000</q>"
    )
    text = read_one(page.encode(), "a.html").text
    assert "that the cracks “were there last year”.\n" in text
    assert "carries “12,000” cars" in text


def test_read_page_leaves_out_words_that_are_struck_out() -> None:
    page = PAGE.replace("on Monday,", "on <del>Sunday</del> <s>late</s>Monday,")
    assert "was closed on Monday, the port" in read_one(page.encode(), "a.html").text


def test_read_page_reads_a_block_that_stands_alone() -> None:
    assert read_one(b"<p>It rained all day, the mayor said.</p>", "a.html").text == "It rained all day, the mayor said."


def test_read_page_never_reaches_for_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read_one(PAGE.encode(), "a.html").url == "https://harbour.example/2031/03/bridge"


def test_read_page_leaves_the_time_open_where_the_page_gives_none() -> None:
    page = (HEAD % "").replace("/2031/03/", "/") + BODY
    assert read_one(page.encode(), "a.html").published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_read_page_decodes_what_is_declared_and_what_is_declared_wrongly(encoding: str) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert "“were there last year”" in read_one(page.encode(encoding), "a.html").text


def test_read_page_takes_the_charset_of_the_page() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1251"').replace("engineer", "engineer Юлия Юрьева")
    data = page.replace("“", '"').replace("”", '"').encode("cp1251")
    assert "engineer Юлия Юрьева told" in read_one(data, "a.html").text


def test_read_page_reads_a_file_without_markup_as_plain_text() -> None:
    report = read_one(b"Bridge closed\n\nIt rained, 3 < 5.\n", "a.html")
    assert (report.text, report.media_type) == ("Bridge closed\n\nIt rained, 3 < 5.\n", "text/plain")


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<!doctype html><html><head><title>a</title></head><body></body></html>", "empty"),
        ("<!doctype html><html><body><div id='root'></div><script>var a = 1;</script></body></html>", "empty"),
        ("<!doctype html><html><body><p> <img src='a.png' alt='Rain'> </p></body></html>", "empty"),
        ("<html><body>" + "<div>" * 50_000 + "<p>It rained.</p>", "broken"),
        ("<html><body>" + "<p><b><i><a href=x>" * 2_000, "broken"),
    ],
)
def test_read_page_fails_a_page_without_main_text(page: str, code: str) -> None:
    assert fail_one(page.encode(), "a.html").code == code


def test_read_page_refuses_elements_nested_beyond_reason() -> None:
    page = "<html><body>%s<p>" + "It rained all day, the mayor said. " * 10
    assert read_one((page % ("<div>" * 150)).encode(), "a.html").text.startswith("It rained all day")
    failure = fail_one((page % ("<div>" * 220)).encode(), "a.html")
    assert (failure.code, "more than 200" in failure.reason) == ("broken", True)
