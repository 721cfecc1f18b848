"""Stands for the watchlists' migration until the merge."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make nothing."""
