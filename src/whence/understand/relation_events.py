"""Which links do the verbs of a sentence state, and which the nouns of what is done ("an attack by X on Y")?"""

from collections.abc import Iterator
from dataclasses import replace

from whence.model.statement import Predicate
from whence.understand.certainty import weakest
from whence.understand.descriptions import FORCES
from whence.understand.relation_clauses import Clause, clause_end, fill_slots, listed, read_clause
from whence.understand.relation_groups import Group, is_finite, read_group
from whence.understand.relation_hedges import adjective_hedge, beside, is_unreal, noun_hedge
from whence.understand.relation_links import Link, Stated, is_described, is_equipment, link_all
from whence.understand.relation_subjects import earlier_subject, finite_subject, owner_of, participle_subject
from whence.understand.relation_things import BODIES, Scene, Thing, is_land
from whence.understand.relation_words import EQUIPMENT, EVENTS, LIGHT, VERBS, Frame, Frames, Verb
from whence.understand.vocabulary import (
    ADVERBS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    NEGATIONS,
    OCCASIONS,
    PERSON_NOUNS,
    PREPOSITIONS,
)

_NO = frozenset("no any neither".split())


_EVENT_VERBS = frozenset("between among with".split())


def links_of_verbs(scene: Scene) -> Iterator[Link]:
    """Yield the links that the verbs of a sentence state."""
    words = scene.tokens.words
    for at in range(scene.low, scene.high):
        verbs = VERBS.get(words[at])
        if verbs is None or any(thing.low <= at < thing.high for thing in scene.things) or is_unreal(scene, at):
            continue
        for verb in verbs:
            if verb.particle and verb.particle not in words[at + 1 : at + 4]:
                continue
            clause = read_clause(scene, at, verb)
            if clause is not None:
                yield from _links(scene, clause, verb)


def _links(scene: Scene, clause: Clause, verb: Verb) -> Iterator[Link]:
    """Yield what a verb states in its clause; as surely as its group and the hedges beside it put it."""
    slots = _fill(clause, verb)
    if not slots.get("S") and any(frame.predicate == "attacked" for frame in verb.frames):
        group = clause.group
        slots["S"] = _struck_in(scene, group.end) if clause.is_passive else _striker(scene, group.start)
    is_message = _is_message(scene, clause)
    for frame in _frames(verb, slots):
        subjects, objects = _slot(slots, frame.subject), _slot(slots, frame.object)
        if not subjects or not objects or (frame.predicate == "supplied_by" and is_message):
            continue
        stated = _stated(scene, clause.group, subjects, objects)
        yield from link_all(scene.tokens, frame, subjects, objects, replace(stated, is_background=clause.is_aside))
    mutual = _MUTUAL.get(verb.lemma)
    is_alone = mutual == "met" or not (clause.object or "against" in slots)
    if mutual is not None and is_alone and "with" not in slots and len(clause.subject) > 1:
        first, *others = clause.subject
        frame = Frame(("S",), mutual, ("O",))
        yield from link_all(scene.tokens, frame, [first], others, _stated(scene, clause.group, [first], others))
    if verb.lemma == "meet" and not clause.object and "with" not in slots and len(clause.subject) > 1:
        first, *others = clause.subject
        frame = Frame(("S",), "met", ("O",))
        yield from link_all(scene.tokens, frame, [first], others, _stated(scene, clause.group, [first], others))
    elif (
        verb.lemma == "meet"
        and not clause.object
        and "with" not in slots
        and clause.subject
        and len(clause.subject[0].ids) == 2
    ):
        one, other = clause.subject[0].ids
        group = clause.group
        yield Link(
            one,
            "met",
            other,
            group.start,
            group.end,
            clause.subject[0].low,
            group.end,
            group.is_negated,
            group.certainty,
        )


# What is handed on in words or in person: neither goods nor equipment.
_MESSAGES = (
    DOCUMENT_NOUNS
    | OCCASIONS
    | PERSON_NOUNS
    | frozenset(
        """word words detail details information news advice answer answers greeting greetings thanks condolences
        congratulations apology apologies lecture lectures sermon signal signals warning warnings ultimatum invitation
        invitations proof testimony explanation explanations assurances confirmation request requests demand demands
        question questions idea ideas version versions copy copies song songs poem poems blessing blessings""".split()
    )
) - frozenset("clip count counts deck model models orders plant plants radio television scans".split())


