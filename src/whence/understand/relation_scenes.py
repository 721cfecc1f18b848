"""Which things stand in each sentence of a text, its pronouns led back to what they speak of?"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.model.statement import Description, Entity
from whence.understand.descriptions import ARMED_BODIES, FORCES
from whence.understand.relation_pointers import pointers
from whence.understand.relation_things import (
    CROWD,
    JOINED,
    MODELS,
    SETTLEMENTS,
    Scene,
    Thing,
    outer_start,
    phrase_end,
    phrase_start,
)
from whence.understand.relation_words import ARMED_NAMES, EQUIPMENT, GROUPS, PEOPLE
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    DETERMINERS,
    PERSON_NOUNS,
    TITLES,
)

# What stands in a title before a name: "US Secretary of State", "UN envoy", "Army Gen.".
RANKS = PERSON_NOUNS | TITLES

_NOT_PARTIES = frozenset({"date", "quantity", "nationality"})


@dataclass(slots=True)
class Place:
    """Where one id stands in the text, by tokens, and what kind of thing it is."""

    low: int
    high: int
    id: str
    kind: str


def _is_group(name: str, text: str) -> bool:
    """Tell whether a known armed group's name is meant: "ETA" and "IS", not a man called Ira."""
    return len(name) > _SHORT_NAME or name.upper() in text


_SHORT_NAME = 4


def find_places(tokens: Tokens, entities: Iterable[Entity], descriptions: Iterable[Description]) -> list[Place]:
    """Return where named things and described equipment and methods stand, in order, no two over one another."""
    found = []
    for entity in entities:
        if entity.kind not in _NOT_PARTIES:
            texts = {span.cut(tokens.text).lower() for span in entity.occurrences} | {entity.name.lower()}
            is_known = any(text in ARMED_NAMES and _is_group(text, tokens.text) for text in texts)
            known = "armed_group" if is_known else entity.kind
            found += [_place(tokens, span.start, span.end, entity.id, known) for span in entity.occurrences]
    entities_at = list(found)
    armed = [place for place in found if place.kind == "armed_group"]
    for thing in descriptions:
        is_crowd = thing.kind == "group" and not _is_nations(thing)
        kind = CROWD if is_crowd else thing.kind
        if thing.kind in ("equipment", "method", "group"):
            here = [_place(tokens, span.start, span.end, thing.id, kind) for span in thing.spans]
            # "Red Band militants": they are the band's, not somebody apart.
            holders = entities_at if kind == CROWD else armed
            found += [p for p in here if not any(p.low < other.high and other.low < p.high for other in holders)]
    # "Ornish-led coalition": who leads is one thing, what is led another.
    leads = {place.low for place in found if place.high == place.low + 1 and tokens.words[place.low].endswith(JOINED)}
    for place in found:
        if place.low in leads and place.high > place.low + 1:
            place.low += 1
    # "Ornish jets" are whose they are before they are equipment.
    found.sort(key=lambda place: (place.low, -place.high, place.kind == "equipment"))
    kept: list[Place] = []
    for place in found:
        if place.low < place.high and (not kept or place.low >= kept[-1].high):
            kept.append(place)
    return kept


def _is_nations(thing: Description) -> bool:
    """Tell whether an unnamed group is a nation's or an armed body ("Iraqi officials", "government forces")."""
    is_nations = any(each.kind == "nationality" for each in thing.attributes)
    return thing.kind == "group" and (is_nations or thing.worded.split()[-1].lower() in FORCES | ARMED_BODIES)


def _place(tokens: Tokens, start: int, end: int, id_: str, kind: str) -> Place:
    low, high = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    return Place(low, high, id_, kind)


def set_scenes(tokens: Tokens, places: Sequence[Place]) -> list[Scene]:
    """Return the sentences of a text with the things in them, pronouns led back to what they speak of."""
    lows = [place.low for place in places]
    scenes: list[Scene] = []
    for low, high in tokens.sentences:
        here = places[bisect_left(lows, low) : bisect_left(lows, high)]
        scene = Scene(tokens, low, high)
        names = {i for place in here for i in range(place.low, place.high)}
        named = _without_leads([_thing(tokens, scene, place, names) for place in here])
        taken = {i for thing in named for i in range(thing.start, thing.end)}
        before = scenes[-1].things if scenes else []
        bodies, earlier = ([thing for thing in things if thing.kind != CROWD] for things in (named, before))
        pointed = pointers(tokens, low, high, taken, bodies, earlier) if named or before else []
        _absorb(tokens, named)
        _take_titles(scene, named)
        for thing in sorted([*named, *pointed], key=lambda thing: thing.low):
            if thing.is_pronoun and thing.is_owned and thing.high - thing.low == 1:
                scene.owners[thing.low] = thing
            else:
                scene.add(thing)
        scenes.append(scene)
    return scenes


