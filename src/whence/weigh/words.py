"""Which words of a report tell it apart, and where do they stand?"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whence.model.report import Report
from whence.model.spans import Span
from whence.text.words import content_words

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])|\n+")
_NAME_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"[’']s\b")

# Words with a capital that many voices share: titles, offices, kinds of body, and sentence openers.
_OFFICES = frozenset(
    "the a an his her its our their this that these those one two some several many both all another other such what"
    " who whoever mr mrs ms dr professor sir captain colonel general lieutenant sergeant inspector detective judge"
    " councillor senator deputy minister ministry department office officer official officials chief head director"
    " president chairman chairwoman secretary spokesman spokeswoman spokesperson spokespeople police army government"
    " authority agency council committee court union party company club group institute university hospital mission"
    " guard service bureau former local national state independent international opposition people sources reports"
    " witnesses residents experts analysts".split()
)


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The content words of one report, its sentences, and the words of each sentence."""

    words: frozenset[str]
    sentences: tuple[tuple[Span, frozenset[str]], ...]


def find_words(text: str) -> frozenset[str]:
    """Return the stems of a text's content words, each once.

    >>> sorted(find_words("The ship's two horns"))
    ['horn', 'ship', 'two']
    """
    return frozenset(content_words(text))


def find_proper_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others of its kind: with a capital, titles and offices left out.

    >>> sorted(find_proper_words("the Ardo ministry's spokesman Lev Torn"))
    ['ardo', 'lev', 'torn']
    """
    words = _NAME_WORD.findall(_POSSESSIVE.sub("", name))
    return frozenset(
        word.lower() for word in words if word[:1].isupper() and len(word) > 2 and word.lower() not in _OFFICES
    )


def split_sentences(text: str) -> list[Span]:
    """Return the sentences of a text as spans; close enough to show a passage, not to read grammar from.

    >>> [span.cut("It sank. Nobody saw it.") for span in split_sentences("It sank. Nobody saw it.")]
    ['It sank.', 'Nobody saw it.']
    """
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.start()].strip():
            spans.append(Span(start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    return spans


def read_words(report: Report) -> ReportWords:
    """Return the words of a report, whole and by sentence."""
    sentences = tuple((span, find_words(span.cut(report.text))) for span in split_sentences(report.text))
    return ReportWords(frozenset().union(*(words for _, words in sentences)), sentences)


def weigh_words(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return the weight of each word: the logarithm of how rare it is among the reports, nothing for one in all."""
    sets = list(texts)
    counts = Counter(word for words in sets for word in words)
    return {word: math.log((len(sets) + 1) / (n + 0.5)) for word, n in counts.items()}


def share_of(words: frozenset[str], others: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return which share of the weight of `words` stands in `others` too, 0 to 1.

    >>> share_of(frozenset({"horn", "fog"}), frozenset({"fog"}), {"horn": 3.0, "fog": 1.0})
    0.25
    """
    total = sum(weights.get(word, 0.0) for word in sorted(words))
    return sum(weights.get(word, 0.0) for word in sorted(words & others)) / total if total else 0.0


def closest_sentence(words: frozenset[str], report: ReportWords, weights: Mapping[str, float]) -> Span | None:
    """Return the sentence of a report that shares most with the words, the first of equals; None where it has none."""
    best, found = -1.0, None
    for span, own in report.sentences:
        shared = sum(weights.get(word, 0.0) for word in sorted(words & own))
        if shared > best:
            best, found = shared, span
    return found
