"""How is one group of companies shown: drawn, and every line of the drawing again in tables with its rows?"""

from collections.abc import Iterable, Sequence

from whence.flow.registers import RegisterRows
from whence.link.company_groups import joins
from whence.model.company_network import CompanyGroup, CompanyNetwork, Holder, Holding, Tie
from whence.show.companies.layout import Arc, Bundle, DrawnCompany, draw_group
from whence.show.companies.views import CompanyView, GroupView, HolderView, HoldingView, RowView, TieView
from whence.show.dossier.inert import inert
from whence.show.register_words import (
    KIND_WORDS,
    LARGE_WORDS,
    VERY_LARGE,
    company_facts,
    holding_in_words,
    hub_in_words,
    lines_in_words,
    standing_in_words,
)
from whence.show.wording import count_of

# Companies that a drawing holds, those with most lines first; more cannot be followed by eye.
MOST_DRAWN = 40
# Rows and holders that a table of a page holds for one thing.
MOST_HOLDERS = 25
# Ties, holdings and companies that the tables of one group hold: more is read by nobody, and the JSON has all.
MOST_TIES, MOST_HOLDINGS, MOST_COMPANIES = 80, 80, 150


class GroupShower:
    """Shows groups, ties and rows of one network."""

    def __init__(self, network: CompanyNetwork, rows: RegisterRows) -> None:
        self._network = network
        self._rows = rows
        self._companies = {company.id: company for company in network.companies}
        self._registers = {register.id: register for register in network.registers}
        self._numbers = {register.id: number for number, register in enumerate(network.registers, 1)}
        self._shown: dict[tuple[str, int], RowView] = {}
        # What links nobody by itself: it is drawn and told, but makes no group.
        self.loose = tuple(tie for tie in network.ties if not joins(tie))

    def show(self, group: CompanyGroup, anchor: str) -> GroupView:
        """Return the view of a group."""
        inside = set(group.companies)
        ties = [self._network.ties[place] for place in group.ties]
        loose = [tie for tie in self.loose if any(holder.company in inside for holder in tie.holders)]
        holdings = [self._network.holdings[place] for place in group.holdings]
        drawn = self._most_linked(group.companies, ties, holdings)
        return GroupView(
            anchor=anchor,
            title=self._title(group, ties),
            count=count_of(min(len(group.companies), MOST_COMPANIES), "company", "companies"),
            companies=tuple(self.company(company) for company in group.companies[:MOST_COMPANIES]),
            drawing=draw_group(
                [self._drawn(company) for company in drawn],
                _bundles([*ties, *loose], drawn),
                [self._arc(holding) for holding in holdings if {holding.owner, holding.owned} <= set(drawn)],
            ),
            cut=_cut(group, len(drawn)),
            ties=tuple(map(self.tie, ties[:MOST_TIES])),
            holdings=tuple(map(self._holding, holdings[:MOST_HOLDINGS])),
        )

    def tie(self, tie: Tie) -> TieView:
        """Return one shared thing with who shares it."""
        return TieView(
            kind=tie.kind,
            words=KIND_WORDS[tie.kind],
            name=inert(tie.name),
            standing=standing_in_words(tie),
            why=inert(tie.why),
            is_hub=tie.is_hub,
            holders=tuple(map(self._holder, tie.holders[:MOST_HOLDERS])),
            left=max(0, len(tie.holders) - MOST_HOLDERS),
        )

    def company(self, company: str) -> CompanyView:
        """Return a company's name and facts."""
        held = self._companies[company]
        facts = company_facts(held)
        if len(self._registers) > 1:
            facts = (*facts, self._registers[held.register].name)
        return CompanyView(inert(held.name), inert(", ".join(facts)))

    def rows(self, company: str, lines: Iterable[int]) -> tuple[RowView, ...]:
        """Return rows of a company's register, as they stand there."""
        held = self._companies.get(company)
        if held is None:
            return ()
        return tuple(self._row(held.register, line) for line in lines)

    def shown_rows(self) -> tuple[RowView, ...]:
        """Return every row that was shown until now, register by register, in the order of the files."""
        keys = sorted(self._shown, key=lambda key: (self._numbers[key[0]], key[1]))
        return tuple(self._shown[key] for key in keys)

    def _row(self, register: str, line: int) -> RowView:
        view = self._shown.get((register, line))
        if view is None:
            place = inert(lines_in_words(self._registers[register], (line,)))
            view = RowView(place, inert(self._rows.get((register, line), "")), f"r{self._numbers[register]}-{line}")
            self._shown[register, line] = view
        return view

    def _title(self, group: CompanyGroup, ties: Sequence[Tie]) -> str:
        counts = _ties_of(group.companies, ties)
        for place in group.holdings:
            counts[self._network.holdings[place].owner] += 1
        name = inert(self._companies[max(counts, key=lambda company: counts[company])].name)
        others = group.size - 1
        return f"{name} and {count_of(others, 'other')}"

    def _most_linked(self, companies: Sequence[str], ties: Sequence[Tie], holdings: Sequence[Holding]) -> list[str]:
        counts = _ties_of(companies, ties)
        for holding in holdings:
            counts[holding.owner] += 1
            counts[holding.owned] += 1
        kept = set(sorted(companies, key=lambda company: -counts[company])[:MOST_DRAWN])
        return [company for company in companies if company in kept]

    def _drawn(self, company: str) -> DrawnCompany:
        shown = self.company(company)
        return DrawnCompany(company, shown.name, shown.facts)

    def _arc(self, holding: Holding) -> Arc:
        share = f"{holding.share:g}%" if holding.share is not None else ""
        return Arc(holding.owner, holding.owned, share, self._owned_in_words(holding), holding.is_sure)

    def _owned_in_words(self, holding: Holding) -> str:
        owner, owned = self._companies[holding.owner].name, self._companies[holding.owned].name
        return inert(f"{owner} {holding_in_words(holding)} {owned}")

    def _holding(self, holding: Holding) -> HoldingView:
        why = f"the owner is found by {holding.why}"
        return HoldingView(self._owned_in_words(holding), inert(why), self.rows(holding.owned, holding.lines))

    def _holder(self, holder: Holder) -> HolderView:
        return HolderView(
            inert(self._companies[holder.company].name),
            inert(holder.value),
            inert(holder.note),
            self.rows(holder.company, holder.lines),
        )


