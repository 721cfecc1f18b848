"""How is a case opened, and what is said when it cannot be?"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whence.errors import CaseBusy, CaseDamaged, CaseUnusable, NoSuchThing
from whence.keep import tables
from whence.keep.connection import CaseConnection, make_engine
from whence.keep.diagnosis import has_fts5
from whence.keep.entities import SqliteEntities
from whence.keep.findings import SqliteFindings
from whence.keep.foreign_errors import translated
from whence.keep.judgements import SqliteJudgements
from whence.keep.migrate import check_not_newer, migrate, schema_version
from whence.keep.options import KeepOptions
from whence.keep.originals import FileOriginals
from whence.keep.registers import SqliteRegisters
from whence.keep.reports import SqliteReports, make_index
from whence.keep.story_index import SqliteStoryIndex
from whence.keep.tables import APPLICATION_ID, HEAD, SEARCH
from whence.keep.vectors import SqliteVectors
from whence.keep.watchlists import SqliteScreenings, SqliteWatchlists
from whence.model.judgement import Judgement
from whence.model.watchlist import MatchDecision
from whence.ports import Clock

DEFAULTS = KeepOptions()
# Between two tries where SQLite does not wait by itself.
PAUSE_SECONDS = 0.02
SQLITE_START = b"SQLite format 3\0"
OTHER_PATH = "Give the path of a case, or of a file that does not exist yet."


class SqliteCase:
    """One case, open: a SQLite file and the folder of originals beside it."""

    def __init__(self, connection: CaseConnection, *, originals: FileOriginals, clock: Clock, has_index: bool) -> None:
        self._connection = connection
        self.originals = originals
        self.reports = SqliteReports(connection, clock=clock, has_index=has_index)
        self.findings = SqliteFindings(connection, reports=self.reports, clock=clock)
        self.vectors = SqliteVectors(connection)
        self.judgements = SqliteJudgements(connection, tables.judgements, Judgement)
        self.story_index = SqliteStoryIndex(connection)
        self.registers = SqliteRegisters(connection)
        self.entities = SqliteEntities(connection)
        self.watchlists = SqliteWatchlists(connection)
        self.screenings = SqliteScreenings(connection)
        self.match_decisions = SqliteJudgements(connection, tables.match_decisions, MatchDecision)

    @contextmanager
    def unit(self) -> Iterator[None]:
        """Keep all that is written inside whole at the end, or nothing of it; a unit inside another is part of it.

        Originals reach the disk before the reports that name them: a power cut in between leaves bytes too many,
        which the next run takes for its own, never a report without its bytes.
        """
        with self._connection.unit():
            with self.originals.together():
                yield
            self.reports.index_words()


@contextmanager
def open_case(
    path: Path, *, clock: Clock, create: bool = True, options: KeepOptions = DEFAULTS
) -> Iterator[SqliteCase]:
    """Open the case kept at `path`, making it where there is none and `create` is true; it is closed at the end.

    With `create` false a case that may only be read is opened for reading. Raises CaseUnusable, and NoSuchThing
    where there is no case and none may be made. An open case belongs to the thread that opened it.
    """
    with translated(path):
        is_read_only = _check_place(path, create=create)
        engine = make_engine(path, patience_seconds=options.patience_seconds, is_read_only=is_read_only)
        raw = engine.connect()
    with raw:
        connection = CaseConnection(raw, path=path)
        with translated(path):
            _prepare(connection, is_read_only=is_read_only, patience_seconds=options.patience_seconds)
        originals = FileOriginals(path.with_name(f"{path.name}.originals"))
        if not is_read_only:
            originals.sweep(clock.now(), older_than_hours=options.stale_hours)
        yield SqliteCase(connection, originals=originals, clock=clock, has_index=_has_index(connection))


def _check_place(path: Path, *, create: bool) -> bool:
    folder = path.absolute().parent
    if path.is_dir():
        raise CaseUnusable(f"{path} is a folder; a case is one file.", hint=f"Name a file, such as: {path / 'my.case'}")
    if path.exists():
        _check_file(path)
        if not create and not path.stat().st_size:
            hint = f"Begin one in it: whence trace PATH... --case {path}"
            raise NoSuchThing(f"{path} is empty, expected a case.", hint=hint)
    elif not create:
        raise NoSuchThing(f"There is no case at {path}.", hint=f"Make one: whence trace PATH... --case {path}")
    elif not folder.is_dir():
        raise CaseUnusable(f"There is no folder {folder} to keep a case in.", hint=f"Make it: mkdir -p {folder}")
    is_writable = os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    if create and not is_writable:
        raise CaseUnusable(f"{path} may not be written.", hint="Check who may write the file and its folder.")
    return not is_writable


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise CaseUnusable(f"{path} is no plain file.", hint=OTHER_PATH)
    with path.open("rb") as file:
        start = file.read(len(SQLITE_START))
    if start and start != SQLITE_START:  # an empty file is what mktemp makes, and becomes a case
        raise CaseDamaged(f"{path} is not a case, but a file of another kind.", hint=OTHER_PATH)


def _prepare(connection: CaseConnection, *, is_read_only: bool, patience_seconds: float) -> None:
    _check_owner(connection)
    # A case that is up to date is opened without the write lock, so that it can be read while another writes it.
    if _is_up_to_date(connection):
        return
    if is_read_only:
        raise CaseUnusable(
            f"{connection.path} was made by an older Whence and may not be written, so it cannot be brought up.",
            hint="Copy it and its folder of originals to where you may write, and open the copy.",
        )
    _log_writes_ahead(connection, patience_seconds=patience_seconds)
    with connection.unit():
        _check_owner(connection)
        migrate(connection.raw, path=connection.path)
        connection.run(f"PRAGMA application_id={APPLICATION_ID}")
        if has_fts5():
            make_index(connection)


def _log_writes_ahead(connection: CaseConnection, *, patience_seconds: float) -> None:
    # With a write-ahead log who reads is not held up by who writes. Where the file system cannot do it, SQLite stays
    # with its older journal, which is as safe; `whence doctor` says so. SQLite itself does not wait when two programs
    # turn the log on at once, so the waiting is done here.
    give_up = time.monotonic() + patience_seconds
    while True:
        try:
            connection.run("PRAGMA journal_mode=WAL")
        except CaseBusy:
            if time.monotonic() > give_up:
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return


def _is_up_to_date(connection: CaseConnection) -> bool:
    version = schema_version(connection.raw)
    check_not_newer(version, path=connection.path)
    return version == HEAD and (_has_index(connection) or not has_fts5())


def _check_owner(connection: CaseConnection) -> None:
    # In this order: another program that is just making the case writes both at once.
    made = connection.run("SELECT count(*) FROM sqlite_master")[0][0]
    found = connection.run("PRAGMA application_id")[0][0]
    if found != APPLICATION_ID and (found or made):
        raise CaseDamaged(
            f"{connection.path} is a SQLite file of another program, not a Whence case.",
            hint=OTHER_PATH,
        )


def _has_index(connection: CaseConnection) -> bool:
    made = connection.run("SELECT count(*) FROM sqlite_master WHERE name = ?", SEARCH)[0][0]
    return bool(made) and has_fts5()
