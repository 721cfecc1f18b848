"""How is what was derived kept in the file of a case: understandings, traces, failures?"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.sql import insert

from whence.keep import tables
from whence.keep.bodies import Body, UnreadableBody
from whence.keep.connection import CaseConnection
from whence.keep.reports import SqliteReports
from whence.model.report import Failure, Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.ports import Clock

# Traces repeat the same ids and words over and over: the fastest setting already shrinks them about eightfold.
TRACE_COMPRESSION = 1

_UNDERSTANDING = Body(Understanding)
_TRACE = Body(Trace)
_IDS = Body(tuple[str, ...])
_KEPT = tables.understandings.c
_FIND = select(_KEPT.body)


class SqliteFindings:
    """What was derived, in the file of a case.

    A body that this version cannot read (another shape of the nouns, or damage) counts as not kept: it is derived,
    and the next run makes it again.
    """

    def __init__(self, connection: CaseConnection, *, reports: SqliteReports, clock: Clock) -> None:
        self._connection = connection
        self._reports = reports
        self._clock = clock

    def understanding(self, text_sha256: str, made_by_digest: str) -> Understanding | None:
        """Return what was understood of a text by that maker, or None."""
        where = (_KEPT.text_sha256 == text_sha256, _KEPT.made_by_digest == made_by_digest)
        rows = self._connection.read(_FIND.where(*where))
        try:
            return _UNDERSTANDING.unpack(rows[0].body) if rows else None
        except UnreadableBody:
            return None

    def keep_understanding(self, understanding: Understanding, made_by_digest: str) -> None:
        """Keep what was understood of a text, in place of what the same maker found before."""
        values = {
            "text_sha256": understanding.text_sha256,
            "made_by_digest": made_by_digest,
            "kept_at": self._clock.now().isoformat(),
            "body": _UNDERSTANDING.pack(understanding),
        }
        self._connection.write(insert_or(tables.understandings).prefix_with("OR REPLACE"), values)

    def keep_trace(self, trace: Trace, at: datetime) -> None:
        """Keep a finished trace with the time of its run; earlier ones stay.

        Of the reports in it that the case holds only the ids are kept, so that a hundred runs are not a hundred
        copies of every text.
        """
        held = self._reports.held([report.id for report in trace.reports])
        rest = tuple(report for report in trace.reports if report.id not in held)
        values = {
            "at": at.isoformat(),
            "reports": _IDS.pack(tuple(report.id for report in trace.reports)),
            "body": zlib.compress(_TRACE.pack(replace(trace, reports=rest)), TRACE_COMPRESSION),
        }
        self._connection.write(insert(tables.traces), values)

    def last_trace(self) -> Trace | None:
        """Return the newest finished trace, or None."""
        newest = select(tables.traces.c.reports, tables.traces.c.body).order_by(tables.traces.c.number.desc()).limit(1)
        rows = self._connection.read(newest)
        if not rows:
            return None
        try:
            ids, trace = _IDS.unpack(rows[0].reports), _TRACE.unpack(zlib.decompress(rows[0].body))
        except (UnreadableBody, zlib.error):
            return None
        return replace(trace, reports=self._of_trace(ids, trace.reports))

    def keep_failures(self, failures: Iterable[Failure], at: datetime) -> None:
        """Keep which inputs could not be used, and why."""
        values = [
            {"at": at.isoformat(), "path": failure.path, "code": failure.code, "reason": failure.reason}
            for failure in failures
        ]
        if values:
            with self._connection.unit():
                self._connection.write(insert(tables.failures), values)

    def failures(self) -> list[tuple[datetime, Failure]]:
        """Return every kept failure with its time, oldest first."""
        rows = self._connection.read(select(tables.failures).order_by(tables.failures.c.number))
        return [(datetime.fromisoformat(row.at), Failure(row.path, row.code, row.reason)) for row in rows]

    def _of_trace(self, ids: Sequence[str], beside: Sequence[Report]) -> tuple[Report, ...]:
        found = self._reports.held(ids) | {report.id: report for report in beside}
        return tuple(found[report_id] for report_id in ids if report_id in found)
