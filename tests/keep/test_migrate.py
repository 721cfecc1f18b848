"""Do the migrations make exactly the tables that the code works with?"""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.keep.making import NOON
from whence.engines.clock import FixedClock
from whence.keep.case import open_case
from whence.keep.migrate import configuration, known_versions, schema_version
from whence.keep.tables import APPLICATION_ID, HEAD, SEARCH, metadata


def test_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.case", clock=FixedClock(NOON)) as case:
        raw = case._connection.raw
        context = MigrationContext.configure(
            raw,
            opts={
                "compare_type": True,
                # The index of words keeps itself in tables that Alembic knows nothing of.
                "include_name": lambda name, kind, _: kind != "table" or not (name or "").startswith(SEARCH),
            },
        )
        assert compare_metadata(context, metadata) == []
        assert schema_version(raw) == HEAD
        assert case._connection.run("PRAGMA application_id")[0][0] == APPLICATION_ID
        assert case._connection.run("PRAGMA journal_mode")[0][0] == "wal"
        assert case._connection.run("PRAGMA foreign_keys")[0][0] == 1
        assert case._connection.run("PRAGMA synchronous")[0][0] == 2


def test_head_is_the_newest_migration_in_one_line(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.case", clock=FixedClock(NOON)) as case:
        scripts = ScriptDirectory.from_config(configuration(case._connection.raw))
    assert scripts.get_heads() == [HEAD]
    assert known_versions() == sorted(script.revision for script in scripts.walk_revisions())
