"""Are descriptions only ever "possibly the same", and only by what their reports state?"""

from dataclasses import replace

import pytest

from tests.link.test_entities import make
from whence.link.described import mark_maybe_same
from whence.link.entities import group_entities
from whence.model.entity import CaseEntity, EntityDecision
from whence.model.spans import Span
from whence.model.statement import Attribute, AttributeKind

STORIES = {"a": "s", "b": "s", "c": "t"}
Stated = dict[AttributeKind, str]


def describe(worded: str, report: str, **stated: str) -> CaseEntity:
    """Return a described person as an entity of a case, with what the report states of them."""
    attributes = tuple(Attribute(kind, value, Span(0, 1)) for kind, value in stated.items())  # type: ignore[arg-type] # names of kinds
    occurrence = replace(make(worded, report, named=False), attributes=attributes)
    (entity,) = group_entities([occurrence], []).entities
    return entity


@pytest.mark.parametrize(
    ("one", "other", "may_be", "why"),
    [
        (describe("a Veldian national", "a"), describe("the Veldian national", "b"), True, "the same words"),
        (describe("a driver", "a"), describe("a driver", "b"), False, "one word is too little"),
        (describe("an official", "a"), describe("an official", "b"), False, "nothing is stated"),
        (
            describe("a crane driver", "a", role="crane driver", age="34"),
            describe("the 34-year-old", "b", role="crane driver", age="34"),
            True,
            "role and age agree",
        ),
        (
            describe("a Veldian driver", "a", role="driver", nationality="Veldian", age="34"),
            describe("a Veldian driver", "b", role="driver", nationality="Veldian", age="51"),
            False,
            "another age",
        ),
        (describe("a Veldian national", "a"), describe("a Veldian national", "c"), False, "another story"),
        (describe("a Veldian national", "a"), describe("Veldian national there", "a"), False, "one report"),
    ],
)
def test_mark_maybe_same(one: CaseEntity, other: CaseEntity, may_be: bool, why: str) -> None:
    first, second = mark_maybe_same([one, other], STORIES)
    assert (first.maybe_same == (other.id,)) is may_be, why
    assert (second.maybe_same == (one.id,)) is may_be, why


def test_mark_maybe_same_never_names_anybody() -> None:
    (named,) = group_entities([make("Veldian National", "b")], []).entities
    marked = mark_maybe_same([describe("a Veldian national", "a"), named], STORIES)
    assert all(entity.maybe_same == () for entity in marked)


def test_mark_maybe_same_looks_at_every_report_that_describes_one() -> None:
    wardens = [
        replace(make("harbour night wardens", report, "organisation", named=False), voices=("v",)) for report in "ab"
    ]
    joined = EntityDecision(wardens[0].id, wardens[1].id, "same", 0.9, ())
    (both,) = group_entities(wardens, [joined]).entities
    (third,) = group_entities([make("the harbour night wardens", "c", "organisation", named=False)], []).entities
    (first, second) = mark_maybe_same([both, third], {"a": "s", "b": "t", "c": "t"})
    assert (first.maybe_same, second.maybe_same) == ((third.id,), (both.id,))
    # The report that describes both of them tells them apart, whichever of an entity's reports it is.
    (fourth,) = group_entities([make("the harbour night wardens", "b", "organisation", named=False)], []).entities
    assert all(entity.maybe_same == () for entity in mark_maybe_same([both, fourth], {"a": "t", "b": "t"}))
