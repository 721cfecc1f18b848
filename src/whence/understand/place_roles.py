"""What is a known name to the map: a place, a sign of where things happen, perhaps a place, or nothing?"""

from whence.model.statement import EntityKind
from whence.understand.place_view import PlaceName, Role, Seen, View
from whence.understand.place_words import FACILITIES, LEVEL_OF, OF_BEFORE, PEOPLE_AFTER, PLACE_BEFORE, STATE_OF
from whence.understand.vocabulary import TITLES

_BODIES: frozenset[EntityKind] = frozenset(("organisation", "government", "outlet", "armed_group", "place", "facility"))
_NEVER: frozenset[EntityKind] = frozenset(("date", "quantity", "document"))
_TRAILING = frozenset((",", ".", "'s"))
# A noun behind a name that says more of what a body does than of where it stands.
_WEAK_NOUNS = frozenset("state city states district".split())


def role_of(view: View, low: int, high: int, last: PlaceName | None) -> Role | None:
    """Return what a known name is, by the names that cover it and by the words beside it; None where it is none.

    `last` is the name before it.
    """
    if (high - low > 1 and view.is_street(high - 1)) or view.is_street(high) or view.is_road(low, high):
        return None
    covering = sorted({view.cover[i] for i in range(low, high) if view.cover[i] >= 0})
    if not covering:
        return _open_role(view, low, high, last)
    name = view.seen[covering[0]]
    if len(covering) == 1 and name.low <= low and high <= name.high:
        return _inner_role(view, name, low, high, last)
    # "Clark County", of which the reader of names saw the person Clark alone.
    is_place = (name.kind == "place" and name.high == high) or view.word(high - 1) in LEVEL_OF
    return "place" if is_place else _open_role(view, low, high, last)


def _inner_role(view: View, name: Seen, low: int, high: int, last: PlaceName | None) -> Role | None:
    """Return what a known name is within another name, or as the whole of it."""
    end = name.high
    while end > high and view.word(end - 1) in _TRAILING:
        end -= 1
    if name.low == low and end == high:
        if name.kind in _NEVER:
            return None
        role = _open_role(view, low, high, last)
        # What was read as another thing is a place where the text speaks of it as one elsewhere.
        return "echo" if role == "maybe" and name.kind != "unknown" else role
    if view.word(end - 1) in FACILITIES and name.kind != "person" and low == name.low:
        return "facility"
    is_apart = low > name.low and view.word(low - 1) in ("in", "from", "near", ",", "outside")
    if is_apart or name.kind == "unknown":
        return _open_role(view, low, high, last)
    return "sign" if name.kind in _BODIES else None


def _open_role(view: View, low: int, high: int, last: PlaceName | None) -> Role | None:
    """Return what a known name is that no other name covers."""
    if _is_shown(view, low, high):
        return "place"
    if any(word in view.people for word in view.tokens.words[low:high]):
        return None
    before = view.word(low - 1)
    is_joined = low > 0 and view.form(low - 1)[0].isupper() and view.cover[low - 1] >= 0 and before != "'s"
    if before in TITLES or is_joined:
        return None
    name = view.at(low)
    # A capital at the head of a sentence that no reader took for a name of any kind is only that: "Rain fell".
    if (name is None or name.kind == "unknown") and high - low == 1 and view.tokens.begins_sentence(low):
        return None
    is_listed = before in ("and", ",", "or") and last is not None and last.high == low - 1 and last.role == "place"
    return "place" if is_listed or view.word(high) in PEOPLE_AFTER else "maybe"


def _is_shown(view: View, low: int, high: int) -> bool:
    """Tell whether the words beside a name speak of it as a place."""
    before, earlier, after = view.word(low - 1), view.word(low - 2), view.word(high)
    if (
        (high - low > 1 and view.word(high - 1) in LEVEL_OF)
        or _is_qualified(view, high)
        or _is_dateline(view, low, high)
    ):
        return True
    if before in PLACE_BEFORE:
        return before != "to" or high - low > 1 or view.word(low) not in view.people
    if before == "of" and low > 1:
        return earlier in OF_BEFORE or view.cover[low - 2] >= 0
    if before == "the" and earlier in PLACE_BEFORE:
        return True
    return after in LEVEL_OF and after not in _WEAK_NOUNS and not view.form(high)[0].isupper()


def _is_qualified(view: View, high: int) -> bool:
    """Tell whether a state may follow behind a comma."""
    if view.word(high) not in (",", "(") or high + 1 >= len(view.tokens.forms):
        return False
    form = view.form(high + 1)
    worded = view.tokens.cut(high + 1, min(high + 3, len(view.tokens.forms)))
    return form.rstrip(".") in STATE_OF or worded in _STATES or form in _STATES


_STATES = frozenset(STATE_OF.values())


def _is_dateline(view: View, low: int, high: int) -> bool:
    """Tell whether a name opens a report as its dateline: "KARSK (Wire) —", "Karsk — "."""
    if low and not view.tokens.begins_sentence(low):
        return False
    return view.word(high) == "—" or (view.word(high) == "(" and view.form(low).isupper())
