"""What may stand between a reporting verb and what is said: the audience, the day, the occasion?"""

from whence.understand.cues import VERBS
from whence.understand.phrases import Range, find_object, is_verb
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ACCESS,
    AUXILIARIES,
    DATES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    TIME_WORDS,
)

# An audience of one bare plural noun: the clause may follow without "that".
_AUDIENCES = frozenset(
    """reporters journalists lawmakers viewers listeners staff colleagues analysts investors police officers parliament
    congress lawyers supporters delegates members residents readers shareholders investigators detectives prosecutors
    friends relatives passengers parents students workers mourners audiences crowds everyone people""".split()
)
_OCCASION_PREPOSITIONS = frozenset("in at during on via through by over from".split())
_TIME_NOUNS = DATES | frozenset(
    """week month year morning afternoon evening night weekend noon midnight earlier later recently
    ago days weeks""".split()
)
_PLACES_AND_TIMES = DATES | frozenset("in at on from during after before by via late early".split())
_NO_ADJUNCT = AUXILIARIES | PERSONAL
_LONGEST_OCCASION = 7


def skip_audience(tokens: Tokens, at: int, high: int) -> tuple[int, tuple[Range, ...]]:  # noqa: PLR0911 - one case a line
    """Return where the audience ends ("told the Courier"), and its range.

    With "that" ahead the audience is all up to it; without, a pronoun, a bare plural, a name, or one noun phrase.
    """
    words = tokens.words
    if at >= high or words[at] in ("that", ",", ":") or tokens.quote_of[at] >= 0:
        return at, ()
    if words[at] in OBJECT_PRONOUNS or words[at] in _AUDIENCES:
        return at + 1, ((at, at + 1),)
    end = find_object(tokens, at, high)
    if end <= at:
        return at, ()
    ahead = that_ahead(tokens, end, high)
    if ahead is not None:
        return ahead, ((at, end),)
    if end < high and (
        words[end] in ("that", ",", ":", "about", "how", "whether", "to") or tokens.quote_of[end] >= 0 or end >= high
    ):
        return end, ((at, end),)
    if end >= high:
        return end, ((at, end),)
    stop = _end_of_short_audience(tokens, at, end)
    return stop, ((at, stop),)


def _end_of_short_audience(tokens: Tokens, at: int, end: int) -> int:
    """Return where an audience ends that is followed by a bare clause: names stay together, a new "the" begins it."""
    i = at
    if tokens.words[i] in DETERMINERS:
        i += 1
    if tokens.forms[i][:1].isupper():
        while i < end and tokens.forms[i][:1].isupper():
            i += 1
        return i
    while i < end:
        i += 1
        if i < end and (tokens.words[i] in DETERMINERS or tokens.forms[i][:1].isupper()):
            return i
    return end


def that_ahead(tokens: Tokens, at: int, high: int) -> int | None:
    """Return where "that" begins the content, if only places and times stand before it ("said in the capital that")."""
    words = tokens.words
    if at >= high or words[at] not in _PLACES_AND_TIMES:
        return None
    for i in range(at, min(high, at + 12)):
        if words[i] == "that":
            return i
        if (
            words[i] in (",", ";", ":", "who", "which")
            or tokens.quote_of[i] >= 0
            or words[i] in _NO_ADJUNCT
            or words[i] in VERBS
        ):
            return None
    return None


def skip_adjuncts(tokens: Tokens, at: int, high: int) -> tuple[int, tuple[Range, ...]]:
    """Return where days, occasions and audiences after a reporting verb end, and the ranges that may name an outlet."""
    relays: list[Range] = []
    while at < high:
        nearest = _skip_one(tokens, at, high, relays)
        if nearest == at:
            break
        at = nearest
    return at, tuple(relays)


def _skip_one(tokens: Tokens, at: int, high: int, relays: list[Range]) -> int:
    words = tokens.words
    if words[at] == "," and at + 2 < high:
        inside = _skip_one(tokens, at + 1, high, relays)
        closes = inside > at + 1 and (inside >= high or words[inside] in (",", "—"))
        return (
            (
                inside + 1
                if inside < high and words[inside] == "," and inside + 1 < high and words[inside + 1] == "that"
                else inside
            )
            if closes
            else at
        )
    after_time = _skip_time(tokens, at, high)
    if after_time > at:
        return after_time
    if words[at] in _OCCASION_PREPOSITIONS:
        after_occasion = _skip_occasion(tokens, at, high, relays)
        if after_occasion > at:
            return after_occasion
    if words[at] == "to" and at + 1 < high and words[at + 1] not in VERBS and not is_verb(tokens, at + 1):
        is_audience = words[at + 1] in _AUDIENCES | DETERMINERS | OBJECT_PRONOUNS or tokens.forms[at + 1][:1].isupper()
        if is_audience:
            end, ranges = skip_audience(tokens, at + 1, high)
            relays.extend(ranges)
            return end
    return at


def _skip_time(tokens: Tokens, at: int, high: int) -> int:
    words = tokens.words
    i = at
    while i < high and (words[i] in TIME_WORDS or (words[i][0].isdigit() and i > at)):
        i += 1
    while i > at and words[i - 1] not in _TIME_NOUNS and not words[i - 1][0].isdigit():
        i -= 1
    if not any(words[k] in _TIME_NOUNS for k in range(at, i)):
        return at
    return i


def _skip_occasion(tokens: Tokens, at: int, high: int, relays: list[Range]) -> int:
    """Skip "in a statement on Monday", "in an interview with the Courier", "at a briefing in the capital"."""
    words = tokens.words
    for i in range(at + 1, min(high, at + _LONGEST_OCCASION)):
        word = words[i]
        if word in OCCASIONS and tokens.forms[i].islower() and not (i + 1 < high and words[i + 1] in OCCASIONS):
            end = i + 1
            while end < high and (words[end] in PREPOSITIONS or words[end] in ACCESS) and words[end] not in ("that",):
                if words[end] in ACCESS and not (end + 1 < high and words[end + 1] in PREPOSITIONS):
                    break
                first = end + 1 if words[end] in PREPOSITIONS else end + 2
                after = find_object(tokens, first, high)
                if after <= first:
                    break
                stop = (
                    _end_of_short_audience(tokens, first, after)
                    if after < high and words[after] not in (",", "that", ":", "—")
                    else after
                )
                relays.append((at, stop))
                end = stop
            relays.append((at, i + 1))
            return end
        if word in ("that", ",", ":", ";", ".") or is_verb(tokens, i) or tokens.quote_of[i] >= 0:
            return at
    return at
