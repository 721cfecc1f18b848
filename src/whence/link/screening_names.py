"""How well does a name as a report spells it agree with an entry's name? Words are aligned, leftovers are weighed.

Names are compared one way: what the report leaves out (a patronymic, a second surname, an article) is weaker evidence
against than what it adds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from whence.text.common_names import is_common
from whence.text.name_forms import NameFamily, NameForm, read_form
from whence.text.name_scripts import is_abjad, spaced_person
from whence.text.name_sounds import Sounds, sounds_alike, without_glued
from whence.text.name_words import LEGAL_FORMS, ROMAN, SMALL

# Under this two words are not ways of writing one.
ONE_WORD = 0.76
_SURE = 0.9
_SAME_SORT = 0.85
# Letters of a word by which, alone, a body is hardly known.
_SHORT_WORD = 5
# Two words written as one: how alike they are to it at least, and by how many letters they may be longer or shorter.
_JOINED, _MOST_LONGER = 0.85, 2
_DOTTED = re.compile(r"\b([A-Za-z]{2})\.")
_ABD = ("abd", "abdel", "abdul", "abdal", "abdur", "abdu", "abdou", "abdoul", "abdol", "abdool")
# What a ship is called before its name.
_SHIP_MARK = re.compile(r"^\s*[MS][/.]?[VTS]\.?\s+(?=\S)", re.IGNORECASE)
_IRISH = re.compile(r"(?<!\w)O[’' ](?=[A-Z]\w)")
_MAC = ("mac", "mc")
_SHIP = frozenset("mv mt ms ss mf fv lpg lng tanker vessel ship freighter motor".split())

_NOT_SOLID = frozenset((*LEGAL_FORMS, *SMALL, *ROMAN, *_SHIP))


@dataclass(frozen=True, slots=True)
class NameWords:
    """A name ready to be compared: its telling words, each without a glued article too, and what was set apart."""

    form: NameForm
    words: tuple[Sounds, ...]
    glued: tuple[Sounds | None, ...]
    common: tuple[bool, ...]
    whole: str
    initials: tuple[str, ...]
    generic: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    solid: str = ""


def name_words(name: str, family: NameFamily) -> NameWords:
    """Return a name ready to be compared.

    >>> [word.word for word in name_words("Abd al-Rahman el-Dabbas", "person").words]
    ['abdrahman', 'dabbas']
    """
    is_bare = is_abjad(name)
    form = read_form(_IRISH.sub("O", spaced_person(name)) if family == "person" else _SHIP_MARK.sub("", name), family)
    words, initials = form.words, form.initials
    if family == "person":
        # "Yu." of "D.Yu. Torv" is one letter of another alphabet.
        dotted = {word.casefold() for word in _DOTTED.findall(anyascii(name))} if "." in name else set()
        initials = (*initials, *(word for word in words if word in dotted))
        words = _joined_mac([word for word in words if word not in dotted])
        words = _joined_abd(words)
    else:
        words = tuple(word for word in words if word not in _SHIP)
    sounds = tuple(Sounds.of(word, is_bare=is_bare) for word in words)
    common = tuple(family == "person" and is_common(sound.plain) for sound in sounds)
    glued = tuple(Sounds.of(bare) if (bare := without_glued(word)) != word else None for word in words)
    whole = "".join(sound.plain for sound in sounds)
    return NameWords(form, sounds, glued, common, whole, initials, frozenset(form.generic), form.numbers, _solid(form))


def _solid(form: NameForm) -> str:
    """Return a body's name without spaces, legal forms, numbers and small words."""
    if form.family == "person":
        return ""
    return "".join(word for word in form.folded.split() if word not in _NOT_SOLID and not word.isdigit())


def _joined_mac(words: Sequence[str]) -> tuple[str, ...]:
    """Join "Mac" and "Mc" to what comes after."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in _MAC:
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def _joined_abd(words: Sequence[str]) -> tuple[str, ...]:
    """Join "Abd" and what it serves, with the article left out: "abd rahman", "abdul rahman", "abdulrahman" are one."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in _ABD:
            out[-1] = "abd" + word
        else:
            joined = next(
                (
                    start
                    for start in ("abdoul", "abdool", "abdul", "abdel", "abdol", "abdur", "abdal")
                    if word.startswith(start)
                ),
                "",
            )
            out.append("abd" + word[len(joined) :] if len(word) > len(joined) + 2 and joined else word)
    return tuple(out)


@dataclass(slots=True)
class NameAgreement:
    """What the comparison found: features for the weights, and the same in words."""

    values: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    mine: tuple[int, ...]
    theirs: tuple[int, ...]


