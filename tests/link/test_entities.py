"""Do entities come together by decisions that say why, and do people's decisions win, last, and go again exactly?"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from whence.link.entities import decisions_of, group_entities, resolve_entities
from whence.model.entity import CaseEntities, EntityDecision, Occurrence
from whence.model.judgement import Judgement
from whence.model.place import Position
from whence.model.report import Passage
from whence.model.spans import Span
from whence.model.statement import EntityKind


def make(
    name: str, report: str, kind: EntityKind = "person", *, named: bool = True, context: str = "", at: int = 0
) -> Occurrence:
    """Return a thing as a report names it; its id is made of both."""
    place = (Passage(report, Span(at, at + len(name))),)
    return Occurrence(f"{report}/{name}", report, "e1", name, kind, named, (), place, context=context)


def groups(found: CaseEntities) -> list[list[str]]:
    """Return the ids of the occurrences of each entity."""
    return sorted(sorted(each.id for each in entity.occurrences) for entity in found.entities)


def resolve(*things: Occurrence, stories: dict[str, str], judgements: Sequence[Judgement] = ()) -> CaseEntities:
    return resolve_entities(things, story_of=stories, judgements=judgements)


def judge(verdict: str, one: str, other: str, number: int = 1) -> Judgement:
    return Judgement("entities", verdict, (one,), (other,), "ed", "2031-03-02T08:00:00+00:00", number=number)  # type: ignore[arg-type] # one of the three


IN_STORY: list[tuple[Occurrence, Occurrence, bool, str]] = [
    (make("Lena Torv", "a"), make("Torv", "b"), True, "a surname that only one bears"),
    (make("Lena Torv", "a"), make("Mara Torv", "b"), False, "two people of one surname"),
    (make("Osk Brenn Jr", "a"), make("Osk Brenn Sr", "b"), False, "father and son"),
    (make("Orme Ltd", "a", "organisation"), make("Orme", "b", "organisation"), True, "a legal form"),
    (make("3rd Brigade", "a", "armed_group"), make("Third Brigade", "b", "armed_group"), True, "an ordinal"),
    (make("3rd Brigade", "a", "armed_group"), make("4th Brigade", "b", "armed_group"), False, "another number"),
    (make("Karsk", "a", "place"), make("Karsk", "b", "government"), False, "a city and its government"),
    (make("Ombra", "a", "place"), make("Ombra delta", "b", "place"), False, "a river and its delta"),
    (make("X-200", "a", "equipment"), make("X-200T", "b", "equipment"), False, "a model and its variant"),
    (make("Health Ministry", "a", "government"), make("Ministry of Health", "b", "government"), True, "word order"),
    (make("Institute", "a", "organisation"), make("Institute", "b", "organisation"), False, "a bare common noun"),
    (make("a dock worker", "a", named=False), make("a dock worker", "b", named=False), False, "unnamed stay apart"),
    (make("a dock worker", "a", named=False), make("Lena Torv", "b"), False, "nobody unnamed gets a name"),
]


@pytest.mark.parametrize(("one", "other", "is_one", "why"), IN_STORY, ids=[row[3] for row in IN_STORY])
def test_resolve_entities_inside_a_story(one: Occurrence, other: Occurrence, is_one: bool, why: str) -> None:
    found = resolve(one, other, stories={"a": "s", "b": "s"})
    assert (len(found.entities) == 1) is is_one, why


def test_resolve_entities_a_surname_that_the_report_gives_one_brother_makes_the_other_no_other_name_of_his() -> None:
    # A report that goes on about one of them calls him by the surname, which is then another name of his there.
    lena = replace(make("Lena Torv", "a", at=40), aliases=("Torv",))
    found = resolve(make("Mara Torv", "a"), lena, stories={"a": "s"})
    assert groups(found) == [["a/Lena Torv"], ["a/Mara Torv"]]


def test_resolve_entities_a_short_form_that_fits_two_stays_alone() -> None:
    found = resolve(
        make("Lena Torv", "a"), make("Mara Torv", "b"), make("Torv", "c"), stories={"a": "s", "b": "s", "c": "s"}
    )
    assert len(found.entities) == 3


def test_resolve_entities_a_short_form_joins_the_one_of_its_own_report() -> None:
    things = (make("Lena Torv", "a"), make("Mara Torv", "b"), make("Torv", "b", at=50))
    found = resolve(*things, stories={"a": "s", "b": "s"})
    assert groups(found) == [["a/Lena Torv"], ["b/Mara Torv", "b/Torv"]]


def test_resolve_entities_same_name_in_other_stories_needs_more_than_the_name() -> None:
    far = resolve(
        make("Lena Torv", "a", context="Lena Torv, a goalkeeper, tore a ligament in the derby."),
        make("Lena Torv", "b", context="The bishop, Lena Torv, opened the synod in Kampala."),
        stories={"a": "s", "b": "t"},
    )
    assert len(far.entities) == 2


STATE, COUNTRY, EITHER = Position(32.7, -83.5, 238.0), Position(42.2, 43.5, 149.0), Position(42.2, 43.5, 10_091.0)


def placed(report: str, position: Position | None) -> Occurrence:
    return replace(make("Georgia", report, "place"), position=position)


@pytest.mark.parametrize("stories", [{"a": "s", "b": "s", "c": "s"}, {"a": "s", "b": "t", "c": "u"}])
def test_resolve_entities_keeps_two_places_of_one_name_apart_and_says_so(stories: dict[str, str]) -> None:
    found = resolve(placed("a", STATE), placed("b", COUNTRY), stories=stories)
    assert len(found.entities) == 2
    [decision] = found.decisions
    assert (decision.verdict, decision.against[0]) == ("not_same", "placed about 9,700 km apart")
    # Where two reports put one place roughly alike, nothing of it speaks against their being one.
    near = resolve(placed("a", STATE), placed("b", Position(33.0, -84.0, 50.0)), stories=stories)
    assert not any(why.startswith("placed") for each in near.decisions for why in each.against)
    assert len(near.entities) == (1 if stories["a"] == stories["b"] else 2)


@pytest.mark.parametrize("stories", [{"a": "s", "b": "s", "c": "s"}, {"a": "s", "b": "t", "c": "u"}])
@pytest.mark.parametrize("open_position", [EITHER, None])
def test_resolve_entities_joins_no_two_places_through_a_name_that_may_be_either(
    stories: dict[str, str], open_position: Position | None
) -> None:
    found = resolve(placed("a", STATE), placed("b", COUNTRY), placed("c", open_position), stories=stories)
    assert not any({"a/Georgia", "b/Georgia"} <= set(group) for group in groups(found))


def test_resolve_entities_is_unsure_of_a_name_of_the_story_that_may_be_either_place() -> None:
    found = resolve(
        placed("a", STATE), placed("b", COUNTRY), placed("c", EITHER), stories={"a": "s", "b": "s", "c": "s"}
    )
    assert groups(found) == [["a/Georgia"], ["b/Georgia"], ["c/Georgia"]]
    assert sorted(decision.verdict for decision in found.decisions) == ["not_same", "unsure", "unsure"]


def test_resolve_entities_follows_a_person_who_judged_two_places_one() -> None:
    judged = judge("same", "a/Georgia", "b/Georgia")
    found = resolve(placed("a", STATE), placed("b", COUNTRY), stories={"a": "s", "b": "s"}, judgements=[judged])
    assert len(found.entities) == 1


def test_resolve_entities_order_of_reports_does_not_matter() -> None:
    things = [
        make("Lena Torv", "a"),
        make("Torv", "b"),
        make("Grey Herons", "c", "armed_group"),
        make("Herons", "a", "armed_group"),
    ]
    stories = dict.fromkeys("abc", "s")
    assert groups(resolve(*things, stories=stories)) == groups(resolve(*reversed(things), stories=stories))


def test_group_entities_people_win_over_runs_and_undo_is_exact() -> None:
    things = [make("Lena Torv", "a"), make("Torv", "b")]
    stories = {"a": "s", "b": "s"}
    before = resolve(*things, stories=stories)
    judged = resolve(*things, stories=stories, judgements=[judge("not_same", "a/Lena Torv", "b/Torv")])
    assert len(before.entities) == 1
    assert len(judged.entities) == 2
    assert resolve(*things, stories=stories) == before


def test_group_entities_shows_a_conflict_and_never_merges_through_it() -> None:
    things = [make("A", "a"), make("B", "b"), make("C", "c")]
    told = decisions_of(
        [judge("same", "a/A", "b/B", 1), judge("same", "b/B", "c/C", 2), judge("not_same", "a/A", "c/C", 3)]
    )
    found = group_entities(things, told)
    assert len(found.entities) == 2
    (conflict,) = found.conflicts
    assert "judgement 3" in conflict.why


def test_group_entities_of_a_run_does_not_join_groups_that_mostly_speak_against() -> None:
    things = [make("A", "a"), make("B", "b"), make("C", "c"), make("D", "d")]
    run = [
        EntityDecision("a/A", "b/B", "same", 0.99, ("alike",)),
        EntityDecision("c/C", "d/D", "same", 0.98, ("alike",)),
        EntityDecision("b/B", "c/C", "same", 0.95, ("alike",)),
        EntityDecision("a/A", "c/C", "not_same", 0.1, (), ("another number",)),
        EntityDecision("a/A", "d/D", "not_same", 0.1, (), ("another number",)),
    ]
    assert len(group_entities(things, run).entities) == 2


def test_make_entity_goes_by_its_commonest_full_name() -> None:
    things = [make("Torv", "a"), make("Lena Torv", "b"), make("Lena Torv", "c")]
    (entity,) = resolve(*things, stories=dict.fromkeys("abc", "s")).entities
    assert (entity.name, entity.aliases, entity.kind) == ("Lena Torv", ("Torv",), "person")
