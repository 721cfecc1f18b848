"""Report to Statements."""
