"""Are words of names alike that are romanised in other ways, and unlike that are other names?"""

import pytest

from whence.text.name_scripts import spaced_person
from whence.text.name_sounds import Sounds, sounds_alike

ALIKE = [
    ("schtschukow", "shchukov", "German and English"),
    ("evgueni", "yevgeny", "French and English"),
    ("khateri", "khatiri", "vowels of Arabic"),
    ("moustapha", "mustafa", "French and English"),
    ("ghezouane", "ghazwan", "French and English"),
    ("kuo", "guo", "Wade-Giles and Pinyin"),
    ("hsiao", "xiao", "Wade-Giles and Pinyin"),
    ("cheung", "zhang", "Cantonese and Mandarin"),
    ("jeong", "chung", "Korean, old and new"),
    ("guuleed", "guled", "Somali"),
    ("djalo", "diallo", "Portuguese and French"),
]
UNLIKE = [
    ("ali", "ala", "one letter of three"),
    ("hasan", "hussein", "two names"),
    ("zhenhua", "zhenhai", "another syllable"),
    ("kovalenko", "kovalchuk", "another ending"),
]


@pytest.mark.parametrize(("one", "other", "why"), ALIKE, ids=[row[2] + " " + row[0] for row in ALIKE])
def test_romanisations_of_one_word_are_alike(one: str, other: str, why: str) -> None:
    assert sounds_alike(Sounds.of(one), Sounds.of(other)) > 0.8, why
    assert sounds_alike(Sounds.of(one), Sounds.of(other)) == sounds_alike(Sounds.of(other), Sounds.of(one))


@pytest.mark.parametrize(("one", "other", "why"), UNLIKE, ids=[row[0] for row in UNLIKE])
def test_other_names_are_not(one: str, other: str, why: str) -> None:
    assert sounds_alike(Sounds.of(one), Sounds.of(other)) < 0.8, why


def test_a_script_without_short_vowels_is_compared_by_its_consonants() -> None:
    assert sounds_alike(Sounds.of("mhmd", is_bare=True), Sounds.of("muhammad")) > 0.9
    assert sounds_alike(Sounds.of("mhmd", is_bare=True), Sounds.of("mahdi")) < 0.8


@pytest.mark.parametrize(
    ("name", "spaced"),
    [
        ("عبد الكريم الحسيني", "abdكريم حسيني"),
        ("김철수", "김 철수"),
        ("남궁민수", "남궁 민수"),
        ("歐陽秀蘭", "歐陽 秀蘭"),
        ("Lena Torv", "Lena Torv"),
    ],
)
def test_names_of_scripts_without_spaces_are_cut(name: str, spaced: str) -> None:
    assert spaced_person(name) == spaced
