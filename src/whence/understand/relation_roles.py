"""Which links do roles and phrases state: "Orr, head of the port", "its owner, X", "Y-based X", "part of Z"?"""

from collections.abc import Iterator
from dataclasses import replace

from whence.understand.certainty import weakest
from whence.understand.descriptions import RANKS
from whence.understand.relation_clauses import listed
from whence.understand.relation_groups import BE, read_group
from whence.understand.relation_hedges import HEDGES, adjective_hedge, beside, is_unreal, weigh
from whence.understand.relation_links import Link, Stated, link_all
from whence.understand.relation_subjects import finite_subject, noun_before, owner_of, participle_subject
from whence.understand.relation_things import BODIES, Scene, Thing, is_land
from whence.understand.relation_words import GROUPS, ROLES, Frame, Frames
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
)

# Which prepositions lead from a role to what it is a role in.
_COMPLEMENT = {
    "directs": frozenset("of at for".split()),
    "member_of": frozenset("of in with for".split()),
    "employs": frozenset("at with for of".split()),
    "part_of": frozenset("of within".split()),
    "owns": frozenset(("of",)),
    "supplied_by": frozenset("of to".split()),
    "preceded_by": frozenset("of to for".split()),
    "trained_by": frozenset(("of",)),
    "linked_to": frozenset("of to with for".split()),
}


# A role that is over, or that is not the role itself, states none.
_ENDED = frozenset(
    """former ex ex- late deputy vice assistant then one-time onetime erstwhile ousted deposed disgraced retired
    honorary associate would-be outgoing-""".split()
)


# "The Council's aid chief" leads what the word says and not the Council.
_BRANCHES = frozenset(
    "humanitarian aid relief rights policy security finance foreign refugee press intelligence political".split()
)
_BECOMES = frozenset("become becomes became becoming remain remains remained named appointed elected made".split())


_AS = frozenset("as".split())


def links_of_roles(scene: Scene) -> Iterator[Link]:
    """Yield the links that nouns of a role state: of the thing that they describe to the thing behind "of"."""
    words = scene.tokens.words
    for at in range(scene.low, scene.high):
        frames = ROLES.get(words[at])
        if frames is None or is_unreal(scene, at):
            continue
        if words[at] == "secretary" and (words[at - 1] == "press" or words[at + 1 : at + 3] == ["of", "state"]):
            continue
        low = role_low(scene, at)
        modifiers = words[low:at]
        if words[at] == "chief" and any(word in _BRANCHES for word in modifiers):
            continue
        if any(word in _ENDED for word in modifiers) or (
            low > scene.low and words[low - 1] in ("ex-", "former", "vice")
        ):
            continue
        owners, behind = _complement(scene, at, low, frames)
        if not owners:
            continue
        found = _holders(scene, at, low, behind, owners)
        if found is None:
            continue
        holders, stated = found
        certainty = weakest(stated.certainty, weigh(words[max(scene.low, low - 1) : at], HEDGES))
        stated = replace(stated, certainty=certainty)
        for frame in frames:
            slots = {"H": holders, "C": owners}
            yield from link_all(
                scene.tokens,
                _fitting(frame, owners[0], words[at + 1 : at + 2]),
                slots[frame.subject[0]],
                slots[frame.object[0]],
                stated,
            )


def _fitting(frame: Frame, owner: Thing, following: list[str]) -> Frame:
    """Return the frame as the owner takes it: an armed group's officers, and officers "in" a body, are its members."""
    if frame.predicate == "directs" and following == ["in"]:
        return Frame(frame.subject, "member_of", frame.object)
    if frame.predicate == "employs" and owner.kind == "armed_group":
        return Frame(frame.object, "member_of", frame.subject)
    return frame


def role_low(scene: Scene, at: int) -> int:
    """Return where the noun phrase of a role begins, its article counted in, a possessor left out."""
    words, forms = scene.tokens.words, scene.tokens.forms
    i = at
    while i > scene.low and at - i < 7:
        word = words[i - 1]
        if word in DETERMINERS:
            return i - 1
        if (
            word in PREPOSITIONS
            or word in AUXILIARIES
            or word in ("and", "or", "but", ",", ";", '"', "'", "'s", "(", ")", ":", "whose", "who", "which", "—")
        ):
            break
        if forms[i - 1][0].isupper() and i - 1 > scene.low and any(t.low <= i - 1 < t.high for t in scene.things):
            break
        if word in _BECOMES or word.endswith("ly") or word in ADVERBS:
            break
        i -= 1
    return i