def compare_names(report: NameWords, entry: NameWords) -> NameAgreement:
    """Return what speaks for and against a report's name being an entry's, both read as one family."""
    found = NameAgreement()
    pairs = _solid_pair(report, entry) or _align(report, entry)
    mine = {place for pair in pairs for place in pair.mine}
    theirs = {place for pair in pairs for place in pair.theirs}
    left = [place for place in range(len(report.words)) if place not in mine]
    right = [place for place in range(len(entry.words)) if place not in theirs]
    left, right = _without_sorts(report, entry, left), _without_sorts(entry, report, right)
    fits, clashes, left, right = _initials(report, entry, left, right)
    note = found.values
    note["identical"] = float(report.form.folded == entry.form.folded)
    note["whole"] = _whole(report, entry)
    _note_pairs(found, report, entry, pairs)
    _note_left(found, report, entry, left, right)
    note["initials_fit"] = min(fits, 2) / 2
    note["initials_clash"] = float(clashes > 0)
    note["generation"] = float(report.form.generation != entry.form.generation)
    note["one_word"] = float(_is_one_word(report) or _is_one_word(entry))
    if note["one_word"]:
        found.against.append("a single word is little to go by")
    if fits:
        found.reasons.append("an initial stands for a name of the other")
    if clashes:
        found.against.append("an initial contradicts the other name")
    if report.form.generation != entry.form.generation:
        found.against.append("one is called junior, senior or by a number and the other is not")
    if report.form.family != "person":
        _note_body(found, report, entry)
    return found


def _align(report: NameWords, entry: NameWords) -> list[_Pair]:
    """Return the words of both that may be one, the surest first, each taken once; two in a row may make one."""
    scored = []
    for i, mine in enumerate(report.words):
        for k, theirs in enumerate(entry.words):
            score = sounds_alike(mine, theirs)
            if score < _SURE and (report.glued[i] or entry.glued[k]):
                bare = sounds_alike(report.glued[i] or mine, entry.glued[k] or theirs)
                score = max(score, 0.97 * bare)
            if score >= ONE_WORD:
                scored.append(_Pair(score, (i,), (k,)))
    scored += _joined(report, entry)
    pairs: list[_Pair] = []
    mine_taken, theirs_taken = set[int](), set[int]()
    for pair in sorted(scored, key=lambda pair: (-pair.score, -len(pair.mine) - len(pair.theirs))):
        if mine_taken.isdisjoint(pair.mine) and theirs_taken.isdisjoint(pair.theirs):
            mine_taken.update(pair.mine)
            theirs_taken.update(pair.theirs)
            pairs.append(pair)
    return pairs


def _solid_pair(report: NameWords, entry: NameWords) -> list[_Pair]:
    """Return all of two bodies' names as one pair where they differ in their spaces alone, "Sun Rise" and "Sunrise"."""
    if not report.solid or report.form.folded == entry.form.folded or not report.words or not entry.words:
        return []
    if len(report.form.folded.split()) == len(entry.form.folded.split()) or report.solid != entry.solid:
        return []
    return [_Pair(1.0, tuple(range(len(report.words))), tuple(range(len(entry.words))))]


def _without_sorts(name: NameWords, other: NameWords, left: Sequence[int]) -> list[int]:
    """Return what is left of a body's words without those that are the other's word for its sort, misspelled."""
    if not other.generic or name.form.family == "person":
        return list(left)
    sorts = [Sounds.of(word) for word in other.generic - name.generic]
    return [i for i in left if all(sounds_alike(name.words[i], sort) < _SAME_SORT for sort in sorts)]


def _joined(report: NameWords, entry: NameWords) -> list[_Pair]:
    """Return where two words in a row of one side may be one of the other; lengths are seen first, which is quick."""
    found = []
    for one, other, is_turned in ((report, entry, False), (entry, report, True)):
        lengths = [len(word.word) for word in other.words]
        for i in range(len(one.words) - 1):
            together = one.words[i].word + one.words[i + 1].word
            near = [k for k, length in enumerate(lengths) if abs(length - len(together)) <= _MOST_LONGER]
            near = [k for k in near if _begins(other.words[k]) == _begins(one.words[i]) or len(other.words) == 1]
            joined = Sounds.of(together) if near else None
            for k in near:
                score = 0.99 * sounds_alike(joined, other.words[k]) if joined else 0.0
                if score > _JOINED:
                    found.append(_Pair(score, (k,), (i, i + 1)) if is_turned else _Pair(score, (i, i + 1), (k,)))
    return found


