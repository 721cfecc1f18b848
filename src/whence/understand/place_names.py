"""Which names in a text are places, as far as its words and what else is named tell?"""

import re
from bisect import bisect_left

from whence.model.spans import Span
from whence.text.nations import BY_DEMONYM
from whence.understand.place_context import read_containers, read_context
from whence.understand.place_roles import role_of
from whence.understand.place_view import WIDE, PlaceName, Role, View
from whence.understand.place_words import FACILITIES, LEVEL_OF, STATE_OF, STREETS, WATERS

# What a reader of names takes in at the end of one by mistake.
_LOOSE_ENDS = frozenset((",", ".", "'s", "-", "and", "of", "the", "in", "or"))
# A member of parliament's party and seat: "D-N.Y.", "R-Elbow Lake".
_SEAT = re.compile(
    r"(?:R|D|DFL|I)-((?:[A-Z]\. ?){2}|[A-Z]\. [A-Z][a-z]+\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:\.(?=[,;)]))?)"
)
_BASED = frozenset("based area born bound".split())
# Words of a body's name: what is called by a place with one of these is no place.
_OF_BODIES = frozenset(
    """university college institute association league club team tour council committee way cartel party front militia
    army police brigade ministry government forces""".split()
)


def find_place_names(view: View) -> list[PlaceName]:
    """Return in reading order what may be a place: names of places, known or not, and known names among the others."""
    found: list[PlaceName] = []
    i, count = 0, len(view.tokens.forms)
    while i < count:
        place_name = _name_at(view, i, found[-1] if found else None) if view.form(i)[0].isupper() else None
        if place_name is not None:
            found.append(place_name)
            i = place_name.high
        i += place_name is None
    read_containers(view.tokens, found)
    return found


def _name_at(view: View, i: int, last: PlaceName | None) -> PlaceName | None:
    """Return the name that begins at a capital, if one does."""
    name = view.at(i)
    if name is not None and name.kind == "nationality":
        return _make(view, i, name.high, "sign") if view.tokens.cut(i, name.high) in BY_DEMONYM else None
    if place_name := _state(view, i, last):
        return place_name
    if name is not None and name.kind in ("place", "facility") and not _has_capital(view, name.low, i):
        return _in_place_name(view, name.low, name.high)
    if place_name := _hyphened(view, i):
        return place_name
    for high in view.known.get(i, ()):
        if role := role_of(view, i, high, last):
            return _make(view, i, high, role)
    return None


def _has_capital(view: View, low: int, high: int) -> bool:
    return any(form[0].isupper() for form in view.tokens.forms[low:high])


def _make(view: View, low: int, high: int, role: Role, *, known: bool = True) -> PlaceName:
    """Return the name at these tokens, with what stands around it unless it is only a sign."""
    place_name = PlaceName(low, high, view.tokens.span(low, high), view.tokens.cut(low, high), role, known=known)
    if role != "sign":
        read_context(view, place_name)
    return place_name


def _state(view: View, i: int, last: PlaceName | None) -> PlaceName | None:
    """Return the state that an abbreviation names: behind a comma after a place, or one that is no other word."""
    for high in (i + 3, i + 2, i + 1):
        if high > len(view.tokens.forms):
            continue
        worded = view.tokens.cut(i, high)
        state = STATE_OF.get(worded.rstrip(".").replace(" ", "")) or STATE_OF.get(worded.replace(" ", ""))
        if state is None or (high == i + 1 and worded.endswith(".") and worded.count(".") == 1):
            continue
        follows = last is not None and 0 <= i - last.high <= 2 and view.word(i - 1) in (",", ".", "(")
        if not _reads_as_state(view, i, high, follows=follows):
            continue
        if follows and last is not None:
            last.container, last.is_sure = state, True
            last.role = "place" if last.role == "maybe" else last.role
        end = high + (view.form(high) == "." and not worded.endswith("."))
        return PlaceName(i, end, view.tokens.span(i, end), state, "place", "region")
    return None


