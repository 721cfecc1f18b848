"""What stands in a text: amounts, dates, words, names. The same texts are compared over and over; each is read once."""

import re
from functools import lru_cache

from whence.model.report import Moment
from whence.model.spans import Span
from whence.text.dates import DateMention, find_dates
from whence.text.quantities import Quantity, find_quantities, is_same_figure
from whence.text.words import STOP_WORDS, word_forms
from whence.weigh.words import find_words

_CAPITAL = re.compile(r"(?<=[\w,;:’'\"“(–—] )[A-ZÀ-Þ][\w’'-]+|(?<=[\"“(])[A-ZÀ-Þ][\w’'-]+")
_POSSESSIVE = re.compile(r"[’']s$")
_LEAST_NAME = 3


@lru_cache(maxsize=4096)
def amounts_of(text: str) -> tuple[Quantity, ...]:
    """Return the amounts of a text."""
    return tuple(find_quantities(text))


@lru_cache(maxsize=4096)
def dates_of(text: str, published: Moment | None) -> tuple[DateMention, ...]:
    """Return the dates of a text, read against its day of publication."""
    return tuple(find_dates(text, published=published))


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of a text's content words."""
    return find_words(text)


@lru_cache(maxsize=4096)
def forms_of(text: str) -> frozenset[str]:
    """Return the words of a text as written, in lower case."""
    return frozenset(word_forms(text))


@lru_cache(maxsize=4096)
def find_names(text: str) -> tuple[Span, ...]:
    """Return the words with a capital that do not open a sentence, where they stand.

    >>> [span.cut("The keeper Ivo Lund left Osk.") for span in find_names("The keeper Ivo Lund left Osk.")]
    ['Ivo', 'Lund', 'Osk']
    """
    spans = [Span(*match.span()) for match in _CAPITAL.finditer(text)]
    return tuple(span for span in spans if _is_name(plain_name(span.cut(text))))


def plain_name(word: str) -> str:
    """Return a word in lower case without its possessive."""
    return _POSSESSIVE.sub("", word).lower()


def _is_name(word: str) -> bool:
    return len(word) >= _LEAST_NAME and word not in STOP_WORDS


def holds_figure(quantity: Quantity, text: str) -> bool:
    """Tell whether a text gives the same figure."""
    return any(is_same_figure(quantity, other) for other in amounts_of(text))
