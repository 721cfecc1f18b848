"""What is a link as a sentence states it, and which two sorts of things can stand in it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.statement import Certainty, Predicate
from whence.understand.relation_things import BODIES, CROWD, Thing, is_land
from whence.understand.relation_words import EQUIPMENT, Frame
from whence.understand.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Link:
    """One link between two ids, stated by the words `low` to `high`, as surely as words beside it put it.

    `is_background` where a phrase presupposes it ("its director, X"): a denial or doubt of the whole does not reach it.
    """

    subject: str
    predicate: Predicate
    object: str
    low: int
    high: int
    first: int
    last: int
    is_negative: bool = False
    certainty: Certainty = "certain"
    is_background: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """The words that state a link, and how: where they stand, how surely, denied or not, by the way or not."""

    low: int
    high: int
    certainty: Certainty = "certain"
    is_negative: bool = False
    is_background: bool = False


def link_all(
    tokens: Tokens, frame: Frame, subjects: list[Thing], objects: list[Thing], stated: Stated
) -> Iterator[Link]:
    """Yield the links of each subject with each object that can stand in it."""
    for subject in subjects:
        for object_ in objects:
            predicate = settle(frame.predicate, subject)
            if not can_stand(tokens, predicate, subject, object_):
                continue
            is_negative = stated.is_negative or any(
                is_ruled_out(tokens, thing, is_background=stated.is_background) for thing in (subject, object_)
            )
            first = min(subject.low, object_.low, stated.low)
            last = max(subject.high, object_.high, stated.high)
            for one in subject.ids:
                for other in object_.ids:
                    if one != other:
                        yield Link(
                            one,
                            predicate,
                            other,
                            stated.low,
                            stated.high,
                            first,
                            last,
                            is_negative,
                            stated.certainty,
                            stated.is_background,
                        )


# Before a party of a link, they leave nobody of it ("no Front fighters"), or say that it is another ("not Orr but").
_NOBODY_OF = frozenset("no hardly scarcely".split())
_NOT_THIS = frozenset("not neither nor without".split())


def is_ruled_out(tokens: Tokens, thing: Thing, *, is_background: bool) -> bool:
    """Tell whether the words right before a party deny its part in a link: "no X forces", "none of X", "neither X nor".

    Of what is said by the way only "no" and "none of" are, and "it was not Orr who": who is "not Orr, head of the
    port" still heads it.
    """
    words = tokens.words
    leading = words[max(0, thing.outer - 2) : thing.outer]
    if _NOBODY_OF & {*words[thing.outer : thing.low], *leading[-1:]} or leading in (["none", "of"], ["not", "from"]):
        return True
    is_cleft = words[thing.end : thing.end + 1] in (["who"], ["that"], ["which"])
    return (is_cleft or not is_background) and bool(_NOT_THIS & set(leading[-1:]))


def settle(predicate: Predicate, subject: Thing) -> Predicate:
    """Return the predicate that fits the kind of the subject: a person who is part of a group is its member."""
    if predicate == "part_of" and subject.kind == "person":
        return "member_of"
    return predicate


_SOLID = frozenset({"equipment", "method", "document"})
# Nobody supplies them, and they supply nobody.
_INTANGIBLE = frozenset({"method", "document"})
_NO_PERSON_OBJECT = frozenset(
    {"member_of", "part_of", "located_in", "operates_in", "trained_in", "uses_equipment", "owns", "directs"}
)
_ACTORS = frozenset(
    {
        "member_of",
        "employs",
        "owns",
        "directs",
        "investigates",
        "accuses",
        "met",
        "attacked",
        "trained_in",
        "operates_in",
    }
)


def can_stand(tokens: Tokens, predicate: Predicate, subject: Thing, object_: Thing) -> bool:  # noqa: C901, PLR0911, PLR0912 - one predicate a line
    """Tell whether two things can stand in a link by their kinds, as far as kinds of invented names can be trusted."""
    one, other = subject.kind, object_.kind
    if CROWD in (one, other):
        return predicate == "attacked" and one != CROWD and one not in ("method", "document", "equipment")
    if other == "person" and predicate in _NO_PERSON_OBJECT:
        return False
    if predicate in _ACTORS and (one in ("method", "document") or (one == "equipment" and is_described(subject))):
        return False
    if predicate == "uses_equipment":
        return is_equipment(object_) and one not in ("method", "document") and not is_described(subject)
    if predicate in ("located_in", "operates_in", "trained_in"):
        return _is_where(tokens, predicate, object_) and one not in ("method", "document")
    if predicate in ("member_of", "part_of"):
        return other not in _SOLID and not (other == "place" and is_land(_text(tokens, object_)))
    if predicate == "employs":
        return one not in ("person", "place") and (other == "person" or object_.is_pronoun)
    if predicate == "directs" and one == "place" and subject.high - subject.low == 1 and not subject.is_pronoun:
        return False
    if predicate == "directs" and one in ("government", "armed_group"):
        # "The task force led by the Navy": one armed or public body leads another.
        return other in (*BODIES, "group", "facility")
    if predicate == "directs":
        return one not in BODIES or (one == "outlet" and len(_text(tokens, subject).split()) > 1)
    if predicate == "investigates":
        return one not in _SOLID and other not in ("method", "document") and not is_described(object_)
    if predicate == "met" and any(
        thing.kind in ("place", "facility") and not is_land(_text(tokens, thing)) for thing in (subject, object_)
    ):
        return False
    if predicate in ("met", "accuses"):
        return one not in _SOLID and other not in _SOLID
    if predicate == "owns":
        return (
            one != "place"
            and other not in ("method", "document")
            and not (other == "equipment" and is_described(object_))
        )
    if predicate == "supplied_by":
        return other not in _INTANGIBLE and one not in _INTANGIBLE and not is_described(object_)
    if predicate == "attacked":
        return other not in ("method", "document") and (other == "group" or not is_described(object_))
    return other != "method" or predicate == "linked_to"


def is_described(thing: Thing) -> bool:
    """Tell whether a thing is described and not named: its id is a description's."""
    return thing.ids[0].startswith("d")


def is_equipment(thing: Thing) -> bool:
    """Tell whether a thing is equipment or a method by its kind or by the nouns of its phrase."""
    if thing.kind in ("equipment", "method"):
        return True
    return thing.head in EQUIPMENT or any(word in EQUIPMENT for word in thing.before)


def _is_where(tokens: Tokens, predicate: Predicate, thing: Thing) -> bool:
    if thing.kind in ("place", "facility", "unknown"):
        return True
    if thing.kind == "government":
        return is_land(_text(tokens, thing)) or predicate == "trained_in"
    if thing.kind == "organisation":
        return predicate == "trained_in" or thing.high - thing.low == 1
    return (
        thing.kind in ("equipment", "outlet", "armed_group")
        and thing.high - thing.low == 1
        and thing.head == ""
        and not is_described(thing)
        and predicate != "trained_in"
    )


def _text(tokens: Tokens, thing: Thing) -> str:
    return tokens.cut(thing.low, thing.high)
