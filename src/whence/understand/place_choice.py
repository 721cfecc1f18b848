"""Which of the places that bear a name is meant, given all the other names of the text?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from whence.model.place import EARTH_RADIUS_KM, KnownPlace, Level

Floats = NDArray[np.float32]
# Set by hand on the half of LGL whose ids are even; scores differ little around these values.
# How much a tenfold population speaks for a place.
_WEIGHT_OF_SIZE = 0.5
# What its level adds: a country is what its name mostly means, a district mostly not.
_BY_LEVEL: dict[Level, float] = {"country": 1.6, "region": 0.35, "district": -1.0, "city": 0.0, "area": 4.2}
_CAPITAL = 1.0
# Of this size a city is its region's main one under another spelling too: "Mykolaiv" is GeoNames' "Mykolayiv".
_MAIN_CITY = 100_000
# What a region loses that is called as its main city is.
_CITY_FIRST = 1.2
_BY_MATCH = {"name": 0.0, "short": -0.5, "alias": -1.1}
# How much two places of a text support each other: near by, in one region, in one country.
_HALF_WAY_KM = 60.0
_NEAR, _SAME_REGION, _SAME_COUNTRY = 1.0, 0.5, 0.08
# What naming a region or a country says for the places in it.
_IN_NAMED_REGION, _IN_NAMED_COUNTRY = 1.2, 0.5
_WEIGHT_OF_SUPPORT = 2.5
_ROUNDS = 3
MOST_CANDIDATES = 40
# A namesake with a fifth as many people is not outweighed by size alone; one with less is what hardly anybody means.
_OPEN_SHARE = 0.2
# By how much more the text has to support the place chosen than a namesake before it tells which is meant.
_TOLD = 0.1


@dataclass(slots=True)
class Sense:
    """One name in one sense: who bears it, what speaks for which, and what was chosen, with how surely."""

    candidates: tuple[KnownPlace, ...]
    level: Level | None = None
    containers: tuple[KnownPlace, ...] = ()
    weight: float = 1.0
    chosen: KnownPlace | None = None
    certainty: float = 0.0
    support: float = 0.0
    shares: list[float] = field(default_factory=list)
    supports: list[float] = field(default_factory=list)


def choose(senses: Sequence[Sense]) -> None:
    """Choose a place for every sense: by size and level, by what qualifies it, and by the other places of the text.

    Each place is supported by the others as far as they are likely themselves, in a few rounds: one sense a text, and
    the senses near each other.
    """
    for sense in senses:
        sense.candidates = _fitting(sense)
    live = [sense for sense in senses if sense.candidates]
    if not live:
        return
    places = [place for sense in live for place in sense.candidates]
    counts = [len(sense.candidates) for sense in live]
    owners = np.repeat(np.arange(len(live)), counts)
    starts = np.cumsum([0, *counts[:-1]])
    weights = np.array([sense.weight for sense in live], np.float32)[owners]
    prior = np.array([score for sense in live for score in _priors(sense)], np.float32)
    support_of = _support(places, owners)
    score = prior
    support = np.zeros_like(prior)
    for _ in range(_ROUNDS):
        share = _softmax(score, starts, owners)
        support = support_of @ (share * weights)
        score = (prior + _WEIGHT_OF_SUPPORT * np.log1p(support)).astype(np.float32)
    share = _softmax(score, starts, owners)
    for sense, start, count in zip(live, starts.tolist(), counts, strict=True):
        best = start + int(np.argmax(score[start : start + count]))
        sense.chosen, sense.certainty = places[best], float(share[best])
        sense.support = float(support[best])
        sense.shares = share[start : start + count].tolist()
        sense.supports = support[start : start + count].tolist()


def doubt_km(sense: Sense) -> float:
    """Return how far away the place may be instead: the farthest bearer of the name that is not unlikely."""
    if sense.chosen is None:
        return 0.0
    pairs = zip(sense.candidates, sense.shares, strict=True)
    return max((distance_km(sense.chosen, place) for place, share in pairs if share >= 0.15), default=0.0)


def open_namesakes(sense: Sense) -> list[KnownPlace]:
    """Return the other places that may as well be meant: nothing in the text speaks against them, nor does their size.

    None where the name is that of a capital, which it mostly means. What lies within the place chosen, or around it, is
    no other place.
    """
    chosen = sense.chosen
    if chosen is None or sense.containers or chosen.level == "area" or (chosen.is_capital and chosen.level == "city"):
        return []
    return [
        place
        for place, support in zip(sense.candidates, sense.supports, strict=True)
        if place.matched != "alias"
        and place.population >= _OPEN_SHARE * chosen.population
        and sense.support - support < _TOLD
        and _are_apart(chosen, place)
    ]


def namesakes(sense: Sense) -> int:
    """Return how many places apart from each other bear the name, of those that the words beside it allow."""
    found: list[KnownPlace] = []
    for place in sense.candidates:
        if place.matched != "alias" and all(_are_apart(place, other) for other in found):
            found.append(place)
    return len(found)


def _are_apart(one: KnownPlace, other: KnownPlace) -> bool:
    """Tell whether two places are two, and not a city and the district around it."""
    return one.id != other.id and distance_km(one, other) > one.radius_km + other.radius_km


def distance_km(one: KnownPlace, other: KnownPlace) -> float:
    """Return how far two places lie apart, on the great circle."""
    vectors = _vectors((one, other))
    return float(EARTH_RADIUS_KM * np.arccos(np.clip(vectors[0] @ vectors[1], -1, 1)))


def _fitting(sense: Sense) -> tuple[KnownPlace, ...]:
    """Return the bearers that the words beside the name allow; all of them where those allow none."""
    found = sense.candidates
    if sense.containers:
        inside = tuple(place for place in found if any(place.lies_in(holder) for holder in sense.containers))
        if not inside:
            return ()
        found = inside
    if sense.level == "district" and not _is_large(found):
        found = tuple(p for p in found if p.level == "district") or found
    elif sense.level == "region":
        found = (
            tuple(p for p in found if p.level == "region") or tuple(p for p in found if p.level == "district") or found
        )
    elif sense.level == "city" and not any(p.level == "country" for p in found):  # "U.S. city" is no city called so
        found = tuple(p for p in found if p.level == "city") or found
    return found[:MOST_CANDIDATES]


def _is_large(found: Sequence[KnownPlace]) -> bool:
    """Tell whether a name is a country's, or a region's far above any district's: "Florida District"."""
    largest = max((p.population for p in found if p.level == "district"), default=0)
    return any(p.level == "country" or (p.level == "region" and p.population > 20 * largest) for p in found)


