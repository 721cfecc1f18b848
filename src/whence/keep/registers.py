"""How are imported company registers kept in the file of a case? Every row, every company, each written once."""

from collections.abc import Collection

from sqlalchemy import insert, select

from whence.keep import tables
from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection, portions
from whence.model.register import Company, Register, RegisterContent
from whence.model.values import RefusedRow

_REGISTER = Body(Register)
_COMPANY = Body(Company)
_REFUSED = Body(tuple[RefusedRow, ...])
_HELD = tables.registers.c
_ROW = tables.register_rows.c
_PLACE = tables.register_companies.c
_ADD_COMPANY = "INSERT INTO register_companies (register, body) VALUES (?, ?)"
# Rows that are written at a time: so many bodies are held in memory twice.
_AT_ONCE = 10_000


class SqliteRegisters:
    """Imported registers, in the file of a case."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def add(self, register: Register, content: RegisterContent) -> bool:
        """Keep a register with all that its file holds; return False where the same one is kept already."""
        refused = _REFUSED.pack((*content.refused, *content.noted))
        values = {"id": register.id, "body": _REGISTER.pack(register), "refused": refused}
        with self._connection.unit():
            if not self._connection.write(insert(tables.registers).prefix_with("OR IGNORE"), values):
                return False
            number = self._number(register.id)
            for start in range(0, len(content.rows), _AT_ONCE):
                rows = content.rows[start : start + _AT_ONCE]
                written = [{"register": number, "line": row.line, "raw": row.raw} for row in rows]
                self._connection.write(insert(tables.register_rows), written)
            for start in range(0, len(content.companies), _AT_ONCE):
                some = content.companies[start : start + _AT_ONCE]
                self._connection.run_many(_ADD_COMPANY, [(number, _COMPANY.pack(company)) for company in some])
        return True

    def all(self) -> list[Register]:
        """Return every register, in order of arrival."""
        rows = self._connection.read(select(_HELD.body).order_by(_HELD.number))
        return [_REGISTER.unpack(row.body) for row in rows]

    def companies(self, registers: Collection[str]) -> list[Company]:
        """Return the companies of these registers, register by register in order of arrival, in the file's order."""
        numbers = sorted(number for key in registers if (number := self._number(key)) is not None)
        query = select(_PLACE.body).where(_PLACE.register.in_(numbers)).order_by(_PLACE.register, _PLACE.number)
        return [_COMPANY.unpack(row.body) for row in self._connection.read(query)]

    def rows(self, register: str, lines: Collection[int]) -> dict[int, str]:
        """Return rows of a register as they stand in the file, by line."""
        number, wanted = self._number(register), sorted(lines)
        found: dict[int, str] = {}
        for portion in portions(wanted):
            query = select(_ROW.line, _ROW.raw).where(_ROW.register == number, _ROW.line.in_(portion))
            found |= {row.line: row.raw for row in self._connection.read(query)}
        return found

    def refused(self, register: str) -> list[RefusedRow]:
        """Return the rows of a register that were refused and the cells that were passed over, with the reasons."""
        rows = self._connection.read(select(_HELD.refused).where(_HELD.id == register))
        return [each for row in rows for each in _REFUSED.unpack(row.refused)]

    def _number(self, register: str) -> int | None:
        rows = self._connection.read(select(_HELD.number).where(_HELD.id == register))
        return int(rows[0].number) if rows else None
