"""Which things does a report speak of, with the voices that lead back to each?"""

from collections.abc import Sequence
from dataclasses import replace

from tests.link.making import MADE_BY, make_report, understand_as
from whence.link.occurrences import find_occurrences
from whence.link.voices import resolve_voices
from whence.model.entity import Occurrence
from whence.model.place import Position
from whence.model.report import Report
from whence.model.spans import Span
from whence.model.statement import (
    Attribute,
    Description,
    Entity,
    EntityKind,
    PlaceExpression,
    Statement,
    Understanding,
    Voice,
    VoiceKind,
)

TEXT = "Lena Torv left Karsk on 3 May. She said a driver saw her. Karsk denied it. Port officials said no more."


def at(words: str) -> Span:
    """Return where words stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def last(words: str) -> Span:
    """Return the last place of words in the text."""
    return Span(TEXT.rindex(words), TEXT.rindex(words) + len(words))


def entity(number: int, name: str, kind: EntityKind, *spans: Span, stated: Sequence[Attribute] = ()) -> Entity:
    return Entity(f"e{number}", name, kind, (), spans, tuple(stated))


def say(number: int, voice: Voice) -> Statement:
    return Statement(f"s{number}", (Span(0, 4),), voices=(voice,))


def voice(name: str, worded: Span, kind: VoiceKind, entity_id: str | None = None) -> Voice:
    return Voice(name, worded.cut(TEXT), kind, kind != "unnamed", worded, entity_id)


def find(*statements: Statement, entities: Sequence[Entity], described: Sequence[Description] = ()) -> list[Occurrence]:
    report: Report = make_report("a", TEXT)
    understanding = Understanding(
        report.text_sha256, MADE_BY, statements=statements, entities=tuple(entities), descriptions=tuple(described)
    )
    understandings = {"a": understanding}
    return list(find_occurrences([report], understandings, voices=resolve_voices([report], understandings)))


def test_find_occurrences_gives_a_thing_its_names_its_voices_and_what_is_stated() -> None:
    mayor = Attribute("role", "mayor", at("Lena Torv"))
    torv = entity(1, "Lena Torv", "person", at("Lena Torv"), stated=[mayor])
    [found] = find(say(1, voice("Lena Torv", at("She"), "person", "e1")), entities=[torv])
    assert (found.name, found.kind, found.named, found.entity) == ("Lena Torv", "person", True, "e1")
    assert [passage.span for passage in found.passages] == [at("Lena Torv"), at("She")]
    assert (found.attributes, len(found.voices)) == ((mayor,), 1)
    assert found.context == "Lena Torv left Karsk on 3 May. She said a driver saw her."


def test_find_occurrences_leaves_out_what_is_no_thing_and_who_is_not_told_of() -> None:
    nobody = Voice("unspecified", "", "unspecified", named=False)
    assert find(say(1, nobody), entities=[entity(1, "3 May", "date", at("3 May"))]) == []


def test_find_occurrences_parts_a_place_from_the_government_that_it_speaks_for() -> None:
    karsk = entity(1, "Karsk", "place", at("Karsk"), last("Karsk"))
    place, government = find(say(1, voice("Karsk", last("Karsk"), "government", "e1")), entities=[karsk])
    assert (place.kind, [passage.span for passage in place.passages]) == ("place", [at("Karsk")])
    assert (government.kind, [passage.span for passage in government.passages]) == ("government", [last("Karsk")])
    # Both are called alike, so that their ids are told apart by their order.
    assert place.id != government.id


def test_find_occurrences_leaves_the_unnamed_unnamed() -> None:
    driver = Description("d1", "a driver", "person", (at("a driver"),))
    officials = voice("Port officials", at("Port officials"), "unnamed")
    found = find(say(1, officials), entities=[], described=[driver])
    assert [(each.name, each.named, each.entity) for each in found] == [
        ("a driver", False, "d1"),
        ("Port officials", False, ""),
    ]


def test_find_occurrences_of_a_report_that_was_not_understood_are_none() -> None:
    report = make_report("a", TEXT)
    assert find_occurrences([report], {}, voices=resolve_voices([report], {})) == ()
    understood = {"a": understand_as(report, [])}
    assert find_occurrences([report], understood, voices=resolve_voices([report], understood)) == ()


def test_find_occurrences_of_one_name_that_the_report_puts_apart_are_two() -> None:
    report = make_report("a", TEXT)
    karsk = entity(1, "Karsk", "place", at("Karsk"), last("Karsk"))
    far = [
        PlaceExpression(at("Karsk"), "Karsk", 10.0, 10.0, 5.0, "g1"),
        PlaceExpression(last("Karsk"), "Karsk", 50.0, 10.0, 5.0, "g2"),
    ]
    for places, count in ((far, 2), ([far[0], replace(far[1], radius_km=9_000.0)], 1), (far[:1], 1), ([], 1)):
        understanding = Understanding(report.text_sha256, MADE_BY, entities=(karsk,), places=tuple(places))
        found = find_occurrences([report], {"a": understanding}, voices=resolve_voices([report], {"a": understanding}))
        assert len(found) == len({each.id for each in found}) == count
        assert sum(len(each.passages) for each in found) == 2
        assert found[0].position == (Position(10.0, 10.0, 5.0) if places else None)
