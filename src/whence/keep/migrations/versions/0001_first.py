"""What does the first case hold? Reports, what was derived from them, and vectors.

The tables are written out here rather than taken from whence.keep.tables, which will go on changing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of an empty case."""
    op.create_table(
        "reports",
        sa.Column("arrival", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("arrived_at", sa.Text, nullable=False),
        sa.Column("given_id", sa.Text),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("title_in_text", sa.Boolean, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("outlet_type", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_precision", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("original_sha256", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.Text, nullable=False),
        sa.Column("made_by", sa.LargeBinary, nullable=False),
        sa.Column("links", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("reports_by_series", "reports", ["series", "arrival"])
    op.create_table(
        "understandings",
        sa.Column("text_sha256", sa.Text, primary_key=True),
        sa.Column("made_by_digest", sa.Text, primary_key=True),
        sa.Column("kept_at", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "traces",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reports", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "vectors",
        sa.Column("text_sha256", sa.LargeBinary, primary_key=True),
        sa.Column("encoder", sa.Text, primary_key=True),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
