"""Which things do the reports of a case name, as which entities, and by which keys are like names found?

All of it lies in the file of the case and is looked up by index, so that an added report costs the same in a case of
a hundred thousand entities as in a small one.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import func, select

from whence.keep import tables
from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection, portions
from whence.keep.story_index import hash_word
from whence.model.entity import EntityDecision, HeldOccurrence, Occurrence

_OCCURRENCE = Body(Occurrence)
_DECISION = Body(EntityDecision)
_ROW = tables.entity_occurrences.c
_KEY = tables.entity_keys.c
# As SQL, since a run puts tens of thousands of rows and SQLAlchemy takes longer over each than SQLite does.
_PUT_OCCURRENCE = "INSERT OR REPLACE INTO entity_occurrences (id, report, entity, body) VALUES (?, ?, ?, ?)"
_PUT_KEY = "INSERT OR IGNORE INTO entity_keys (key, occurrence, report) VALUES (?, ?, ?)"
_PUT_DECISION = "INSERT OR REPLACE INTO entity_decisions (one, other, body) VALUES (?, ?, ?)"


class SqliteEntities:
    """The entities of a case, in its file."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def put(self, held: Iterable[HeldOccurrence], decisions: Iterable[EntityDecision], *, anew: bool) -> None:
        """Keep occurrences with their entities, and what was decided; with `anew` in the place of all before."""
        kept = [(each, each.occurrence) for each in held]
        rows = [(one.id, one.report, each.entity, _OCCURRENCE.pack(one)) for each, one in kept]
        keyed = [(key, one.id, one.report) for each, one in kept for key in {hash_word(key) for key in each.keys}]
        decided = [(each.one, each.other, _DECISION.pack(each)) for each in decisions]
        with self._connection.unit():
            if anew:
                for table in (tables.entity_occurrences, tables.entity_keys, tables.entity_decisions):
                    self._connection.run(f"DELETE FROM {table.name}")  # noqa: S608 - a table of ours
            for sql, values in ((_PUT_OCCURRENCE, rows), (_PUT_KEY, sorted(keyed)), (_PUT_DECISION, decided)):
                if values:
                    self._connection.run_many(sql, values)

    def holders(self, keys: Collection[str], *, most: int) -> list[tuple[str, str, str]]:
        """Return (key, occurrence id, report id) under each of the keys, those left out that more than `most` have."""
        names = {hash_word(key): key for key in keys}
        found: list[tuple[str, str, str]] = []
        for portion in portions(sorted(names)):
            few = select(_KEY.key).where(_KEY.key.in_(portion)).group_by(_KEY.key).having(func.count() <= most)
            # The report stands beside the key, so that no occurrence has to be read before it is known to be near.
            rows = self._connection.read(select(_KEY.key, _KEY.occurrence, _KEY.report).where(_KEY.key.in_(few)))
            found += [(names[row.key], row.occurrence, row.report) for row in rows]
        return sorted(found)

    def held(self, occurrences: Collection[str]) -> list[HeldOccurrence]:
        """Return those of the occurrences that the case holds, by id; without keys."""
        found: list[HeldOccurrence] = []
        for portion in portions(sorted(occurrences)):
            query = select(_ROW.entity, _ROW.body).where(_ROW.id.in_(portion)).order_by(_ROW.id)
            found += [HeldOccurrence(_OCCURRENCE.unpack(row.body), row.entity) for row in self._connection.read(query)]
        return found

    def all(self) -> list[HeldOccurrence]:
        """Return every occurrence with its entity, by id; without keys."""
        rows = self._connection.read(select(_ROW.entity, _ROW.body).order_by(_ROW.id))
        return [HeldOccurrence(_OCCURRENCE.unpack(row.body), row.entity) for row in rows]

    def decisions(self) -> list[EntityDecision]:
        """Return what runs decided, by the ids of the two."""
        table = tables.entity_decisions
        rows = self._connection.read(select(table.c.body).order_by(table.c.one, table.c.other))
        return [_DECISION.unpack(row.body) for row in rows]
