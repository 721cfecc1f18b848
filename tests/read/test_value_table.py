"""Are the rows of a table read, and is each that cannot be used told with its line?"""

import csv

import pytest

from whence.errors import FixUsage
from whence.model.values import GivenValue, RefusedRow
from whence.read.value_table import read_value_table


def rows(text: str) -> list[tuple[int, str, str, str]]:
    return [(row.line, row.source, row.item, row.value) for row in read_value_table(text).given]


def test_columns_are_found_by_their_names() -> None:
    text = "note,Value, item ,SOURCE\nseen,9:15,gate 4,north\n"
    assert rows(text) == [(2, "north", "gate 4", "9:15")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_spreadsheets_write_it_in_several_ways(delimiter: str, ending: str) -> None:
    lines = ["source,item,value", "north,gate 4,9", "south,gate 4,8", ""]
    text = ending.join(line.replace(",", delimiter) for line in lines)
    assert rows(text) == [(2, "north", "gate 4", "9"), (3, "south", "gate 4", "8")]


def test_a_quoted_cell_may_hold_a_comma_and_a_line_end() -> None:
    text = 'source,item,value\n"Reeve, A.","gate\n 4",9\nnorth,gate 4,8\n'
    assert rows(text) == [(2, "Reeve, A.", "gate 4", "9"), (4, "north", "gate 4", "8")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "an empty first line"),
        ("\nsource,item,value\n", "an empty first line"),
        ("north,gate 4,9\n", "'north,gate 4,9'"),
        ("source,object,value\n", "'source,object,value'"),
        ("source,item,value,item\n", "'source,item,value,item'"),
        ("source item value\n", "'source item value'"),
    ],
)
def test_a_wrong_header_is_told(text: str, found: str) -> None:
    with pytest.raises(FixUsage) as caught:
        read_value_table(text)
    assert found in caught.value.message
    assert "source,item,value" in caught.value.hint


def test_rows_that_cannot_be_used_are_told_by_line_and_the_rest_is_read() -> None:
    text = "source,item,value\nnorth,gate 4\n\n ,gate 4,9\nnorth\nnorth,gate 5,9,more\n"
    table = read_value_table(text)
    assert table.given == (GivenValue("north", "gate 5", "9", 6),)
    assert table.refused == (
        RefusedRow(2, "It gives no value."),
        RefusedRow(4, "It gives no source."),
        RefusedRow(5, "It gives no item and no value."),
    )


def test_a_second_value_of_a_source_is_told_and_the_first_is_kept() -> None:
    table = read_value_table("source,item,value\nnorth,gate 4,9\nnorth,gate  4,8\nnorth,gate 4,9\n")
    assert table.given == (GivenValue("north", "gate 4", "9", 2),)
    assert table.refused == (RefusedRow(3, "north gives another value for gate 4 than in line 2, which is kept."),)


def test_a_cell_of_unheard_length_is_told_and_the_rest_is_read() -> None:
    long = "9" * (csv.field_size_limit() + 1)
    table = read_value_table(f"source,item,value\nnorth,gate 4,{long}\nsouth,gate 4,8\n")
    assert [row.source for row in table.given] == ["south"]
    [refused] = table.refused
    assert refused.line == 2
    assert refused.reason.startswith("It cannot be read: ")


@pytest.mark.parametrize("text", ["source,item,value", "source,item,value\n", "source,item,value\n\n\n"])
def test_a_table_of_a_header_alone_is_told(text: str) -> None:
    with pytest.raises(FixUsage) as caught:
        read_value_table(text)
    assert caught.value.message.startswith("Found the names of the columns and no row under them, expected a row")
    assert "a source, an item and a value" in caught.value.hint