def _ties_of(companies: Sequence[str], ties: Sequence[Tie]) -> dict[str, int]:
    """Return how many of the ties each company holds."""
    counts = dict.fromkeys(companies, 0)
    for tie in ties:
        for holder in tie.holders:
            counts[holder.company] += 1
    return counts


def _cut(group: CompanyGroup, drawn: int) -> str:
    """Return what is left out of a group's drawing and tables, or "" where nothing is."""
    left = [LARGE_WORDS] if group.size > VERY_LARGE else []
    if len(group.companies) < group.size:
        left.append(f"Shown are the nearest {len(group.companies):,} of {group.size:,} companies.")
    if drawn < len(group.companies):
        left.append(f"Drawn are the {drawn} of {len(group.companies):,} companies with most lines.")
    if len(group.ties) > MOST_TIES or len(group.holdings) > MOST_HOLDINGS or len(group.companies) > MOST_COMPANIES:
        left.append("The tables hold what comes first; the JSON has all.")
    return " ".join(left)


def _bundles(ties: Sequence[Tie], drawn: Sequence[str]) -> list[Bundle]:
    """Return what is shared, by who of those drawn shares it and how it stands, in the order of the companies."""
    inside = set(drawn)
    found: dict[tuple[frozenset[str], str], list[tuple[str, str, str]]] = {}
    for tie in ties:
        holders = frozenset(holder.company for holder in tie.holders if holder.company in inside)
        # A sure tie of one drawn company leads out of the drawing.
        if not holders or (len(holders) < 2 and joins(tie)):
            continue
        style = "hub" if tie.is_hub else "sure" if tie.is_sure else "possible"
        words = inert(tie.name)
        standing = {"hub": f", {hub_in_words(tie)}", "possible": ", possibly the same", "sure": ""}[style]
        shown = f"{words} ({tie.shared_by:,} companies)" if style == "hub" else f"{words}{standing}"
        found.setdefault((holders, style), []).append((tie.kind, shown, f"{KIND_WORDS[tie.kind]} {words}{standing}"))
    return [
        Bundle(tuple(company for company in drawn if company in holders), style, tuple(things))
        for (holders, style), things in found.items()
    ]
