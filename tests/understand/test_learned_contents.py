"""Which statements do the contents of found attributions make, and what is the report's own voice beside them?"""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.reports import make_report
from tests.understand.scripted import COURIER, HOLT, Names, Says, ScriptedFinder, cut, findings, place, read, row, rows
from whence.model.finding import FoundAttribution, FoundName, TextFindings
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.show.export.records import statement_records
from whence.understand.reader import understand

QUOTED = "Runa Holt said: “The port is shut. The ships have left. Nobody waits.” The gates rusted."
WHOLE = "“The port is shut. The ships have left. Nobody waits.”"


def test_understand_makes_the_sentences_of_a_quotation_parts_of_one_content() -> None:
    statements = read(QUOTED, Says("said", ["Runa Holt"], [WHOLE]), names=HOLT).statements
    parts = [statement for statement in statements if statement.voices]
    assert [cut(part.content, QUOTED) for part in parts] == ["The port is shut", "The ships have left", "Nobody waits"]
    assert {cut(part.whole, QUOTED) for part in parts} == {WHOLE}
    assert {part.quote for part in parts} == {"direct"}


def test_statement_records_gives_one_record_for_the_parts_of_one_content() -> None:
    statements = read(QUOTED, Says("said", ["Runa Holt"], [WHOLE]), names=HOLT).statements
    first, own = statement_records(statements)
    where = place(QUOTED, WHOLE)
    assert first["content"] == [[where.start, where.end]]
    parts = first["parts"]
    assert isinstance(parts, list)
    assert [part["id"] for part in parts] == ["s1", "s2", "s3"]
    contents = [QUOTED[slice(*part["content"][0])] for part in parts]
    assert contents == ["The port is shut", "The ships have left", "Nobody waits"]
    assert own["voices"] == []
    assert isinstance(own["parts"], list)
    assert [part["id"] for part in own["parts"]] == ["s4"]


def test_statement_records_keeps_a_content_together_around_an_inner_one() -> None:
    text = "Runa Holt said: “The port is shut. The army believes the bridge fell. Nobody waits.”"
    said = Says("said", ["Runa Holt"], ["“The port is shut. The army believes the bridge fell. Nobody waits.”"])
    inner = Says("believes", ["The army"], ["the bridge fell"], is_inner=True)
    records = statement_records(read(text, said, inner, names=HOLT).statements)
    assert [len(record["voices"]) for record in records] == [1, 2]  # type: ignore[arg-type]


def test_statement_records_keeps_the_parts_of_two_sources_apart() -> None:
    text = "Tova Falk and Ida Orr said: “The port is shut. The ships have left.”"
    names: Names = [("Tova Falk", "person"), ("Ida Orr", "person")]
    said = Says("said", ["Tova Falk", "Ida Orr"], ["“The port is shut. The ships have left.”"])
    records = statement_records(read(text, said, names=names).statements)
    assert [record["source"] for record in records] == [[[0, 9]], [[14, 21]]]


@pytest.mark.parametrize(
    ("text", "says", "why"),
    [
        ("Falk said the bridge fell.", Says("said", ["Falk"], ["the bridge fell"]), "nothing but the content"),
        ("The bridge fell.", None, "own voice"),
    ],
)
def test_understand_leaves_the_whole_empty_where_the_content_is_whole(text: str, says: Says | None, why: str) -> None:
    (statement,) = read(text, *([says] if says else [])).statements
    assert statement.whole == (), why


@pytest.mark.parametrize(
    ("text", "own", "why"),
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell", "Nobody was hurt"], "two sentences"),
        ("Was the bridge safe? It fell.", ["It fell"], "a question says nothing"),
        ("Subscribe to our newsletter today. The bridge fell.", ["The bridge fell"], "a notice says nothing"),
        ("Read more on our website. The bridge fell.", ["The bridge fell"], "a request says nothing"),
    ],
)
def test_understand_reads_what_nothing_covers_as_the_own_voice(text: str, own: list[str], why: str) -> None:
    assert rows(text) == [(content, "") for content in own], why


def test_understand_reads_the_clause_beside_an_attribution_as_the_own_voice() -> None:
    text = "The port was shut; the bridge fell, Falk said."
    said = Says("said", ["Falk"], ["the bridge fell"])
    assert rows(text, said) == [("The port was shut", ""), ("the bridge fell", "Falk")]


