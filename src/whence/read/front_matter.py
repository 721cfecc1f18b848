"""What does a text file say about itself at its top?"""

import re
from dataclasses import dataclass

from whence.model.report import Moment
from whence.read.moments import parse_moment

FENCE = "---"
# Each key that is read, and the other names it goes by in common use.
KEYS = {
    "id": "given_id",
    "title": "title",
    "outlet": "outlet",
    "outlet_type": "outlet_type",
    "byline": "byline",
    "author": "byline",
    "published": "published",
    "published_at": "published",
    "date": "published",
    "url": "url",
    "source": "url",
    "language": "language",
}
_LINE = re.compile(r"([A-Za-z][\w -]*?)\s*:(?:\s+(.*))?")
# A block of metadata longer than this is not one.
_MAX_LINES = 100


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a front-matter block says; None where it does not.

    `unread_date` is a `published` that cannot be read, `unread_lines` are those that are no `key: value`.
    """

    given_id: str | None = None
    title: str | None = None
    outlet: str | None = None
    outlet_type: str | None = None
    byline: str | None = None
    published: Moment | None = None
    unread_date: str | None = None
    url: str | None = None
    language: str | None = None
    unread_lines: tuple[str, ...] = ()


def split_front_matter(text: str) -> tuple[FrontMatter | None, str]:
    r"""Return the front matter and the rest of the text, or None and the whole text where it has no well-formed block.

    A block is well formed when every line between the two fences is `key: value`, blank, a comment, or an indented or
    listed continuation, and one key at least is there. A line that is anything else is passed over where the keys that
    are read show a block all the same; if not, all of it is part of the text, which may well begin with a rule.

    >>> split_front_matter("---\noutlet: Harbour Post\n---\nIt rained.")[0].outlet
    'Harbour Post'
    """
    lines = text.split("\n", _MAX_LINES + 2)
    if lines[0].rstrip() != FENCE:
        return None, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in (FENCE, "...")), None)
    if end is None:
        return None, text
    found = _read_lines(lines[1:end])
    return (found, "\n".join(lines[end + 1 :])) if found else (None, text)


def _read_lines(lines: list[str]) -> FrontMatter | None:
    values: dict[str, str] = {}
    keys = known = 0
    unread: list[str] = []
    for line in lines:
        if not line.strip() or line.startswith(("#", " ", "\t", "- ")):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            unread.append(line.strip())
            continue
        keys += 1
        field = KEYS.get(match[1].lower().replace(" ", "_").replace("-", "_"))
        known += field is not None
        value = _unquote((match[2] or "").strip())
        if field and value and field not in values:
            values[field] = value
    if not keys or (unread and not _is_block(unread, known)):
        return None
    worded = values.pop("published", "")
    published = parse_moment(worded)
    if worded and published is None:
        values["unread_date"] = worded
    return FrontMatter(published=published, unread_lines=tuple(unread), **values)


def _is_block(unread: list[str], known: int) -> bool:
    """Tell whether lines that are no `key: value` stand in front matter all the same: slips among keys that are known.

    Between two rules may stand sentences too, one of which begins with a word and a colon.
    """
    has_sentence = any(line.endswith((".", "!", "?")) for line in unread)
    return known > len(unread) or (known == len(unread) and not has_sentence)


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in ("null", "~") else value
