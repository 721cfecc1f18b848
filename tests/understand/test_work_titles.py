"""Which quoted runs of capitals are titles of works, and what becomes of the names found inside them?"""

import pytest

from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.understand.name_repair import repair_names
from whence.understand.tokens import read_tokens
from whence.understand.work_titles import find_titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("They took “Boy Mending Nets”, a panel by Orr.", ["Boy Mending Nets"]),
        ("The “Miller's Wife” is safe, and Miller's Wife is small.", ["Miller's Wife", "Miller's Wife"]),
        ("Orr wrote the novel “A House in Karsk”.", ["A House in Karsk"]),
        ("Websites named the painting: it was the famous Miller’s Wife.", ["Miller’s Wife"]),
        ("The Miller’s Wife is a painting that Miller owns.", []),
        ("Troops fired the rifle “Storm Hawk”.", []),
        ("The group known as “Grey Herons” left.", []),
        ("Of the picture he said “Karsk is closed”.", []),
        ("Of the picture he said “Karsk”.", []),
    ],
)
def test_find_titles_finds_what_works_are_called(text: str, titles: list[str]) -> None:
    assert [span.cut(text) for span in find_titles(read_tokens(text))] == titles


def test_names_inside_a_title_are_the_works() -> None:
    text = "Orr took “The Ferryman’s Daughter”, a portrait."
    kinds: dict[str, EntityKind] = {"Orr": "person", "Ferryman": "equipment", "Daughter": "person"}
    found = [FoundName(Span(at := text.index(name), at + len(name)), kind) for name, kind in kinds.items()]
    names = [(name.span.cut(text), name.kind) for name in repair_names(read_tokens(text), found)]
    assert names == [("Orr", "person"), ("The Ferryman’s Daughter", "document")]