def test_understand_takes_a_circumstance_for_no_statement() -> None:
    text = "Speaking at the port on Monday, Falk said the bridge fell."
    assert rows(text, Says("said", ["Falk"], ["the bridge fell"])) == [("the bridge fell", "Falk")]


def test_understand_leaves_an_inner_attribution_that_nothing_holds_to_the_rules() -> None:
    text = "The army believes the bridge fell."
    found = rows(text, Says("believes", ["The army"], ["the bridge fell"], is_inner=True))
    assert found == [("the bridge fell", "army")]


def test_understand_tells_findings_of_the_title_from_those_of_the_text() -> None:
    title, text = "Bridge fell, says Falk", "The bridge fell on Monday."
    finder = ScriptedFinder({title: findings(title, [Says("says", ["Falk"], ["Bridge fell"])])})
    statements = understand(make_report(text, title=title), finder=finder).statements
    assert [(s.within, row(s, title if s.within == "title" else text)) for s in statements] == [
        ("title", ("Bridge fell", "Falk")),
        ("text", ("The bridge fell on Monday", "")),
    ]


def test_understand_tells_findings_of_a_title_inside_the_text() -> None:
    title = "Bridge fell, says Falk"
    text = f"{title}\n\nThe port is shut."
    finder = ScriptedFinder({text: findings(text, [Says("says", ["Falk"], ["Bridge fell"])])})
    statements = understand(make_report(text, title=title), finder=finder).statements
    assert [(s.within, *row(s, text)) for s in statements] == [
        ("title", "Bridge fell", "Falk"),
        ("text", "The port is shut", ""),
    ]


def test_understand_takes_no_antecedent_where_no_source_is_worded() -> None:
    text = "The clerk left. It is said that the bridge fell. It is said that the port was shut."
    first, second = (
        FoundAttribution(cue, (), (place(text, content),), antecedent=antecedent)
        for cue, content, antecedent in (
            (Span(19, 26), "the bridge fell", None),
            (Span(52, 59), "the port was shut", Span(19, 26)),
        )
    )
    finder = ScriptedFinder({text: TextFindings((first, second), ())})
    spans = [voice.span for s in understand(make_report(text), finder=finder).statements for voice in s.voices]
    assert all(span is None or span.start < span.end for span in spans)


PRONOUN = "Runa Holt left. Ida Orr came. She said the bridge fell."
WOMEN: Names = [("Runa Holt", "person"), ("Ida Orr", "person")]


@pytest.mark.parametrize(("antecedent", "name"), [("Runa Holt", "Ida Orr"), ("", "Ida Orr")])
def test_understand_asks_for_no_antecedent_where_the_rules_know_one(antecedent: str, name: str) -> None:
    said = Says("said", ["She"], ["the bridge fell"], antecedent=antecedent)
    voice = read(PRONOUN, said, names=WOMEN).statements[-1].voices[-1]
    assert (voice.name, voice.as_worded) == (name, "She")
    assert voice.span == place(PRONOUN, "She")


def test_understand_follows_an_antecedent_to_its_whole_chain() -> None:
    text = "A memo obtained by the Lakeside Courier said the bridge fell. Orr left. It added that the port was shut."
    source = "A memo obtained by the Lakeside Courier"
    first = Says("said", [source], ["the bridge fell"])
    second = Says("added", ["It"], ["the port was shut"], antecedent=source)
    found = rows(text, first, second, names=[*COURIER, ("Orr", "person")])
    assert ("the bridge fell", "Lakeside Courier > memo") in found
    assert ("the port was shut", "Lakeside Courier > memo") in found


def test_understand_lists_found_names_alone_as_entities() -> None:
    text = "On Friday Runa Holt left Orlund. Holt saw Zorbal Works."
    names: Names = [("Friday", "date"), ("Runa Holt", "person"), ("Orlund", "place")]
    entities = read(text, names=names).entities
    assert [(entity.name, entity.kind, entity.aliases) for entity in entities] == [
        ("Friday", "date", ()),
        ("Runa Holt", "person", ("Holt",)),
        ("Orlund", "place", ()),
    ]