_WARS = frozenset("war conflict crisis campaign front theatre theater battlefield insurgency".split())


def _thing(tokens: Tokens, scene: Scene, place: Place, names: set[int]) -> Thing:
    start = phrase_start(tokens, scene.low, place.low, names, is_person=place.kind == "person")
    end, head = phrase_end(tokens, place.high, scene.high, kind=place.kind)
    before = tuple(tokens.words[start : place.low])
    thing = Thing(place.low, place.high, start, end, (place.id,), place.kind, start, head, before=before)
    thing.is_party = not head or head in PEOPLE or head in GROUPS or head in EQUIPMENT | MODELS or head in PERSON_NOUNS
    is_title = end < scene.high and tokens.words[end] in RANKS and tokens.forms[end][0].isupper()
    if is_title and tokens.forms[end] != tokens.forms[end].upper() and place.kind != "person":
        # "The Ornish Secretary of State": an office, not the state.
        thing.is_party = False
    if head and tokens.words[place.high - 1].endswith(JOINED):
        thing.is_party = False
    # "The Ukraine conflict" is where that is.
    thing.is_party = thing.is_party or (place.kind == "place" and head in _WARS)
    thing.is_owned = (
        end < scene.high and tokens.words[end] in ("'s", "'") and tokens.starts[end] == tokens.ends[end - 1]
    )
    if thing.is_owned and end + 1 < scene.high and tokens.words[end + 1] in PEOPLE:
        # "The Front's fighters": its fighters stand for the Front.
        thing.head, thing.end, thing.is_owned = tokens.words[end + 1], end + 2, False
    is_held = place.kind not in ("place", "person") or (
        start - 2 >= scene.low and tokens.words[start - 2] in SETTLEMENTS
    )
    thing.outer = outer_start(tokens, scene.low, start) if is_held else start
    return thing


def _without_leads(named: list[Thing]) -> list[Thing]:
    """Return the things of a sentence without descriptions that lead to a name: "gunmen" of "gunmen from the Front"."""
    return [
        thing
        for thing in named
        if thing.kind != "group" or not any(other.outer <= thing.low < other.start for other in named)
    ]


_TITLE_LINKS = frozenset("of for the to".split())


def _take_titles(scene: Scene, named: Sequence[Thing]) -> None:
    """Let "US Secretary of State John Kerry" be about the person, and no name in the title be a party."""
    words, forms = scene.tokens.words, scene.tokens.forms
    others = {i for thing in named if thing.kind == "person" for i in range(thing.low, thing.high)}
    links = _TITLE_LINKS | RANKS
    for thing in named:
        if thing.kind != "person":
            continue
        at = thing.low
        while at > scene.low and at - 1 not in others and (forms[at - 1][0].isupper() or words[at - 1] in links):
            at -= 1
        while at < thing.low and words[at] in _TITLE_LINKS | DETERMINERS:
            at += 1
        if not any(words[i] in RANKS for i in range(at, thing.low)) or words[thing.low - 1] in _TITLE_LINKS:
            continue
        inside = [other for other in named if at <= other.low and other.high <= thing.low]
        for other in inside:
            other.is_party = False
        if inside:
            thing.outer = min(thing.outer, *(other.outer for other in inside))


def _absorb(tokens: Tokens, named: Sequence[Thing]) -> None:
    """Let "Brazil's council CADEC" and "the Zurich lawyer Orr" be about the last name of theirs."""
    for one, other in itertools.pairwise(named):
        is_possessed = one.is_owned and other.start == one.end + 1
        is_joined = tokens.words[one.high - 1].endswith(JOINED) and other.start <= one.end
        is_modifier = is_joined or (
            one.high < other.low and other.start <= one.end and "," not in tokens.words[one.high : other.low]
        )
        if is_possessed or is_modifier:
            other.outer = one.outer
            if is_modifier:
                one.is_party = False
