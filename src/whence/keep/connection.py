"""How do we talk to the file of one case, and what is kept when we stop in the middle?"""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Row, create_engine, event
from sqlalchemy.pool import NullPool

from whence.keep.foreign_errors import translated

Values = Mapping[str, object]
Value = TypeVar("Value")
# Values asked for in one statement; the oldest SQLite in use takes 999 variables.
_MOST_VALUES = 900


class CaseConnection:
    """The one connection of an open case: every statement goes through it, and foreign errors end here.

    Statements outside a unit of work are each kept at once. It belongs to the thread that opened it.
    """

    def __init__(self, connection: Connection, *, path: Path) -> None:
        self.path = path
        self.raw = connection
        self._depth = 0

    def read(self, statement: Executable, values: Values | None = None) -> Sequence[Row[Any]]:
        """Return all rows of a query; they are fetched here, since damage may show at any of them."""
        with translated(self.path):
            return self.raw.execute(statement, values).all()

    def write(self, statement: Executable, values: Values | Sequence[Values]) -> int:
        """Run a statement that writes, once or for each of many values, and return how many rows it wrote."""
        with translated(self.path):
            return self.raw.execute(statement, values).rowcount

    def run(self, sql: str, *values: object) -> Sequence[Row[Any]]:
        """Run SQL as it is written, for what Core has no words, and return its rows."""
        with translated(self.path):
            result = self.raw.exec_driver_sql(sql, values)
            return result.all() if result.returns_rows else []

    def run_many(self, sql: str, values: Sequence[tuple[object, ...]]) -> None:
        """Run SQL that writes, once for each of the values."""
        with translated(self.path):
            self.raw.exec_driver_sql(sql, list(values))

    @contextmanager
    def unit(self) -> Iterator[None]:
        """Keep all that is written inside whole at the end, or nothing of it where it ends in an exception.

        A unit inside another is part of it: what it wrote is taken back when it fails, and kept when the outer one
        is. The write lock is taken at the start, so that waiting happens before any work is done.
        """
        begin, end, undo = _steps(self._depth)
        self.run(begin)
        self._depth += 1
        try:
            yield
            self.run(end)
        except BaseException:
            # After a full disk SQLite may have rolled back already.
            if self._is_in_transaction():
                for step in undo:
                    self.run(step)
            raise
        finally:
            self._depth -= 1

    def _is_in_transaction(self) -> bool:
        # SQLAlchemy throws a connection away when Ctrl-C comes in the middle of a statement; SQLite has then undone it.
        if self.raw.invalidated:
            return False
        driver = self.raw.connection.driver_connection
        return isinstance(driver, sqlite3.Connection) and driver.in_transaction


def _steps(depth: int) -> tuple[str, str, tuple[str, ...]]:
    if not depth:
        return "BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)
    name = f"unit_{depth}"
    return f"SAVEPOINT {name}", f"RELEASE {name}", (f"ROLLBACK TO {name}", f"RELEASE {name}")


def portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield values in portions that one statement can ask for.

    >>> [len(portion) for portion in portions(range(2000))]
    [900, 900, 200]
    """
    for start in range(0, len(values), _MOST_VALUES):
        yield values[start : start + _MOST_VALUES]


def make_engine(path: Path, *, patience_seconds: float, is_read_only: bool) -> Engine:
    """Return the engine of one case file; units of work are begun by CaseConnection, never by the driver."""
    mode = "rwc"
    if is_read_only:
        # In a folder that may not be written SQLite cannot make its lock files; without a log beside it the case is
        # at rest, and can be read without them.
        is_at_rest = not path.with_name(f"{path.name}-wal").exists() and not os.access(path.absolute().parent, os.W_OK)
        mode = "ro&immutable=1" if is_at_rest else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=patience_seconds, isolation_level=None)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    event.listen(engine, "connect", _set_up)
    return engine


def _set_up(driver: sqlite3.Connection, _record: object) -> None:
    driver.text_factory = _decode
    driver.execute("PRAGMA foreign_keys=ON")
    # FULL: a finished unit of work survives a power cut, not only a kill.
    driver.execute("PRAGMA synchronous=FULL")


def _decode(data: bytes) -> str:
    # Snippets may be cut from a text with half a surrogate pair in it.
    return data.decode("utf-8", "surrogatepass")
