"""Who does what to whom in a clause: the subject, the object and the phrases around a verb that states a link?"""

from dataclasses import dataclass, field

from whence.understand.certainty import weakest
from whence.understand.relation_groups import GOVERNORS, SMALL, Group, is_finite, read_group
from whence.understand.relation_subjects import ARTICLES, antecedent, finite_subject, participle_subject
from whence.understand.relation_things import Scene, Thing, is_verb_like
from whence.understand.relation_words import EVENTS, VERBS, Verb
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    AUXILIARIES,
    COORDINATORS,
    DATES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
)

_ENDS = frozenset((";", ":", ".", "!", "?", "—", "(", ")", "who", "which", "whose", "whom", "that", "..."))


_NOT_ENDS = frozenset("as before after since until than".split())


_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_ASIDES = frozenset("by with from using through".split())


_PORTIONS = frozenset(
    "stake stakes share shares percent % interest interests holding holdings majority half control".split()
)


@dataclass(slots=True)
class Clause:
    """What stands around a verb group: whoever does it, what it is done to, and the phrases by preposition."""

    group: Group
    is_passive: bool
    # Said by the way of a thing that the sentence says something else of: "the ring led by Orr", "Orr, who leads it".
    is_aside: bool = False
    subject: list[Thing] = field(default_factory=list)
    object: list[Thing] = field(default_factory=list)
    slots: dict[str, list[Thing]] = field(default_factory=dict)
    end: int = 0


def read_clause(scene: Scene, at: int, verb: Verb) -> Clause | None:
    """Return the clause around a verb that states a link, None where it is a noun, a plan or a modifier there."""
    tokens, words = scene.tokens, scene.tokens.words
    end = at + 1
    if verb.particle:
        end = next((i + 1 for i in range(end, min(end + 4, scene.high)) if words[i] == verb.particle), 0)
        if not end or any(words[i] in PREPOSITIONS for i in range(at + 1, end - 1)):
            return None
    if _is_noun_or_modifier(tokens, scene.low, at, verb):
        return None
    group = read_group(tokens, scene.low, at, end)
    if group is None or (verb.form == "base" and group.has_be and not any(w in GOVERNORS for w in group.chain)):
        return None
    takes_object = any(slot == "O" for frame in verb.frames for slot in (*frame.subject, *frame.object))
    clause = Clause(group, is_passive=verb.form == "ed" and group.has_be)
    read_around(scene, clause, end, split=at + 1)
    is_reduced = (
        verb.form == "ed"
        and not any(word in AUXILIARIES for word in group.chain)
        and takes_object
        and not clause.object
        and (
            "by" in clause.slots
            or (_opens_aside(words, scene.low, group.start) and _prepositional(words, end, scene.high))
            or verb.lemma in _SEATED
        )
    )
    if is_reduced:
        clause.is_passive = True
    clause.is_aside = is_reduced or (group.start > scene.low and words[group.start - 1] in ("who", "which"))
    is_participle = is_reduced or (verb.form == "ing" and not group.has_be)
    if is_participle:
        clause.subject, weight = participle_subject(scene, group)
        group.certainty = weakest(group.certainty, weight)
    else:
        clause.subject = finite_subject(scene, group.start)
    if clause.subject and not clause.object and not clause.is_passive and takes_object:
        lead = clause.subject[0].outer - 1
        if lead > scene.low and words[lead] in ("which", "whom") and clause.subject[0].end == group.start:
            clause.object = antecedent(scene, lead)
    return clause


_SEATED = frozenset("base headquarter locate situate register domicile incorporate".split())


def _opens_aside(words: list[str], low: int, start: int) -> bool:
    return start > low and words[start - 1] == ","


def _prepositional(words: list[str], end: int, high: int) -> bool:
    return end < high and (words[end] in PREPOSITIONS or words[end] in TIME_WORDS)