def _is_message(scene: Scene, clause: Clause) -> bool:
    """Tell whether what a verb hands on is words or people: "sent his account to X", "a letter was sent to X"."""
    words, group = scene.tokens.words, clause.group
    if clause.is_passive and not clause.subject:
        before = (words[i] for i in range(group.start - 1, scene.low, -1) if words[i] not in (",", "which", "that"))
        return next(before, "") in _MESSAGES
    at = clause.object[-1].end if clause.object else group.end
    at += bool(clause.object) and words[at : at + 1] == ["with"]
    end = at
    while end < scene.high and words[end] not in PREPOSITIONS and words[end][0].isalpha() and end not in scene.outers:
        end += 1
    return at < end and words[end - 1] in _MESSAGES


# What two do together: "Orr and Roth discussed the port".
_MUTUAL: dict[str, Predicate] = {
    **dict.fromkeys(("discuss", "confer", "negotiate"), "met"),
    **dict.fromkeys(("clash", "skirmish"), "attacked"),
}


def _struck_in(scene: Scene, end: int) -> list[Thing]:
    """Return whose attack it was behind a passive: "was killed in an Ornish drone strike"."""
    words = scene.tokens.words
    if words[end : end + 1] != ["in"]:
        return []
    for at in range(end + 1, min(end + 9, scene.high)):
        frames = EVENTS.get(words[at])
        if frames is not None and frames[0].predicate == "attacked":
            slots: dict[str, list[Thing]] = {}
            fill_slots(scene, slots, at + 1, clause_end(scene, at + 1))
            doer = _doer(scene, at, slots)
            return doer[0] if doer is not None else []
        if words[at] == "," or words[at] in PREPOSITIONS:
            return []
    return []


def _striker(scene: Scene, start: int) -> list[Thing]:
    """Return whose attack the subject of a verb is: "Ornish Guard air strikes near Kuot killed"."""
    words = scene.tokens.words
    for at in range(start - 1, max(scene.low - 1, start - 14), -1):
        if words[at] in _ENDS_SUBJECT or (is_finite(words[at]) and words[at] not in EVENTS):
            return []
        frames = EVENTS.get(words[at])
        if frames is not None and frames[0].predicate == "attacked":
            slots: dict[str, list[Thing]] = {}
            fill_slots(scene, slots, at + 1, start)
            doer = _doer(scene, at, slots)
            return doer[0] if doer is not None else []
    return []


_ENDS_SUBJECT = frozenset((",", ";", ":", "who", "which", "that", "and", "but", "as", "after"))


def _fill(clause: Clause, verb: Verb) -> dict[str, list[Thing]]:
    """Return which things fill which slots of the verb, in the active or the passive."""
    slots = dict(clause.slots)
    if clause.is_passive:
        slots["O"], slots["S"] = clause.subject, slots.pop("by", [])
        return slots
    slots["S"], slots["O"] = clause.subject, clause.object
    is_training = any(frame.predicate == "trained_by" for frame in verb.frames)
    if is_training and not clause.object:
        # "Halmos trains in Budapest": who trains is who is trained.
        slots["S"], slots["O"] = [], clause.subject
        slots.setdefault("S", [])
    return slots


# Verbs of using; "deploy" has a place of its own for units, which is not asked about here.
_USED_SOMEWHERE = frozenset({"use", "fly", "field"})


def _frames(verb: Verb, slots: dict[str, list[Thing]]) -> Iterator[Frame]:  # noqa: C901, PLR0912 - one case a line
    """Yield the frames of a verb that stand side by side, those that its parties rule out left out."""
    has_what = bool(slots.get("O"))
    for frame in verb.frames:
        if verb.lemma == "belong" and slots["S"] and slots.get("to"):
            yield _belonging(slots["S"][0], slots["to"][0])
            continue
        if verb.lemma == "replace" and frame.subject == ("S",) and slots.get("with"):
            continue
        # "A drone operated by the Brigade near Kuot": where the drone is, not where the Brigade works.
        is_handled = verb.lemma == "operate" and has_what and slots["S"] and slots["O"][0].low < slots["S"][0].low
        if is_handled and frame.predicate == "operates_in":
            continue
        # "A drone that is used in Sudan" says where it is; "the band used a drone in Kuot" who has it.
        is_thing_alone = has_what and is_equipment(slots["O"][0]) and not slots["S"]
        if verb.lemma in _USED_SOMEWHERE and frame.predicate == "operates_in" and not is_thing_alone:
            continue
        if verb.lemma in ("get", "obtain", "receive") and not (has_what and is_equipment(slots["O"][0])):
            continue
        if verb.lemma in ("buy", "purchase", "acquire") and has_what:
            is_kit = _is_kit(slots["O"][0])
            if (frame.predicate == "owns" and is_kit) or (frame.predicate == "uses_equipment" and not is_kit):
                continue
        if verb.lemma == "join" and slots["S"] and slots["S"][0].kind in ("armed_group", "organisation"):
            yield Frame(frame.subject, "part_of", frame.object)
            continue
        if verb.lemma in _BACKS and not (has_what and slots["O"][0].kind in ("armed_group", "group")):
            continue
        if verb.lemma in _WINS and not _is_fight(slots):
            continue
        if frame.predicate == "member_of" and verb.lemma in ("include", "comprise"):
            if (
                slots["S"]
                and slots["S"][0].kind in BODIES
                and has_what
                and (slots["O"][0].kind in BODIES or slots["O"][0].kind == "person")
            ):
                yield frame
            continue
        if verb.lemma == "sell" and frame.predicate == "owns" and has_what and is_described(slots["O"][0]):
            continue
        yield frame


