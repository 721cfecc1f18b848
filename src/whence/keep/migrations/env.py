"""How does Alembic reach the case? Over the connection that the caller has opened; the caller's transaction holds."""

from alembic import context

from whence.keep.tables import metadata

# Alembic lends the context its attributes while it runs this file; who only imports it (a test) finds none.
if hasattr(context, "config"):
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    context.run_migrations()
