"""Where does a content end: at a second attribution, at a relative clause's comma, or with the stretch?"""

from whence.understand.cues import NOUNS, Cue
from whence.understand.frames import content_after
from whence.understand.phrases import Range, find_object, is_verb
from whence.understand.tokens import Tokens
from whence.understand.verbs import VerbGroup, after_verb, read_verb
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    POSSIBLE_VERBS,
    PREPOSITIONS,
)


def end_of_content(  # noqa: PLR0911 - one case a line
    tokens: Tokens, start: int, high: int, *, is_relative: bool
) -> tuple[int, tuple[Range, ...], tuple[Range, ...]]:
    """Return where the content ends, what follows with the same subject, and what follows on its own."""
    words = tokens.words
    i = start
    while i < high:
        if tokens.quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[tokens.quote_of[i]])
            # American style puts the comma inside: “...,” adding that
            if i < high and words[i - 2] == "," and _new_cue_at(tokens, i, high, has_mark=True) == "tail":
                return i, ((i, high),), ()
            continue
        word = words[i]
        if word == ";":
            return i, (), ((i + 1, high),)
        if word in (",", "—") or word in ("and", "but", "while", "whereas", "though", "although"):
            j = i + 1 if word in (",", "—") else i
            if j < high and is_relative and word == "," and _is_predicate(tokens, j, high):
                return i, ((j, high),), ()
            if has_noun_after(words, j, high) and word in (",", "—"):
                return i, (), ()
            cut = _new_cue_at(tokens, j, high, has_mark=word in (",", "—"))
            if cut == "tail":
                return i, ((j, high),), ()
            if cut == "rest":
                return i, (), ((j, high),)
        i += 1
    return high, (), ()


def _is_predicate(tokens: Tokens, i: int, high: int) -> bool:
    """Tell whether the main clause's verb stands at i, behind a relative clause."""
    word = tokens.words[i]
    looks_past = word.endswith("ed") and i + 1 < high
    looks_present = word.endswith("s") and i + 1 < high and tokens.words[i + 1] in DETERMINERS | PREPOSITIONS
    return is_verb(tokens, i) or word in ADVERBS or word in POSSIBLE_VERBS or looks_past or looks_present


def has_noun_after(words: list[str], i: int, high: int) -> bool:
    """Tell whether an apposition to the content begins at i ("..., a claim that nobody believes")."""
    return i + 1 < high and words[i] in ("a", "an", "something", "which") and words[i + 1] in NOUNS


def _new_cue_at(tokens: Tokens, i: int, high: int, *, has_mark: bool) -> str | None:  # noqa: C901, PLR0911 - one case a line
    """Tell whether a second attribution begins at i: with the same subject ("tail"), or with its own ("rest")."""
    words = tokens.words
    coordinated = False
    while i < high and (
        words[i] in ("and", "but", "while", "whereas", "though", "although", "then")
        or words[i] in ADVERBS
        or words[i].endswith("ly")
    ):
        coordinated = coordinated or words[i] in ("and", "but", "while", "whereas", "though", "although", "then")
        i += 1
    if i >= high:
        return None
    verb = read_verb(tokens, i, i, high)
    if verb is not None and is_clear_cue(tokens, verb, high):
        if verb.form == "ing" and has_mark:
            return "tail"
        if verb.form in ("ed", "s") and coordinated:
            return "tail"
    if words[i] in ("citing", "quoting") and has_mark:
        return "tail"
    if not coordinated:
        return None
    if not has_mark and words[i - 1] == "and":
        return None
    end = find_object(tokens, i, high)
    k = end
    while k < high and (words[k] in AUXILIARIES or words[k] in ADVERBS or words[k].endswith("ly")):
        k += 1
    if end > i and k < high:
        verb = read_verb(tokens, i, k, high)
        if (
            verb is not None
            and verb.form in ("ed", "s", "base")
            and not verb.passive
            and is_clear_cue(tokens, verb, high)
        ):
            return "rest"
    return None


def is_clear_cue(tokens: Tokens, verb: VerbGroup, high: int) -> bool:
    """Tell whether the verb has a content of its own on its right."""
    after, _ = after_verb(tokens, verb, high)
    return content_after(tokens, verb, after, high) is not None


def split_contents(tokens: Tokens, start: int, end: int, cue: Cue) -> tuple[tuple[Range, ...], ...]:
    """Split "that A and that B" and "both A-ing and B-ing" into their parts; anything else is one content."""
    words = tokens.words
    parts: list[tuple[Range, ...]] = []
    low = start
    if words[start] == "both" and cue.act == "denies":
        low += 1
    i = low
    while i < end:
        if tokens.quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[tokens.quote_of[i]])
            continue
        if words[i] in ("and", "but", "or") and i + 2 < end:
            again = words[i + 1] == "that" and cue.frames != "x"
            gerunds = words[low].endswith("ing") and words[i + 1].endswith("ing") and cue.act == "denies"
            if again or gerunds:
                stop = i - 1 if words[i - 1] == "," else i
                if stop > low:
                    parts.append(((low, stop),))
                low = i + 2 if again else i + 1
        i += 1
    return (*parts, ((low, end),))
