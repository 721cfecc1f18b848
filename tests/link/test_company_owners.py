"""Is an owner found among the companies, by its number, by a name that is its own, and else not?"""

from dataclasses import replace

from tests.link.companies import OPTIONS, a_company, owner
from whence.link.company_index import index_companies
from whence.link.company_network import build_network
from whence.link.company_owners import find_holdings
from whence.model.company_network import Holding
from whence.model.register import Company


def holdings_of(*companies: Company) -> tuple[Holding, ...]:
    return find_holdings(index_companies(companies))


def test_an_owner_is_found_by_number_and_name() -> None:
    parent = a_company(2, name="Quay Holding Ltd")
    [holding] = holdings_of(parent, a_company(3, owner("QUAY HOLDING", 3, share=60.0, number="0002")))
    assert (holding.owner, holding.share, holding.lines, holding.is_sure) == (parent.id, 60.0, (3,), True)


def test_an_owner_of_another_jurisdiction_is_found_by_number_and_name() -> None:
    parent = replace(a_company(2, name="Quay Holding Ltd"), jurisdiction="Amble")
    [holding] = holdings_of(parent, a_company(3, owner("Quay Holding Ltd", 3, number="2")))
    assert holding.is_sure


def test_a_number_under_another_name_is_no_owner() -> None:
    assert holdings_of(a_company(2, name="Quay Holding Ltd"), a_company(3, owner("Amble Wind", 3, number="2"))) == ()


def test_a_name_alone_is_not_sure_and_two_bearers_are_none() -> None:
    child = a_company(3, owner("Quay Holding Limited", 3))
    [holding] = holdings_of(a_company(2, name="Quay Holding Ltd"), child)
    assert not holding.is_sure
    assert holdings_of(a_company(2, name="Quay Holding Ltd"), a_company(4, name="Quay Holding LLC"), child) == ()


def test_an_owner_that_is_a_company_is_a_holding_and_no_tie_beside() -> None:
    parent = a_company(2, name="Quay Holding Ltd")
    children = [a_company(line, owner("Quay Holding Ltd", line, number="2")) for line in (3, 4)]
    network = build_network((), [parent, *children], (), options=OPTIONS)
    assert network.ties == ()
    assert len(network.holdings) == 2
    assert [set(group.companies) for group in network.groups] == [{parent.id, *(child.id for child in children)}]


def test_a_person_is_not_the_firm_that_is_called_after_them() -> None:
    assert holdings_of(a_company(2, name="Ilka Moen Ltd"), a_company(3, owner("Ilka Moen", 3))) == ()
