"""Is a company matched with what reports name, with reasons, and never with what they leave unnamed?"""

from tests.link.companies import a_company
from whence.link.company_entities import match_entities
from whence.link.company_index import index_companies
from whence.model.company_network import CompanyMatch
from whence.model.entity import CaseEntity, Occurrence
from whence.model.spans import Span
from whence.model.statement import Attribute, EntityKind


def an_entity(name: str, kind: EntityKind = "organisation", *, named: bool = True, place: str = "") -> CaseEntity:
    attributes = (Attribute("place", place, Span(0, 1)),) if place else ()
    occurrence = Occurrence("n1", "a", "e1", name, kind, named, (), (), attributes)
    return CaseEntity("e1", name, kind, named, (), (occurrence,))


def match_of(name: str, entity: CaseEntity, *others: str) -> tuple[CompanyMatch, ...]:
    companies = [a_company(line, name=each) for line, each in enumerate((name, *others), 2)]
    return match_entities(index_companies(companies), [entity])


def test_the_same_name_without_its_legal_form_is_a_possible_match() -> None:
    [match] = match_of("Quay Works Ltd", an_entity("Quay Works"))
    assert "the same name without its legal form" in match.reasons[0]
    assert match.against == ()


def test_a_name_of_several_companies_and_of_one_word_speaks_against() -> None:
    matches = match_of("Quay Ltd", an_entity("Quay"), "Quay LLC")
    assert len(matches) == 2
    assert "2 companies bear this name: also Quay LLC 3" in matches[0].against
    assert "the name is one word alone" in matches[0].against


def test_the_place_that_reports_give_speaks_for_it() -> None:
    [match] = match_of("Quay Works Ltd", an_entity("Quay Works", place="Veldmark"))
    assert any("place it in Veldmark" in reason for reason in match.reasons)


def test_persons_places_and_the_unnamed_are_not_looked_up() -> None:
    assert match_of("Quay Works Ltd", an_entity("Quay Works", "person")) == ()
    assert match_of("Quay Works Ltd", an_entity("Quay Works", "place")) == ()
    assert match_of("Quay Works Ltd", an_entity("Quay Works", named=False)) == ()


def test_another_name_is_no_match() -> None:
    assert match_of("Quay Works Ltd", an_entity("Quay Cranes")) == ()
