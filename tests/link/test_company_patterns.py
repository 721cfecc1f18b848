"""Is each pattern told where it is and not where it is not, with its rows, and without a word of guilt?"""

import re

import pytest

from tests.link.companies import OPTIONS, a_company, director, owner, sharing
from whence.link.company_commonness import Commonness
from whence.link.company_network import build_network
from whence.link.company_patterns import INNOCENT
from whence.model.company_network import Pattern
from whence.model.register import Company, Fact
from whence.show.register_words import NO_BLAME, PATTERN_WORDS


def patterns_of(companies: list[Company], kind: str) -> list[Pattern]:
    found = build_network((), companies, (), options=OPTIONS).patterns
    return [pattern for pattern in found if pattern.kind == kind]


def test_one_address_of_many_is_told_with_its_units() -> None:
    units = [f"12 Quay St, Suite {number}, Dray" for number in range(1, OPTIONS.at_one_address + 1)]
    companies = [*sharing("address", units), a_company(90, Fact("address", "1 Mill Lane, Dray", (90,)))]
    [pattern] = patterns_of(companies, "one_address")
    assert pattern.said == "5 companies have the address 12 Quay St, Dray in 5 units."
    assert "1 of 2 addresses (50%)" in pattern.how_common
    assert [row.line for row in pattern.rows] == [2, 3, 4, 5, 6]
    assert patterns_of(companies[1:], "one_address") == []


def test_one_day_at_one_address_is_told_once_for_address_and_agent() -> None:
    facts = (Fact("address", "12 Quay St, Dray", (2,)), Fact("agent", "Dray Agents", (2,)))
    companies = [a_company(line, *facts, incorporated="2031-03-02") for line in (2, 3, 4)]
    [pattern] = patterns_of(companies, "same_day")
    assert pattern.said == "3 companies were incorporated on 2031-03-02 at the address 12 Quay St, Dray."


def test_an_agent_with_a_number_in_its_name_is_told_by_all_of_it() -> None:
    fact = Fact("agent", "Unit 4 Agents", (2,))
    [pattern] = patterns_of([a_company(line, fact, incorporated="2031-03-02") for line in (2, 3, 4)], "same_day")
    assert pattern.said == "3 companies were incorporated on 2031-03-02 by the agent Unit 4 Agents."


def test_a_month_is_no_day() -> None:
    fact = Fact("agent", "Dray Agents", (2,))
    assert patterns_of([a_company(line, fact, incorporated="2031-03") for line in (2, 3, 4)], "same_day") == []


def test_many_directorships_without_a_year_may_be_several_people() -> None:
    companies = [a_company(line, director("Ilka Moen", line)) for line in range(2, 2 + OPTIONS.directorships)]
    [pattern] = patterns_of(companies, "many_directorships")
    assert "possibly several people of one name" in pattern.said
    assert patterns_of(companies[1:], "many_directorships") == []


def test_the_same_set_needs_every_director_alike() -> None:
    facts = (Fact("address", "12 Quay St, Dray", (2,)), Fact("agent", "Dray Agents", (2,)))
    board = (director("Ilka Moen", 2, born=1975), director("Odd Rahm", 2, born=1969))
    companies = [a_company(line, *facts, *board) for line in (2, 3, 4)]
    [pattern] = patterns_of(companies, "same_set")
    assert len(pattern.companies) == 3
    other = a_company(4, *facts, board[0])
    assert patterns_of([*companies[:2], other], "same_set") == []


def test_a_circle_is_told_once_with_its_shares() -> None:
    companies = [
        a_company(2, owner("Firm 4 Ltd", 2, share=40.0, number="4")),
        a_company(3, owner("Firm 2 Ltd", 3, share=60.0, number="2")),
        a_company(4, owner("Firm 3 Ltd", 4, share=55.5, number="3")),
    ]
    [pattern] = patterns_of(companies, "circular_ownership")
    assert pattern.said == (
        "Ownership runs in a circle: Firm 2 Ltd owns 60% of Firm 3 Ltd, which owns 55.5% of Firm 4 Ltd, which owns 40% "
        "of Firm 2 Ltd."
    )
    assert sorted(row.line for row in pattern.rows) == [2, 3, 4]


