"""How is a name in a script without capitals or spaces cut into its words before it is romanised?

Arabic and Hebrew leave short vowels unwritten and put the article onto the word; Korean and Chinese write the family
name and the given name in one.
"""

import re

_ABJAD = re.compile(r"[\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufeff]")
_ABD = re.compile(r"عبد\s*(?:ال)?")
_ABU = re.compile(r"(?<!\w)[أا]ب[ويا](?!\w)")
_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2})")
_AYN = re.compile(r"(?<!\w)ع(?=\w)")
_SON = re.compile(r"(?<!\w)ا?بن(?!\w)")
_HANGUL = re.compile(r"(?<![가-힣])[가-힣]{3,4}(?![가-힣])")
_HAN = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff])")
_TWO_SYLLABLES = frozenset("남궁 황보 제갈 선우 독고 사공".split())
_TWO_CHARACTERS = frozenset("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 东方 東方 皇甫 尉迟 尉遲 慕容 令狐 端木 夏侯".split())
# Korean family names that are romanised with a letter that the syllable does not have.
_KOREAN = {"이": "Lee", "리": "Ri", "임": "Lim", "유": "Yoo", "노": "Noh", "우": "Woo", "오": "Oh", "박": "Park"}


def is_abjad(name: str) -> bool:
    """Tell whether a name is written without its short vowels.

    >>> is_abjad("عمر"), is_abjad("Omar")
    (True, False)
    """
    return bool(_ABJAD.search(name))


def spaced_person(name: str) -> str:
    """Return a person's name with spaces between its words, and the words that a script glues on apart or left out.

    >>> spaced_person("박영심"), spaced_person("陳水扁")
    ('Park 영심', '陳 水扁')
    """
    if is_abjad(name):
        plain = _SON.sub(" bin ", _ABU.sub(" abu ", _ABD.sub("abd", name)))
        return _AYN.sub("a", _ARTICLE.sub("", plain))
    return _HAN.sub(_cut_han, _HANGUL.sub(_cut_hangul, name))


def _cut_hangul(found: re.Match[str]) -> str:
    word = found.group()
    family = word[:2] if word[:2] in _TWO_SYLLABLES else word[:1]
    return f"{_KOREAN.get(family, family)} {word[len(family) :]}"


def _cut_han(found: re.Match[str]) -> str:
    word = found.group()
    family = word[:2] if word[:2] in _TWO_CHARACTERS and len(word) > 2 else word[:1]
    return f"{family} {word[len(family) :]}"
