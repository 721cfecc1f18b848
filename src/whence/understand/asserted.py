"""Does a found cue assert its content, or say that something was not said, what if it were, or only who was asked?"""

from whence.understand.cue_words import cue_of
from whence.understand.openings import QUOTING
from whence.understand.parts import Part
from whence.understand.phrases import has_verb
from whence.understand.tokens import Tokens

_NEGATIONS = frozenset("not n't never no neither nor cannot without declined refused failed stopped".split())
_CONDITIONS = frozenset("if unless whether".split())
_QUESTION_WORDS = frozenset("whether if why how what who when where which".split())


_RELATIVE = frozenset("who which".split())


def cites_only(tokens: Tokens, part: Part) -> bool:
    """Tell whether an aside says no more than whom a source had it from: ", which quoted two officials,"."""
    source = part.sources[0] if part.sources else None
    is_aside = source is not None and tokens.words[source[0]] in _RELATIVE
    return (
        is_aside
        and bool(QUOTING & set(tokens.words[slice(*part.cue)]))
        and not any(has_verb(tokens, low, high) for low, high in part.contents)
    )


def is_unasserted(tokens: Tokens, part: Part) -> bool:
    """Tell whether the cue says that something was not said, or only what would follow if it were."""
    words = tokens.words
    low, high = part.cue
    before = [words[i] for i in range(max(0, low - 3), low)]
    source = part.sources[0] if part.sources else part.cue
    first = min(source[0], low)
    opening = words[first - 1] if first else ""
    if opening in _CONDITIONS or words[low] in _CONDITIONS or (first and words[first] in _CONDITIONS):
        return not any(word in ("asked", "asks", "know", "wonder", "wondered") for word in (*words[low:high], *before))
    if not is_negated(tokens, part):
        return False
    entry = cue_of(words[low:high])
    start = part.contents[0][0]
    asks = words[start] in _QUESTION_WORDS or words[max(0, start - 1)] in _QUESTION_WORDS
    return asks or entry is None or entry.act in ("asserts", "asks", "admits", "alleges", "promises")


def is_negated(tokens: Tokens, part: Part) -> bool:
    """Tell whether the cue is negated by its own words or by one right in front of it."""
    words = tokens.words
    low, high = part.cue
    beside = words[low - 1] if low and not any(s <= low - 1 < e for s, e in part.ranges()) else ""
    return (
        bool(_NEGATIONS & set(words[low:high]))
        or beside in _NEGATIONS
        or any(word.endswith("n't") for word in (*words[low:high], beside))
    )
