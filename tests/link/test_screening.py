"""Are names looked up, weighed and shown under the rules: monotone, explained, no person on a name alone?"""

from dataclasses import replace
from itertools import combinations

import pytest

from whence.link.screening import NameReader, find_candidates, match_entry, permitted, screened_entity
from whence.link.screening_index import NameIndex, make_index
from whence.link.screening_weights import WEIGHTS
from whence.model.entity import CaseEntity, Occurrence
from whence.model.report import Passage
from whence.model.spans import Span
from whence.model.statement import Attribute
from whence.model.watchlist import ListSource, PossibleMatch, Purpose, ScreenedName, WatchEntry, Watchlist

LIST = Watchlist(ListSource("veld", "Veldmark list", "", ""), (("a", "b"),), "2031-03-02T08:00:00+00:00", 1, 0)
PURPOSE = Purpose("Who runs the port", "2031-06-01", "ed", "2031-03-02T08:00:00+00:00")
VASKOREV = WatchEntry(
    "9001",
    "person",
    "Danilo Petrovich Vaskorev",
    aliases=("The Harbour Master",),
    births=("1971-03-04",),
    nationalities=("rs",),
    countries=("pa",),
    roles=("Deputy Minister of Harbours",),
    places=("Port Amble",),
    gender="male",
)
SHIPPING = WatchEntry("9002", "body", "Veldmark Shipping and Trading Co. Ltd.", countries=("pa",))


def a_name(name: str, *contexts: str, family: str = "person") -> ScreenedName:
    return ScreenedName((name,), name, family, contexts=contexts, year=2031)  # type: ignore[arg-type]  # one of three


def matches(name: ScreenedName, *entries: WatchEntry) -> list[PossibleMatch]:
    index = make_index(entries)
    found = find_candidates(name, index, reader=NameReader())
    return [match_entry(name, each, entries[each.entry], LIST) for each in found]


def score(name: ScreenedName, *entries: WatchEntry) -> float:
    return max((match.score for match in matches(name, *(entries or (VASKOREV,)))), default=0.0)


SPELLINGS = [
    ("Vaskorev, Danilo Petrovich", "family name first"),
    ("Данило Петрович Васкорев", "Cyrillic"),
    ("Danilo Petrowitsch Waskorew", "German romanisation"),
    ("D. P. Vaskorev", "initials"),
    ("Danillo Petrovich Vaskorv", "letters doubled and lost"),
    ("Danilo Vaskorev", "patronymic left out"),
]


@pytest.mark.parametrize(("name", "why"), SPELLINGS, ids=[why for _, why in SPELLINGS])
def test_a_spelling_of_a_name_is_found(name: str, why: str) -> None:
    assert score(a_name(name, "Born in 1971, he is a Serbian official.")) > 0.5, why


NEAR = [
    ("Danilo Petrovich Vasiliev", "another family name"),
    ("Milan Vaskorev", "another given name"),
    ("Danilo Petrovich", "the family name is not there"),
]


@pytest.mark.parametrize(("name", "why"), NEAR, ids=[why for _, why in NEAR])
def test_a_near_name_is_less_sure_than_the_name(name: str, why: str) -> None:
    assert score(a_name(name)) < score(a_name("Danilo Vaskorev")), why


def test_bodies_are_found_in_other_languages_and_legal_forms() -> None:
    for name in (
        "Veldmark Shipping & Trading",
        "Veldmark Denizcilik ve Ticaret A.Ş.",
        "Veldmark Scheepvaart Handels GmbH",
    ):
        assert score(a_name(name, family="body"), SHIPPING) > 0.5, name
    assert score(a_name("Veldmark Insurance Ltd", family="body"), SHIPPING) < 0.3


def test_a_person_is_no_body_and_a_body_no_person() -> None:
    assert matches(a_name("Veldmark Shipping and Trading"), SHIPPING) == []
    assert matches(a_name("Danilo Petrovich Vaskorev", family="body"), VASKOREV) == []
    assert matches(a_name("Danilo Petrovich Vaskorev", family="unstated"), VASKOREV)


AGREEING = [
    "He was born in 1971.",
    "The Serbian official left.",
    "He lives in Port Amble.",
    "The deputy minister of harbours resigned.",
    "They call him the Harbour Master.",
]
CONTRADICTING = ["He was born in 1999.", "The Mexican cook left.", "She is thirty."]


def test_what_agrees_only_raises_and_what_contradicts_only_lowers() -> None:
    alone = score(a_name("Danilo Vaskorev"))
    for sentence in AGREEING:
        assert score(a_name("Danilo Vaskorev", sentence)) > alone, sentence
    for sentence in CONTRADICTING:
        assert score(a_name("Danilo Vaskorev", sentence)) < alone, sentence
    for one, other in combinations(AGREEING, 2):
        both = score(a_name("Danilo Vaskorev", one, other))
        assert both >= max(score(a_name("Danilo Vaskorev", each)) for each in (one, other)), (one, other)


