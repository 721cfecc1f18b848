"""Which verb group at a place in a sentence can attribute, and what stands between it and what is said?"""

from dataclasses import dataclass

from whence.understand.adjuncts import skip_adjuncts, skip_audience, that_ahead
from whence.understand.cues import ADJECTIVES, PHRASES, VERBS, Cue, Form
from whence.understand.phrases import Range
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
)

# Verb forms that are at least as often nouns.
NOUN_LIKE = frozenset(
    """states state questions question remarks remark tweets tweet calls call projects project request requests
    comments comment judges judge notes note reports report claims claim charges doubts doubt fears fear hopes
    hope views view promises promise pledges pledge demands demand estimates estimate forecasts forecast details
    detail lists list counts count posts post answers answer signals signal guesses guess vows vow brands brand
    labels label names name records record registers register alerts worries worry orders order hints hint terms
    term credits credit quips complaints reply replies suspects suspect shows dispute disputes urges urge reads
    read laughs shouts rule rules protest protests object objects outline outlines""".split()
)
BE = frozenset("is are was were be been being am 's 're".split())
SEEMS = frozenset("appear appears appeared seem seems seemed".split())
_CAN_SAY = frozenset("can could".split())


@dataclass(slots=True)
class VerbGroup:
    """A verb that may attribute, with what stands around it in its group."""

    cue: Cue
    form: Form
    start: int
    end: int
    negated: bool = False
    passive: bool = False


def read_verb(tokens: Tokens, low: int, i: int, high: int) -> "VerbGroup | None":  # noqa: C901, PLR0911 - one case a line
    """Return the verb group that ends in token i if it can attribute: no infinitive, no modal, no condition."""
    words = tokens.words
    phrase = _phrase_at(words, i, high)
    forms = VERBS.get(words[i])
    if phrase is not None:
        cue, length = phrase
        form: Form = "ing" if words[i].endswith("ing") else "ed"
    elif forms is not None:
        cue, form = forms[0]
        length = 1
    else:
        return None
    start = i
    while start > low and (
        words[start - 1] in AUXILIARIES
        or words[start - 1] in ADVERBS
        or words[start - 1] in NEGATIONS
        or words[start - 1].endswith("ly")
    ):
        if words[start - 1] == "'s" and (form != "ing" or start - 2 < low or words[start - 2] not in PERSONAL):
            break
        start -= 1
    group = words[start:i]
    if start > low + 1 and words[start - 1] == "to" and words[start - 2] in SEEMS and form == "base":
        start -= 2
        while start > low and (words[start - 1] in ADVERBS or words[start - 1] in AUXILIARIES):
            start -= 1
        if "i" in cue.frames or cue.lemma in ("suggest", "indicate", "confirm", "establish", "reveal"):
            weakened = Cue(cue.lemma, cue.frames, cue.act, "probable", cue.polarity)
            return VerbGroup(weakened, "s", start, i + length, any(w in NEGATIONS for w in words[start:i]))
        return None
    if (start > low and words[start - 1] == "to") or (
        form == "base" and any(w in ("do", "did", "does") for w in group) and not set(group) & NEGATIONS
    ):
        return None
    rules_out = phrase is not None and cue.lemma == "rule out" and bool(set(group) & NEGATIONS)
    if (
        any(w in MODALS for w in group)
        and not rules_out
        and not (group[0] in _CAN_SAY and form == "base" and cue.lemma in ("reveal", "report", "confirm", "disclose"))
    ):
        return None
    if (
        phrase is None
        and form in ("base", "s")
        and words[i] in NOUN_LIKE
        and _reads_as_noun(tokens, low, start, i, high)
    ):
        return None
    negated = any(w in NEGATIONS for w in group)
    passive = form == "ed" and any(w in BE for w in group) and phrase is None
    return VerbGroup(cue, form, start, i + length, negated, passive)


