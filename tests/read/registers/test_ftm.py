"""Are FollowTheMoney entities read as companies with their facts, each with the lines that state it?"""

import json
from typing import Any

from whence.model.register import RegisterContent
from whence.read.registers.ftm import read_register_ftm


def line(id_: str, schema: str, **properties: Any) -> str:
    values = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": id_, "schema": schema, "properties": values})


def read(*lines: str) -> RegisterContent:
    return read_register_ftm("\n".join(lines), register="g1")


def test_links_become_facts_with_the_lines_of_both() -> None:
    content = read(
        line("a", "Company", name="Quay Ltd", registrationNumber="17", jurisdiction="vd", addressEntity="s"),
        line("p", "Person", name="Ilka Moen", birthDate="1975-02-01"),
        line("d", "Directorship", director="p", organization="a", role="chair", startDate="2030-01"),
        line("b", "Organization", name="Quay Holding", registrationNumber="9"),
        line("o", "Ownership", owner="b", asset="a", percentage="60"),
        line("s", "Address", street="1 Quay St", city="Dray"),
        line("r", "Representation", agent="b", client="a"),
    )
    quay, holding = content.companies
    assert (quay.number, quay.jurisdiction, holding.name) == ("17", "vd", "Quay Holding")
    found = {fact.kind: fact for fact in quay.facts}
    assert (found["director"].birth_year, found["director"].role, found["director"].lines) == (1975, "chair", (3, 2))
    assert (found["owner"].share, found["owner"].number, found["owner"].lines) == (60.0, "9", (5, 4))
    assert (found["address"].value, found["address"].lines) == ("1 Quay St, Dray", (1, 6))
    assert (found["agent"].value, found["agent"].lines) == ("Quay Holding", (7, 4))
    assert [row.line for row in content.rows] == [1, 2, 3, 4, 5, 6, 7]


def test_lines_of_one_entity_are_joined_whatever_their_order() -> None:
    content = read(
        line("a", "LegalEntity", name="Quay Ltd"), line("a", "Company", phone="+999 1234567", name="Quay Works Ltd")
    )
    [company] = content.companies
    assert (company.lines, company.other_names) == ((1, 2), ("Quay Works Ltd",))
    assert [fact.kind for fact in company.facts] == ["phone"]


def test_nested_entities_stand_as_their_ids() -> None:
    nested = {"id": "d", "schema": "Directorship", "properties": {"director": [{"id": "p"}], "organization": ["a"]}}
    content = read(line("a", "Company", name="Quay Ltd"), line("p", "Person", name="Ilka Moen"), json.dumps(nested))
    assert [fact.value for fact in content.companies[0].facts] == ["Ilka Moen"]


def test_what_is_broken_is_refused_by_line_and_the_rest_goes_on() -> None:
    content = read(
        "{broken",
        json.dumps(["no entity"]),
        json.dumps({"id": "x", "schema": "Company", "properties": 4}),
        line("n", "Company"),
        line("o", "Ownership", owner="nobody", asset="a"),
        line("a", "Company", name="Quay Ltd", incorporationDate="soon"),
        line("v", "Vessel", name="passed over"),
    )
    assert [(row.line, row.reason) for row in content.refused] == [
        (1, "It is no JSON."),
        (2, "It is no FollowTheMoney entity: it has no id or no schema."),
        (3, "Its properties are no JSON object."),
        (4, "It gives no name of a company."),
        (5, "Its owner is nobody, which the file does not hold."),
    ]
    assert [company.name for company in content.companies] == ["Quay Ltd"]
    assert [row.line for row in content.noted] == [6]
