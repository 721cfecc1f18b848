"""Which part of a trace speaks of which report or voice? Traces fall into one part a story, kept once each.

Earlier traces stay as they are: whole, with no parts.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of parts."""
    op.add_column("traces", sa.Column("parts", sa.LargeBinary, nullable=False, server_default=""))
    op.create_table(
        "trace_parts",
        sa.Column("sha256", sa.LargeBinary, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "trace_nodes",
        sa.Column("node", sa.Text, primary_key=True),
        sa.Column("part", sa.LargeBinary, primary_key=True),
    )