def test_no_weight_has_the_wrong_sign() -> None:
    assert all(weight >= 0 for name, weight in WEIGHTS.items() if name.startswith("+"))
    assert all(weight <= 0 for name, weight in WEIGHTS.items() if name.startswith("-"))


def test_every_step_is_told_in_words() -> None:
    [match] = matches(a_name("Danilo Vaskoryev", "The Mexican cook, born in 1971, left."), VASKOREV)
    assert "“danilo” stands in both" in match.reasons[0]
    assert "“vaskoryev” and “vaskorev” are spellings of one word" in match.reasons
    assert "born 1971 as stated, as the list has it" in match.reasons
    assert match.against == (
        "the report does not have “petrovich”",
        "nationality as stated: Mexico, on the list Panama and Serbia",
    )


def test_a_weak_name_is_told_and_counts_less() -> None:
    listed = replace(VASKOREV, aliases=(), weak_names=("Danko Vas",))
    [weak] = matches(a_name("Danko Vas"), listed)
    assert "the list itself calls this name weak" in weak.against
    assert weak.score < score(a_name("Danko Vas"), replace(listed, aliases=("Danko Vas",), weak_names=()))


def test_initials_and_single_words_alone_are_little_to_go_by() -> None:
    front = WatchEntry("9003", "body", "Veldmark Harbour Front", aliases=("VHF",))
    assert score(a_name("VHF", family="body"), front) < score(a_name("Veldmark Harbour Front", family="body"), front)
    [match] = matches(a_name("VHF", family="body"), front)
    assert "a single word is little to go by" in match.against
    assert score(a_name("Danilo")) < 0.2


def test_a_person_is_shown_only_with_a_second_attribute_and_a_purpose() -> None:
    alone = matches(a_name("Danilo Petrovich Vaskorev"), VASKOREV)
    agreeing = matches(a_name("Danilo Petrovich Vaskorev", "He was born in 1971."), VASKOREV)
    assert permitted(alone, screened=1, purpose=PURPOSE).matches == ()
    assert permitted(alone, screened=1, purpose=PURPOSE).name_only == 1
    assert permitted(agreeing, screened=1, purpose=None).matches == ()
    assert permitted(agreeing, screened=1, purpose=None).hidden == 1
    shown = permitted(agreeing, screened=1, purpose=PURPOSE)
    assert (len(shown.matches), shown.name_only, shown.hidden) == (1, 0, 0)


def test_where_the_list_does_not_say_the_rules_for_persons_hold() -> None:
    unstated = replace(VASKOREV, kind="unstated")
    found = matches(a_name("Danilo Petrovich Vaskorev", family="unstated"), unstated)
    assert permitted(found, screened=1, purpose=None).matches == ()


def test_bodies_and_vessels_need_no_purpose() -> None:
    found = matches(a_name("Veldmark Shipping and Trading", family="body"), SHIPPING)
    assert [match.entry.id for match in permitted(found, screened=1, purpose=None).matches] == ["9002"]


def test_how_somebody_is_spoken_of_is_no_second_attribute() -> None:
    found = matches(a_name("Danilo Petrovich Vaskorev", "He left."), VASKOREV)
    assert permitted(found, screened=1, purpose=PURPOSE).matches == ()


def test_only_named_persons_and_bodies_of_a_case_are_looked_up() -> None:
    born = Attribute("nationality", "Serbian", Span(0, 7))
    occurrence = Occurrence(
        id="o1",
        report="r1",
        entity="e1",
        name="Danilo Vaskorev",
        kind="person",
        named=True,
        aliases=(),
        passages=(Passage("r1", Span(0, 4)),),
        attributes=(born,),
    )
    entity = CaseEntity("x1", "Danilo Vaskorev", "person", True, ("Vaskorev",), (occurrence,))
    screened = screened_entity(entity, ["A Serb."], year=2031)
    assert screened == ScreenedName(
        ("o1",), "Danilo Vaskorev", "person", ("Vaskorev",), (("nationality", "Serbian"),), ("A Serb.",), 2031
    )
    assert screened_entity(replace(entity, named=False)) is None
    assert screened_entity(replace(entity, kind="place")) is None


def test_a_name_meets_few_entries_of_a_large_list() -> None:
    syllables = [a + b for a in "bdgklmnprstvz" for b in ("a", "e", "i", "o", "u")]
    names = [f"{one}{two} {two}{three}ev" for one in syllables for two in syllables[::9] for three in syllables[::7]]
    entries = [WatchEntry(str(n), "person", name.title()) for n, name in enumerate(names)]
    index = NameIndex.unpack(make_index(entries).pack())
    for wanted in (0, 1234, len(entries) - 1):
        rows = index.near(entries[wanted].name, most=15, least=0.3)
        assert wanted in rows
        assert len(rows) <= 15