def test_understand_counts_astral_characters_of_findings_as_one() -> None:
    text = "😀 Falk said 𝔘-boats left."
    assert rows(text, Says("said", ["Falk"], ["𝔘-boats left"])) == [("𝔘-boats left", "Falk")]


def test_understand_notes_what_a_finder_could_not_place() -> None:
    text = "The bridge fell."
    notes = understand(make_report(text), finder=ScriptedFinder({text: TextFindings((), (), 3, 1)})).reading
    assert (notes.rejected, notes.fallen_back, notes.remote) == (3, 1, None)


# Pieces of news sentences in any order, as in the test of the rules.
PIECES = st.lists(
    st.sampled_from(
        "said|told|that|according to|reportedly|denied|did not say|if|citing|the mayor|Runa Holt|a memo|by|he|it|they"
        '|the Lakeside Courier|officials|“|”|"|,|.|?|\n\n|and|may|the bridge was closed|😀|Friday|’s|—'.split("|")
    ),
    min_size=1,
    max_size=30,
).map(" ".join)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, TextFindings]:
    """Return a text with anything that a finder might find in it, right or wrong."""
    text = "Falk " + draw(PIECES)
    words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    spans = st.tuples(st.integers(0, len(words) - 1), st.integers(0, 9)).map(
        lambda pair: Span(words[pair[0]][0], words[min(len(words) - 1, sum(pair))][1])
    )
    attributions = st.builds(
        FoundAttribution,
        spans,
        st.lists(spans, max_size=2).map(tuple),
        st.lists(spans, min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
        st.lists(spans, max_size=2).map(tuple),
        is_inner=st.booleans(),
        antecedent=st.none() | spans,
    ).map(lambda found: found if found.sources else replace(found, antecedent=None))
    kinds: list[EntityKind] = ["person", "outlet", "place", "document", "date", "government"]
    names = st.builds(FoundName, spans, st.sampled_from(kinds))
    found, named = draw(st.lists(attributions, max_size=5)), draw(st.lists(names, max_size=4))
    found.sort(key=lambda each: each.cue)
    named.sort(key=lambda each: each.span)
    return text, TextFindings(tuple(found), tuple(named))


@given(readings())
@settings(max_examples=40, deadline=None)
def test_understand_holds_whatever_a_finder_finds(reading: tuple[str, TextFindings]) -> None:
    text, found = reading
    report, finder = make_report(text), ScriptedFinder({text: found})
    understanding = understand(report, finder=finder)
    for statement in understanding.statements:
        assert statement.content
        assert bool(statement.voices) == (statement.act != "own_voice")
        assert all(voice.name for voice in statement.voices)
        voiced = tuple(voice.span for voice in statement.voices if voice.span is not None)
        for span in (*statement.content, *statement.cue, *statement.source, *statement.whole, *voiced):
            assert 0 <= span.start < span.end <= len(text)
    ids = [statement.id for statement in understanding.statements]
    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]
    assert understand(report, finder=finder) == understanding


@pytest.mark.parametrize(
    ("text", "outer", "found", "why"),
    [
        (
            "Officials denied that Falk said the bridge fell.",
            Says("denied", ["Officials"], ["that Falk said the bridge fell"]),
            ("that Falk said the bridge fell", "officials", "denies", "negative"),
            "what is denied is that he said it",
        ),
        (
            "Officials asked whether Falk said the bridge fell.",
            Says("asked", ["Officials"], ["whether Falk said the bridge fell"]),
            ("whether Falk said the bridge fell", "officials", "asks", "positive"),
            "what is asked is whether he said it",
        ),
    ],
)
def test_understand_opens_no_content_that_is_not_said_to_be_so(
    text: str, outer: Says, found: tuple[str, str, str, str], why: str
) -> None:
    inner = Says("said", ["Falk"], ["the bridge fell"], is_inner=True)
    (statement,) = read(text, outer, inner).statements
    assert (*row(statement, text), statement.act, statement.polarity) == found, why


@pytest.mark.parametrize("text", ["Did Falk say the bridge fell?", "Who said the bridge fell?"])
def test_understand_attributes_nothing_that_the_report_asks(text: str) -> None:
    source, cue = ("Falk", "say") if "Falk" in text else ("Who", "said")
    assert rows(text, Says(cue, [source], ["the bridge fell"])) == []
