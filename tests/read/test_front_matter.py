"""Is a front-matter block read where it is one, and left in the text where it is not?"""

import pytest

from whence.read.front_matter import FrontMatter, split_front_matter

WHOLE = """---
# a comment
id: hp-1
title: "Bridge: closed"
Outlet: Harbour Post
outlet type: newspaper
author: Lena Torv
date: 2 March 2031
source: https://harbour.example/1?a=b:c
language: en
tags:
  - bridges
mood: grim
byline: Somebody Else
---

It rained.
"""


def test_split_front_matter_reads_every_key_and_its_other_names() -> None:
    matter, rest = split_front_matter(WHOLE)
    assert matter is not None
    assert matter.published is not None
    assert (matter.published.value, matter.published.precision) == ("2031-03-02", "day")
    assert (matter.given_id, matter.title, matter.outlet) == ("hp-1", "Bridge: closed", "Harbour Post")
    assert (matter.outlet_type, matter.byline, matter.language) == ("newspaper", "Lena Torv", "en")
    assert matter.url == "https://harbour.example/1?a=b:c"
    assert rest == "\nIt rained.\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\nIt rained all day, the mayor said.\n---\nAnd more.",  # a rule, then prose
        "---\noutlet: Harbour Post\nIt rained.",  # never closed
        "---\nSource: the mayor.\nIt rained all day.\n---\nAnd more.",  # the same, with a colon
        "---\nMood: grim\noutlet Harbour Post\n---\nIt rained.",  # no key that is known
        "---\n---\nIt rained.",  # nothing in it
        "\n---\noutlet: Harbour Post\n---\nIt rained.",  # not at the very start
        "--- \x00\noutlet: a\n---\n",
        "outlet: Harbour Post\n\nIt rained.",
        "---" + "\na: b" * 200 + "\n---\nIt rained.",  # longer than any block of metadata
    ],
)
def test_split_front_matter_leaves_anything_else_in_the_text(text: str) -> None:
    assert split_front_matter(text) == (None, text)


def test_split_front_matter_takes_an_unreadable_date_as_no_date() -> None:
    matter, _ = split_front_matter("---\npublished: soon\noutlet: null\n---\nIt rained.")
    assert matter == FrontMatter(unread_date="soon")


@pytest.mark.parametrize(
    ("block", "unread"),
    [
        ("outlet: Harbour Post\n\npublished 2031-03-02", "published 2031-03-02"),
        ("no key at all\n\noutlet: Harbour Post\nlanguage: en", "no key at all"),
        ("title:Bridge closed\noutlet: Harbour Post", "title:Bridge closed"),
        ("id: hp-1\noutlet: Harbour Post\nIt was a mess.", "It was a mess."),
    ],
)
def test_split_front_matter_passes_over_a_broken_line_and_reads_the_rest(block: str, unread: str) -> None:
    matter, rest = split_front_matter(f"---\n{block}\n---\nIt rained.")
    assert matter is not None
    assert matter.outlet == "Harbour Post"
    assert matter.unread_lines == (unread,)
    assert rest == "It rained."
