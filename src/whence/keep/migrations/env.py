"""How does Alembic reach the case? Over the connection that the caller has opened; the caller's transaction holds."""

from alembic import context

from whence.keep.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
