"""What is said of a named thing beside its name."""

import pytest

from whence.model.spans import Span
from whence.model.statement import Entity, EntityKind
from whence.understand.attributes import attributes_of
from whence.understand.tokens import read_tokens


def said_of(text: str, name: str, kind: EntityKind = "person") -> list[tuple[str, str]]:
    at = text.index(name)
    entity = Entity("e1", name, kind, (), (Span(at, at + len(name)),))
    found = attributes_of(read_tokens(text), (entity,)).get("e1", ())
    assert all(each.span.cut(text) == each.worded for each in found)
    return [(each.kind, each.worded) for each in found]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Lena Torv, head of the port authority, spoke.", [("role", "head of the port authority")]),
        ("The Mexican national Lena Torv spoke.", [("nationality", "Mexican")]),
        ("The striker Lena Torv, 34, spoke.", [("role", "striker"), ("age", "34")]),
        ("The harbour commissioner, Lena Torv, spoke.", [("role", "harbour commissioner")]),
        ("Lena Torv, also known as Old Hand, spoke.", [("alias", "Old Hand")]),
        ("Then Lena Torv left, and the head of the port spoke.", []),
        ("In May, Lena Torv spoke.", []),
    ],
)
def test_person_has_what_stands_beside_the_name(text: str, attributes: list[tuple[str, str]]) -> None:
    assert said_of(text, "Lena Torv") == attributes


def test_body_has_its_short_form_in_brackets_and_no_remark() -> None:
    assert said_of("The Northern Command (NORCOM) left.", "Northern Command", "armed_group") == [("alias", "NORCOM")]
    assert said_of("The Northern Command (then weak) left.", "Northern Command", "armed_group") == []


def test_name_of_something_else_behind_a_comma_is_no_role() -> None:
    text = "Lena Torv, Girl Mending Nets, oil on panel."
    spans = [Span(at := text.index(name), at + len(name)) for name in ("Lena Torv", "Girl Mending Nets")]
    painter = Entity("e1", "Lena Torv", "person", (), tuple(spans[:1]))
    work = Entity("e2", "Girl Mending Nets", "document", (), tuple(spans[1:]))
    assert attributes_of(read_tokens(text), (painter, work)) == {}
