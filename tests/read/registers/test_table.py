"""Does every company of a table come with its facts and lines, and is what cannot be read told by line?"""

import pytest

from whence.errors import FixUsage
from whence.model.register import RegisterContent
from whence.read.registers.mapping import read_mapping
from whence.read.registers.table import read_register_table

MAPPING = """
[file]
dates = ["%d.%m.%Y"]
[company]
name = "firm"
number = "no"
jurisdiction_is = "Veldmark"
incorporated = "begun"
address = ["street", "town"]
phone = "phone"
email = "mail"
agent = "agent"
[[officer]]
name = "boss"
born = "born"
role_is = "director"
[[owner]]
name = "owner"
share = "share"
"""
HEADER = "no,firm,begun,street,town,phone,mail,agent,boss,born,owner,share\n"


def read(rows: str, mapping: str = MAPPING) -> RegisterContent:
    return read_register_table(HEADER + rows, read_mapping(mapping), register="g1")


def test_every_fact_has_its_value_as_written_and_its_line() -> None:
    content = read(
        "17,Quay Ltd,05.01.2030,1 Quay St,Dray,+999 1,info@Quay.example,Dray Agents,Ilka Moen,1975,Rahm,60%\n"
    )
    [company] = content.companies
    assert (company.number, company.name, company.incorporated, company.jurisdiction) == (
        "17",
        "Quay Ltd",
        "2030-01-05",
        "Veldmark",
    )
    assert [(fact.kind, fact.value, fact.lines) for fact in company.facts] == [
        ("address", "1 Quay St, Dray", (2,)),
        ("phone", "+999 1", (2,)),
        ("agent", "Dray Agents", (2,)),
        ("domain", "quay.example", (2,)),
        ("director", "Ilka Moen", (2,)),
        ("owner", "Rahm", (2,)),
    ]
    boss, owner = company.of_kind("director")[0], company.of_kind("owner")[0]
    assert (boss.birth_year, boss.role, owner.share) == (1975, "director", 60.0)
    assert content.rows[0].raw.startswith("17,Quay Ltd,05.01.2030")


def test_rows_of_one_company_are_joined_and_repeated_facts_hold_every_line() -> None:
    content = read(
        "17,Quay Ltd,,1 Quay St,Dray,,,,Ilka Moen,1975,,\n"
        "18,Amble Ltd,,,,,,,Odd Rahm,,,\n"
        "17,Quay Limited,05.01.2030,1 Quay St,Dray,,,,Odd Rahm,1969,,\n"
    )
    quay, amble = content.companies
    assert (quay.lines, amble.lines) == ((2, 4), (3,))
    assert (quay.other_names, quay.incorporated) == (("Quay Limited",), "2030-01-05")
    assert [(fact.value, fact.lines) for fact in quay.facts] == [
        ("1 Quay St, Dray", (2, 4)),
        ("Ilka Moen", (2,)),
        ("Odd Rahm", (4,)),
    ]


def test_companies_without_a_number_are_told_apart_by_their_names() -> None:
    content = read(",Quay Ltd,,,,,,,,,,\n,Amble Ltd,,,,,,,,,,\n,QUAY LTD,,,,,,,,,,\n")
    assert [company.lines for company in content.companies] == [(2, 4), (3,)]


def test_a_row_without_a_name_is_refused_and_an_unreadable_cell_is_noted() -> None:
    content = read("17,,,,,,,,,,,\n18,Amble Ltd,03/04/2030,,,,nowhere,,,,Rahm,most\n")
    assert [(row.line, row.reason) for row in content.refused] == [(2, "It gives no name of a company.")]
    assert [company.name for company in content.companies] == ["Amble Ltd"]
    assert [(row.line, row.reason.split(" is ")[0]) for row in content.noted] == [
        (3, "'03/04/2030'"),
        (3, "'nowhere'"),
        (3, "'most'"),
    ]


def test_several_officers_in_one_cell_are_split() -> None:
    content = read("17,Quay Ltd,,,,,,,Ilka Moen; Odd Rahm,,,\n", MAPPING.replace('role_is = "director"', 'split = ";"'))
    assert [fact.value for fact in content.companies[0].of_kind("director")] == ["Ilka Moen", "Odd Rahm"]


def test_a_column_that_is_not_there_is_wrong_usage_with_those_that_are() -> None:
    with pytest.raises(FixUsage, match="names the column 'Firm', which the table does not have") as raised:
        read("", MAPPING.replace('"firm"', '"Firm"'))
    assert "Its columns are: no, firm, begun" in raised.value.hint


def _many(names: int, *, has_number: bool = True) -> str:
    return "".join(
        f"{row if has_number else ''},Name {row % names},,1 Quay St,Dray,,,,,,,\n" for row in range(100, 160)
    )


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (_many(60), ""),
        (_many(40), ""),
        (_many(20), "'firm', mapped as the name, gives only 20 names for 60 numbers; is it the right column?"),
        (_many(20, has_number=False), ""),
        (_many(5, has_number=False), "'firm', mapped as the name, gives only 5 names for 60 rows"),
        ("1,Quay,,,,,,,,,,\n2,Quay,,,,,,,,,,\n3,Quay,,,,,,,,,,\n", ""),
    ],
    ids=["each its own", "some alike", "towns", "many rows a company", "towns without numbers", "too few rows"],
)
def test_a_column_that_is_hardly_one_of_names_is_noted(rows: str, found: str) -> None:
    notes = [note.reason for note in read(rows).noted]
    assert [note[: len(found)] for note in notes] == [found] * bool(found)


def test_one_number_under_two_names_is_noted_once_a_name() -> None:
    rows = "17,Quay Ltd,,,,,,,,,,\n17,QUAY LTD,,,,,,,,,,\n17,Dray Mills,,,,,,,,,,\n17,Dray Mills,,,,,,,,,,\n"
    content = read(rows)
    assert content.companies[0].other_names == ("QUAY LTD", "Dray Mills")
    [note] = content.noted
    assert (note.line, note.reason) == (
        4,
        "number '17' stands here with the name 'Dray Mills' and in line 2 with 'Quay Ltd'; both are kept as names of "
        "one company.",
    )
