"""What do found names change: which lead back to which as entities, and which are persons and outlets as voices?"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from whence.model.finding import FoundName
from whence.model.statement import EntityKind
from whence.text.nations import BY_NAME
from whence.understand.names import Name, Names, find_names, join_short_forms
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import PERSON_NOUNS, TITLE_GENDER, TITLES

# What is found as a name but is no voice, place or thing that a later word could lead back to.
_MOMENTS = frozenset({"date", "quantity"})
# Kinds that found names settle, and those of the rules that they are better at.
_SPEAKERS: tuple[EntityKind, ...] = ("person", "outlet")
_UNSURE: tuple[EntityKind, ...] = ("person", "outlet", "unknown", "organisation")


def names_of(tokens: Tokens, found: Sequence[FoundName], known: Names | None = None) -> Names:
    """Return the names of a text with their full forms; those that only the rules see stay, of unknown kind.

    `known` are the names of a text that this one belongs to, as a title to its report.
    """
    names = [_name(tokens, item) for item in found if item.kind not in _MOMENTS]
    names = [name for name in names if name.low < name.high]
    taken = {i for name in names for i in range(name.low, name.high)}
    for other in find_names(tokens).all:
        if not any(i in taken for i in range(other.low, other.high)):
            other.kind, other.full = "unknown", ""
            names.append(other)
    names.sort(key=lambda name: name.low)
    join_short_forms([*(known.all if known else ()), *names])
    return Names(names, [name.low for name in names], sure=True)


def names_of_voices(tokens: Tokens, found: Sequence[FoundName], known: Names | None = None) -> Names:
    """Return the names as chains of voices take them: those of the rules, where persons and outlets are told apart.

    The rules' own names keep their extent: on the annotated chains, voices read from them are right more often.
    """
    names = find_names(tokens, known)
    settled: dict[str, EntityKind] = {}
    kinds = {(name.low, name.high): name.kind for name in names_of(tokens, found, known).all}
    for name in names.all:
        kind = kinds.get((name.low, name.high))
        # A lone word that is no outlet may be a capital that speaks for its government: the rules look for that.
        is_sure = name.high - name.low > 1 or name.kind != "unknown" or kind == "outlet"
        # "According to Vestnik" reads like a place to the rules.
        is_unsure = name.kind in _UNSURE or (name.kind == "place" and kind == "outlet" and name.text not in BY_NAME)
        if kind in _SPEAKERS and is_unsure and is_sure:
            name.kind = kind
            settled[name.full] = kind
    for name in names.all:
        # "Mr Brill" is what "Tomas Brill" is.
        name.kind = settled.get(name.full, name.kind)
    return names


def _name(tokens: Tokens, found: FoundName) -> Name:
    """Return one name with the gender and the role that the title or the noun before it tells."""
    low, high = bisect_right(tokens.ends, found.span.start), bisect_left(tokens.starts, found.span.end)
    # A name reads without its title, as those do that the rules find.
    while found.kind == "person" and high - low > 1 and tokens.words[low] in TITLES:
        low += 1
    before = tokens.words[low - 1] if low else ""
    role = before if found.kind == "person" and (before in PERSON_NOUNS or before in TITLE_GENDER) else ""
    text = tokens.text[max(found.span.start, tokens.starts[low]) : found.span.end] if low < high else ""
    return Name(low, high, text, found.kind, TITLE_GENDER.get(role, ""), role)
