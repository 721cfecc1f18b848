"""When do two names of voices stand for one? Names cut down to the words that tell voices apart."""

import re
from dataclasses import dataclass
from typing import Literal

from whence.model.statement import VoiceKind

Family = Literal["person", "institution", "document", "unnamed", "unspecified"]

_FAMILIES: dict[VoiceKind, Family] = {
    "person": "person",
    "organisation": "institution",
    "government": "institution",
    "outlet": "institution",
    "document": "document",
    "unnamed": "unnamed",
    "unspecified": "unspecified",
}

# Words that tell no voice from another.
_SMALL = frozenset("the a an of for in at on and to by with from its his her their our this that which who s".split())
_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady captain capt colonel col general gen lieutenant lt major maj
    sergeant sgt inspector chief president prime minister senator governor mayor judge king queen prince princess father
    sister rev reverend bishop archbishop ambassador spokesman spokeswoman spokesperson secretary director chairman
    chairwoman commissioner deputy former acting coach""".split()
)
# Words for what kind of body it is: "intelligence agencies" and "intelligence service" are one without them.
_BODIES = frozenset(
    """agency agencies service services body bodies authority authorities office offices officials official organisation
    organization newspaper paper daily weekly magazine website site outlet blog channel""".split()
)
# An unnamed voice's words that state nothing about it.
_VAGUE = frozenset(
    """source sources official officials person people man woman men women someone somebody insider insiders expert
    experts analyst analysts observer observers witness witnesses resident residents report reports media outlet outlets
    some several many other others unnamed anonymous familiar matter close knowledge situation spoke speaking condition
    anonymity told said who not authorised authorized senior one two""".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())


@dataclass(frozen=True, slots=True)
class PlainName:
    """A name as compared: its family, its telling words in plain form, and which of them were capitalised."""

    family: Family
    words: frozenset[str]
    proper: frozenset[str]
    last: str
    is_specific: bool


def read_name(name: str, kind: VoiceKind) -> PlainName:
    """Return the words of a name that tell it from others.

    >>> sorted(read_name("the Mexican intelligence agencies", "government").words)
    ['intelligence', 'mexic']
    """
    family = _FAMILIES[kind]
    raw = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", name)
    raw = [re.sub(r"['’]s$", "", word) for word in raw]
    skipped = _SMALL | _TITLES if family == "person" else _SMALL | _BODIES
    words = (
        [word for word in raw if word.casefold() not in skipped]
        or [w for w in raw if w.casefold() not in _SMALL]
        or raw
    )
    plain = [_plain(word) for word in words]
    proper = frozenset(form for form, word in zip(plain, words, strict=True) if word[:1].isupper())
    return PlainName(family, frozenset(plain), proper, plain[-1] if plain else "", _is_specific(raw, words))


def do_names_fit(part: PlainName, whole: PlainName) -> bool:
    """Tell whether one name can be a shorter form of another.

    >>> do_names_fit(read_name("Torv", "person"), read_name("Lena Torv", "person"))
    True
    """
    if part.family != whole.family or part.family in ("unnamed", "unspecified"):
        return False
    if not part.words or not part.words < whole.words:
        return False
    if part.family == "person":
        return part.last == whole.last
    return bool(part.proper)


def _plain(word: str) -> str:
    """Return a word for comparing: lower case, singular; a capitalised one cut so that Mexico and Mexican meet."""
    low = word.casefold()
    if word[:1].isupper() and not word.isupper():
        return low[:5]
    return low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")


def _is_specific(raw: list[str], words: list[str]) -> bool:
    """Tell whether a wording states an office with a place or a number: enough to know an unnamed voice again."""
    telling = [word for word in words if word.casefold() not in _VAGUE]
    has_anchor = any(word[:1].isupper() for word in telling[1:] or telling) or any(
        w.casefold() in _NUMBERS for w in raw
    )
    return len(telling) >= 2 and has_anchor
