"""Is every state of the United Nations known by a code, and by what lists call it?"""

from whence.text.country_codes import countries_mentioned, country_named
from whence.text.nations import NATIONS


def test_every_nation_has_a_code_and_a_name() -> None:
    from whence.text.country_codes import _CODES  # noqa: PLC0415 - the table is what is tested

    assert {nation.name for nation in NATIONS} <= set(_CODES.values())
    assert all(country_named(nation.name) == nation.name for nation in NATIONS)


def test_formal_names_of_lists_are_known() -> None:
    for text, name in (
        ("Syrian Arab Republic", "Syria"),
        ("Korea, North", "North Korea"),
        ("RUSSIAN FEDERATION", "Russia"),
        ("Tanzania, United Republic of", "Tanzania"),
        ("GB", "United Kingdom"),
        ("Hong Kong", "Hong Kong"),
    ):
        assert country_named(text) == name


def test_countries_in_a_sentence_are_told_from_their_people() -> None:
    assert countries_mentioned("The Omani referee flew from South Sudan to Niger.") == (
        ("Oman", True),
        ("South Sudan", False),
        ("Niger", False),
    )
