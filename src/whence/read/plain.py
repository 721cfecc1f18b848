"""What does a plain text file report?"""

import re
from collections.abc import Iterator

from whence.read.decoding import decode
from whence.read.documents import Document, Draft, Input, finish
from whence.read.front_matter import FrontMatter, split_front_matter

MEDIA_TYPE = "text/plain"
# A first line up to this many code points may be a title: the longest headline of the newsroom has 99.
TITLE_LENGTH = 150
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*\S")
# What ends a sentence rather than a headline.
_SENTENCE_ENDS = (".", "!", "?", ":", '"', "'", "\u2019", "\u201d", "\u00bb")


def read_plain(source: Input) -> Iterator[Document]:
    """Yield the one report of a text file: with front matter the rest of the file, without it the whole file."""
    yield finish(draft_plain(unify_lines(decode(source.data))), source)


def draft_plain(text: str) -> Draft:
    """Return the draft of a decoded text file."""
    matter, rest = split_front_matter(text)
    if matter is not None:
        return from_front_matter(matter, strip_blank_lines(rest), media_type=MEDIA_TYPE, reader="plain")
    title = find_title(text)
    return Draft(text=text, media_type=MEDIA_TYPE, reader="plain", title=title, title_in_text=title is not None)


def from_front_matter(matter: FrontMatter, text: str, *, media_type: str, reader: str) -> Draft:
    """Return a draft of `text` with all that its front matter says."""
    return Draft(
        text=text,
        media_type=media_type,
        reader=reader,
        given_id=matter.given_id,
        title=matter.title,
        outlet=matter.outlet,
        outlet_type=matter.outlet_type,
        byline=matter.byline,
        url=matter.url,
        published=matter.published,
        unread_date=matter.unread_date,
        unread_lines=matter.unread_lines,
        language=matter.language,
    )


def find_title(text: str) -> str | None:
    r"""Return the first line where it reads as a title: short, no end of a sentence, then a blank line and more text.

    >>> find_title("Bridge closed\n\nThe bridge was closed on Monday.")
    'Bridge closed'
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start:end].strip() if end > 0 else ""
    if not line or len(line) > TITLE_LENGTH or line.endswith(_SENTENCE_ENDS):
        return None
    return line if _BLANK_LINE.match(text, end) else None


def unify_lines(text: str) -> str:
    r"""Return the text with every line end as one line feed.

    >>> unify_lines("a\r\nb")
    'a\nb'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def strip_blank_lines(text: str) -> str:
    r"""Return the text without its leading and trailing blank lines; an indented first line stays indented.

    >>> strip_blank_lines("\n \n  a\n\n")
    '  a'
    """
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", text.rstrip())