def _complement(scene: Scene, at: int, low: int, frames: Frames) -> tuple[list[Thing], int]:  # noqa: C901 - one case a line
    """Return what the role is a role in, and where the words for it end."""
    words = scene.tokens.words
    end = at + 1
    if end < scene.high and words[end] in ("general", "executive", "designate"):
        end += 1
    owner = owner_of(scene, low)
    if owner is not None:
        return [owner], end
    if end + 1 < scene.high and words[end] in _COMPLEMENT[frames[0].predicate]:
        thing = scene.begins(end + 1)
        # "The UN envoy for Orn": the place is what the envoy is for.
        is_field = thing is not None and thing.kind == "place" and frames[0].predicate == "employs"
        if thing is not None and (thing.is_party or thing.head in GROUPS) and not thing.is_owned and not is_field:
            found = listed(scene, thing)
            if _is_one_owner(frames):
                found = found[:1]
            return found, found[-1].end
    if end + 1 < scene.high and words[end] == "in" and words[at] in RANKS and (thing := scene.begins(end + 1)):
        # "A commander in the navy" is of it and does not lead it; `_fitting` tells.
        return ([thing], thing.end) if thing.kind in (*BODIES, "group") and thing.is_party else ([], end)
    if (
        end + 1 < scene.high
        and words[end] == ","
        and frames[0].predicate == "directs"
        and low > scene.low
        and words[low - 1] == ","
    ):
        # "Gen. Orr, commander, Northern Command": as releases put it.
        thing = scene.begins(end + 1)
        if thing is not None and thing.kind in BODIES and thing.low == thing.start and low == at and not thing.is_owned:
            return [thing], thing.end
    for thing in scene.things:
        # "Volna club president", "Vostrel director": the name stands in front as a modifier.
        if frames[0].predicate not in ("directs", "member_of", "employs") or thing.is_pronoun or thing.kind == "person":
            continue
        is_rank = frames[0].predicate in ("member_of", "employs") and thing.kind in ("government", "armed_group")
        is_agency = thing.kind == "government" and thing.high - thing.low > 1
        is_agency = is_agency and not is_land(scene.tokens.cut(thing.low, thing.high))
        if thing.kind not in ("organisation", "armed_group", "facility", "outlet") and not is_rank and not is_agency:
            continue
        if thing.high <= at < thing.end or (thing.end == low == at and thing.kind in BODIES and not thing.is_owned):
            return [thing], end
    return [], end


def _is_one_owner(frames: Frames) -> bool:
    return frames[0].predicate in ("part_of", "preceded_by")


def _holders(  # noqa: C901, PLR0911, PLR0912 - one case a line
    scene: Scene, at: int, low: int, behind: int, owners: list[Thing]
) -> tuple[list[Thing], Stated] | None:
    """Return whom the role describes and how that is stated: beside it, in front of it, or as a predicate of it."""
    words = scene.tokens.words
    background = Stated(low, behind, is_background=True)
    for thing in scene.things:
        if thing.start <= at < thing.low and thing not in owners:
            if thing.is_owned and thing.end < scene.high:
                return [thing], background
            return listed_roles(scene, thing), background
    if behind < scene.high and words[behind] == "include" and scene.begins(behind + 1):
        return listed(scene, scene.begins(behind + 1)), Stated(low, behind + 1)  # type: ignore[arg-type] # asked for above
    if behind + 1 < scene.high and words[behind] in ("is", "are", "remains"):
        # "Bravane, whose owner is Roth", "its director is Orr".
        named = scene.begins(behind + 1)
        is_belonging = owner_of(scene, low) is not None
        if is_belonging and named is not None and named not in owners and named.is_party and not named.is_owned:
            return listed_roles(scene, named), Stated(low, behind + 1)
    before = low - 1
    if before > scene.low:
        if words[before] == "," or (words[before] in HEDGES and words[before - 1] == ","):
            comma = before if words[before] == "," else before - 1
            found = before_comma(scene, comma)
            closes = behind >= scene.high or words[behind] in (
                ",",
                ".",
                ";",
                ")",
                "who",
                "which",
                "—",
                '"',
                "and",
                "whose",
                ":",
            )
            if found and found[0] not in owners and closes:
                return found, background
        predicate = _as_predicate(scene, low)
        if predicate is not None:
            return predicate
    if behind < scene.high:
        skip = behind + 1 if words[behind] == "," else behind
        if words[behind] == "," and (named := scene.begins(skip)) and named not in owners and named.is_party:
            closes = named.end >= scene.high or words[named.end] in (",", ".", ";", ")", "—", '"')
            is_role_lead = words[behind] == ","
            if closes and is_role_lead and not named.is_owned:
                return [named], background
        inside = scene.begins(behind)
        if inside is not None and inside.start == behind and inside.kind == "person" and inside not in owners:
            return [inside], background
    return None


def listed_roles(scene: Scene, thing: Thing) -> list[Thing]:
    """Return a thing that a role stands before, and for a plural role all of the list."""
    return listed(scene, thing) if any(word in ROLES and word.endswith("s") for word in thing.before) else [thing]


