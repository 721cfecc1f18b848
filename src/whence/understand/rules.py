"""What does a text say by the rules alone, sentence by sentence? Also where a network finds nothing."""

import re

from whence.understand.chains import Reading, note_subject
from whence.understand.cues import Cue
from whence.understand.drafts import Holding
from whence.understand.furniture import is_question, is_statement
from whence.understand.shapes import find_attribution
from whence.understand.statements import read_leaf, read_stretch
from whence.understand.tokens import Tokens

# What holds over a quotation that only its place gives to a speaker.
SPOKEN = Cue("", "q", "asserts", "certain")
# "she asked." after a quotation that ended in a question mark: longer sentences say something of their own.
_LONGEST_TAG = 14
# Tokens outside quotation marks. The longest of 28,135 sentences of news (PolNeAR, train) has 220; rules look back and
# forth in a sentence, so that one without an end would stall the run.
_LONGEST_SENTENCE = 250


_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'.]{2,}(?:[ /-][A-Z'.]+)*(?:,? [^-—–.\n]{0,30})?|[A-Z][\w'. /]{2,30},? (?:\w{3,9}\.? \d{1,2},? )?"
    r"\([A-Z][\w ]{1,20}\)|\([A-Z][\w ]{1,20}\))(?: ?\([A-Z][\w ]{1,20}\))?\s[-—–]+\s"
)


def read_by_rules(reading: Reading) -> None:
    """Add to the reading what its text says, by the rules alone."""
    for low, high in _join_quoted_questions(reading.tokens):
        read_sentences(reading, low, high)


def read_sentences(reading: Reading, low: int, high: int) -> None:
    """Add what one sentence says; one so long that it is none is read in stretches."""
    starts = _bounded_starts(reading.tokens, low, high)
    for start in starts:
        _read_sentence(reading, start, high if len(starts) == 1 else min(high, start + _LONGEST_SENTENCE))


def _bounded_starts(tokens: Tokens, low: int, high: int) -> range:
    """Return where a sentence is read from: once, unless it is so long that it is none (a table, a broken text)."""
    if (
        high - low <= _LONGEST_SENTENCE
        or sum(1 for i in range(low, high) if tokens.quote_of[i] < 0) <= _LONGEST_SENTENCE
    ):
        return range(low, low + 1)
    return range(low, high, _LONGEST_SENTENCE)


def _read_sentence(reading: Reading, low: int, high: int) -> None:
    """Read one sentence; a quotation without a cue of its own goes on with who spoke before."""
    tokens = reading.tokens
    if not is_statement(tokens, low, high):
        return
    if _is_lone_quote(tokens, low, high):
        read_leaf(reading, ((low, high),), _speaker_of_lone_quote(reading, low))
        return
    low = after_dateline(tokens, low, high)
    before = len(reading.found)
    read_stretch(reading, low, high, Holding())
    fresh = reading.found[before:]
    if is_question(tokens, high, len(tokens.words)):
        reading.found[before:] = [draft for draft in fresh if draft.holding.chain]
    note_subject(reading, low, high)
    if not any(draft.holding.chain for draft in fresh):
        reading.last_quoted = None


def _speaker_of_lone_quote(reading: Reading, low: int) -> Holding:
    """Return who goes on speaking: the last who was quoted, else whom the sentence before was about."""
    if reading.last_quoted is not None:
        return reading.last_quoted
    people = [r for r in reading.memory.referents if r.token < low and r.chain[-1].kind in ("person", "unnamed")]
    if people and (reading.last_spoken is None or not people[-1].spoke):
        return Holding(people[-1].chain, SPOKEN)
    return reading.last_spoken or Holding()


def _join_quoted_questions(tokens: Tokens) -> list[tuple[int, int]]:
    """Join '"Is it?"' with the 'she asked.' that sentence splitting parted from it."""
    joined: list[tuple[int, int]] = []
    for low, high in tokens.sentences:
        if joined and high - low <= _LONGEST_TAG and _is_lone_quote(tokens, *joined[-1]):
            found = find_attribution(tokens, joined[-1][0], high)
            if found is not None and found.shape in ("after", "middle") and found.cue_range[0] >= low:
                joined[-1] = (joined[-1][0], high)
                continue
        joined.append((low, high))
    return joined


def after_dateline(tokens: Tokens, low: int, high: int) -> int:
    """Return where a sentence begins once its dateline is left out ("VAUL, May 14 (CPS) - ")."""
    match = _DATELINE.match(tokens.text, tokens.starts[low], tokens.ends[high - 1])
    if match is None:
        return low
    return next((i for i in range(low, high) if tokens.starts[i] >= match.end()), low)


def _is_lone_quote(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a sentence is one quotation and nothing else."""
    quote = tokens.quote_of[low]
    return quote >= 0 and tokens.quote_starts[quote] == low and tokens.quote_ends[quote] >= high - 1
