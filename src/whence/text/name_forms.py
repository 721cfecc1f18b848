"""How is a name written so that its spellings can be compared: across scripts, accents, hyphens, legal forms?

Scripts are romanised with anyascii; what differs between romanisations of one name (doubled letters, vowels, kh and k)
is left out of the keys by which names are looked up, and only there.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from anyascii import anyascii

from whence.text.business_words import LEADING_FORMS
from whence.text.name_words import (
    GENERATIONS,
    GENERIC,
    LEGAL_FORMS,
    LEGAL_PHRASES,
    ORDINALS,
    PARTICLES,
    ROMAN,
    SAME_WORD,
    SMALL,
    TITLES,
)
from whence.text.nations import BY_CAPITAL, BY_DEMONYM

NameFamily = Literal["person", "body", "place", "model"]

_APOSTROPHES = re.compile(r"['’‘`ʼʻ´ʹʺ\"“”«»]")
# Letters beyond Latin, its accents and its extensions.
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|['’]$")
# The Arabic article, which Latin spellings write apart or leave out; its long vowels are written as consonants.
_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")
_ALEF = re.compile("[اأإآى]")
_ARABIC = re.compile(r"[\u0600-\u06ff]+")
_LONG_VOWELS = (re.compile(r"(?<=[^aeiou\W])w(?=[^aeiou\W]|\b)"), re.compile(r"(?<=[^aeiou\W])y(?=[^aeiou\W]|\b)"))
_WORDS = re.compile(r"[a-z]+|\d+")
_MODEL_WORDS = re.compile(r"[a-z]+|\d+|\+")
_LEGAL = re.compile(r"(?<!\w)(?:" + "|".join(LEGAL_PHRASES) + r")(?!\w)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=\d)(?:eme|er)\b")
# Romanisations of one sound, longest first; the second is what a key has for it.
_SOUNDS = (
    ("shch", "s"),
    ("tsch", "j"),
    ("tch", "j"),
    ("sch", "s"),
    ("dzh", "j"),
    ("ough", "o"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "k"),
    ("th", "t"),
    ("dh", "t"),
    ("zh", "j"),
    ("sh", "s"),
    ("ch", "j"),
    ("cz", "j"),
    ("sz", "s"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
    ("qu", "k"),
    ("dj", "j"),
    ("ks", "x"),
    ("hs", "s"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("z", "s"),
    ("b", "v"),
    ("g", "k"),
    ("d", "t"),
)
_SOUND = re.compile("|".join(sound for sound, _ in _SOUNDS))
_SOUND_OF = dict(_SOUNDS)
_VOWELS = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")


# A people's word is its nation's: "the Georgian government" is that of Georgia; so is a capital that stands for one.
_NATION_OF = {word.casefold(): nation.name.casefold() for word, nation in BY_DEMONYM.items() if " " not in word}
_CAPITAL_OF = {word.casefold(): nation.name.casefold() for word, nation in BY_CAPITAL.items()}


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as compared: `words` that tell it from others in the order written, and what was set apart.

    `generic` are words that many bodies bear, `numbers` those of a unit, court or model, `initials` single letters;
    `generation` is junior or senior; `capitals` are the initials of its words in the order written; `particles` are
    small words that come and go in spelling. `is_foreign` tells of a script other than Latin.
    """

    family: NameFamily
    folded: str
    words: tuple[str, ...]
    generic: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    generation: str = ""
    capitals: str = ""
    particles: tuple[str, ...] = ()
    is_foreign: bool = False


def fold(name: str) -> str:
    """Return a name in small Latin letters without accents, apostrophes or hyphens, whatever its script.

    >>> fold("Müller-Łódź, O’Brien"), fold("Володимир")
    ('muller lodz obrien', 'volodimir')
    """
    plain = _ARABIC.sub(_vowelled, _ARTICLE.sub("ال ", unicodedata.normalize("NFKC", _APOSTROPHES.sub("", name))))
    latin = anyascii(plain)
    return " ".join(re.findall(r"[a-z0-9&+]+", _APOSTROPHES.sub("", latin).casefold()))


def _vowelled(word: re.Match[str]) -> str:
    """Return an Arabic word in Latin letters, w and y as the long vowels that they are between consonants."""
    latin = anyascii(_ALEF.sub("a", word.group())).casefold()
    for pattern, vowel in zip(_LONG_VOWELS, "ui", strict=True):
        latin = pattern.sub(vowel, latin)
    return latin


# A case names the same things over and over.
@lru_cache(maxsize=1 << 14)
def read_form(name: str, family: NameFamily) -> NameForm:
    """Return a name cut into the parts that are compared.

    >>> read_form("Dr. Juan A. de la Torre", "person").words
    ('juan', 'torre')
    >>> read_form("The Third Karsk Brigade", "body").numbers
    ('3',)
    """
    plain = fold(_POSSESSIVE.sub("", name.strip()))
    if family == "person":
        form = _read_person(name, plain)
    elif family == "model":
        form = _read_model(plain)
    else:
        form = _read_body(name, plain, family)
    return replace(form, is_foreign=True) if _FOREIGN.search(name) else form


