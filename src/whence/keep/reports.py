"""How are reports and their versions kept in the file of a case, and found again by their words?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.dialects.sqlite import insert

from whence.keep import tables
from whence.keep.bodies import Body
from whence.keep.connection import CaseConnection, portions
from whence.keep.scan import query_words, search_by_scanning
from whence.keep.versions import newest_of_each, series_of, versions_of
from whence.model.report import Hyperlink, MadeBy, Moment, Precision, Report
from whence.ports import Clock

# A word in a title weighs as much as so many in the text when results are ranked; titles run to a dozen words.
TITLE_WEIGHT = 4.0
SNIPPET_TOKENS = 17

_MADE_BY = Body(MadeBy)
_LINKS = Body(tuple[Hyperlink, ...])
_ADD = insert(tables.reports).on_conflict_do_nothing(index_elements=["id"])
_ALL = select(tables.reports).order_by(tables.reports.c.arrival)


class SqliteReports:
    """Reports and their versions, in the file of a case."""

    def __init__(self, connection: CaseConnection, *, clock: Clock, has_index: bool) -> None:
        self._connection = connection
        self._clock = clock
        self._has_index = has_index

    def add(self, report: Report) -> bool:
        """Keep a report; return False where the same one is kept already."""
        return self._connection.write(_ADD, self._values(report)) == 1

    def current(self) -> list[Report]:
        """Return the newest version of every report, in order of arrival."""
        rows = self._connection.read(_ALL)
        return newest_of_each((row.series, _report(row)) for row in rows)

    def ids(self) -> list[str]:
        """Return the inner id of every report, older versions among them, in order of arrival; no text is read."""
        rows = self._connection.read(select(tables.reports.c.id).order_by(tables.reports.c.arrival))
        return [row.id for row in rows]

    def of_outlet(self, outlet: str, limit: int) -> list[Report]:
        """Return the last reports of an outlet to arrive, the newest first."""
        rows = self._connection.read(
            select(tables.reports)
            .where(tables.reports.c.outlet == outlet)
            .order_by(tables.reports.c.arrival.desc())
            .limit(limit)
        )
        return [_report(row) for row in rows]

    def versions(self, report_id: str) -> list[Report]:
        """Return the versions of the report that `report_id` is one of, oldest first; none where it is unknown."""
        series = select(tables.reports.c.series).where(tables.reports.c.id == report_id).scalar_subquery()
        rows = self._connection.read(_ALL.where(tables.reports.c.series == series))
        return versions_of(report_id, [_report(row) for row in rows])

    def held(self, report_ids: Sequence[str]) -> dict[str, Report]:
        """Return those of the reports that the case holds, by inner id."""
        found: dict[str, Report] = {}
        for portion in portions(report_ids):
            rows = self._connection.read(select(tables.reports).where(tables.reports.c.id.in_(portion)))
            found |= {row.id: _report(row) for row in rows}
        return found

    def search(self, query: str, limit: int) -> list[tuple[str, str]]:
        """Return (inner id, snippet) of the reports whose title or text holds the words, best first."""
        words = query_words(query)
        if not words:
            return []
        if not self._has_index:
            rows = self._connection.read(_ALL)
            return search_by_scanning(((row.id, row.title, row.text) for row in rows), query, limit=limit)
        self.index_words()
        return self._search_index(words, limit)

    def index_words(self) -> None:
        """Put the reports that arrived since the last time into the index of words, where SQLite has one.

        The index is brought up here rather than by triggers: a case must open and take reports on a machine whose
        SQLite lacks FTS5, and be searched by index again on one that has it.
        """
        if not self._has_index or self._first_unindexed() is None:
            return
        with self._connection.unit():  # another program may have indexed them while we waited
            first = self._first_unindexed()
            if first:
                self._connection.run(
                    "INSERT INTO report_words (rowid, title, text) "
                    "SELECT arrival, title, text FROM reports WHERE arrival >= ? ORDER BY arrival",
                    first,
                )

    def _first_unindexed(self) -> int | None:
        last = self._connection.run("SELECT coalesce(max(id), 0) FROM report_words_docsize")[0][0]
        newest = self._connection.run("SELECT coalesce(max(arrival), 0) FROM reports")[0][0]
        return int(last) + 1 if last < newest else None

    def _search_index(self, words: list[str], limit: int) -> list[tuple[str, str]]:
        found = self._connection.run(
            "SELECT reports.id, snippet(report_words, 1, '', '', '…', ?) AS snippet "
            "FROM report_words JOIN reports ON reports.arrival = report_words.rowid "
            "WHERE report_words MATCH ? ORDER BY bm25(report_words, ?, 1.0), reports.arrival LIMIT ?",
            SNIPPET_TOKENS,
            " ".join(f'"{word}"' for word in words),
            TITLE_WEIGHT,
            limit,
        )
        return [(row.id, " ".join(row.snippet.split())) for row in found]

    def _values(self, report: Report) -> dict[str, object]:
        return {
            "id": report.id,
            "series": series_of(report),
            "arrived_at": self._clock.now().isoformat(),
            "given_id": report.given_id,
            "path": report.path,
            "title": report.title,
            "title_in_text": report.title_in_text,
            "outlet": report.outlet,
            "outlet_type": report.outlet_type,
            "byline": report.byline,
            "url": report.url,
            "published": report.published.value if report.published else None,
            "published_precision": report.published.precision if report.published else None,
            "language": report.language,
            "media_type": report.media_type,
            "original_sha256": report.original_sha256,
            "text_sha256": report.text_sha256,
            "made_by": _MADE_BY.pack(report.made_by),
            "links": _LINKS.pack(report.links),
            "text": report.text,
        }


def make_index(connection: CaseConnection) -> None:
    """Make the index of words where it is missing; its texts stay in the table of reports, it holds only words."""
    connection.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5("
        "title, text, content='reports', content_rowid='arrival', tokenize='unicode61 remove_diacritics 2')"
    )


def _report(row: Row[Any]) -> Report:
    return Report(
        id=row.id,
        text=row.text,
        text_sha256=row.text_sha256,
        original_sha256=row.original_sha256,
        media_type=row.media_type,
        made_by=_MADE_BY.unpack(row.made_by),
        path=row.path,
        given_id=row.given_id,
        title=row.title,
        title_in_text=row.title_in_text,
        outlet=row.outlet,
        outlet_type=row.outlet_type,
        byline=row.byline,
        url=row.url,
        published=_moment(row.published, row.published_precision),
        language=row.language,
        links=_LINKS.unpack(row.links),
    )


def _moment(value: str | None, precision: Precision | None) -> Moment | None:
    return Moment(value, precision) if value is not None and precision is not None else None
