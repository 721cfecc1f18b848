"""Which reports share telling words with a new one, and what became of stories? An index, counts and a log."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the index, of counts and of the log."""
    op.create_table(
        "story_words",
        sa.Column("word", sa.Integer, primary_key=True),
        sa.Column("report", sa.Text, primary_key=True),
        sa.Column("day", sa.Float),
        sqlite_with_rowid=False,
    )
    op.create_table("story_reports", sa.Column("report", sa.Text, primary_key=True), sqlite_with_rowid=False)
    op.create_table(
        "word_counts",
        sa.Column("word", sa.Integer, primary_key=True),
        sa.Column("reports", sa.Integer, nullable=False),
    )
    op.create_table(
        "story_log",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
