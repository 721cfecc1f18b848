"""When can two names of voices stand for one? Names cut down to the words that tell voices apart."""

import re
from dataclasses import dataclass
from typing import Literal

from whence.model.statement import VoiceKind
from whence.text.nations import BY_DEMONYM, BY_NAME
from whence.text.words import stem

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
# Words for what sort of body it is, which may be left out: "intelligence agencies", "intelligence service".
_BODIES = frozenset(
    """agency service body organisation organization newspaper paper daily weekly magazine website site outlet blog
    channel group company firm account""".split()
)
# Words that many bodies share: a name of these alone says which body only inside one affair.
_COMMON = frozenset(
    """government ministry minister department office authority bureau army navy force staff police court council
    committee commission union party press news post times courier herald guard coast national state federal regional
    local city defence defense intelligence foreign interior security health finance justice education transport
    agriculture public work central bank parliament senate congress cabinet presidency prosecutor attorney general
    supreme constitutional high border customs tax fire brigade hospital university museum club board chamber audit
    embassy military air republic kingdom people institute centre center association federation foundation mission
    joint international world human right report draft statement letter memo document record page communication study
    official authorities newsroom bulletin report reports website""".split()
)
# An unnamed voice's words that state nothing about it.
_VAGUE = frozenset(
    """source sources official officials person people man woman men women someone somebody insider insiders expert
    experts analyst analysts observer observers witness witnesses resident residents report reports media outlet outlets
    some several many other others unnamed anonymous familiar matter close knowledge situation spoke speaking condition
    anonymity told said who not authorised authorized senior one two""".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Where the head of a name ends: "Ministry | of Health", "the draft | by the State Audit Chamber", "Torv | , the mayor".
_AFTER_HEAD = re.compile(r"\b(?:of|for|by|in|at|on|from|within|who|that|which)\b|[,(;]")
_SEVERAL = re.compile(r"\b(?:and|or)\b|[;/]")
# Endings by which a state and its people differ, longest first: Veldia and Veldian, Sestria and Sestrian.
_PEOPLE = ("ians", "ian", "eans", "ean", "ans", "ese", "ish", "ia", "an", "i", "a", "o", "e")


@dataclass(frozen=True, slots=True)
class PlainName:
    """A name as compared: its telling words in plain form, its head, the initials of its capitalised words.

    `is_distinctive` says whether the name alone tells which voice it is, anywhere; `is_specific` whether an unnamed
    voice is described by an office with a place or a number; `is_several` whether it names more than one voice.
    """

    family: Family
    words: frozenset[str]
    head: str
    opening: str
    initials: str
    is_distinctive: bool
    is_specific: bool
    is_several: bool


def read_name(name: str, kind: VoiceKind) -> PlainName:
    """Return the words of a name that tell it from others.

    >>> read_name("the Mexican intelligence agencies", "government").words == read_name(
    ...     "Mexico's intelligence service", "government").words
    True
    """
    family = _FAMILIES[kind]
    raw = [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(name)]
    raw = [re.sub(r"['’]s$", "", word) for word in raw]
    skipped = _SMALL | _TITLES if family == "person" else _SMALL | _BODIES
    words = [word for word in raw if not {word.casefold(), _singular(word)} & skipped] or raw
    plain = [_plain(word, family) for word in words]
    head = [word for word in _WORD.findall(_AFTER_HEAD.split(name)[0]) if _singular(word) not in _SMALL] or words
    own = [word for word in words if not word[:1].islower() and _singular(word) not in _COMMON]
    return PlainName(
        family=family,
        words=frozenset(plain),
        head=_plain(words[-1] if family == "person" and words else head[-1], family) if head else "",
        opening=plain[0] if plain else "",
        initials="".join(word[0] for word in raw if word[:1].isupper()),
        is_distinctive=len(own) >= (2 if family == "person" else 1),
        is_specific=_is_specific(raw, words),
        is_several=bool(_SEVERAL.search(name)) and len(own) >= 2,
    )


def do_names_fit(part: PlainName, whole: PlainName) -> bool:
    """Tell whether one name can be a shorter form of another: some words with its head, its opening, or its initials.

    >>> do_names_fit(read_name("Mr Torv", "person"), read_name("Lena Torv", "person"))
    True
    >>> do_names_fit(read_name("the Courier", "outlet"), read_name("Lissgrad Courier", "outlet"))
    True
    """
    if part.family != whole.family or part.family in ("unnamed", "unspecified") or whole.is_several or not part.words:
        return False
    if part.family == "institution" and len(part.words) == 1 and len(whole.initials) >= 2:
        (word,) = part.words
        if word == whole.initials.casefold() and len(whole.words) > 1:
            return True
    if not part.words < whole.words:
        return False
    if part.head == whole.head:
        return True
    return part.family == "institution" and part.is_distinctive and part.opening == whole.opening


def _plain(word: str, family: Family) -> str:
    """Return a word for comparing: lower case, singular; a state and its people alike."""
    low = word.casefold()
    if family == "person" or not word[:1].isupper():
        return low if family == "person" else _singular(word)
    nation = BY_DEMONYM.get(word) or BY_NAME.get(word)
    if nation is not None:
        return nation.name.casefold()
    if _singular(word) in _COMMON or word.isupper():
        return _singular(word)
    ending = next((ending for ending in _PEOPLE if low.endswith(ending) and len(low) - len(ending) >= 4), "")
    return low[: len(low) - len(ending)]


def _singular(word: str) -> str:
    low = word.casefold()
    if low in ("ministries", "ministerial"):
        return "ministry"
    return low if low.endswith(("ss", "us", "news")) else stem(low) if low.endswith("ies") else low.removesuffix("s")


def _is_specific(raw: list[str], words: list[str]) -> bool:
    """Tell whether a wording states an office with a place or a number: enough to know an unnamed voice again."""
    telling = [word for word in words if word.casefold() not in _VAGUE]
    has_place = any(word[:1].isupper() for word in telling if _singular(word) not in _COMMON)
    has_number = any(word.casefold() in _NUMBERS or word.isdigit() for word in raw)
    return len(telling) >= 2 and (has_place or has_number)
