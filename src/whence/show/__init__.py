"""Views for people and programs."""
