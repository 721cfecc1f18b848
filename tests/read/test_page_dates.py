"""Is the publication time of a page taken from where the page states it, as exactly as it does?"""

import pytest
from lxml.html import document_fromstring

from whence.model.report import Moment
from whence.read.page_dates import find_published, sharpen

LINKED_DATA = '<script type="application/ld+json">%s</script>'
META = '<meta property="article:published_time" content="2031-03-02T09:15:00+01:00">'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            LINKED_DATA % '{"@graph": [{"@type": "WebPage"}, {"datePublished": "2031-03-02T09:15Z"}]}',
            "2031-03-02T09:15Z",
        ),
        (LINKED_DATA % '{"datePublished": "2031-03-02"}' + META, "2031-03-02T09:15:00+01:00"),
        (LINKED_DATA % '{"datePublished": "2031-03-01"}' + META, "2031-03-01"),
        (LINKED_DATA % "{broken" + META, "2031-03-02T09:15:00+01:00"),
        (LINKED_DATA % ("[" * 5000) + META, "2031-03-02T09:15:00+01:00"),
        ('<meta name="DC.date" content="2031-03-02T00:00:00Z">', "2031-03-02"),
        ('<meta itemprop="datePublished" content="2031-03-02">', "2031-03-02"),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2031-03">', "2031-03"),
        ('<time itemprop="datePublished" datetime="2031-03-02T09:15Z">2 March</time>', "2031-03-02T09:15Z"),
    ],
)
def test_find_published_takes_what_is_stated_first_and_most_exactly(head: str, expected: str) -> None:
    published = find_published(document_fromstring(f"<html><head>{head}</head><body><p>It rained.</p></body></html>"))
    assert published is not None
    assert published.value == expected


def test_find_published_takes_no_time_that_is_not_said_to_be_the_publication() -> None:
    assert find_published(document_fromstring('<p><time datetime="2031-03-02T09:15Z">now</time></p>')) is None


def test_sharpen_leaves_the_day_where_two_times_could_be_meant() -> None:
    day = Moment("2031-03-02", "day")
    morning, evening = (Moment(f"2031-03-02T{hour}:15Z", "minute") for hour in ("09", "17"))
    assert sharpen(day, frozenset({morning})) == morning
    assert sharpen(day, frozenset({morning, evening})) == day
    assert sharpen(None, frozenset({morning})) is None
