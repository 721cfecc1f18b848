"""Which places does a report name, where are they, and how vaguely does it say so?"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from whence.model.finding import FoundName
from whence.model.place import COMPASS, KnownPlace, Level
from whence.model.spans import Span
from whence.model.statement import PlaceExpression, Statement
from whence.ports import Gazetteer
from whence.text.nations import BY_DEMONYM
from whence.text.place_keys import place_key
from whence.understand.names import Names
from whence.understand.place_choice import Sense, choose, distance_km, doubt_km
from whence.understand.place_governments import is_government
from whence.understand.place_mentions import find_mentions
from whence.understand.place_view import Mention, read_view
from whence.understand.tokens import Tokens

Key = tuple[str, Level | None, str]
KM_A_DEGREE = 111.2
# How far from a place "near" it may be, beside how far the place itself reaches.
_NEARBY_KM = 20.0
# A part is a third of the whole: its middle lies two thirds of the way out from the middle to the edge.
_OUT = 2 / 3
# Chosen with less than this share, a place may as well be another: its radius says so.
_SURE = 0.6
# Names that only their being known speaks for are taken as places from this size on.
_LARGE = 150_000
_SUPPORTED = 1.0
# Below this size a place is taken only where something in the text speaks for it, and how little is nothing.
_SMALL, _ALONE = 15_000, 0.15
# How far two places may lie apart for "between" them to say where.
_MOST_BETWEEN_KM = 400.0
_WEIGHTS = {"place": 1.0, "facility": 0.8, "sign": 0.4, "maybe": 0.3, "echo": 0.2}


def find_places(
    tokens: Tokens,
    names: Names,
    *,
    gazetteer: Gazetteer,
    found: Sequence[FoundName] | None = None,
    statements: Sequence[Statement] = (),
    outlet: str | None = None,
) -> tuple[PlaceExpression, ...]:
    """Return the places of a text in reading order, with coordinates where the gazetteer knows them.

    Governments that go by their capital or their country, peoples, and parts of other names are no places.
    """
    mentions = find_mentions(read_view(tokens, names, gazetteer, found))
    senses = _senses(mentions, gazetteer, outlet)
    choose(list(senses.values()))
    voices = _voices(statements)
    settled = {place_key(m.name) for m in mentions if m.role == "place" and m.known}
    shown = [
        mention
        for mention in mentions
        if _is_shown(mention, sense := senses.get(_key(mention)), settled)
        and not (_may_govern(mention, sense) and is_government(tokens, mention.low, mention.high, voices))
    ]
    placed = [_express(tokens, mention, senses.get(_key(mention))) for mention in shown]
    return tuple(sorted([*placed, *_between(tokens, shown, senses)], key=lambda expression: expression.span))


def _may_govern(mention: Mention, sense: Sense | None) -> bool:
    """Tell whether a name may stand for a government: a country's or a capital's, and no part of it or building."""
    place = sense.chosen if sense else None
    if place is None or mention.part is not None or mention.level is not None or mention.role == "facility":
        return False
    return place.level == "country" or place.is_capital


def _voices(statements: Sequence[Statement]) -> set[Span]:
    """Return where governments are worded that say something."""
    chains = (voice for statement in statements if statement.within == "text" for voice in statement.voices)
    return {voice.span for voice in chains if voice.span is not None and voice.kind == "government"}


def _senses(mentions: Sequence[Mention], gazetteer: Gazetteer, outlet: str | None) -> dict[Key, Sense]:
    """Return one sense for all mentions of a name, and one each for a name with another level or container."""
    known = [mention for mention in mentions if mention.known]
    home = _capitalised(outlet)
    asked = sorted({_name(mention) for mention in known} | {m.container for m in known if m.container} | set(home))
    found = dict(zip(asked, gazetteer.find(asked), strict=True))
    for mention in known:
        if mention.container and not mention.is_sure and not _fit(mention, found):
            mention.container = ""
    _share_containers(known)
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for mention in known:
        groups[_key(mention)].append(mention)
    senses: dict[Key, Sense] = {}
    for key, group in groups.items():
        weight = max(_WEIGHTS[mention.role] for mention in group) * min(len(group), 4) ** 0.5
        senses[key] = Sense(found[_name(group[0])], key[1], _holders(group[0], found), weight)
    for name in home:
        # The outlet's own home is as good as another sign.
        senses[name, None, "outlet"] = Sense(found[name], weight=_WEIGHTS["sign"])
    return senses


def _fit(mention: Mention, found: Mapping[str, tuple[KnownPlace, ...]]) -> bool:
    """Tell whether any bearer of a name lies in what follows it."""
    holders = _holders(mention, found)
    return any(place.lies_in(holder) and place != holder for place in found[_name(mention)] for holder in holders)


def _holders(mention: Mention, found: Mapping[str, tuple[KnownPlace, ...]]) -> tuple[KnownPlace, ...]:
    """Return the countries, regions and districts that the name behind a place may be."""
    return tuple(p for p in found.get(mention.container, ()) if p.level in ("country", "region", "district"))


def _name(mention: Mention) -> str:
    nation = BY_DEMONYM.get(mention.name) if mention.role == "sign" else None
    return nation.name if nation else mention.name


def _share_containers(mentions: Iterable[Mention]) -> None:
    """Give a name without a container the one that it most often has elsewhere in the text."""
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    mentions = list(mentions)
    for mention in mentions:
        if mention.container:
            holders[place_key(mention.name)][mention.container] += 1
    for mention in mentions:
        known = holders.get(place_key(mention.name))
        if known and not mention.container and mention.level != "district":
            mention.container = known.most_common(1)[0][0]


def _key(mention: Mention) -> Key:
    return place_key(_name(mention)), mention.level, mention.container


def _capitalised(outlet: str | None) -> list[str]:
    """Return the words and pairs of words of an outlet's name that may be its home."""
    words = [word for word in (outlet or "").split() if word[:1].isupper()]
    return [*words, *map(" ".join, pairwise(words))]


