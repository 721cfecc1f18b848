"""How is what people decided kept: judgements, and decisions about possible matches? Added, taken back, not changed."""

from dataclasses import replace
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import Table, func, select, update
from sqlalchemy.sql import insert

from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection
from whence.keep.journal import Journal
from whence.model.judgement import Judgement
from whence.model.watchlist import MatchDecision

Decided = TypeVar("Decided", Judgement, MatchDecision)


class SqliteJudgements(Generic[Decided]):
    """What people decided of one sort, in a table of the case's file with a number, two times and a body a row."""

    def __init__(self, connection: CaseConnection, table: Table, noun: type[Decided]) -> None:
        self._connection = connection
        self._table = table
        self._body: Body[Decided] = Body(noun)

    def add(self, decided: Decided) -> Decided:
        """Keep what was decided and return it with its number."""
        values = {"at": decided.at, "undone_at": None, "body": self._body.pack(decided)}
        with self._connection.unit():
            self._connection.write(insert(self._table), values)
            number = self._connection.read(select(func.max(self._table.c.number)))[0][0]
        return replace(decided, number=number)

    def all(self) -> list[Decided]:
        """Return everything ever decided, oldest first, what was taken back among it."""
        row = self._table.c
        rows = self._connection.read(select(row.number, row.undone_at, row.body).order_by(row.number))
        return [replace(self._body.unpack(row.body), number=row.number, undone_at=row.undone_at) for row in rows]

    def undo(self, number: int, at: datetime) -> bool:
        """Take back what has this number; return False where there is none of that number in force."""
        in_force = update(self._table).where(self._table.c.number == number, self._table.c.undone_at.is_(None))
        return bool(self._connection.write(in_force, {"undone_at": at.isoformat()}))


class MemoryJudgements(Generic[Decided]):
    """What people decided of one sort, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._decided: dict[int, Decided] = {}

    def add(self, decided: Decided) -> Decided:
        """Keep what was decided and return it with its number."""
        kept = replace(decided, number=len(self._decided) + 1)
        self._journal.set(self._decided, kept.number, kept)
        return kept

    def all(self) -> list[Decided]:
        """Return everything ever decided, oldest first, what was taken back among it."""
        return list(self._decided.values())

    def undo(self, number: int, at: datetime) -> bool:
        """Take back what has this number; return False where there is none of that number in force."""
        held = self._decided.get(number)
        if held is None or held.undone_at is not None:
            return False
        self._journal.set(self._decided, number, replace(held, undone_at=at.isoformat()))
        return True