@lru_cache(maxsize=1 << 16)
def sound_of(word: str) -> str:
    """Return what is left of a word when romanisations of its sounds are made one and its vowels are left out.

    >>> sound_of("muhammad") == sound_of("mohamed"), sound_of("husayn") == sound_of("hussein")
    (True, True)
    """
    head = word[:1] if word[:1] in "aeiou" else ""
    sounds = _SOUND.sub(lambda match: _SOUND_OF[match.group()], word)
    rest = _DOUBLED.sub(r"\1", _VOWELS.sub("", sounds))
    return ("a" if head and len(rest) < 3 else "") + rest or word[:2]


@lru_cache(maxsize=1 << 14)
def lookup_keys(form: NameForm) -> frozenset[str]:
    """Return the keys by which a name is looked up: two names that may be one share at least one of them.

    Persons are found by any two of their words or, short of two, by their one word; bodies by each telling word and by
    their initials. Order does not matter.

    >>> bool(lookup_keys(read_form("Usama bin Ladin", "person")) & lookup_keys(read_form("Osama Bin Laden", "person")))
    True
    """
    sounds = sorted({sound_of(word) for word in form.words if len(word) > 1})
    joined = form.folded.replace(" ", "") if form.family == "person" and not form.initials else "".join(form.words)
    keys = {f"w:{sound}" for sound in sounds}
    if joined:
        keys.add(f"j:{sound_of(joined)}")
    if form.family == "body":
        if len(sounds) < 2 or not form.words:
            keys.add("g:" + " ".join(sorted(set(form.generic))))
        if len(form.capitals) > 1:
            keys.add(f"a:{form.capitals}")
        if len(joined) <= 8 and len(form.words) == 1:
            keys.add(f"a:{joined}")
    if form.numbers:
        number = " ".join(form.numbers)
        keys.update(f"n:{number} {word}" for word in form.generic or form.words or form.initials)
    return frozenset(keys)


def _read_person(name: str, plain: str) -> NameForm:
    words, initials, particles, generation = [], [], [], ""
    for word in re.findall(r"[a-z]+", plain):
        if word in GENERATIONS:
            generation = GENERATIONS[word]
        elif word in TITLES and word not in ("major", "king", "prince", "lord", "don", "count", "baron"):
            continue
        elif len(word) == 1:
            initials.append(word)
        elif word in PARTICLES:
            particles.append(word)
        else:
            words.append(word)
    words, initials = _split_initials(name, words, initials)
    if not words:
        words = particles or initials
    generation = generation or (_numeral(words) if len(words) > 1 else "")
    return NameForm(
        "person",
        plain,
        tuple(words),
        initials=tuple(initials),
        generation=generation,
        capitals="".join(word[0] for word in re.findall(r"[a-z]+", plain)),
        particles=tuple(particles),
    )


def _split_initials(name: str, words: list[str], initials: list[str]) -> tuple[list[str], list[str]]:
    """Take "JM" in "JM Torv" as two initials: capitals of two or three letters without a vowel sound of their own."""
    raw = set(re.findall(r"\b[A-Z]{2,3}\b(?!\.?[A-Z])", name))
    if len(words) < 2 or not raw or name.isupper():
        return words, initials
    kept = []
    for word in words:
        if word.upper() in raw and len(word) <= 3 and word not in ROMAN:
            initials.extend(word)
        else:
            kept.append(word)
    return kept, initials


def _numeral(words: list[str]) -> str:
    """Take a last "II" or "III" from the words and return it as the number of the generation."""
    return ROMAN[words.pop()] if words[-1] in ROMAN and len(words[-1]) > 1 else ""


def _read_model(plain: str) -> NameForm:
    parts = _MODEL_WORDS.findall(plain.replace("plus", "+").replace("mark", "mk"))
    return NameForm(
        "model",
        plain,
        tuple(part for part in parts if len(part) > 2 and part.isalpha()),
        numbers=tuple(part for part in parts if not part.isalpha()),
        initials=tuple(part for part in parts if len(part) <= 2 and part.isalpha()),
    )


def _read_body(name: str, plain: str, family: NameFamily) -> NameForm:
    without = _LEGAL.sub(" ", plain) if family == "body" else plain
    words, generic, numbers, small = [], [], [], []
    parts = _ORDINAL.sub("", without).split()
    if family == "body" and " ".join(parts) in _CAPITAL_OF:
        parts = _CAPITAL_OF[" ".join(parts)].split()
    for place, raw in enumerate(parts):
        word = _NATION_OF.get(raw) or SAME_WORD.get(raw) or SAME_WORD.get(raw.removesuffix("s"), raw)
        if word in SMALL:
            small.append(word)
        elif word.isdigit() or word in ORDINALS:
            numbers.append(ORDINALS.get(word, word.lstrip("0") or "0"))
        elif word in ROMAN and (len(word) > 1 or place == 0 or word == "v") and re.search(rf"\b{word.upper()}\b", name):
            numbers.append(ROMAN[word])
        elif word in LEGAL_FORMS and (place > 0 or word in LEADING_FORMS) and family == "body" and word not in GENERIC:
            continue
        elif word in GENERIC:
            generic.append(word)
        else:
            words.append(word)
    return NameForm(
        family,
        plain,
        tuple(words),
        tuple(generic),
        tuple(numbers),
        capitals=_capitals(parts),
        particles=tuple(small),
    )


def _capitals(parts: Sequence[str]) -> str:
    return "".join(part[0] for part in parts if part not in SMALL and part not in LEGAL_FORMS)
