"""What do reports state of a named thing beside its name, and does an entry of a list agree with it?

Only what a report states counts, as it is worded; nothing is inferred from a name. A nationality agrees or not and
is never a sign of anything.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whence.model.watchlist import Evidence, EvidenceKind, ScreenedName, WatchEntry
from whence.text.country_codes import countries_mentioned, country_named
from whence.text.name_forms import fold
from whence.text.name_sounds import Sounds, sounds_alike

_BORN = re.compile(
    r"(?:\bborn\b|\bb\.|\bn[ée]e?\b|\bnacid[oa]\b|\bnascid[oa]\b|\bgeboren\w*|\bgeb\.|\brođen\w*|\bdoğumlu|\bsinh năm"
    r"|\bродил\w*|\bнарод\w+|\bDOB\b|\bdate of birth\b)[^.;]{0,30}?\b(1[89]\d\d|20[0-2]\d)\b|\b(1[89]\d\d)[ -]born\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r",\s?(\d\d)(?=\s?[,.;)]|\s+(?:and|who|of|from)\b)|\baged?\s(\d\d)\b|\b(\d\d)[- ]year[- ]old|\bturned\s(\d\d)\b"
    r"|\b(\d\d)\s(?:ans|años|anos|Jahre|yaşında|lat|let|лет|років|tuổi)\b|\b(?:an?|the)\s[A-Z]\w+\sof\s(\d\d)\b"
)
_SHE = re.compile(r"\b(?:she|her|hers|herself|mrs|ms|miss|woman|actress|daughter|sister|mother|wife)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|his|him|himself|mr|man|son|brother|father|husband)\b", re.IGNORECASE)
_WORD = re.compile(r"\w[\w'’-]*")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]{2,}")
# Years by which a stated age and a birth year may differ: a birthday later in the year, and a list that says "about".
_AGE_TOLERANCE, _ABOUT = 1, 2
# Words of a post that do not tell one post from another; stems.
_ANY_POST = frozenset(
    """head deputy member former chief director general manager chairm presid senior the and for of in at his her its
    leader person offici person secretar vice first state nation federa region of-the acting retire execut board command
    busine owner founde affair depart office commit counci repres""".split()
)
_STEM = 6
# Least likeness of a name in the report and a word of a place on the list that are one place.
_SAME_PLACE = 0.85


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """What reports state of a thing: years of birth (from, to), countries, words, whether as he or she, in one noun.

    `peoples` are countries by whose people's name it is called, `countries` those that are only named beside it.
    """

    births: tuple[tuple[int, int], ...] = ()
    peoples: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    names: tuple[Sounds, ...] = ()
    folded: str = ""
    gender: str = ""


def stated_facts(screened: ScreenedName) -> StatedFacts:
    """Return what is stated of a thing, from its attributes as worded and from the sentences that name it.

    >>> told = ("Lena Torv, born in 1979, is Serbian.",)
    >>> facts = stated_facts(ScreenedName((), "Lena Torv", "person", contexts=told))
    >>> facts.births, sorted(facts.peoples)
    (((1979, 1979),), ['Serbia'])
    """
    stated = screened.stated
    named = re.compile("|".join(re.escape(name) for name in (screened.name, *screened.aliases) if name) or "$^")
    contexts = [named.sub(" ", context) for context in screened.contexts]
    texts = [*contexts, *(worded for kind, worded in stated if kind != "alias")]
    mentioned = [mention for text in texts for mention in countries_mentioned(text)]
    told = [country for kind, worded in stated if kind == "nationality" if (country := country_named(worded))]
    words = [word for text in texts for word in _WORD.findall(text)]
    capitals = dict.fromkeys(fold(word) for text in texts for word in _CAPITALISED.findall(text))
    return StatedFacts(
        births=tuple(_births(screened, contexts)),
        peoples=frozenset((*told, *(country for country, is_people in mentioned if is_people))),
        countries=frozenset(country for country, is_people in mentioned if not is_people),
        stems=frozenset(_stems(words)),
        names=tuple(Sounds.of(word) for word in capitals if len(word) > 2),
        folded=f" {fold(' '.join((*texts, *screened.aliases)))} ",
        gender=_gender(contexts),
    )


def _births(screened: ScreenedName, contexts: Sequence[str]) -> Iterator[tuple[int, int]]:
    for context in contexts:
        for found in _BORN.finditer(context):
            year = int(next(filter(None, found.groups())))
            yield year, year
    if screened.year is None:
        return
    ages = [age for context in contexts for found in _AGED.finditer(context) for age in found.groups() if age]
    ages += [age for kind, worded in screened.stated if kind == "age" for age in re.findall(r"\d\d", worded)]
    for age in dict.fromkeys(ages):
        year = screened.year - int(age)
        yield year - 1 - _AGE_TOLERANCE, year + _AGE_TOLERANCE


def _gender(contexts: Sequence[str]) -> str:
    is_she = any(_SHE.search(context) for context in contexts)
    is_he = any(_HE.search(context) for context in contexts)
    return "" if is_she == is_he else "female" if is_she else "male"


def _stems(words: Iterable[str]) -> Iterator[str]:
    folded = (fold(word) for word in words)
    return (word[:_STEM] for word in folded if len(word) > 3)


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What an entry says beside its names, ready to be compared."""

    births: tuple[tuple[int, int], ...]
    countries: frozenset[str]
    stems: frozenset[str]
    places: tuple[Sounds, ...]
    others: tuple[str, ...]
    gender: str


