"""Who does what a verb says: the subject of a verb, of a participle, and whom a phrase beside a name describes?"""

from whence.model.statement import Certainty
from whence.understand.relation_groups import BE, SMALL, Group, is_finite, is_participle, read_any_group, read_group
from whence.understand.relation_things import Scene, Thing
from whence.understand.relation_words import VERBS
from whence.understand.vocabulary import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    TIME_WORDS,
)

RELATIVES = frozenset("who which that".split())


ARTICLES = frozenset("a an the its his her their one another".split())


def finite_subject(scene: Scene, start: int, depth: int = 0) -> list[Thing]:
    """Return who does what the verb group that begins at `start` says: the things of its subject, none where unsure."""
    words = scene.tokens.words
    before = start - 1
    if before < scene.low or depth > 2:
        return []
    if words[before] in RELATIVES:
        return antecedent(scene, before)
    if words[before] in ("and", "but", "then", "or"):
        return earlier_subject(scene, before, depth)
    return _subject_ending(scene, start)


def _subject_ending(scene: Scene, end: int) -> list[Thing]:
    """Return the things of the noun phrase that a verb group at `end` has before it, asides and phrases stepped over.

    The nearest name is the subject unless a preposition or an aside holds it; a phrase without a name is no one.
    """
    words = scene.tokens.words
    at, is_aside, spare = end, False, None
    for _ in range(_MOST_STEPS):
        if at <= scene.low:
            break
        thing = scene.ends.get(at)
        if thing is not None and not thing.is_owned:
            begin = _with_lead(scene, thing)
            governor = words[begin - 1] if begin > scene.low else ""
            if governor in PREPOSITIONS and governor not in _CONJUNCTIONS:
                at = begin - 1
            elif is_aside and governor in _COMMAS:
                spare, at, is_aside = spare or thing, thing.outer - 1, False
            elif is_aside or (spare is None and (governor in ("who", "which") or governor in VERBS) and at != end):
                at, is_aside = _aside_opening(words, scene.low, thing.outer), False
            else:
                return _with_others(scene, thing) if thing.is_party else []
        elif words[at - 1] in _COMMAS:
            if spare is not None and not is_aside and not _holds_name(scene, at - 1):
                break
            is_aside, at = not is_aside or at - 1 not in scene.ends, at - 1
        else:
            step = _step_over(scene, at, is_aside=is_aside)
            if step is None:
                break
            at, is_aside = step
    return _with_others(scene, spare) if spare is not None and spare.is_party else []


# A subject further off than so many names, phrases and commas is another clause's.
_MOST_STEPS = 14
_COMMAS = (",", "—")
# Prepositions that as often begin a clause: "as Orr fled", "until the court".
_CONJUNCTIONS = frozenset("like until since before after as".split())


def _with_lead(scene: Scene, thing: Thing) -> int:
    """Return where a thing begins with a name right before it: "General Raz", where a reader found two names."""
    lead = scene.ends.get(thing.outer)
    return lead.outer if lead is not None and not lead.is_owned else thing.outer


def _step_over(scene: Scene, at: int, *, is_aside: bool) -> tuple[int, bool] | None:  # noqa: PLR0911 - one case a line
    """Return where to look on, left of what is no name, and whether that is inside an aside; None to give up."""
    words = scene.tokens.words
    before = words[at - 1]
    if before == ")":
        return next((i for i in range(at - 2, scene.low, -1) if words[i] == "("), scene.low), is_aside
    if before in PREPOSITIONS or before in TIME_WORDS or before in SMALL or before.isdigit():
        return at - 1, is_aside
    if is_participle(before) and (at - 1 in scene.ends or is_aside):
        return at - 1, is_aside
    begin = _plain_phrase(scene, at)
    if begin is None:
        return (_aside_opening(words, scene.low, at), False) if is_aside else None
    governor = words[begin - 1] if begin > scene.low else ""
    if governor in PREPOSITIONS:
        return begin - 1, is_aside
    if not is_aside or begin <= scene.low:
        return None
    if governor in _COMMAS:
        return begin - 1, begin - 1 not in scene.ends
    return _aside_opening(words, scene.low, begin), False


def _holds_name(scene: Scene, comma: int) -> bool:
    """Tell whether a name that is no part of an opening phrase ("In Paris,") ends at a comma."""
    thing = scene.ends.get(comma)
    if thing is None:
        return False
    return not (
        thing.outer > scene.low and scene.tokens.words[thing.outer - 1] in PREPOSITIONS and thing.outer - 1 == scene.low
    )


