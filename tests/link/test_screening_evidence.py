"""Is what reports state beside a name read from their sentences, and compared with what a list has?"""

import pytest

from whence.link.screening_evidence import entry_facts, find_evidence, stated_facts
from whence.model.watchlist import ScreenedName, WatchEntry

ENTRY = WatchEntry(
    "1",
    "person",
    "Lena Torv",
    aliases=("The Pilot",),
    births=("1971-03-04", "1980~"),
    nationalities=("rs",),
    roles=("Deputy head of the harbour authority",),
    places=("Zuwara",),
    gender="female",
)


def kinds(context: str, *, year: int | None = 2031, entry: WatchEntry = ENTRY) -> set[str]:
    name = ScreenedName((), "Lena Torv", "person", contexts=(context,), year=year)
    found = find_evidence(stated_facts(name), entry_facts(entry, "Lena Torv"), is_person=True)
    return {("+" if each.agrees else "-") + each.kind for each in found}


CASES = [
    ("Lena Torv, born on 4 March 1971, left.", {"+birth"}, "a year of birth"),
    ("Lena Torv (b. 1971) left.", {"+birth"}, "shortened"),
    ("Lena Torv, née en 1971, est partie.", {"+birth"}, "French"),
    ("Lena Torv, geboren 1971, ging.", {"+birth"}, "German"),
    ("Лена Торв родилась в 1971 году.", {"+birth"}, "Russian"),
    ("Lena Torv, 60, left.", {"+birth"}, "an age, counted from the year of the report"),
    ("The 59-year-old Lena Torv left.", {"+birth"}, "an age before the birthday"),
    ("Lena Torv, born in 1982, left.", {"+birth"}, "about 1980 on the list"),
    ("Lena Torv, 31, left.", {"-birth"}, "another age"),
    ("The Serbian Lena Torv left.", {"+nationality"}, "a people"),
    ("The Omani Lena Torv left.", {"-nationality"}, "another people"),
    ("Lena Torv left Serbia.", {"+country"}, "a country"),
    ("Lena Torv of the harbour authority left.", {"+role"}, "words of the post"),
    ("Lena Torv, the deputy head, left.", set(), "words that any post has"),
    ("Lena Torv lives in Zuwarah.", {"+place"}, "a place spelled otherwise"),
    ("Lena Torv, known as the pilot, left.", {"+alias"}, "another name on the list"),
    ("Lena Torv said that he left.", {"-gender"}, "spoken of as he"),
    ("Lena Torv left; he met her.", set(), "he and she"),
    ("Lena Torv left.", set(), "nothing"),
]


@pytest.mark.parametrize(("context", "expected", "why"), CASES, ids=[why for _, _, why in CASES])
def test_what_a_sentence_states_agrees_or_not(context: str, expected: set[str], why: str) -> None:
    assert kinds(context) == expected, why


def test_an_age_without_a_year_tells_nothing() -> None:
    assert kinds("Lena Torv, 31, left.", year=None) == set()


def test_the_name_itself_is_no_evidence() -> None:
    listed = WatchEntry("2", "person", "Jordan Serbia", nationalities=("jo",), places=("Torv",))
    name = ScreenedName((), "Jordan Torv", "person", contexts=("Jordan Torv left.",))
    assert find_evidence(stated_facts(name), entry_facts(listed, "Jordan Serbia"), is_person=True) == ()


def test_attributes_as_worded_count_like_sentences() -> None:
    stated = (("nationality", "Serbian"), ("age", "60"), ("role", "harbour authority chief"))
    name = ScreenedName((), "Lena Torv", "person", stated=stated, year=2031)
    found = find_evidence(stated_facts(name), entry_facts(ENTRY, "Lena Torv"), is_person=True)
    assert {each.kind for each in found if each.agrees} == {"nationality", "birth", "role"}


def test_a_span_of_years_on_the_list_holds_its_years() -> None:
    listed = WatchEntry("3", "person", "A", births=("1970/1974",))
    assert kinds("Lena Torv, born in 1973.", entry=listed) == {"+birth"}
    assert kinds("Lena Torv, born in 1975.", entry=listed) == {"-birth"}