def _is_its_city(region: KnownPlace, places: Sequence[KnownPlace]) -> bool:
    """Tell whether a region bears the name of its main city, which is what the name alone mostly means."""
    return region.level in ("region", "district") and any(
        place.level == "city"
        and (place.matched == "name" or place.population >= _MAIN_CITY)
        and place.region == region.region
        and place.population * 12 >= region.population
        for place in places
    )


def _priors(sense: Sense) -> list[float]:
    """Return how much speaks for each bearer before any other place of the text is looked at."""
    return [
        _WEIGHT_OF_SIZE * float(np.log10(place.population + 100))
        + (_BY_LEVEL[place.level] if sense.level is None else 0.0)
        + _CAPITAL * place.is_capital
        - (_CITY_FIRST if sense.level is None and _is_its_city(place, sense.candidates) else 0.0)
        + (_BY_MATCH[place.matched] if sense.level is None or place.matched == "alias" else 0.0)
        for place in sense.candidates
    ]


def _support(places: Sequence[KnownPlace], owners: NDArray[np.int64]) -> Floats:
    """Return how much each place supports each other; a name does not support itself."""
    vectors = _vectors(places)
    apart = np.clip(2 - 2 * (vectors @ vectors.T), 0, None) * np.float32((EARTH_RADIUS_KM / _HALF_WAY_KM) ** 2)
    countries = _numbers([place.country for place in places])
    regions = _numbers([place.region for place in places])
    is_country = np.array([place.level == "country" for place in places])
    is_region = np.array([place.level == "region" for place in places])
    is_small = ~(is_country | is_region | np.array([place.level == "area" for place in places]))
    same_country = _equal(countries)
    same_region = _equal(regions)
    out: Floats = (_NEAR / (1 + apart)) * (is_small[:, None] & is_small[None, :])
    out += _SAME_REGION * same_region + _SAME_COUNTRY * same_country
    out += same_region * (is_region[:, None] ^ is_region[None, :]) * (_IN_NAMED_REGION - _SAME_REGION)
    out += same_country * (is_country[:, None] ^ is_country[None, :]) * (_IN_NAMED_COUNTRY - _SAME_COUNTRY)
    out[owners[:, None] == owners[None, :]] = 0
    return out.astype(np.float32)


def _vectors(places: Sequence[KnownPlace]) -> Floats:
    lat = np.radians(np.array([place.lat for place in places]))
    lon = np.radians(np.array([place.lon for place in places]))
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1).astype(np.float32)


def _numbers(codes: Sequence[str]) -> NDArray[np.int64]:
    """Return a number for each code; -1 for none."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(code, len(known)) if code else -1 for code in codes])


def _equal(numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
    equal: NDArray[np.bool_] = (numbers[:, None] == numbers[None, :]) & (numbers >= 0)[:, None]
    return equal


def _softmax(score: Floats, starts: NDArray[np.int64], owners: NDArray[np.int64]) -> Floats:
    """Return the share of each place among the bearers of its name."""
    raised = np.exp(score - np.maximum.reduceat(score, starts)[owners])
    return (raised / np.add.reduceat(raised, starts)[owners]).astype(np.float32)
