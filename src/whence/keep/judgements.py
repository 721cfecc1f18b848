"""How are people's judgements kept in the file of a case? Added and taken back, never changed."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.sql import insert

from whence.keep import tables
from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection
from whence.model.judgement import Judgement

_JUDGEMENT = Body(Judgement)
_ROW = tables.judgements.c


class SqliteJudgements:
    """Judgements, in the file of a case."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def add(self, judgement: Judgement) -> Judgement:
        """Keep a judgement and return it with its number."""
        values = {"at": judgement.at, "undone_at": None, "body": _JUDGEMENT.pack(judgement)}
        with self._connection.unit():
            self._connection.write(insert(tables.judgements), values)
            return replace(judgement, number=self._connection.run("SELECT max(number) FROM judgements")[0][0])

    def all(self) -> list[Judgement]:
        """Return every judgement ever made, oldest first, those taken back among them."""
        rows = self._connection.read(select(_ROW.number, _ROW.undone_at, _ROW.body).order_by(_ROW.number))
        return [replace(_JUDGEMENT.unpack(row.body), number=row.number, undone_at=row.undone_at) for row in rows]

    def undo(self, number: int, at: datetime) -> bool:
        """Take a judgement back; return False where there is none of that number in force."""
        held = {judgement.number for judgement in self.all() if judgement.undone_at is None}
        if number not in held:
            return False
        self._connection.write(update(tables.judgements).where(_ROW.number == number), {"undone_at": at.isoformat()})
        return True
