"""Does the reader find who says what, in every shape it claims to know? Cases stand in a table: `cases.tsv`."""

import csv
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.reports import make_report
from whence.model.finding import TextFindings
from whence.model.spans import Spans
from whence.model.statement import ReadingNotes, Statement, Understanding
from whence.understand.options import UnderstandOptions
from whence.understand.reader import made_by, understand

_LINES = (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE))

# Pieces of news sentences in any order: harder on the reader than random characters.
_WORDS = (
    "said|says|told|that|according to|citing|reportedly|is said to|denied|claim|who|the mayor|Runa Holt|a memo"
    "|he|it|they|Lakeside Courier|officials|Moscow|police|“|”|\"|‘|’|'|,|.|:|;|—|(|)|?|\n\n|\n|and|but|not|may"
    "|fell|in|by|to|with|the bridge was closed|based on a tip from|their Veldian counterparts"
)
PIECES = st.lists(st.sampled_from(_WORDS.split("|")), max_size=40).map(" ".join)


def cut(spans: Spans, text: str) -> str:
    return " / ".join(span.cut(text) for span in spans)


def row_of(statement: Statement, text: str) -> tuple[str, str, str, str, str]:
    voices = " > ".join(voice.name for voice in statement.voices)
    return cut(statement.content, text), voices, statement.act, statement.certainty, statement.polarity


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['why'][:30]}" for n, case in enumerate(CASES, start=2)])
def test_understand_reads_the_shape(case: dict[str, str]) -> None:
    text = case["text"]
    found = [row_of(statement, text) for statement in understand(make_report(text)).statements]
    if case["content"] == "-":
        assert not [row for row in found if row[1]], case["why"]
        return
    wanted = (case["content"], case["voices"], case["act"], case["certainty"], case["polarity"])
    assert wanted in [(row[0], row[1] if row[1] else "", *row[2:]) for row in found], case["why"]


def check(text: str, understanding: Understanding) -> None:
    """Assert what must hold for the understanding of any text."""
    for statement in understanding.statements:
        assert statement.content
        assert bool(statement.voices) == (statement.act != "own_voice")
        for span in (*statement.content, *statement.cue, *statement.source, *statement.hedges):
            assert 0 <= span.start < span.end <= len(text)
        assert all(voice.name for voice in (*statement.voices, *statement.grounds))
    for entity in understanding.entities:
        assert entity.name
        assert all(0 <= span.start < span.end <= len(text) for span in entity.occurrences)
    ids = [statement.id for statement in understanding.statements]
    assert len(ids) == len(set(ids))


@given(PIECES)
@settings(max_examples=150, deadline=None)
def test_understand_holds_for_any_news_like_text(text: str) -> None:
    report = make_report(text)
    first = understand(report)
    check(text, first)
    assert understand(report) == first


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_understand_holds_for_any_text(text: str) -> None:
    check(text, understand(make_report(text)))


def test_understand_is_not_stalled_by_a_sentence_without_end() -> None:
    started = perf_counter()
    understand(make_report("He said that " * 2000))
    # Half a second here; a minute before sentences had a longest length.
    assert perf_counter() - started < 10


def test_understand_leaves_other_languages_unread() -> None:
    understanding = understand(make_report("Le maire a dit non.", language="fr"))
    assert not understanding.language_known
    assert not understanding.statements


def test_understand_reads_a_title_apart_from_the_text() -> None:
    report = make_report("The bridge was closed.", title="Bridge shut, says mayor")
    assert [(s.within, len(s.voices)) for s in understand(report).statements] == [("title", 1), ("text", 0)]


def test_understand_knows_a_title_that_stands_in_the_text() -> None:
    report = make_report("Bridge shut, says mayor\n\nThe bridge was closed.", title="Bridge shut, says mayor")
    assert [s.within for s in understand(report).statements] == ["title", "text"]


def test_understand_finds_the_grounds_of_an_act() -> None:
    text = "Veldian police agencies opened a case based on warnings from their Karthian counterparts."
    (statement,) = understand(make_report(text)).statements
    assert statement.act == "own_voice"
    assert [voice.name for voice in statement.grounds] == ["Karthian police agencies"]