def _aside_opening(words: list[str], low: int, at: int) -> int:
    """Return the comma that opens the aside in which a token stands; the token itself where none does."""
    for i in range(at - 1, low, -1):
        if words[i] in (",", "—"):
            return i
        if words[i] in (";", ":"):
            break
    return low


def _plain_phrase(scene: Scene, end: int) -> int | None:
    """Return where a noun phrase without a name begins that ends at `end`; None where none ends there."""
    words = scene.tokens.words
    i = end
    while i > scene.low and end - i < 7:
        word = words[i - 1]
        if word in DETERMINERS and word != "that":
            return i - 1
        stops = (
            word in PREPOSITIONS
            or word in AUXILIARIES
            or word in RELATIVES
            or word == "whose"
            or not (word[0].isalnum() or word in ("'s", "'"))
        )
        if stops or (i < end and is_finite(word)):
            break
        i -= 1
    return i if i < end else None


def _with_others(scene: Scene, thing: Thing) -> list[Thing]:
    """Return a subject with those that "and" joins to it from the left: "A and B", "A, B and C"."""
    words = scene.tokens.words
    found, first = [thing], thing
    at = thing.outer - 1
    if at <= scene.low or words[at] != "and":
        return found
    while at > scene.low and words[at] in ("and", ","):
        ends = at - 1 if words[at] == "and" and words[at - 1] == "," else at
        other = scene.ends.get(ends)
        if other is None or not other.is_party or other.is_owned:
            break
        found.insert(0, other)
        first = other
        at = first.outer - 1
    head = found[0]
    if head.outer > scene.low and words[head.outer - 1] == "between":
        return []
    inside = head.outer > scene.low and words[head.outer - 1] in PREPOSITIONS
    return [thing] if inside else found


def antecedent(scene: Scene, relative: int) -> list[Thing]:
    """Return what "who" or "which" speaks of: the thing right before it, or what an apposition before it is about."""
    words = scene.tokens.words
    end = relative
    while end - 1 > scene.low and words[end - 1] in (",", "'", '"'):
        end -= 1
    thing = noun_before(scene, end)
    if (
        thing is not None
        and words[relative] == "who"
        and thing.kind not in ("person", "group", "armed_group")
        and thing.outer == thing.start
    ):
        # "Sources within the government who spoke": people, not the government, speak.
        return []
    if thing is not None:
        return [thing] if thing.is_party and not thing.is_owned else []
    return described(scene, end)


def noun_before(scene: Scene, end: int) -> Thing | None:
    """Return the thing that the words up to `end` are about: the gallery of "the gallery in Bergen"."""
    words = scene.tokens.words
    thing = scene.ending(end)
    while (
        thing is not None
        and thing.kind == "place"
        and thing.outer > scene.low
        and words[thing.outer - 1] in PREPOSITIONS
    ):
        other = scene.ends.get(thing.outer - 1)
        if other is None:
            break
        thing = other
    return thing


def described(scene: Scene, end: int) -> list[Thing]:
    """Return what the phrase "an accountant" that ends at `end` is said of: "Wes Tarrant, 44, an accountant"."""
    words = scene.tokens.words
    for at in range(end - 1, max(scene.low, end - 8) - 1, -1):
        if words[at] in PREPOSITIONS or words[at] in AUXILIARIES or words[at] in (",", ";"):
            return []
        if words[at] in ARTICLES:
            return owner_before(scene, at)
    return []


def owner_before(scene: Scene, at: int) -> list[Thing]:
    """Return the thing that stands before a comma, or an age between commas, or a form of "be", in front of a token."""
    words = scene.tokens.words
    before = at - 1
    if before > scene.low and words[before] == ",":
        thing = noun_before(scene, before)
        if thing is None and before - 2 > scene.low and words[before - 1].isdigit() and words[before - 2] == ",":
            thing = scene.ends.get(before - 2)
        return [thing] if thing is not None and thing.is_party and not thing.is_owned else []
    if before > scene.low and words[before] in BE:
        group = read_group(scene.tokens, scene.low, before, before + 1)
        return finite_subject(scene, group.start) if group and not group.is_negated else []
    return []


def earlier_subject(scene: Scene, before: int, depth: int = 0) -> list[Thing]:
    """Return the subject of the verb before an "and": whoever did that did this."""
    words = scene.tokens.words
    for at in range(before - 1, scene.low, -1):
        if words[at] in (";", ":"):
            return []
        is_past = at in scene.ends and words[at].endswith("ed")
        if (is_finite(words[at]) or is_past) and not any(thing.start <= at < thing.end for thing in scene.things):
            group = read_any_group(scene, at)
            if group is None:
                continue
            found = finite_subject(scene, group.start, depth + 1)
            if found:
                return found
    return []


