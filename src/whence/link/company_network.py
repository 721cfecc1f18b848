"""What is the network of the companies of some registers? Ties, holdings, groups, patterns and possible matches."""

from collections.abc import Iterable, Sequence

from whence.link.company_entities import match_entities
from whence.link.company_groups import find_groups
from whence.link.company_index import index_companies
from whence.link.company_names import company_key, name_keys
from whence.link.company_owners import find_holdings
from whence.link.company_patterns import find_patterns
from whence.link.company_ties import find_ties
from whence.link.options import RegisterOptions
from whence.model.company_network import CompanyNetwork, Holding, Tie
from whence.model.entity import CaseEntity
from whence.model.register import Company, Register


def build_network(
    registers: Iterable[Register],
    companies: Iterable[Company],
    entities: Iterable[CaseEntity],
    *,
    options: RegisterOptions,
) -> CompanyNetwork:
    """Return the whole network; `companies` are those of `registers`, and `entities` what the case's reports name."""
    index = index_companies(companies)
    holdings = find_holdings(index)
    ties = tuple(_untold(find_ties(index, options), holdings, {company.id: company for company in index.companies}))
    return CompanyNetwork(
        registers=tuple(registers),
        companies=index.companies,
        ties=ties,
        holdings=holdings,
        groups=find_groups(ties, holdings),
        patterns=find_patterns(index, holdings, options),
        matches=match_entities(index, entities),
    )


def _untold(ties: Sequence[Tie], holdings: Sequence[Holding], companies: dict[str, Company]) -> Iterable[Tie]:
    """Yield the ties without those by an owner that is a company here: holdings tell the same, and who it is."""
    owners: dict[str, set[str]] = {}
    for holding in holdings:
        for key in name_keys(companies[holding.owner]):
            owners.setdefault(key, set()).add(holding.owned)
    for tie in ties:
        held = owners.get(company_key(tie.name), set()) if tie.kind == "owner" else ()
        if tie.kind != "owner" or not all(holder.company in held for holder in tie.holders):
            yield tie