def _is_shown(mention: Mention, sense: Sense | None, settled: Collection[str]) -> bool:
    """Tell whether a name is a place: said to be one, large, or among places that lie near it."""
    if mention.role in ("place", "facility", "sign"):
        return mention.role != "sign"
    if place_key(mention.name) in settled:
        return True
    place = sense.chosen if sense else None
    if mention.role == "echo" or place is None or sense is None or place.matched == "alias":
        return False
    if place.level in ("country", "area") or (place.level == "region" and place.matched == "name"):
        return True
    return place.is_capital or place.population >= _LARGE or sense.support >= _SUPPORTED


def _is_guess(sense: Sense, place: KnownPlace) -> bool:
    """Tell whether a small place is all that is known of a name, and nothing in the text speaks for it.

    A small town of any country bears the name of nearly every place that somebody made up.
    """
    return place.population < _SMALL and sense.support < _ALONE and not sense.containers and place.level != "area"


def _express(tokens: Tokens, mention: Mention, sense: Sense | None) -> PlaceExpression:
    """Return the place as the report words it, moved to the part that it speaks of."""
    place = sense.chosen if sense else None
    worded = mention.span.cut(tokens.text)
    if place is None or sense is None or _is_guess(sense, place):
        return PlaceExpression(mention.span, worded)
    radius = max(place.radius_km, doubt_km(sense) if sense.certainty < _SURE else 0.0)
    lat, lon = place.lat, place.lon
    if mention.part is not None:
        lat, lon, radius = _part_of(place, mention.part, radius)
    if mention.is_near or mention.role == "facility":
        radius += _NEARBY_KM
    name = worded if mention.part is not None or mention.role == "facility" else place.name
    return PlaceExpression(mention.span, name, round(lat, 3), round(lon, 3), round(radius, 1), place.id)


def _part_of(place: KnownPlace, part: tuple[int, int], radius: float) -> tuple[float, float, float]:
    """Return middle and radius of a part: "western" is the third in the west, "central" the middle third."""
    if part in COMPASS and place.parts:
        return place.parts[COMPASS.index(part)]
    north, east = part
    height, width = place.half_height_km or place.radius_km, place.half_width_km or place.radius_km
    lat = place.lat + north * _OUT * height / KM_A_DEGREE
    lon = place.lon + east * _OUT * width / (KM_A_DEGREE * max(math.cos(math.radians(place.lat)), 0.1))
    lon = (lon + 180) % 360 - 180
    return max(-90.0, min(90.0, lat)), lon, max(radius * 0.6, 2.0)


def _between(tokens: Tokens, mentions: Sequence[Mention], senses: Mapping[Key, Sense]) -> Iterator[PlaceExpression]:
    """Yield the places of "between X and Y": half-way, and as vague as X is far from Y."""
    for one, other in pairwise(mentions):
        if tokens.words[one.low - 1 : one.low] != ["between"] or tokens.words[one.high : other.low] != ["and"]:
            continue
        first, second = (senses[_key(m)].chosen if m.known else None for m in (one, other))
        if first and second and 0 < (apart := distance_km(first, second)) <= _MOST_BETWEEN_KM:
            span = Span(tokens.starts[one.low - 1], other.span.end)
            lat, lon = (first.lat + second.lat) / 2, (first.lon + second.lon) / 2
            yield PlaceExpression(span, span.cut(tokens.text), round(lat, 3), round(lon, 3), round(apart / 2, 1))
