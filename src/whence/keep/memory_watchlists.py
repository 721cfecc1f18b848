"""How are watchlists, purposes and shown matches kept in memory, under the same rules as on disk?"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from whence.keep.journal import Journal
from whence.keep.watchlists import with_numbers
from whence.model.watchlist import Purpose, ShownMatch, WatchEntry, Watchlist


class MemoryWatchlists:
    """Watchlists, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lists: dict[int, Watchlist] = {}
        self._held: dict[int, tuple[tuple[WatchEntry, ...], bytes] | None] = {}

    def keep(self, watchlist: Watchlist, entries: Sequence[WatchEntry], index: bytes) -> Watchlist:
        """Keep a version in the place of the one of its series before, and return it with its number."""
        for number, held in self._lists.items():
            if held.source.series == watchlist.source.series and not held.superseded:
                self._journal.set(self._lists, number, replace(held, superseded=True))
                self._journal.set(self._held, number, None)
        kept = replace(watchlist, number=len(self._lists) + 1)
        self._journal.set(self._lists, kept.number, kept)
        self._journal.set(self._held, kept.number, (tuple(entries), index))
        return kept

    def all(self) -> list[Watchlist]:
        """Return every version ever imported, oldest first; those that a newer one replaced are marked."""
        return [self._lists[number] for number in sorted(self._lists)]

    def index(self, number: int) -> bytes:
        """Return the index of names of a version; raise LookupError where none of that number is in force."""
        held = self._held.get(number)
        if held is None:
            raise LookupError(f"no watchlist {number} in force")
        return held[1]

    def entries(self, number: int, places: Collection[int]) -> dict[int, WatchEntry]:
        """Return the entries at these places of a version that is in force, in the order they were given in."""
        held = self._held.get(number)
        entries = held[0] if held else ()
        return {place: entries[place] for place in places if 0 <= place < len(entries)}


class MemoryScreenings:
    """Purposes and shown matches, in memory."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._purposes: list[Purpose] = []
        self._shown: list[ShownMatch] = []

    def add_purpose(self, purpose: Purpose) -> None:
        """Keep a purpose; earlier ones stay."""
        self._journal.append(self._purposes, purpose)

    def purposes(self) -> list[Purpose]:
        """Return every purpose ever written down, oldest first."""
        return list(self._purposes)

    def number(self, matches: Sequence[ShownMatch]) -> list[ShownMatch]:
        """Return the matches with their numbers: the one that each was shown under before, or a new one."""
        numbered = with_numbers(matches, self._shown)
        for match in numbered:
            if match.number > len(self._shown):
                self._journal.append(self._shown, match)
        return numbered

    def shown(self) -> list[ShownMatch]:
        """Return every match that was ever shown, by number."""
        return list(self._shown)
