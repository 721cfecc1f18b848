"""As which entities are the things of a new report taken in a case that has many already?

Each is compared only with those that share a key of its name, the nearest of them first; nothing else of the case is
read. A later run over the whole case decides anew.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from whence.link.entities import decide, entity_id, group_entities
from whence.link.entity_pairs import Compared
from whence.link.entity_stories import decide_in_stories
from whence.model.entity import EntityDecision, HeldOccurrence

# Things of other stories that each new one is compared with, those that share most keys first.
_NEAREST = 2
# What is in one entity already stays there, whatever is decided about what comes.
_SETTLED = 0.999


def keys_of(new: Sequence[Compared]) -> frozenset[str]:
    """Return the keys by which the things that may be one with any of these are looked up."""
    return frozenset(key for each in new if each.occurrence.named for key in each.keys)


def choose_near(
    new: Sequence[Compared], holders: Sequence[tuple[str, str, str]], *, story_of: Mapping[str, str]
) -> frozenset[str]:
    """Return which of the occurrences that share a key are worth a comparison, by id.

    `holders` are (key, occurrence, report). Of the new report's story all are; of others those that share most keys.
    """
    stories = {story_of.get(each.occurrence.report) for each in new} - {None}
    by_key: dict[str, list[str]] = defaultdict(list)
    chosen = set[str]()
    for key, occurrence, report in holders:
        if story_of.get(report) in stories:
            chosen.add(occurrence)
        else:
            by_key[key].append(occurrence)
    for each in new:
        keys = each.keys if each.occurrence.named else frozenset()
        shared = Counter(occurrence for key in keys for occurrence in by_key[key])
        # One shared word of several is a surname or a town: too little to go by.
        least = 2 if len(keys) > 2 else 1
        ranked = sorted((-count, occurrence) for occurrence, count in shared.items() if count >= least)
        chosen.update(occurrence for _, occurrence in ranked[:_NEAREST])
    return frozenset(chosen)


def place_arrivals(
    new: Sequence[Compared], near: Sequence[HeldOccurrence], *, story_of: Mapping[str, str]
) -> tuple[list[HeldOccurrence], list[EntityDecision]]:
    """Return the new occurrences with their entities and keys, and what was decided about them.

    `near` are those of the case that share a key with any of them; an entity keeps its id when something joins it.
    """
    known = [Compared(each.occurrence) for each in near]
    stories = {story_of.get(each.occurrence.report) for each in new} - {None}
    inside = [thing for thing in known if story_of.get(thing.occurrence.report) in stories]
    settled_already = frozenset(thing.occurrence.id for thing in inside)
    in_stories = decide_in_stories([*inside, *new], story_of)
    decisions = [each for each in in_stories if not {each.one, each.other} <= settled_already]
    outside = [thing for thing in known if story_of.get(thing.occurrence.report) not in stories]
    decisions += _decide_outside(new, outside)
    settled = _keep_together(near)
    grouped = group_entities([thing.occurrence for thing in (*known, *new)], [*settled, *decisions])
    entity_of = {each.occurrence.id: each.entity for each in near}
    held = []
    keys = {thing.occurrence.id: tuple(sorted(thing.keys)) for thing in new}
    for entity in grouped.entities:
        before = [entity_of[each.id] for each in entity.occurrences if each.id in entity_of]
        its_id = min(before) if before else entity_id(entity.occurrences)
        held += [HeldOccurrence(each, its_id, keys[each.id]) for each in entity.occurrences if each.id in keys]
    return held, decisions


def _decide_outside(new: Sequence[Compared], known: Sequence[Compared]) -> list[EntityDecision]:
    """Return the decisions about new things and those of other stories that share a key with them."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, thing in enumerate(known):
        for key in thing.keys:
            holders[key].append(place)
    decisions = []
    for thing in new:
        keys = thing.keys if thing.occurrence.named else frozenset()
        shared = Counter(place for key in keys for place in holders[key])
        nearest = sorted(shared, key=lambda place: (-shared[place], place))[:_NEAREST]
        found = (decide(known[place], thing) for place in nearest)
        decisions += [each for each in found if each is not None]
    return decisions


def _keep_together(near: Sequence[HeldOccurrence]) -> list[EntityDecision]:
    first: dict[str, str] = {}
    settled = []
    for each in near:
        known = first.setdefault(each.entity, each.occurrence.id)
        if known != each.occurrence.id:
            settled.append(EntityDecision(known, each.occurrence.id, "same", _SETTLED, ("taken as one before",)))
    return settled
