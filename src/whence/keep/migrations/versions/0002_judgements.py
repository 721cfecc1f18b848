"""What did people decide about a case? One row a judgement; one that was taken back stays, with the time."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of judgements."""
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("undone_at", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
