"""Which parts of a text stand inside quote marks?"""

import re

import numpy as np
from numpy.typing import NDArray

from whence.text.words import Words

# Curly and angled marks close themselves; a straight mark pairs with the next one of its paragraph.
_QUOTED = re.compile(
    r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|„[^“”]*[“”]|(?<!\w)‘[^’]*(?:’\w[^’]*)*’|\"[^\"\n]*(?:\"|(?=\n)|\Z)"
)


def mark_quoted_words(text: str, words: Words) -> NDArray[np.bool_]:
    """Tell of each word whether it stands inside quote marks; a quotation left open runs to its paragraph's end."""
    is_quoted = np.zeros(len(words), np.bool_)
    for match in _QUOTED.finditer(text):
        first, last = np.searchsorted(words.starts, match.span())
        is_quoted[first:last] = True
    return is_quoted
