"""Are two ways to write one phone number one, and two numbers two?"""

import pytest

from whence.link.company_phones import read_phone


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("+44 20 7946 0000", "0044 (0)20 7946-0000", "plus or two zeros, and the zero before the area"),
        ("020 7946 0000", "+44 20 7946 0000", "the jurisdiction's calling code"),
        ("020 7946 0000", "020-79460000 ext. 12", "an extension"),
    ],
)
def test_one_number_is_one_key(one: str, other: str, why: str) -> None:
    assert read_phone(one, jurisdiction="GB") == read_phone(other, jurisdiction="GB") is not None, why


@pytest.mark.parametrize("jurisdiction", ["GB", "gb", "United Kingdom", "GB-SCT"])
def test_a_jurisdiction_is_known_by_code_and_name(jurisdiction: str) -> None:
    assert read_phone("020 7946 0000", jurisdiction=jurisdiction) == "+442079460000"


def test_the_mappings_calling_code_goes_before_the_jurisdictions() -> None:
    assert read_phone("044 120330", jurisdiction="GB", calling_code="999") == "+99944120330"


def test_numbers_of_unknown_countries_are_one_only_within_a_jurisdiction() -> None:
    one = read_phone("044 120330", jurisdiction="Veldmark")
    assert one == read_phone("(044) 120-330", jurisdiction="VELDMARK")
    assert one != read_phone("044 120330", jurisdiction="Amble")


@pytest.mark.parametrize("written", ["", "12345", "none", "1" * 30])
def test_what_is_no_number_has_no_key(written: str) -> None:
    assert read_phone(written) is None
