"""Is the company found that was meant, and is everything shown that it is part of?"""

from dataclasses import replace

import pytest

from tests.link.companies import OPTIONS, a_company, director, sharing
from whence.errors import NoSuchThing
from whence.link.company_network import build_network
from whence.link.company_part import find_company, lines_of, network_of
from whence.model.register import Fact


@pytest.mark.parametrize("words", ["7", "quay works", "Quay Works LTD", "g1-c7", "quay"])
def test_a_company_is_found_by_number_name_and_id(words: str) -> None:
    companies = [a_company(7, name="Quay Works Ltd"), a_company(8, name="Amble Wind Ltd")]
    assert find_company(companies, words) is companies[0]


def test_a_name_of_several_or_none_is_refused_with_what_to_type() -> None:
    companies = [a_company(7, name="Quay Works Ltd"), a_company(8, name="Quay Works LLC")]
    with pytest.raises(NoSuchThing, match="may be several companies: Quay Works Ltd 7; Quay Works LLC 8"):
        find_company(companies, "Quay Works")
    with pytest.raises(NoSuchThing, match="No company of the registers is called"):
        find_company(companies, "Ostrander")


def test_a_company_in_two_registers_is_found_as_one() -> None:
    companies = [a_company(7, name="Quay Works Ltd"), a_company(7, name="Quay Works Ltd", register="g2")]
    assert find_company(companies, "quay works") is companies[0]


def test_a_part_holds_the_group_its_hubs_and_the_other_end_of_what_is_possible() -> None:
    hub = sharing("agent", ["Dray Agents Ltd"] * (OPTIONS.most_joined + 1))
    phone = Fact("phone", "+999 1234567", (90,))
    agent = Fact("agent", "Dray Agents Ltd", (90,))
    one, other = a_company(90, phone, agent, director("Ilka Moen", 90)), a_company(91, phone)
    namesake, stranger = a_company(92, director("Ilka Moen", 92)), a_company(93)
    network = build_network((), [*hub, one, other, namesake, stranger], (), options=OPTIONS)
    part = network_of(network, one, options=OPTIONS)
    assert part.about == one.id
    assert {company.id for company in part.companies} == {one.id, other.id, namesake.id}
    held = {tie.kind: tie for tie in part.ties}
    assert set(held) == {"phone", "agent", "director"}
    assert [holder.company for holder in held["agent"].holders] == [one.id]
    assert held["agent"].shared_by == OPTIONS.most_joined + 2
    assert [part.ties[place].kind for place in part.groups[0].ties] == ["phone"]
    assert lines_of(part) == {"g1": {90, 92}}


def test_a_company_that_shares_nothing_is_a_part_of_one() -> None:
    alone = a_company(93)
    part = network_of(build_network((), [alone, a_company(94)], (), options=OPTIONS), alone, options=OPTIONS)
    assert (part.companies, part.groups, part.ties) == ((alone,), (), ())


def test_of_a_large_group_the_nearest_are_kept_with_all_that_ties_them() -> None:
    # Firms 0 to 9 in a row, each with a phone in common with the next.
    phones = [Fact("phone", f"+999 123450{number}", (2,)) for number in range(11)]
    row = [a_company(number, phones[number], phones[number + 1]) for number in range(10)]
    network = build_network((), row, (), options=OPTIONS)
    part = network_of(network, row[4], options=replace(OPTIONS, nearest=5))
    [group] = part.groups
    assert set(group.companies) == {company.id for company in row[2:7]}
    assert group.size == 10
    assert {company.id for company in part.companies} == set(group.companies)
    assert len(group.ties) >= 4
