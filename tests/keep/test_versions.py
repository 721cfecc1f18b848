"""Which reports are taken for versions of one report, and which of them for the newest?"""

import pytest

from tests.keep.making import a_report
from whence.keep.versions import gather_versions, newest_of_each, order_versions, series_of, versions_of
from whence.model.report import Precision, Report

# first report, second report, are they one report: why
SERIES = [
    ({"url": "https://a.example/p"}, {"url": "https://a.example/p"}, True, "the same address"),
    ({"url": "http://A.example/p/"}, {"url": "https://a.example/p#top"}, True, "nothing that makes another page"),
    ({"url": "https://a.example/p?id=1"}, {"url": "https://a.example/p?id=2"}, False, "the query names the page"),
    ({"url": "https://a.example/P"}, {"url": "https://a.example/p"}, False, "paths have a case"),
    ({"url": "u", "outlet": "Post"}, {"url": "u", "outlet": " post"}, True, "an outlet is no other in capitals"),
    (
        {"url": "u", "outlet": "Post"},
        {"url": "u", "outlet": "Dispatch"},
        False,
        "the address of the agency both copied",
    ),
    ({"url": "u", "given_id": "1"}, {"url": "u", "given_id": "2"}, True, "the address goes before the given id"),
    ({"given_id": "7", "outlet": "Post"}, {"given_id": "7", "outlet": "Post"}, True, "the outlet's own id"),
    ({"given_id": "7"}, {"given_id": "7"}, False, "every list begins at 1"),
    ({"given_id": "7", "outlet": "Post"}, {"given_id": "7", "outlet": "Dispatch"}, False, "two outlets number alike"),
    ({"given_id": "7"}, {"url": "7"}, False, "an id is no address"),
    ({"url": " "}, {"url": " "}, False, "an empty address is none"),
    ({"outlet": "Post"}, {"outlet": "Post"}, False, "nothing says that they are one"),
    ({"url": "https://[broken"}, {"url": "https://[broken"}, True, "the same words, if no address"),
]


@pytest.mark.parametrize(("first", "second", "is_one", "why"), SERIES)
def test_series_of_tells_versions(first: dict[str, str], second: dict[str, str], is_one: bool, why: str) -> None:
    one, other = a_report("before", **first), a_report("after", **second)  # type: ignore[arg-type]  # all text
    assert (series_of(one) == series_of(other)) is is_one, why


def version(text: str, value: str | None = None, precision: Precision = "minute") -> Report:
    return a_report(text, url="u", published=(value, precision) if value else None)


# versions in order of arrival, their texts oldest first: why
ORDERS = [
    ([version("a"), version("b")], "ab", "no times: arrival"),
    ([version("b", "2031-03-02T10:00"), version("a", "2031-03-02T09:00")], "ab", "publication time before arrival"),
    ([version("a", "2031-03-02T10:00"), version("b")], "ab", "one time missing: arrival"),
    ([version("a", "2031-03-02T10:00"), version("b", "2031-03-02", "day")], "ab", "one day: arrival"),
    ([version("b", "2031-03-03T10:00"), version("a", "2031-03-02", "day")], "ab", "an earlier day"),
    ([version("b", "2031-03-02T10:00+02:00"), version("a", "2031-03-02T07:00Z")], "ab", "instants, not wordings"),
    ([version("a"), version("b"), version("b", "2031-03-02T10:00")], "ab", "the same text is no new version"),
    ([version("a"), version("b"), version("a", "2031-03-02T10:00")], "aba", "taken back to what it was"),
]


@pytest.mark.parametrize(("arrived", "texts", "why"), ORDERS)
def test_order_versions(arrived: list[Report], texts: str, why: str) -> None:
    assert "".join(report.text for report in order_versions(arrived)) == texts, why


def test_order_versions_counts_a_changed_title() -> None:
    versions = [a_report("a", url="u", title=title) for title in ("Port closed", "Port reopened")]
    assert order_versions(versions) == versions


def test_newest_of_each_keeps_the_order_of_first_arrival() -> None:
    arrived = [version("a1"), a_report("b", url="v"), version("a2")]
    newest = newest_of_each((series_of(report), report) for report in arrived)
    assert [report.text for report in newest] == ["a2", "b"]


def test_gather_versions_wants_like_words_where_there_is_no_address() -> None:
    first = a_report("Twelve people were held at the port on Monday, police said.", given_id="7", outlet="Post")
    other = a_report("The dam is safe, its owners told the council again.", given_id="7", outlet="Post")
    later = a_report("At least nine people were held at the port on Monday, police said.", given_id="7", outlet="Post")
    arrived = [(series_of(report), report) for report in (first, other, later)]
    assert gather_versions(arrived) == [[first, later], [other]]
    assert newest_of_each(arrived) == [later, other]
    assert versions_of(later.id, [first, other, later]) == [first, later]
    assert versions_of(other.id, [first, other, later]) == [other]


def test_gather_versions_takes_any_change_under_one_address() -> None:
    versions = [a_report(text, url="u") for text in ("Twelve were held.", "This page was withdrawn by its editors.")]
    assert gather_versions((series_of(report), report) for report in versions) == [versions]
