"""Where does ownership run in a circle, and where through several jurisdictions?"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from whence.link.options import RegisterOptions
from whence.model.company_network import Holding, Pattern, PatternRow
from whence.model.register import Company

Owned = Mapping[str, Sequence[Holding]]
Companies = Mapping[str, Company]
Way = tuple[Holding, ...]
# Steps that are walked from one company: a knot of many cross-holdings has more ways than anybody would read, and a
# search without a bound would not end. What lies beyond is not told.
_MOST_CIRCLE_STEPS, _MOST_CHAIN_STEPS = 100_000, 5_000


def find_circles(
    holdings: Sequence[Holding], companies: Companies, options: RegisterOptions, *, innocent: str
) -> Iterator[Pattern]:
    """Yield each circle of owners with the shares, as long as the options allow; a circle is told once."""
    owned = _owned(holdings)
    for knot in _knots(owned):
        circles = []
        inside = set(knot)
        for start in sorted(knot):
            circles += list(_circles_from(start, owned, inside, options.longest_way))
            inside.discard(start)
            if len(circles) >= options.most_circles:
                break
        for way in sorted(circles, key=len)[: options.most_circles]:
            names = [_name(companies[way[0].owner]), *(_owned_name(holding, companies, _name) for holding in way)]
            yield Pattern(
                "circular_ownership",
                f"Ownership runs in a circle: {_told(names)}.{_unsure(way)}",
                f"{len(knot):,} of {len(companies):,} companies stand in this knot of owners.",
                innocent,
                tuple(holding.owned for holding in way),
                _rows(way),
            )


def find_chains(
    holdings: Sequence[Holding], companies: Companies, options: RegisterOptions, *, innocent: str
) -> Iterator[Pattern]:
    """Yield the longest chains of owners that run through two jurisdictions or more, from an owner nobody here owns."""
    owned = _owned(holdings)
    held = {holding.owned for holding in holdings}
    ways = [way for owner in owned if owner not in held for way in _ways_from(owner, owned, options.longest_way)]
    found = []
    for way in ways:
        steps = [way[0].owner, *(holding.owned for holding in way)]
        places = list(dict.fromkeys(companies[step].jurisdiction for step in steps if companies[step].jurisdiction))
        if len(steps) >= options.chain and len(places) > 1:
            found.append((way, steps, places))
    for way, steps, places in found:
        names = [_placed(companies[way[0].owner]), *(_owned_name(holding, companies, _placed) for holding in way)]
        yield Pattern(
            "chain_across_jurisdictions",
            f"A chain of {len(steps)} companies runs through {len(places)} jurisdictions: {_told(names)}."
            f"{_unsure(way)}",
            f"{len(found):,} such chains among {len(companies):,} companies.",
            innocent,
            tuple(steps),
            _rows(way),
        )


def _owned(holdings: Sequence[Holding]) -> dict[str, list[Holding]]:
    found: dict[str, list[Holding]] = {}
    for holding in holdings:
        found.setdefault(holding.owner, []).append(holding)
    return found


def _owned_name(holding: Holding, companies: Companies, told: Callable[[Company], str]) -> str:
    share = f"{holding.share:g}% of " if holding.share is not None else ""
    return f"{share}{told(companies[holding.owned])}"


def _name(company: Company) -> str:
    return company.name


def _placed(company: Company) -> str:
    return f"{company.name} ({company.jurisdiction or 'jurisdiction not recorded'})"


def _told(names: Sequence[str]) -> str:
    return f"{names[0]} owns {', which owns '.join(names[1:])}"


def _unsure(way: Way) -> str:
    count = sum(not holding.is_sure for holding in way)
    if not count:
        return ""
    return f" {count} of {len(way)} owners are found by their names alone."


def _rows(way: Way) -> tuple[PatternRow, ...]:
    return tuple(PatternRow(holding.owned, line) for holding in way for line in holding.lines)


def _circles_from(start: str, owned: Owned, inside: set[str], longest: int) -> Iterator[Way]:
    """Yield the circles through a company that stay inside, walked without recursion."""
    stack: list[Way] = [(holding,) for holding in owned.get(start, ()) if holding.owned in inside]
    seen = 0
    while stack and seen < _MOST_CIRCLE_STEPS:
        seen += 1
        way = stack.pop()
        last = way[-1].owned
        if last == start:
            yield way
        elif len(way) < longest and last not in {holding.owned for holding in way[:-1]}:
            stack.extend((*way, holding) for holding in owned.get(last, ()) if holding.owned in inside)


def _ways_from(owner: str, owned: Owned, longest: int) -> Iterator[Way]:
    """Yield the ways down from an owner that cannot be followed further, as far as the steps allow."""
    stack: list[Way] = [(holding,) for holding in owned[owner]]
    seen = 0
    while stack and seen < _MOST_CHAIN_STEPS:
        seen += 1
        way = stack.pop()
        passed = {owner, *(holding.owned for holding in way)}
        further = [holding for holding in owned.get(way[-1].owned, ()) if holding.owned not in passed]
        if further and len(way) < longest:
            stack.extend((*way, holding) for holding in further)
        else:
            yield way


def _knots(owned: Owned) -> list[list[str]]:
    """Return the strongly connected sets of companies that own each other (Tarjan), and those that own themselves."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    knots = []
    for root in owned:
        if root in number:
            continue
        work = [(root, iter(owned.get(root, ())))]
        number[root] = low[root] = len(number)
        path.append(root)
        on_path.add(root)
        while work:
            company, further = work[-1]
            for holding in further:
                child = holding.owned
                if child not in number:
                    number[child] = low[child] = len(number)
                    path.append(child)
                    on_path.add(child)
                    work.append((child, iter(owned.get(child, ()))))
                    break
                if child in on_path:
                    low[company] = min(low[company], number[child])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[company])
                if low[company] == number[company]:
                    knot = path[path.index(company) :]
                    del path[-len(knot) :]
                    on_path.difference_update(knot)
                    if len(knot) > 1 or any(holding.owned == company for holding in owned.get(company, ())):
                        knots.append(knot)
    return knots
