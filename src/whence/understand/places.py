"""Which places does a report name, where are they, and how vaguely does it say so?"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from whence.model.finding import FoundName
from whence.model.place import COMPASS, KnownPlace
from whence.model.spans import Span
from whence.model.statement import PlaceExpression, Statement
from whence.ports import Gazetteer
from whence.text.place_keys import place_key
from whence.understand.names import Names
from whence.understand.place_choice import Sense, choose, distance_km, doubt_km, namesakes, open_namesakes
from whence.understand.place_governments import is_government
from whence.understand.place_names import find_place_names
from whence.understand.place_senses import Key, find_senses, key_of
from whence.understand.place_view import PlaceName, read_view
from whence.understand.tokens import Tokens

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
    place_names = find_place_names(read_view(tokens, names, gazetteer, found))
    senses = find_senses(place_names, gazetteer, outlet)
    choose(list(senses.values()))
    voices = _voices(statements)
    settled = {place_key(each.name) for each in place_names if each.role == "place" and each.known}
    shown = [
        place_name
        for place_name in place_names
        if _is_shown(place_name, sense := senses.get(key_of(place_name)), settled)
        and not (_may_govern(place_name, sense) and is_government(tokens, place_name.low, place_name.high, voices))
    ]
    placed = [_express(tokens, place_name, senses.get(key_of(place_name))) for place_name in shown]
    return tuple(sorted([*placed, *_between(tokens, shown, senses)], key=lambda expression: expression.span))


def _may_govern(place_name: PlaceName, sense: Sense | None) -> bool:
    """Tell whether a name may stand for a government: a country's or a capital's, and no part of it or building."""
    place = sense.chosen if sense else None
    if place is None or place_name.part is not None or place_name.level is not None or place_name.role == "facility":
        return False
    return place.level == "country" or place.is_capital


def _voices(statements: Sequence[Statement]) -> set[Span]:
    """Return where governments are worded that say something."""
    chains = (voice for statement in statements if statement.within == "text" for voice in statement.voices)
    return {voice.span for voice in chains if voice.span is not None and voice.kind == "government"}


def _is_shown(place_name: PlaceName, sense: Sense | None, settled: Collection[str]) -> bool:
    """Tell whether a name is a place: said to be one, large, or among places that lie near it."""
    if place_name.role in ("place", "facility", "sign"):
        return place_name.role != "sign"
    if place_key(place_name.name) in settled:
        return True
    place = sense.chosen if sense else None
    if place_name.role == "echo" or place is None or sense is None or place.matched == "alias":
        return False
    if place.level in ("country", "area") or (place.level == "region" and place.matched == "name"):
        return True
    return place.is_capital or place.population >= _LARGE or sense.support >= _SUPPORTED


def _placed(sense: Sense | None) -> KnownPlace | None:
    """Return the place of a sense, unless it is small and nothing in the text speaks for it: that would be a guess.

    A small town of some country bears the name of many a place that nobody knows of.
    """
    place = sense.chosen if sense else None
    if place is None or sense is None or place.level == "area" or sense.containers:
        return place
    return None if place.population < _SMALL and sense.support < _ALONE else place


def _express(tokens: Tokens, place_name: PlaceName, sense: Sense | None) -> PlaceExpression:
    """Return the place as the report words it, moved to the part that it speaks of."""
    place = _placed(sense)
    worded = place_name.span.cut(tokens.text)
    if place is None or sense is None:
        return PlaceExpression(place_name.span, worded)
    radius = max(place.radius_km, doubt_km(sense) if sense.certainty < _SURE else 0.0)
    others = open_namesakes(sense)
    radius = max([radius, *(distance_km(place, other) for other in others)])
    lat, lon = place.lat, place.lon
    if place_name.part is not None:
        lat, lon, radius = _part_of(place, place_name.part, radius)
    if place_name.is_near or place_name.role == "facility":
        radius += _NEARBY_KM
    name = worded if place_name.part is not None or place_name.role == "facility" else place.name
    chosen_among = namesakes(sense) if others else 0
    return PlaceExpression(
        place_name.span, name, round(lat, 3), round(lon, 3), round(radius, 1), place.id, chosen_among
    )


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


def _between(
    tokens: Tokens, place_names: Sequence[PlaceName], senses: Mapping[Key, Sense]
) -> Iterator[PlaceExpression]:
    """Yield the places of "between X and Y": half-way, and as vague as X is far from Y."""
    for one, other in pairwise(place_names):
        if tokens.words[one.low - 1 : one.low] != ["between"] or tokens.words[one.high : other.low] != ["and"]:
            continue
        first, second = (_placed(senses.get(key_of(each))) if each.known else None for each in (one, other))
        if first and second and 0 < (apart := distance_km(first, second)) <= _MOST_BETWEEN_KM:
            span = Span(tokens.starts[one.low - 1], other.span.end)
            lat, lon = (first.lat + second.lat) / 2, (first.lon + second.lon) / 2
            yield PlaceExpression(span, span.cut(tokens.text), round(lat, 3), round(lon, 3), round(apart / 2, 1))
