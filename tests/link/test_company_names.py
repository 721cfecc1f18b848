"""Are two spellings of a company or a director one name, and two names two?"""

import pytest

from whence.link.company_names import company_key, person_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quay Works Ltd", "QUAY WORKS LIMITED"),
        ("Quay Works, S.A. de C.V.", "Quay Works SA de CV"),
        ("The Quay Works Company", "Quay Works Co."),
        ("ТОВ Портова", "Portova TOV"),
        ("Müller G.m.b.H.", "Muller GmbH"),
    ],
)
def test_one_company_has_one_key(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Quay Holding Ltd", "Quay Ltd", "a holding is not what it holds"),
        ("Quay Works 1 Ltd", "Quay Works 2 Ltd", "another number"),
        ("Quay Works", "Works Quay", "another order"),
    ],
)
def test_two_companies_have_two_keys(one: str, other: str, why: str) -> None:
    assert company_key(one) != company_key(other), why


def test_a_legal_form_alone_is_no_name() -> None:
    assert company_key("Ltd") == ""


def test_a_director_has_one_key_in_any_order_and_script() -> None:
    keys = {person_key(name) for name in ("Ilka Moen", "MOEN, Ilka", "Dr Ilka Moen", "Ílka Moen")}
    assert keys == {"ilka moen"}


def test_one_word_is_too_little_for_a_director() -> None:
    assert person_key("Moen") == ""
