"""Which clauses does the report say in its own voice, each short enough to be one claim?"""

from whence.understand.phrases import Range, find_object, has_verb, is_verb
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import ADVERBS, AUXILIARIES, PERSONAL

# A clause after one of these says something of its own.
_ADVERBIAL = frozenset("after because when while although though".split())
# Participles that add an outcome: "..., killing two".
_RESULTS = frozenset(
    """killing injuring wounding leaving causing destroying damaging cutting bringing forcing sending raising affecting
    trapping burying knocking triggering prompting firing""".split()
)
_SPLITTERS = frozenset("and but while whereas yet".split())


def split_clauses(tokens: Tokens, low: int, high: int, *, finely: bool = True) -> list[Range]:  # noqa: C901 - one case a line
    """Split a stretch into clauses that can stand alone: at ";", and at ", and" or ", but" before a subject and verb.

    `finely` splits off "after", "because" and outcomes too; an attributed content stays together there.
    """
    words = tokens.words
    pieces: list[Range] = []
    start = low
    i = low
    while i < high:
        if tokens.quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[tokens.quote_of[i]])
            continue
        word = words[i]
        cut = None
        if word in (";", "—") and has_verb(tokens, start, i) and has_verb(tokens, i + 1, high):
            cut = i + 1
        elif word == "," and i + 2 < high and words[i + 1] in _SPLITTERS:
            if _clause_starts(tokens, i + 2, high) and has_verb(tokens, start, i):
                cut = i + 2
        elif word in ("and", "but") and i + 2 < high and words[i - 1] != ",":
            if has_verb(tokens, start, i) and _clear_clause(tokens, i + 1, high) and i - start > 3:
                cut = i + 1
        elif finely and word in _ADVERBIAL and i - start >= 5 and high - i >= 6 and _clause_starts(tokens, i + 1, high):
            if has_verb(tokens, start, i):
                cut = i + 1
        elif finely and word == "," and i - start >= 6 and high - i >= 4 and words[i + 1] in _RESULTS:
            cut = i + 1
        if cut is not None:
            pieces.append((start, i))
            start = cut
            i = cut
        else:
            i += 1
    pieces.append((start, high))
    return [trim(tokens, *piece) for piece in pieces if piece[0] < piece[1]]


def trim(tokens: Tokens, low: int, high: int) -> Range:
    """Return the range without marks and joining words at its ends; brackets and quotation marks stay."""
    words = tokens.words
    while low < high and words[low] in (",", ";", ":", "—", ".", "-", "•", "*") and tokens.quote_of[low] < 0:
        low += 1
    while high > low and words[high - 1] in (",", ";", ":", "—", ".", "-", "!") and tokens.quote_of[high - 1] < 0:
        high -= 1
    return low, high


def _clause_starts(tokens: Tokens, i: int, high: int) -> bool:
    """Tell whether a subject and then its verb stand at i."""
    words = tokens.words
    while i < high and (words[i] in ADVERBS or words[i].endswith("ly")):
        i += 1
    if i >= high or is_verb(tokens, i):
        return False
    if words[i] in PERSONAL or words[i] == "there":
        return True
    end = find_object(tokens, i, high)
    return end > i and end < high and _is_predicate(tokens, end, high)


def _clear_clause(tokens: Tokens, i: int, high: int) -> bool:
    """Tell whether a clause stands at i beyond doubt, since no comma marks it: a pronoun or article, then a verb."""
    words = tokens.words
    if words[i] in PERSONAL or words[i] == "there":
        return i + 1 < high and (is_verb(tokens, i + 1) or words[i + 1].endswith("ed") or words[i + 1] in AUXILIARIES)
    if words[i] not in ("the", "a", "an", "its", "his", "her", "their") and not tokens.forms[i][0].isupper():
        return False
    end = find_object(tokens, i, high)
    return end > i and end < high and _is_predicate(tokens, end, high)


def _is_predicate(tokens: Tokens, i: int, high: int) -> bool:
    words = tokens.words
    while i < high and (words[i] in ADVERBS or words[i].endswith("ly")):
        i += 1
    return i < high and (words[i] in AUXILIARIES or is_verb(tokens, i))
