"""What do the sentences around a name tell of the thing that bears it, and do two of them agree?

Words, numbers and names that stand beside it, whether it is a he or a she, how old it is, in which country, and whether
the text itself says that two names are one thing or two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whence.text.nations import BY_CAPITAL, BY_DEMONYM, BY_NAME
from whence.text.numerals import TENS, UNITS
from whence.text.words import STOP_WORDS, stem, word_forms

_CAPITALISED = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][^\W\d_]{2,}(?:['’-][A-Z]?[^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_AGE = re.compile(r"\b(\d{1,2})[ -]year[ -]old\b|, (\d{1,2}),|\baged? (\d{1,2})\b|\b(\d{1,2}) years old\b")
_SHE = frozenset("she her hers herself mrs ms miss woman actress mother daughter sister wife widow queen".split())
_HE = frozenset("he him his himself mr man father son brother husband widower king".split())
_NUMERALS = UNITS | TENS
_NATION_WORDS = frozenset({*BY_NAME, *BY_DEMONYM, *BY_CAPITAL})
# Runs of capitalised words, in which nations are looked up by one, two and three words at a time.
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*)*")
# The text says that there are two, or that one thing has two names.
_TOLD_APART = re.compile(
    r"\b(?:no relation|not related|unrelated|no (?:ties|link|connection)s? (?:to|with)|not to be confused|namesake|"
    r"different (?:company|person|man|woman|body|unit)|independent of|rival|opponent|opposing|neighbour(?:ing)?|"
    r"his (?:elder |younger |older |twin )?(?:brother|father|son|uncle|nephew|cousin|grandfather|widow|wife|sister)|"
    r"her (?:elder |younger |older |twin )?(?:brother|father|son|husband|mother|daughter|sister)|the (?:elder|younger)|"
    r"subsidiary|parent company|owner|offshoot|splinter|broke away|successor)\b",
    re.I,
)
_TOLD_SAME = re.compile(
    r"\b(?:also known as|known as|better known|a\.?k\.?a\.?|alias|nicknamed|nickname|nom de guerre|real name|pen name|"
    r"born|née|formerly|former name|previously|renamed|rebranded|now called|once called|until last year|call(?:s|ed)? "
    r"(?:him|her|it|them)(?:self|selves)?|for short|goes by|whose (?:real|legal|full) name|abbreviated|under the name|"
    r"maiden name|married name|changed its name|took the name|used to be)\b",
    re.I,
)


# Words without which neither is worth a search: most texts have none of them.
_TELLING = frozenset(
    """relation related unrelated ties links connections connection confused namesake different independent rival
    opponent opposing neighbour neighbouring brother father son uncle nephew cousin grandfather widow wife sister
    husband mother daughter elder younger subsidiary parent owner offshoot splinter broke successor known aka alias
    nicknamed nickname nom real pen born née formerly former previously renamed rebranded now once until calls
    called short goes whose abbreviated name maiden married changed took used""".split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around the name of a thing: stems, names, numbers, and what they say of it."""

    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    nations: frozenset[str]
    ages: frozenset[str]
    gender: str
    told_apart: frozenset[str]
    told_same: bool
    text: str


@dataclass(frozen=True, slots=True)
class ContextLikeness:
    """What speaks for and against two contexts being about one thing: `values` by feature, the rest in words."""

    values: dict[str, float]
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def read_context(passages: Iterable[str], *, name: str) -> Context:
    """Return what the passages around a name tell; the name's own words are left out.

    >>> context = read_context(["Lena Torv, 41, a Danish pilot, lost her licence."], name="Lena Torv")
    >>> sorted(context.nations), context.gender, sorted(context.ages)
    (['Denmark'], 'she', ['41'])
    """
    text = " ".join(passages)
    own = {word.casefold() for word in re.findall(r"\w+", name)}
    forms = [form for form in word_forms(text) if form not in own]
    nations = {nation_of(found) for found in _nations_in(text) if found.casefold() not in own}
    is_telling = not _TELLING.isdisjoint(forms)
    she, he = (sum(map(words.__contains__, forms)) for words in (_SHE, _HE))
    return Context(
        stems=frozenset(stem(form) for form in set(forms) - STOP_WORDS if len(form) > 2 and not form[0].isdigit()),
        names=frozenset(found for found in _CAPITALISED.findall(text) if found.casefold() not in own),
        numbers=frozenset(_numbers(forms)),
        nations=frozenset(nations),
        ages=_ages_in(text) if _DIGIT.search(text) else frozenset(),
        gender="she" if she > he else "he" if he > she else "",
        told_apart=frozenset(map(str.casefold, _TOLD_APART.findall(text))) if is_telling else frozenset(),
        told_same=is_telling and _TOLD_SAME.search(text) is not None,
        text=text,
    )


