"""Which rows does a table hold, how are they written in the file, and which of them are broken?"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from whence.errors import FixUsage
from whence.model.register import SourceRow
from whence.model.values import RefusedRow

DELIMITERS = (",", ";", "\t", "|")
# A cell may run over some lines (an address does); a quote mark that is open longer was never closed.
MOST_LINES = 20
# Lines that are looked at to tell what stands between the columns.
_SNIFFED = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, and the row as it is written."""

    cells: tuple[str, ...]
    source: SourceRow


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """The names of the columns and what stands between them; `rows` reads what follows."""

    header: tuple[str, ...]
    delimiter: str
    lines: tuple[str, ...]
    first: int

    def rows(self) -> Iterator[Row | RefusedRow]:
        """Yield each row that is not empty, or why it cannot be used."""
        place = self.first
        while place < len(self.lines):
            raw, place_after = _whole_row(self.lines, place)
            line, place = place + 1, place_after
            if not raw.strip():
                continue
            if raw.count('"') % 2:
                yield RefusedRow(line, "A quote mark is opened in it and not closed.")
                continue
            cells = next(csv.reader([raw], delimiter=self.delimiter), [])
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(self.header):
                found = f"It has {len(cells)} cells, the first line names {len(self.header)} columns."
                yield RefusedRow(line, found)
                continue
            yield Row(tuple(cells), SourceRow(line, raw.rstrip("\r\n")))


def read_table(text: str, *, delimiter: str = "") -> RegisterTable:
    r"""Return the table; raise FixUsage where it has no first line that names columns, or names one twice.

    >>> table = read_table("name;town\nQuay Works;Dray\n")
    >>> table.header, [row.cells for row in table.rows()]
    (('name', 'town'), [('Quay Works', 'Dray')])
    """
    lines = tuple(StringIO(text, newline=""))
    raw, after = _whole_row(lines, 0) if lines else ("", 0)
    delimiter = delimiter or _sniff(lines)
    header = tuple(cell.strip() for cell in next(csv.reader([raw], delimiter=delimiter), []))
    twice = [name for name, count in Counter(header).items() if count > 1 and name]
    if not any(header) or twice:
        found = f"the column {twice[0]!r} twice in the first line" if twice else "a first line that names no column"
        hint = "Let the first line name each column once, as in: name,number,address"
        raise FixUsage(f"Found {found}, expected the names of the columns.", hint=hint)
    return RegisterTable(header, delimiter, lines, after)


def _whole_row(lines: tuple[str, ...], start: int) -> tuple[str, int]:
    """Return the row that begins at a line, with what of it stands in the following ones, and where the next begins."""
    raw = lines[start]
    if raw.count('"') % 2:
        quotes, parts = raw.count('"'), [raw]
        for place in range(start + 1, min(start + MOST_LINES, len(lines))):
            parts.append(lines[place])
            quotes += lines[place].count('"')
            if quotes % 2 == 0:
                return "".join(parts), place + 1
    return raw, start + 1


def _sniff(lines: tuple[str, ...]) -> str:
    """Return what stands between the columns: what cuts most of the first lines into as many cells as the first."""
    best, score = ",", 0
    for delimiter in DELIMITERS:
        counts = [len(next(csv.reader([line], delimiter=delimiter), [])) for line in lines[:_SNIFFED]]
        fitting = counts.count(counts[0]) * (counts[0] - 1) if counts else 0
        if fitting > score:
            best, score = delimiter, fitting
    return best
