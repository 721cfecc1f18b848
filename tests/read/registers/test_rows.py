"""Are rows read with their lines, whatever stands between the columns, and are broken ones refused alone?"""

import pytest

from whence.errors import FixUsage
from whence.model.values import RefusedRow
from whence.read.registers.rows import Row, read_table


def lines_of(text: str) -> list[tuple[int, str | tuple[str, ...]]]:
    return [
        (row.source.line, row.cells) if isinstance(row, Row) else (row.line, row.reason)
        for row in read_table(text).rows()
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_stands_between_columns_is_found_out(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (("a", "b"), ("1", "2, or 3" if delimiter != "," else "2")))
    assert read_table(text).delimiter == delimiter


def test_a_cell_over_several_lines_is_one_row_and_lines_are_those_of_the_file() -> None:
    text = 'name,seat\nQuay,"1 Quay St\nDray"\n\nAmble,Vell\n'
    assert lines_of(text) == [(2, ("Quay", "1 Quay St\nDray")), (5, ("Amble", "Vell"))]
    [first, _] = [row for row in read_table(text).rows() if isinstance(row, Row)]
    assert first.source.raw == 'Quay,"1 Quay St\nDray"'


def test_broken_rows_are_refused_and_the_rest_goes_on() -> None:
    text = 'name,seat\nQuay\n"Open,1 Quay St\nAmble,Vell\nToo,many,cells\n,\nDray,Port\n'
    assert lines_of(text) == [
        (2, "It has 1 cells, the first line names 2 columns."),
        (3, "A quote mark is opened in it and not closed."),
        (4, ("Amble", "Vell")),
        (5, "It has 3 cells, the first line names 2 columns."),
        (7, ("Dray", "Port")),
    ]


@pytest.mark.parametrize("text", ["", "\n", ",,\n1,2,3\n", "a,a\n1,2\n"])
def test_a_first_line_that_names_no_columns_is_wrong_usage(text: str) -> None:
    with pytest.raises(FixUsage):
        read_table(text)


def test_line_ends_of_every_system_are_read() -> None:
    assert lines_of("a,b\r\n1,2\r\n3,4") == [(2, ("1", "2")), (3, ("3", "4"))]
    assert not any(isinstance(row, RefusedRow) for row in read_table("a,b\r1,2\r").rows())
