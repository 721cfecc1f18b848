"""How are registers, their network and the patterns in it told in the terminal?"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.text import Text

from whence.model.company_network import CompanyGroup, CompanyNetwork, Holder, Pattern, PatternRow, Tie
from whence.model.register import Company, Register
from whence.show.register_words import (
    KIND_WORDS,
    LARGE_WORDS,
    NO_BLAME,
    PATTERN_WORDS,
    VERY_LARGE,
    company_facts,
    holding_in_words,
    hub_in_words,
    lines_in_words,
)
from whence.show.wording import NOT_RECORDED, count_of, plain

# What a list in the terminal shows at most; the JSON and the page have more.
MOST_GROUPS, MOST_COMPANIES, MOST_TIES, MOST_HOLDERS, MOST_HUBS, MOST_MATCHES = 10, 12, 12, 12, 10, 20


def register_list_lines(registers: Sequence[Register], in_force: Sequence[Register], case: Path) -> Iterator[Text]:
    """Yield each register of a case with its file, licence and size; one that a later one replaced says so.

    `case` is the file of the case, for the command that is named next where it holds none.
    """
    if not registers:
        yield Text("This case holds no company register.")
        yield Text(f"next: whence register import FILE --mapping MAP.toml --case {case}")
        return
    held = {register.id for register in in_force}
    for register in registers:
        yield Text.assemble(
            (plain(register.name), "bold"), "" if register.id in held else "  (replaced by a later one)"
        )
        refused = f", {count_of(register.refused, 'row')} refused" if register.refused else ""
        yield Text(
            f"  {count_of(register.companies, 'company', 'companies')} in {count_of(register.rows, 'row')}{refused}; "
            f"imported {register.at[:10]}"
        )
        yield Text(f"  file {plain(register.file)}, SHA-256 {register.sha256[:16]}...")
        yield Text(f"  licence: {plain(register.licence) or NOT_RECORDED}")


def network_lines(network: CompanyNetwork) -> Iterator[Text]:
    """Yield the network: every line of it for a part, the largest groups for all of it."""
    told, is_part = _Teller(network), bool(network.about)
    yield from told.head()
    groups = network.groups if is_part else network.groups[:MOST_GROUPS]
    for number, group in enumerate(groups, 1):
        yield Text("")
        yield from told.group(group, "" if is_part else f"{number}. ", is_whole=is_part)
    if len(network.groups) > len(groups):
        yield Text(f"  and {len(network.groups) - len(groups):,} smaller groups; --format json has all", style="dim")
    if is_part and not network.groups:
        yield Text("")
        yield from told.alone()
    yield from told.beside(is_part=is_part)
    yield from told.matches()


def pattern_lines(network: CompanyNetwork) -> Iterator[Text]:
    """Yield the patterns by kind, each with how common it is, its rows, and innocent grounds once a kind."""
    if not network.patterns:
        yield Text("No pattern is seen in the registers.")
        return
    told = _Teller(network)
    yield Text(NO_BLAME)
    for kind, words in PATTERN_WORDS.items():
        patterns = [pattern for pattern in network.patterns if pattern.kind == kind]
        if not patterns:
            continue
        yield Text("")
        yield Text(f"{words} ({len(patterns):,})", style="bold")
        yield Text(f"  {patterns[0].innocent}", style="italic")
        for pattern in patterns:
            yield from told.pattern(pattern)


class _Teller:
    def __init__(self, network: CompanyNetwork) -> None:
        self._network = network
        self._companies = {company.id: company for company in network.companies}
        self._registers = {register.id: register for register in network.registers}

    def head(self) -> Iterator[Text]:
        network = self._network
        linked = sum(len(group.companies) for group in network.groups)
        files = ", ".join(plain(register.name) for register in network.registers)
        yield Text(
            f"{count_of(len(network.companies), 'company', 'companies')} of {files}: "
            f"{linked:,} in {count_of(len(network.groups), 'group')} by what they share or who owns whom."
        )

    def group(self, group: CompanyGroup, number: str, *, is_whole: bool) -> Iterator[Text]:
        companies = [self._companies[company] for company in group.companies]
        nearest = f"the nearest {len(companies)} of " if len(companies) < group.size else ""
        yield Text(f"{number}{nearest}{count_of(group.size, 'company', 'companies')} that hang together", style="bold")
        for company in companies if is_whole else companies[:MOST_COMPANIES]:
            yield self._company(company)
        if not is_whole and len(companies) > MOST_COMPANIES:
            yield Text(f"   and {len(companies) - MOST_COMPANIES:,} more", style="dim")
        if group.size > VERY_LARGE:
            yield Text(f"   {LARGE_WORDS}", style="italic")
        for place in group.ties if is_whole else group.ties[:MOST_TIES]:
            yield from self._tie(self._network.ties[place], is_whole=is_whole)
        for place in group.holdings if is_whole else group.holdings[:MOST_TIES]:
            holding = self._network.holdings[place]
            owned = self._companies[holding.owned]
            unsure = "" if holding.is_sure else ", found by its name alone"
            words = f"{self._companies[holding.owner].name} {holding_in_words(holding)} {owned.name}{unsure}"
            yield Text.assemble("   ", plain(words), (f"  [{self._place(owned, holding.lines)}]", "dim"))
        left = sum(max(0, len(each) - MOST_TIES) for each in (group.ties, group.holdings))
        if left and not is_whole:
            yield Text(f"   and {left:,} more that they share or own; --format json has all", style="dim")

    def alone(self) -> Iterator[Text]:
        yield Text("It surely shares nothing with another company.", style="bold")
        yield self._company(self._companies[self._network.about])

    def _company(self, company: Company) -> Text:
        return Text.assemble("   - ", plain(company.name), (f"  {plain(', '.join(company_facts(company)))}", "dim"))

    def _tie(self, tie: Tie, *, is_whole: bool) -> Iterator[Text]:
        if tie.kind == "number":
            # One company that stands in several registers.
            shared = count_of(len(tie.holders), "register entry", "register entries")
        else:
            shared = count_of(tie.shared_by, "company", "companies")
        yield Text.assemble("   ", (f"{KIND_WORDS[tie.kind]}: ", "bold"), plain(tie.name), f" ({shared})")
        if not is_whole:
            return
        yield Text(f"      {tie.why}", style="dim")
        for holder in tie.holders[:MOST_HOLDERS]:
            yield self._holder(holder)
        if len(tie.holders) > MOST_HOLDERS:
            yield Text(f"      and {len(tie.holders) - MOST_HOLDERS:,} more", style="dim")

    def _holder(self, holder: Holder) -> Text:
        company = self._companies[holder.company]
        note = f" ({plain(holder.note)})" if holder.note else ""
        words = f"      {plain(company.name)}: {plain(holder.value)}{note}"
        return Text.assemble(words, (f"  [{self._place(company, holder.lines)}]", "dim"))

    def _place(self, company: Company, lines: tuple[int, ...]) -> str:
        return plain(lines_in_words(self._registers[company.register], lines))

    def beside(self, *, is_part: bool) -> Iterator[Text]:
        """Yield hubs, and what is only possibly shared."""
        hubs = [tie for tie in self._network.ties if tie.is_hub]
        possible = [tie for tie in self._network.ties if not tie.is_sure and not tie.is_hub]
        if hubs:
            yield Text("")
            yield Text("Shared by so many that it links nobody:", style="bold")
        for tie in hubs[:MOST_HUBS]:
            yield Text(f"   {plain(tie.name)}: {hub_in_words(tie)}")
        if len(hubs) > MOST_HUBS:
            yield Text(f"   and {len(hubs) - MOST_HUBS:,} more; --format json has all", style="dim")
        if possible:
            yield Text("")
            yield Text("Possibly shared, so it links nobody yet:", style="bold")
        for tie in possible if is_part else possible[:MOST_HUBS]:
            yield from self._tie(tie, is_whole=True)
        if not is_part and len(possible) > MOST_HUBS:
            yield Text(f"   and {len(possible) - MOST_HUBS:,} more; --format json has all", style="dim")

    def matches(self) -> Iterator[Text]:
        matches = self._network.matches
        if not matches:
            return
        yield Text("")
        yield Text("Possible matches with what the reports name:", style="bold")
        for match in matches[:MOST_MATCHES]:
            company = self._companies[match.company]
            yield Text(
                f"   {plain(match.name)}: possibly {plain(company.name)} ({plain(', '.join(company_facts(company)))})"
            )
            yield from (Text(f"      for: {plain(reason)}", style="dim") for reason in match.reasons)
            yield from (Text(f"      against: {plain(reason)}", style="dim") for reason in match.against)
        if len(matches) > MOST_MATCHES:
            yield Text(f"   and {len(matches) - MOST_MATCHES:,} more; --format json has all", style="dim")

    def pattern(self, pattern: Pattern) -> Iterator[Text]:
        yield Text(f"  - {plain(pattern.said)}")
        yield Text(f"    How common: {plain(pattern.how_common)}", style="dim")
        yield Text(f"    Rows: {self._rows(pattern.rows)}", style="dim")

    def _rows(self, rows: Sequence[PatternRow]) -> str:
        by_register: dict[str, set[int]] = {}
        for row in rows:
            if row.company in self._companies:
                by_register.setdefault(self._companies[row.company].register, set()).add(row.line)
        return "; ".join(
            plain(lines_in_words(self._registers[register], tuple(sorted(lines))))
            for register, lines in by_register.items()
        )