def test_understand_leaves_out_the_publishing_outlet() -> None:
    text = "A clerk told the Lakeside Courier that the list was false."
    assert [len(s.voices) for s in understand(make_report(text, outlet="Lakeside Courier")).statements] == [1]
    assert [len(s.voices) for s in understand(make_report(text, outlet="Fjord Gazette")).statements] == [2]


def test_understand_names_entities_and_times() -> None:
    understanding = understand(make_report("Runa Holt left Orlund on Friday. Holt returned on 16 May 2032."))
    holt = next(entity for entity in understanding.entities if entity.name == "Runa Holt")
    assert (holt.kind, holt.aliases, len(holt.occurrences)) == ("person", ("Holt",), 2)
    assert [time.value for time in understanding.times] == ["2032-05-14", "2032-05-16"]


def test_made_by_names_the_reader() -> None:
    assert made_by(UnderstandOptions()).component == "understand.rules"


@pytest.mark.parametrize(
    "sentence",
    [
        "And their mothers?",
        "Have YOU crossed the lake?",
        "Ring us day or night.",
        "If you saw it, write to the desk.",
        "All rights reserved.",
        "(CPS desk) ab/cd",
        "The Tarn Herald is part of the Lake group.",
        "Oona Black is a senior fellow at the Hallam Institute.",
        "The ministry declined to comment.",
        "A quiet corner of the lower harbour.",
    ],
)
def test_understand_leaves_out_what_says_nothing_of_the_world(sentence: str) -> None:
    text = f"The bridge was closed.\n\n{sentence}"
    found = understand(make_report(text, outlet="Tarn Herald")).statements
    assert [cut(statement.content, text) for statement in found] == ["The bridge was closed"]


class _Counting:
    """Finds nothing, and rejects and falls back once a text."""

    identity = "counting/1"
    at_once = 1
    remote = "https://models.example/v1"

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - the port's signature
        return TextFindings((), (), rejected=2, fallen_back=1, reason=f"No answer about {text}")


def test_what_is_worth_noting_is_counted_over_text_and_title() -> None:
    alone = understand(make_report("It rained."), finder=_Counting())
    titled = understand(make_report("It rained.", title="Rain in Oster"), finder=_Counting())
    assert alone.reading == ReadingNotes(2, 1, "https://models.example/v1", "No answer about It rained.")
    assert titled.reading == ReadingNotes(4, 2, "https://models.example/v1", "No answer about It rained.")


def test_the_reason_of_the_title_is_noted_where_the_text_has_none() -> None:
    class OnTitles(_Counting):
        def find(self, text: str, *, outlet: str | None) -> TextFindings:
            return super().find(text, outlet=outlet) if text == "Rain in Oster" else TextFindings((), ())

    titled = understand(make_report("It rained.", title="Rain in Oster"), finder=OnTitles())
    assert titled.reading == ReadingNotes(2, 1, "https://models.example/v1", "No answer about Rain in Oster")


def test_a_text_that_no_finder_was_given_has_nothing_to_note() -> None:
    assert understand(make_report("It rained.")).reading == ReadingNotes()
    assert understand(make_report("Il pleuvait.", language="fr"), finder=_Counting()).reading == ReadingNotes()


def test_the_maker_changes_with_the_finder() -> None:
    class Other(_Counting):
        identity = "counting/2"

    digests = {made_by(UnderstandOptions(), finder).options_digest for finder in (None, _Counting(), Other())}
    assert len(digests) == 3


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("None said that the gate was open.", "negative"),
        ("The keeper said that the gate was open.", "positive"),
    ],
)
def test_nobody_is_no_voice(text: str, polarity: str) -> None:
    """Why: "none of that proves" became the word of somebody called None."""
    statements = understand(make_report(text)).statements
    assert not any(voice.name.startswith(("None", "No")) for each in statements for voice in each.voices)
    assert {each.polarity for each in statements} == {polarity}


@pytest.mark.parametrize("nobody", ["Nobody", "No one", "No official"])
def test_what_nobody_said_is_no_statement(nobody: str) -> None:
    statements = understand(make_report(f"{nobody} has claimed that the keeper knew of it.")).statements
    assert [each for each in statements if each.act != "own_voice"] == []
