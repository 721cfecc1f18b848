"""Which people, groups and things without a name are found, and which later words are theirs."""

import pytest

from tests.understand.reports import make_report
from whence.model.spans import Span
from whence.model.statement import Description, Entity, EntityKind
from whence.understand.descriptions import find_descriptions
from whence.understand.reader import understand
from whence.understand.tokens import read_tokens


def describe(text: str, **named: EntityKind) -> list[Description]:
    """Return the descriptions of a text in which the given words, "_" for a space, are names."""
    entities: list[Entity] = []
    for key, kind in named.items():
        name = key.replace("_", " ")
        at = text.index(name)
        entities.append(Entity(f"e{len(entities)}", name, kind, (), (Span(at, at + len(name)),)))
    statements = understand(make_report(text)).statements
    return list(find_descriptions(read_tokens(text), entities, statements))


@pytest.mark.parametrize(
    ("text", "worded", "kind", "attributes"),
    [
        ("A Mexican national was held.", "Mexican national", "person", [("nationality", "Mexican")]),
        (
            "A 34-year-old driver was held.",
            "34-year-old driver",
            "person",
            [("age", "34-year-old"), ("role", "driver")],
        ),
        (
            "Police held two fishermen from Sarn.",
            "two fishermen",
            "group",
            [("number", "two"), ("role", "fishermen"), ("place", "Sarn")],
        ),
        ("Iraqi forces left the town.", "Iraqi forces", "group", [("nationality", "Iraqi")]),
        ("They flew surveillance drones.", "surveillance drones", "equipment", []),
        ("The crew practised drone warfare.", "drone warfare", "method", []),
    ],
)
def test_description_is_found_with_what_is_said_of_it(
    text: str, worded: str, kind: str, attributes: list[tuple[str, str]]
) -> None:
    (found,) = [each for each in describe(text) if each.worded == worded]
    assert found.kind == kind
    assert [(each.kind, each.worded) for each in found.attributes] == attributes


@pytest.mark.parametrize(
    ("text", "named", "why"),
    [
        ("Ilan Roth, a Mexican national, was held.", {"Ilan_Roth": "person"}, "an apposition of a name"),
        ("Ilan Roth is a driver.", {"Ilan_Roth": "person"}, "a predicate of a name"),
        ("The driver Ilan Roth was held.", {"Ilan_Roth": "person"}, "a role before a name"),
        ("The minister spoke.", {}, "one who may have a name elsewhere"),
        ("The ferry Bravane left.", {"Bravane": "equipment"}, "a named ship"),
        ("She ships it to them.", {}, "a verb that reads like a noun"),
    ],
)
def test_what_says_who_a_named_thing_is_describes_nobody_else(
    text: str, named: dict[str, EntityKind], why: str
) -> None:
    assert not describe(text, **named), why


def test_this_individual_is_the_only_unnamed_person_spoken_of() -> None:
    text = "A Mexican national was held in May. This individual may have ties to the army."
    (found,) = [each for each in describe(text) if each.kind == "person"]
    assert [span.cut(text) for span in found.spans] == ["Mexican national", "individual"]


def test_the_man_joins_nothing_where_a_named_person_stands_between() -> None:
    text = "A Mexican national was held. Ilan Roth was there. The man left."
    (found,) = [each for each in describe(text, Ilan_Roth="person") if each.kind == "person"]
    assert [span.cut(text) for span in found.spans] == ["Mexican national"]


def test_unnamed_voice_is_a_description() -> None:
    found = describe("Two officials briefed on the matter said the bridge was shut, and aides agreed that it was.")
    assert ("Two officials briefed on the matter", "group") in [(each.worded, each.kind) for each in found]
