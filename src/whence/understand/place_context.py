"""What do the words around the name of a place say: of which level it is, which part is meant, and what holds it?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from whence.model.place import Level
from whence.model.spans import Span
from whence.text.nations import BY_NAME
from whence.understand.place_view import PlaceName, View
from whence.understand.place_words import BEFORE, DIRECTIONS, FACILITIES, INNER, LEVEL_OF, NEAR, STATE_OF
from whence.understand.tokens import Tokens

_OUTSIDE = frozenset("outside south north east west northeast northwest southeast southwest miles kilometres".split())
# What stands behind a comma and is surely what holds the name before it.
_HOLDERS = frozenset(STATE_OF.values()) | frozenset(BY_NAME) | {"England", "Scotland", "Wales", "Northern Ireland"}
# What stands between a place and what holds it: "Karsk, Veldia", "Karsk (Veldia)", "Karsk, in Veldia".
# "Karsk, the capital of Veldia".
_BETWEEN = re.compile(r"(?:,|\(|in|, in|, (?:the|a|an) (?:[\w-]+ ){1,3}(?:of|in)(?: the)?)")
# How far ahead the noun of a list is looked for: "Clarke, Barrow and Oconee counties".
_LONGEST_LIST = 12


def read_context(view: View, place_name: PlaceName) -> None:
    """Read the words around a name into it, and take those that belong to it into its span."""
    _read_level(view, place_name)
    _read_part(view, place_name)
    _read_building(view, place_name)


def _read_level(view: View, place_name: PlaceName) -> None:
    low, high = place_name.low, place_name.high
    before, after = view.word(low - 1), view.word(high)
    if view.word(high - 1) in LEVEL_OF and high - low > 1:
        place_name.level = LEVEL_OF[view.word(high - 1)]
    elif after in LEVEL_OF:
        if not after.endswith("s") and view.cover[high] in (-1, view.cover[low]):
            place_name.level, place_name.high = LEVEL_OF[after], high + 1
            place_name.span = Span(place_name.span.start, view.tokens.ends[high])
        elif after.endswith("s") and before in ("and", ",", "or"):
            place_name.level = LEVEL_OF[after]
    elif before == "of" and (level := _level_before_of(view.word(low - 2))):
        place_name.level = level
    elif low and before.rstrip(".") in BEFORE and (view.form(low - 1)[0].isupper() or before in LEVEL_OF):
        place_name.level = LEVEL_OF.get(before, "district")
    else:
        place_name.level = LEVEL_OF.get(_noun_of_list(view, high))


def _level_before_of(noun: str) -> Level | None:
    """Return what "the region of" and "the villages of" say of the name that follows; "two regions of" says nothing."""
    level = LEVEL_OF.get(noun)
    return level if level == "city" or not noun.endswith("s") else None


def _noun_of_list(view: View, high: int) -> str:
    """Return the noun behind a list of names, "" where there is none."""
    is_list = False
    for i in range(high, min(high + _LONGEST_LIST, len(view.tokens.words))):
        if view.word(i) in ("and", ",", "or"):
            is_list = True
        elif view.word(i) in LEVEL_OF and view.word(i).endswith("s") and is_list:
            return view.word(i)
        elif not view.form(i)[0].isupper():
            return ""
    return ""


def _read_part(view: View, place_name: PlaceName) -> None:
    """Take in the words before the name that say which part is meant, or that it is only nearby."""
    at = place_name.low - 1
    word = view.word(at)
    if (word in DIRECTIONS or word in INNER) and _is_free(view, at, place_name.low):
        place_name.part = DIRECTIONS.get(word)
        place_name.span = Span(view.tokens.starts[at], place_name.span.end)
        at -= 1
    elif word == "of" and view.word(at - 1) in DIRECTIONS and view.word(at - 2) in ("the", "in"):
        place_name.part = DIRECTIONS[view.word(at - 1)]
    before = view.word(at)
    is_off = before == "of" and view.word(at - 1) in _OUTSIDE and place_name.part is None
    place_name.is_near = before in NEAR or is_off


def _read_building(view: View, place_name: PlaceName) -> None:
    """Take in the word for a building that is called by the place: "Hallesk airport"."""
    after = view.word(place_name.high)
    if place_name.role == "place" and after in FACILITIES and _is_free(view, place_name.high, place_name.low):
        place_name.role, place_name.high = "facility", place_name.high + 1
        place_name.span = Span(place_name.span.start, view.tokens.ends[place_name.high - 1])


def _is_free(view: View, at: int, low: int) -> bool:
    """Tell whether the word at `at` belongs to no other name than the one at `low`, or is a place's itself."""
    name = view.at(at)
    return name is None or name == view.at(low) or name.kind in ("place", "facility")


def read_containers(tokens: Tokens, place_names: Sequence[PlaceName]) -> None:
    """Give a place the name that follows it behind a comma, or that it is said to be in, where that may hold it."""
    for here, after in pairwise(place_names):
        between = [word for word in tokens.words[here.high : after.low] if word not in DIRECTIONS]
        if here.container or after.role not in ("place", "maybe") or here.name in _HOLDERS:
            continue
        if _BETWEEN.fullmatch(" ".join(between)):
            here.container, here.is_sure = after.name, after.name in _HOLDERS and between[0] != "in"