def _reads_as_noun(tokens: Tokens, low: int, start: int, i: int, high: int) -> bool:  # noqa: PLR0911 - one case a line
    """Tell whether a form like "states" or "remarks" is a noun here: no subject before, or no content behind."""
    words = tokens.words
    following = words[i + 1] if i + 1 < high else ""
    if start == low or tokens.forms[i][0].isupper():
        return True
    before = words[start - 1]
    if (
        (before in DETERMINERS and before not in ("that", "this"))
        or before in ("'s", "'")
        or before in PREPOSITIONS
        or (before[0].isdigit() and not before.endswith("old"))
    ):
        return True
    if (
        following in ("that", ":")
        or before in PERSONAL
        or before in ("who", "which")
        or (i + 1 < high and tokens.quote_of[i + 1] >= 0)
    ):
        return False
    if following.endswith("ing") and following not in ("being", "having"):
        return True
    if following == "," and words[i + 2 : i + 3] in (["citing"], ["quoting"]):
        return False
    if following in ("", ",", "."):
        return not any(words[k] == "," or tokens.quote_of[k] >= 0 for k in range(max(low, start - 10), start))
    if tokens.forms[start - 1][0].isupper() and start - 1 > low - 1:
        return following in PREPOSITIONS or following in AUXILIARIES or following in ("", ",", ".")
    return (
        following in PREPOSITIONS | {"and", "or", "who", "which", "", ",", "."}
        or following in AUXILIARIES
        or start < low + 2
    )


def read_manner(tokens: Tokens, low: int, i: int, high: int) -> "VerbGroup | None":
    """Return a verb of manner right behind a quotation that ends in a comma and its speaker: "...," she grumbled."""
    if not tokens.words[i].endswith("ed") or i < low + 2 or tokens.words[i] in VERBS:
        return None
    quote = next((tokens.quote_of[k] for k in range(i - 1, max(low - 1, i - 7), -1) if tokens.quote_of[k] >= 0), -1)
    if quote < 0 or tokens.words[tokens.quote_ends[quote] - 2] not in (",", "?", "!"):
        return None
    if i + 1 < high and tokens.words[i + 1] not in (",", ".", "to", "at", "as", "with", "from", "in", "on"):
        return None
    return VerbGroup(Cue(tokens.words[i], "q", "asserts", "certain"), "ed", i, i + 1)


_PHRASES_BY_FIRST = {first: [phrase for phrase in PHRASES if phrase[0][0] == first] for (first, *_), *_ in PHRASES}


def _phrase_at(words: list[str], i: int, high: int) -> tuple[Cue, int] | None:
    """Return the phrase that begins at i and attributes as one word would."""
    first = words[i]
    if first in BE and i + 2 < high and words[i + 1] in ADJECTIVES:
        act, certainty, polarity = ADJECTIVES[words[i + 1]]
        return Cue(f"be {words[i + 1]}", "h", act, certainty, polarity), 2
    for parts, frames, act, certainty, polarity in _PHRASES_BY_FIRST.get(first, ()):
        if i + len(parts) <= high and tuple(words[i : i + len(parts)]) == parts:
            return Cue(" ".join(parts), frames, act, certainty, polarity), len(parts)
    return None


def after_verb(tokens: Tokens, verb: VerbGroup, high: int) -> tuple[int, tuple[Range, ...]]:
    """Return where the verb's own adjuncts and audience end, and the phrases among them that may name an outlet."""
    at = verb.end
    relays: tuple[Range, ...] = ()
    if " " in verb.cue.lemma and at < high and tokens.words[at] in ("regarding", "about", "over", "concerning"):
        at += 1
    if "a" in verb.cue.frames and at < high:
        at, relays = skip_audience(tokens, at, high)
    at, more = skip_adjuncts(tokens, at, high)
    ahead = that_ahead(tokens, at, high)
    if ahead is not None and not ("n" in verb.cue.frames and at < high and tokens.words[at] in DETERMINERS):
        more = (*more, (at, ahead))
        at = ahead
    return at, relays + more
