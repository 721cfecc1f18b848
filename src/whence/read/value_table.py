"""Which rows does a table of values hold? Lines of comma-separated text under a header that names the columns."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from whence.errors import FixUsage
from whence.model.values import GivenValue, RefusedRow, ValueTable

COLUMNS = ("source", "item", "value")
# What may stand between columns: spreadsheets write semicolons where a comma is the decimal point, tabs when copied.
DELIMITERS = (",", ";", "\t")
# How much of a wrong header, or of a cell, a message repeats.
SHOWN = 80


def read_value_table(text: str) -> ValueTable:
    r"""Return the rows of a table; raise FixUsage where its first line does not name the columns, or no row follows.

    The columns may stand in any order and among others, which are passed over. Blanks around and between words of a
    cell are evened out; nothing else is: "9:15" and "09:15" are two values. A row without one of the three, and a
    second value of one source for one item, is refused; a row that only repeats another is passed over.

    >>> table = read_value_table("item,source,value\ngate 4,north,9:15\ngate 4,south,\n")
    >>> table.given
    (GivenValue(source='north', item='gate 4', value='9:15', line=2),)
    >>> table.refused
    (RefusedRow(line=3, reason='It gives no value.'),)
    """
    delimiter, places = _header(next(StringIO(text, newline=""), "").rstrip("\r\n"))
    given: dict[tuple[str, str], GivenValue] = {}
    refused: list[RefusedRow] = []
    for line, cells in _rows(text, delimiter):
        row = _row(line, cells, places) if not isinstance(cells, str) else RefusedRow(line, cells)
        if isinstance(row, RefusedRow):
            refused.append(row)
            continue
        before = given.setdefault((row.source, row.item), row)
        if before.value != row.value:
            found = f"{row.source} gives another value for {row.item} than in line {before.line}, which is kept."
            refused.append(RefusedRow(line, found))
    if not given and not refused:
        raise FixUsage(
            "Found the names of the columns and no row under them, expected a row for each value that a source gives.",
            hint="Write rows under the first line, each with a source, an item and a value, or give another table.",
        )
    return ValueTable(tuple(given.values()), tuple(refused))


def _header(line: str) -> tuple[str, tuple[int, ...]]:
    """Return what stands between the columns and where the three are; raise FixUsage where they are not there once."""
    for delimiter in DELIMITERS:
        names = [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]
        if all(names.count(column) == 1 for column in COLUMNS):
            return delimiter, tuple(names.index(column) for column in COLUMNS)
    found = f"the first line {line[:SHOWN]!r}" if line else "an empty first line"
    raise FixUsage(
        f"Found {found}, expected the names of the columns source, item and value, each once.",
        hint="Begin the table with the line: source,item,value",
    )


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield each row under the header that is not empty, with its first line: its cells, or why it cannot be read."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    next(reader)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield line, f"It cannot be read: {problem}."
            continue
        if cells:
            yield line, cells


def _row(line: int, cells: Sequence[str], places: Sequence[int]) -> GivenValue | RefusedRow:
    values = [" ".join(cells[place].split()) if place < len(cells) else "" for place in places]
    missing = [column for column, value in zip(COLUMNS, values, strict=True) if not value]
    if missing:
        return RefusedRow(line, f"It gives no {' and no '.join(missing)}.")
    return GivenValue(values[0], values[1], values[2], line)
