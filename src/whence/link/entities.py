"""Which things of several reports are one? Candidates by name, decisions with reasons, groups that hold no conflict.

Every decision is an edge between two occurrences. A run decides by `entity_pairs`; what a person judged wins, survives
re-runs and is taken back exactly, since groups are made anew from the edges each time. Two groups are joined by their
surest edge unless a person has kept two of their members apart: that is shown as a conflict, never merged through.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from whence.link.entity_pairs import Compared, gap_km, score_pair
from whence.link.entity_stories import decide_in_stories
from whence.link.options import LinkOptions
from whence.model.entity import CaseEntities, CaseEntity, EntityConflict, EntityDecision, HeldOccurrence, Occurrence
from whence.model.ids import content_id
from whence.model.judgement import Judgement
from whence.text.name_forms import fold

DEFAULTS = LinkOptions()
_BODIES = frozenset({"document", "outlet", "government", "organisation"})


def resolve_entities(
    occurrences: Sequence[Occurrence],
    *,
    story_of: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    options: LinkOptions = DEFAULTS,
) -> CaseEntities:
    """Return the entities of all occurrences; the order of reports does not matter.

    `story_of`: the id of each report's story. Judgements are about entities, by the ids of their occurrences.
    """
    things = [Compared(occurrence) for occurrence in occurrences]
    inside = decide_in_stories(things, story_of)
    pairs = candidate_pairs(things, most_holders=options.most_name_holders)
    found = (decide(things[a], things[b]) for a, b in pairs if not _share_story(things[a], things[b], story_of))
    between = [each for each in found if each is not None]
    told = decisions_of(judgements)
    return group_entities(occurrences, [*told, *_decide_by_voices(things), *inside, *between])


def hold(entities: Sequence[CaseEntity]) -> list[HeldOccurrence]:
    """Return the occurrences of entities as a case holds them, with the keys that they are looked up by."""
    return [_held(occurrence, entity.id) for entity in entities for occurrence in entity.occurrences]


def hold_alone(occurrences: Sequence[Occurrence]) -> list[HeldOccurrence]:
    """Return occurrences as a case holds them, each as an entity of its own."""
    return [_held(occurrence, entity_id([occurrence])) for occurrence in occurrences]


def _held(occurrence: Occurrence, entity: str) -> HeldOccurrence:
    keys = tuple(sorted(Compared(occurrence).keys)) if occurrence.named else ()
    return HeldOccurrence(occurrence, entity, keys)


def decide(one: Compared, other: Compared) -> EntityDecision | None:
    """Return what a run decides about two things of reports on different stories, as an edge between them.

    None where their names are plainly two: such pairs are beyond count, and nobody would ask about them.
    """
    found = score_pair(one, other)
    if found is None:
        return None
    return EntityDecision(
        one.occurrence.id, other.occurrence.id, found.verdict, round(found.score, 4), found.reasons, found.against
    )


def candidate_pairs(things: Sequence[Compared], *, most_holders: int) -> list[tuple[int, int]]:
    """Return the pairs of named things that share a key of their names, as places in `things`, each once.

    A key that more than `most_holders` things have tells nothing.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for place, thing in enumerate(things):
        if thing.occurrence.named:
            for key in thing.keys:
                holders[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in holders.values():
        if len(places) <= most_holders:
            pairs.update(combinations(places, 2))
    return sorted(pairs)


def decisions_of(judgements: Iterable[Judgement]) -> list[EntityDecision]:
    """Return the decisions that people's judgements about entities are, one for each two occurrences they speak of."""
    return [
        EntityDecision(
            one,
            other,
            "same" if judgement.verdict == "same" else "not_same" if judgement.verdict == "not_same" else "unsure",
            1.0 if judgement.verdict == "same" else 0.0,
            (judgement.note,) if judgement.note else (),
            who=judgement.who,
            at=judgement.at,
            judgement=judgement.number,
        )
        for judgement in judgements
        if judgement.about == "entities"
        for one in judgement.one
        for other in judgement.other
        if one != other
    ]


def group_entities(occurrences: Sequence[Occurrence], decisions: Sequence[EntityDecision]) -> CaseEntities:
    """Return the groups that the decisions make, people's first and then a run's, the surest first.

    A join that would put together what a person has kept apart is not made and is returned as a conflict.
    """
    by_id = {occurrence.id: occurrence for occurrence in occurrences}
    known = [each for each in decisions if each.one in by_id and each.other in by_id]
    judged = {frozenset((each.one, each.other)) for each in known if each.who}
    known = [each for each in known if each.who or frozenset((each.one, each.other)) not in judged]
    groups = _Groups(by_id, known)
    conflicts = groups.join_all()
    entities = [_make_entity([by_id[member] for member in members]) for members in groups.members()]
    return CaseEntities(tuple(sorted(entities, key=lambda entity: entity.id)), tuple(known), tuple(conflicts))


class _Groups:
    """Occurrences while they are joined: which group each is in, and what keeps two groups apart."""

    def __init__(self, by_id: Mapping[str, Occurrence], decisions: Sequence[EntityDecision]) -> None:
        self._by_id = by_id
        self._group = {member: member for member in by_id}
        self._members: dict[str, list[str]] = {member: [member] for member in self._group}
        self._decisions = decisions
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._decided: dict[frozenset[str], EntityDecision] = {}
        for each in decisions:
            self._decided[frozenset((each.one, each.other))] = each
            if each.verdict == "not_same" and each.who:
                self._apart[each.one].add(each.other)
                self._apart[each.other].add(each.one)

    def join_all(self) -> list[EntityConflict]:
        """Join by every decision that says so, and return those that could not be followed."""
        conflicts = []
        joins = [each for each in self._decisions if each.verdict == "same"]
        for each in sorted(joins, key=lambda each: (not each.who, -each.score, each.one, each.other)):
            one, other = self._group[each.one], self._group[each.other]
            if one == other:
                continue
            parted = self._parted(one, other)
            if parted is not None:
                # Where a run would join what a person keeps apart, the person wins and nothing is to be settled.
                if each.who:
                    conflicts.append(EntityConflict(each.one, each.other, parted))
            elif each.who or not self._speaks_against(one, other):
                self._join(one, other)
        return conflicts

    def _parted(self, one: str, other: str) -> str | None:
        """Return in words who has kept members of two groups apart, or None where nobody has."""
        for member in self._members[one]:
            for stranger in self._apart[member]:
                if self._group[stranger] == other:
                    by = self._decided[frozenset((member, stranger))]
                    when = f"{by.at[:10]} (judgement {by.judgement})"
                    return f"{by.who} judged on {when} that two of their names are not one"
        return None

    def _speaks_against(self, one: str, other: str) -> bool:
        """Tell whether more of what a run decided between two groups speaks against their being one than for it.

        Two places that their reports put apart are never one by a run, whatever lies between them.
        """
        balance = 0
        for member in self._members[one]:
            for stranger in self._members[other]:
                if gap_km(self._by_id[member], self._by_id[stranger]):
                    return True
                found = self._decided.get(frozenset((member, stranger)))
                if found is not None and not found.who:
                    balance += {"same": 1, "unsure": 0, "not_same": -1}[found.verdict]
        return balance < 0

    def _join(self, one: str, other: str) -> None:
        target, gone = sorted((one, other), key=lambda group: (-len(self._members[group]), group))
        for member in self._members[gone]:
            self._group[member] = target
        self._members[target].extend(self._members.pop(gone))

    def members(self) -> list[list[str]]:
        """Return the groups."""
        return list(self._members.values())


def _share_story(one: Compared, other: Compared, story_of: Mapping[str, str]) -> bool:
    mine, theirs = (story_of.get(thing.occurrence.report) for thing in (one, other))
    return mine is not None and mine == theirs


def _decide_by_voices(things: Sequence[Compared]) -> list[EntityDecision]:
    """Return the decisions that follow from voices of several reports that were taken as one.

    Where both are named their names decide; who is described only is never anybody else by a voice alone, unless it is
    a document, an outlet or a body.
    """
    by_voice: dict[str, list[Occurrence]] = defaultdict(list)
    for thing in things:
        for voice in thing.occurrence.voices if thing.occurrence.kind in _BODIES else ():
            by_voice[voice].append(thing.occurrence)
    reason = ("the same voice across the reports",)
    return [
        EntityDecision(first.id, other.id, "same", 0.99, reason)
        for found in by_voice.values()
        for first, other in pairwise(found)
        if first.id != other.id and not (first.named and other.named)
    ]


def _make_entity(members: Sequence[Occurrence]) -> CaseEntity:
    """Return the entity of a group: its commonest full name and kind, and everything that its reports say of it."""
    ordered = sorted(members, key=lambda occurrence: occurrence.id)
    names = [occurrence.name for occurrence in ordered]
    named = [occurrence for occurrence in ordered if occurrence.named] or ordered
    full = [occurrence.name for occurrence in named]
    name = max(dict.fromkeys(full), key=lambda each: (full.count(each) * min(4, len(each.split())), len(each)))
    kinds = [occurrence.kind for occurrence in named]
    aliases = dict.fromkeys((*names, *(alias for occurrence in ordered for alias in occurrence.aliases)))
    return CaseEntity(
        entity_id(ordered),
        name,
        max(dict.fromkeys(kinds), key=kinds.count),
        any(occurrence.named for occurrence in ordered),
        tuple(alias for alias in aliases if alias != name),
        tuple(ordered),
    )


def entity_id(members: Sequence[Occurrence]) -> str:
    """Return the id of the entity that occurrences make: that of its first occurrence by name, so that it grows."""
    first = min(members, key=lambda occurrence: (not occurrence.named, fold(occurrence.name), occurrence.id))
    return content_id("e", first.id)
