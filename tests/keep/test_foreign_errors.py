"""Does every foreign error that can befall a case come out as one of ours?"""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError

from whence.errors import CaseBusy, CaseDamaged, CaseUnusable, NoSpace
from whence.keep.foreign_errors import SQLITE_MEANINGS, SYSTEM_MEANINGS, translate, translated

PLACE = Path("my.case")

EXPECTED: list[tuple[str, type[CaseUnusable]]] = [
    ("SQLITE_AUTH", CaseUnusable),
    ("SQLITE_BUSY", CaseBusy),
    ("SQLITE_CANTOPEN", CaseUnusable),
    ("SQLITE_CORRUPT", CaseDamaged),
    ("SQLITE_FULL", NoSpace),
    ("SQLITE_IOERR", NoSpace),
    ("SQLITE_LOCKED", CaseBusy),
    ("SQLITE_NOTADB", CaseDamaged),
    ("SQLITE_PERM", CaseUnusable),
    ("SQLITE_PROTOCOL", CaseBusy),
    ("SQLITE_READONLY", CaseUnusable),
    ("SQLITE_TOOBIG", CaseUnusable),
]


def sqlite_error(code: int) -> sqlite3.Error:
    problem = sqlite3.OperationalError("the driver's words")
    problem.sqlite_errorcode = code
    return problem


def test_the_table_has_these_rows_and_no_others() -> None:
    assert {getattr(sqlite3, name): error for name, error in EXPECTED} == {
        code: meaning.error for code, meaning in SQLITE_MEANINGS.items()
    }
    assert {meaning.error for meaning in SYSTEM_MEANINGS.values()} == {NoSpace, CaseUnusable}


@pytest.mark.parametrize(("name", "error"), EXPECTED)
def test_translate_names_the_case_the_cause_and_what_to_do(name: str, error: type[CaseUnusable]) -> None:
    cause = sqlite_error(getattr(sqlite3, name) | (3 << 8))  # extended codes carry more in their higher bytes
    ours = translate(DatabaseError("SELECT 1", None, cause), PLACE)
    assert type(ours) is error
    assert ours is not None
    assert "my.case" in ours.message
    assert "the driver's words" in ours.message
    assert "SELECT" not in str(ours)
    assert ours.hint


@pytest.mark.parametrize(("code", "error"), [(errno.ENOSPC, NoSpace), (errno.EROFS, CaseUnusable)])
def test_translate_knows_errors_of_the_system(code: int, error: type[CaseUnusable]) -> None:
    assert type(translate(OSError(code, "no"), PLACE)) is error


@pytest.mark.parametrize(
    "problem",
    [
        sqlite3.ProgrammingError("wrong number of values"),
        IntegrityError("INSERT", None, sqlite_error(sqlite3.SQLITE_CONSTRAINT)),
        OSError(errno.ECHILD, "no child"),
    ],
)
def test_what_is_a_mistake_of_ours_is_raised_as_it_is(problem: Exception) -> None:
    assert translate(problem, PLACE) is None
    with pytest.raises(type(problem)) as caught, translated(PLACE):
        raise problem
    assert caught.value is problem


def test_translated_keeps_the_cause() -> None:
    with pytest.raises(CaseDamaged) as caught, translated(PLACE):
        b"\xff".decode()
    assert isinstance(caught.value.__cause__, UnicodeDecodeError)
