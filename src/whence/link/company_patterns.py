"""Which patterns are seen in registers? What is shared by many, in what it is made of, how common, and why innocently.

Each is described with its rows; none says what anybody did or meant.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from whence.link.company_commonness import Commonness
from whence.link.company_index import CompanyIndex, Held, shown_value
from whence.link.company_lives import find_successions
from whence.link.company_names import director_in_words
from whence.link.company_ways import find_chains, find_circles
from whence.link.options import RegisterOptions
from whence.model.company_network import Holding, Pattern, PatternKind, PatternRow
from whence.model.register import Company, FactKind

INNOCENT: dict[PatternKind, str] = {
    "one_address": "Company formation agents, serviced offices, office towers and groups of firms put many companies "
    "at one address.",
    "same_day": "Formation agents register companies in batches, and a group often sets up several at once, say one "
    "for each building or ship.",
    "circular_ownership": "Cross-holdings are lawful in many countries, and a register may show shares of different "
    "times side by side.",
    "many_directorships": "Lawyers, accountants and employees of formation agents sit on many boards for a fee, and "
    "two people may bear one name.",
    "same_set": "Firms of one group, and clients of one service provider, share agent, address and directors as a "
    "matter of course.",
    "succession": "A project, a season or a failed business ends and its owner begins anew; a change of legal form can "
    "look the same.",
    "chain_across_jurisdictions": "International groups hold firms through other countries for ordinary reasons of "
    "tax, law and financing.",
}


def find_patterns(index: CompanyIndex, holdings: Sequence[Holding], options: RegisterOptions) -> tuple[Pattern, ...]:
    """Return the patterns by kind, those with most companies first, as many of a kind as the options say."""
    companies = {company.id: company for company in index.companies}
    kinds: tuple[Iterable[Pattern], ...] = (
        _one_address(index, options),
        _same_day(index, options),
        find_circles(holdings, companies, options, innocent=INNOCENT["circular_ownership"]),
        _many_directorships(index, options),
        _same_set(index, options),
        find_successions(index, options, innocent=INNOCENT["succession"]),
        find_chains(holdings, companies, options, innocent=INNOCENT["chain_across_jurisdictions"]),
    )
    found: list[Pattern] = []
    for patterns in kinds:
        ordered = sorted(patterns, key=lambda pattern: (-len(pattern.companies), pattern.said))
        found += ordered[: options.most_patterns]
    return tuple(found)


def _one_address(index: CompanyIndex, options: RegisterOptions) -> Iterator[Pattern]:
    sizes = {key: index.count(held) for key, held in index.holders["address"].items()}
    common = Commonness(sizes.values(), "address", "addresses")
    for key, held in index.holders["address"].items():
        if sizes[key] < options.at_one_address:
            continue
        units = {each.unit for each in held if each.unit}
        inside = f" in {len(units)} units" if len(units) > 1 else ", all in one unit" if units else ""
        yield _pattern(
            "one_address",
            f"{sizes[key]:,} companies have the address {shown_value(held[0].fact)}{inside}.",
            common.of(sizes[key]),
            held,
            index.companies,
        )


def _many_directorships(index: CompanyIndex, options: RegisterOptions) -> Iterator[Pattern]:
    groups: dict[tuple[str, int | None], list[Held]] = {}
    for key, held in index.holders["director"].items():
        for each in held:
            groups.setdefault((key, each.fact.birth_year), []).append(each)
    sizes = {key: index.count(held) for key, held in groups.items()}
    common = Commonness(sizes.values(), "director", "directors")
    for (key, year), held in groups.items():
        if sizes[key, year] < options.directorships:
            continue
        born = director_in_words(held[0].fact.value, year)
        yield _pattern(
            "many_directorships",
            f"{held[0].fact.value} ({born}) is or was a director of {sizes[key, year]:,} companies.",
            common.of(sizes[key, year]),
            held,
            index.companies,
        )


def _same_day(index: CompanyIndex, options: RegisterOptions) -> Iterator[Pattern]:
    days = Counter(
        company.incorporated for company in index.companies if len(company.incorporated) == len("2031-01-01")
    )
    common = Commonness(days.values(), "day", "days")
    told: set[frozenset[int]] = set()
    kinds: tuple[tuple[FactKind, str], ...] = (("address", "at the address"), ("agent", "by the agent"))
    for kind, words in kinds:
        for held in index.holders[kind].values():
            by_day: dict[str, list[Held]] = {}
            for each in held if len(held) >= options.same_day else ():
                day = index.companies[each.company].incorporated
                if day in days:
                    by_day.setdefault(day, []).append(each)
            for day, same in by_day.items():
                places = frozenset(index.one[each.company] for each in same)
                if len(places) < options.same_day or places in told:
                    continue
                told.add(places)
                yield _pattern(
                    "same_day",
                    f"{len(places):,} companies were incorporated on {day} {words} {shown_value(same[0].fact)}.",
                    f"On that day {days[day]:,} of all {len(index.companies):,} companies were incorporated; "
                    f"{common.of(days[day])}",
                    same,
                    index.companies,
                )


def _same_set(index: CompanyIndex, options: RegisterOptions) -> Iterator[Pattern]:
    """Yield companies with the same agent, the same building and the same directors, all of them."""
    keys: dict[int, dict[FactKind, list[tuple[str, Held]]]] = {}
    wanted: tuple[FactKind, ...] = ("agent", "address", "director")
    for kind in wanted:
        for key, held in index.holders[kind].items():
            for each in held:
                keys.setdefault(each.company, {}).setdefault(kind, []).append((key, each))
    sets: dict[tuple[frozenset[str], ...], list[int]] = {}
    for place, found in keys.items():
        if len(found) == len(wanted):
            sets.setdefault(tuple(frozenset(key for key, _ in found[kind]) for kind in wanted), []).append(place)
    sizes = map(len, sets.values())
    common = Commonness(sizes, "set of agent, address and directors", "sets of agent, address and directors")
    for places in sets.values():
        if len(places) < options.same_set:
            continue
        facts = [each for place in places for kind in wanted for _, each in keys[place][kind]]
        first = {kind: keys[places[0]][kind] for kind in wanted}
        directors = " and ".join(dict.fromkeys(each.fact.value for _, each in first["director"]))
        yield _pattern(
            "same_set",
            f"{len(places):,} companies have the same agent ({first['agent'][0][1].fact.value}), the same address "
            f"({first['address'][0][1].fact.value}) and the same directors ({directors}).",
            common.of(len(places)),
            facts,
            index.companies,
        )


def _pattern(
    kind: PatternKind, said: str, how_common: str, held: Iterable[Held], companies: Sequence[Company]
) -> Pattern:
    rows: dict[PatternRow, None] = {}
    for each in held:
        company = companies[each.company]
        rows |= dict.fromkeys(PatternRow(company.id, line) for line in each.fact.lines)
    return Pattern(
        kind, said, how_common, INNOCENT[kind], tuple(dict.fromkeys(row.company for row in rows)), tuple(rows)
    )
