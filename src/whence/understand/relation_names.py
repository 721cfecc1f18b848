"""Which links do names side by side state: "the Zurich firm X", "X of Y", "its warehouse in Z", "their rifles"?"""

from collections.abc import Iterator

from whence.model.statement import Predicate
from whence.understand.descriptions import FORCES
from whence.understand.relation_clauses import listed
from whence.understand.relation_hedges import adjective_hedge
from whence.understand.relation_links import Link, Stated, is_equipment, link_all
from whence.understand.relation_roles import role_low
from whence.understand.relation_subjects import owner_of
from whence.understand.relation_things import (
    BACKED,
    BODIES,
    JOINED,
    LED,
    Scene,
    Thing,
    is_firm_between,
    is_land,
    is_verb_like,
)
from whence.understand.relation_words import Frame
from whence.understand.vocabulary import AUXILIARIES

_OPPONENTS = frozenset("anti counter".split())
_ALLIANCES = FORCES | frozenset("coalition alliance force campaign".split())


def _against(scene: Scene, thing: Thing, following: Thing) -> tuple[list[Thing], list[Thing], Stated] | None:
    """Return who fights whom by name alone: "the coalition against the Front", "the anti-Front coalition"."""
    words = scene.tokens.words
    stands_against = words[thing.end - 1] in _ALLIANCES and words[thing.end : thing.end + 1] == ["against"]
    if stands_against and following.start == thing.end + 1 and following.kind in ("armed_group", "group"):
        return [thing], [following], Stated(thing.end, thing.end + 1, is_background=True)
    lead = words[thing.low].partition("-")
    is_anti = thing.high == thing.low + 1 and lead[0] in _OPPONENTS and bool(lead[2])
    if is_anti and words[following.high - 1] in _ALLIANCES and following.low <= thing.high + 2:
        return [following], [thing], Stated(thing.low, thing.high, is_background=True)
    return None


_PREMISES = frozenset(
    """warehouse warehouses school schools plant plants office offices factory factories mine mines branch
    branches base bases
    depot depots camp camps mission refinery field fields site sites terminal shipyard yard yards laboratory lab
    clinic clinics
    operations business workshop workshops farm farms studio stores store shops port smelter quarry dock""".split()
)


_FIRMS = frozenset("firm company business consultancy agency studio brewery restaurant newspaper".split())


_INSTITUTION = frozenset(
    """institute academy gallery museum centre center school university hospital prison plant port airport base
    camp stadium
    laboratory lab church college theatre library zoo factory refinery mine shipyard clinic mosque cathedral
    observatory foundation trust brewery yard hotel casino terminal power-plant club""".split()
)


_BASED = ("-based", "-headquartered", "-registered", "-domiciled", "-incorporated")


def links_of_names(scene: Scene) -> Iterator[Link]:  # noqa: C901 - one case a line
    """Yield the links that names side by side state: "Y-based X", "the Zurich firm X", "X of Y", "its mine in Z"."""
    tokens, words = scene.tokens, scene.tokens.words
    for thing, following in zip(scene.things, scene.things[1:], strict=False):
        said = Stated(thing.start, following.low, adjective_hedge(scene, following), is_background=True)
        where = Frame(("H",), "located_in", ("C",))
        if words[thing.high - 1].endswith(_BASED) and following.start <= thing.end:
            thing.kind = "place"
            yield from link_all(tokens, where, [following], [thing], said)
        elif thing.kind == "place" and is_firm_between(tokens, thing, following):
            yield from link_all(tokens, where, [following], [thing], said)
        elif (
            thing.kind == "place"
            and thing.is_owned
            and following.start == thing.end + 1
            and following.low == following.start
        ):
            if following.kind in BODIES - {"government"} and not is_land(tokens.cut(thing.low, thing.high)):
                yield from link_all(tokens, where, [following], [thing], said)
        elif (
            thing.kind == "person"
            and thing.is_owned
            and following.low == thing.end + 1
            and following.kind == "armed_group"
        ):
            yield from link_all(tokens, Frame(("H",), "directs", ("C",)), [thing], [following], said)
        elif following.kind in ("place", "facility") and thing.end == thing.high and following.start == thing.end + 1:
            is_of = words[thing.end] == "of" and thing.kind in ("organisation", "outlet", "armed_group")
            if is_of or (words[thing.end] == "in" and _is_institution(scene, thing)):
                yield from link_all(
                    tokens, where, [thing], [following], Stated(thing.end, following.low, is_background=True)
                )
        elif thing.kind in BODIES and following.kind in BODIES and following.start == thing.end + 1:
            is_under = words[thing.end] in ("of", "at", "within", "'s") and any(
                w in _PARTS
                for w in words[
                    (following if thing.is_owned else thing).low : (following if thing.is_owned else thing).high
                ]
            )
            is_state = thing.kind == "government" and thing.high - thing.low == 1
            if is_under and not is_state and not is_land(tokens.cut(thing.low, thing.high)):
                part, whole = (following, thing) if thing.is_owned else (thing, following)
                yield from link_all(tokens, Frame(("H",), "part_of", ("C",)), [part], [whole], said)
    yield from _joined(scene)
    yield from _premises(scene)
    yield from _possessions(scene)


