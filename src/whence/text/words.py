"""Which words does a text consist of, and where do they stand? Tokens with offsets, plain forms, trigram hashes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Offsets = NDArray[np.int64]
Hashes = NDArray[np.uint64]

# A word: letters with inner apostrophes; hyphens part words; numbers keep their separators ("1,200", "4.5").
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")

# Words that carry grammar, not content; possessives and contractions are cut before the look-up.
STOP_WORDS = frozenset(
    """a about above after again against all also although am an and any are as at be because been before being below
    between both but by can could did do does doing down during each either few for from further had has have having he
    her here hers him himself his how i if in into is it its itself just many may me might more most much must my nor
    not now of off on once one only or other our out over own per same say said says saying she should since so some
    such than that the their them themselves then there these they this those through to told too under until up upon us
    very was we were what when where which while who whom whose why will with would yet you your""".split()
)

# Endings cut off for comparing, longest first, with how many letters must stay; a light stemmer, not Porter's.
_ENDINGS = (
    ("ational", "ate", 4),
    ("ization", "ize", 3),
    ("ations", "", 4),
    ("ation", "", 4),
    ("ments", "", 4),
    ("ment", "", 4),
    ("iness", "y", 3),
    ("ings", "", 4),
    ("ing", "", 4),
    ("ied", "y", 3),
    ("ies", "y", 3),
    ("ers", "", 4),
    ("ed", "", 3),
    ("er", "", 4),
    ("ly", "", 4),
    ("es", "", 4),
    ("s", "", 3),
    ("e", "", 4),
)

# Seed of the rolling hash; a multiplier that is odd and large, so that order counts. Any such numbers do.
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: where each starts and ends, and its form for comparing."""

    starts: Offsets
    ends: Offsets
    forms: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.forms)


def find_words(text: str) -> Words:
    """Return the words of a text, lower-cased, with their offsets in code points.

    >>> find_words("The U-boat's 1,200 men").forms
    ('the', 'u', 'boat', '1,200', 'men')
    """
    matches = list(_WORD.finditer(text))
    starts = np.fromiter((match.start() for match in matches), np.int64, len(matches))
    ends = np.fromiter((match.end() for match in matches), np.int64, len(matches))
    return Words(starts, ends, tuple(_plain(match.group()) for match in matches))


def word_forms(text: str) -> list[str]:
    """Return the words of a text as `find_words` does, without their places.

    >>> word_forms("The inspector’s dams")
    ['the', 'inspector', 'dams']
    """
    return list(map(_plain, _WORD.findall(text)))


def content_words(text: str) -> list[str]:
    """Return the stems of the words that carry content, in reading order.

    >>> content_words("The inspectors were examining the dams")
    ['inspector', 'examin', 'dam']
    """
    return [stem(form) for form in word_forms(text) if form not in STOP_WORDS]


# A language has few words, and they come again and again.
@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its commonest endings, so that "examined" and "examining" meet.

    >>> [stem(word) for word in ("studies", "study", "leaked", "leaking", "gas")]
    ['study', 'study', 'leak', 'leak', 'gas']
    """
    if len(word) < 4 or not word.isalpha():
        return word
    for ending, replacement, at_least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= at_least and not word.endswith("ss"):
            return word[: len(word) - len(ending)] + replacement
    return word


def hash_words(forms: tuple[str, ...]) -> Hashes:
    """Return one number a word, the same in every process."""
    known: dict[str, int] = {}
    for form in forms:
        if form not in known:
            known[form] = crc32(form.encode("utf-8", "surrogatepass"))
    return np.fromiter((known[form] for form in forms), np.uint64, len(forms))


def hash_trigrams(word_hashes: Hashes) -> Hashes:
    """Return one number for each three neighbouring words; a list of n words has n - 2 of them.

    >>> len(hash_trigrams(hash_words(("one", "two", "three", "four"))))
    2
    """
    if len(word_hashes) < 3:
        return np.zeros(0, np.uint64)
    first, second, third = word_hashes[:-2], word_hashes[1:-1], word_hashes[2:]
    return ((first * _MULTIPLIER + second) * _MULTIPLIER + third) * _MULTIPLIER


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    """Return a word in lower case without its possessive."""
    low = word.casefold().replace("’", "'")
    return low.removesuffix("'s")
