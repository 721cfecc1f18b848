"""Does the comparison of two names find what speaks for and against their being one, and say it in words?"""

import pytest

from whence.text.name_forms import NameFamily, read_form
from whence.text.name_likeness import FEATURES, NameLikeness, are_spellings, compare_forms


def compare(one: str, other: str, family: NameFamily = "person") -> NameLikeness:
    return compare_forms(read_form(one, family), read_form(other, family))


def test_compare_forms_gives_every_feature_between_nought_and_one() -> None:
    values = compare("Lena M. Torv", "Torv").values
    assert set(values) == set(FEATURES)
    assert all(0 <= value <= 1 for value in values.values())


@pytest.mark.parametrize(
    ("one", "other", "family", "feature"),
    [
        ("Lena Torv", "Torv, Lena", "person", "same_words"),
        ("Sergei Petrov", "Serhiy Petrov", "person", "whole"),
        ("Lena Torv", "Torv", "person", "surname_alone"),
        ("L. Torv", "Lena Torv", "person", "initials_fit"),
        ("A. S. Kravt", "A. M. Kravt", "person", "initials_clash"),
        ("Osk Brenn Jr", "Osk Brenn Sr", "person", "generation_clash"),
        ("Bill Marsh", "William Marsh", "person", "short_name"),
        ("3rd Brigade", "4th Brigade", "body", "number_clash"),
        ("Third Brigade", "3rd Bde", "body", "number_match"),
        ("Orme Shipping", "Orme Trading", "body", "generic_both"),
        ("World Food Programme", "WFP", "body", "acronym"),
        ("X-200", "X-200T", "model", "clash"),
        ("Great Wexholt", "Little Wexholt", "place", "clash"),
        ("Дмитрий Орлов", "Dmitri Orlov", "person", "other_script"),
    ],
)
def test_compare_forms_notes(one: str, other: str, family: NameFamily, feature: str) -> None:
    assert compare(one, other, family).values[feature] > 0
    assert compare(other, one, family).values[feature] > 0


def test_compare_forms_says_in_words_what_it_found() -> None:
    found = compare("Osk Brenn Jr", "Osk Brenn Sr")
    assert any("“brenn” and “brenn” are one word" in reason for reason in found.reasons)
    assert found.against == ("father or son",)


def test_compare_forms_joins_what_one_side_writes_in_two() -> None:
    assert compare("Kim Jong un", "Kim Jongun").values["left_one"] == 0


def test_are_spellings_of_strangers_is_low() -> None:
    assert are_spellings("petrov", "sidorov") < 0.7 < are_spellings("petrov", "petroff")
