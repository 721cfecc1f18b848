"""Does a new report's thing join the entity that it is, and only what shares a key with it is looked at?"""

from tests.link.test_entities import make
from whence.link.entities import hold, resolve_entities
from whence.link.entity_arrivals import choose_near, keys_of, place_arrivals
from whence.link.entity_pairs import Compared

STORIES = {"a": "s", "b": "s", "c": "t", "new": "s"}
HELD = hold(
    resolve_entities([make("Lena Torv", "a"), make("Torv", "b"), make("Mattis Koer", "c")], story_of=STORIES).entities
)


def test_place_arrivals_joins_the_entity_of_its_story_under_its_id() -> None:
    new = [Compared(make("Lena Torv", "new")), Compared(make("Ilka Moen", "new"))]
    placed, decisions = place_arrivals(new, HELD, story_of=STORIES)
    entity_of = {each.occurrence.id: each.entity for each in placed}
    assert entity_of["new/Lena Torv"] == next(each.entity for each in HELD if each.occurrence.id == "a/Lena Torv")
    assert entity_of["new/Ilka Moen"] not in {each.entity for each in HELD}
    assert [each.reasons for each in decisions] == [("named alike in reports on one story",)]


def test_place_arrivals_returns_the_new_alone_with_their_keys() -> None:
    new = [Compared(make("Lena Torv", "new"))]
    placed, _ = place_arrivals(new, HELD, story_of=STORIES)
    assert [each.occurrence.id for each in placed] == ["new/Lena Torv"]
    assert set(placed[0].keys) == keys_of(new)


def test_choose_near_takes_all_of_the_story_and_few_of_others() -> None:
    new = [Compared(make("Lena Torv", "new"))]
    key = min(keys_of(new))
    holders = [(key, "a/x", "a"), *((key, f"c/{n}", "c") for n in range(50))]
    chosen = choose_near(new, holders, story_of=STORIES)
    assert "a/x" in chosen
    assert len(chosen) < 10
