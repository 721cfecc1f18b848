"""To which named thing of its sentence, or of the one before, does "he", "its" or "the group" lead back?"""

from collections.abc import Sequence

from whence.understand.relation_things import FUNCTION, POSSESSIVES, Thing, outer_start
from whence.understand.relation_words import GROUPS, PEOPLE
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
)

_THIRD = {
    **dict.fromkeys(("he", "she", "him", "her", "his"), "person"),
    **dict.fromkeys(("it", "its"), "body"),
    **dict.fromkeys(("they", "them", "their"), "any"),
    "both": "both",
}


_POINTERS = frozenset("the this that these those same".split())


# Heads that lead back to a body named before, and those that lead back to a person.
_BODY_HEADS = (ORGANISATION_NOUNS | GROUPS | OUTLET_NOUNS) & frozenset(
    """group club firm company unit force party body carrier cartel gang faction movement organisation organization
    brigade battalion regiment bank charity team agency militia union federation network paper daily broadcaster
    airline coalition alliance clan syndicate ministry institute museum university outfit insurer lender trust
    committee council front army crew retailer manufacturer operator consortium cooperative foundation""".split()
) | frozenset("force body outfit insurgents squad carrier yard ring".split())


# How far back the sentence before is looked through, in tokens.
_SENTENCE = 60
_PERSON_HEADS = frozenset("defendant suspect accused latter former man woman".split())


def pointers(
    tokens: Tokens, low: int, high: int, taken: set[int], named: Sequence[Thing], before: Sequence[Thing]
) -> list[Thing]:
    """Return the pronouns and short descriptions of a sentence that lead back to one named thing."""
    words = tokens.words
    found: list[Thing] = []
    comma = low - 1
    for i in range(low, high):
        word = words[i]
        comma = i if word == "," else comma
        if i in taken and word not in POSSESSIVES:
            continue
        wanted, end = _THIRD.get(word), i + 1
        if wanted is None and word in _POINTERS:
            end = _described(tokens, i, high, taken)
            if end:
                wanted = "person" if words[end - 1] in _PERSON_HEADS else "body"
        if wanted is None or not end or (word == "it" and _is_empty(words, i)):
            continue
        meant = _lead_back(words[end - 1], wanted, i, comma, named, before)
        if meant and word in _POINTERS and _was_apart(words, low, words[end - 1], meant[0]):
            meant = []
        if meant:
            kind = meant[0].kind
            ids = tuple(dict.fromkeys(id_ for thing in meant for id_ in thing.ids))
            is_owner = word in POSSESSIVES and (word != "her" or _opens_noun(tokens, i + 1, high))
            if is_owner and i + 1 < high and words[i + 1] in PEOPLE and i not in taken and kind != "person":
                # "Its engineers work in": they stand for it.
                is_owner, end = False, i + 2
            thing = Thing(i, end, i, end, ids, kind, i, is_pronoun=True)
            thing.is_owned = is_owner or (end < high and words[end] == "'s")
            if not is_owner:
                thing.outer = outer_start(tokens, low, i) if kind not in ("place", "person") else i
            found.append(thing)
    return found


def _is_empty(words: list[str], at: int) -> bool:
    """Tell whether "it" stands for what follows: "it is imperative that", "it was time to"."""
    return words[at + 1 : at + 2] in (["is"], ["was"], ["'s"], ["remains"]) and any(
        word in ("to", "that", "for", "who") for word in words[at + 3 : at + 5]
    )


def _opens_noun(tokens: Tokens, i: int, high: int) -> bool:
    return i < high and tokens.words[i] not in FUNCTION and tokens.words[i][0].isalpha()


def _described(tokens: Tokens, i: int, high: int, taken: set[int]) -> int:
    """Return where "the group", "the parliamentary group" ends, where nothing names it there; 0 for none."""
    words = tokens.words
    for end in (i + 2, i + 3):
        if end > high or (end == i + 3 and words[end - 1] in _PERSON_HEADS):
            return 0
        if words[end - 1] in _BODY_HEADS | _PERSON_HEADS and not taken & set(range(i, end)):
            follows = words[end] if end < high else ""
            if follows in ("of", "by", "called", "named", "known", "that", "which", "who"):
                return 0
            if follows == "," and end + 1 in taken:
                return 0
            # "The group Ansar": the description names its own thing right behind it.
            return 0 if end in taken or (end < high and tokens.forms[end][0].isupper()) else end
    return 0


def _lead_back(
    head: str, wanted: str, at: int, comma: int, named: Sequence[Thing], before: Sequence[Thing]
) -> list[Thing]:
    """Return what a pronoun or a short description speaks of: nothing where no thing of its kind stands near.

    A pronoun means the first fitting thing of its sentence, else of the one before; "the group" one that is named by
    that noun, else the first body of the sentence before, else one of its own that a comma or more keeps apart.
    Where two persons, or for a possessive two things, of the sentence before could be meant, neither is.
    """
    here = [thing for thing in named if thing.high <= at]
    if wanted == "both":
        return _both(here, before)
    if head == "latter":
        return list(before[-1:]) or here[-1:]
    is_pronoun = head in _THIRD
    if head in POSSESSIVES:
        # "X accused Y of spying at its warehouse": the nearest in the same stretch between commas, else the first.
        near = [
            thing
            for thing in here
            if thing.high > comma and (thing.kind == "person") == (wanted == "person") and _fits(thing, wanted)
        ]
        here = near[::-1] or here
    same = [thing for thing in (*here, *before) if thing.head == head or head in thing.before]
    if same and not is_pronoun:
        return same[:1]
    for things in (here, before) if is_pronoun else (before, here[:-1] if len(here) > 1 else here):
        fitting = [thing for thing in things if _fits(thing, wanted)]
        if not is_pronoun and head in _ARMED_HEADS:
            fitting = [thing for thing in fitting if thing.kind != "government"] or fitting
            if head not in _TRADING_HEADS:
                # "X told the Ledger. The group ...": what tells the story is not what it tells of.
                fitting = [thing for thing in fitting if thing.kind != "outlet"]
        is_unsure = is_pronoun and things is before and len({thing.ids for thing in fitting}) > 1
        if fitting:
            return [] if is_unsure and (wanted == "person" or head in POSSESSIVES) else fitting[:1]
    return []


def _was_apart(words: list[str], low: int, head: str, meant: Thing) -> bool:
    """Tell whether the sentence before speaks of "the group" beside the thing: "the group trained with the Eagles"."""
    if meant.low >= low or meant.head == head or head in meant.before or meant.is_pronoun:
        return False
    at = low - 2
    while at > 0 and words[at] not in (".", "!", "?") and low - at < _SENTENCE:
        if words[at] == head and words[at - 1] in _POINTERS:
            return True
        at -= 1
    return False


# An outlet may be a firm, and is taken for a club now and then; it is no gang.
_TRADING_HEADS = frozenset("firm company airline bank club".split())
_ARMED_HEADS = frozenset("group gang cartel clan militia faction ring movement".split()) | _TRADING_HEADS


def _both(here: Sequence[Thing], before: Sequence[Thing]) -> list[Thing]:
    """Return the two that "both" means: a plural with "two", else the only two that stand before."""
    for thing in (*here, *before):
        if "two" in thing.before:
            return [thing]
    if len(here) == 2:
        return list(here)
    return list(before) if len(before) == 2 and not here else []


def _fits(thing: Thing, wanted: str) -> bool:
    if wanted == "person":
        return thing.kind == "person"
    if wanted == "body":
        return thing.kind not in ("person", "method", "document") and (thing.kind != "place")
    return thing.kind not in ("place", "method", "document")
