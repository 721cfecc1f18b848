"""Which building does a written address mean, and which unit in it?"""

import re
from dataclasses import dataclass

from whence.text.name_forms import fold

# Ways to write one word of an address; the first stands for all. "St" is a street or a saint: both are written alike
# here, so that neither is guessed at.
_SAME = (
    "st street str saint sankt strasse straat",
    "ave avenue av avenida aven",
    "rd road",
    "blvd boulevard bd bld bulevar bulvar",
    "ln lane",
    "dr drive",
    "sq square",
    "pl place plaza platz plac ploshchad",
    "ct court",
    "cres crescent",
    "ter terrace",
    "hwy highway",
    "pkwy parkway",
    "bldg building",
    "hse house",
    "twr tower",
    "cl close",
    "gdns gardens",
    "pk park",
    "est estate",
    "ind industrial",
    "ctr center centre",
    "mt mount",
    "c calle",
    "ul ulica ulitsa ulitza vulytsia vul",
    "pr prospekt prospect prospekta",
    "w west",
    "e east",
    "n north",
    "s south",
)
_ONE_WORD = {word: line.split()[0] for line in _SAME for word in line.split()}
_UNIT_WORDS = r"suite|ste|unit|apartment|apt|flat|office|off|room|rm|floor|fl|level|lvl|box|pmb|oficina|of|kv|piso"
_UNIT = re.compile(rf"\b(?:(?:{_UNIT_WORDS})\s+(?:no\s+)?(\d+[a-z]?|[a-z]\d*)\b|(\d+(?:st|nd|rd|th))\s+(?:floor|fl)\b)")
_GROUND = re.compile(r"\bground (?:floor|fl)\b")
_HASH = re.compile(r"#\s*(?=\w)")
_POST_BOX = re.compile(r"\bp\s*o\s*box\s+(\w+)")
_LONG_STREET = re.compile(r"(?<=[a-z]{3})(?:strasse|str)\b")
_SMALL = frozenset(("the", "of", "and", "no", "number"))


# A unit as it is written, with what stands between it and the next part.
_WRITTEN_UNIT = re.compile(
    rf"(?:\b(?:{_UNIT_WORDS})\b\.?\s*(?:no\.?\s*)?(?:\d+[a-z]?|[a-z]\d*)\b"
    rf"|\b\d+(?:st|nd|rd|th)\s+floor\b|\bground\s+floor\b|#\s*\w+)[,;]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """A building's key, equal for ways to write one address, and the unit as folded ("suite 4"), "" where none is."""

    building: str
    unit: str


def read_address(address: str) -> PlaceKey | None:
    """Return the building and unit of an address; None where it names no building: without a number it is a town.

    Capitals, marks, abbreviations and the order of the parts make no difference; the unit is taken out of the key.
    *Known gap:* one that leaves out its town or postal code is another building.

    >>> one, other = read_address("Suite 4, 12 Quay Street, Dray"), read_address("12 Quay St. #7, DRAY")
    >>> one.building == other.building, one.unit, other.unit
    (True, 'suite 4', 'unit 7')
    """
    plain = fold(_HASH.sub(" unit ", address))
    # A box at a post office is where mail goes: it is a place of its own, not a unit.
    plain = _POST_BOX.sub(r"pobox\1", plain)
    units = []

    def take(match: re.Match[str]) -> str:
        units.append(match.group())
        return " "

    plain = _GROUND.sub(take, _UNIT.sub(take, plain))
    words = [_ONE_WORD.get(word, word) for word in _LONG_STREET.sub(" st", plain).split() if word not in _SMALL]
    if len(words) < 2 or not any(character.isdigit() for word in words for character in word):
        return None
    return PlaceKey(" ".join(sorted(words)), ", ".join(units))


def without_unit(address: str) -> str:
    """Return an address as it is written, without the unit.

    >>> without_unit("12 Quay Street, Suite 4, Dray")
    '12 Quay Street, Dray'
    """
    return _WRITTEN_UNIT.sub("", address).strip(" ,;") or address
