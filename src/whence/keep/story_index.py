"""Which reports of a case share telling words with another, how common are words, and what became of stories?

All of it lies in the file of the case, so that memory does not grow with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import func, insert, or_, select

from whence.keep import tables
from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection, portions
from whence.model.story import StoryChange

_CHANGE = Body(StoryChange)
_WORD = tables.story_words.c
_COUNT = tables.word_counts.c
# The row of `word_counts` that counts the reports.
_REPORTS = 0
_COUNT_UP = (
    "INSERT INTO word_counts (word, reports) VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET reports = reports + 1"
)


class SqliteStoryIndex:
    """The index of stories, in the file of a case."""

    def __init__(self, connection: CaseConnection) -> None:
        self._connection = connection

    def missing(self, reports: Sequence[str]) -> list[str]:
        """Return those of the reports that are not in the index yet, in order."""
        if self.count(())[0] >= len(reports):
            return []
        column = tables.story_reports.c.report
        known: set[str] = set()
        for portion in portions(reports):
            rows = self._connection.read(select(column).where(column.in_(portion)))
            known.update(row.report for row in rows)
        return [report for report in reports if report not in known]

    def add(self, report: str, heaviest: Sequence[str], every: Iterable[str], day: float | None) -> None:
        """Put a report into the index under its heaviest words; count every word of it. `day` is one since 1970."""
        rows = [{"word": hash_word(word), "report": report, "day": day} for word in heaviest]
        with self._connection.unit():
            if not self._connection.write(insert(tables.story_reports).prefix_with("OR IGNORE"), {"report": report}):
                return
            if rows:
                self._connection.write(insert(tables.story_words), rows)
            self._connection.run_many(_COUNT_UP, [(_REPORTS,), *((hash_word(word),) for word in every)])

    def count(self, words: Iterable[str]) -> tuple[int, Mapping[str, int]]:
        """Return how many reports there are in the index, and in how many each of the words stands."""
        hashes = {hash_word(word): word for word in words}
        wanted = [_REPORTS, *hashes]
        found: dict[str, int] = {}
        total = 0
        for portion in portions(wanted):
            for row in self._connection.read(select(tables.word_counts).where(_COUNT.word.in_(portion))):
                if row.word == _REPORTS:
                    total = row.reports
                else:
                    found[hashes[row.word]] = row.reports
        return total, found

    def near(
        self, words: Sequence[str], day: float | None, *, within: float, most_holders: int, limit: int
    ) -> list[str]:
        """Return the reports that share most of the words, two at least, within so many days; those without a day too.

        Words that more than `most_holders` reports have tell nothing and would take long.
        """
        hashes = [hash_word(word) for word in words]
        rare = [
            row.word
            for row in self._connection.read(
                select(_COUNT.word).where(_COUNT.word.in_(hashes), _COUNT.reports <= most_holders)
            )
        ]
        shared = func.count().label("shared")
        query = select(_WORD.report, shared).where(_WORD.word.in_(rare)).group_by(_WORD.report).having(shared >= 2)
        if day is not None:
            query = query.where(or_(_WORD.day.is_(None), _WORD.day.between(day - within, day + within)))
        rows = self._connection.read(query.order_by(shared.desc(), _WORD.report).limit(limit))
        return [row.report for row in rows]

    def log(self, changes: Iterable[StoryChange], at: datetime) -> None:
        """Write down what became of stories, behind what is written already."""
        rows = [{"at": at.isoformat(), "body": _CHANGE.pack(change)} for change in changes]
        if rows:
            with self._connection.unit():
                self._connection.write(insert(tables.story_log), rows)

    def changes(self) -> list[StoryChange]:
        """Return everything that became of stories, oldest first."""
        rows = self._connection.read(select(tables.story_log.c.body).order_by(tables.story_log.c.number))
        return [_CHANGE.unpack(row.body) for row in rows]


def hash_word(word: str) -> int:
    """Return the number of a word, the same in every process, above 0 and within what SQLite holds."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 1) | 1