# A state that backs a militia is tied to it; whoever backs a law or a candidate is not.
_BACKS = frozenset("back support".split())
# Verbs of a fight, a match or a vote: an attack only where one side is armed.
_WINS = frozenset("defeat rout repel repulse engage".split())


def _is_fight(slots: dict[str, list[Thing]]) -> bool:
    """Tell whether one of the parties is armed: "the army defeated the Front", not "Velle defeated Lyngby"."""
    return any(
        thing.kind == "armed_group" or thing.head in FORCES or is_described(thing)
        for name in ("S", "O")
        for thing in slots.get(name, [])
    )


def _is_kit(thing: Thing) -> bool:
    """Tell whether what is bought is something to use rather than a firm or a ship to own."""
    return is_described(thing) or thing.head in EQUIPMENT


def _belonging(one: Thing, other: Thing) -> Frame:
    """Return what "belongs to" states of two things: a person is a member, a unit a part, all else is owned."""
    if one.kind == "person":
        return Frame(("S",), "member_of", ("to",))
    is_unit = one.kind in ("armed_group", "government") or other.kind in ("armed_group", "government")
    return Frame(("S",), "part_of", ("to",)) if is_unit and other.kind != "person" else Frame(("to",), "owns", ("S",))


def _slot(slots: dict[str, list[Thing]], names: tuple[str, ...]) -> list[Thing]:
    filled = [slots[name] for name in names if slots.get(name)]
    return min(filled, key=lambda things: things[0].low) if filled else []


def _stated(scene: Scene, group: Group, subjects: list[Thing], objects: list[Thing]) -> Stated:
    """Return how a link is stated: by its verb group and by the hedges right beside it and its parties."""
    certainty = weakest(group.certainty, beside(scene, group.start, group.end))
    for thing in (*subjects, *objects):
        certainty = weakest(certainty, adjective_hedge(scene, thing))
    return Stated(group.start, group.end, certainty, group.is_negated)


# Before a noun, they say that nobody has seen what it names.
_UNSEEN = frozenset("unaware evidence proof sign hint claims rumours reports".split())


def _is_unseen(words: list[str]) -> bool:
    """Tell whether a noun stands behind "no evidence of": "claims of control" is so, "claims control" is not.

    >>> _is_unseen(["claims", "of", "control"]), _is_unseen(["claims", "full", "control"])
    (True, False)
    """
    return any(
        word in _UNSEEN and (word != "claims" or words[number + 1 : number + 2] == ["of"])
        for number, word in enumerate(words)
    )


def links_of_events(scene: Scene) -> Iterator[Link]:  # noqa: C901 - one case a line
    """Yield the links that nouns of what is done state, with whoever does it before or behind them."""
    words = scene.tokens.words
    for at in range(scene.low, scene.high):
        frames = EVENTS.get(words[at])
        if frames is not None and _is_unseen(words[max(scene.low, at - 4) : at + 1]):
            continue
        if frames is None or any(thing.low <= at < thing.high for thing in scene.things) or is_unreal(scene, at):
            continue
        slots: dict[str, list[Thing]] = {}
        fill_slots(scene, slots, at + 1, _event_end(scene, at + 1))
        if words[at + 1 : at + 2] != ["of"]:
            # "Strikes in support of the government": whose support it is, not what is struck.
            slots.pop("of", None)
        if words[at + 1 : at + 2] in (["was"], ["were"]) and words[at + 2 : at + 3] and words[at + 2] in LIGHT:
            # "The offensive was launched by the Front against X".
            fill_slots(scene, slots, at + 3, _event_end(scene, at + 3))
        _fill_examples(scene, slots, at + 1)
        _fill_aim(scene, slots, at, frames)
        doer = _doer(scene, at, slots)
        if doer is None:
            continue
        slots["S"], group, low = doer
        for frame in frames:
            objects = _slot(slots, frame.object)
            subjects = slots["S"]
            if frame.subject == ("from",):
                subjects = [t for t in slots.get("from", []) if t.kind not in ("place", "facility")]
            is_mutual = frame.predicate in ("linked_to", "met") or words[at] in _CLASHES
            if is_mutual and not slots["S"] and len(slots.get("between", [])) > 1:
                first, *objects = slots["between"]
                subjects = [first]
            elif frame.object == ("between",):
                continue
            if frame.predicate == "met" and not objects and len(subjects) > 1:
                # "Orr and Roth held talks": with each other.
                subjects, objects = subjects[:1], subjects[1:]
            if not subjects or not objects:
                continue
            stated = _stated(scene, group, subjects, objects)
            is_no = any(word in ("no", "never") for word in words[max(scene.low, at - 4) : at])
            certainty = weakest(stated.certainty, noun_hedge(scene, at))
            is_aside = group.start > scene.low and words[group.start - 1] in ("who", "which")
            stated = Stated(low, at + 1, certainty, stated.is_negative or is_no, is_aside)
            yield from link_all(scene.tokens, frame, subjects, objects, stated)


