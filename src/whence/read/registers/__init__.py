"""From the file of a company register to its companies, each fact with its line."""
