"""How alike are two names, and in which words can that be said? Evidence for and against, before any weighing.

Words are aligned by how they are spelled (Jaro-Winkler and edit similarity, rapidfuzz) and how they sound
(`name_forms.sound_of`). What is left over on both sides speaks against; what only one side has is a fuller form.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler
from rapidfuzz.fuzz import ratio

from whence.text.name_forms import NameForm, sound_of
from whence.text.name_words import SHORT_NAMES

# Below this two words are not two spellings of one (set on the written near names, learn half).
SPELLING = 0.82
# From how alike on two words of one name are taken for one of the other, which writes them in one.
_JOINED = 0.93
# A spelling is not longer than another by more than this share of it and one letter.
_LONGER = 0.7
_SHORT: dict[str, set[int]] = {}
for _number, _names in enumerate(SHORT_NAMES):
    for _name in _names:
        _SHORT.setdefault(_name, set()).add(_number)


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """What the comparison of two names found: `values` by feature, 0 to 1 each, and the same in words.

    `alignment` is the share of the shorter name's words that have a partner, weighed by how alike they are.
    """

    values: dict[str, float]
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    values: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)

    def note(self, feature: str, value: float, reason: str = "", against: str = "") -> None:
        self.values[feature] = value
        if value and reason:
            self.reasons.append(reason)
        if value and against:
            self.against.append(against)


FEATURES = (
    "identical",
    "same_words",
    "same_order",
    "aligned",
    "weakest",
    "matched_words",
    "left_both",
    "left_one",
    "one_word",
    "initials_fit",
    "initials_clash",
    "short_name",
    "same_sound",
    "joined_alike",
    "number_clash",
    "number_match",
    "number_one",
    "generation_clash",
    "generic_both",
    "generic_one",
    "generic_match",
    "acronym",
    "other_script",
    "contained",
    "whole",
    "clash",
    "surname_alone",
)


def compare_forms(one: NameForm, other: NameForm) -> NameLikeness:
    """Return what speaks for and against two names being one; both have to be read as one family.

    >>> from whence.text.name_forms import read_form
    >>> alike = compare_forms(read_form("Sergei Petrov", "person"), read_form("PETROV, Sergey I.", "person"))
    >>> alike.values["aligned"] > 0.9, alike.reasons[0]
    (True, '“petrov” and “petrov” are one word')
    """
    tally = _Tally(dict.fromkeys(FEATURES, 0.0))
    if one.folded == other.folded:
        tally.note("identical", 1.0, "the names are written alike")
    pairs, left, right = _align(one.words, other.words)
    _note_words(tally, one, other, pairs, (left, right))
    _note_numbers(tally, one, other)
    if one.family == "model" and one.initials != other.initials:
        tally.note("clash", 1.0, against=f"“{one.folded}” and “{other.folded}” are two models")
    if one.family == "person":
        _note_person(tally, one, other, (left, right))
    else:
        _note_body(tally, one, other)
    return NameLikeness(tally.values, tuple(tally.reasons), tuple(tally.against))


def are_spellings(one: str, other: str) -> float:
    """Return how surely two folded words are spellings of one, 0 to 1; what sounds alike counts as nearly the same.

    >>> are_spellings("gaddafi", "qadhafi") > 0.85, are_spellings("petrov", "sidorov") < 0.7
    (True, True)
    """
    if one == other:
        return 1.0
    if abs(len(one) - len(other)) > _LONGER * min(len(one), len(other)) + 1:
        return 0.0
    spelled = max(JaroWinkler.similarity(one, other) - 0.04, DamerauLevenshtein.normalized_similarity(one, other))
    if _SHORT.get(one, set()) & _SHORT.get(other, set()):
        spelled = max(spelled, 0.9)
    if min(len(one), len(other)) > 2 and sound_of(one) == sound_of(other):
        # Too little is left of a short word to tell by its sound alone.
        spelled = max(spelled, 0.92 if len(sound_of(one)) > 2 else 0.84)
    return float(spelled)


def _align(first: Sequence[str], second: Sequence[str]) -> tuple[list[tuple[float, str, str]], list[str], list[str]]:
    """Return the pairs of words that may be one, surest first, and what is left on either side."""
    first, second = _written_alike(first, second), _written_alike(second, first)
    scored = sorted(
        ((are_spellings(a, b), -i, -k) for i, a in enumerate(first) for k, b in enumerate(second)), reverse=True
    )
    taken, used, pairs = set[int](), set[int](), []
    for score, i, k in scored:
        if score < SPELLING:
            break
        if -i not in taken and -k not in used:
            taken.add(-i)
            used.add(-k)
            pairs.append((score, first[-i], second[-k]))
    left = [word for i, word in enumerate(first) if i not in taken]
    right = [word for k, word in enumerate(second) if k not in used]
    return pairs, left, right


def _written_alike(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return the words with those in one that the other name writes in one: "jong un" beside "jongun"."""
    out: list[str] = []
    for word in mine:
        joined = out[-1] + word if out else ""
        if joined and any(len(joined) >= len(other) - 1 and are_spellings(joined, other) > _JOINED for other in theirs):
            out[-1] = joined
        else:
            out.append(word)
    return out


