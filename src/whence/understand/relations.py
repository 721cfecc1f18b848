"""Which typed links between the things of a report do its statements state, and how surely is each stated?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whence.model.spans import Span
from whence.model.statement import Description, Entity, Relation, Statement
from whence.understand.certainty import weakest
from whence.understand.relation_certainty import UNREAL, Sayings, cue_certainty, sayings_of
from whence.understand.relation_events import links_of_events, links_of_verbs
from whence.understand.relation_links import Link
from whence.understand.relation_names import links_of_names
from whence.understand.relation_phrases import links_of_phrases
from whence.understand.relation_rebuttals import is_rebutted
from whence.understand.relation_roles import links_of_roles
from whence.understand.relation_scenes import find_places, set_scenes
from whence.understand.relation_things import Scene
from whence.understand.tokens import Tokens

# Links that an accusation is about: inside one they are as alleged as all of it, however they are worded.
_CHARGEABLE = frozenset({"member_of", "linked_to", "attacked", "supplied_by", "trained_by", "trained_in", "met"})


# Where somebody is or works is no tie with the place.
_WHERE = frozenset({"located_in", "operates_in", "trained_in"})
_PRONOUNS = frozenset("he she it they".split())


def find_relations(
    tokens: Tokens,
    entities: Sequence[Entity],
    descriptions: Sequence[Description],
    statements: Sequence[Statement],
) -> tuple[Relation, ...]:
    """Return the links that the words of the text state, in reading order; none because two names stand together."""
    places = find_places(tokens, entities, descriptions)
    if len(places) < 2:
        return ()
    sayings = sayings_of(tokens, statements)
    found: dict[tuple[object, ...], Relation] = {}
    scenes = set_scenes(tokens, places)
    for number, scene in enumerate(scenes):
        if not scene.things or tokens.words[scene.high - 1] == "?":
            continue
        before = scenes[number - 1] if number else None
        for link in _links(scene):
            for relation in _relate(scene, before, link, sayings):
                key = (relation.subject, relation.predicate, relation.object, relation.polarity, relation.certainty)
                known = found.get(key)
                if known is None or known.statement != relation.statement:
                    found[(*key, relation.statement)] = relation
    return tuple(
        sorted(_once(found.values()), key=lambda relation: (relation.worded, relation.subject, relation.object))
    )


def _links(scene: Scene) -> Iterator[Link]:
    for read in (links_of_verbs, links_of_events, links_of_roles, links_of_phrases, links_of_names):
        yield from read(scene)


def _once(relations: Iterable[Relation]) -> list[Relation]:
    """Return each link of a statement once: the surest wording of two in one statement is the weaker one."""
    best: dict[tuple[str, ...], Relation] = {}
    for relation in relations:
        key = (relation.subject, relation.predicate, relation.object, relation.polarity, relation.statement)
        known = best.get(key)
        if known is None or weakest(known.certainty, relation.certainty) != known.certainty:
            best[key] = relation
    return list(best.values())


def _relate(scene: Scene, before: Scene | None, link: Link, sayings: Sayings) -> Iterator[Relation]:
    """Yield the relation that a link becomes in its statement, and the line of whoever denies it."""
    tokens = scene.tokens
    start = tokens.starts[link.low]
    holding = sayings.at(start) or sayings.at(tokens.starts[link.high - 1])
    inside = bool(holding)
    if not holding:
        near = sayings.near(tokens.starts[scene.low], tokens.ends[scene.high - 1])
        holding = [near] if near else []
    for statement in holding:
        yield from _said(scene, before, link, statement, inside=inside)


def _said(scene: Scene, before: Scene | None, link: Link, statement: Statement, *, inside: bool) -> Iterator[Relation]:
    """Yield the relation that one statement makes of a link, and the line of whoever denies it there."""
    tokens = scene.tokens
    worded = tokens.span(link.low, link.high)
    passage = _passage(scene, before, link)
    plain = Relation(link.subject, link.predicate, link.object, statement.id, worded, passage)
    negative = link.is_negative
    certainty = link.certainty
    act = statement.act if inside else "own_voice"
    is_background = link.is_background and not (act == "alleges" and link.predicate in _CHARGEABLE)
    if is_background or not inside:
        act = act if act in ("asserts", "admits", "own_voice") else "own_voice"
    else:
        if act in UNREAL:
            return
        # Whoever denies a thing denies it flatly, however its accuser put it.
        is_denial = act == "denies"
        certainty = "certain" if is_denial else weakest(certainty, cue_certainty(statement, tokens))
        negative = negative != (statement.polarity == "negative")
    if is_rebutted(scene, link.low, link.high):
        act, certainty, negative = "denies", "certain", not link.is_negative
    yield replace(plain, act=act, certainty=certainty, polarity="negative" if negative else "positive")
    if act == "denies" and negative:
        yield from _denial(plain, statement)


def _denial(link: Relation, statement: Statement) -> Iterator[Relation]:
    """Yield who denies ties with whom: the voice that denies, and the other party of what it denies."""
    if link.predicate in _WHERE:
        return
    denier = statement.voices[-1].entity if statement.voices else None
    if denier is None and statement.voices and statement.voices[-1].name.lower() in _PRONOUNS:
        denier = link.subject
    if denier is None:
        return
    other = link.subject if link.object == denier else link.object
    if denier not in (link.subject, link.object) and link.predicate == "supplied_by":
        other = link.subject
    if other != denier:
        yield replace(link, subject=denier, predicate="denies", object=other, act="denies", certainty="certain")


def _passage(scene: Scene, before: Scene | None, link: Link) -> Span:
    """Return the sentence of a link, with the one before where a pronoun leads back to a name there."""
    tokens = scene.tokens
    named = {id_ for thing in scene.things if not thing.is_pronoun for id_ in thing.ids}
    low = scene.low
    if before is not None and not {link.subject, link.object} <= named:
        low = before.low
    return tokens.span(low, scene.high)
