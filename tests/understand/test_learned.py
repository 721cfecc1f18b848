"""Do found attributions become statements with their chains? A scripted finder stands in for the network."""

import pytest

from tests.understand.reports import make_report
from tests.understand.scripted import COURIER, HOLT, Names, Says, ScriptedFinder, cut, place, read, rows
from whence.model.finding import FoundAttribution, TextFindings
from whence.understand.reader import understand

# text, attributions, names, what is said and by whom: why
CHAINS: list[tuple[str, list[Says], Names, list[tuple[str, str]], str]] = [
    (
        "Jon Holt approved the payments, according to two invoices.",
        [
            Says("according to", ["two invoices"], ["Jon Holt approved the payments"]),
            Says("approved", ["Jon Holt"], ["the payments"], is_inner=True),
        ],
        [("Jon Holt", "person")],
        [("Jon Holt approved the payments", "two invoices")],
        "what somebody is said to have done is nothing that they say",
    ),
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
        [("the list was false", "Lakeside Courier > clerk")],
        "the rules see whom the network does not see on the way",
    ),
    (
        "The list was false, said the Lakeside Courier, citing a clerk.",
        [Says("said", ["the Lakeside Courier"], ["The list was false"], ["a clerk"])],
        COURIER,
        [("The list was false", "Lakeside Courier > clerk")],
        "whom an outlet cites stands behind it",
    ),
    (
        "The list was false, according to the Lakeside Courier, which quoted a clerk.",
        [
            Says("according to", ["the Lakeside Courier"], ["The list was false", "a clerk"]),
            Says("quoted", ["which"], ["a clerk"]),
        ],
        COURIER,
        [("The list was false", "Lakeside Courier > clerk")],
        "whom an outlet quoted is behind it, and neither said nor a statement",
    ),
    (
        "The Lakeside Courier said, citing a clerk, that the list was false.",
        [Says("citing", ["a clerk"], ["that the list was false"])],
        COURIER,
        [("the list was false", "Lakeside Courier > clerk")],
        "whom a source cites is on the way, though the network saw no more than that",
    ),
    (
        "The Lakeside Courier said, citing a clerk, that the list was false.",
        [
            Says("said", ["The Lakeside Courier"], ["citing a clerk, that the list was false"]),
            Says("citing", ["The Lakeside Courier"], ["that the list was false"]),
        ],
        COURIER,
        [("the list was false", "Lakeside Courier > clerk")],
        "an aside between a verb and its content is neither a content nor a statement",
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
        "The Lakeside Courier reported, citing a clerk, that the navy believes the list was false.",
        [
            Says("reported", ["The Lakeside Courier"], ["that the navy believes the list was false"]),
            Says("citing", ["The Lakeside Courier"], ["that the navy believes the list was false"]),
            Says("believes", ["the navy"], ["the list was false"], is_inner=True),
        ],
        COURIER,
        [("the list was false", "Lakeside Courier > clerk > navy")],
        "whom one cites is on the way to all that is said, and the rules' source is not the found one's",
    ),
    (
        "A memo says the owner suspects a fire; the mayor denies the fire was his.",
        [
            Says("says", ["A memo"], ["the owner suspects a fire; the mayor denies the fire was his"]),
            Says("suspects", ["the owner"], ["a fire"], is_inner=True),
            Says("denies", ["the mayor"], ["the fire was his"]),
        ],
        [],
        [("a fire", "memo > owner"), ("the fire was his", "mayor")],
        "a semicolon ends what a document says, where the network sees another attribution behind it",
    ),
    (
        'The bridge fell, a clerk told a crowd. "It is gone," said the mayor. "Nobody saw it."',
        [
            Says("told", ["a clerk"], ["The bridge fell", '"Nobody saw it."']),
            Says("said", ["the mayor"], ['"It is gone,"', '"Nobody saw it."']),
        ],
        [],
        [("The bridge fell", "clerk"), ("It is gone", "mayor"), ("Nobody saw it", "mayor")],
        "a quotation that goes on belongs to the cue nearest to it",
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


def test_understand_takes_a_surname_for_what_the_whole_name_is() -> None:
    text = "The owner, Tomas Brill, left. Mr Brill denies that he was aboard."
    denies = Says("denies", ["Mr Brill"], ["that he was aboard"])
    voice = read(text, denies, names=[("Tomas Brill", "person")]).statements[-1].voices[-1]
    assert (voice.name, voice.kind) == ("Tomas Brill", "person")
