"""The nouns: what Whence talks about."""
