"""Which short-lived companies follow one another under one director?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from whence.link.company_index import CompanyIndex, Held
from whence.link.company_names import director_in_words
from whence.link.options import RegisterOptions
from whence.model.company_network import Pattern, PatternRow
from whence.model.register import Company


def find_successions(index: CompanyIndex, options: RegisterOptions, *, innocent: str) -> Iterator[Pattern]:
    """Yield rows of companies of one director of which each was dissolved within a year and the next began after it.

    A company that began before the end of the one before it, or long after, is not its successor.
    """
    lives = {place: life for place, company in enumerate(index.companies) if (life := lifetime(company))}
    short = {place for place, (begun, ended) in lives.items() if ended - begun <= timedelta(days=options.short_days)}
    ended = sum(bool(company.dissolved) for company in index.companies)
    common = (
        f"{len(short):,} of {ended:,} dissolved companies, of {len(index.companies):,} in all, existed no longer than "
        f"{options.short_days} days."
    )
    for held in index.holders["director"].values():
        for group in _by_year(held):
            for row in _rows_of_lives([each for each in group if each.company in short], lives, options):
                yield _succession(row, index.companies, lives, common, innocent)


def lifetime(company: Company) -> tuple[date, date] | None:
    """Return the days of a company's beginning and end, or None where either is not known to the day.

    >>> lifetime(Company("c1", "g1", "Quay", (2,), incorporated="2030-01-05", dissolved="2030-09-01"))[1].isoformat()
    '2030-09-01'
    """
    if len(company.incorporated) != 10 or len(company.dissolved) != 10:
        return None
    begun, ended = date.fromisoformat(company.incorporated), date.fromisoformat(company.dissolved)
    return (begun, ended) if ended >= begun else None


def _by_year(held: Sequence[Held]) -> list[list[Held]]:
    groups: dict[int | None, dict[int, Held]] = {}
    for each in held:
        groups.setdefault(each.fact.birth_year, {}).setdefault(each.company, each)
    return [list(group.values()) for group in groups.values() if len(group) > 1]


def _rows_of_lives(
    held: Sequence[Held], lives: dict[int, tuple[date, date]], options: RegisterOptions
) -> Iterator[list[Held]]:
    row: list[Held] = []
    for each in sorted(held, key=lambda each: lives[each.company]):
        if row:
            gap = (lives[each.company][0] - lives[row[-1].company][1]).days
            if gap < 0:
                continue
            if gap > options.successor_days:
                if len(row) > 1:
                    yield row
                row = []
        row.append(each)
    if len(row) > 1:
        yield row


def _succession(
    row: Sequence[Held],
    companies: Sequence[Company],
    lives: dict[int, tuple[date, date]],
    common: str,
    innocent: str,
) -> Pattern:
    told = ", then ".join(
        f"{companies[each.company].name} ({lives[each.company][0]} to {lives[each.company][1]})" for each in row
    )
    year = row[0].fact.birth_year
    born = director_in_words(row[0].fact.value, year)
    return Pattern(
        "succession",
        f"{len(row)} companies with the director {row[0].fact.value} ({born}) existed a year or less, one after the "
        f"other: {told}.",
        common,
        innocent,
        tuple(companies[each.company].id for each in row),
        tuple(
            dict.fromkeys(
                PatternRow(companies[each.company].id, line)
                for each in row
                for line in (*each.fact.lines, *companies[each.company].lines[:1])
            )
        ),
    )
