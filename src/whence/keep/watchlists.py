"""How are watchlists, purposes and shown matches kept in the file of a case?"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import delete, select, update
from sqlalchemy.sql import insert

from whence.keep import tables
from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection, portions
from whence.model.watchlist import Purpose, ShownMatch, WatchEntry, Watchlist

_LIST, _ENTRY, _PURPOSE, _SHOWN = Body(Watchlist), Body(WatchEntry), Body(Purpose), Body(ShownMatch)
_ROW = tables.watchlists.c


class SqliteWatchlists:
    """Watchlists, in the file of a case."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def keep(self, watchlist: Watchlist, entries: Sequence[WatchEntry], index: bytes) -> Watchlist:
        """Keep a version in the place of the one of its series before, and return it with its number."""
        series = watchlist.source.series
        with self._connection.unit():
            held = self._connection.read(select(_ROW.number).where(_ROW.series == series, _ROW.superseded.is_(False)))
            for row in held:
                self._connection.write(
                    delete(tables.watch_entries).where(tables.watch_entries.c.list == row.number), {}
                )
                was = update(tables.watchlists).where(_ROW.number == row.number)
                self._connection.write(was, {"superseded": True, "name_index": None})
            body = _LIST.pack(watchlist)
            values = {"series": series, "superseded": False, "body": body, "name_index": index}
            self._connection.write(insert(tables.watchlists), values)
            number = int(self._connection.run("SELECT max(number) FROM watchlists")[0][0])
            self._connection.run_many(
                "INSERT INTO watch_entries (list, place, body) VALUES (?, ?, ?)",
                [(number, place, _ENTRY.pack(entry)) for place, entry in enumerate(entries)],
            )
        return replace(watchlist, number=number)

    def all(self) -> list[Watchlist]:
        """Return every version ever imported, oldest first; those that a newer one replaced are marked."""
        rows = self._connection.read(select(_ROW.number, _ROW.superseded, _ROW.body).order_by(_ROW.number))
        return [replace(_LIST.unpack(row.body), number=row.number, superseded=row.superseded) for row in rows]

    def index(self, number: int) -> bytes:
        """Return the index of names of a version; raise LookupError where none of that number is in force."""
        rows = self._connection.read(select(_ROW.name_index).where(_ROW.number == number))
        if not rows or rows[0].name_index is None:
            raise LookupError(f"no watchlist {number} in force")
        return bytes(rows[0].name_index)

    def entries(self, number: int, places: Collection[int]) -> dict[int, WatchEntry]:
        """Return the entries at these places of a version that is in force, in the order they were given in."""
        entry = tables.watch_entries.c
        found = {
            row.place: _ENTRY.unpack(row.body)
            for some in portions(sorted(places))
            for row in self._connection.read(
                select(entry.place, entry.body).where(entry.list == number, entry.place.in_(some))
            )
        }
        return {place: found[place] for place in places if place in found}


class SqliteScreenings:
    """Purposes and shown matches, in the file of a case."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def add_purpose(self, purpose: Purpose) -> None:
        """Keep a purpose; earlier ones stay."""
        self._connection.write(insert(tables.purposes), {"body": _PURPOSE.pack(purpose)})

    def purposes(self) -> list[Purpose]:
        """Return every purpose ever written down, oldest first."""
        rows = self._connection.read(select(tables.purposes.c.body).order_by(tables.purposes.c.number))
        return [_PURPOSE.unpack(row.body) for row in rows]

    def number(self, matches: Sequence[ShownMatch]) -> list[ShownMatch]:
        """Return the matches with their numbers: the one that each was shown under before, or a new one."""
        with self._connection.unit():
            known = self.shown()
            numbered = with_numbers(matches, known)
            new = {match.number: match for match in numbered if match.number > len(known)}
            for number, match in new.items():
                self._connection.write(insert(tables.shown_matches), {"number": number, "body": _SHOWN.pack(match)})
        return numbered

    def shown(self) -> list[ShownMatch]:
        """Return every match that was ever shown, by number."""
        rows = self._connection.read(select(tables.shown_matches).order_by(tables.shown_matches.c.number))
        return [replace(_SHOWN.unpack(row.body), number=row.number) for row in rows]


def with_numbers(matches: Sequence[ShownMatch], known: Sequence[ShownMatch]) -> list[ShownMatch]:
    """Return matches with the number of the known one that each is the same as, else with the next free one.

    >>> [match.number for match in with_numbers([ShownMatch(("n1",), "un-sc", "7", "A", "B")], [])]
    [1]
    """
    # By entry, so that a match is held against the few of its own and not against every one ever shown.
    held: dict[tuple[str, str], list[ShownMatch]] = defaultdict(list)
    for match in known:
        held[match.series, match.entry].append(match)
    out, count = [], len(known)
    for match in matches:
        of_entry = held[match.series, match.entry]
        same = next((each for each in of_entry if each.is_same_as(match)), None)
        if same is None:
            count += 1
            same = replace(match, number=count)
            of_entry.append(same)
        out.append(replace(match, number=same.number))
    return out
