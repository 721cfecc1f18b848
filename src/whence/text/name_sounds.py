"""How is a word of a name written when it is romanised another way, and how alike are two words then?

Two steps: `plain_sound` makes the ways of one sound one and keeps the vowels apart in three classes, `rough_sound` also
makes one what Pinyin and Wade-Giles, or Russian and Ukrainian, write with different letters.
"""

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_alike = Levenshtein.normalized_similarity
# Letters of one sound, longest first. Folded spelling (`name_forms.fold`).
_SOUNDS = {
    "schtsch": "sc",
    "chtch": "sc",
    "shch": "sc",
    "tsch": "c",
    "tch": "c",
    "sch": "s",
    "dzh": "j",
    "dsch": "j",
    "dj": "j",
    "dsh": "j",
    "zh": "j",
    "sh": "s",
    "ch": "c",
    "cz": "c",
    "sz": "s",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "rh": "r",
    "bh": "b",
    "ts": "s",
    "tz": "s",
    "ck": "k",
    "cq": "k",
    "que": "ke",
    "qui": "ki",
    "gue": "ge",
    "gui": "gi",
    "q": "k",
    "x": "ks",
    "w": "v",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "aa": "a",
    "ae": "e",
    "oe": "o",
    "ue": "u",
    "y": "i",
    "z": "s",
    "ce": "se",
    "ci": "si",
    "c": "k",
}
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=lambda sound: -len(sound))))
_ENDS = re.compile(r"(?:iyy|iy|ij|yi|ii|yj|ii|y)$")
_RUN = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[eiy]+|[uo]+|a+")
_SILENT = re.compile(r"(?<=[aeiou])h(?![aeiou])")
_LAST_E = re.compile(r"(?<=\w{3}[bdfgklmnprstvz])e$")
_ROUGH = str.maketrans({"g": "k", "c": "s", "j": "s", "d": "t", "b": "p", "h": "k", "v": "f", "q": "k"})
# What Arabic and Hebrew write for long vowels and consonants alike; what agreeing consonants without vowels are worth.
_HALF_VOWELS = re.compile(r"[aeioufvwy]")
_UNWRITTEN = 0.93
_NONE: frozenset[int] = frozenset()
_VOWEL = re.compile(r"[aiu]")
# French "ou" and "w" before a vowel, "x" of Pinyin, and the Somali letter for a sound that others leave out.
_BEFORE_VOWEL = re.compile(r"ou(?=[aei])")
_SOFT_D = re.compile(r"di(?=[aou])")
_KOREAN_VOWELS = re.compile(r"(y?)e([ou])(?=[ngkmlrst])")
_FIRST_W = re.compile(r"^wu(?=\w)")
_FIRST = re.compile(r"^(?:ye|ie|je)")
_FIRST_X = re.compile(r"^x")
_SOMALI = re.compile(r"^c(?=[au]bd|al|um|us|is)")
# Surnames of Korea and China in the ways in which they are romanised (Revised, older, North Korean; Pinyin, Wade-Giles,
# Cantonese); each line is one name.
_SURNAMES = """muhammad mohammed mohamed mahomed mohamad muhamad mahamat
aleksandr alexander oleksandr alexandre alexandr
alexei aleksei alexey oleksii oleksiy alexis
andrei andrey andriy andrii andrew andre
evgeny evgeni yevgeny yevhen yevgeniy eugene evgueni
sergei sergey serhii serhiy serge siergiej
mikhail mykhailo mihail michael mikhael
nikolai nikolay mykola nikolaj nicholas
vladimir volodymyr wladimir volodimir
dmitri dmitry dmytro dimitri dmitriy
pavel pavlo paul
pyotr petr petro peter
elena yelena olena helena
igor ihor
grigory grigori hryhoriy hryhorii gregory
ekaterina yekaterina kateryna catherine
yuri yury yurii yuriy iouri jurij
georgy georgi heorhii george
daniil danylo danila daniel
anatoly anatoli anatolii anatole
lev leo
yosef yossef joseph iosif
david dawid davit dawud daoud
ibrahim ebrahim abraham avraham
ishaq isaac yitzhak itzhak
yaakov yakov jacob
yusuf yousef youssef yousuf joseph
sulayman suleiman solomon sulaiman
park pak bak
chung jung jeong chong jong
choi choe
lee yi ri rhee li
kang gang
yoo yu ryu
lim rim im
ryang yang
noh no roh
shin sin
zhang chang cheung
wang wong
chen chan tan
liu lau
huang wong
zhao chao chiu
zhou chow chou
xu hsu hui
guo kuo kwok
zheng cheng cheang
xie hsieh tse
cai tsai choi choy
zeng tseng tsang
he ho
lin lam lim
wu ng
ye yip yeh
feng fung
luo lo law
liang leung
song sung
yuan yuen
zhu chu
jiang chiang
xiao hsiao siu
deng teng tang
cao tsao
pan poon pun
ouyang auyeung"""
_LINES_OF: dict[str, set[int]] = {}
for _line, _names in enumerate(_SURNAMES.splitlines()):
    for _name in _names.split():
        _LINES_OF.setdefault(_name, set()).add(_line)
