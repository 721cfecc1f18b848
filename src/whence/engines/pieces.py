"""How does the encoder's tokenizer cut a text into words and pieces, and how is each word written?"""

import unicodedata

import numpy as np
from tokenizers import Tokenizer

from whence.model.pieces import Numbers, Pieces
from whence.text.quotes import find_quotes

# Characters handed to the tokenizer at once: its memory is some 200 bytes a piece, so a book is cut up in parts.
AT_ONCE = 200_000


def cut_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Return a text's words and pieces; a lone surrogate, which no tokenizer takes, is read as "?"."""
    clean = text.encode("utf-8", "replace").decode() if not text.isascii() else text
    ids: list[Numbers] = []
    words: list[Numbers] = []
    offsets: list[Numbers] = []
    count = 0
    for low, high in _parts(clean):
        encoding = tokenizer.encode(clean[low:high], add_special_tokens=False)
        if not encoding.ids:
            continue
        ids.append(np.array(encoding.ids, np.int64))
        inside = np.array(encoding.word_ids, np.int64)
        words.append(inside + count)
        count += int(inside[-1]) + 1
        offsets.append(np.array(encoding.offsets, np.int64) + low)
    if not ids:
        nothing = np.zeros(0, np.int64)
        return Pieces(nothing, np.zeros(1, np.int64), nothing, nothing, nothing)
    word, offset = np.concatenate(words), np.concatenate(offsets)
    first = np.flatnonzero(np.diff(word, prepend=-1))
    ends = offset[np.append(first[1:], len(word)) - 1, 1]
    starts = offset[first, 0]
    ends = _with_accents(clean, ends)
    return Pieces(np.concatenate(ids), np.append(first, len(word)), starts, ends, _looks(clean, starts, ends))


def _parts(text: str) -> list[tuple[int, int]]:
    """Return stretches of at most `AT_ONCE` characters that end at white space where there is any."""
    parts: list[tuple[int, int]] = []
    low = 0
    while len(text) - low > AT_ONCE:
        cut = max(text.rfind(" ", low, low + AT_ONCE), text.rfind("\n", low, low + AT_ONCE))
        high = cut if cut > low else low + AT_ONCE
        parts.append((low, high))
        low = high
    parts.append((low, len(text)))
    return parts


def _with_accents(text: str, ends: Numbers) -> Numbers:
    """Return the ends of words moved behind the combining marks that follow, which the vocabulary drops."""
    if text.isascii():
        return ends
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    known, where = np.unique(codes, return_inverse=True)
    marks = np.array([unicodedata.combining(chr(code)) > 0 for code in known], np.bool_)[where]
    behind = np.append(marks, False)
    moved = ends.copy()
    while behind[moved].any():
        moved = moved + behind[moved]
    return moved


def _looks(text: str, starts: Numbers, ends: Numbers) -> Numbers:
    """Return how each word looks, see `Pieces.looks`; letters are looked up once a code point, not once a place."""
    codes, where = np.unique(np.frombuffer(text.encode("utf-32-le"), np.uint32), return_inverse=True)
    letters = [chr(code) for code in codes]
    upper, lower, space, line = (
        np.array([test(letter) for letter in letters], np.int64)[where]
        for test in (str.isupper, str.islower, str.isspace, "\n".__eq__)
    )
    ups, downs = _counted(upper, starts, ends), _counted(lower, starts, ends)
    first_up = upper[starts] > 0
    capital = np.where(first_up & (ups == 1), 2, 4)
    # A single capital letter ("A", "I") is a capital first, not a word in capitals.
    written = np.where(downs == 0, np.where(ends - starts == 1, 2, 3), capital)
    case = np.where(ups == 0, np.where(downs == 0, 0, 1), written)
    before = np.append(0, ends[:-1])
    gap = np.where(_counted(line, before, starts) > 0, 2, np.where(_counted(space, before, starts) > 0, 1, 0))
    gap[:1] = 2  # a text begins on a line of its own, whatever white space stands before it
    quoted = np.zeros(len(starts), np.int64)
    for quote in find_quotes(text):
        low, high = np.searchsorted(starts, (quote.span.start, quote.span.end))
        quoted[low:high] = 1
    looks: Numbers = case + 5 * gap + 15 * quoted
    return looks


def _counted(flags: Numbers, starts: Numbers, ends: Numbers) -> Numbers:
    """Return how many flags are set between each start and end."""
    sums = np.append(0, np.cumsum(flags))
    counts: Numbers = sums[ends] - sums[starts]
    return counts
