"""What do companies share, how surely is it the same thing, and is it shared by so many that it says nothing?"""

from collections.abc import Iterable, Iterator, Sequence

from whence.link.company_index import BODY, CompanyIndex, Held, shown_value
from whence.link.options import RegisterOptions
from whence.model.company_network import Holder, Tie
from whence.model.ids import content_id
from whence.model.register import FACT_KINDS, Company, FactKind

_WHY: dict[FactKind, str] = {
    "address": "the same building, once capitals, abbreviations, order and units are evened out",
    "phone": "the same digits, with the calling code",
    "domain": "the same domain of e-mail or web address, which is not one of free mail",
    "agent": "the same name of an agent, without its legal form",
    "owner": "the same name of an owner, without its legal form",
}


def find_ties(index: CompanyIndex, options: RegisterOptions) -> tuple[Tie, ...]:
    """Return everything that two companies or more share, by kind, what most share first."""
    ties: list[Tie] = []
    for kind in FACT_KINDS:
        for key, held in index.holders[kind].items():
            if len(held) < 2:
                continue
            if kind == "director":
                ties += _director_ties(key, held, index, options)
            elif kind == "owner" and index.count(held) > 1:
                ties.append(_owner_tie(key, held, index, options))
            elif index.count(held) > 1:
                ties.append(_tie(kind, key, held, index, options))
    ties += _number_ties(index)
    order = {kind: place for place, kind in enumerate(("number", *FACT_KINDS))}
    return tuple(sorted(ties, key=lambda tie: (order[tie.kind], not tie.is_sure, -len(tie.holders), tie.name, tie.id)))


def _owner_tie(key: str, held: Sequence[Held], index: CompanyIndex, options: RegisterOptions) -> Tie:
    """Return the tie of an owner: sure for a company's name or one number, else possible, since people share names."""
    numbers = {each.fact.number for each in held}
    if key.startswith(BODY) or (len(numbers) == 1 and "" not in numbers):
        return _tie("owner", key, held, index, options)
    why = "the same name; possibly the same owner: it bears no legal form, so it may be two people's"
    return _tie("owner", key, held, index, options, why=why, is_sure=False)


def _director_ties(key: str, held: Sequence[Held], index: CompanyIndex, options: RegisterOptions) -> Iterator[Tie]:
    """Yield a sure tie for each year of birth, and one that is only possible where a year is left out."""
    if key.startswith(BODY):
        if index.count(held) > 1:
            yield _tie("director", key, held, index, options, why="the same name of a company, without its legal form")
        return
    years: dict[int | None, list[Held]] = {}
    for each in held:
        years.setdefault(each.fact.birth_year, []).append(each)
    for year, group in years.items():
        if year is not None and index.count(group) > 1:
            why = f"the same name, and {year} as year of birth"
            yield _tie("director", f"{key} {year}", group, index, options, why=why)
    if None in years and index.count(held) > 1:
        known = sorted(year for year in years if year is not None)
        why = "the same name; possibly the same person: no year of birth"
        if known:
            why += f" in part of the rows, {' and '.join(map(str, known))} in others"
        yield _tie("director", key, held, index, options, why=why, is_sure=False)


def _tie(  # noqa: PLR0913 - a tie is made of them
    kind: FactKind,
    key: str,
    held: Sequence[Held],
    index: CompanyIndex,
    options: RegisterOptions,
    *,
    why: str = "",
    is_sure: bool = True,
) -> Tie:
    by_company: dict[int, list[Held]] = {}
    for each in held:
        by_company.setdefault(each.company, []).append(each)
    most = options.most_directed if kind in ("director", "owner") else options.most_joined
    return Tie(
        id=content_id("t", kind, key, "" if is_sure else "possibly"),
        kind=kind,
        name=_commonest(shown_value(each.fact) for each in held),
        holders=tuple(_holder(index.companies[place], facts) for place, facts in by_company.items()),
        why=why or _WHY[kind],
        shared_by=index.count(held),
        is_sure=is_sure,
        is_hub=index.count(held) > most,
    )


def _commonest(values: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], len(value), value))


def _holder(company: Company, held: Sequence[Held]) -> Holder:
    lines = tuple(sorted({line for each in held for line in each.fact.lines}))
    notes = dict.fromkeys(note for each in held for note in (each.unit, _service(each)) if note)
    return Holder(company.id, held[0].fact.value, lines, "; ".join(notes))


def _service(held: Held) -> str:
    """Return a director's role and time, or an owner's share, in words."""
    fact = held.fact
    if fact.kind == "owner":
        return f"{fact.share:g}%" if fact.share is not None else ""
    return " ".join(filter(None, (fact.role, fact.since and f"from {fact.since}", fact.until and f"to {fact.until}")))


def _number_ties(index: CompanyIndex) -> Iterator[Tie]:
    for key, places in index.by_number.items():
        found = [index.companies[place] for place in places]
        if len({company.register for company in found}) > 1 and found[0].jurisdiction:
            yield Tie(
                id=content_id("t", "number", key),
                kind="number",
                name=f"{found[0].jurisdiction} {found[0].number}",
                holders=tuple(Holder(company.id, company.number, company.lines) for company in found),
                why="the same number in the same jurisdiction: one company that stands in several registers",
                shared_by=1,
            )
