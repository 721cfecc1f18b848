"""Which attributions need no reporting verb: "according to X", "in the words of X", "as X put it"?"""

from dataclasses import replace

from whence.understand.attribution import Attribution
from whence.understand.cues import VERBS, Cue
from whence.understand.phrases import (
    Range,
    find_object,
    find_object_with_asides,
    find_subject,
    has_verb,
    skip_to_mark,
)
from whence.understand.tokens import Tokens
from whence.understand.verbs import BE
from whence.understand.vocabulary import AUXILIARIES, TIME_WORDS

QUOTING = frozenset("quoted quotes cited cites".split())
_SAID = Cue("say", "s", "asserts", "certain")
_HEARSAY = Cue("emerge", "s", "asserts", "certain")
_IN_WORDS = frozenset("words view opinion eyes judgment judgement estimation account telling reading".split())
_EMERGED = frozenset("emerged emerges transpired transpires".split())
_POSSESSIVES = frozenset("his her its their".split())


def read_according(tokens: Tokens, low: int, i: int, high: int) -> Attribution | None:  # noqa: C901, PLR0911 - one case a line
    """Read "according to X, C", "C, according to X" and "C1, according to X, C2"."""
    words = tokens.words
    start = i + 2
    cue = Cue("according to", "n", "asserts", "certain")
    if start < high and words[start] in ("which", "whom") and i > low + 1:
        subject = find_subject(tokens, low, i - 1 if words[i - 1] == "," else i)
        stop = skip_to_mark(tokens, start + 1, high)
        if subject is None or stop <= start + 1:
            return None
        return replace(Attribution(cue, (i, start + 1), subject, subject[1], (((start + 1, stop),),), "noun"))
    core = find_object(tokens, start, high)
    if core <= start:
        return None
    goes_on = i > low + 1 and (words[i - 2] in AUXILIARIES or not has_verb(tokens, low, i)) and words[i - 1] == ","
    end = skip_to_mark(tokens, core, high) if goes_on else find_object_with_asides(tokens, start, high)
    cited = _cited_behind(tokens, core, high)
    end = max(end, *(stop for _, stop in cited)) if cited else end
    base = Attribution(cue, (i, i + 2), (start, core), end, (), "after", cited=cited)
    if i == low or (i == low + 1 and words[low] in ("and", "but", "—", "while")):
        begin = end
        while begin < high and words[begin] in (",", "—", ":"):
            begin += 1
        return replace(base, contents=(((begin, high),),), shape="before") if begin < high else None
    left_end = i - 1 if words[i - 1] in (",", "—", "(") else i
    if left_end <= low:
        return None
    if end >= high or (words[end] == ")" and end + 1 >= high):
        return replace(base, contents=(((low, left_end),),))
    begin = end
    while begin < high and words[begin] in (",", "—", ")"):
        begin += 1
    if words[begin - 1] in (",", "—", ")") and begin < high:
        if words[end] == ")":
            return replace(base, contents=(((low, left_end),),), shape="before", rest=((begin, high),))
        if words[begin] in ("and", "but", "while") or words[begin] in ("which", "who") or words[begin].endswith("ing"):
            return replace(base, contents=(((low, left_end),),), shape="before", rest=((begin, high),))
        return replace(base, contents=(((low, left_end), (begin, high)),), shape="middle")
    return replace(base, contents=(((low, left_end),),), rest=((end, high),))


def _cited_behind(tokens: Tokens, at: int, high: int) -> tuple[Range, ...]:
    """Return whom a source had it from: ", which quoted two officials"."""
    words = tokens.words
    verb = at + 2
    while verb < high and words[verb] in AUXILIARIES:
        verb += 1
    if verb >= high or words[at] != "," or words[at + 1] not in ("which", "who"):
        return ()
    if words[verb] not in QUOTING or words[verb - 1] in BE:
        return ()
    stop = find_object(tokens, verb + 1, high)
    return ((verb + 1, stop),) if stop > verb + 1 else ()


