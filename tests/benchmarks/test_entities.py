"""Are the sets of entities what the measure takes them for, and does the score say what it should?"""

import json
from typing import get_args

import pytest

from benchmarks.datasets.entities import (
    LEARN,
    LOCKED,
    Label,
    NamedPlace,
    name_pairs,
    named_places,
    story_files,
)
from benchmarks.entity_scores import score_entities
from benchmarks.shared import SHARED
from tests.shared import needs_shared
from whence.model.statement import EntityKind


@pytest.mark.parametrize("half", [LEARN, LOCKED])
def test_near_names_stand_in_their_contexts_under_known_labels(half: str) -> None:
    pairs = name_pairs(half)
    assert len(pairs) >= 250
    assert len({pair.id for pair in pairs}) == len(pairs)
    wrong = [
        pair.id
        for pair in pairs
        if pair.label not in get_args(Label)
        or not set(pair.kinds) <= set(get_args(EntityKind))
        or any(name not in context for name, context in zip(pair.names, pair.contexts, strict=True))
    ]
    assert wrong == []


@needs_shared
@pytest.mark.parametrize("half", [LEARN, LOCKED])
def test_named_places_are_what_their_reports_say_there(half: str) -> None:
    for file in story_files(half):
        story = json.loads((SHARED / "newsroom" / f"{file.stem}.json").read_text(encoding="utf-8"))
        texts = {report["id"]: report["text"] for report in story["reports"]}
        wrong = [place for place in named_places(file) if texts[place.report][place.start : place.end] != place.wording]
        assert wrong == []


GOLD = [
    NamedPlace("r", 0, 4, "Torv", "e1", "person", "name"),
    NamedPlace("r", 10, 14, "Torv", "e1", "person", "name"),
    NamedPlace("r", 20, 24, "Moen", "e2", "person", "name"),
]


def test_score_of_the_right_entities_is_a_hundred() -> None:
    found = {"r": [(0, 4, "a"), (10, 14, "a"), (20, 24, "b")]}
    assert score_entities([(GOLD, found)]).f1 == pytest.approx(100)


def test_score_falls_for_a_wrong_merge_and_counts_it() -> None:
    score = score_entities([(GOLD, {"r": [(0, 4, "a"), (10, 14, "a"), (20, 24, "a")]})])
    assert score.precision < 60
    assert score.recall == pytest.approx(100)
    assert score.misplaced == 1


def test_score_falls_for_a_missed_place_and_for_a_split() -> None:
    missed = score_entities([(GOLD, {"r": [(0, 4, "a"), (20, 24, "b")]})])
    split = score_entities([(GOLD, {"r": [(0, 4, "a"), (10, 14, "c"), (20, 24, "b")]})])
    assert missed.found == 2
    assert split.precision == pytest.approx(100)
    assert missed.recall == pytest.approx(split.recall) == pytest.approx(200 / 3)


def test_score_takes_the_head_of_a_description_for_its_place() -> None:
    gold = [NamedPlace("r", 2, 7, "draft", "e1", "document", "voice")]
    assert score_entities([(gold, {"r": [(0, 40, "a")]})]).found == 1
    assert score_entities([(gold, {"r": [(0, 6, "a")]})]).found == 1
    assert score_entities([(gold, {"r": [(6, 40, "a")]})]).found == 0