def entry_facts(entry: WatchEntry, matched: str) -> EntryFacts:
    """Return what an entry says beside the name that matched.

    >>> entry_facts(WatchEntry("1", "person", "A", births=("1970/1974",), nationalities=("rs",)), "A").births
    ((1970, 1974),)
    """
    countries = (country_named(text) for text in (*entry.nationalities, *entry.countries))
    places = dict.fromkeys(fold(word) for place in entry.places for word in _CAPITALISED.findall(place))
    posts = [word for role in entry.roles for word in _WORD.findall(role)]
    own = set(fold(matched).split())
    others = (fold(name) for name in (*entry.aliases, *entry.weak_names, entry.name) if name != matched)
    return EntryFacts(
        births=tuple(_span(birth) for birth in entry.births),
        countries=frozenset(country for country in countries if country),
        stems=frozenset(_stems(posts)) - _ANY_POST,
        places=tuple(Sounds.of(word) for word in places if len(word) > 2 and country_named(word) is None),
        others=tuple(name for name in others if len(name) > 3 and not set(name.split()) & own),
        gender=entry.gender,
    )


def _span(birth: str) -> tuple[int, int]:
    years = [int(year) for year in re.findall(r"\d{4}", birth)]
    about = _ABOUT if "~" in birth else 0
    return (years[0] - about, years[-1] + about) if "/" in birth else (years[0] - about, years[0] + about)


def find_evidence(facts: StatedFacts, entry: EntryFacts, *, is_person: bool) -> tuple[Evidence, ...]:
    """Return what agrees and what does not, each in words; what either side leaves unsaid is not told."""
    found = [*_countries(facts, entry), *_places(facts, entry), *_aliases(facts, entry)]
    if is_person:
        found += [*_birth(facts, entry), *_roles(facts, entry), *_genders(facts, entry)]
    return tuple(found)


def _birth(facts: StatedFacts, entry: EntryFacts) -> Iterator[Evidence]:
    if not facts.births or not entry.births:
        return
    stated = " or ".join(dict.fromkeys(_years(span) for span in facts.births))
    listed = " or ".join(dict.fromkeys(_years(span) for span in entry.births))
    agrees = any(one[0] <= two[1] and two[0] <= one[1] for one in facts.births for two in entry.births)
    how = "as the list has it" if agrees else f"on the list {listed}"
    yield Evidence("birth", agrees, f"born {stated} as stated, {how}")


def _years(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"between {span[0]} and {span[1]}"


def _countries(facts: StatedFacts, entry: EntryFacts) -> Iterator[Evidence]:
    kinds: tuple[tuple[EvidenceKind, frozenset[str], str], ...] = (
        ("nationality", facts.peoples, "nationality as stated"),
        ("country", facts.countries, "country named with it"),
    )
    for kind, stated, how in kinds:
        if stated and entry.countries:
            both = sorted(stated & entry.countries)
            said = " and ".join(both or sorted(stated))
            listed = "as on the list" if both else f"on the list {' and '.join(sorted(entry.countries))}"
            yield Evidence(kind, bool(both), f"{how}: {said}, {listed}")


def _places(facts: StatedFacts, entry: EntryFacts) -> Iterator[Evidence]:
    for place in entry.places:
        if any(name.word == place.word or sounds_alike(name, place) >= _SAME_PLACE for name in facts.names):
            yield Evidence("place", agrees=True, words=f"“{place.word}” is named, and on the list")
            return


def _roles(facts: StatedFacts, entry: EntryFacts) -> Iterator[Evidence]:
    both = sorted(facts.stems & entry.stems)
    if both:
        yield Evidence("role", agrees=True, words=f"words of the post on the list are stated: {', '.join(both)}…")


def _aliases(facts: StatedFacts, entry: EntryFacts) -> Iterator[Evidence]:
    for other in entry.others:
        if f" {other} " in facts.folded:
            yield Evidence("alias", agrees=True, words=f"another name on the list is stated too: “{other}”")
            return


def _genders(facts: StatedFacts, entry: EntryFacts) -> Iterator[Evidence]:
    if facts.gender and entry.gender and facts.gender != entry.gender:
        yield Evidence("gender", agrees=False, words=f"spoken of as {facts.gender}, on the list {entry.gender}")
