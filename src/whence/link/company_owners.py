"""Which company owns which, where an owner is a company of the registers itself?"""

from collections.abc import Sequence

from whence.link.company_index import CompanyIndex, number_key
from whence.link.company_names import bears_legal_form, company_key, name_keys
from whence.model.company_network import Holding
from whence.model.register import Company, Fact


def find_holdings(index: CompanyIndex) -> tuple[Holding, ...]:
    """Return who owns whom: owners found by their number, else by a name that one company alone bears.

    A name is no proof: such a holding is not sure. A name that several companies bear names none of them.
    """
    found: dict[tuple[str, str], Holding] = {}
    for company in index.companies:
        for fact in company.of_kind("owner"):
            owner, why, is_sure = _owner(index, company, fact)
            if owner is None:
                continue
            before = found.get((owner.id, company.id))
            lines = tuple(sorted({*fact.lines, *(before.lines if before else ())}))
            share = fact.share if fact.share is not None else before.share if before else None
            found[owner.id, company.id] = Holding(owner.id, company.id, share, lines, why, is_sure)
    return tuple(found.values())


def _owner(index: CompanyIndex, company: Company, fact: Fact) -> tuple[Company | None, str, bool]:
    if fact.number:
        places = index.by_number.get(number_key(fact.number, company.jurisdiction), ())
        key = company_key(fact.value)
        named: Sequence[int] = [place for place in places if key in name_keys(index.companies[place])]
        if not named:
            named = _elsewhere(index, fact)
        if named:
            return index.companies[named[0]], f"its number {fact.number} and its name", True
    bearing = index.by_name.get(company_key(fact.value), ())
    # Many a firm is called after a person: "Ilka Moen" is not "Ilka Moen Ltd".
    is_body = bears_legal_form(fact.value)
    places = [place for place in bearing if bears_legal_form(index.companies[place].name) == is_body]
    if len(places) == 1 and len(bearing) == 1:
        return index.companies[places[0]], "its name alone, which no other company of the registers bears", False
    return None, "", False


def _elsewhere(index: CompanyIndex, fact: Fact) -> Sequence[int]:
    """Return the company of that name and number in another jurisdiction, which the row does not tell."""
    bearing = index.by_name.get(company_key(fact.value), ())
    wanted = number_key(fact.number, "")
    return [place for place in bearing if number_key(index.companies[place].number, "") == wanted]