def _reads_as_state(view: View, low: int, high: int, *, follows: bool) -> bool:
    """Tell whether an abbreviation is one of a state here, and no "La" or "In"; `follows`: behind a place."""
    worded, text, end = view.tokens.cut(low, high), view.tokens.text, view.tokens.ends[high - 1]
    has_point = text[end : end + 1] == "." or worded.endswith(".")
    name = view.at(low)
    if worded.count(".") > 1:
        return True
    if follows:
        return has_point or worded.isupper()
    return has_point and name is not None and name.kind == "place"


def _in_place_name(view: View, low: int, high: int) -> PlaceName | None:
    """Return the name in a name that the reader of names took as a place: it, a longer or a shorter one."""
    words, known = view.tokens.words, view.known.get(low, ())
    while high > low + 1 and words[high - 1] in _LOOSE_ENDS and high not in known:
        high -= 1
    if all(word in WIDE for word in words[low:high]):
        return None
    worded = view.tokens.cut(low, high)
    if worded in BY_DEMONYM or worded.removesuffix("s") in BY_DEMONYM:
        return _make(view, low, high, "sign")
    if based := _based(view, low, high) or (_based(view, low, high + 1) if view.form(high) != " " else None):
        return based
    longer = next((end for end in known if end > high and words[end - 1] in LEVEL_OF), high)
    is_road = view.is_street(high) or view.is_road(low, high)
    if longer in known and not is_road:
        return _make(view, low, longer, "place")
    is_numbered = words[high - 1].rstrip(".") in STREETS or view.form(high - 1).isdigit()
    inner = None if is_road or is_numbered else _around_known(view, low, high)
    return inner or _make(view, low, high + is_road, "place", known=False)


def _around_known(view: View, low: int, high: int) -> PlaceName | None:
    """Return the name of the longest known name in a longer one that is not known, by what the other words are."""
    words = view.tokens.words
    inside = [(i, end) for i in range(low, high) for end in view.known.get(i, ()) if end <= high]
    if not inside:
        return None
    first, end = max(inside, key=lambda pair: (pair[1] - pair[0], -pair[0]))
    rest = [*words[low:first], *words[end:high]]
    last = words[high - 1].rstrip(".")
    if all(word in WIDE for word in rest):
        return _widened(view, _make(view, first, end, "place"), low, high)
    if first == low and (last in FACILITIES or words[end - 1] in ("county", "parish")):
        return _widened(view, _make(view, first, end, "facility"), low, high)
    if first == low and not _has_capital(view, end, high):
        return _make(view, first, end, "place")
    if any(word in _OF_BODIES for word in rest):
        return _make(view, first, end, "sign")
    is_nature = last in WATERS or words[low] in ("lake", "mount", "cape")
    return _make(view, first, end, "place") if rest[0] in (",", "/", "-", "and") and not is_nature else None


def _widened(view: View, place_name: PlaceName, low: int, high: int) -> PlaceName:
    """Return a name with all the words of the name that it stands in."""
    whole = view.tokens.span(low, high)
    place_name.span = Span(min(place_name.span.start, whole.start), max(place_name.span.end, whole.end))
    place_name.high = max(place_name.high, high)
    return place_name


def _hyphened(view: View, i: int) -> PlaceName | None:
    """Return the place in "Houston-based" and in "R-Ocilla", "D-N.Y."."""
    start = view.tokens.starts[i]
    if "-" not in view.form(i):
        return None
    if seat := _SEAT.match(view.tokens.text, start):
        name = seat.group(1)
        high = max(bisect_left(view.tokens.starts, seat.end(1)), i + 1)
        state = STATE_OF.get(name) or STATE_OF.get(name.rstrip(".").replace(" ", ""))
        return PlaceName(i, high, Span(seat.start(1), seat.end(1)), state or name, "place")
    return _based(view, i, i + 1)


def _based(view: View, low: int, high: int) -> PlaceName | None:
    """Return the place in a name that ends in "-based"."""
    head, hyphen, tail = view.form(high - 1).rpartition("-")
    if not hyphen or tail not in _BASED or not head[:1].isupper():
        return None
    span = Span(view.tokens.starts[low], view.tokens.starts[high - 1] + len(head))
    return PlaceName(low, high, span, span.cut(view.tokens.text), "place")
