"""How is a stranger's text made harmless before it enters a page? All but escaping, which is the template's work."""

import re
from urllib.parse import urlsplit

from whence.show.wording import plain, quoted

# What HTML forbids, and marks that turn the direction of what follows: control codes, bidirectional embeddings and
# isolates, lone surrogates, non-characters. Each becomes one U+FFFD, so that it is seen and offsets stay.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def inert(text: str) -> str:
    r"""Return the text with every character that could steer or break a page shown as U+FFFD, one for one.

    >>> inert("a\u202eb\x00c\n")
    'a\ufffdb\ufffdc\n'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", " \n").replace("\r", "\n"))


def quote_once(text: str) -> str:
    """Return words between quote marks, without straight marks of their own around the whole or left over at an end.

    >>> quote_once('"They learned it."'), quote_once('"Somebody wrote it down')
    ('“They learned it.”', '“Somebody wrote it down”')
    """
    line = plain(text)
    marks = line.count('"')
    if (marks == 2 and line.startswith('"') and line.endswith('"')) or marks == 1:
        line = line.strip('"')
    return quoted(line)


def safe_address(url: str | None) -> str | None:
    """Return an address that may become a link, or None: only http and https lead where they say.

    >>> safe_address("javascript:alert(1)") is None
    True
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # a broken address is shown as words
        return None
    return inert(url.strip()) if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def safe_language(language: str | None) -> str:
    """Return a language tag for `lang`, or "" where it is unknown or no tag.

    >>> safe_language("en"), safe_language('en" x')
    ('en', '')
    """
    return language if language and _LANGUAGE.fullmatch(language) else ""