def _note_words(
    tally: _Tally,
    one: NameForm,
    other: NameForm,
    pairs: Sequence[tuple[float, str, str]],
    rest: tuple[list[str], list[str]],
) -> None:
    left, right = rest
    shorter = max(1, min(len(one.words), len(other.words)))
    if pairs:
        tally.note("aligned", min(1.0, sum(score for score, _, _ in pairs) / shorter))
        tally.note("weakest", min(score for score, _, _ in pairs))
        for score, a, b in pairs[:3]:
            how = "are one word" if score == 1 else "sound alike" if sound_of(a) == sound_of(b) else "are spelled alike"
            tally.reasons.append(f"“{a}” and “{b}” {how}")
    tally.note("matched_words", min(len(pairs), 4) / 4)
    if sorted(one.words) == sorted(other.words) and one.words:
        tally.note("same_words", 1.0)
        tally.note("same_order", float(one.words == other.words))
    if left and right:
        words = f"“{' '.join(left)}” against “{' '.join(right)}”"
        tally.note("left_both", min(len(left), len(right), 3) / 3, against=words)
    elif left or right:
        tally.note("left_one", min(len(left or right), 3) / 3)
        tally.note("contained", float(bool(pairs)), "one name is a shorter form of the other")
    if left and right and pairs:
        tally.note("clash", 1.0)
    if pairs and not left and not right and len(pairs) > 1:
        tally.note("whole", min(score for score, _, _ in pairs), "every word of the one has its like in the other")
    if min(len(one.words), len(other.words)) == 1 and max(len(one.words), len(other.words)) > 1:
        tally.note("one_word", 1.0, against="one name has a single word")
    a, b = "".join(one.words), "".join(other.words)
    tally.note("same_sound", float(bool(a) and sound_of(a) == sound_of(b)))
    tally.note("joined_alike", ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words))) / 100)
    tally.note("other_script", float(one.is_foreign != other.is_foreign))


def _note_numbers(tally: _Tally, one: NameForm, other: NameForm) -> None:
    if one.numbers and other.numbers:
        if one.numbers == other.numbers:
            tally.note("number_match", 1.0, f"both have the number {' '.join(one.numbers)}")
        else:
            clash = f"number {' '.join(one.numbers)} against {' '.join(other.numbers)}"
            tally.note("number_clash", 1.0, against=clash)
    elif one.numbers or other.numbers:
        tally.note("number_one", 1.0, against="only one of them has a number")


def _note_person(tally: _Tally, one: NameForm, other: NameForm, rest: tuple[list[str], list[str]]) -> None:
    """Note whether initials stand for words of the other name or contradict them, and which generation is meant."""
    fits, clashes = _compare_initials(one, other, rest)
    if fits:
        tally.note("initials_fit", min(fits, 2) / 2, "an initial stands for a name of the other")
        if tally.values["left_both"]:
            tally.values["left_both"] = 0.0
    if clashes:
        tally.note("initials_clash", 1.0, against="an initial contradicts the other name")
    if (
        one.initials
        and other.initials
        and one.initials != other.initials
        and sorted(one.initials) == sorted(other.initials)
    ):
        tally.note("initials_clash", 1.0, against="the initials stand in another order")
    shorts = [(a, b) for a in one.words for b in other.words if a != b and _SHORT.get(a, set()) & _SHORT.get(b, set())]
    if shorts:
        tally.note("short_name", 1.0, f"“{shorts[0][0]}” and “{shorts[0][1]}” are forms of one given name")
    for short, full in ((one, other), (other, one)):
        if len(short.words) == 1 < len(full.words) and are_spellings(short.words[0], full.words[-1]) > SPELLING:
            tally.note("surname_alone", 1.0, "the one gives the other's last name")
    if one.generation != other.generation:
        tally.note("generation_clash", 1.0 if one.generation and other.generation else 0.5, against="father or son")


def _compare_initials(one: NameForm, other: NameForm, rest: tuple[list[str], list[str]]) -> tuple[int, int]:
    """Return how many initials of either side stand for a free name of the other, and how many for none of those."""
    fits, clashes = 0, 0
    for mine, theirs, left in ((one, other, rest[1]), (other, one, rest[0])):
        free = [word[0] for word in left] + list(theirs.initials)
        for initial in mine.initials:
            if initial in free:
                free.remove(initial)
                fits += 1
            elif free:
                clashes += 1
    return fits, clashes


def _note_body(tally: _Tally, one: NameForm, other: NameForm) -> None:
    """Note what sort of body each says it is, and whether one is the other's initials."""
    mine, theirs = set(one.generic), set(other.generic)
    if mine & theirs:
        tally.note("generic_match", min(len(mine & theirs), 3) / 3)
    if mine - theirs and theirs - mine:
        clash = f"“{' '.join(sorted(mine - theirs))}” against “{' '.join(sorted(theirs - mine))}”"
        tally.note("generic_both", 1.0, against=clash)
    elif mine ^ theirs:
        tally.note("generic_one", 1.0)
    for short, whole in ((one, other), (other, one)):
        word = "".join(short.folded.split())
        if 2 <= len(word) <= 8 and len(whole.capitals) > 1 and _is_acronym(word, whole):
            tally.note("acronym", 1.0, f"“{word.upper()}” are the initials of the other")


def _is_acronym(word: str, whole: NameForm) -> bool:
    if word == whole.capitals:
        return True
    with_small = "".join(part[0] for part in whole.folded.split())
    return word == with_small or (len(word) > 3 and DamerauLevenshtein.distance(word, whole.capitals) == 1)
