"""Under which key is a place's name looked up, however it is spelled?"""

import re

from anyascii import anyascii

_MARKS = re.compile(r"[-–—/,_]+")
_DROPPED = re.compile(r"[^\w\s]+")
_SHORTENED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_FIRST = re.compile(r"(saint|sainte|mount|fort)(?= .)")


def place_key(name: str) -> str:
    """Return what spellings of one name share: no accents, case, points or hyphens, and "St." for "Saint".

    >>> place_key("Saint-Étienne") == place_key("St. Etienne"), place_key("the U.S."), place_key("Deir ez-Zor")
    (True, 'us', 'deir ez zor')
    """
    plain = (name if name.isascii() else anyascii(name)).lower()
    plain = " ".join(_DROPPED.sub("", _MARKS.sub(" ", plain)).split()).removeprefix("the ")
    return _FIRST.sub(lambda match: _SHORTENED[match.group()], plain)