def before_comma(scene: Scene, comma: int) -> list[Thing]:
    """Return what an apposition behind a comma is about: the thing before it, with those that "and" joins to it."""
    words = scene.tokens.words
    thing = noun_before(scene, comma)
    if thing is None and comma - 2 > scene.low and words[comma - 1].isdigit() and words[comma - 2] == ",":
        thing = scene.ends.get(comma - 2)
    if thing is None or thing.is_owned:
        return []
    if not thing.is_party and thing.head not in GROUPS:
        return []
    return [thing]


def _as_predicate(scene: Scene, low: int) -> tuple[list[Thing], Stated] | None:
    """Read "X is a member of", "X was named head of", "X serves as", "describes X as": what a verb says of X."""
    words = scene.tokens.words
    at, negated = _verb_before(scene, low)
    if words[at] in BE or words[at] in _BECOMES:
        return _by_verb(scene, low, at, at, negated=negated)
    if words[at] == "as" and at > scene.low:
        thing = scene.ends.get(at)
        if thing is not None and words[thing.outer - 1] == "by" and thing.outer - 2 > scene.low:
            # "He was appointed by Orr as head": he is head.
            other = read_group(scene.tokens, scene.low, thing.outer - 2, thing.outer - 1)
            found = finite_subject(scene, other.start) if other and other.has_be else []
            return (found, Stated(low, low + 1)) if found else None
        if thing is not None and not thing.is_owned:
            is_presented = thing.is_party and _presents(words, scene.low, thing.outer)
            return ([thing], Stated(low, low + 1)) if is_presented else None
        return _by_verb(scene, low, at, at - 1, negated=negated) if words[at - 1] in _AS_VERBS else None
    if words[at] == "likelihood" and words[at - 3] in BE:
        group = read_group(scene.tokens, scene.low, at - 3, low)
        if group is not None:
            is_negated = negated or group.is_negated
            return finite_subject(scene, group.start), Stated(group.start, low + 1, "probable", is_negated)
    return None


# Verbs before "as" that say what somebody is.
_AS_VERBS = frozenset(
    """serves served acts acted works worked serving acting working took_over appointed named elected known identified
    over founded established formed created""".split()
)
_NEGATIONS = ("not", "no", "longer", "never")


def _verb_before(scene: Scene, low: int) -> tuple[int, bool]:
    """Return where the word stands that links a role to its holder, adverbs stepped over, and whether it is negated."""
    words = scene.tokens.words
    at = low - 1
    while at > scene.low and (words[at] in ADVERBS or words[at].endswith("ly") or words[at] in _NEGATIONS):
        at -= 1
    negated = any(word in _NEGATIONS for word in words[at + 1 : low]) or words[low] == "no"
    if words[at] == "," and at > scene.low:
        opening = next((i for i in range(at - 1, scene.low, -1) if words[i] == ","), 0)
        if opening and words[opening - 1] == "not":
            at, negated = opening - 2, True
    return at, negated


def _by_verb(scene: Scene, low: int, at: int, verb: int, *, negated: bool) -> tuple[list[Thing], Stated] | None:
    """Return whose role it is by the verb, and how surely the verb and what stands around it say so."""
    tokens, words = scene.tokens, scene.tokens.words
    group = read_group(tokens, scene.low, verb, low)
    if group is None:
        return None
    certainty = weakest(group.certainty, weigh(words[at + 1 : low], HEDGES))
    certainty = weakest(certainty, beside(scene, group.start, verb + 1))
    if words[group.start : verb + 1][-3:-1] == ["in", "all"]:
        certainty = weakest(certainty, "probable")
    is_participle = words[verb].endswith("ing") or (words[verb].endswith("ed") and words[group.start - 1] == ",")
    if is_participle and not group.has_be:
        subjects, weight = participle_subject(scene, group)
        certainty = weakest(certainty, weight)
    elif words[group.start].endswith("ed") and words[group.start - 1] == ",":
        # "Pavel Horn, believed to be the head of the gang,"
        subjects = before_comma(scene, group.start - 1)
    else:
        subjects = finite_subject(scene, _likelihood(words, scene.low, group.start))
    for thing in subjects:
        certainty = weakest(certainty, adjective_hedge(scene, thing))
    if _likelihood(words, scene.low, low) != low or _likelihood(words, scene.low, group.start) != group.start:
        certainty = weakest(certainty, "probable")
    by_the_way = is_participle and not group.has_be and words[verb].endswith("ed")
    return subjects, Stated(group.start, low + 1, certainty, group.is_negated or negated, by_the_way)


def _likelihood(words: list[str], low: int, start: int) -> int:
    return start - 3 if start - 3 >= low and words[start - 3 : start] == ["in", "all", "likelihood"] else start


def _presents(words: list[str], low: int, thing: int) -> bool:
    """Tell whether a verb before a thing says what it is: "describes X as", "named X as"."""
    return any(
        word.startswith(
            ("describ", "identif", "nam", "appoint", "list", "regard", "know", "elect", "present", "portray")
        )
        for word in words[max(low, thing - 4) : thing]
    )
