"""Which reports hold the words asked for, where there is no index to ask?"""

import re
import unicodedata
from collections.abc import Iterable

# Words shown on each side of the first hit.
SNIPPET_WORDS = 8

_WORD = re.compile(r"[^\W_]+")


def query_words(query: str) -> list[str]:
    """Return the words of a query as they are compared: without case, marks and signs.

    >>> query_words("Zoë's «Café»")
    ['zoe', 's', 'cafe']
    """
    return [fold(found.group()) for found in _WORD.finditer(query)]


def fold(word: str) -> str:
    """Return the word without case and combining marks, as SQLite's unicode61 tokeniser compares words.

    >>> fold("ÉTÉ")
    'ete'
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def search_by_scanning(
    reports: Iterable[tuple[str, str | None, str]], query: str, *, limit: int
) -> list[tuple[str, str]]:
    """Return (id, snippet) of those `(id, title, text)` that hold every word of the query, the fullest of them first.

    It reads every text, so it is for cases in memory and for a SQLite without FTS5.
    """
    wanted = set(query_words(query))
    if not wanted:
        return []
    hits: list[tuple[float, str, str]] = []
    for report_id, title, text in reports:
        words = query_words(f"{title or ''} {text}")
        if wanted <= set(words):
            share = sum(word in wanted for word in words) / len(words)
            hits.append((share, report_id, _snippet(text, wanted)))
    hits.sort(key=lambda hit: -hit[0])
    return [(report_id, snippet) for _, report_id, snippet in hits[:limit]]


def _snippet(text: str, wanted: set[str]) -> str:
    places = list(_WORD.finditer(text))
    hit = next((index for index, found in enumerate(places) if fold(found.group()) in wanted), 0)
    shown = places[max(0, hit - SNIPPET_WORDS) : hit + SNIPPET_WORDS + 1]
    if not shown:
        return ""
    start, end = shown[0].start(), shown[-1].end()
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text.rstrip()) else "")
