"""Which companies hang together, by what they surely share and by who owns whom?"""

from collections.abc import Iterable, Sequence

from whence.model.company_network import CompanyGroup, Holding, Tie
from whence.model.ids import content_id


def find_groups(ties: Sequence[Tie], holdings: Sequence[Holding]) -> tuple[CompanyGroup, ...]:
    """Return the groups of two companies or more, largest first.

    A hub joins nobody, and neither does what is only possibly the same; both are told beside.

    >>> from whence.model.company_network import Holder
    >>> tie = Tie("t1", "phone", "1", (Holder("a", "1", (2,)), Holder("b", "1", (3,))), "same", 2)
    >>> [group.companies for group in find_groups([tie], [Holding("b", "c", None, (4,), "name")])]
    [('a', 'b', 'c')]
    """
    roots: dict[str, str] = {}
    for tie in ties:
        if joins(tie):
            first = tie.holders[0].company
            for holder in tie.holders[1:]:
                _join(roots, first, holder.company)
    for holding in holdings:
        _join(roots, holding.owner, holding.owned)
    members: dict[str, list[str]] = {}
    for company in roots:
        members.setdefault(_root(roots, company), []).append(company)
    tie_places = _by_root(roots, ((place, tie.holders[0].company) for place, tie in enumerate(ties) if joins(tie)))
    owned = _by_root(roots, ((place, holding.owned) for place, holding in enumerate(holdings)))
    groups = [
        CompanyGroup(
            content_id("n", *sorted(found)),
            tuple(found),
            tie_places.get(root, ()),
            owned.get(root, ()),
            len(found),
        )
        for root, found in members.items()
        if len(found) > 1
    ]
    return tuple(sorted(groups, key=lambda group: (-len(group.companies), group.id)))


def joins(tie: Tie) -> bool:
    """Tell whether a tie makes a group of those who share it."""
    return tie.is_sure and not tie.is_hub


def _root(roots: dict[str, str], company: str) -> str:
    above = roots.setdefault(company, company)
    while above != roots[above]:
        roots[above] = roots[roots[above]]
        above = roots[above]
    roots[company] = above
    return above


def _join(roots: dict[str, str], one: str, other: str) -> None:
    first, second = _root(roots, one), _root(roots, other)
    if first != second:
        roots[second] = first


def _by_root(roots: dict[str, str], placed: Iterable[tuple[int, str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, company in placed:
        found.setdefault(_root(roots, company), []).append(place)
    return {root: tuple(places) for root, places in found.items()}
