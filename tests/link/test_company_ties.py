"""What do companies share, how surely, and when is it shared by too many to say anything?"""

from dataclasses import replace

import pytest

from tests.link.companies import OPTIONS, a_company, director, owner, sharing
from whence.link.company_index import index_companies
from whence.link.company_ties import find_ties
from whence.model.company_network import Tie
from whence.model.register import Company, Fact


def ties_of(companies: list[Company]) -> list[Tie]:
    return list(find_ties(index_companies(companies), OPTIONS))


@pytest.mark.parametrize(
    ("kind", "values", "name"),
    [
        ("address", ("12 Quay St, Suite 4, Dray", "12 Quay Street, Dray"), "12 Quay St, Dray"),
        ("agent", ("Dray Agents Ltd", "Dray Agents Ltd"), "Dray Agents Ltd"),
        ("phone", ("+999 12 34567", "00999-1234567"), "+999 12 34567"),
        ("domain", ("quay.example", "quay.example"), "quay.example"),
        ("owner", ("Moen Mills Ltd", "MOEN MILLS LIMITED"), "Moen Mills Ltd"),
    ],
)
def test_what_two_companies_share_is_a_tie_with_the_rows_of_both(kind: str, values: tuple[str, str], name: str) -> None:
    [tie] = ties_of(sharing(kind, values))
    assert (tie.kind, tie.is_sure, tie.is_hub, tie.shared_by) == (kind, True, False, 2)
    assert tie.name == name
    assert [(holder.value, holder.lines) for holder in tie.holders] == [(values[0], (2,)), (values[1], (3,))]
    assert tie.why


def test_free_mail_links_nobody() -> None:
    assert ties_of(sharing("domain", ["gmail.com", "gmail.com"])) == []


def test_what_one_company_has_twice_is_no_tie() -> None:
    facts = [Fact("phone", "+999 12 34567", (2,)), Fact("phone", "00999 1234567", (3,))]
    assert ties_of([a_company(2, *facts)]) == []


def test_a_director_with_a_year_of_birth_is_sure() -> None:
    companies = [a_company(2, director("Ilka Moen", 2, born=1975)), a_company(3, director("MOEN, Ilka", 3, born=1975))]
    [tie] = ties_of(companies)
    assert tie.is_sure
    assert "1975" in tie.why


def test_two_years_of_birth_are_two_people() -> None:
    companies = [a_company(2, director("Ilka Moen", 2, born=1975)), a_company(3, director("Ilka Moen", 3, born=1950))]
    assert ties_of(companies) == []


def test_a_name_alone_is_only_possibly_the_same_person() -> None:
    companies = [a_company(2, director("Ilka Moen", 2, born=1975)), a_company(3, director("Ilka Moen", 3))]
    [tie] = ties_of(companies)
    assert not tie.is_sure
    assert "possibly the same person" in tie.why
    assert "1975 in others" in tie.why


def test_what_very_many_share_is_a_hub() -> None:
    many = sharing("agent", ["Dray Agents Ltd"] * (OPTIONS.most_joined + 1))
    [tie] = ties_of(many)
    assert tie.is_hub
    assert tie.shared_by == OPTIONS.most_joined + 1
    [fewer] = ties_of(many[:-1])
    assert not fewer.is_hub


def test_a_company_in_two_registers_is_one_and_counts_once() -> None:
    here = a_company(2, Fact("phone", "+999 12 34567", (2,)))
    there = replace(a_company(2, Fact("phone", "+999 12 34567", (9,)), register="g2"), number="0002")
    ties = ties_of([here, there])
    assert [tie.kind for tie in ties] == ["number"]
    assert [holder.company for holder in ties[0].holders] == [here.id, there.id]


def test_numbers_of_two_jurisdictions_are_two_companies() -> None:
    there = replace(a_company(2, register="g2"), jurisdiction="Amble")
    assert ties_of([a_company(2), there]) == []


def test_an_owner_without_a_legal_form_is_only_possibly_the_same() -> None:
    [tie] = ties_of([a_company(2, owner("Ilka Moen", 2)), a_company(3, owner("ILKA MOEN", 3))])
    assert not tie.is_sure
    assert "may be two people's" in tie.why
    [sure] = ties_of([a_company(2, owner("Ilka Moen", 2, number="7")), a_company(3, owner("Ilka Moen", 3, number="7"))])
    assert sure.is_sure
    assert ties_of([a_company(2, owner("Ilka Moen", 2)), a_company(3, owner("Ilka Moen Ltd", 3))]) == []


def test_a_director_that_is_a_company_needs_no_year_of_birth() -> None:
    [tie] = ties_of(
        [a_company(2, director("Dray Nominees Ltd", 2)), a_company(3, director("DRAY NOMINEES LIMITED", 3))]
    )
    assert tie.is_sure