_EXAMPLES = frozenset("notably including particularly especially namely".split())


def _fill_examples(scene: Scene, slots: dict[str, list[Thing]], at: int) -> None:
    """Fill in what stands as an example behind a noun without a name: "use of specific equipment, notably X"."""
    words = scene.tokens.words
    if at >= scene.high or words[at] not in PREPOSITIONS or words[at] in slots:
        return
    for i in range(at + 1, min(at + 7, scene.high - 1)):
        if words[i] in _EXAMPLES or (words[i] == "as" and words[i - 1] == "such"):
            thing = scene.begins(i + 1)
            if thing is not None and thing.is_party and not thing.is_owned:
                slots[words[at]] = listed(scene, thing)
            return


# What a fight is for: "the campaign to defeat the Front" is a campaign against it.
_AIMS = frozenset("defeat destroy degrade eliminate eradicate crush oust expel dislodge rout contain".split())


def _fill_aim(scene: Scene, slots: dict[str, list[Thing]], at: int, frames: Frames) -> None:
    """Fill in whom a fight is against where a verb says it: "the campaign to defeat and destroy X"."""
    words = scene.tokens.words
    if "against" in slots or "against" not in frames[0].object or words[at + 1 : at + 2] != ["to"]:
        return
    end = at + 2
    while end < scene.high and (words[end] in _AIMS or words[end] in ADVERBS or words[end] in ("and", ",")):
        end += 1
    thing = scene.begins(end) if words[end - 1] in _AIMS else None
    if thing is not None and thing.is_party and not thing.is_owned:
        slots["against"] = listed(scene, thing)


def _event_end(scene: Scene, at: int) -> int:
    return clause_end(scene, at)


def _phrase_low(scene: Scene, at: int) -> int:
    """Return where the noun phrase whose noun is token `at` begins, its article counted in."""
    words = scene.tokens.words
    i = at
    while i > scene.low and at - i < 6:
        word = words[i - 1]
        if word in DETERMINERS:
            return i - 1
        if word in PREPOSITIONS or word in LIGHT or word == "'s" or not word[0].isalnum() or word in ADVERBS:
            if word in ('"',):
                i -= 1
                continue
            break
        if any(thing.low <= i - 1 < thing.high for thing in scene.things):
            break
        i -= 1
    return i


