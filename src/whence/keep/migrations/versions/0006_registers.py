"""What do imported company registers hold? The registers, every row of them, and the companies read from the rows."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of registers."""
    op.create_table(
        "registers",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("refused", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "register_rows",
        sa.Column("register", sa.Integer, primary_key=True),
        sa.Column("line", sa.Integer, primary_key=True),
        sa.Column("raw", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "register_companies",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("register", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("register_companies_by_register", "register_companies", ["register", "number"])