def _is_one_word(name: NameWords) -> bool:
    """Tell whether a name is one word of a person, or a body's initials or other short word, which others bear too."""
    if name.initials or name.generic or name.numbers or len(name.words) != 1:
        return False
    return name.form.family == "person" or len(name.words[0].word) <= _SHORT_WORD


def _begins(word: Sounds) -> str:
    """Return the sound that a word begins with; Korean and Japanese have one for l and r."""
    return word.rough[:1].replace("l", "r")


def _whole(report: NameWords, entry: NameWords) -> float:
    ordered = ["".join(sorted(sound.plain for sound in name.words)) for name in (report, entry)]
    written = Levenshtein.normalized_similarity(report.whole, entry.whole)
    return float(max(written, Levenshtein.normalized_similarity(*ordered)))


def _note_pairs(found: NameAgreement, report: NameWords, entry: NameWords, pairs: Sequence[_Pair]) -> None:
    values = found.values
    telling, common, unlike = 0.0, 0.0, 0.0
    for pair in pairs:
        both_common = all(report.common[i] for i in pair.mine) and all(entry.common[k] for k in pair.theirs)
        telling += 0 if both_common else 1
        common += 1 if both_common else 0
        unlike += 1 - pair.score
        mine = " ".join(report.words[i].word for i in pair.mine)
        theirs = " ".join(entry.words[k].word for k in pair.theirs)
        how = "stands in both" if mine == theirs else f"and “{theirs}” are spellings of one word"
        found.reasons.append(f"“{mine}” {how}" + (", a name that many bear" if both_common else ""))
    values["telling"] = min(telling, 2) / 2
    values["common"] = min(common, 2) / 2
    values["unlike"] = unlike
    values["weakest"] = 1 - min((pair.score for pair in pairs), default=0.0)


def _note_left(
    found: NameAgreement, report: NameWords, entry: NameWords, left: Sequence[int], right: Sequence[int]
) -> None:
    values = found.values
    mine = " ".join(report.words[i].word for i in left)
    theirs = " ".join(entry.words[k].word for k in right)
    values["added"] = min(len(left), 2) / 2
    values["added_telling"] = float(any(not report.common[i] for i in left))
    values["left_out_last"] = float(bool(entry.words) and len(entry.words) - 1 in right)
    values["left_out_first"] = float(bool(entry.words) and 0 in right)
    values["both_left"] = float(bool(left) and bool(right))
    if left and right:
        found.against.append(f"“{mine}” in the report, “{theirs}” on the list")
    elif left:
        found.against.append(f"the list does not have “{mine}”")
    elif right:
        found.against.append(f"the report does not have “{theirs}”")


def _initials(
    report: NameWords, entry: NameWords, left: list[int], right: list[int]
) -> tuple[int, int, list[int], list[int]]:
    """Return how many initials stand for a word of the other side or not, and the words that none stands for."""
    fits = clashes = 0
    left, right = list(left), list(right)
    for initials, other, rest, whole in (
        (report.initials, entry, right, entry.initials),
        (entry.initials, report, left, report.initials),
    ):
        free = [letter[0] for letter in whole]
        for initial in initials:
            place = next((k for k in rest if other.words[k].word.startswith(initial)), None)
            if place is not None:
                rest.remove(place)
                fits += 1
            elif initial[0] in free:
                free.remove(initial[0])
                fits += 1
            elif rest:
                clashes += 1
    return fits, clashes, left, right


def _note_body(found: NameAgreement, report: NameWords, entry: NameWords) -> None:
    values = found.values
    mine, theirs = report.generic, entry.generic
    values["same_sort"] = len(mine & theirs) / max(1, len(mine | theirs))
    values["other_sort"] = float(bool(mine - theirs) and bool(theirs - mine))
    values["one_sort"] = float(bool(mine ^ theirs)) - values["other_sort"]
    if values["other_sort"]:
        words = (" ".join(sorted(words)) for words in (mine - theirs, theirs - mine))
        found.against.append("“{}” in the report, “{}” on the list".format(*words))
    numbers = (report.numbers, entry.numbers)
    values["other_number"] = 0.0 if numbers[0] == numbers[1] else 3.0 if all(numbers) else 1.0
    values["same_number"] = float(bool(numbers[0]) and numbers[0] == numbers[1])
    if values["other_number"]:
        found.against.append("the numbers in the names differ")
    short = "".join(report.form.folded.split())
    long = "".join(entry.form.folded.split())
    values["acronym"] = float(
        (2 < len(short) <= 8 and short == entry.form.capitals) or (2 < len(long) <= 8 and long == report.form.capitals)
    )
    if values["acronym"]:
        found.reasons.append("one name is the initials of the other")
