"""Which numbers of `understand` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnderstandOptions:
    """Options of the stage `understand`.

    `cue_bias`, `inner_cue_bias`: added to the score (natural logarithm of odds) of a word to be a cue, so that more
    cues are found at more than 0 and fewer below; 0 is what training aims at. `reference_least`: how probable (0 to 1)
    the network must find it that a pronoun or description leads back to something, where the rules know of nothing.
    """

    cue_bias: float = 0.0
    inner_cue_bias: float = 0.0
    reference_least: float = 0.7
