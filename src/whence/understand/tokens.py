"""Which words and marks does a text consist of, which of them stand in quotation marks, and in which sentence?"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from whence.model.spans import Span
from whence.text.quotes import Quote, find_quotes
from whence.text.sentences import find_sentences

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Rep|Sen|Gov|Rev|St|Jr|Sr|Maj|Adm|Cmdr)\."
    r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s*[A-Z])"
    r"|\d+(?:-[^\W\d_]+)+|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[a-z]{1,2}\b)?%?"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:n['’]t|(?:(?!['’]s\b)['’][^\W\d_]+)|-\w+|\d+)*"
    r"|\.\.\.|[^\w\s]|_+"
)
_SIMPLE = {"’s": "'s", "’": "'", "‘": "'", "–": "—", "--": "—", "“": '"', "”": '"', "«": '"', "»": '"'}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: `words` in lower case, `forms` as written, offsets, and the quotation each is in.

    `quote_of[i]` is the index of the quotation that token i stands in, or -1; `quote_ends[q]` is the first token after
    quotation q. `sentences` are half-open ranges of tokens.
    """

    text: str
    forms: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    quote_of: list[int]
    quotes: list[Quote]
    quote_starts: list[int]
    quote_ends: list[int]
    sentences: list[tuple[int, int]]

    def span(self, low: int, high: int) -> Span:
        """Return the span of the tokens from `low` up to, not including, `high`."""
        return Span(self.starts[low], self.ends[high - 1])

    def begins_sentence(self, i: int) -> bool:
        """Tell whether token i is the first of a sentence."""
        at = bisect_left(self.sentences, (i, 0))
        return at < len(self.sentences) and self.sentences[at][0] == i

    def cut(self, low: int, high: int) -> str:
        """Return the text of the tokens from `low` up to, not including, `high`."""
        return self.text[self.starts[low] : self.ends[high - 1]] if low < high else ""


def read_tokens(text: str) -> Tokens:
    """Return the tokens of a text with its quotations and sentences.

    >>> tokens = read_tokens('Orr said: "It’s on." All left.')
    >>> [tokens.cut(*sentence) for sentence in tokens.sentences]
    ['Orr said: "It’s on."', 'All left.']
    """
    matches = list(_TOKEN.finditer(text))
    forms = [match.group() for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    words = [_SIMPLE.get(form) or form.lower().replace("’", "'") for form in forms]
    quotes = find_quotes(text)
    quote_of = [-1] * len(forms)
    quote_starts, quote_ends = [], []
    for number, quote in enumerate(quotes):
        low, high = bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)
        quote_starts.append(low)
        quote_ends.append(high)
        quote_of[low:high] = [number] * (high - low)
    sentences = [_range(span, starts) for span in find_sentences(text, quotes)]
    sentences = [(low, high) for low, high in sentences if low < high]
    return Tokens(text, forms, words, starts, ends, quote_of, quotes, quote_starts, quote_ends, sentences)


def _range(span: Span, starts: Sequence[int]) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)
