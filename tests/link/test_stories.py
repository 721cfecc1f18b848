"""Does `link.stories` keep affairs apart, whatever the order of reports?"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.making import make_report
from whence.engines.hashed_encoder import HashedEncoder
from whence.link.copies import find_copies
from whence.link.options import LinkOptions
from whence.link.stories import group_stories
from whence.model.report import Report
from whence.model.story import Story

OPTIONS = LinkOptions()
FERRY = [
    "The ferry Tern sank off Kellin point on Tuesday with forty aboard. The Kellin coast guard found all of them.",
    "All forty aboard the Tern were saved when the ferry went down near Kellin, the coast guard in Kellin says.",
    "Kellin: why did the Tern sink? The ferry had passed its inspection in May, its owner Olin Falk says.",
]
VACCINE = [
    "The health ministry of Veldia let a million doses of vaccine expire, a draft of the Audit Chamber says.",
    "Auditors in Veldia found expired vaccine in nine depots. The health ministry disputes the number of doses.",
    "Doses of vaccine expired in Veldia because nobody collected them, a depot manager told the Audit Chamber.",
]


def _group(reports: list[Report]) -> list[Story]:
    copies = find_copies(reports, boilerplate={}, options=OPTIONS)
    return group_stories(reports, copies=copies, encoder=HashedEncoder(), options=OPTIONS)


def _reports() -> list[Report]:
    texts = [*FERRY, *VACCINE]
    days = ["2031-03-04", "2031-03-05", "2031-03-04T09:00:00+00:00", None, "2031-03-05", "2031-03-06"]
    return [make_report(f"r{n}", text, when=day) for n, (text, day) in enumerate(zip(texts, days, strict=True))]


def test_group_stories_parts_two_affairs() -> None:
    stories = _group(_reports())
    assert {frozenset(story.reports) for story in stories} == {
        frozenset({"r0", "r1", "r2"}),
        frozenset({"r3", "r4", "r5"}),
    }


def test_group_stories_orders_reports_by_time_as_far_as_known() -> None:
    (vaccine,) = [story for story in _group(_reports()) if "r3" in story.reports]
    assert vaccine.reports == ("r4", "r5", "r3"), "a report without a time comes last"


def test_group_stories_joins_copies_that_share_no_opening() -> None:
    body = "Olin Falk denied it. " + FERRY[0]
    reports = [make_report("a", body), make_report("b", body + " More soon."), make_report("c", VACCINE[0])]
    assert [story.reports for story in _group(reports)] == [("a", "b"), ("c",)]


def test_group_stories_of_nothing_and_of_one() -> None:
    assert _group([]) == []
    (story,) = _group([make_report("a", FERRY[0], title="Tern sinks")])
    assert (story.title, story.reports) == ("Tern sinks", ("a",))
    assert _group([replace(make_report("a", ""), text="")])[0].reports == ("a",)


@settings(max_examples=20)
@given(st.permutations(range(6)))
def test_group_stories_does_not_depend_on_the_order_of_reports(order: list[int]) -> None:
    reports = _reports()
    assert _group([reports[place] for place in order]) == _group(reports)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_group_stories_puts_every_report_in_exactly_one(count: int) -> None:
    stories = _group(_reports()[:count])
    assert sorted(report for story in stories for report in story.reports) == [f"r{n}" for n in range(count)]