def _doer(  # noqa: C901, PLR0911, PLR0912 - one case a line
    scene: Scene, at: int, slots: dict[str, list[Thing]]
) -> tuple[list[Thing], Group, int] | None:
    """Return whoever does what a noun says, with the verb group that carries it; None where that is only planned."""
    words = scene.tokens.words
    low = _phrase_low(scene, at)
    plain = Group(low, at, at + 1, (), False, "certain", False)
    if words[max(scene.low, low - 2) : low] == ["responsibility", "for"]:
        return _claimant(scene, low)
    if slots.get("by"):
        # "An attack claimed by the Front": as it says.
        plain.certainty = "unstated" if "claimed" in words[at + 1 : at + 4] else "certain"
        return slots["by"], plain, low
    owner = owner_of(scene, low)
    is_carried = owner is not None and owner.is_pronoun and low > scene.low and words[low - 1] in LIGHT
    if owner is not None and not is_carried:
        return [owner], plain, low
    if low - 1 > scene.low and words[low - 1] == "in" and words[low : low + 1] == ["the"] and words[at] in _FIGHTS:
        # "Support for Orn in the fight against X": who fights stands before "in".
        fighter = scene.ends.get(low - 1)
        if fighter is not None and fighter.is_party and not fighter.is_owned:
            return [fighter], plain, low
    for thing in scene.things:
        # "An Ornish Guard raid on Kuot": the name in front of the noun is the doer's.
        if (
            (thing.high <= at < thing.end or (thing.end == at and (thing.high == at or thing.head in _MEANS)))
            and words[at] not in _TIES
            and (
                thing.kind not in ("place", "facility", "equipment")
                or is_land(scene.tokens.cut(thing.low, thing.high).removesuffix("-led"))
            )
        ):
            return [thing], plain, low
    if low > scene.low and words[low - 1] == "with" and words[at] in _TIES and (having := scene.ends.get(low - 1)):
        return [having], plain, low
    if words[max(scene.low, low - 2) : low] == ["part", "in"] and words[low - 3] in _TAKES:
        group = read_group(scene.tokens, scene.low, low - 3, low)
        return (finite_subject(scene, group.start), group, group.start) if group else None
    verb = low - 1
    while verb > scene.low and (words[verb] in ('"', "out", "up") or words[verb] in ADVERBS):
        verb -= 1
    if verb < scene.low or words[verb] not in LIGHT:
        if words[at] in _MEETINGS:
            return _doer_of_meeting(scene, at, low, slots)
        if words[at] in _CLASHES and words[low - 1] in _AMID and "with" in slots:
            # "The army lost a tank in clashes with the Front".
            bodies = [thing for thing in earlier_subject(scene, low - 1) if thing.kind != "person"]
            return bodies, plain, low
        return ([], plain, low) if words[at] in _TIES | _CLASHES and "between" in slots else None
    if words[verb] in ("denied", "deny", "denies", "denying"):
        group = read_group(scene.tokens, scene.low, verb, at + 1)
        return (finite_subject(scene, group.start), plain, low) if group else None
    group = read_group(scene.tokens, scene.low, verb, at + 1)
    if group is None:
        return None
    if words[verb].endswith("ing") and not group.has_be:
        subjects, weight = participle_subject(scene, group)
        group.certainty = weakest(group.certainty, weight)
        return subjects, group, group.start
    if words[verb].startswith("claim"):
        group.certainty = "unstated"
    if words[verb - 1 if verb > scene.low else verb] in NEGATIONS:
        group.is_negated = True
    return finite_subject(scene, group.start), group, group.start


# What an attack is made with, between the name and the noun: "Coalition air strikes".
_MEANS = frozenset("air drone missile rocket artillery mortar ground bomb gun suicide military forces".split())


def _claimant(scene: Scene, low: int) -> tuple[list[Thing], Group, int] | None:
    """Return who says that an attack is theirs: "the Front claimed responsibility for the attack"."""
    group = read_group(scene.tokens, scene.low, low - 3, low - 2) if scene.tokens.words[low - 3] in _OWNS_UP else None
    if group is None:
        return None
    group.certainty = weakest(group.certainty, "unstated")
    return finite_subject(scene, group.start), group, group.start


_TAKES = frozenset("took takes take taken".split())
_OWNS_UP = frozenset("claimed claims claim admitted accepted took taken".split())
_CLASHES = frozenset(
    word for word, frames in EVENTS.items() if frames[0].predicate == "attacked" and "between" in frames[0].object
)
_AMID = frozenset("in during after amid".split())
_MEETINGS = frozenset(word for word, frames in EVENTS.items() if frames[0].predicate == "met")
_SINCE = frozenset("after during following at since".split())
_HELD = frozenset("ended took began broke concluded collapsed lasted failed were was opened produced resulted".split())


def _doer_of_meeting(
    scene: Scene, at: int, low: int, slots: dict[str, list[Thing]]
) -> tuple[list[Thing], Group, int] | None:
    """Return who met where a phrase says that they have: "said after talks with X", "talks between X and Y ended"."""
    words = scene.tokens.words
    plain = Group(low, at, at + 1, (), False, "certain", False)
    is_past = low > scene.low and words[low - 1] in _SINCE
    if "between" in slots:
        end = slots["between"][-1].end
        is_past = is_past or (end < scene.high and words[end] in _HELD and words[end + 1 : end + 2] != ["planned"])
        return ([], plain, low) if is_past else None
    if is_past and "with" in slots:
        return earlier_subject(scene, low - 1), plain, low
    return None


_FIGHTS = frozenset("fight war battle struggle campaign offensive operation operations".split())
_TIES = frozenset(word for word, frames in EVENTS.items() if frames[0].predicate == "linked_to")
