"""Occurrences to voices, reports to Stories, statements to Claims."""
