"""Which part of the network is about one company, which company is meant, and on which rows does a part rest?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.errors import NoSuchThing
from whence.link.company_groups import joins
from whence.link.company_names import company_key, name_keys
from whence.link.options import RegisterOptions
from whence.model.company_network import CompanyGroup, CompanyNetwork, Tie
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
        found = [company for company in companies if key in name_keys(company)]
    if not found and key:
        found = [company for company in companies if company_key(company.name).startswith(key)]
    if not found:
        raise NoSuchThing(f"No company of the registers is called {words!r}.", hint=_HOW)
    if len({(company.number, company.jurisdiction) if company.number else company.id for company in found}) > 1:
        named = "; ".join(f"{company.name} {company.number}".strip() for company in found[:_MOST_NAMED])
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        raise NoSuchThing(f"{words!r} may be several companies: {named}{more}.", hint=_HOW)
    return found[0]


def network_of(network: CompanyNetwork, company: Company, *, options: RegisterOptions) -> CompanyNetwork:
    """Return what one company is part of: its group, and everything that only possibly links it, or is a hub.

    Of a large group those that are nearest to the company are kept, step by step along ties and holdings.

    Of a hub only those of the group stay among the holders; the companies at the other end of a possible tie are there
    too, since they are what is to be looked at.
    """
    group = next((group for group in network.groups if company.id in group.companies), None)
    inside = _nearest(network, group, company.id, most=options.nearest) if group else {company.id}
    ties = tuple(filter(None, (_part_of(tie, inside) for tie in network.ties)))
    holdings = tuple(holding for holding in network.holdings if {holding.owned, holding.owner} <= inside)
    shown = inside | {holder.company for tie in ties for holder in tie.holders}
    groups = (
        (
            replace(
                group,
                companies=tuple(each for each in group.companies if each in inside),
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
    # What is only possibly shared is shown to its other end; a sure tie leads on to what is left out, as a hub does.
    return tie if not tie.is_sure and not tie.is_hub else replace(tie, holders=holders)


def _nearest(network: CompanyNetwork, group: CompanyGroup, start: str, *, most: int) -> set[str]:
    """Return the companies of a group that are fewest steps away, whole steps as far as `most` allows."""
    beside: dict[str, list[str]] = {}
    for place in group.ties:
        holders = [holder.company for holder in network.ties[place].holders]
        for holder in holders:
            beside.setdefault(holder, []).extend(holders)
    for place in group.holdings:
        holding = network.holdings[place]
        beside.setdefault(holding.owner, []).append(holding.owned)
        beside.setdefault(holding.owned, []).append(holding.owner)
    inside, edge = {start}, [start]
    while edge and len(inside) < most:
        reached = dict.fromkeys(company for each in edge for company in beside.get(each, ()) if company not in inside)
        edge = list(reached)[: most - len(inside)]
        inside.update(edge)
    return inside


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
