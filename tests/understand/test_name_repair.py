"""Are found names made whole: no word too many, no piece left, one kind for one spelling?"""

import pytest

from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.understand.name_repair import repair_names
from whence.understand.tokens import read_tokens

Piece = tuple[str, EntityKind]


def repair(text: str, *pieces: Piece, body: int = 0) -> list[tuple[str, str]]:
    """Return the names that are left of pieces of a text, each as it first stands after the one before."""
    found, at = [], 0
    for worded, kind in pieces:
        start = text.index(worded, at)
        at = start + len(worded)
        found.append(FoundName(Span(start, at), kind))
    return [(name.span.cut(text), name.kind) for name in repair_names(read_tokens(text), found, body=body)]


@pytest.mark.parametrize(
    ("text", "pieces", "names"),
    [
        ("in Karsk and Ombra today", [("Karsk and", "place"), ("Ombra", "place")], ["Karsk", "Ombra"]),
        ("Torv's Foreign Ministry said", [("'s Foreign Ministry", "government")], ["Foreign Ministry"]),
        ("It was - they said - the end", [("-", "place"), ("the", "outlet")], []),
        ("the Grey Heron Band", [("Grey", "organisation"), ("Heron Band", "armed_group")], ["Grey Heron Band"]),
        ("a Karsk AX 300", [("Karsk", "equipment"), ("AX", "equipment"), ("300", "quantity")], ["Karsk AX 300"]),
        ("wrote Vestnik for years", [("Vestnik for years", "outlet")], ["Vestnik"]),
        ("its snooty Orme House", [("snooty Orme House", "organisation")], ["Orme House"]),
        ("Marr & Gamble Co. said", [("& Gamble Co.", "organisation")], ["Marr & Gamble Co."]),
        ("by Dane & Dane today", [("Dane", "person"), ("Dane", "organisation")], ["Dane & Dane"]),
        ("at AT&T Inc. today", [("AT&T Inc.", "organisation")], ["AT&T Inc."]),
        ("of Marr & Orme plc in May", [("Marr & Orme", "organisation")], ["Marr & Orme plc"]),
        ("to D’Angel Bros. in", [("D", "organisation"), ("’Angel Bros", "armed_group")], ["D’Angel Bros"]),
        (
            "O'Neill & Sons Ltd. sold",
            [("O", "person"), ("Neill", "person"), ("Sons Ltd.", "organisation")],
            ["O'Neill & Sons Ltd."],
        ),
        ("Simon & Orme sang", [("Simon", "person"), ("Orme", "person")], ["Simon", "Orme"]),
        ("the delta at Karsk", [("delta", "place"), ("Karsk", "place")], ["Karsk"]),
        ("in western Karsk", [("western Karsk", "place")], ["western Karsk"]),
        ("obama said", [("obama", "person")], ["obama"]),
        ("Port Amble Lena Torv left", [("Port Amble", "place"), ("Lena Torv", "person")], ["Port Amble", "Lena Torv"]),
        ("Lena Torv left", [("Lena", "person"), ("Torv", "person")], ["Lena Torv"]),
        (
            "Institute for Study",
            [("Institute for", "organisation"), ("Study", "organisation")],
            ["Institute for Study"],
        ),
    ],
)
def test_repair_names_has_whole_edges(text: str, pieces: list[Piece], names: list[str]) -> None:
    assert [name for name, _ in repair(text, *pieces)] == names


@pytest.mark.parametrize(
    ("text", "pieces", "kind"),
    [
        ("the newspaper Vestnik said; Vestnik added", [("Vestnik", "person"), ("Vestnik", "person")], "outlet"),
        ("a unit named 'Ethos' left", [("Ethos", "equipment")], "armed_group"),
        ("Moscow denied it", [("Moscow", "person")], "place"),
        ("A Veldian national left", [("Veldian", "place")], "nationality"),
        ("Tehran officials left", [("Tehran", "place")], "place"),
        ("KARSK, 6 March (TWA) — Nothing.", [("KARSK", "outlet")], "place"),
        (
            "Orme, Orme and Orme",
            [("Orme", "person"), ("Orme", "organisation"), ("Orme", "organisation")],
            "organisation",
        ),
    ],
)
def test_repair_names_gives_one_spelling_one_kind(text: str, pieces: list[Piece], kind: str) -> None:
    assert {found for _, found in repair(text, *pieces)} == {kind}


def test_repair_names_of_a_headline_are_those_that_the_text_names_too() -> None:
    text = "Cartels Eye Karsk\n\nIn Karsk it rained."
    assert repair(text, ("Cartels Eye", "armed_group"), ("Karsk", "place"), body=17) == [("Karsk", "place")]


def test_repair_names_leaves_dates_and_quantities_as_they_are() -> None:
    assert repair("the summer of 2031, 41 percent", ("the summer of", "date"), ("41 percent", "quantity")) == [
        ("the summer of", "date"),
        ("41 percent", "quantity"),
    ]
