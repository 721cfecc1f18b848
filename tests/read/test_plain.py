"""Does a text file come through as it stands, with its title found where it shows one?"""

import pytest

from tests.read.reading import read_one
from whence.read.plain import find_title

STORY = "Bridge closed after storm\n\nThe bridge was closed on Monday, the port authority said.\n\nIt will stay so.\n"


def test_read_plain_keeps_the_whole_file_and_finds_the_title_in_it() -> None:
    report = read_one(STORY.encode(), "a.txt")
    assert report.text == STORY
    assert (report.title, report.title_in_text) == ("Bridge closed after storm", True)
    assert (report.language, report.media_type, report.made_by.component) == ("en", "text/plain", "read.plain")
    assert (report.outlet, report.published, report.given_id) == (None, None, None)


def test_read_plain_makes_line_ends_one_and_drops_only_the_byte_order_mark() -> None:
    report = read_one(b"\xef\xbb\xbf  Rain fell.\r\nIt was\rwet.\r\n", "a.txt")
    assert report.text == "  Rain fell.\nIt was\nwet.\n"


def test_read_plain_takes_front_matter_off_and_says_what_it_says() -> None:
    report = read_one(
        b"---\r\ntitle: Rain\r\npublished: 2031-03-02T09:15Z\r\n---\r\n\r\n  \r\nRain fell.\r\n\r\n", "a.txt"
    )
    assert report.text == "Rain fell."
    assert (report.title, report.title_in_text) == ("Rain", False)
    assert report.published is not None
    assert report.published.precision == "minute"


def test_read_plain_trusts_a_language_that_is_given() -> None:
    assert read_one(b"---\nlanguage: de\n---\nThe minister said that it was closed.", "a.txt").language == "de"


def test_read_plain_makes_two_outlets_identical_copies_two_reports() -> None:
    first = read_one(b"---\noutlet: A\n---\nRain fell.", "a.txt")
    second = read_one(b"---\noutlet: B\n---\nRain fell.", "b.txt")
    assert first.text_sha256 == second.text_sha256
    assert first.id != second.id
    assert first.id == read_one(b"---\noutlet: A\n---\nRain fell.", "elsewhere.txt").id


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The bridge was closed on Monday.\n\nIt rained.", "a sentence"),
        ("“We are closed”\n\nIt rained.", "a quotation"),
        ("What happened:\n\nIt rained.", "leads into what follows"),
        ("Bridge closed\nIt rained.", "no blank line"),
        ("Bridge closed\n\n \n", "nothing follows"),
        ("Bridge closed", "nothing follows"),
        ("word " * 40 + "\n\nIt rained.", "too long"),
        ("", "empty"),
    ],
)
def test_find_title_takes_no_first_line_that_is_something_else(text: str, why: str) -> None:
    assert find_title(text) is None, why


def test_find_title_passes_over_blank_lines_at_the_top() -> None:
    assert find_title("\n\n  Bridge closed \n \nIt rained.") == "Bridge closed"