def _joined(scene: Scene) -> Iterator[Link]:
    """Yield what a word joined to a name by a hyphen says of the next: "Orn-backed rebels", "the Front-held town X"."""
    words = scene.tokens.words
    for thing, following in zip(scene.things, scene.things[1:], strict=False):
        word = words[thing.high - 1]
        against = _against(scene, thing, following)
        if against is not None:
            yield from link_all(scene.tokens, Frame(("H",), "attacked", ("C",)), *against)
            continue
        if not word.endswith(JOINED) or thing.is_pronoun:
            continue
        between = words[thing.high : following.low]
        if len(between) > 4 or {",", "and"} & set(between) or any(w in AUXILIARIES or is_verb_like(w) for w in between):
            continue
        said = Stated(thing.low, thing.high, adjective_hedge(scene, following), is_background=True)
        if word.endswith(BACKED):
            yield from link_all(scene.tokens, Frame(("H",), "linked_to", ("C",)), [following], [thing], said)
            continue
        # A state that leads or holds is a government there.
        thing.kind = "government" if thing.kind == "place" else thing.kind
        # Who holds a town is there; nobody owns one.
        held: Predicate = "operates_in" if following.kind == "place" else "owns"
        predicate: Predicate = "directs" if word.endswith(LED) else held
        yield from link_all(scene.tokens, Frame(("H",), predicate, ("C",)), [thing], [following], said)


# Nouns in a body's name by which it is a part of the body that is named beside it.
_PARTS = frozenset(
    """office department directorate bureau division unit brigade battalion squadron regiment company corps wing branch
    committee faculty section platoon detachment flotilla subcommittee secretariat inspectorate""".split()
)


def _is_institution(scene: Scene, thing: Thing) -> bool:
    words = scene.tokens.words[thing.low : thing.high]
    return thing.kind == "facility" or (thing.kind != "person" and any(word in _INSTITUTION for word in words))


def _premises(scene: Scene) -> Iterator[Link]:
    """Yield where a party works whose premises lie there: "its warehouse in Poznan"."""
    words = scene.tokens.words
    for thing in scene.things:
        if (
            thing.kind not in ("place", "facility", "government")
            or thing.outer - 3 < scene.low
            or words[thing.outer - 1] not in ("in", "near", "at", "outside")
        ):
            continue
        noun = thing.outer - 2
        if words[noun] in ("headquarters", "head-office"):
            predicate = "located_in"
        elif words[noun] in _PREMISES:
            predicate = "operates_in"
        else:
            continue
        low = role_low(scene, noun)
        owner = owner_of(scene, low)
        if owner is not None and owner.kind not in {"person", "place"}:
            frame = Frame(("H",), predicate, ("C",))  # type: ignore[arg-type] # one of two literals
            yield from link_all(
                scene.tokens, frame, [owner], listed(scene, thing), Stated(low, noun + 1, is_background=True)
            )


# Verbs after which what belonged to a party does so no longer.
_DROPS = frozenset("replaced replaces replacing scrapped retired sold lost dropped abandoned surrendered".split())


def _possessions(scene: Scene) -> Iterator[Link]:
    """Yield what belongs to a party by a possessive: its equipment, and a person's own firm."""
    tokens, words = scene.tokens, scene.tokens.words
    for thing in scene.things:
        if thing.is_pronoun:
            continue
        low = thing.start
        owner = owner_of(scene, low)
        if (
            owner is not None
            and owner.kind not in ("place", "person", "equipment", "method", "document")
            and is_equipment(thing)
            and words[low - 1] not in _DROPS
        ):
            yield from link_all(
                tokens,
                Frame(("H",), "uses_equipment", ("C",)),
                [owner],
                [thing],
                Stated(low, thing.low, is_background=True),
            )
        comma = thing.outer - 1
        if comma - 2 > scene.low and words[comma] == "," and words[comma - 1] in _FIRMS:
            holder = owner_of(scene, role_low(scene, comma - 1))
            if holder is not None and holder.kind == "person":
                yield from link_all(
                    tokens,
                    Frame(("H",), "owns", ("C",)),
                    [holder],
                    [thing],
                    Stated(comma - 2, comma, is_background=True),
                )