def read_opening(tokens: Tokens, low: int, high: int) -> Attribution | None:
    """Read "in the words of X, C", "in X's view, C", "as X put it, C" and "it emerged that C"."""
    word = tokens.words[low]
    if word == "it":
        return _read_emerged(tokens, low, high)
    comma = next((i for i in range(low + 2, min(high, low + 16)) if tokens.words[i] == ","), None)
    if comma is None or comma + 2 >= high:
        return None
    return _read_in_words(tokens, low, comma, high) if word == "in" else _read_as_put(tokens, low, comma, high)


def _read_emerged(tokens: Tokens, low: int, high: int) -> Attribution | None:
    words = tokens.words
    at = low + 2 if low + 2 < high and words[low + 1] in ("has", "had", "later") else low + 1
    if at >= high or words[at] not in _EMERGED:
        return None
    that = at + 1
    while that < high and (words[that] in TIME_WORDS or words[that][0].isdigit()):
        that += 1
    if that + 1 >= high or words[that] != "that":
        return None
    return Attribution(_HEARSAY, (at, at + 1), None, at, (((that + 1, high),),), "hearsay", is_hearsay=True)


def _read_in_words(tokens: Tokens, low: int, comma: int, high: int) -> Attribution | None:
    words = tokens.words
    content = (((comma + 1, high),),)
    if words[low + 1] == "the" and words[low + 2] in _IN_WORDS and words[low + 3] == "of" and low + 4 < comma:
        return Attribution(_SAID, (low, low + 4), (low + 4, comma), comma, content, "before")
    if words[comma - 1] not in _IN_WORDS:
        return None
    if words[low + 1] in _POSSESSIVES and comma == low + 3:
        return Attribution(_SAID, (low, comma), (low + 1, low + 2), low + 2, content, "before")
    owner = next((i for i in range(low + 2, comma - 1) if words[i] in ("'s", "'")), None)
    if owner is None:
        return None
    return Attribution(_SAID, (low, comma), (low + 1, owner), owner, content, "before")


def _read_as_put(tokens: Tokens, low: int, comma: int, high: int) -> Attribution | None:
    """Read "as X put it, C" and "as X said, C"."""
    words = tokens.words
    verb = comma - 2 if words[comma - 2 : comma] in (["put", "it"], ["puts", "it"], ["describes", "it"]) else comma - 1
    if verb == comma - 1 and not any(
        form in ("ed", "s") and "s" in cue.frames for cue, form in VERBS.get(words[verb], ())
    ):
        return None
    subject = find_subject(tokens, low + 1, verb)
    if subject is None or subject[0] != low + 1:
        return None
    return Attribution(_SAID, (verb, comma), subject, verb, (((comma + 1, high),),), "before")


def read_quoting(tokens: Tokens, low: int, i: int, high: int) -> Attribution | None:
    """Read "X quoted Y as saying C" and "Y was quoted by X as saying C"."""
    words = tokens.words
    at = next(
        (k for k in range(i + 1, min(high - 1, i + 16)) if words[k] == "as" and words[k + 1] in ("saying", "telling")),
        None,
    )
    if at is None or at + 2 >= high:
        return None
    content = at + 3 if words[at + 2] == "that" and at + 3 < high else at + 2
    passive = i > low and words[i - 1] in BE | {"been"}
    verb = i
    while verb > low and words[verb - 1] in AUXILIARIES:
        verb -= 1
    subject = find_subject(tokens, low, verb)
    if subject is None:
        return None
    base = Attribution(_SAID, (at, at + 2), subject, verb, (((content, high),),), "before")
    if passive:
        return replace(base, relays=((i + 2, at),)) if words[i + 1] in ("by", "in") and i + 2 < at else base
    return replace(base, cited=((i + 1, at),)) if i + 1 < at else None
