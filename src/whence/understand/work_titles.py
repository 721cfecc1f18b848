"""Which quotations of a text are the titles of works: of a painting, a book, a film?"""

import re

from whence.model.spans import Span
from whence.understand.tokens import Tokens

# A text that speaks of one of these nearby gives a quoted run of capitals as what it is called.
_WORK = re.compile(
    r"\b(?:paintings?|portraits?|picture|pictures|canvas|canvases|panel|masterpieces?|watercolours?|watercolors?"
    r"|drawings?|etchings?|engravings?|sculptures?|statues?|frescoe?s?|novels?|books?|poems?|memoirs?|novellas?|films?"
    r"|movies?|documentary|documentaries|plays?|operas?|ballets?|songs?|albums?|symphony|symphonies|oil on)\b",
    re.IGNORECASE,
)
# Code points to either side in which the word for the work is looked for: about two sentences.
_NEARBY = 240
# Every word of a title begins with a capital, but for the small ones; no mark ends a sentence in it.
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'-]*"
_SMALL = r"(?:a|an|and|at|by|de|for|from|in|la|le|of|on|or|the|to|with)"
_TITLE = re.compile(rf"{_CAPITAL}(?: (?:{_SMALL} )*{_CAPITAL})+")
# Without quotation marks only what is somebody's who is named nowhere else: "the famous Miller's Wife".
_PLAIN = re.compile(rf"\b[Tt]he (?:[a-z]+ )?(?P<title>(?P<whose>[^\W\d_a-zß-ÿ][\w-]*)['’]s {_CAPITAL})")
_POSSESSIVE = re.compile(r"\w['’]s? ")


def find_titles(tokens: Tokens) -> list[Span]:
    """Return where titles of works stand, quotation marks left out, in reading order; elsewhere also without marks.

    A quoted run of two or more capitals is one where a word for a work stands nearby, or where it holds a possessive
    ("The Miller's Wife"): a band, a rifle or an operation in quotation marks is called otherwise.

    >>> from whence.understand.tokens import read_tokens
    >>> text = "Thieves took “The Miller’s Wife”, a portrait. The Miller’s Wife is small."
    >>> [span.cut(text) for span in find_titles(read_tokens(text))]
    ['The Miller’s Wife', 'The Miller’s Wife']
    """
    text = tokens.text
    titles = {quote.inner.cut(text).rstrip(",.") for quote in tokens.quotes if _is_title(text, quote.inner)}
    if not titles:
        titles = {match["title"] for match in _PLAIN.finditer(text) if _is_plain_title(text, match)}
    if not titles:
        return []
    longest_first = sorted(titles, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _is_title(text: str, inner: Span) -> bool:
    worded = inner.cut(text).rstrip(",.")
    if not _TITLE.fullmatch(worded):
        return False
    return _POSSESSIVE.search(worded) is not None or _is_by_a_work(text, inner)


def _is_plain_title(text: str, match: re.Match[str]) -> bool:
    is_named_alone = text.count(match["whose"]) > text.count(match["title"])
    return not is_named_alone and _is_by_a_work(text, Span(*match.span("title")))


def _is_by_a_work(text: str, span: Span) -> bool:
    beside = text[max(0, span.start - _NEARBY) : span.start] + " " + text[span.end : span.end + _NEARBY]
    return _WORK.search(beside) is not None
