"""What can be decided about names inside one story, and in which order does it come?"""

import pytest

from tests.link.test_entities import make
from whence.link.entity_pairs import Compared
from whence.link.entity_stories import decide_in_stories
from whence.model.entity import Occurrence

STORIES = {"a": "s", "b": "s", "c": "t"}


def decided(*things: Occurrence) -> list[tuple[str, str, str]]:
    """Return what is decided: both ids and the reason."""
    found = decide_in_stories([Compared(thing) for thing in things], STORIES)
    assert all(each.verdict == "same" for each in found)
    return [(each.one, each.other, each.reasons[0]) for each in found]


def test_decide_in_stories_joins_names_of_one_story_alone() -> None:
    alike = "named alike in reports on one story"
    assert decided(make("Lena Torv", "a"), make("Torv, Lena", "b")) == [("a/Lena Torv", "b/Torv, Lena", alike)]
    assert decided(make("Lena Torv", "a"), make("Lena Torv", "c")) == []
    # A report of no story is compared with nothing here.
    assert decided(make("Lena Torv", "a"), make("Lena Torv", "z")) == []


def test_decide_in_stories_joins_whole_names_before_short_ones() -> None:
    found = decided(make("Torv", "b"), make("Lena Torv", "b"), make("Lena Torv", "a"))
    assert [each[:2] for each in found] == [("a/Lena Torv", "b/Lena Torv"), ("a/Lena Torv", "b/Torv")]
    assert found[1][2] == "can only be this one among the names of the story"


@pytest.mark.parametrize(
    ("other", "is_one", "why"),
    [
        ("Orme House museum", True, "a museum is called by its house, which a reader took for a place"),
        ("Orme Household", False, "a word is no beginning of another"),
        ("The Orme House", False, "nothing is longer than the name itself"),
    ],
)
def test_decide_in_stories_takes_a_name_for_the_body_whose_name_it_begins(other: str, is_one: bool, why: str) -> None:
    found = decided(make("Orme House", "a", "place"), make(other, "b", "facility"))
    assert bool(found) is is_one, why


def test_decide_in_stories_joins_a_described_body_with_the_only_one_called_so() -> None:
    museum = make("the museum", "b", "organisation", named=False)
    assert decided(make("Karsk Museum", "a", "organisation"), museum) == [
        ("a/Karsk Museum", "b/the museum", "the only one that is called “museum”")
    ]
    assert decided(make("Karsk Museum", "a", "organisation"), make("Orme Museum", "a", "organisation"), museum) == []


def test_decide_in_stories_joins_documents_by_a_noun_that_says_something() -> None:
    memo = [make(worded, report, "document", named=False) for worded, report in (("a memo", "a"), ("the memo", "b"))]
    assert [each[:2] for each in decided(*memo)] == [("a/a memo", "b/the memo")]
    report = [make(worded, at, "document", named=False) for worded, at in (("a report", "a"), ("the report", "b"))]
    assert decided(*report) == []
