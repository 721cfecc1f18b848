"""Do sure ties and holdings make groups, and hubs and possible ones none?"""

from tests.link.companies import OPTIONS, a_company, director, sharing
from whence.link.company_network import build_network
from whence.model.company_network import CompanyNetwork
from whence.model.register import Company, Fact


def network_of(companies: list[Company]) -> CompanyNetwork:
    return build_network((), companies, (), options=OPTIONS)


def test_ties_chain_into_one_group() -> None:
    companies = [
        a_company(2, Fact("phone", "+999 1234567", (2,))),
        a_company(3, Fact("phone", "+999 1234567", (3,)), Fact("domain", "quay.example", (3,))),
        a_company(4, Fact("domain", "quay.example", (4,))),
        a_company(5),
    ]
    network = network_of(companies)
    [group] = network.groups
    assert set(group.companies) == {company.id for company in companies[:3]}
    assert {network.ties[place].kind for place in group.ties} == {"phone", "domain"}


def test_a_hub_and_a_possible_tie_join_nobody() -> None:
    hub = sharing("agent", ["Dray Agents Ltd"] * (OPTIONS.most_joined + 1))
    possible = [a_company(100 + line, director("Ilka Moen", line)) for line in (2, 3)]
    network = network_of([*hub, *possible])
    assert network.groups == ()
    assert len(network.ties) == 2


def test_the_order_of_companies_makes_no_other_groups() -> None:
    companies = sharing("phone", ["+999 1234567", "+999 7654321", "+999 1234567", "+999 7654321"])
    found = {frozenset(group.companies) for group in network_of(companies).groups}
    assert found == {frozenset(group.companies) for group in network_of(companies[::-1]).groups}
    assert len(found) == 2
