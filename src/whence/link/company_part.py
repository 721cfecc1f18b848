"""Which part of the network is about one company, which company is meant, and on which rows does a part rest?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.errors import NoSuchThing
from whence.link.company_groups import joins
from whence.link.company_names import company_key
from whence.model.company_network import CompanyNetwork, Tie
from whence.model.register import Company

# Companies that a message names where several are meant.
_MOST_NAMED = 5
_HOW = "Type a company's number, or its name as the register has it; whence register network shows the largest groups."


def find_company(companies: Sequence[Company], words: str) -> Company:
    """Return the company of that number, id or name; raise NoSuchThing where it is none, or where it may be several.

    A company that stands in several registers under one number is one, and the first is returned.
    """
    plain = words.strip().casefold()
    found = [company for company in companies if plain in (company.id, company.number.casefold())]
    key = company_key(words)
    if not found and key:
        found = [company for company in companies if _is_called(company, key)]
    if not found and key:
        found = [company for company in companies if company_key(company.name).startswith(key)]
    if not found:
        raise NoSuchThing(f"No company of the registers is called {words!r}.", hint=_HOW)
    if len({(company.number, company.jurisdiction) if company.number else company.id for company in found}) > 1:
        named = "; ".join(f"{company.name} {company.number}".strip() for company in found[:_MOST_NAMED])
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        raise NoSuchThing(f"{words!r} may be several companies: {named}{more}.", hint=_HOW)
    return found[0]


def _is_called(company: Company, key: str) -> bool:
    return any(company_key(name) == key for name in (company.name, *company.other_names))


def network_of(network: CompanyNetwork, company: Company) -> CompanyNetwork:
    """Return what one company is part of: its group, and everything that only possibly links it, or is a hub.

    Of a hub only those of the group stay among the holders; the companies at the other end of a possible tie are there
    too, since they are what is to be looked at.
    """
    group = next((group for group in network.groups if company.id in group.companies), None)
    inside = set(group.companies) if group else {company.id}
    ties = tuple(filter(None, (_part_of(tie, inside) for tie in network.ties)))
    holdings = tuple(holding for holding in network.holdings if holding.owned in inside)
    shown = inside | {holder.company for tie in ties for holder in tie.holders}
    groups = (
        (
            replace(
                group,
                ties=tuple(place for place, tie in enumerate(ties) if joins(tie)),
                holdings=tuple(range(len(holdings))),
            ),
        )
        if group
        else ()
    )
    return replace(
        network,
        about=company.id,
        companies=tuple(each for each in network.companies if each.id in shown),
        ties=ties,
        holdings=holdings,
        groups=groups,
        patterns=tuple(pattern for pattern in network.patterns if inside.intersection(pattern.companies)),
        matches=tuple(match for match in network.matches if match.company in inside),
    )


def _part_of(tie: Tie, inside: set[str]) -> Tie | None:
    holders = tuple(holder for holder in tie.holders if holder.company in inside)
    if not holders:
        return None
    return replace(tie, holders=holders) if tie.is_hub else tie


def lines_of(network: CompanyNetwork) -> dict[str, set[int]]:
    """Return the lines that the ties, holdings and patterns of a network rest on, by register."""
    registers = {company.id: company.register for company in network.companies}
    found: dict[str, set[int]] = {}

    def take(company: str, lines: Iterable[int]) -> None:
        # A pattern may reach beyond a part of the network; its companies there are not shown.
        if company in registers:
            found.setdefault(registers[company], set()).update(lines)

    for tie in network.ties:
        for holder in tie.holders:
            take(holder.company, holder.lines)
    for holding in network.holdings:
        take(holding.owned, holding.lines)
    for pattern in network.patterns:
        for row in pattern.rows:
            take(row.company, (row.line,))
    return found
