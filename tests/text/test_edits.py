"""Are the changes between two versions found by whole words, at their places, and in bounded time?"""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.edits import find_edits

# before, after, the changed passages: why
CASES = [
    ("The port is closed.", "The port is closed.", [], "nothing changed"),
    ("The port\nis closed.", "The  port is\tclosed.", [], "white space is no change"),
    ("", "The port is closed.", [("", "The port is closed.")], "all of it is new"),
    ("The port is closed.", "", [("The port is closed.", "")], "all of it is gone"),
    ("Twelve died in the blast.", "Nine died in the blast.", [("Twelve", "Nine")], "one word"),
    ("It cost 12.5 million.", "It cost 12.8 million.", [("12.5", "12.8")], "a number is one word"),
    (
        "Torv's vice-president left.",
        "Torv’s ex-president left.",
        [("Torv's vice-president", "Torv’s ex-president")],
        "so are these",
    ),
    ("It is closed.", "It is closed!", [(".", "!")], "a sign between words stands by itself"),
    (
        "He is suspected of buying arms, officials said on Monday.",
        "He reportedly gained arms, officials said on Monday.",
        [("is suspected of buying", "reportedly gained")],
        "a rewording is one change",
    ),
    (
        "The minister said so. The ferry left at noon with nobody on board.",
        "The minister denied it. The ferry left at noon with forty people on board.",
        [("said so", "denied it"), ("nobody", "forty people")],
        "two changes far apart stay two",
    ),
    ("Port closed", "Port of Amble closed", [("", "of Amble")], "an insertion has an empty side"),
    ("Порт закрыт вчера", "Порт открыт вчера", [("закрыт", "открыт")], "another script"),
    ("港は閉鎖された", "港は再開された", [("閉鎖", "再開")], "a script without spaces"),
]


@pytest.mark.parametrize(("before", "after", "changes", "why"), CASES)
def test_find_edits(before: str, after: str, changes: list[tuple[str, str]], why: str) -> None:
    assert [(edit.before, edit.after) for edit in find_edits(before, after)] == changes, why


WORDS = st.lists(st.sampled_from(["the", "port", "is", "closed", "12", ",", ".", "\n\n", "Łódź"]), max_size=60)


@given(WORDS, WORDS)
def test_find_edits_leads_from_one_version_to_the_other(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    place, rebuilt = 0, ""
    for edit in find_edits(before, after):
        assert edit.before_span.cut(before) == edit.before
        assert edit.after_span.cut(after) == edit.after
        assert edit.before_span.start >= place
        rebuilt += f"{before[place : edit.before_span.start]} {edit.after} "
        place = edit.before_span.end
    rebuilt += before[place:]
    assert rebuilt.split() == after.split()


def test_find_edits_finds_each_change_in_a_long_text() -> None:
    draw = random.Random(7)  # noqa: S311 - words for a test
    words = [f"word{draw.randrange(3000)}" for _ in range(30_000)]
    changed = list(words)
    for place in range(100, 30_000, 1000):
        changed[place] = "CHANGED"
    edits = find_edits(" ".join(words), " ".join(changed))
    assert [edit.after for edit in edits] == ["CHANGED"] * 30


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 60_000, "a b " * 30_000),
        (" ".join(map(str, range(30_000))), " ".join(map(str, range(30_000, 0, -1)))),
        ("the port is closed now " * 9_000, "the port was closed then " * 9_000),
        ("." * 60_000, "," * 60_000),
    ],
)
def test_find_edits_takes_bounded_time(before: str, after: str) -> None:
    start = time.perf_counter()
    assert find_edits(before, after)
    assert time.perf_counter() - start < 5
