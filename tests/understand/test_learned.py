"""Do found attributions become statements with their chains? A scripted finder stands in for the network."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.reports import make_report
from whence.model.finding import FoundAttribution, FoundName, TextFindings
from whence.model.spans import Span
from whence.model.statement import EntityKind, Statement, Understanding
from whence.show.export.records import statement_records
from whence.understand.reader import understand


@dataclass(frozen=True)
class ScriptedFinder:
    """The port `Finder`: what it finds in each text stands in a table; in any other text it finds nothing."""

    found: Mapping[str, TextFindings] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        return "scripted/1"

    @property
    def remote(self) -> str | None:
        return None

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - the port's
        return self.found.get(text, TextFindings((), ()))


def place(text: str, passage: str) -> Span:
    """Return where a passage stands that the text has just once."""
    assert text.count(passage) == 1, passage
    start = text.index(passage)
    return Span(start, start + len(passage))


@dataclass(frozen=True)
class Says:
    """One attribution by the passages of its text."""

    cue: str
    source: Sequence[str] = ()
    content: Sequence[str] = ()
    relay: Sequence[str] = ()
    is_inner: bool = False
    antecedent: str = ""

    def found_in(self, text: str) -> FoundAttribution:
        sources, contents, relays = (
            tuple(place(text, passage) for passage in passages) for passages in (self.source, self.content, self.relay)
        )
        antecedent = place(text, self.antecedent) if self.antecedent else None
        return FoundAttribution(
            place(text, self.cue), sources, contents, relays, is_inner=self.is_inner, antecedent=antecedent
        )


Names = Sequence[tuple[str, EntityKind]]
COURIER: Names = [("Lakeside Courier", "outlet")]
HOLT: Names = [("Runa Holt", "person")]


def findings(text: str, says: Sequence[Says], names: Names = ()) -> TextFindings:
    named = tuple(FoundName(place(text, name), kind) for name, kind in names)
    return TextFindings(tuple(each.found_in(text) for each in says), named)


def read(text: str, *says: Says, names: Names = (), outlet: str | None = None) -> Understanding:
    return understand(make_report(text, outlet=outlet), finder=ScriptedFinder({text: findings(text, says, names)}))


def cut(spans: Sequence[Span], text: str) -> str:
    return " / ".join(span.cut(text) for span in spans)


def row(statement: Statement, text: str) -> tuple[str, str]:
    """Return what is said, and by whom, from the report inward."""
    return cut(statement.content, text), " > ".join(voice.name for voice in statement.voices)


def rows(text: str, *says: Says, names: Names = (), outlet: str | None = None) -> list[tuple[str, str]]:
    return [row(statement, text) for statement in read(text, *says, names=names, outlet=outlet).statements]


# text, attributions, names, what is said and by whom: why
CHAINS: list[tuple[str, list[Says], Names, list[tuple[str, str]], str]] = [
    (
        "A clerk told the Lakeside Courier that the list was false.",
        [Says("told", ["A clerk"], ["the list was false"], ["the Lakeside Courier"])],
        COURIER,
        [("the list was false", "Lakeside Courier > clerk")],
        "an outlet that was told stands in front",
    ),
    (
        "A clerk told the Lakeside Courier that the list was false.",
        [Says("told", ["A clerk"], ["the list was false"])],
        COURIER,
        [("the list was false", "clerk")],
        "nobody is on the way whom the reader does not see there",
    ),
    (
        "The list was false, said the Lakeside Courier, citing a clerk.",
        [Says("said", ["the Lakeside Courier"], ["The list was false"], ["a clerk"])],
        COURIER,
        [("The list was false", "Lakeside Courier > clerk")],
        "whom an outlet cites stands behind it",
    ),
    (
        "In its report, the ministry said the bridge fell.",
        [Says("said", ["the ministry"], ["the bridge fell"], ["its report"])],
        [],
        [("the bridge fell", "report > ministry")],
        "a document stands before its speaker",
    ),
    (
        "In a memo, Runa Holt told the Lakeside Courier that the bridge fell.",
        [Says("told", ["Runa Holt"], ["the bridge fell"], ["a memo", "the Lakeside Courier"])],
        [*HOLT, *COURIER],
        [("the bridge fell", "Lakeside Courier > memo > Runa Holt")],
        "an outlet stands before the document too",
    ),
    (
        "A clerk handed over a memo that says the bridge fell.",
        [Says("says", ["a memo"], ["the bridge fell"], ["A clerk"])],
        [],
        [("the bridge fell", "clerk > memo")],
        "who passed a document on stands before it",
    ),
    (
        "The report by Runa Holt said the bridge fell.",
        [Says("said", ["The report"], ["the bridge fell"], ["Runa Holt"])],
        HOLT,
        [("the bridge fell", "report > Runa Holt")],
        "an author stands behind the document",
    ),
    (
        "The bridge fell, a clerk said, quoting the mayor.",
        [Says("said", ["a clerk"], ["The bridge fell"], ["the mayor"])],
        [],
        [("The bridge fell", "clerk > mayor")],
        "whom a person quotes stands behind",
    ),
    (
        "Officials said the army believes the bridge had fallen.",
        [
            Says("said", ["Officials"], ["the army believes the bridge had fallen"]),
            Says("believes", ["the army"], ["the bridge had fallen"], is_inner=True),
        ],
        [],
        [("the bridge had fallen", "officials > army")],
        "only the innermost content, with both voices",
    ),
    (
        "Police said Runa Holt told them the army suspects the bridge fell.",
        [
            Says("said", ["Police"], ["Runa Holt told them the army suspects the bridge fell"]),
            Says("told", ["Runa Holt"], ["the army suspects the bridge fell"], is_inner=True),
            Says("suspects", ["the army"], ["the bridge fell"], is_inner=True),
        ],
        HOLT,
        [("the bridge fell", "police > Runa Holt > army")],
        "three deep",
    ),
    (
        "Officials said the river had been rising for three long days when the army suspects it began.",
        [
            Says(
                "said", ["Officials"], ["the river had been rising for three long days when the army suspects it began"]
            ),
            Says("suspects", ["the army"], ["it began"], is_inner=True),
        ],
        [],
        [
            ("the river had been rising for three long days when the army suspects it began", "officials"),
            ("it began", "officials > army"),
        ],
        "a content of which an inner attribution covers a part says something itself",
    ),
    (
        "Tova Falk and Ida Orr said the bridge fell.",
        [Says("said", ["Tova Falk", "Ida Orr"], ["the bridge fell"])],
        [("Tova Falk", "person"), ("Ida Orr", "person")],
        [("the bridge fell", "Tova Falk"), ("the bridge fell", "Ida Orr")],
        "two sources found apart share a content, each alone",
    ),
    (
        "Tova Falk and Ida Orr said the bridge fell.",
        [Says("said", ["Tova Falk and Ida Orr"], ["the bridge fell"])],
        [("Tova Falk", "person"), ("Ida Orr", "person")],
        [("the bridge fell", "Tova Falk"), ("the bridge fell", "Ida Orr")],
        "two sources found as one phrase",
    ),
    (
        "Runa Holt said the bridge fell and the port was shut.",
        [Says("said", ["Runa Holt"], ["the bridge fell", "the port was shut"])],
        HOLT,
        [("the bridge fell", "Runa Holt"), ("the port was shut", "Runa Holt")],
        "two contents of one cue, joined by no more than and",
    ),
    (
        "The bridge, Runa Holt said, fell on Monday.",
        [Says("said", ["Runa Holt"], ["The bridge", "fell on Monday"])],
        HOLT,
        [("The bridge / fell on Monday", "Runa Holt")],
        "two fragments around the cue are one content",
    ),
    (
        "“The port is shut,” Runa Holt said. “The ships have left.”",
        [Says("said", ["Runa Holt"], ["“The port is shut,”", "“The ships have left.”"])],
        HOLT,
        [("The port is shut", "Runa Holt"), ("The ships have left", "Runa Holt")],
        "a quotation that goes on after the cue is a second statement",
    ),
    (
        "It is believed that the bridge fell.",
        [Says("is believed that", [], ["the bridge fell"])],
        [],
        [("the bridge fell", "unspecified")],
        "no source",
    ),
    (
        "Reportedly, the bridge fell.",
        [Says("Reportedly", [], ["the bridge fell"])],
        [],
        [("the bridge fell", "unspecified")],
        "no source, an adverb",
    ),
]


@pytest.mark.parametrize(("text", "says", "names", "found", "why"), CHAINS, ids=[case[-1] for case in CHAINS])
def test_understand_makes_chains_of_findings(
    text: str, says: list[Says], names: Names, found: list[tuple[str, str]], why: str
) -> None:
    assert rows(text, *says, names=names) == found, why


def test_understand_leaves_out_the_publishing_outlet_of_a_finding() -> None:
    text = "A clerk told the Lakeside Courier that the list was false."
    told = Says("told", ["A clerk"], ["the list was false"], ["the Lakeside Courier"])
    assert rows(text, told, names=COURIER, outlet="Lakeside Courier") == [("the list was false", "clerk")]


def test_understand_gives_kinds_and_places_of_found_voices() -> None:
    text = "Tova Falk told the Lakeside Courier that the list was false."
    told = Says("told", ["Tova Falk"], ["the list was false"], ["the Lakeside Courier"])
    understanding = read(text, told, names=[("Tova Falk", "person"), *COURIER])
    (statement,) = understanding.statements
    entities = {entity.id: entity.name for entity in understanding.entities}
    outlet, person = statement.voices
    assert (outlet.kind, outlet.named, entities[outlet.entity or ""]) == ("outlet", True, "Lakeside Courier")
    assert (person.kind, person.named, entities[person.entity or ""]) == ("person", True, "Tova Falk")
    assert (outlet.span, person.span) == (place(text, "the Lakeside Courier"), place(text, "Tova Falk"))
    assert (cut(statement.cue, text), cut(statement.source, text)) == ("told", "Tova Falk")
    assert statement.basis == "cites_outlet"


def test_understand_gives_the_source_as_it_was_found() -> None:
    text = "The clerk in the grey coat by the door said the list was false."
    said = Says("said", ["The clerk in the grey coat by the door"], ["the list was false"])
    (statement,) = read(text, said).statements
    assert cut(statement.source, text) == "The clerk in the grey coat by the door"


@pytest.mark.parametrize(
    ("text", "says", "why"),
    [
        (
            "The ministry did not say whether the port was shut.",
            Says("did not say", ["The ministry"], ["whether the port was shut"]),
            "not said",
        ),
        (
            "The ministry didn’t say the port was shut.",
            Says("didn’t say", ["The ministry"], ["the port was shut"]),
            "not said, clipped",
        ),
        (
            "Runa Holt declined to say if the port was shut.",
            Says("declined to say", ["Runa Holt"], ["if the port was shut"]),
            "a refusal",
        ),
        (
            "The port will shut if the ministry says the bridge is unsafe.",
            Says("says", ["the ministry"], ["the bridge is unsafe"]),
            "a condition",
        ),
        (
            "Unless the ministry says the bridge is safe, the port stays shut.",
            Says("says", ["the ministry"], ["the bridge is safe"]),
            "a condition at the head",
        ),
    ],
)
def test_understand_attributes_nothing_that_was_not_said(text: str, says: Says, why: str) -> None:
    assert [voices for _, voices in rows(text, says) if voices] == [], why


def test_understand_attributes_nothing_inside_what_was_not_said() -> None:
    text = "Officials did not say that the army believes the bridge fell."
    outer = Says("did not say", ["Officials"], ["the army believes the bridge fell"])
    inner = Says("believes", ["the army"], ["the bridge fell"], is_inner=True)
    assert rows(text, outer, inner) == []


@pytest.mark.parametrize(
    ("text", "says", "own"),
    [
        (
            "The ministry did not say whether the port was shut.",
            Says("say", ["The ministry"], ["whether the port was shut"]),
            [],
        ),
        ("Runa Holt does not believe it.", Says("believe", ["Runa Holt"], ["it"]), []),
        (
            "A memo written by Runa Holt says the bridge fell.",
            Says("says", ["A memo"], ["the bridge fell"], ["Runa Holt"]),
            [],
        ),
        (
            "A clerk said he had heard from the mayor that the bridge fell.",
            Says("said", ["A clerk"], ["the bridge fell"], ["the mayor"]),
            [],
        ),
        (
            "The port will shut if the ministry says the bridge is unsafe.",
            Says("says", ["the ministry"], ["the bridge is unsafe"]),
            [],  # what hangs on a condition is not said flatly
        ),
    ],
)
def test_understand_takes_no_scraps_for_the_own_voice(text: str, says: Says, own: list[str]) -> None:
    assert [content for content, voices in rows(text, says) if not voices] == own


def test_understand_takes_no_found_person_for_an_outlet() -> None:
    text = "A memo written by Runa Holt says the bridge fell."
    understanding = read(text, Says("says", ["A memo"], ["the bridge fell"], ["Runa Holt"]), names=HOLT)
    attributed = [statement for statement in understanding.statements if statement.voices]
    assert [[voice.kind for voice in statement.voices] for statement in attributed] == [["document", "person"]]


def test_understand_tells_who_passed_a_document_on_from_its_author() -> None:
    text = "Documents passed on by a clerk show the bridge fell."
    show = Says("show", ["Documents"], ["the bridge fell"], ["a clerk"])
    assert rows(text, show)[-1] == ("the bridge fell", "clerk > documents")


# text, cue, act, certainty, polarity: why
MANNERS = [
    ("Falk said the bridge fell.", "said", "asserts", "certain", "positive", "the plain case"),
    ("Falk denied that the bridge fell.", "denied", "denies", "certain", "negative", "a denial is negative"),
    ("Falk has not ruled out that the bridge fell.", "has not ruled out", "asserts", "possible", "positive", "open"),
    ("Falk didn’t deny that the bridge fell.", "didn’t deny", "asserts", "possible", "positive", "not denied"),
    ("Falk does not believe the bridge fell.", "does not believe", "believes", "probable", "negative", "disbelief"),
    ("Falk believes the bridge fell.", "believes", "believes", "probable", "positive", "the cue's certainty"),
    ("Falk said the bridge may have fallen.", "said", "asserts", "possible", "positive", "the hedge is weaker"),
    ("Falk believes the bridge may have fallen.", "believes", "believes", "possible", "positive", "the weaker of two"),
    ("Falk claimed the bridge may have fallen.", "claimed", "asserts", "unstated", "positive", "the cue is weaker"),
    ("Falk fears the bridge probably fell.", "fears", "believes", "possible", "positive", "the cue is weaker"),
    ("Falk asked whether the bridge fell.", "asked", "asks", "unstated", "positive", "a question"),
]


@pytest.mark.parametrize(("text", "cue", "act", "certainty", "polarity", "why"), MANNERS, ids=[c[0] for c in MANNERS])
def test_understand_reads_the_manner_of_a_finding(
    text: str, cue: str, act: str, certainty: str, polarity: str, why: str
) -> None:
    content = text[text.index(cue) + len(cue) + 1 : -1].removeprefix("that ")
    (statement,) = read(text, Says(cue, ["Falk"], [content]), names=[("Falk", "person")]).statements
    assert (statement.act, statement.certainty, statement.polarity) == (act, certainty, polarity), why


def test_understand_is_as_sure_inside_as_the_outer_cue() -> None:
    text = "Officials suspect the army said the bridge fell."
    outer = Says("suspect", ["Officials"], ["the army said the bridge fell"])
    inner = Says("said", ["the army"], ["the bridge fell"], is_inner=True)
    (statement,) = read(text, outer, inner).statements
    assert (statement.act, statement.certainty) == ("asserts", "probable")


def test_understand_takes_the_finders_word_where_the_tables_know_no_cue() -> None:
    text = "Falk muttered darkly the bridge fell."
    found = FoundAttribution(
        place(text, "muttered darkly"), (place(text, "Falk"),), (place(text, "the bridge fell"),), (),
        "doubts", "possible", "negative",
    )  # fmt: skip
    finder = ScriptedFinder({text: TextFindings((found,), ())})
    (statement,) = understand(make_report(text), finder=finder).statements
    assert (statement.act, statement.certainty, statement.polarity) == ("doubts", "possible", "negative")


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


@pytest.mark.parametrize(("antecedent", "name"), [("Runa Holt", "Runa Holt"), ("", "Ida Orr")])
def test_understand_follows_the_antecedent_that_was_found(antecedent: str, name: str) -> None:
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
