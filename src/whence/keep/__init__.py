"""The store: one case, one file."""
