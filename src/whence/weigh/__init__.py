"""Claim to Origins."""
