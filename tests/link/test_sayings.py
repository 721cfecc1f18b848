"""Does `link.sayings` leave out titles and boilerplate, and see what denies?"""

from dataclasses import replace

import pytest

from tests.link.making import make_report, make_statement, understand_as
from whence.link.sayings import collect_sayings, read_saying
from whence.model.spans import Span
from whence.model.statement import Polarity
from whence.model.story import Story

TEXT = "The dam is safe. No cracks were found. Subscribe to the Echo for more."
STORY = Story("s", ("r",), "", "")

DENIES: list[tuple[str, Polarity, bool, str]] = [
    ("The dam is safe", "positive", False, "affirms"),
    ("The dam is safe", "negative", True, "a denial, worded as if affirmed"),
    ("No cracks were found", "positive", True, "the content itself says that it is not so"),
    ("No cracks were found", "negative", False, "denying a denial affirms"),
]


@pytest.mark.parametrize(("words", "polarity", "denies", "why"), DENIES)
def test_saying_denies(words: str, polarity: Polarity, denies: bool, why: str) -> None:
    report = make_report("r", TEXT)
    assert read_saying(report, make_statement(report, words, polarity=polarity)).denies is denies, why


NOT_DENYING = ["Not only the dam was safe", "No fewer than nine men saw it", "It is unlike the others"]


@pytest.mark.parametrize("text", NOT_DENYING)
def test_saying_is_not_negated_by_every_not(text: str) -> None:
    report = make_report("r", text)
    assert not read_saying(report, make_statement(report, text)).is_negated


CLAUSES = [
    ("The ferry did not sound its horn", True, "a negated verb"),
    ("The minister has no plans to leave", True, "has no"),
    ("The official who was not named left the room", False, "another clause is negated"),
    ("It hit the wall without a sound", False, "a manner, though it may deny"),
    ("The dam was undamaged", True, "a word that denies by itself"),
]


@pytest.mark.parametrize(("text", "is_negated", "why"), CLAUSES)
def test_saying_is_negated_by_its_main_clause(text: str, is_negated: bool, why: str) -> None:
    report = make_report("r", text)
    assert read_saying(report, make_statement(report, text)).is_negated is is_negated, why


def test_collect_sayings_leaves_out_titles_and_boilerplate() -> None:
    report = make_report("r", TEXT)
    kept, footer = make_statement(report, "The dam is safe"), make_statement(report, "Subscribe to the Echo")
    title = replace(kept, id="t", within="title")
    found = collect_sayings(
        STORY,
        reports={"r": report},
        understandings={"r": understand_as(report, [title, footer, kept])},
        boilerplate={"r": (Span(TEXT.index("Subscribe"), len(TEXT)),)},
    )
    assert [saying.statement for saying in found] == [kept]


def test_read_saying_knows_names_away_from_the_start() -> None:
    report = make_report("r", "Repairs at Kellin were paid by Olin Falk")
    assert read_saying(report, make_statement(report, report.text)).names == {"kellin", "olin", "falk"}