# Verbs before "of" or "for" and what someone is said to have done; and those before it without either.
_CHARGES: dict[str, Certainty] = {
    **dict.fromkeys("accused accuses accuse accusing blamed blames blame charged blaming".split(), "unstated"),
    **dict.fromkeys("suspected suspects suspect suspecting".split(), "probable"),
    **dict.fromkeys("convicted guilty".split(), "certain"),
}


_OWN_DEEDS = frozenset(
    """denied denies deny denying admitted admits admit began begun begins started starts kept keeps continued
    acknowledged conceded confessed""".split()
)


_WHILE = frozenset("while after before by when since despite in without".split())


def participle_subject(scene: Scene, group: Group) -> tuple[list[Thing], Certainty]:  # noqa: C901, PLR0911 - one case a line
    """Return whose doing a participle is, and how surely the verb that governs it puts it."""
    words = scene.tokens.words
    before = group.start - 1
    if before <= scene.low:
        return [], "certain"
    word = words[before]
    if word in ("of", "for", "with") and before - 1 > scene.low:
        return _charged(scene, before)
    if words[group.at] == "using":
        return _user(scene, group.at), "certain"
    if word in _OWN_DEEDS:
        other = read_any_group(scene, before)
        return (finite_subject(scene, other.start) if other else []), "certain"
    if word in _WHILE:
        return ([] if word == "without" else earlier_subject(scene, before, 0)), "certain"
    thing = scene.ending(group.start) or noun_before(scene, group.start)
    if thing is not None:
        return ([thing] if thing.is_party and not thing.is_owned else []), "certain"
    if word == ",":
        thing = noun_before(scene, before)
        is_lead = thing is not None and (
            (thing is scene.things[0] and words[thing.outer - 1] not in PREPOSITIONS) or not _has_verb(scene, thing.end)
        )
        if thing is not None and (is_lead or (group.at < scene.high and words[group.at].endswith("ed"))):
            return ([thing] if thing.is_party and not thing.is_owned else []), "certain"
        if words[group.at].endswith("ing"):
            return earlier_subject(scene, before, 0), "certain"
        return described(scene, before), "certain"
    if word in ("and", "or"):
        return [], "certain"
    return described(scene, group.start), "certain"


def _user(scene: Scene, at: int) -> list[Thing]:
    """Return who uses what follows "using": whoever does what the verb before it says."""
    words = scene.tokens.words
    for i in range(at - 1, max(scene.low, at - 8), -1):
        if words[i].endswith("ing") and words[i] in VERBS and words[i - 1] not in BE:
            return participle_subject(scene, Group(i, i, i + 1, (), False, "certain", False))[0]
    return earlier_subject(scene, at, 0)


def _has_verb(scene: Scene, high: int) -> bool:
    return any(is_finite(word) for word in scene.tokens.words[scene.low : high])


def _charged(scene: Scene, preposition: int) -> tuple[list[Thing], Certainty]:
    """Return who is said to have done what follows "accused X of" or "X is suspected of"."""
    words = scene.tokens.words
    thing = scene.ends.get(preposition)
    for at in range(preposition - 1, max(scene.low, preposition - 14) - 1, -1):
        weight = _CHARGES.get(words[at])
        if weight is None:
            continue
        if at == preposition - 1:
            other = read_any_group(scene, at)
            found = finite_subject(scene, other.start) if other else []
            return found or [t for t in scene.things if t.end == at][:1], weight
        if thing is not None and thing.start > at and words[thing.outer - 1] == "by":
            other = read_any_group(scene, at)
            found = finite_subject(scene, other.start) if other and words[other.start] in BE else []
            return found or described(scene, at) or [t for t in scene.things if t.end == at][:1], weight
        if thing is not None and thing.start > at:
            return [thing], weight
        first = next((t for t in scene.things if t.outer >= at + 1 and t.end <= preposition), None)
        return ([first] if first is not None and words[preposition - 1] in ("and",) else []), weight
    return [], "certain"


def owner_of(scene: Scene, low: int) -> Thing | None:
    """Return the thing to which a phrase that begins at `low` belongs: "its attack", "the Front's attack"."""
    words = scene.tokens.words
    if low < scene.high and (pronoun := scene.owners.get(low)):
        return pronoun
    if low > scene.low and words[low - 1] in ("'s", "'"):
        return scene.ending(low - 1)
    if low > scene.low and words[low - 1] == "whose":
        return noun_before(scene, low - 2 if words[low - 2] == "," else low - 1)
    if low < scene.high and words[low] == "whose":
        return noun_before(scene, low - 1 if words[low - 1] == "," else low)
    return None