def _is_noun_or_modifier(tokens: Tokens, low: int, at: int, verb: Verb) -> bool:  # noqa: PLR0911 - one case a line
    """Tell whether a form stands as a noun ("an attack", "of shells") or before a noun ("the banned Union")."""
    words = tokens.words
    before = words[at - 1] if at > low else ""
    if tokens.forms[at][0].isupper() and at > low:
        return True
    if before in DETERMINERS and before not in (
        "both",
        "all",
        "each",
        "that",
        "this",
        "these",
        "those",
        "one",
        "another",
    ):
        return True
    if before == "'s" or before in ("its", "their", "his"):
        return True
    if before and before[0].isdigit() and not any(word in DATES | _MONTHS for word in words[max(low, at - 3) : at - 1]):
        return True
    if verb.form in ("base", "s"):
        if before in PREPOSITIONS and before != "to":
            return True
        following = words[at + 1] if at + 1 < len(words) else ""
        if verb.form == "base" and (not before or before == ","):
            return True
        if following in ("that", "is", "are", "was", "were", "has", "have", "had", "will") or (
            following == "of" and verb.particle != "of"
        ):
            return True
        # "Security forces", "the drone strikes": a noun behind another noun that a verb of its own follows.
    return False


def read_around(scene: Scene, clause: Clause, end: int, *, split: int) -> None:
    """Fill in the object and the phrases behind a verb; `split` is where the object stands of "hold X up"."""
    words = scene.tokens.words
    at = _skip_small(words, end, scene.high)
    if words[end - 1] == "delivery" and at < scene.high and words[at] == "of":
        at += 1
    thing = scene.begins(at) or (scene.begins(split) if split != end else None)
    if thing is None:
        thing = _portion(scene, at) or named_behind(scene, at)
    if thing is not None and thing.is_party and not thing.is_owned:
        clause.object = listed(scene, thing)
        at = clause.object[-1].end
    limit = clause_end(scene, at)
    clause.end = limit
    fill_slots(scene, clause.slots, at, limit)


def fill_slots(scene: Scene, slots: dict[str, list[Thing]], low: int, high: int) -> None:
    """Put the things between two tokens under the preposition that stands before each, the first of each."""
    words = scene.tokens.words
    at = low
    for thing in scene.things:
        if thing.outer < at or thing.outer >= high or thing.outer <= scene.low:
            continue
        before = words[thing.outer - 1]
        if before in ("and", "including"):
            continue
        if before == "of" and words[thing.outer - 2] == "out":
            before = "out"
        usable = thing.is_party and not thing.is_owned
        if (before in PREPOSITIONS or before in ("using", "out")) and before not in slots and usable:
            slots[before] = listed(scene, thing)
            other = scene.begins(thing.end + 1)
            if before == "between" and words[thing.end : thing.end + 1] == ["and"] and other is not None:
                # "Clashes between A and B left": what follows is no verb of B's alone.
                slots[before] = [thing, other]
            at = slots[before][-1].end


# Before a number of people, they leave it a number of people.
_ABOUT = tuple(
    tuple(phrase.split())
    for phrase in ("more than", "at least", "up to", "as many as", "fewer than", "less than", "an estimated", "about")
)


def _skip_small(words: list[str], at: int, high: int) -> int:
    for phrase in _ABOUT:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    while (
        at < high
        and (words[at] in SMALL or words[at].endswith("ly"))
        and words[at] not in DETERMINERS
        and words[at] != "once"
    ):
        at += 1
    return at


def _portion(scene: Scene, at: int) -> Thing | None:
    """Return the thing of which a part stands at a token: "a 34 percent stake in the explorer X"."""
    words = scene.tokens.words
    for i in range(at, min(at + 7, scene.high - 2)):
        if words[i] in _PORTIONS or words[i].endswith("%"):
            if words[i + 1] in ("in", "of") and (found := scene.begins(i + 2)):
                return found
        elif words[i] in (",", ".", ";") or words[i] in AUXILIARIES:
            return None
    return None


