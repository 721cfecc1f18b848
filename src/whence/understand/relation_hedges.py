"""How surely do the words right beside a link put it: adjectives of a name, adverbs of a verb, conditions?"""

from whence.model.statement import Certainty
from whence.understand.certainty import weakest
from whence.understand.relation_things import Scene, Thing
from whence.understand.vocabulary import PREPOSITIONS

_CONDITIONS = frozenset("if whether unless imagine suppose supposing wish wishes".split())
# First words of a sentence that asks or imagines.
_OPENINGS = frozenset("should were had imagine would could did does whether if".split())
ADJECTIVES: dict[str, Certainty] = {
    **dict.fromkeys("suspected presumed likely probable apparent believed".split(), "probable"),
    **dict.fromkeys("alleged reputed purported supposed self-styled self-proclaimed".split(), "unstated"),
    **dict.fromkeys("rumoured rumored possible potential".split(), "possible"),
}
ADVERBS_OF_DOUBT: dict[str, Certainty] = {
    **dict.fromkeys("allegedly reportedly purportedly supposedly".split(), "unstated"),
    **dict.fromkeys("probably likely presumably apparently evidently seemingly".split(), "probable"),
    **dict.fromkeys("possibly perhaps maybe".split(), "possible"),
}
HEDGES: dict[str, Certainty] = {**ADJECTIVES, **ADVERBS_OF_DOUBT}
_APPEARS = frozenset("appears appeared seems seemed".split())
_LIKELIHOOD = ["in", "all", "likelihood"]
# A doubt at the head of a sentence reaches its first clause; further off it is another clause's.
_REACH = 14


def is_unreal(scene: Scene, at: int) -> bool:
    """Tell whether a token stands in a condition, an indirect question or something imagined."""
    words = scene.tokens.words
    for i in range(at - 1, scene.low - 1, -1):
        if words[i] in _CONDITIONS:
            return i <= scene.low + 1 or "," not in words[i:at]
    opening = words[scene.low + 1] if words[scene.low] == '"' else words[scene.low]
    return opening in _OPENINGS


def weigh(words: list[str], hedges: dict[str, Certainty]) -> Certainty:
    """Return how surely words put what they stand beside, the weakest of them.

    >>> weigh(["the", "alleged", "smuggler"], HEDGES), weigh(["the", "smuggler"], HEDGES)
    ('unstated', 'certain')
    """
    certainty: Certainty = "certain"
    for word in words:
        certainty = weakest(certainty, hedges.get(word, "certain"))
    return certainty


def adjective_hedge(scene: Scene, thing: Thing) -> Certainty:
    """Return how surely the words in front of a name put it to be what they call it."""
    return weigh(scene.tokens.words[thing.outer : thing.low], ADJECTIVES)


def noun_hedge(scene: Scene, at: int) -> Certainty:
    """Return how surely the adjectives before the noun at `at` put it: "alleged links"."""
    words = scene.tokens.words
    low = at
    while low - 1 > scene.low and at - low < 4 and words[low - 1] != "," and words[low - 1] not in PREPOSITIONS:
        low -= 1
    return weigh(words[low:at], ADJECTIVES)


def beside(scene: Scene, low: int, high: int) -> Certainty:
    """Return how surely the words right before and behind a verb group put it: "X, reportedly armed by Y"."""
    words = scene.tokens.words
    near = [*words[max(scene.low, low - 2) : low], *words[high : min(scene.high, high + 2)]]
    certainty = weigh(near, ADVERBS_OF_DOUBT)
    if low - scene.low < _REACH:
        certainty = weakest(certainty, ADVERBS_OF_DOUBT.get(words[scene.low], "certain"))
    opens = words[scene.low : scene.low + 3]
    is_seeming = opens[0] == "it" and len(opens) > 1 and opens[1] in _APPEARS
    if is_seeming or opens == _LIKELIHOOD or words[max(scene.low, low - 3) : low] == _LIKELIHOOD:
        certainty = weakest(certainty, "probable")
    return certainty
