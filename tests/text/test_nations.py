"""Does a capital, a seat or a state's name lead to the right government?"""

import pytest

from whence.text.nations import BY_CAPITAL, BY_DEMONYM, NATIONS, government_of


@pytest.mark.parametrize(
    ("name", "government"),
    [
        ("Kyiv", "Ukrainian government"),
        ("Kiev", "Ukrainian government"),
        ("Whitehall", "British government"),
        ("US", "American government"),
        ("Netherlands", "Dutch government"),
        ("Springfield", None),
    ],
)
def test_government_of_reads_capitals_seats_and_states(name: str, government: str | None) -> None:
    assert government_of(name) == government


def test_the_table_holds_every_member_state_once() -> None:
    names = [nation.name for nation in NATIONS]
    assert len(names) == len(set(names))
    assert len(names) >= 193
    assert all(nation.demonyms and nation.capitals for nation in NATIONS)


def test_a_capital_or_demonym_of_two_states_goes_to_the_first() -> None:
    assert BY_DEMONYM["Congolese"].name == "Congo"
    assert BY_CAPITAL["Singapore"].name == "Singapore"
