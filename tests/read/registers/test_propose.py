"""Is the proposed mapping one that a person has little to correct in, and one that can be read?"""

from pathlib import Path

import pytest

from whence.read.registers.mapping import RegisterMapping, read_mapping
from whence.read.registers.propose import propose_mapping
from whence.read.registers.table import read_register_table

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "registers"


def proposed(text: str) -> RegisterMapping:
    return read_mapping(propose_mapping(text))


def test_the_mapping_of_the_example_is_proposed_but_for_its_calling_code() -> None:
    text = (EXAMPLE / "tarvenia.csv").read_text(encoding="utf-8")
    mapping = proposed(text)
    written = read_mapping((EXAMPLE / "tarvenia.toml").read_text(encoding="utf-8"))
    assert dict(mapping.company) == dict(written.company)
    assert [dict(part.columns) for part in mapping.officers] == [dict(part.columns) for part in written.officers]
    assert [dict(part.columns) for part in mapping.owners] == [dict(part.columns) for part in written.owners]
    assert mapping.dates == written.dates
    assert len(read_register_table(text, mapping, register="g1").companies) == 44


@pytest.mark.parametrize(
    ("header", "field", "columns"),
    [
        ("CompanyName,CompanyNumber,RegAddress.PostTown", "number", ("CompanyNumber",)),
        ("CompanyName,CompanyNumber,RegAddress.PostTown", "address", ("RegAddress.PostTown",)),
        ("name,company_id,date_of_registration", "incorporated", ("date_of_registration",)),
        ("Entity Name,Entity Number,State of Incorporation", "jurisdiction", ("State of Incorporation",)),
        ("Name,Website,Telephone 1,Telephone 2", "phone", ("Telephone 1", "Telephone 2")),
        ("Name,Registered Agent,Type,Company Status", "agent", ("Registered Agent",)),
    ],
)
def test_usual_names_of_columns_are_known(header: str, field: str, columns: tuple[str, ...]) -> None:
    assert proposed(f"{header}\n").company[field] == columns


def test_dates_that_may_be_read_in_two_ways_are_left_to_the_person() -> None:
    text = propose_mapping("Name,Incorporation Date\nQuay,03/04/2031\n")
    assert 'dates = ["%d/%m/%Y", "%m/%d/%Y"]' in text
    assert "strike out the one that is not meant" in text
    sure = propose_mapping("Name,Incorporation Date\nQuay,03/14/2031\n")
    assert 'dates = ["%m/%d/%Y"]' in sure


def test_several_names_in_a_cell_and_odd_names_of_columns_are_written_so_that_they_can_be_read() -> None:
    mapping = proposed('Name,"Directors ""now"""\nQuay,Ilka Moen; Odd Rahm\n')
    assert mapping.officers[0].columns["name"] == 'Directors "now"'
    assert mapping.officers[0].split == ";"


def test_columns_that_are_not_used_are_named() -> None:
    assert '# Columns that are not used: "Shoe Size"' in propose_mapping("Name,Shoe Size\nQuay,44\n")
