"""Which reports hold the words asked for, where there is no index to ask?"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

# Words shown on each side of the first hit.
SNIPPET_WORDS = 8

# Letters and digits, with the accents that stand as signs of their own.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")


def query_words(query: str) -> list[str]:
    """Return the words of a query without the signs between them.

    >>> query_words("Zoë's «Café» AND")
    ['Zoë', 's', 'Café', 'AND']
    """
    return _WORD.findall(query)


def fold(word: str) -> str:
    """Return the word without case and without accents on Latin letters, as SQLite's unicode61 compares words.

    Accents on letters of other scripts make other letters there (и and й), and stay.

    >>> fold("ÉTÉ"), fold("Й")
    ('ete', 'й')
    """
    return word.lower() if word.isascii() else "".join(map(_fold_letter, _ACCENTS.sub("", word)))


def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii():
        return base.lower()
    folded = letter.casefold()
    return folded if len(folded) == 1 else letter.lower()


def search_by_scanning(
    reports: Iterable[tuple[str, str | None, str]], query: str, *, limit: int
) -> list[tuple[str, str]]:
    """Return (id, snippet) of those `(id, title, text)` that hold every word of the query, the fullest of them first.

    It reads every text, so it is for cases in memory and for a SQLite without FTS5.
    """
    wanted = _folded(query)
    if not wanted:
        return []
    hits: list[tuple[float, str, str]] = []
    for report_id, title, text in reports:
        words = _folded(f"{title or ''} {text}")
        if wanted.keys() <= words.keys():
            share = sum(words[word] for word in wanted) / words.total()
            hits.append((share, report_id, _snippet(text, wanted.keys())))
    hits.sort(key=lambda hit: -hit[0])
    return [(report_id, snippet) for _, report_id, snippet in hits[:limit]]


def _folded(text: str) -> Counter[str]:
    return Counter(map(fold, query_words(text)))


def _snippet(text: str, wanted: Collection[str]) -> str:
    places = list(_WORD.finditer(text))
    hit = next((index for index, found in enumerate(places) if fold(found.group()) in wanted), 0)
    shown = places[max(0, hit - SNIPPET_WORDS) : hit + SNIPPET_WORDS + 1]
    if not shown:
        return ""
    start, end = shown[0].start(), shown[-1].end()
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text.rstrip()) else "")
