"""Which descriptions in different reports may be of the same person or group, by what the reports state of them?

"Possibly the same", never more: nobody who is described is joined with anybody, given a name, or compared by style.
Only reports on one story are looked at, and only what they state: the same words, or two things that agree (role,
nationality as worded, age, number, place) while none contradicts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from whence.model.entity import CaseEntity
from whence.model.statement import AttributeKind
from whence.text.name_forms import fold

# Kinds of which a person has one: two different ones are two people's.
_SINGLE: tuple[AttributeKind, ...] = ("age", "number", "nationality")
_STATED: tuple[AttributeKind, ...] = ("role", "nationality", "age", "number", "place")
# Words that state nothing of anybody.
_VAGUE = frozenset(
    """a an the one two three several some many other another this that his her their its source sources official
    officials person people man men woman women individual individuals someone member members familiar close with matter
    anonymous unnamed who speaking spoke condition of on to in""".split()
)
_LEAST_AGREEING = 2


def mark_maybe_same(entities: Sequence[CaseEntity], story_of: Mapping[str, str]) -> tuple[CaseEntity, ...]:
    """Return the entities with those described ones marked that may be the same as others of their story.

    `story_of`: the id of each report's story.
    """
    stories: dict[str, list[CaseEntity]] = defaultdict(list)
    for entity in entities:
        if _is_description(entity):
            for story in {story_of[report] for report in _reports(entity) if report in story_of}:
                stories[story].append(entity)
    found: dict[str, set[str]] = defaultdict(set)
    for described in stories.values():
        for one, other in combinations(described, 2):
            if _may_be_same(one, other):
                found[one.id].add(other.id)
                found[other.id].add(one.id)
    return tuple(
        replace(entity, maybe_same=tuple(sorted(found[entity.id]))) if entity.id in found else entity
        for entity in entities
    )


def _is_description(entity: CaseEntity) -> bool:
    is_who = entity.kind in ("person", "organisation")
    # A voice without a name has no description of its own.
    return not entity.named and is_who and any(occurrence.entity for occurrence in entity.occurrences)


def _reports(entity: CaseEntity) -> frozenset[str]:
    return frozenset(occurrence.report for occurrence in entity.occurrences)


def _may_be_same(one: CaseEntity, other: CaseEntity) -> bool:
    # A report that describes both tells them apart.
    if one.kind != other.kind or _reports(one) & _reports(other):
        return False
    mine, theirs = _stated(one), _stated(other)
    if any(mine[kind] and theirs[kind] and not mine[kind] & theirs[kind] for kind in _SINGLE):
        return False
    agreeing = sum(bool(mine[kind] & theirs[kind]) for kind in _STATED)
    words, same = _words(one), _words(other)
    return agreeing >= _LEAST_AGREEING or (len(words) > 1 and words == same)


def _stated(entity: CaseEntity) -> Mapping[AttributeKind, frozenset[str]]:
    found: dict[AttributeKind, set[str]] = defaultdict(set)
    for attribute in entity.attributes:
        found[attribute.kind].add(fold(attribute.worded))
    return {kind: frozenset(found[kind]) for kind in _STATED}


def _words(entity: CaseEntity) -> frozenset[str]:
    return frozenset(fold(entity.name).split()) - _VAGUE
