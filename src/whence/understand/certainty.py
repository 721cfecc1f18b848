"""How surely does the wording present a content? The weakest of the cue and the hedges in the content wins."""

from whence.model.spans import Spans
from whence.model.statement import Act, Certainty, Polarity
from whence.understand.cues import Cue
from whence.understand.tokens import Tokens

_ORDER: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "unstated": 3}

# One word or phrase each; the phrase's words are looked up as they stand in the text.
_HEDGES: dict[str, Certainty] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "possibly": "possible",
    "perhaps": "possible",
    "maybe": "possible",
    "conceivably": "possible",
    "potentially": "possible",
    "probably": "probable",
    "likely": "probable",
    "unlikely": "probable",
    "presumably": "probable",
    "seemingly": "probable",
    "evidently": "probable",
    "appears": "probable",
    "appear": "probable",
    "appeared": "probable",
    "seems": "probable",
    "seem": "probable",
    "seemed": "probable",
    "reportedly": "unstated",
    "allegedly": "unstated",
    "purportedly": "unstated",
    "supposedly": "unstated",
    "apparently": "probable",
    "alleged": "unstated",
    "rumoured": "possible",
    "rumored": "possible",
    "suspected": "probable",
}
_MODALS = frozenset("may might could".split())
_NOT_HEDGES_AFTER = {"may": frozenset("in on of since from until last this next by early late mid and , .".split())}
_PASSIVE_HEDGES: dict[str, Certainty] = {
    "said": "unstated",
    "reported": "unstated",
    "thought": "probable",
    "believed": "probable",
    "understood": "probable",
    "expected": "probable",
    "feared": "possible",
    "rumoured": "possible",
    "suspected": "probable",
}
_BE = frozenset("is are was were be been".split())


def weakest(first: Certainty, second: Certainty) -> Certainty:
    """Return the weaker of two certainties.

    >>> weakest("certain", "possible")
    'possible'
    """
    return first if _ORDER[first] >= _ORDER[second] else second


def find_hedges(tokens: Tokens, low: int, high: int) -> tuple[Certainty, Spans]:
    """Return how surely the tokens present what they say, and the words that weaken it; relative clauses count little.

    Only the first clause's hedges count: a "may" in a clause after "which" or "who" does not weaken the whole.
    """
    certainty: Certainty = "certain"
    spans = []
    words = tokens.words
    for i in range(low, high):
        word = words[i]
        found: Certainty | None = _HEDGES.get(word)
        if word in _MODALS and found:
            if (
                (
                    word == "may"
                    and (
                        (tokens.forms[i] == "May" and i > low)
                        or (i + 1 < high and words[i + 1] in _NOT_HEDGES_AFTER["may"])
                    )
                )
                or i + 1 >= high
                or (word == "could" and words[i + 1] not in ("be", "have", "not") and _is_past_ability(words, i))
            ):
                found = None
        elif word == "likely" and i > low and words[i - 1] in ("not", "less"):
            found = "probable"
        elif word in _PASSIVE_HEDGES and i > low and words[i - 1] in _BE and i + 1 < high and words[i + 1] == "to":
            found = _PASSIVE_HEDGES[word]
        elif (
            word == "out"
            and i > low + 1
            and words[i - 1] == "ruled"
            and any(w in ("not", "n't") for w in words[max(low, i - 4) : i])
        ):
            found = "possible"
        if found:
            certainty = weakest(certainty, found) if certainty != "unstated" else certainty
            spans.append(tokens.span(i, i + 1))
    return certainty, tuple(spans)


def _is_past_ability(words: list[str], i: int) -> bool:
    """Tell "nobody could say" from "it could fall": ability, not possibility."""
    return (
        i > 0
        and words[i - 1] in ("nobody", "he", "she", "we", "i", "one")
        and words[i + 1] in ("see", "hear", "say", "tell", "not")
    )


def certainty_of(cue: Cue, content: Certainty, *, negated: bool) -> tuple[Certainty, Polarity, Act]:
    """Return certainty, polarity and act of a statement from its cue and the hedges in its content.

    A denial of a hedged content stays a denial; "not ruled out" leaves it possible.
    """
    certainty = weakest(cue.certainty, content)
    polarity: Polarity = cue.polarity
    if negated and cue.act in ("believes", "predicts", "suspects"):
        polarity = "negative"
    if negated and cue.act == "denies":
        return "possible", "positive", "asserts"
    return certainty, polarity, cue.act
