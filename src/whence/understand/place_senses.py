"""Which names of a text are names of one place, and who may bear each?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from whence.model.place import KnownPlace, Level
from whence.ports import Gazetteer
from whence.text.nations import BY_DEMONYM
from whence.text.place_keys import place_key
from whence.understand.place_choice import Sense
from whence.understand.place_view import PlaceName

Key = tuple[str, Level | None, str]
# How much a name tells about where the others are, by its role.
WEIGHTS = {"place": 1.0, "facility": 0.8, "sign": 0.4, "maybe": 0.3, "echo": 0.2}


def find_senses(place_names: Sequence[PlaceName], gazetteer: Gazetteer, outlet: str | None) -> dict[Key, Sense]:
    """Return one sense for all that is named alike, and one each for a name with another level or container.

    A container that cannot hold the name is taken off it; one that a name has anywhere is given to it everywhere.
    """
    known = [place_name for place_name in place_names if place_name.known]
    home = _capitalised(outlet)
    asked = sorted(
        {_name(place_name) for place_name in known} | {each.container for each in known if each.container} | set(home)
    )
    found = dict(zip(asked, gazetteer.find(asked), strict=True))
    for place_name in known:
        if place_name.container and not place_name.is_sure and not _fit(place_name, found):
            place_name.container = ""
    _share_containers(known)
    groups: dict[Key, list[PlaceName]] = defaultdict(list)
    for place_name in known:
        groups[key_of(place_name)].append(place_name)
    senses: dict[Key, Sense] = {}
    for key, group in groups.items():
        weight = max(WEIGHTS[place_name.role] for place_name in group) * min(len(group), 4) ** 0.5
        senses[key] = Sense(found[_name(group[0])], key[1], _holders(group[0], found), weight)
    for name in home:
        # The outlet's own home is as good as another sign.
        senses[name, None, "outlet"] = Sense(found[name], weight=WEIGHTS["sign"])
    return senses


def _fit(place_name: PlaceName, found: Mapping[str, tuple[KnownPlace, ...]]) -> bool:
    """Tell whether any bearer of a name lies in what follows it."""
    holders = _holders(place_name, found)
    return any(place.lies_in(holder) and place != holder for place in found[_name(place_name)] for holder in holders)


def _holders(place_name: PlaceName, found: Mapping[str, tuple[KnownPlace, ...]]) -> tuple[KnownPlace, ...]:
    """Return the countries, regions and districts that the name behind a place may be."""
    return tuple(p for p in found.get(place_name.container, ()) if p.level in ("country", "region", "district"))


def _name(place_name: PlaceName) -> str:
    nation = BY_DEMONYM.get(place_name.name) if place_name.role == "sign" else None
    return nation.name if nation else place_name.name


def _share_containers(place_names: Iterable[PlaceName]) -> None:
    """Give a name without a container the one that it most often has elsewhere in the text."""
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    place_names = list(place_names)
    for place_name in place_names:
        if place_name.container:
            holders[place_key(place_name.name)][place_name.container] += 1
    for place_name in place_names:
        known = holders.get(place_key(place_name.name))
        if known and not place_name.container and place_name.level != "district":
            place_name.container = known.most_common(1)[0][0]


def key_of(place_name: PlaceName) -> Key:
    """Return what names of one sense share: the key of the name, the level and the container that the text gives it."""
    return place_key(_name(place_name)), place_name.level, place_name.container


def _capitalised(outlet: str | None) -> list[str]:
    """Return the words and pairs of words of an outlet's name that may be its home."""
    words = [word for word in (outlet or "").split() if word[:1].isupper()]
    return [*words, *map(" ".join, pairwise(words))]