def test_a_company_that_owns_itself_is_a_circle_and_a_tree_is_none() -> None:
    [pattern] = patterns_of([a_company(2, owner("Firm 2 Ltd", 2, number="2"))], "circular_ownership")
    assert pattern.said == "Ownership runs in a circle: Firm 2 Ltd owns Firm 2 Ltd."
    tree = [a_company(2), *(a_company(line, owner("Firm 2 Ltd", line, number="2")) for line in (3, 4))]
    assert patterns_of(tree, "circular_ownership") == []


def test_short_lived_companies_that_follow_each_other_are_told() -> None:
    lives = [("2026-02-01", "2026-11-30"), ("2027-01-15", "2027-10-02"), ("2030-01-01", "2039-01-01")]
    companies = [
        a_company(line, director("Ilka Moen", line, born=1975), incorporated=begun, dissolved=ended)
        for line, (begun, ended) in enumerate(lives, 2)
    ]
    [pattern] = patterns_of(companies, "succession")
    assert len(pattern.companies) == 2
    assert "Firm 2 Ltd (2026-02-01 to 2026-11-30), then Firm 3 Ltd" in pattern.said


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (("2026-02-01", "2026-11-30"), ("2026-06-01", "2026-12-30"), "they lived side by side"),
        (("2026-02-01", "2026-11-30"), ("2029-06-01", "2029-12-30"), "years lie between"),
        (("2026-02-01", "2028-11-30"), ("2029-01-01", "2029-12-30"), "the first lived long"),
        (("2026-02-01", ""), ("2027-01-01", "2027-12-30"), "the first lives still"),
    ],
)
def test_other_lives_are_no_succession(first: tuple[str, str], second: tuple[str, str], why: str) -> None:
    companies = [
        a_company(line, director("Ilka Moen", line, born=1975), incorporated=begun, dissolved=ended)
        for line, (begun, ended) in enumerate((first, second), 2)
    ]
    assert patterns_of(companies, "succession") == [], why


def test_a_chain_is_told_only_across_jurisdictions() -> None:
    abroad = a_company(2, jurisdiction="Amble")
    middle = a_company(3, owner("Firm 2 Ltd", 3, number="2"))
    child = a_company(4, owner("Firm 3 Ltd", 4, share=75.0, number="3"))
    [pattern] = patterns_of([abroad, middle, child], "chain_across_jurisdictions")
    assert pattern.said == (
        "A chain of 3 companies runs through 2 jurisdictions: Firm 2 Ltd (Amble) owns Firm 3 Ltd (Veldmark), which "
        "owns 75% of Firm 4 Ltd (Veldmark)."
    )
    assert patterns_of([a_company(2), middle, child], "chain_across_jurisdictions") == []


def test_owners_found_by_name_alone_are_said_to_be() -> None:
    abroad = a_company(2, jurisdiction="Amble")
    middle = a_company(3, owner("Firm 2 Ltd", 3, number="2"))
    child = a_company(4, owner("Firm 3 Limited", 4))
    [pattern] = patterns_of([abroad, middle, child], "chain_across_jurisdictions")
    assert pattern.said.endswith("1 of 2 owners are found by their names alone.")


def test_no_pattern_speaks_of_guilt_and_each_has_innocent_grounds() -> None:
    assert set(INNOCENT) == set(PATTERN_WORDS)
    words = re.findall(r"[a-z]+", " ".join((*INNOCENT.values(), *PATTERN_WORDS.values(), NO_BLAME)).lower())
    assert not set(words) & {"suspicious", "guilty", "fraud", "launder", "shell", "criminal", "illegal", "suspect"}


@pytest.mark.parametrize(
    ("count", "counts", "words"),
    [
        (3, [1, 1, 1, 3], "1 of 4 addresses (25%) has 3 or more; the usual number (median) is 1."),
        (2, [2, 2, 1], "2 of 3 addresses (67%) have 2 or more; the usual number (median) is 2."),
        (9, [9, *[1] * 1999], "1 of 2,000 addresses (under 0.1%) has 9 or more; the usual number (median) is 1."),
        (5, [5], "The register has one address only, so nothing is to be said of what is usual."),
    ],
)
def test_how_common_a_count_is_is_told(count: int, counts: list[int], words: str) -> None:
    assert Commonness(counts, "address", "addresses").of(count) == words
