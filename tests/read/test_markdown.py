"""Do Markdown's words come through without its marks, and its links with the words they stand on?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.reading import linked_words, read_one
from whence.read.markdown import strip_marks

STORY = b"""---
outlet: Harbour Post
---

# Bridge *closed* after storm

The **port authority** said in [a _short_ statement](https://port.example/s_(1) "Port") that it had
closed the bridge; see also [the paper][1], [Courier] and <https://ferry.example/>.

## What is known

> "We have asked for this," he said.

* one snake_case thing \\* here
- `code`, ![a picture](x.png)<br> 2 * 3 * 4
***
<!-- a note -->
[1]: https://paper.example/ "The paper"
[courier]: <https://courier.example/x>
"""


def test_read_markdown_gives_words_title_and_links() -> None:
    report = read_one(STORY, "a.md")
    assert (report.title, report.title_in_text, report.outlet) == ("Bridge closed after storm", False, "Harbour Post")
    assert report.text.split("\n\n") == [
        "The port authority said in a short statement that it had\nclosed the bridge; see also the paper, Courier"
        " and https://ferry.example/.",
        "What is known",
        '"We have asked for this," he said.',
        "one snake_case thing * here\ncode,  2 * 3 * 4",
    ]
    assert linked_words(report) == [
        ("https://port.example/s_(1)", "a short statement"),
        ("https://paper.example/", "the paper"),
        ("https://courier.example/x", "Courier"),
        ("https://ferry.example/", "https://ferry.example/"),
    ]


def test_read_markdown_takes_an_underlined_heading_as_title() -> None:
    report = read_one(b"Bridge closed\n=============\n\nIt rained.", "a.md")
    assert (report.title, report.text) == ("Bridge closed", "It rained.")


def test_read_markdown_prefers_the_front_matter_title_and_drops_a_heading_that_repeats_it() -> None:
    assert read_one(b"---\ntitle: Rain\n---\n# rain\n\nIt rained.", "a.md").text == "It rained."
    report = read_one(b"---\ntitle: Rain\n---\n# Wet streets\n\nIt rained.", "a.md")
    assert (report.title, report.text) == ("Rain", "Wet streets\n\nIt rained.")


def test_read_markdown_without_heading_finds_the_title_in_the_text() -> None:
    report = read_one(b"Bridge closed\n\nIt rained.\n", "a.md")
    assert (report.title, report.title_in_text, report.text) == ("Bridge closed", True, "Bridge closed\n\nIt rained.")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a * b * c", "a * b * c"),
        ("**never closed", "**never closed"),
        ("[never closed](", "[never closed]("),
        ("[no address] here", "[no address] here"),
        ("***both***", "both"),
        ("~~gone~~ here", "here"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("He said: *no* and _no_, _no.", "He said: no and no, _no."),
        ("1. one\n2. two", "1. one\n2. two"),
        ("```\nx\n```", "x"),
    ],
)
def test_strip_marks_takes_away_marks_and_nothing_else(markup: str, text: str) -> None:
    assert strip_marks(markup)[0] == text


@settings(deadline=None)  # the machine may be shared
@given(st.text(alphabet="ab_*[]()!`<>\\#-~ \n:/https", max_size=80))
def test_strip_marks_keeps_the_order_of_letters_and_places_links_inside_the_text(markup: str) -> None:
    text, links = strip_marks(markup)
    assert len(text) <= len(markup)
    for link in links:
        assert link.span is None or (0 <= link.span.start < link.span.end <= len(text))
        assert link.span is None or link.span.cut(text) == link.span.cut(text).strip()


@pytest.mark.parametrize("piece", ["![", "[", "**a ", "](x", "<!--", "_a*b_ ", "~~a~~ ", "[a]: "])
def test_strip_marks_stays_cheap_on_marks_without_end(piece: str) -> None:
    markup = piece * 20_000
    assert len(strip_marks(markup + "](x)" * 20_000)[0]) <= len(markup) + 80_000
