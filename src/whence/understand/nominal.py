"""Where does a noun attribute: "X's claim that C", "a warning by X that C", "amid reports that C"?"""

from whence.understand.attribution import Attribution
from whence.understand.cues import NOUNS, Cue
from whence.understand.phrases import Range, find_object, find_subject, is_verb
from whence.understand.tokens import Tokens
from whence.understand.turns import split_contents
from whence.understand.vocabulary import ADVERBS, AUXILIARIES, DOCUMENT_NOUNS, STOPS

_POSSESSIVES = frozenset("his her its their my our".split())
# Plural nouns that are voices themselves when nobody is named: "amid reports that".
_HEARSAY = frozenset("claim claims allegation allegations rumour rumours rumor rumors accusation accusations".split())
_SELF_VOICED = frozenset("reports rumours rumors".split())


def find_nominal(tokens: Tokens, low: int, high: int) -> Attribution | None:
    """Return the first attribution that a noun with "that" makes in the stretch, with whose word it is."""
    words, quote_of = tokens.words, tokens.quote_of
    for i in range(low, high - 2):
        if words[i] in NOUNS and quote_of[i] < 0:
            found = _read_noun(tokens, low, i, high)
            if found is not None:
                return found
    return None


def _read_noun(tokens: Tokens, low: int, i: int, high: int) -> Attribution | None:
    words = tokens.words
    cue = NOUNS[words[i]]
    behind: Range | None = None
    at = i + 1
    in_outlet = words[at] == "in" and cue.lemma in ("story", "report", "claim")
    if (words[at] in ("by", "from", "of", "among") or in_outlet) and at + 1 < high:
        end = find_object(tokens, at + 1, high)
        behind = (at + 1, end)
        at = end
    if at >= high - 1 or words[at] != "that" or _is_relative(tokens, at, high):
        return None
    source = behind if behind and words[i + 1] != "of" else None
    source = source or _owner(tokens, low, i) or behind
    end = _end_before_matrix_verb(tokens, low, i, at + 1, high)
    if source is None and words[i] in DOCUMENT_NOUNS and words[i - 1] in ("the", "a", "this") and i > low:
        source = (i - 1, i + 1)
    if source is None and words[i] not in _SELF_VOICED:
        is_bare = words[i - 1] not in ("the", "a", "an", "no", "any", "this", "that") if i > low else True
        if words[i] not in _HEARSAY and not (is_bare and words[i].endswith("s")):
            return None
        return _attribution(cue, (i, i + 1), None, i, (((at + 1, end),),), is_hearsay=True)
    if source is None:
        source = (i, i + 1)
        cue = Cue(cue.lemma, cue.frames, cue.act, "unstated", cue.polarity)
    return _attribution(cue, (i, i + 1), source, source[1], split_contents(tokens, at + 1, end, cue))


def _attribution(
    cue: Cue,
    place: Range,
    source: Range | None,
    to: int,
    contents: tuple[tuple[Range, ...], ...],
    *,
    is_hearsay: bool = False,
) -> Attribution:
    return Attribution(cue, place, source, to, contents, "noun", is_hearsay=is_hearsay)


def _owner(tokens: Tokens, low: int, i: int) -> Range | None:
    """Return the possessor right before the noun or its adjectives."""
    words = tokens.words
    k = i - 1
    while (
        k > low
        and words[k] not in ("'s", "'")
        and words[k] not in _POSSESSIVES
        and i - k < 4
        and words[k][0].isalpha()
        and words[k] not in STOPS
    ):
        if is_verb(tokens, k):
            return None
        k -= 1
    if k < low:
        return None
    if words[k] in _POSSESSIVES:
        return k, k + 1
    if words[k] in ("'s", "'") and k > low:
        return find_subject(tokens, low, k)
    return None


def _is_relative(tokens: Tokens, at: int, high: int) -> bool:
    """Tell "the report that leaked" from "the report that it leaked": a verb right behind makes it relative."""
    i = at + 1
    while i < high - 1 and (tokens.words[i] in ADVERBS or tokens.words[i].endswith("ly")):
        i += 1
    return is_verb(tokens, i) or tokens.words[i].endswith("ed")


def _end_before_matrix_verb(tokens: Tokens, low: int, noun: int, start: int, high: int) -> int:
    """Return where the content ends: before the verb of the clause whose subject the noun is, else with the stretch."""
    words = tokens.words
    if any(is_verb(tokens, k) for k in range(low, noun)):
        return next((k for k in range(start, high) if words[k] == "," and k - start > 3), high)
    verbs = 0
    i = start
    while i < high:
        if tokens.quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[tokens.quote_of[i]])
            continue
        if words[i] in ("who", "which", "and", "or", "but", "because", "when", "if", "that", "to"):
            verbs -= 1 if verbs else 0
        is_new = is_verb(tokens, i) and not (
            words[i - 1] in AUXILIARIES or (words[i - 1] in ADVERBS and words[i - 2] in AUXILIARIES)
        )
        is_past = (
            words[i].endswith("ed")
            and words[i - 1] not in AUXILIARIES
            and words[i - 1] not in ("a", "an", "the", "to", "not")
            and not words[i - 1].endswith("ly")
        )
        if is_new or is_past or (_is_present(tokens, i) and words[i - 1] not in AUXILIARIES):
            verbs += 1
            if verbs == 2 and i > start + 1:
                return i
        i += 1
    return high


def _is_present(tokens: Tokens, i: int) -> bool:
    """Tell whether a word could be a verb in the third person right after a noun: known by few spellings only."""
    return tokens.words[i] in (
        "goes",
        "comes",
        "rests",
        "stands",
        "lasts",
        "contradicts",
        "met",
        "drew",
        "follows",
        "leads",
        "led",
    )
