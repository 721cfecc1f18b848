"""Which entry of the tables of cues do the words of a cue go back to, whoever found them?"""

from collections.abc import Sequence

from whence.understand.cues import ADJECTIVES, HEARSAY_ADVERBS, HEARSAY_PASSIVES, NOUNS, PHRASES, VERBS, Cue

_BE = frozenset("is are was were be been being 's 're".split())
# Words that may stand between "be" and what follows it.
_BETWEEN = frozenset("not n't also still widely now already so very quite nearly fairly".split())
# Cues without a verb: what stands behind them is said flatly.
_PLAIN = frozenset(["according to", "in the words of", "per", ":", "for", "via", "by words of"])


def cue_of(words: Sequence[str]) -> Cue | None:
    """Return the entry that decides what a cue reports, or None where the tables know none of its words.

    `words` in lower case. The last verb of the tables decides ("went on to say"), a phrase before a verb.

    >>> cue_of(["has", "not", "ruled", "out"]).act, cue_of(["is", "believed", "to"]).certainty
    ('denies', 'probable')
    """
    line = " ".join(words)
    if line in _PLAIN or line.startswith("according to"):
        return Cue(line, "s", "asserts", "certain")
    for phrase, frames, act, certainty, polarity in PHRASES:
        if f" {' '.join(phrase)} " in f" {line} ":
            return Cue(line, frames, act, certainty, polarity)
    for at in range(len(words) - 1, -1, -1):
        found = _cue_at(words, at)
        if found is not None:
            return found
    return next((NOUNS[word] for word in words if word in NOUNS), None)


def _cue_at(words: Sequence[str], at: int) -> Cue | None:
    """Return the entry of one word: a passive that names nobody, a verb, an adverb, or an adjective after "be"."""
    word = words[at]
    before = next((words[k] for k in range(at - 1, -1, -1) if words[k] not in _BETWEEN), "")
    if word in HEARSAY_PASSIVES and before in _BE and list(words[at + 1 : at + 2]) not in (["by"], ["as"]):
        return Cue(word, "s", *HEARSAY_PASSIVES[word])
    if word in VERBS and not (word in ADJECTIVES and before in _BE):
        return VERBS[word][0][0]
    if word in HEARSAY_ADVERBS:
        return Cue(word, "s", HEARSAY_ADVERBS[word], "unstated")
    if word in ADJECTIVES and before in _BE:
        act, certainty, polarity = ADJECTIVES[word]
        return Cue(word, "s", act, certainty, polarity)
    return None