# A word glued to what goes before a name in Arabic, or in Somali writing.
_GLUED = re.compile(
    r"^(?:abou|abu|abo|ibn|bin|ben|al|el|ul|ad|ed|as|es|ash|esh|ar|er|az|ez|an|en|at|et)(?=[^aeiouw]\w{3})"
)


def plain_sound(word: str) -> str:
    """Return a folded word with its sounds written in one way; vowels count as e or i, o or u, and a.

    >>> plain_sound("shchukov") == plain_sound("schtschukow"), plain_sound("yusuf") == plain_sound("yousef")
    (True, False)
    """
    started = _BEFORE_VOWEL.sub("w", _KOREAN_VOWELS.sub(r"\1\2", _SOFT_D.sub("dj", _FIRST_W.sub("u", word))))
    started = _SOMALI.sub("", _FIRST_X.sub("s", _FIRST.sub("e", _ENDS.sub("i", _LAST_E.sub("", started)))))
    sounds = _SOUND.sub(lambda found: _SOUNDS[found.group()], started)
    vowels = _VOWELS.sub(lambda found: {"u": "u", "o": "u", "a": "a"}.get(found.group()[0], "i"), sounds)
    return _SILENT.sub("", _RUN.sub(r"\1", vowels)) or word


def _other_sound(word: str) -> str:
    """Return how a word sounds where "j" is that of German and Slavic names, "c" of Serbian, "x" of Somali ones."""
    other = word.replace("c", "ch") if word.endswith("ic") and "ch" not in word else word
    if "j" in other.replace("dj", ""):
        other = other.replace("j", "y")
    elif "x" in other:
        other = other.replace("x", "h")
    return plain_sound(other) if other != word else ""


def rough_sound(plain: str) -> str:
    """Return a plain sound with voiced and unvoiced letters as one, and all hissing ones as one.

    >>> rough_sound(plain_sound("zhen")) == rough_sound(plain_sound("chen"))
    True
    """
    return _RUN.sub(r"\1", plain.translate(_ROUGH))


def bare_sound(rough: str) -> str:
    """Return the consonants of a rough sound between its first and last vowel.

    >>> bare_sound("iusuf"), bare_sound("tanlati")
    ('isf', 'atnlti')
    """
    vowel = _VOWEL.search(rough)
    last = rough[-1] if _VOWEL.match(rough[-1:]) else ""
    return (vowel.group() if vowel else "") + _VOWEL.sub("", rough) + last


def skeleton_of(word: str) -> str:
    """Return what is left of a word where short vowels are not written, and long ones are written as consonants.

    >>> skeleton_of("mhmud") == skeleton_of("mahmoud"), skeleton_of("rda") == skeleton_of("reza")
    (True, True)
    """
    sounds = _SOUND.sub(lambda found: _SOUNDS[found.group()], word.replace("dj", "s").replace("j", "s"))
    return _RUN.sub(r"\1", _HALF_VOWELS.sub("", sounds.translate(_ROUGH)).replace("t", "s"))


def without_glued(word: str) -> str:
    """Return a word without an article glued to it, or as it is.

    >>> without_glued("eldabbas"), without_glued("elena")
    ('dabbas', 'elena')
    """
    return _GLUED.sub("", word)


def sounds_alike(one: "Sounds", other: "Sounds") -> float:
    """Return how alike two words are, 0 to 1: the surest of several comparisons, each with a ceiling of its own.

    What only sounds alike counts less than what is written alike, since short names differ by one sound.

    >>> sounds_alike(Sounds.of("kuo"), Sounds.of("guo")), sounds_alike(Sounds.of("ali"), Sounds.of("omar")) < 0.5
    (0.93, True)
    """
    if one.word == other.word:
        return 1.0
    if one.is_bare != other.is_bare and one.skeleton and other.skeleton:
        return float(_UNWRITTEN * _alike(one.skeleton, other.skeleton))
    written = _alike(one.word, other.word)
    plain = 0.97 * _alike(one.plain, other.plain)
    if one.other or other.other:
        plain = max(plain, 0.96 * _alike(one.other or one.plain, other.other or other.plain))
    rough = 0.92 * _alike(one.rough, other.rough)
    # Short vowels come and go between romanisations of Arabic, Hebrew and Persian; the first one tells most.
    bare = 0.88 if one.bare == other.bare and len(one.bare) > 3 else 0.0
    if _LINES_OF.get(one.word, _NONE) & _LINES_OF.get(other.word, _NONE):
        bare = 0.93
    return float(max(written, plain, rough, bare))


@dataclass(frozen=True, slots=True)
class Sounds:
    """A folded word in the ways in which it is compared.

    `bare` is its consonants between its first and last vowel, `other` how it sounds where a letter has its other sound,
    `skeleton` what a script without short vowels has of it.
    """

    word: str
    plain: str
    rough: str
    bare: str
    other: str
    skeleton: str
    is_bare: bool = False

    @classmethod
    def of(cls, word: str, *, is_bare: bool = False) -> "Sounds":
        """Return the sounds of a folded word; `is_bare` where its script has no short vowels.

        >>> Sounds.of("yusuf").bare == Sounds.of("youssef").bare
        True
        """
        plain = plain_sound(word)
        rough = rough_sound(plain)
        return cls(word, plain, rough, bare_sound(rough), _other_sound(word), skeleton_of(word), is_bare)
