"""Is the case's schema the one this Whence works with, and if it is older, how is it brought up?"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, text

from whence.errors import CaseTooNew
from whence.keep.tables import HEAD

MIGRATIONS = Path(__file__).with_name("migrations")


def schema_version(connection: Connection) -> str | None:
    """Return the migration that the case stands at, or None where nothing was ever made in it."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def check_not_newer(version: str | None, *, path: Path) -> None:
    """Raise CaseTooNew for a migration that this Whence does not know."""
    if version is not None and version not in known_versions():
        raise CaseTooNew(
            f"{path} was made by a newer Whence: its schema is {version}, the newest this one knows is {HEAD}.",
            hint="Update Whence: pip install --upgrade whence",
        )


def migrate(connection: Connection, *, path: Path) -> None:
    """Bring the schema up to this Whence's, inside the transaction that the caller has begun."""
    version = schema_version(connection)
    check_not_newer(version, path=path)
    if version != HEAD:
        command.upgrade(configuration(connection), "head")


def known_versions() -> list[str]:
    """Return the migrations that this Whence ships, oldest first."""
    return sorted(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("*.py"))


def configuration(connection: Connection) -> Config:
    """Return what Alembic needs to know, without a file of settings."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
