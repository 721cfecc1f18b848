"""Which company of a register may be a thing that the case's reports name?"""

from collections.abc import Iterable, Iterator, Sequence

from whence.link.company_index import CompanyIndex
from whence.link.company_names import company_key
from whence.model.company_network import CompanyMatch
from whence.model.entity import CaseEntity
from whence.model.register import Company

# What a company may be called in a report. What reports describe without naming it is never given a name.
_MAY_BE_COMPANY = frozenset(("organisation", "outlet", "facility", "unknown"))


def match_entities(index: CompanyIndex, entities: Iterable[CaseEntity]) -> tuple[CompanyMatch, ...]:
    """Return the possible matches: companies whose folded name, without its legal form, is one of an entity's names.

    A name is no proof: each match says what speaks for it and what against.
    """
    found = []
    for entity in entities:
        if not entity.named or entity.kind not in _MAY_BE_COMPANY:
            continue
        seen: set[int] = set()
        for name in (entity.name, *entity.aliases):
            key = company_key(name)
            for place in index.by_name.get(key, ()) if key else ():
                if place not in seen:
                    seen.add(place)
                    found.append(_match(index.companies[place], entity, name, index.by_name[key], index.companies))
    return tuple(found)


def _match(
    company: Company, entity: CaseEntity, name: str, bearing: Sequence[int], companies: Sequence[Company]
) -> CompanyMatch:
    reasons = [f"the register has {company.name}, the reports have {name}: the same name without its legal form"]
    against = []
    if len(bearing) > 1:
        others = ", ".join(
            f"{companies[place].name} {companies[place].number}".strip()
            for place in bearing
            if companies[place].id != company.id
        )
        against.append(f"{len(bearing)} companies bear this name: also {others}")
    if len(company_key(name).split()) == 1:
        against.append("the name is one word alone")
    reasons += [
        f"the reports place it in {value}, the jurisdiction of the register's company"
        for value in _places_of(entity)
        if company.jurisdiction and company_key(value) == company_key(company.jurisdiction)
    ]
    if not company.jurisdiction:
        against.append("the register does not say in which jurisdiction the company is")
    return CompanyMatch(company.id, entity.id, name, tuple(reasons), tuple(against))


def _places_of(entity: CaseEntity) -> Iterator[str]:
    for attribute in entity.attributes:
        if attribute.kind == "place":
            yield attribute.worded
