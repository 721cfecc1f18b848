"""The network of companies as one HTML page."""