def _ages_in(text: str) -> frozenset[str]:
    return frozenset(next(filter(None, groups)) for groups in _AGE.findall(text))


def _nations_in(text: str) -> Iterator[str]:
    """Yield the names and peoples' words of nations, and capitals, that stand in a text."""
    for run in _CAPITALS.findall(text):
        words = [word.rstrip(".'’-").removesuffix("'s").removesuffix("’s") for word in run.split()]
        for length in (1, 2, 3):
            for start in range(len(words) - length + 1):
                name = " ".join(words[start : start + length])
                if name in _NATION_WORDS:
                    yield name


def compare_contexts(one: Context, other: Context, *, names: tuple[str, str]) -> ContextLikeness:
    """Return how far two contexts agree on what bears a name, and on what they contradict each other."""
    values: dict[str, float] = {}
    reasons: list[str] = []
    against: list[str] = []
    shared = one.stems & other.stems
    fewest = max(4, min(len(one.stems), len(other.stems)))
    values["shared_words"] = min(1.0, len(shared) / fewest * 2)
    telling = sorted(shared, key=lambda word: (-len(word), word))[:4]
    if len(shared) >= 2:
        reasons.append(f"both reports speak of {', '.join(f'“{word}”' for word in telling)}")
    named = one.names & other.names
    values["shared_names"] = min(len(named), 3) / 3
    if named:
        reasons.append(f"both name {', '.join(sorted(named)[:3])}")
    values["shared_numbers"] = min(len(one.numbers & other.numbers), 2) / 2
    if one.numbers & other.numbers:
        reasons.append(f"both give the number {', '.join(sorted(one.numbers & other.numbers)[:2])}")
    _note_clashes(one, other, values, against)
    _note_told(one, other, names, values, (reasons, against))
    return ContextLikeness(values, tuple(reasons), tuple(against))


def _note_clashes(one: Context, other: Context, values: dict[str, float], against: list[str]) -> None:
    """Note where the two cannot both be said of one thing."""
    values["gender_clash"] = float(bool(one.gender and other.gender and one.gender != other.gender))
    if values["gender_clash"]:
        against.append(f"“{one.gender}” in one report, “{other.gender}” in the other")
    values["age_clash"] = float(bool(one.ages and other.ages and not one.ages & other.ages))
    if values["age_clash"]:
        against.append(
            f"aged {', '.join(sorted(one.ages))} in one report, {', '.join(sorted(other.ages))} in the other"
        )
    values["nation_clash"] = float(bool(one.nations and other.nations and not one.nations & other.nations))
    if values["nation_clash"]:
        here, there = ", ".join(sorted(one.nations)[:2]), ", ".join(sorted(other.nations)[:2])
        against.append(f"the one is told with {here}, the other with {there}")
    values["nation_match"] = float(bool(one.nations & other.nations))
    values["names_clash"] = float(bool(one.names and other.names and not one.names & other.names))


def _note_told(
    one: Context,
    other: Context,
    names: tuple[str, str],
    values: dict[str, float],
    words: tuple[list[str], list[str]],
) -> None:
    """Note what the texts themselves say: that there are two of that name, or that one thing has both names."""
    reasons, against = words
    told = sorted(one.told_apart | other.told_apart)
    values["told_apart"] = float(bool(told))
    if told:
        against.append(f"a report says “{told[0]}”")
    mentioned = _holds(one.text, names[1]) or _holds(other.text, names[0])
    is_told = mentioned and (one.told_same or other.told_same)
    values["told_same"] = float(is_told)
    values["both_named"] = float(mentioned and not is_told)
    if is_told:
        reasons.append("a report gives both names for it")
    elif mentioned:
        against.append("one report names both")


def _holds(text: str, name: str) -> bool:
    """Tell whether a name stands in a text as a word or words of its own."""
    at = text.find(name) if len(name) > 3 else -1
    if at < 0:
        return False
    end = at + len(name)
    return not (text[at - 1 : at].isalnum() and at > 0) and not text[end : end + 1].isalnum()


def nation_of(word: str) -> str:
    """Return the nation that a name, a people's word or a capital belongs to.

    >>> nation_of("Danish"), nation_of("Kampala")
    ('Denmark', 'Uganda')
    """
    return (BY_NAME.get(word) or BY_DEMONYM.get(word) or BY_CAPITAL[word]).name


def _numbers(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        if form[0].isdigit():
            yield form.replace(",", "")
        elif form in _NUMERALS:
            yield str(_NUMERALS[form])
