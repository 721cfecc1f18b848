"""What is the id of a thing? One function makes them all from content, so that the same content has the same id."""

import hashlib

# The encoding of the parts below; a change of it changes every id, so it is written into the hash.
ID_VERSION = "1"


def content_id(prefix: str, *parts: str | None) -> str:
    """Return `prefix` and 16 hex digits of a hash over the parts; None and "" are different parts.

    Each part is preceded by its length, so that no two lists of parts encode alike.

    >>> content_id("r", "ab", "c") == content_id("r", "a", "bc")
    False
    """
    digest = hashlib.sha256(f"{ID_VERSION}:{prefix}".encode())
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update((b"-" if part is None else str(len(data)).encode()) + b":" + data)
    return f"{prefix}{digest.hexdigest()[:16]}"


def report_id(original_sha256: str, outlet: str | None, url: str | None, published: str | None) -> str:
    """Return a report's inner id: two outlets' identical wire copies stay two reports."""
    return content_id("r", original_sha256, outlet, url, published)


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 form in hex; lone surrogates count as they are.

    >>> text_sha256("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def options_digest(options: object) -> str:
    """Return 12 hex digits that change whenever a field of an options dataclass changes.

    >>> len(options_digest(("any", 1)))
    12
    """
    return hashlib.sha256(repr(options).encode()).hexdigest()[:12]