def named_behind(scene: Scene, at: int) -> Thing | None:
    """Return the name behind a description of it: "its director, Hakon Bru," or "the defendant, Milan Obrad"."""
    words = scene.tokens.words
    if at >= scene.high or not (words[at] in ARTICLES or words[at] == "the" or at in scene.owners):
        return None
    for i in range(at + 1, min(at + 6, scene.high - 1)):
        if words[i] == ",":
            thing = scene.begins(i + 1)
            closes = thing is not None and (
                thing.end >= scene.high or not words[thing.end][0].isalnum() or words[thing.end] in PREPOSITIONS
            )
            return thing if closes else None
        if words[i] in PREPOSITIONS or words[i] in AUXILIARIES or scene.begins(i) is not None:
            return None
    return None


def listed(scene: Scene, thing: Thing) -> list[Thing]:
    """Return a thing and those that a list joins to it: "Mali and Niger", "A, B and C"."""
    words = scene.tokens.words
    found, at = [thing], thing.end
    waiting: list[Thing] = []
    while at < scene.high - 1:
        begin = at + 1 if words[at] == "," else at
        is_last = words[begin] in ("and", "&") and begin + 1 < scene.high
        begin = begin + 1 if is_last else begin
        if (
            is_last
            and words[begin] in ("in", "at", "near", "from", "to", "with")
            and words[begin] == words[thing.outer - 1]
        ):
            begin += 1
        following = scene.begins(begin) if begin > at else None
        if following is None or not following.is_party or following.is_owned or following.ids[0] in thing.ids:
            break
        if is_last and _has_own_verb(scene, following):
            break
        # "X, a chemist at the Centre, and Y, who": a comma before "and" belongs to a list of three.
        if is_last and words[at] == "," and not waiting:
            break
        waiting.append(following)
        at = following.end
        if is_last:
            found += waiting
            waiting = []
    return found


def _has_own_verb(scene: Scene, thing: Thing) -> bool:
    """Tell whether a thing behind "and" is the subject of a clause of its own."""
    if thing.end >= scene.high:
        return False
    word = scene.tokens.words[thing.end]
    return word in AUXILIARIES or word in FINITE or (is_verb_like(word) and word.endswith(("ed", "s")))


def clause_end(scene: Scene, at: int) -> int:  # noqa: PLR0911 - one case a line
    """Return where the clause ends that goes on at a token: at its first comma, subordinate clause or second verb."""
    words = scene.tokens.words
    for i in range(at, scene.high):
        word = words[i]
        # "Operated by the Brigade crashed": a verb right behind a name begins what is said next.
        if i in scene.ends and (word in VERBS or word.endswith("ed")) and word not in EVENTS:
            return i
        if word in _ENDS or (word in SUBORDINATORS and word not in _NOT_ENDS):
            return i
        if word == "," and not (i + 1 < scene.high and words[i + 1] in _ASIDES):
            return i
        if (
            word == "and"
            and i + 2 < scene.high
            and (words[i + 1].endswith("ing") or (words[i + 1] in ("of", "for") and words[i + 2].endswith("ing")))
        ):
            return i
        if word == "and" and i + 1 < scene.high:
            following = scene.begins(i + 1)
            if is_finite(words[i + 1]) or (following is not None and _has_own_verb(scene, following)):
                return i
        if word in COORDINATORS and word not in ("and", "or"):
            return i
        if (
            word in ("is", "are", "was", "were", "has", "had", "have", "said", "says", "told", "will", "would")
            and i > at
        ):
            return i
    return scene.high


def _by_apposition(scene: Scene, low: int, high: int) -> list[Thing]:
    """Return the named thing that a subject without a name turns out to be: "its owner, Thessaline, blamed"."""
    words = scene.tokens.words
    for thing in scene.things:
        if (
            thing.outer > low
            and thing.end <= high
            and words[thing.outer - 1] == ","
            and thing.is_party
            and not thing.is_owned
        ):
            closing = thing.end < scene.high and words[thing.end] in (",",)
            return [thing] if closing or thing.end == high else []
    return []
