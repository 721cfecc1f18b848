"""Do names that a reader found get their full forms, and do those that only the rules see stay names of no kind?"""

import pytest

from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.understand.named import names_of
from whence.understand.names import Names
from whence.understand.tokens import read_tokens

Marked = list[tuple[str, EntityKind]]


def names_in(text: str, found: Marked, known: Names | None = None) -> Names:
    """Return the names of a text in which a reader found some, each at its first place."""
    spans = [(Span(text.index(name), text.index(name) + len(name)), kind) for name, kind in found]
    return names_of(read_tokens(text), [FoundName(span, kind) for span, kind in spans], known)


# text, what was found, the names with kind and full form: why
CASES: list[tuple[str, Marked, list[tuple[str, str, str]], str]] = [
    (
        "Runa Holt left. Then Holt came back.",
        [("Runa Holt", "person")],
        [("Runa Holt", "person", "Runa Holt"), ("Holt", "person", "Runa Holt")],
        "a surname leads back, though only the rules see it",
    ),
    (
        "Police said Zorbal rose.",
        [],
        [("Zorbal", "unknown", "Zorbal")],
        "what only the rules see has no kind",
    ),
    (
        "We met in Moscow.",
        [],
        [("Moscow", "unknown", "Moscow")],
        "not even where the rules would know one",
    ),
    (
        "The Vaul Harbour Board met. Later VHB agreed.",
        [("Vaul Harbour Board", "organisation"), ("VHB", "organisation")],
        [
            ("Vaul Harbour Board", "organisation", "Vaul Harbour Board"),
            ("VHB", "organisation", "Vaul Harbour Board"),
        ],
        "an acronym leads back",
    ),
    (
        "The Lakeside Courier wrote. Later the Courier said so.",
        [("Lakeside Courier", "outlet")],
        [("Lakeside Courier", "outlet", "Lakeside Courier"), ("Courier", "outlet", "Lakeside Courier")],
        "an outlet's last word leads back",
    ),
    (
        "On 5 May Holt paid 3 crowns.",
        [("5 May", "date"), ("Holt", "person"), ("3 crowns", "quantity")],
        [("Holt", "person", "Holt")],
        "dates and quantities are nothing to lead back to",
    ),
    (
        "Runa Holt met Ida Orr.",
        [("Ida Orr", "person"), ("Runa Holt", "person")],
        [("Runa Holt", "person", "Runa Holt"), ("Ida Orr", "person", "Ida Orr")],
        "in reading order, however they were found",
    ),
    (
        "Runa Holt met.",
        [("Holt", "facility")],
        [("Holt", "facility", "Holt")],
        "the reader's name displaces one of the rules that it overlaps",
    ),
    (
        "😀 Runa Holt left.",
        [("Runa Holt", "person")],
        [("Runa Holt", "person", "Runa Holt")],
        "behind an astral character",
    ),
    ("It rained.", [], [], "no name"),
]


@pytest.mark.parametrize(("text", "found", "names", "why"), CASES, ids=[case[-1] for case in CASES])
def test_names_of_joins_names(text: str, found: Marked, names: list[tuple[str, str, str]], why: str) -> None:
    assert [(name.text, name.kind, name.full) for name in names_in(text, found).all] == names, why


def test_names_of_takes_gender_and_role_from_the_word_before() -> None:
    names = names_in("Then Mr Theo Orr and the mayor Ida Falk left.", [("Theo Orr", "person"), ("Ida Falk", "person")])
    assert [(name.text, name.gender, name.role) for name in names.all] == [
        ("Theo Orr", "m", "mr"),
        ("Ida Falk", "", "mayor"),
    ]


def test_names_of_takes_no_role_for_what_is_no_person() -> None:
    (name,) = names_in("They met at the mayor Orlund.", [("Orlund", "place")]).all
    assert (name.role, name.gender) == ("", "")


def test_names_of_a_title_lead_back_to_its_report() -> None:
    report = names_in("Mr Runo Holt left on Monday.", [("Runo Holt", "person")])
    (name,) = names_in("Holt leaves office", [], report).all
    assert (name.kind, name.full, name.gender) == ("person", "Runo Holt", "m")


def test_names_of_can_be_looked_up_by_token() -> None:
    text = "Then Runa Holt of Orlund met Ida Orr."
    tokens = read_tokens(text)
    names = names_in(text, [("Runa Holt", "person"), ("Orlund", "place"), ("Ida Orr", "person")])
    low = tokens.forms.index("Orlund")
    assert [name.text for name in names.within(low, len(tokens.forms))] == ["Orlund", "Ida Orr"]
    assert [name.text for name in names.before(low)] == ["Runa Holt"]
    assert [tokens.cut(name.low, name.high) for name in names.all] == ["Runa Holt", "Orlund", "Ida Orr"]
