"""How is what was derived kept in the file of a case: understandings, traces, failures?"""

import hashlib
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.sql import insert

from whence.keep import tables
from whence.keep.bodies import Body, UnreadableBody
from whence.keep.connection import CaseConnection, portions
from whence.keep.reports import SqliteReports
from whence.model.report import Failure, Report
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.model.trace_parts import join_trace, nodes_of, split_trace
from whence.ports import Clock

# Traces repeat the same ids and words over and over: the fastest setting already shrinks them about eightfold.
TRACE_COMPRESSION = 1

_UNDERSTANDING = Body(Understanding)
_TRACE = Body(Trace)
_PART = tables.trace_parts.c
_SHA_BYTES = 32
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

        Of the reports in it that the case holds only the ids are kept, and each story is a part of its own, so that a
        hundred runs are not a hundred copies of every text and claim.
        """
        held = self._reports.held([report.id for report in trace.reports])
        rest = tuple(report for report in trace.reports if report.id not in held)
        head, parts = split_trace(trace)
        with self._connection.unit():
            kept = [self._keep_part(part) for part in parts.values()]
            values = {
                "at": at.isoformat(),
                "reports": _IDS.pack(tuple(report.id for report in trace.reports)),
                "body": _pack(replace(head, reports=rest)),
                "parts": b"".join(kept),
            }
            self._connection.write(insert(tables.traces), values)

    def last_trace(self) -> Trace | None:
        """Return the newest finished trace, or None."""
        row = self._newest()
        if row is None:
            return None
        try:
            ids, head = _IDS.unpack(row.reports), _unpack(row.body)
            parts = [_unpack(body) for body in self._bodies(_cut(row.parts))]
        except (UnreadableBody, zlib.error):
            return None
        # A trace of before there were parts is whole.
        trace = join_trace(head, parts) if parts else head
        return replace(trace, reports=self._of_trace(ids, head.reports))

    def traced(self) -> frozenset[str]:
        """Return the inner ids of the reports of the newest trace, and of their earlier versions."""
        row = self._newest()
        if row is None:
            return frozenset()
        earlier = (report for versions in _unpack(row.body).versions for report in versions.earlier)
        return frozenset((*_IDS.unpack(row.reports), *earlier))

    def stories_with(self, nodes: Collection[str]) -> Trace | None:
        """Return the newest trace with only the stories that speak of any of these reports or voices, or None.

        Only those are read, so the time does not grow with the case.
        """
        row = self._newest()
        if row is None:
            return None
        found = self._parts_with(nodes) & set(_cut(row.parts))
        if not row.parts:
            return self.last_trace()
        try:
            head, parts = _unpack(row.body), [_unpack(body) for body in self._bodies(sorted(found))]
        except (UnreadableBody, zlib.error):
            return None
        trace = join_trace(head, parts)
        ids = [report for story in trace.stories for report in story.story.reports]
        return replace(trace, reports=self._of_trace(ids, head.reports))

    def keep_stories(self, fresh: Trace, at: datetime) -> None:
        """Keep a new trace: the newest with the stories of `fresh` in the place of those that share a report with them.

        Raises LookupError where there is no trace to begin from.
        """
        row = self._newest()
        if row is None:
            raise LookupError("no trace to put stories into")
        _, parts = split_trace(fresh)
        reports = {report for story in fresh.stories for report in story.story.reports}
        gone = self._parts_with(reports)
        ids, head = _IDS.unpack(row.reports), _unpack(row.body)
        head = replace(head, not_understood=tuple(dict.fromkeys((*head.not_understood, *fresh.not_understood))))
        with self._connection.unit():
            kept = [self._keep_part(part) for part in parts.values()]
            values = {
                "at": at.isoformat(),
                "reports": _IDS.pack((*ids, *sorted(reports - set(ids)))),
                "body": _pack(head),
                "parts": b"".join([*(sha for sha in _cut(row.parts) if sha not in gone), *kept]),
            }
            self._connection.write(insert(tables.traces), values)

    def _newest(self) -> Row[Any] | None:
        columns = (tables.traces.c.reports, tables.traces.c.body, tables.traces.c.parts)
        rows = self._connection.read(select(*columns).order_by(tables.traces.c.number.desc()).limit(1))
        return rows[0] if rows else None

    def _keep_part(self, part: Trace) -> bytes:
        """Keep a part, where it is not kept already, and return its SHA-256."""
        body = _pack(part)
        sha = hashlib.sha256(body).digest()
        known = self._connection.read(select(_PART.sha256).where(_PART.sha256 == sha))
        if not known:
            self._connection.write(insert(tables.trace_parts), {"sha256": sha, "body": body})
            rows = [{"node": node, "part": sha} for node in sorted(nodes_of(part))]
            if rows:
                self._connection.write(insert(tables.trace_nodes), rows)
        return sha

    def _parts_with(self, nodes: Collection[str]) -> set[bytes]:
        columns = tables.trace_nodes.c
        queries = (select(columns.part).where(columns.node.in_(portion)) for portion in portions(sorted(nodes)))
        return {row.part for query in queries for row in self._connection.read(query)}

    def _bodies(self, wanted: Sequence[bytes]) -> list[bytes]:
        """Return the bodies of parts in the order asked for; raise UnreadableBody where one is missing."""
        found: dict[bytes, bytes] = {}
        for portion in portions(wanted):
            rows = self._connection.read(select(tables.trace_parts).where(_PART.sha256.in_(portion)))
            found |= {row.sha256: row.body for row in rows}
        missing = len(set(wanted) - found.keys())
        if missing:
            raise UnreadableBody(f"{missing} parts of the trace are missing")
        return [found[sha] for sha in wanted]

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


def _pack(trace: Trace) -> bytes:
    return zlib.compress(_TRACE.pack(trace), TRACE_COMPRESSION)


def _unpack(body: bytes) -> Trace:
    return _TRACE.unpack(zlib.decompress(body))


def _cut(parts: bytes) -> list[bytes]:
    """Return the SHA-256 of each part of a trace, in order."""
    return [parts[start : start + _SHA_BYTES] for start in range(0, len(parts), _SHA_BYTES)]
