"""What stands behind a reporting verb: a clause, a quotation, a noun phrase, an accusation, or nothing?"""

from whence.understand.cues import VERBS, Cue
from whence.understand.phrases import (
    find_object,
    has_verb,
    is_participle_modifier,
    is_verb,
    skip_to_mark,
)
from whence.understand.tokens import Tokens
from whence.understand.verbs import VerbGroup
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DATES,
    NUMBERS,
    PERSONAL,
    PREPOSITIONS,
    STOPS,
)

_QUESTION_WORDS = frozenset("whether if why how what who when where which".split())
_NO_NOUN_START = PREPOSITIONS - {"like"} | STOPS | frozenset(", ; : . — ) to not n't".split())


def content_after(tokens: Tokens, verb: VerbGroup, at: int, high: int) -> tuple[Cue, int, str] | None:  # noqa: C901, PLR0911, PLR0912 - one case a line
    """Return the cue in the frame that fits, where its content starts, and which frame it is."""
    words = tokens.words
    if at >= high:
        return None
    for cue in _cues_of(tokens, verb):
        frames = cue.frames
        start = at
        word = words[start]
        if word == "," and start + 1 < high and (words[start + 1] == "that" or tokens.quote_of[start + 1] >= 0):
            start += 1
            word = words[start]
        is_quote = tokens.quote_of[start] >= 0
        if word == ":":
            if start + 1 < high and ("s" in frames or "q" in frames or "n" in frames or "a" in frames):
                return cue, start + 1, ":"
            continue
        if word == "that" and set(frames) & set("sqaih"):
            begin = start + 1
            while begin < high and words[begin] == ",":
                begin += 1
            if "n" in frames and not has_verb(tokens, begin, high):
                return cue, start, "n"
            if begin < high and not (is_verb(tokens, begin) and "n" in frames):
                return cue, begin, "s"
        if is_quote and set(frames) & set("sqnaiwh"):
            return cue, start, "q"
        if word in _QUESTION_WORDS and set(frames) & set("wsan"):
            if word in ("whether", "if") and "w" not in frames and cue.lemma != "tell":
                return None
            return cue, start, "w"
        if word == "to" and "t" in frames and start + 1 < high:
            return cue, start, "t"
        if "w" in frames and not is_quote:
            behind = find_object(tokens, start, high)
            if behind < high and words[behind] in ("whether", "if", "why", "how", "what") and behind > start:
                return cue, behind, "w"
        is_object = words[start - 1] in ("regarding", "about", "over", "concerning")
        if not is_object and set(frames) & set("sai") and _starts_clause(tokens, start, high):
            return cue, start, "s"
        special = _content_in_frame(tokens, cue, start, high)
        if special is not None:
            return special
    return None


def _cues_of(tokens: Tokens, verb: VerbGroup) -> list[Cue]:
    """Return the cues that share the verb's spelling, a phrase alone."""
    word = tokens.words[verb.end - 1]
    if " " in verb.cue.lemma or verb.cue not in {cue for cue, _ in VERBS.get(word, [])}:
        return [verb.cue]
    return [cue for cue, form in VERBS.get(word, []) if form == verb.form] or [verb.cue]


def _content_in_frame(tokens: Tokens, cue: Cue, start: int, high: int) -> tuple[Cue, int, str] | None:  # noqa: C901, PLR0911, PLR0912 - one case a line
    """Read the frames with an object: accuse X of C, call X Y, describe X as Y, urge X to C, confirm NP."""
    words = tokens.words
    word = words[start]
    if word in _NO_NOUN_START and word != "the":
        return None
    if "p" in cue.frames:
        end = find_object(tokens, start, high)
        at = next((i for i in range(start + 1, min(high - 1, end + 1)) if words[i] == "at"), None)
        return (cue, start, "p") if at and (words[at + 1][0].isdigit() or words[at + 1] in NUMBERS) else None
    if "k" in cue.frames and word in ("it", "him", "them") and start + 1 < high and not is_verb(tokens, start + 1):
        return cue, start, "k"
    if "x" in cue.frames:
        end = find_object(tokens, start, high)
        for i in range(start + 1, min(end + 3, high)):
            if words[i] in (("for",) if cue.lemma == "blame" else ("of", "for")) and i + 1 < high:
                return cue, i + 1, "x"
        if "n" not in cue.frames:
            return None
    if "o" in cue.frames:
        for i in range(start + 1, min(start + 12, high)):
            if words[i] == "to" and i + 1 < high:
                return (cue, start, "n") if cue.act == "predicts" else (cue, i, "o")
            if words[i] in (",", ";"):
                break
    if "g" in cue.frames and word.endswith("ing"):
        return cue, start, "g"
    if set(cue.frames) & set("cdn") and _starts_noun(tokens, start, high):
        return cue, start, "n"
    return None


def _starts_clause(tokens: Tokens, start: int, high: int) -> bool:
    """Tell whether a clause of its own begins here: a subject and then a verb."""
    words = tokens.words
    first = words[start]
    if first in (",", ";", ".", "—", ")") or is_verb(tokens, start) or first == "to":
        return False
    if first in PREPOSITIONS and first not in (
        "in",
        "after",
        "before",
        "during",
        "since",
        "at",
        "on",
        "by",
        "with",
        "for",
        "from",
        "under",
        "despite",
        "without",
        "until",
    ):
        return False
    if first in ("as", "by", "like", "and", "or", "but"):
        return False
    if first in PERSONAL or first == "there":
        return True
    return _has_main_verb(tokens, start, high)


def _has_main_verb(tokens: Tokens, start: int, high: int) -> bool:
    """Tell whether a verb follows that is not only a relative clause's ("people who might have joined")."""
    words = tokens.words
    stop = max(skip_to_mark(tokens, start, high), min(high, start + 30))
    relative = False
    for i in range(start + 1, stop):
        word = words[i]
        if word == ";":
            break
        if word in ("who", "which", "whose") or (word == "that" and i + 1 < stop and is_verb(tokens, i + 1)):
            relative = True
            continue
        is_past = (
            word.endswith("ed")
            and not is_participle_modifier(tokens, i, high)
            and words[i - 1] not in ("a", "an", "the", "of", "to")
        )
        if not (is_verb(tokens, i) or is_past or (word in VERBS and words[i - 1].endswith("s"))):
            continue
        if not relative:
            return True
        following = words[i + 1] if i + 1 < stop else ""
        if not (following in AUXILIARIES or following in ADVERBS or following.endswith(("ed", "ing", "en", "ly"))):
            relative = False
    return False


def _starts_noun(tokens: Tokens, start: int, high: int) -> bool:
    """Tell whether a noun phrase begins here."""
    word = tokens.words[start]
    if (
        not (word[0].isalnum() or word == '"')
        or is_verb(tokens, start)
        or (word in DATES and tokens.words[min(start + 1, high - 1)] not in ("'s", "'"))
        or word in ADVERBS - {"both", "all", "each"}
    ):
        return False
    return start < high and not word.endswith("ly")
